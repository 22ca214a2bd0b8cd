"""Region returns held against the union: their totals are a cross-check and feed no figure (rule 12)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from tracker.models.folding import folded
from tracker.models.records.handing_in import ReturnKind
from tracker.models.records.result import Aggregation
from tracker.reports.collation.counted_result import CountedResult
from tracker.reports.collation.national import National
from tracker.reports.collation.read_return import ReadReturn, Row
from tracker.reports.collation.told_result import summed, text

_ADDED_UP = (Aggregation.SUM.label, Aggregation.NONE.label)


@dataclass(frozen=True)
class RegionDifference:
    """A total that a region tells otherwise than its group returns add up to."""

    called: str
    unit: str
    level: str
    told: Decimal
    counted: Decimal

    @property
    def sentence(self) -> str:
        unit = f"{self.unit}, {self.level}" if self.level else self.unit
        return (
            f"The region tells {self.told.normalize():f} {unit}, and its group returns that are here come to "
            f"{self.counted.normalize():f}: ask which returns it was made from."
        )


def region_differences(figures: National, returns: Iterable[ReadReturn]) -> tuple[RegionDifference, ...]:
    """For each region return, what it tells otherwise of the results of its office in its period."""
    regions = [each for each in returns if each.kind == ReturnKind.REGION and not each.withdrawn]
    return tuple(difference for read in regions for difference in _of(figures, read))


def _of(figures: National, read: ReadReturn) -> Iterator[RegionDifference]:
    own = [
        each
        for each in figures.in_totals
        if each.united.told.read.office_id.casefold() == read.office_id.casefold()
        and read.period_from <= text(each.united.told.row, "Date") <= read.period_to
    ]
    for row in read.sheet("Region_totals"):
        told = row.get("Counted once")
        # Ratios and latest values are not added up, here or there.
        if not isinstance(told, (int, float)) or text(row, "Aggregation") not in _ADDED_UP:
            continue
        alike = [each for each in own if _is_like(each, row)]
        # Nothing here to hold it against: its group returns have not come.
        if not alike or any(each.is_ratio for each in alike):
            continue
        counted = summed(each.value for each in alike) or Decimal(0)
        if abs(Decimal(repr(told)) - counted) > Decimal("0.000001"):
            yield RegionDifference(read.called, text(row, "Unit"), text(row, "Level"), Decimal(repr(told)), counted)


def _is_like(each: CountedResult, row: Row) -> bool:
    wanted = (text(row, "Unit"), text(row, "Count basis"), text(row, "Level"))
    return tuple(map(folded, wanted)) == tuple(map(folded, (each.like.unit, each.like.count_basis, each.like.level)))
