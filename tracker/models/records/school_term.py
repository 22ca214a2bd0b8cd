"""A school term: what "end of term" means in a typed line."""

from datetime import date
from typing import ClassVar

from tracker.models.fields import day, line
from tracker.models.records.record import Record, record


@record
class SchoolTerm(Record):
    """First and last day of one term, as the office was told."""

    table: ClassVar[str] = "school_terms"
    noun: ClassVar[str] = "school term"
    nouns: ClassVar[str] = "school terms"
    title_field: ClassVar[str] = "name"

    name: str = line("Name", required=True, help="Such as Term 2, 2008.", searched=False)
    from_on: date | None = day("First day", required=True)
    to_on: date | None = day("Last day", required=True)

    def further_problems(self) -> list[str]:
        if self.to_on and self.from_on and self.to_on < self.from_on:
            return ["The term ends before it begins: put one of the two dates right."]
        return []
