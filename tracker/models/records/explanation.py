"""What the office says about a query that the checks of a return raised, kept for the return's next revision."""

from datetime import date
from typing import ClassVar

from tracker.models.fields import choice, day, line, prose
from tracker.models.records.handing_in import ReturnKind
from tracker.models.records.record import Record, record

LONGEST = 500


@record
class Explanation(Record):
    """The explanation of one query on the returns of one kind, about one scope, for one period: its cause and size.

    `check_id` says which check asked, `record_id` about which of the office's records; it is "" where about none.
    """

    table: ClassVar[str] = "explanations"
    noun: ClassVar[str] = "explanation of a query"
    nouns: ClassVar[str] = "explanations of queries"
    title_field: ClassVar[str] = "text"

    kind: ReturnKind | None = choice("Return", ReturnKind, required=True)
    scope_id: str = line("Whose", required=True, searched=False)
    period: str = line("Period", required=True, searched=False)
    check_id: str = line("Check", required=True, searched=False)
    record_id: str = line("About", searched=False)
    text: str = prose("Explanation", required=True, help="The cause, and the size.")
    by: str = line("By")
    on: date | None = day("Date")

    def further_problems(self) -> list[str]:
        if len(self.text) > LONGEST:
            return [f"The explanation has {len(self.text)} characters: up to {LONGEST} fit on the return."]
        return []
