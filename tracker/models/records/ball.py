"""The ball: only one agency holds an issue at a time (§4.2, Appendix 1 story 1)."""

from datetime import date
from typing import ClassVar

from tracker.models.fields import day, prose, refers
from tracker.models.records.record import Record, record


@record
class Ball(Record):
    """An issue that one agency at a time takes forward."""

    table: ClassVar[str] = "balls"
    noun: ClassVar[str] = "ball"
    nouns: ClassVar[str] = "balls"
    title_field: ClassVar[str] = "issue"

    group_id: str | None = refers("Group", "Group", required=True)
    issue: str = prose("Issue", required=True)
    opened_on: date | None = day("Opened", required=True)
    closed_on: date | None = day("Settled")

    def further_problems(self) -> list[str]:
        if self.closed_on and self.opened_on and self.closed_on < self.opened_on:
            return ["The issue was settled before it was opened: put one of the two dates right."]
        return []


@record
class Handover(Record):
    """The ball passes to an agency, or to nobody. The latest handover names the one holder."""

    table: ClassVar[str] = "handovers"
    noun: ClassVar[str] = "handover"
    nouns: ClassVar[str] = "handovers"
    title_field: ClassVar[str] = "note"

    ball_id: str | None = refers("Ball", "Ball", required=True)
    on: date | None = day("Date", required=True)
    agency_id: str | None = refers("Agency that holds it now", "Agency")
    meeting_id: str | None = refers("At the meeting", "Meeting")
    note: str = prose("Note")
