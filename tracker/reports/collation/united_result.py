"""One result over all returns: the row that counts, and the claims on it."""

from dataclasses import dataclass
from functools import cached_property

from tracker.models.figures.apportioning import ResultFigures, how_counted, result_figures
from tracker.models.records import Mapping, Result
from tracker.models.records.result import Aggregation
from tracker.reports.collation.read_return import ReadReturn, Row
from tracker.reports.collation.told_result import is_withheld_row, text
from tracker.reports.group_results import COUNTED

_FACTS = ("Value", "Unit", "Aggregation", "Count basis", "Numerator", "Denominator")


@dataclass(frozen=True)
class ToldRow:
    """A row of Results in one return."""

    read: ReadReturn
    row: Row

    @property
    def primary(self) -> bool:
        return self.row.get(COUNTED) == 1

    @property
    def revision(self) -> int:
        """Of the result, not of the return."""
        return int(text(self.row, "Revision") or 1)

    @property
    def order(self) -> tuple[int, str, str, str]:
        """The highest is the one that is kept."""
        return self.revision, self.read.made_at, self.read.return_id, self.read.sha256

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(text(self.row, heading) for heading in _FACTS)

    @property
    def value(self) -> str:
        """What it counts, in words."""
        number = text(self.row, "Value")
        if text(self.row, "Numerator") or text(self.row, "Denominator"):
            number = f"{text(self.row, 'Numerator')} of {text(self.row, 'Denominator')}"
        told = " ".join(filter(None, (number, text(self.row, "Unit"))))
        how = text(self.row, "Aggregation").lower()
        return f"{told} ({how})" if told else how


@dataclass(frozen=True)
class ToldClaim:
    """A row of Mappings in one return; `line_counts` is false while it is open whether its line is one."""

    read: ReadReturn
    row: Row
    mapping: Mapping
    line_counts: bool = True


@dataclass(frozen=True)
class UnitedResult:
    """One result over all returns. `left_out` is why it enters no figure, "" if it does."""

    told: ToldRow
    result: Result
    claims: tuple[ToldClaim, ...]
    left_out: str = ""
    undecided: bool = False

    @cached_property
    def figures(self) -> ResultFigures:
        return result_figures(self.result, [claim.mapping for claim in self.claims])

    @property
    def counted(self) -> bool:
        return not self.left_out

    @property
    def withheld(self) -> bool:
        """Whether its number would enter a sum and is a small count."""
        return is_withheld_row(self.told.row) and how_counted(self.result) is not Aggregation.NONE
