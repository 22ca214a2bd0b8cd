"""The sample's results: told, claimed, and the worked examples to the figure."""

from collections import Counter
from decimal import Decimal

import pytest

from tests.store.sample_read import each_group, group_called, of, read_snapshot
from tracker.models.figures.apportioning import AgencyFigures, ResultFigures, result_figures, tallies
from tracker.models.records import Agency, Contribution, Indicator, Line, Mapping, Result, SharedOutcome
from tracker.models.snapshot import Snapshot


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return read_snapshot()


def test_some_results_carry_a_number_and_some_stay_a_story(snapshot: Snapshot) -> None:
    numbers = Counter(result.value is not None for result in snapshot.of(Result))
    assert numbers[True] >= 20
    assert numbers[False] >= 20


def test_one_of_something_is_not_many(snapshot: Snapshot) -> None:
    alone = {each.unit for each in (*snapshot.of(Result), *snapshot.of(Contribution)) if _number_of(each) == 1}
    assert alone
    assert not {unit for unit in alone if unit.endswith("s") or unit == "people"}


def _number_of(record: Result | Contribution) -> Decimal | None:
    return record.value if isinstance(record, Result) else record.quantity


@each_group
def test_results_are_claimed_and_some_of_them_on_a_line(snapshot: Snapshot, code: str) -> None:
    results = {result.id for result in of(snapshot, Result, code)}
    claims = [claim for claim in snapshot.of(Mapping) if claim.result_id in results]
    assert len(claims) >= 5
    assert any(claim.line_id for claim in claims)


@each_group
def test_an_indicator_follows_each_shared_outcome(snapshot: Snapshot, code: str) -> None:
    assert all(snapshot.of(Indicator, outcome_id=outcome.id) for outcome in of(snapshot, SharedOutcome, code))


def test_credit_is_shared_for_every_victory(snapshot: Snapshot) -> None:
    assert [result.name for result in snapshot.of(Result) if not result.credit_ids] == []


def worked(snapshot: Snapshot, code: str, words: str) -> ResultFigures:
    """The figures of the one result of a group whose title begins so."""
    (result,) = [
        result
        for result in snapshot.of(Result, group_id=group_called(snapshot, code).id)
        if result.name.startswith(words)
    ]
    return result_figures(result, snapshot.of(Mapping, result_id=result.id))


def by_agency(snapshot: Snapshot, figures: ResultFigures) -> dict[str, AgencyFigures]:
    (tally,) = tallies([figures])
    return {snapshot.called(Agency, each.agency_id): each for each in tally.agencies}


def test_papakura_counts_twelve_once_and_shares_them_out_to_the_tenth(snapshot: Snapshot) -> None:
    figures = worked(snapshot, "ICM", "Tamariki back at school")
    assert (figures.naive_sum, figures.counted_once, figures.unallocated, figures.overlap) == (60, 12, 0, 5)
    agencies = by_agency(snapshot, figures)
    assert {name: each.apportioned for name, each in agencies.items()} == {
        "Education": Decimal("6.0"),
        "CYF": Decimal("2.4"),
        "Work and Income": Decimal("2.4"),
        "Police": Decimal("1.2"),
        "Housing": None,
    }
    assert {each.contributed_to for each in agencies.values()} == {Decimal(12)}


def test_papakura_claims_stand_on_the_lines_of_the_worked_example(snapshot: Snapshot) -> None:
    figures = worked(snapshot, "ICM", "Tamariki back at school")
    lines = [snapshot.one(Line, claim.line_id) for claim in figures.mappings]
    assert {line.code: line.amount_000 for line in lines} == {
        "11768": 10_143,
        "12010": 276_823,
        "11301": 94_948,
        "11302": 337_227,
        "8575": 240_201,
        "12408": 1_093_458,
    }


def test_the_maritime_picture_is_one_and_a_tenth_of_it_nobodys(snapshot: Snapshot) -> None:
    figures = worked(snapshot, "NMCC", "One whole-of-government maritime picture")
    assert (figures.naive_sum, figures.counted_once, figures.unallocated) == (3, 1, Decimal("0.10"))
    shares = {snapshot.called(Agency, claim.agency_id): claim.share_bp for claim in figures.mappings}
    assert shares == {"Customs": 4000, "Defence Force": 3500, "Fisheries": 1500}


def test_eight_agencies_of_the_auckland_office_claim_the_same_four(snapshot: Snapshot) -> None:
    figures = worked(snapshot, "GUEDO", "Agencies sharing the Auckland office")
    assert (figures.naive_sum, figures.counted_once, figures.overlap, figures.unallocated) == (32, 4, 8, None)
    assert figures.result.baseline == 4
