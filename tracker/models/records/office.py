"""The office itself: one row, with what is true of the whole file."""

from datetime import date
from typing import ClassVar

from tracker.models.fields import day, line, yes_no
from tracker.models.records.record import Record, record


@record
class OfficeDetails(Record):
    """Name, code and region of the office; for the sample, the day it is seen as at."""

    table: ClassVar[str] = "office"
    noun: ClassVar[str] = "office"
    nouns: ClassVar[str] = "offices"
    title_field: ClassVar[str] = "name"

    name: str = line("Name of the office", required=True)
    code: str = line("Short code", required=True, help="Stands in the names of returns, such as AKL.")
    region: str = line("Region", required=True)
    seen_as_at: date | None = day("Seen as at", help="Only in a sample: the day that counts as today.")
    sample: bool = yes_no("Sample office")
