"""The rules of calculation: three numbers of each result, and what may be added up."""

from decimal import Decimal

import pytest

from tests.builders import a_group, a_mapping, a_result, an_agency
from tracker.models.figures.apportioning import (
    ResultFigures,
    Tally,
    equal_split,
    result_figures,
    share_problems,
    split,
    tallies,
)
from tracker.models.mistake import Mistake
from tracker.models.records import Agency, Mapping, Result
from tracker.models.records.accountability import MappingState
from tracker.models.records.result import Aggregation, CountBasis


def figures(result: Result, *mappings: Mapping) -> ResultFigures:
    return result_figures(result, mappings)


def only_tally(*each: ResultFigures) -> Tally:
    (tally,) = tallies(each)
    return tally


def icm() -> tuple[ResultFigures, dict[str, Agency]]:
    """12 tamariki; Education 50, Oranga Tamariki 20, MSD 15 and 5 on two lines, Police 10, Housing without a share."""
    agencies = {code: an_agency(code) for code in ("EDU", "OT", "MSD", "POL", "HUD")}
    result = a_result(a_group(), 12)
    shares = [("EDU", 5000), ("OT", 2000), ("MSD", 1500), ("MSD", 500), ("POL", 1000), ("HUD", None)]
    claims = [a_mapping(result, agencies[code], share, line_id=f"line {n}") for n, (code, share) in enumerate(shares)]
    return figures(result, *claims), agencies


def test_guedo_claimed_by_eight_counts_four_once() -> None:
    result = a_result(a_group(), 4, unit="agencies", count_basis=CountBasis.ORGANISATIONS, baseline=Decimal(4))
    worked = figures(result, *(a_mapping(result, an_agency(f"A{n}")) for n in range(8)))
    assert (worked.naive_sum, worked.counted_once, worked.overlap) == (32, 4, 8)
    assert worked.unallocated is None


def test_nmcc_leaves_a_tenth_unallocated() -> None:
    result = a_result(a_group(), 1, unit="system", count_basis=CountBasis.DOCUMENTS)
    shares = {"CUS": 4000, "NZDF": 3500, "MPI": 1500}
    worked = figures(result, *(a_mapping(result, an_agency(code), share) for code, share in shares.items()))
    assert (worked.naive_sum, worked.counted_once, worked.unallocated) == (3, 1, Decimal("0.10"))
    everyone = figures(result, *(a_mapping(result, an_agency(f"A{n}")) for n in range(18)))
    assert everyone.overlap == 18


def test_icm_papakura_apportions_twelve_tamariki_to_the_figure() -> None:
    worked, agencies = icm()
    tally = only_tally(worked)
    by_agency = {each.agency_id: each.apportioned for each in tally.agencies}
    assert (worked.naive_sum, worked.counted_once, worked.unallocated, worked.overlap) == (60, 12, 0, 5)
    expected = {"EDU": "6.0", "OT": "2.4", "MSD": "2.4", "POL": "1.2"}
    assert {code: by_agency[agencies[code].id] for code in expected} == {c: Decimal(v) for c, v in expected.items()}
    assert by_agency[agencies["HUD"].id] is None
    assert tally.apportioned_sum == 12


def test_an_agency_with_two_lines_counts_once() -> None:
    worked, agencies = icm()
    contributed = {each.agency_id: each.contributed_to for each in only_tally(worked).agencies}
    assert contributed == {agency.id: 12 for agency in agencies.values()}


def test_apportioned_and_unallocated_make_up_what_is_counted_once() -> None:
    result = a_result(a_group(), "17.35")
    claims = [a_mapping(result, an_agency(f"A{n}"), share) for n, share in enumerate(equal_split(7)[:5])]
    tally = only_tally(figures(result, *claims))
    assert tally.unallocated is not None
    assert tally.apportioned_sum + tally.unallocated == tally.counted_once == Decimal("17.35")


def test_a_share_that_the_group_has_not_agreed_enters_no_figure_but_the_cap() -> None:
    result = a_result(a_group(), 12)
    agreed = a_mapping(result, an_agency("EDU"), 6000)
    wanted = a_mapping(result, an_agency("POL"), 5000, state=MappingState.AGENCY_AGREED)
    worked = figures(result, agreed, wanted)
    assert (worked.agreed_bp, worked.claimed_bp, worked.over_the_cap) == (6000, 11000, True)
    assert worked.unallocated == Decimal("4.8")


@pytest.mark.parametrize("state", [MappingState.DISPUTED, MappingState.WITHDRAWN])
def test_a_claim_that_is_not_live_does_not_count(state: MappingState) -> None:
    result = a_result(a_group(), 12)
    worked = figures(
        result, a_mapping(result, an_agency("EDU")), a_mapping(result, an_agency("POL"), 9000, state=state)
    )
    assert (worked.naive_sum, worked.agreed_bp, worked.claimed_bp) == (12, 0, 0)


@pytest.mark.parametrize("parts", [3, 5, 7, 8, 9, 11, 18, 19])
def test_equal_shares_sum_to_the_whole(parts: int) -> None:
    assert sum(equal_split(parts)) == 10_000


def test_three_equal_shares_give_the_rest_to_the_first() -> None:
    assert equal_split(3) == (3334, 3333, 3333)


def test_shares_by_weight_give_what_is_left_to_the_largest_remainder() -> None:
    assert split((4, 2, 1)) == (5714, 2857, 1429)
    with pytest.raises(Mistake):
        split((0, 0))


def test_a_share_of_10001_basis_points_is_refused() -> None:
    claim = a_mapping(a_result(a_group(), 12), an_agency(), 10_001)
    assert claim.problems() == ["Share is 10001: it cannot be above 10000."]


def test_shares_that_sum_to_10001_cannot_be_agreed() -> None:
    result = a_result(a_group(), 12)
    claims = [a_mapping(result, an_agency("EDU"), 5000), a_mapping(result, an_agency("POL"), 5001)]
    assert share_problems(claims) == ["The shares add up to 100.01%, and 100% is the whole: agree on smaller shares."]
    assert share_problems(claims[:1]) == []


def test_only_like_is_added_to_like() -> None:
    group = a_group()
    people, more = a_result(group, 12), a_result(group, 8)
    hours = a_result(group, 40, unit="hours", count_basis=CountBasis.HOURS)
    found = {tally.unit: tally.counted_once for tally in tallies(map(figures, (people, more, hours)))}
    assert found == {"hours": 40, "people": 20}


def test_a_story_counts_as_one_result() -> None:
    group = a_group()
    tally = only_tally(figures(a_result(group)), figures(a_result(group, 3, aggregation=Aggregation.NONE)))
    assert (tally.unit, tally.counted_once) == ("results", 2)


def test_of_readings_of_which_the_latest_counts_the_last_is_taken() -> None:
    group = a_group()
    early = a_result(group, 28, aggregation=Aggregation.LATEST, on=a_result(group).on.replace(month=1))  # type: ignore[union-attr]
    late = a_result(group, 9, aggregation=Aggregation.LATEST)
    assert only_tally(figures(late), figures(early)).counted_once == 9


def test_ratios_add_what_is_above_and_what_is_below() -> None:
    def ratio(above: int, below: int) -> ResultFigures:
        numbers = {"numerator": Decimal(above), "denominator": Decimal(below)}
        return figures(a_result(a_group(), 0, aggregation=Aggregation.RATIO, **numbers))

    assert only_tally(ratio(9, 10), ratio(3, 20)).counted_once == Decimal("0.4")


def test_a_withheld_value_stays_out_of_every_sum_and_its_result_counts() -> None:
    group = a_group()
    small, large = a_result(group, 3), a_result(group, 12)
    (tally,) = tallies([figures(small, a_mapping(small, an_agency())), figures(large)], frozenset({small.id}))
    assert (len(tally.results), tally.withheld, tally.counted_once, tally.contributed_sum) == (2, 1, 12, 0)


def test_a_unit_with_a_capital_is_the_same_unit() -> None:
    group = a_group()
    tally = only_tally(figures(a_result(group, 30, unit="hours")), figures(a_result(group, 12, unit="Hours")))
    assert (tally.unit, tally.counted_once) == ("hours", 42)
