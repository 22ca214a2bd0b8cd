"""The figures of one row that adds up rows of Results_by_line: each a formula over them with the value it has now."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from tracker.models.figures.apportioning import ResultFigures, Tally
from tracker.models.records.result import Aggregation
from tracker.reports.agency_results import COUNTED_AS
from tracker.reports.claim_row import ClaimRow
from tracker.reports.criteria import equal_to
from tracker.reports.group_results import SMALL
from tracker.reports.sheet import FIRST_ROW, Cell, Formula, Sheet
from tracker.reports.small_counts import FEWER, WITHHELD

# Above any number that is apportioned downwards, so that a search for numbers passes over text.
_ANY_NUMBER = '">-1E+99"'


@dataclass(frozen=True)
class Letters:
    """Which columns of the sheet that adds up hold what its own formulas look at."""

    unit: str
    count_basis: str
    results: str
    contributed: str
    withheld: str


@dataclass(frozen=True)
class TallyCells:
    """One tally on one sheet. `place` are the conditions of its place (a line, a measure), `first` counts each once.

    `claims` are the rows of the place, those that a result has beside its first among them.
    """

    source: Sheet
    tally: Tally
    claims: tuple[ClaimRow, ...]
    place: str
    first: str
    letters: Letters

    def results(self) -> Formula:
        """How many distinct results."""
        return self.count("", len(self.tally.results))

    def count(self, condition: str, value: int) -> Formula:
        """How many of these meet a further condition."""
        return Formula(f"=COUNTIFS({_and(self._once, condition)})", value)

    def withheld(self) -> Formula:
        """How many of their values are small counts (rule 15)."""
        ids = {row.result.id for row in self.claims if row.small}
        small = sum(each.result.id in ids for each in self.tally.results)
        return self.count(f"{self.source.span(SMALL)},1", small)

    def contributed(self) -> Formula:
        """Contributed to (rule 5): the whole value of each result, once."""
        once = self.tally.counted_once
        value: str | Decimal = WITHHELD if once is None else round(once, 6)
        match self.tally.aggregation:
            case Aggregation.LATEST:
                cell = self.source.cell(COUNTED_AS, self._latest_row())
                return Formula(f"={cell}", FEWER if once is None else value)
            case Aggregation.RATIO:
                below = f"SUMIFS({self.source.span('Denominator')},{self._once})"
                above = f"SUMIFS({self.source.span('Numerator')},{self._once})"
                return Formula(f'=IF({below}=0,"{WITHHELD}",ROUND({above}/{below},6))', value)
            case _:
                results, withheld = self.letters.results, self.letters.withheld
                summed = f"ROUND(SUMIFS({self.source.span(COUNTED_AS)},{self._once}),6)"
                if self.tally.aggregation is Aggregation.NONE:
                    return Formula(f"={summed}", value)
                return Formula(f'=IF({results}{{row}}={withheld}{{row}},"{WITHHELD}",{summed})', value)

    def apportioned(self) -> Cell:
        """Apportioned (rule 6): blank without agreed shares. A ratio has no parts."""
        if self.tally.aggregation is Aggregation.RATIO:
            return None
        parts = self.source.span("Apportioned")
        told = f"ROUND(SUMIFS({parts},{self._shared}),6)"
        hidden = f'IF(COUNTIFS({parts},"{WITHHELD}",{self._shared})>0,"{WITHHELD}","")'
        text = f"=IF(COUNTIFS({parts},{_ANY_NUMBER},{self._shared})>0,{told},{hidden})"
        counted = {each.result.id for each in self._counted()}
        agreed = [row for row in self.claims if row.agreed and row.result.id in counted]
        numbers = [row.apportioned for row in agreed if not row.kept_back and row.apportioned is not None]
        if numbers:
            return Formula(text, sum(numbers, Decimal(0)))
        return Formula(text, WITHHELD if agreed else "")

    def overlap(self) -> Cell:
        """The overlap factor (rule 8) of these results. Ratios are not added up, so they have none."""
        if self.tally.aggregation is Aggregation.RATIO:
            return None
        contributed = f"{self.letters.contributed}{{row}}"
        naive = f"SUMIFS({self.source.span('Naive sum')},{self._once})"
        if self.tally.aggregation is Aggregation.LATEST:
            naive = self.source.cell("Naive sum", self._latest_row())
        factor = self.tally.overlap
        return Formula(
            f'=IF(ISNUMBER({contributed}),IF({contributed}=0,"",{naive}/{contributed}),"")',
            "" if factor is None else factor,
        )

    @property
    def _once(self) -> str:
        return _and(self.place, self.first, self._alike)

    @property
    def _shared(self) -> str:
        """Every claim counts with its share; where the latest counts, those on that result."""
        if self.tally.aggregation is Aggregation.LATEST:
            latest = f"{self.source.span('Result id')},{self.source.cell('Result id', self._latest_row())}"
            return _and(self.place, latest)
        return _and(self.place, self._alike)

    @property
    def _alike(self) -> str:
        """Like with like (rule 9); what counts as one result does so whatever its unit."""
        alike = f'{self.source.span("Aggregation")},"{self.tally.aggregation.label}"'
        if self.tally.aggregation is Aggregation.NONE:
            return alike
        unit = equal_to(self.letters.unit, self.tally.unit)
        basis = equal_to(self.letters.count_basis, "")
        return f"{alike},{self.source.span('Unit')},{unit},{self.source.span('Count basis')},{basis}"

    def _counted(self) -> Iterable[ResultFigures]:
        return self.tally.results if self.tally.aggregation is not Aggregation.LATEST else (self._told_last(),)

    def _told_last(self) -> ResultFigures:
        """The result whose value counts as the latest."""
        kept_back = {row.result.id for row in self.claims if row.kept_back}
        told = [each for each in self.tally.results if each.result.id not in kept_back]
        return (told or self.tally.results)[-1]

    def _latest_row(self) -> int:
        latest = self._told_last().result.id
        first = next(row.mapping for row in self.claims if row.result.id == latest)
        return self.source.row_of(first) or FIRST_ROW


def _and(*conditions: str) -> str:
    return ",".join(filter(None, conditions))
