"""A threshold of a signal that this office has set for itself."""

from decimal import Decimal
from typing import ClassVar

from tracker.models.fields import decimal, line, prose
from tracker.models.records.record import Record, record


@record
class Threshold(Record):
    """The office's own value for one threshold, and why it differs from the usual one."""

    table: ClassVar[str] = "thresholds"
    noun: ClassVar[str] = "threshold"
    nouns: ClassVar[str] = "thresholds"
    title_field: ClassVar[str] = "name"

    name: str = line("Threshold", required=True)
    value: Decimal | None = decimal("Value")
    why: str = prose("Why")
