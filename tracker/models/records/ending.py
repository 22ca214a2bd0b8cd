"""How a group ends well (§7.2): winding up, and its story told for others to learn from."""

from datetime import date
from typing import ClassVar

from tracker.models.fields import day, line, prose, refers
from tracker.models.records.record import Record, record


@record
class WindingUp(Record):
    """The path on which a group ends: decided, thanked, told, its papers kept. Its last step closes the group."""

    table: ClassVar[str] = "windings_up"
    noun: ClassVar[str] = "winding up"
    nouns: ClassVar[str] = "windings up"
    title_field: ClassVar[str] = "why"

    group_id: str | None = refers("Group", "Group", required=True)
    decided_on: date | None = day("Decided", required=True)
    why: str = prose("Why the group ends", required=True)
    thanked_on: date | None = day("Members and helpers thanked")
    thanked_note: str = line("How they were thanked")
    told_on: date | None = day("Victories told to the home agencies")
    told_note: str = line("Told to whom")
    kept_on: date | None = day("Papers put away")
    kept_at: str = line("Where the papers are kept")
    given_up_on: date | None = day("Given up: the group goes on")

    def further_problems(self) -> list[str]:
        days = (self.thanked_on, self.told_on, self.kept_on, self.given_up_on)
        if any(day < self.decided_on for day in days if day and self.decided_on):
            return ["A step of the winding up stands before the day it was decided: put one of the two dates right."]
        return []


@record
class Story(Record):
    """The group's story in the words of the office, for others to learn from: essence before form (§7.2)."""

    table: ClassVar[str] = "stories"
    noun: ClassVar[str] = "story"
    nouns: ClassVar[str] = "stories"
    title_field: ClassVar[str] = "essence"

    group_id: str | None = refers("Group", "Group", required=True)
    on: date | None = day("Date", required=True)
    seen_differently: str = prose("What was seen differently")
    turned_by: str = prose("What turned it")
    took: str = prose("What it took")
    essence: str = prose("What others could take from it", required=True)
    told_by: str = line("Told by")
