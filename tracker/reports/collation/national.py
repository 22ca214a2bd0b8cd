"""The national figures: every result once, put together like with like, by agency and by line (rules 5 to 9 and 14)."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from tracker.models.figures.apportioning import RESULTS_UNIT
from tracker.reports.collation.counted_result import CountedClaim, CountedResult, Like, counted_results
from tracker.reports.collation.read_return import Row
from tracker.reports.collation.told_result import summed, text
from tracker.reports.collation.union import Union

_Key = tuple[str, Like]
_Claims = dict[_Key, list[CountedClaim]]
_Values = dict[_Key, list[Decimal | None]]


@dataclass(frozen=True)
class Total:
    """One row of national totals. Sums are None where there is nothing to add up or all of it is withheld."""

    like: Like
    results: tuple[CountedResult, ...]

    @property
    def is_ratio(self) -> bool:
        return self.results[0].is_ratio

    @property
    def withheld(self) -> int:
        return sum(each.united.withheld for each in self.results)

    @property
    def counted_once(self) -> Decimal | None:
        told = [each for each in self.results if each.value is not None]
        if not self.is_ratio:
            return summed(each.value for each in told)
        above = sum((each.united.result.numerator or Decimal(0) for each in told), Decimal(0))
        below = sum((each.united.result.denominator or Decimal(0) for each in told), Decimal(0))
        return above / below if below else None

    @property
    def contributed_sum(self) -> Decimal | None:
        return None if self.is_ratio else summed(each.naive_sum for each in self.results)

    @property
    def overlap(self) -> Decimal | None:
        """Contributed sum by counted once (rule 8)."""
        if self.contributed_sum is None or not self.counted_once:
            return None
        return self.contributed_sum / self.counted_once

    @property
    def apportioned_sum(self) -> Decimal | None:
        return None if self.is_ratio else summed(each.apportioned for each in self.results)

    @property
    def unallocated(self) -> Decimal | None:
        return None if self.is_ratio else summed(each.unallocated for each in self.results)

    @property
    def shared(self) -> Decimal | None:
        """Counted once over the results with agreed shares: what apportioned and unallocated make up (rule 7)."""
        return summed(each.value for each in self.results if each.unallocated is not None)

    @property
    def adds_up(self) -> bool:
        if self.shared is None:
            return True
        return (self.apportioned_sum or Decimal(0)) + (self.unallocated or Decimal(0)) == self.shared


@dataclass(frozen=True)
class AgencyRow:
    """An agency's part in what may be added up."""

    agency: str
    like: Like
    claims: tuple[CountedClaim, ...]
    values: tuple[Decimal | None, ...]

    @property
    def results(self) -> int:
        return len(self.values)

    @property
    def contributed_to(self) -> Decimal | None:
        return summed(self.values)

    @property
    def apportioned(self) -> Decimal | None:
        return summed(claim.apportioned for claim in self.claims)

    @property
    def lead(self) -> int:
        return sum(claim.first_for_agency and claim.led for claim in self.claims)


@dataclass(frozen=True)
class LineRow:
    """A line's part in what may be added up, each result once; `agencies` had a part in these results on any line."""

    line_key: str
    like: Like
    claims: tuple[CountedClaim, ...]
    values: tuple[Decimal | None, ...]
    agencies: int

    @property
    def row(self) -> Row:
        """The claim that tells what the line is called."""
        return self.claims[0].claim.row


@dataclass(frozen=True)
class National:
    """All results with their parts in the figures, and what they add up to."""

    union: Union
    results: tuple[CountedResult, ...]

    @cached_property
    def in_totals(self) -> tuple[CountedResult, ...]:
        return tuple(each for each in self.results if each.in_totals)

    @cached_property
    def claims(self) -> tuple[tuple[CountedResult, CountedClaim], ...]:
        """Every claim with its result."""
        return tuple((result, claim) for result in self.results for claim in result.claims)

    @cached_property
    def totals(self) -> tuple[Total, ...]:
        """By unit, count basis and level."""
        alike: dict[Like, list[CountedResult]] = {}
        for each in self.in_totals:
            alike.setdefault(each.like, []).append(each)
        keys = sorted(
            alike, key=lambda key: (key.unit != RESULTS_UNIT, key.unit.casefold(), key.count_basis, key.level)
        )
        return tuple(Total(key, tuple(alike[key])) for key in keys)

    @cached_property
    def agencies(self) -> tuple[AgencyRow, ...]:
        """By agency and by what may be added up."""
        claims, values = _by(self, lambda claim: claim.agency, lambda claim: claim.first_for_agency)
        return tuple(AgencyRow(*key, tuple(claims[key]), tuple(values[key])) for key in sorted(claims, key=_sorted))

    @cached_property
    def lines(self) -> tuple[LineRow, ...]:
        """By line and by what may be added up; a result whose line is in doubt is under none."""
        claims, values = _by(self, lambda claim: claim.line_key, lambda claim: claim.first_on_line)
        agencies = self._agencies_by_line()
        rows = [LineRow(*key, tuple(claims[key]), tuple(values[key]), len(agencies[key])) for key in claims if key[0]]
        return tuple(sorted(rows, key=_vote))

    @cached_property
    def overlaps(self) -> tuple[CountedResult, ...]:
        """Results claimed by more than one agency, the most claimed first."""
        found = [each for each in self.in_totals if len(each.united.figures.agency_ids) > 1]
        return tuple(sorted(found, key=_most_claimed))

    def _agencies_by_line(self) -> dict[_Key, set[str]]:
        found: dict[_Key, set[str]] = {}
        for result in self.in_totals:
            agencies = {claim.agency for claim in result.claims}
            for claim in result.claims:
                key = (claim.line_key, Like(result.like.unit, result.like.count_basis))
                found.setdefault(key, set()).update(agencies)
        return found


def national(union: Union) -> National:
    """The figures of a union."""
    return National(union, counted_results(union))


def _by(
    national: National, whose: Callable[[CountedClaim], str], is_first: Callable[[CountedClaim], bool]
) -> tuple[_Claims, _Values]:
    claims: _Claims = {}
    values: _Values = {}
    for result, claim in national.claims:
        if not result.in_totals:
            continue
        key = (whose(claim), Like(result.like.unit, result.like.count_basis))
        claims.setdefault(key, []).append(claim)
        there = values.setdefault(key, [])
        if is_first(claim):
            there.append(None if result.is_ratio else result.value)
    return claims, values


def _sorted(key: tuple[str, Like]) -> tuple[str, ...]:
    return key[0].casefold(), key[1].unit.casefold(), key[1].count_basis


def _vote(row: LineRow) -> tuple[str, ...]:
    unit = row.like.unit.casefold(), row.like.count_basis
    return text(row.row, "Vote").casefold(), row.line_key.casefold(), *unit


def _most_claimed(each: CountedResult) -> tuple[int, str, str]:
    return -len(each.united.figures.agency_ids), each.united.result.name, each.united.result.id
