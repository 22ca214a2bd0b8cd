"""The day as at which a page of people is shown: where it begins, how it steps by months, and what is said of it."""

from calendar import monthrange
from datetime import date

from tracker.models.dates import shown
from tracker.models.records.group import Group
from tracker.models.seat_days import ONE_DAY


def day_to_begin_with(group: Group, today: date) -> date:
    """Today; of a group that is closed, the last day on which it ran: afterwards nobody sits there."""
    if group.closed_on is None or group.open_on(today):
        return today
    return max(group.closed_on - ONE_DAY, group.started_on or date.min)


def months_away(day: date, months: int) -> date:
    """The same day some months later, or earlier below 0; the last one of a shorter month.

    At either end of the calendar the day stays where it is.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return day
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_words(day: date, today: date) -> str:
    """As at 12 Jun 2008, not today; "As at today" on the day itself, and plainly so for a day to come."""
    if day == today:
        return "As at today"
    return f"As at {shown(day)}, {'not today' if day < today else 'still to come: by what is noted now'}"
