"""What agency returns tell of accountability lines: the appropriation, the category and the amount."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.models.records.handing_in import ReturnKind
from tracker.reports.collation.read_return import ReadReturn, Row
from tracker.reports.collation.told_result import text


@dataclass(frozen=True)
class KnownLine:
    """One line; `amount_000` is context, in thousands of dollars, and None where nobody told it."""

    appropriation: str
    category: str = ""
    amount_000: int | None = None


class KnownLines:
    """The lines by their key; the latest return that tells of one counts."""

    def __init__(self, returns: Iterable[ReadReturn]) -> None:
        self._lines: dict[str, KnownLine] = {}
        reads = [each for each in returns if each.kind == ReturnKind.AGENCY and not each.withdrawn]
        for read in sorted(reads, key=lambda each: (each.made_at, each.return_id)):
            for row in read.sheet("Lines"):
                self._take(row)

    def about(self, line_key: str, claim: Row) -> KnownLine:
        """What is known of a line; without an agency return, what the claim on it says."""
        return self._lines.get(line_key) or KnownLine(text(claim, "Line name"))

    def _take(self, row: Row) -> None:
        amount = row.get("Amount ($000)")
        key = text(row, "Line key")
        if not key or (key in self._lines and amount is None):
            return
        name, category = text(row, "Appropriation"), text(row, "Category")
        whole = int(amount) if isinstance(amount, (int, float)) else None
        self._lines[key] = KnownLine(name, "" if category == name else category, whole)
