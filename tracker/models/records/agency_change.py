"""What became of an agency: the names it had before, and those that took over from it."""

from datetime import date
from typing import ClassVar

from tracker.models.fields import choice, day, line, prose, refers
from tracker.models.records.record import Record, Sensitivity, record


@record
class FormerName(Record):
    """A name that an agency had up to a day; its present name stands with the agency."""

    table: ClassVar[str] = "former_names"
    noun: ClassVar[str] = "former name"
    nouns: ClassVar[str] = "former names"
    title_field: ClassVar[str] = "name"

    sensitivity: Sensitivity = choice("Who may see it", Sensitivity, default=Sensitivity.OPEN, required=True)
    agency_id: str | None = refers("Agency", "Agency", required=True)
    until: date | None = day("Last day under this name", required=True)
    name: str = line("Name", required=True)
    short_name: str = line("Short name")
    code: str = line("Short code", required=True)
    te_reo_name: str = line("Name in te reo Māori")
    why: str = prose("Why it changed")


@record
class Succession(Record):
    """One agency takes over from another from a day: a split has several, a merger several to one."""

    table: ClassVar[str] = "successions"
    noun: ClassVar[str] = "succession"
    nouns: ClassVar[str] = "successions"
    title_field: ClassVar[str] = "why"

    sensitivity: Sensitivity = choice("Who may see it", Sensitivity, default=Sensitivity.OPEN, required=True)
    agency_id: str | None = refers("Agency before", "Agency", required=True)
    successor_id: str | None = refers("Agency after", "Agency", required=True)
    on: date | None = day("From", required=True)
    why: str = prose("Why")

    def further_problems(self) -> list[str]:
        if self.agency_id and self.agency_id == self.successor_id:
            return ["An agency cannot take over from itself: choose another."]
        return []
