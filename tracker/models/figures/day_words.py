"""Days as a page of the day says them: Fri 4 Jul, tomorrow, Monday 30 June 2008."""

from datetime import date

from tracker.models.dates import MONTHS

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")
_NEAR = {-1: "Yesterday", 0: "Today", 1: "Tomorrow"}


def short_day(day: date | None) -> str:
    """Fri 4 Jul, or "" without a day."""
    return f"{_WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1]}" if day else ""


def near_day(day: date, today: date) -> str:
    """Today, Tomorrow, or Fri 4 Jul; with the year where it is another one."""
    near = _NEAR.get((day - today).days, "")
    year = f" {day.year}" if day.year != today.year else ""
    return near or f"{short_day(day)}{year}"


def full_day(day: date) -> str:
    """Monday 30 June 2008."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {(*_MONTHS, 'December')[day.month - 1]} {day.year}"


def days_words(number: int) -> str:
    """1 day, 21 days."""
    return f"{number:,} {'day' if number == 1 else 'days'}"
