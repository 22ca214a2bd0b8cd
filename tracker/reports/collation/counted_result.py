"""One result with its part in the national figures: what it counts as, and what each claim carries (rules 5 to 9)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from tracker.models.figures.apportioning import RESULTS_UNIT, how_counted
from tracker.models.records.accountability import MappingType
from tracker.models.records.result import Aggregation
from tracker.reports.collation.told_result import agency_key, summed, text
from tracker.reports.collation.union import Union
from tracker.reports.collation.united_result import ToldClaim, UnitedResult

LATEST_EARLIER = "An earlier value: the latest counts"


@dataclass(frozen=True)
class Like:
    """What may be added up: a unit as it is counted, and what is counted. Levels are told apart where asked for."""

    unit: str
    count_basis: str
    level: str = ""


@dataclass(frozen=True)
class CountedClaim:
    """A claim with its part in the figures. `first_for_agency` marks an agency's first on a result that counts."""

    claim: ToldClaim
    agency: str
    first_for_agency: bool
    first_on_line: bool
    led: bool
    apportioned: Decimal | None

    @property
    def line_key(self) -> str:
        """Empty where it has no line, or one that is still in doubt."""
        return (self.claim.mapping.line_id or "") if self.claim.line_counts else ""


@dataclass(frozen=True)
class CountedResult:
    """A result with its part in the figures. `value` is None where it is withheld or enters none.

    `why_not` is why it is in no total.
    """

    united: UnitedResult
    like: Like
    value: Decimal | None
    claims: tuple[CountedClaim, ...]
    why_not: str

    @property
    def in_totals(self) -> bool:
        return not self.why_not

    @property
    def is_ratio(self) -> bool:
        return how_counted(self.united.result) is Aggregation.RATIO

    @cached_property
    def naive_sum(self) -> Decimal | None:
        if self.value is None or self.is_ratio:
            return None
        return self.value * len(self.united.figures.agency_ids)

    @property
    def apportioned(self) -> Decimal | None:
        """The sum of its agreed parts; None if there is none."""
        return summed(claim.apportioned for claim in self.claims)

    @property
    def unallocated(self) -> Decimal | None:
        """What the agreed shares leave; None if none is agreed."""
        if self.value is None or self.is_ratio or not self.united.figures.agreed_bp:
            return None
        return self.value - (self.apportioned or Decimal(0))


def counted_results(union: Union) -> tuple[CountedResult, ...]:
    """The results of a union, by region, office, group and date.

    Apportioned parts are at six places, as a workbook holds them.
    """
    latest = _latest(union.counted)
    names: dict[str, str] = {}
    for each in union.results:
        for claim in each.claims:
            names.setdefault(agency_key(claim.row), text(claim.row, "Agency"))
    # Spreadsheets take Hours and hours for the same, and so do people.
    units: dict[str, str] = {}
    results = (_counted(each, latest, names, units) for each in union.results)
    return tuple(sorted(results, key=_place))


def _place(counted: CountedResult) -> tuple[str, ...]:
    told, result = counted.united.told, counted.united.result
    return told.read.region, told.read.office_id, told.read.scope, text(told.row, "Date"), result.id


def _latest(results: Iterable[UnitedResult]) -> set[str]:
    """Ids of the results whose value is the last of its group, unit and basis (rule 9)."""
    last: dict[tuple[str, str, str], UnitedResult] = {}
    for each in sorted(results, key=lambda one: (text(one.told.row, "Date"), one.result.id)):
        if how_counted(each.result) is Aggregation.LATEST and not each.withheld:
            last[each.told.read.scope_id, each.result.unit.casefold(), each.result.count_basis or ""] = each
    return {each.result.id for each in last.values()}


def _counted(united: UnitedResult, latest: set[str], names: dict[str, str], units: dict[str, str]) -> CountedResult:
    result, figures = united.result, united.figures
    why_not = united.left_out
    value = None if united.withheld or why_not else figures.value
    if how_counted(result) is Aggregation.LATEST and value is not None and result.id not in latest:
        value, why_not = None, LATEST_EARLIER
    claims = tuple(_claims(united, value, names, counts=not why_not))
    like = _like(united)
    like = replace(like, unit=units.setdefault(like.unit.casefold(), like.unit))
    return CountedResult(united, like, None if value is None else round(value, 6), claims, why_not)


def _like(united: UnitedResult) -> Like:
    result = united.result
    level = result.level.label if result.level else ""
    basis = result.count_basis.label if result.count_basis else ""
    match how_counted(result):
        case Aggregation.NONE:
            return Like(RESULTS_UNIT, "", level)
        case Aggregation.RATIO:
            return Like(f"{result.unit or 'number'} (ratio)", basis, level)
        case Aggregation.LATEST:
            # Latest values of several groups are never added up: each group has its own.
            return Like(f"{result.unit} (latest of {united.told.read.scope})", basis, level)
        case _:
            return Like(result.unit, basis, level)


def _claims(
    united: UnitedResult, value: Decimal | None, names: dict[str, str], *, counts: bool
) -> Iterator[CountedClaim]:
    led = {claim.mapping.agency_id for claim in united.claims if claim.mapping.type is MappingType.LEAD}
    agencies: set[str | None] = set()
    lines: set[str | None] = set()
    is_ratio = how_counted(united.result) is Aggregation.RATIO
    for claim in united.claims:
        mapping = claim.mapping
        line = mapping.line_id if claim.line_counts else None
        part = united.figures.apportioned(mapping) if value is not None and not is_ratio else None
        yield CountedClaim(
            claim,
            names[mapping.agency_id or ""],
            counts and mapping.agency_id not in agencies,
            counts and line is not None and line not in lines,
            mapping.agency_id in led,
            None if part is None or not counts else round(part, 6),
        )
        agencies.add(mapping.agency_id)
        lines.add(line)
