"""A meeting that is planned: once, or again and again; and the single ones that are moved or called off."""

from datetime import date, time
from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.clock_time import read_time
from tracker.models.fields import choice, day, line, prose, refers, whole
from tracker.models.mistake import Mistake
from tracker.models.records.record import Record, record


class Repeat(Choice):
    """How often a planned meeting comes back."""

    ONCE = "once", "Once"
    WEEKLY = "weekly", "Every week"
    FORTNIGHTLY = "fortnightly", "Every two weeks"
    FOUR_WEEKLY = "four_weekly", "Every four weeks"
    MONTHLY = "monthly", "Monthly, on the same date"
    MONTHLY_WEEKDAY = "monthly_weekday", "Monthly, on the same weekday"
    QUARTERLY = "quarterly", "Every three months"


@record
class PlannedMeeting(Record):
    """When and where a group will meet. `on` is the first day; `starts_at` is kept as it was typed."""

    table: ClassVar[str] = "planned_meetings"
    noun: ClassVar[str] = "planned meeting"
    nouns: ClassVar[str] = "planned meetings"
    title_field: ClassVar[str] = "place"

    group_id: str | None = refers("Group", "Group", required=True)
    on: date | None = day("Date", required=True)
    starts_at: str = line("Time", help="Such as 14:00 or 2 pm.", searched=False)
    minutes: int | None = whole("Length", unit="minutes", low=5, high=1440, default=60)
    place: str = line("Place")
    repeats: Repeat | None = choice("Comes back", Repeat, default=Repeat.ONCE, required=True)
    until: date | None = day("Until", help="The last day on which it can come back; empty means with no end.")
    note: str = prose("Note")

    @property
    def starts(self) -> time | None:
        """The time of day; None while it is open."""
        return read_time(self.starts_at) if self.starts_at else None

    def further_problems(self) -> list[str]:
        if self.until and self.on and self.until < self.on:
            return ["The meetings end before the first of them: put one of the two dates right."]
        return time_problems(self.starts_at)


@record
class MovedMeeting(Record):
    """One of the meetings that come back, moved to another day, or called off where no new day is given."""

    table: ClassVar[str] = "moved_meetings"
    noun: ClassVar[str] = "moved meeting"
    nouns: ClassVar[str] = "moved meetings"
    title_field: ClassVar[str] = "why"

    planned_id: str | None = refers("Planned meeting", "PlannedMeeting", required=True)
    on: date | None = day("Was planned for", required=True)
    moved_to: date | None = day("Moved to", help="Empty means that it is called off.")
    starts_at: str = line("Time", help="Such as 14:00; empty means the usual time.", searched=False)
    place: str = line("Place", help="Empty means the usual place.")
    why: str = line("Why")

    @property
    def starts(self) -> time | None:
        """The new time of day; None where it is the usual one."""
        return read_time(self.starts_at) if self.starts_at else None

    def further_problems(self) -> list[str]:
        return time_problems(self.starts_at)


def time_problems(text: str) -> list[str]:
    """What is wrong with a time as it was typed."""
    try:
        if text:
            read_time(text)
    except Mistake as mistake:
        return [mistake.sentence]
    return []
