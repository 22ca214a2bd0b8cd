"""A new year in one go: lines linked, claims of the new year carried across, and the rest named."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import a_framework, a_group, a_line, a_mapping, a_result, an_agency, an_id
from tracker.models.mistake import Mistake
from tracker.models.records import Line, Mapping, Measure
from tracker.models.records.accountability import MappingState
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot, snapshot_of
from tracker.models.year_roll import YearRoll, roll_year

THEN, NEXT = a_framework(), a_framework(name="Estimates 2008/09")
HERE, THERE = a_line(THEN), a_line(NEXT, year_end=2009)
GROUP, AGENCY = a_group(), an_agency()
NEW = a_result(GROUP, 12, on=date(2008, 8, 1))
OLD = a_result(GROUP, 12, on=date(2008, 5, 1))


def office(*records: Record) -> Snapshot:
    return snapshot_of(date(2008, 8, 30), (THEN, NEXT, HERE, THERE, GROUP, AGENCY, NEW, OLD, *records))


def roll(*records: Record) -> YearRoll:
    return roll_year(office(*records), 2009)


def test_a_claim_of_the_new_year_moves_with_all_that_was_agreed() -> None:
    claim = a_mapping(NEW, AGENCY, 5_000, line_id=HERE.id)
    (moved,) = roll(claim).carried
    assert moved.kept == replace(claim, line_id=THERE.id, revision=2)
    assert roll(claim).words == "1 line linked to 2008/09, 1 claim carried across, 0 without a line to go to"


def test_a_claim_of_the_year_before_stays_and_its_new_line_is_named() -> None:
    found = roll(a_mapping(OLD, AGENCY, line_id=HERE.id))
    assert (found.carried, [each.successor for each in found.again]) == ((), [THERE])
    assert [type(record) for record in found.records] == [Line]


def test_a_claim_whose_line_goes_on_as_none_is_listed() -> None:
    ending = a_line(THEN, "1", name="Ends", vote="")
    found = roll(ending, a_mapping(NEW, AGENCY, line_id=ending.id))
    assert (found.carried, [each.line for each in found.without], found.ended) == ((), [ending], (ending,))
    assert found.without[0].words.endswith("its line goes on as none")


def test_a_result_that_counts_there_already_is_not_counted_twice() -> None:
    found = roll(a_mapping(NEW, AGENCY, line_id=HERE.id), a_mapping(NEW, AGENCY, line_id=THERE.id))
    assert found.carried == ()
    assert "counts there already" in found.without[0].words


def test_two_lines_that_become_one_carry_one_claim_alone() -> None:
    other = a_line(THEN, "2", successor_line_id=THERE.id)
    found = roll(other, a_mapping(NEW, AGENCY, line_id=HERE.id), a_mapping(NEW, AGENCY, line_id=other.id))
    assert (len(found.carried), len(found.without)) == (1, 1)


def test_a_measure_goes_along_by_its_code() -> None:
    was = Measure(id=an_id(), line_id=HERE.id, code="M1", text="Pupils")
    same = replace(was, id=an_id(), line_id=THERE.id)
    claim = a_mapping(NEW, AGENCY, line_id=HERE.id, measure_id=was.id)
    kept = roll(was, same, claim).carried[0].kept
    alone = roll(was, claim).carried[0].kept
    assert kept
    assert alone
    assert (kept.measure_id, alone.measure_id) == (same.id, None)


@pytest.mark.parametrize("state", [MappingState.WITHDRAWN, MappingState.DISPUTED])
def test_what_does_not_count_stays_where_it_is(state: MappingState) -> None:
    found = roll(a_mapping(NEW, AGENCY, line_id=HERE.id, state=state))
    assert (found.carried, found.without) == ((), ())


def test_the_end_of_a_results_period_tells_its_year() -> None:
    over_both = a_result(GROUP, on=date(2008, 5, 1), period_from=date(2008, 5, 1), period_to=date(2008, 9, 30))
    assert len(roll(over_both, a_mapping(over_both, AGENCY, line_id=HERE.id)).carried) == 1


def test_without_lines_of_the_year_it_says_what_to_do() -> None:
    with pytest.raises(Mistake, match="There is no line of 2009/10 yet: bring in"):
        roll_year(office(), 2010)


def test_once_it_is_done_there_is_nothing_left_to_do() -> None:
    claim = a_mapping(NEW, AGENCY, line_id=HERE.id)
    done = {record.id: record for record in roll(claim).records}
    kept = [done.get(record.id, record) for record in (HERE, claim)]
    again = roll_year(snapshot_of(date(2008, 8, 30), (THEN, NEXT, THERE, GROUP, AGENCY, NEW, OLD, *kept)), 2009)
    assert (again.records, again.without) == ((), ())
    assert any(isinstance(record, Mapping) for record in done.values())
