"""Words that the brief and the minutes share."""

from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.coming import ComingMeeting
from tracker.models.figures.timeline_words import several

# For whom such a page is, unless somebody says otherwise (§8.2).
BASIS = "In confidence: for the members and their home agencies."
ADDRESSEES = "The members and their home agencies"

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day_words(day: date) -> str:
    """Thu 17 Jul 2008."""
    return f"{_WEEKDAYS[day.weekday()]} {shown(day)}"


def meeting_words(meeting: ComingMeeting | None, closed_on: date | None = None) -> str:
    """Thu 17 Jul 2008, 14:00, Papakura; or that no day is set, or that the group closed."""
    if closed_on is not None:
        return f"None: the group closed on {shown(closed_on)}."
    if meeting is None:
        return "No day is set yet."
    return ", ".join(part for part in (day_words(meeting.on), meeting.starts, meeting.place) if part)


def place_words(what: str, place: str) -> str:
    """What it is, with the place where it is known."""
    return f"{what}, {place}" if place else what


def to_words(to: str) -> str:
    """To whom, as it goes on after "to": the group, and not The group."""
    return f"the{to[3:]}" if to.startswith("The ") else to


def stays_words(stays: int) -> str:
    """2 restricted entries stay in the office; or that nothing is left out."""
    if not stays:
        return "Nothing is left out."
    return f"{several(stays, 'restricted entry stays', 'restricted entries stay')} in the office."


def more_words(count: int) -> str:
    """And 4 more."""
    return f"and {count:,} more"
