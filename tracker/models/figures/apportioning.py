"""Shares of results: contributed to, apportioned, counted once ("Rules of calculation").

A result is counted once by its id, whoever claims it. Shares are whole basis points (10,000 is the whole result) and
values exact decimals, so that what is shared out adds up to the last digit.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tracker.models.mistake import Mistake
from tracker.models.records.accountability import WHOLE_SHARE, Mapping, MappingState
from tracker.models.records.result import Aggregation, CountBasis, Result

# What a result without a number that adds up is counted in.
RESULTS_UNIT = "results"


@dataclass(frozen=True)
class ResultFigures:
    """One result and the live claims on it.

    `value` is V(r), in the result's unit; None where there is none. `agency_ids` are the claimants, each once, in the
    order of their claims. `agreed_bp` is S(r), the shares the group agreed; `claimed_bp` is the sum of all live shares.
    """

    result: Result
    mappings: tuple[Mapping, ...]
    value: Decimal | None
    agency_ids: tuple[str, ...]
    agreed_bp: int
    claimed_bp: int

    @property
    def naive_sum(self) -> Decimal | None:
        """The value as often as agencies claim it: what adding up their reports would give; None for a ratio."""
        if self.value is None or how_counted(self.result) is Aggregation.RATIO:
            return None
        return self.value * len(self.agency_ids)

    @property
    def counted_once(self) -> Decimal | None:
        """The value, once."""
        return self.value

    @property
    def unallocated(self) -> Decimal | None:
        """U(r): community, iwi, other causes, not allocated; None if no shares are agreed."""
        if self.value is None or not self.agreed_bp:
            return None
        return self.value * (WHOLE_SHARE - self.agreed_bp) / WHOLE_SHARE

    @property
    def overlap(self) -> Decimal | None:
        """Naive sum by counted once: 1 is no overlap; None if there is nothing to divide."""
        if not self.naive_sum:
            return None
        return Decimal(len(self.agency_ids))

    @property
    def over_the_cap(self) -> bool:
        """Whether the live shares add up to more than the whole result (rule 3)."""
        return self.claimed_bp > WHOLE_SHARE

    def apportioned(self, mapping: Mapping) -> Decimal | None:
        """The part of the value that one claim carries; None without a share that the group agreed."""
        if self.value is None or not _agreed(mapping):
            return None
        return self.value * (mapping.share_bp or 0) / WHOLE_SHARE


@dataclass(frozen=True)
class AgencyFigures:
    """One agency in a tally. `contributed_to` does not add up over agencies; `apportioned` does, and None is blank."""

    agency_id: str
    results: int
    contributed_to: Decimal
    apportioned: Decimal | None


@dataclass(frozen=True)
class Tally:
    """Results that may be added up: one unit, one count basis, one way of adding up (rule 9).

    `withheld` is how many values are left out as small counts; their results still count as results.
    """

    unit: str
    count_basis: CountBasis | None
    aggregation: Aggregation
    results: tuple[ResultFigures, ...]
    withheld: int
    counted_once: Decimal | None
    unallocated: Decimal | None
    agencies: tuple[AgencyFigures, ...]

    @property
    def contributed_sum(self) -> Decimal:
        """The sum of what each agency contributed to, which counts a result once for each of them."""
        return sum((agency.contributed_to for agency in self.agencies), Decimal(0))

    @property
    def apportioned_sum(self) -> Decimal:
        """The sum of what is apportioned."""
        return sum((agency.apportioned or Decimal(0) for agency in self.agencies), Decimal(0))

    @property
    def overlap(self) -> Decimal | None:
        """The overlap factor (rule 8); None if there is nothing to divide by or ratios are not added up."""
        if not self.counted_once or self.aggregation is Aggregation.RATIO:
            return None
        return self.contributed_sum / self.counted_once


def how_counted(result: Result) -> Aggregation:
    """How a result is put together with others: as it says, or as one result where the number for that is missing."""
    if result.aggregation is Aggregation.RATIO:
        return Aggregation.RATIO if result.numerator is not None and result.denominator else Aggregation.NONE
    if result.aggregation in (Aggregation.SUM, Aggregation.LATEST) and result.value is not None:
        return result.aggregation
    return Aggregation.NONE


def counted_value(result: Result) -> Decimal | None:
    """V(r): the value; for a change the change itself; 1 for what counts as one result; the ratio of a ratio."""
    match how_counted(result):
        case Aggregation.NONE:
            return Decimal(1)
        case Aggregation.RATIO:
            assert result.numerator is not None
            assert result.denominator
            return result.numerator / result.denominator
        case _:
            return result.value


def result_figures(result: Result, mappings: Iterable[Mapping]) -> ResultFigures:
    """The figures of one result from all claims on it; disputed and withdrawn ones are left out (rule 5)."""
    live = tuple(mapping for mapping in mappings if mapping.live)
    return ResultFigures(
        result=result,
        mappings=live,
        value=counted_value(result),
        agency_ids=tuple(dict.fromkeys(mapping.agency_id or "" for mapping in live)),
        agreed_bp=sum(mapping.share_bp or 0 for mapping in live if _agreed(mapping)),
        claimed_bp=sum(mapping.share_bp or 0 for mapping in live),
    )


def tallies(figures: Iterable[ResultFigures], withheld_ids: frozenset[str] = frozenset()) -> tuple[Tally, ...]:
    """Results put together like with like; values of `withheld_ids` (result ids) stay out of every sum."""
    alike: dict[tuple[str, CountBasis | None, Aggregation], list[ResultFigures]] = {}
    for each in sorted(figures, key=lambda one: (one.result.on is None, one.result.on, one.result.id)):
        alike.setdefault(_like(each.result), []).append(each)
    keys = sorted(alike, key=lambda key: (key[2].rank, key[0], key[1] or ""))
    return tuple(_tally(key, alike[key], withheld_ids) for key in keys)


def equal_split(parts: int) -> tuple[int, ...]:
    """The whole in equal shares of basis points by largest remainder: 3 give 3334, 3333, 3333."""
    return split((1,) * parts)


def split(weights: Sequence[int]) -> tuple[int, ...]:
    """The whole in shares of basis points by weight (whole numbers, 0 or more), by largest remainder.

    They sum to exactly 10,000. Equal remainders go to the first. Raises Mistake if no weight is above 0.
    """
    total = sum(weights)
    if total <= 0 or min(weights) < 0:
        raise Mistake("There is nothing to split by: give at least one agency a weight above 0.")
    shares = [weight * WHOLE_SHARE // total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda place: -(weights[place] * WHOLE_SHARE % total))
    for place in by_remainder[: WHOLE_SHARE - sum(shares)]:
        shares[place] += 1
    return tuple(shares)


def share_problems(mappings: Iterable[Mapping]) -> list[str]:
    """Why the group cannot agree these claims on one result: a share, or all live ones, over the whole (rule 3)."""
    live = [mapping for mapping in mappings if mapping.live]
    total = sum(mapping.share_bp or 0 for mapping in live)
    problems = [
        sentence for mapping in live for sentence in mapping.problems() if (mapping.share_bp or 0) > WHOLE_SHARE
    ]
    if total > WHOLE_SHARE:
        problems.append(f"The shares add up to {percent(total)}, and 100% is the whole: agree on smaller shares.")
    return problems


def percent(share_bp: int) -> str:
    """Basis points as people read them: 3334 is 33.34%, 11,000 is 110%."""
    places = f"{share_bp % 100:02d}".rstrip("0")
    return f"{share_bp // 100}.{places}%" if places else f"{share_bp // 100}%"


def _agreed(mapping: Mapping) -> bool:
    return mapping.state is MappingState.GROUP_AGREED and mapping.share_bp is not None


def _like(result: Result) -> tuple[str, CountBasis | None, Aggregation]:
    how = how_counted(result)
    # Spreadsheets take Hours and hours for the same, and so do people.
    return (RESULTS_UNIT, None, how) if how is Aggregation.NONE else (result.unit.casefold(), result.count_basis, how)


def _tally(
    key: tuple[str, CountBasis | None, Aggregation], alike: list[ResultFigures], withheld_ids: frozenset[str]
) -> Tally:
    _, basis, how = key
    told = [each for each in alike if each.result.id not in withheld_ids]
    # Of values of which the latest counts, the others are told but enter no figure.
    counted = told[-1:] if how is Aggregation.LATEST else told
    agreed = [each.unallocated for each in counted if each.unallocated is not None]
    return Tally(
        unit=RESULTS_UNIT if how is Aggregation.NONE else alike[0].result.unit,
        count_basis=basis,
        aggregation=how,
        results=tuple(alike),
        withheld=len(alike) - len(told),
        counted_once=_counted_once(how, counted),
        unallocated=sum(agreed, Decimal(0)) if agreed and how is not Aggregation.RATIO else None,
        agencies=() if how is Aggregation.RATIO else _agencies(counted),
    )


def _counted_once(how: Aggregation, counted: list[ResultFigures]) -> Decimal | None:
    if not counted:
        return None
    if how is Aggregation.RATIO:
        above = sum((each.result.numerator or Decimal(0) for each in counted), Decimal(0))
        below = sum((each.result.denominator or Decimal(0) for each in counted), Decimal(0))
        return above / below if below else None
    return sum((each.value or Decimal(0) for each in counted), Decimal(0))


def _agencies(counted: list[ResultFigures]) -> tuple[AgencyFigures, ...]:
    by_claimant: dict[str, list[ResultFigures]] = {}
    for each in counted:
        for agency_id in each.agency_ids:
            by_claimant.setdefault(agency_id, []).append(each)
    return tuple(_agency(agency_id, theirs) for agency_id, theirs in by_claimant.items())


def _agency(agency_id: str, theirs: list[ResultFigures]) -> AgencyFigures:
    parts = [
        part
        for each in theirs
        for mapping in each.mappings
        if mapping.agency_id == agency_id and (part := each.apportioned(mapping)) is not None
    ]
    return AgencyFigures(
        agency_id=agency_id,
        results=len(theirs),
        contributed_to=sum((each.value or Decimal(0) for each in theirs), Decimal(0)),
        apportioned=sum(parts, Decimal(0)) if parts else None,
    )
