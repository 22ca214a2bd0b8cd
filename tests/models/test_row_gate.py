"""Rows of a table with something restricted behind them stay in the office."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import a_group, a_meeting, a_person, an_agency, an_id, an_office
from tracker.models.figures.coming import ComingMeeting
from tracker.models.figures.follow_through import FollowThrough
from tracker.models.figures.promises import promises
from tracker.models.figures.row_gate import RowGate, records_in
from tracker.models.records import Commitment, DueChange, PlannedMeeting, Record
from tracker.models.records.record import Sensitivity
from tracker.models.snapshot import snapshot_of
from tracker.models.value import Value, value

TODAY = date(2008, 6, 30)
GROUP, AGENCY = a_group(), an_agency("POL")
MEETING = a_meeting(GROUP)
PERSON = a_person(AGENCY)
PROMISE = Commitment(
    id=an_id(), group_id=GROUP.id, meeting_id=MEETING.id, agency_id=AGENCY.id, person_id=PERSON.id, text="Bring it"
)
CHANGE = DueChange(id=an_id(), commitment_id=PROMISE.id)


def kept(record: Record) -> Record:
    return replace(record, sensitivity=Sensitivity.RESTRICTED)


@pytest.mark.parametrize("place", range(5), ids=["group", "agency", "meeting", "person", "promise"])
def test_a_promise_stays_with_whatever_it_names(place: int) -> None:
    records: list[Record] = [GROUP, AGENCY, MEETING, PERSON, PROMISE]
    open_office = snapshot_of(TODAY, [an_office(), *records])
    records[place] = kept(records[place])
    snapshot = snapshot_of(TODAY, [an_office(), *records])
    assert RowGate(open_office).lets(promises(open_office)[0])
    assert not RowGate(snapshot).lets(promises(snapshot)[0])


def test_what_belongs_to_something_restricted_stays_with_it() -> None:
    snapshot = snapshot_of(TODAY, [an_office(), kept(GROUP), PROMISE, CHANGE])
    assert not RowGate(snapshot).lets(CHANGE)


def test_an_agency_that_is_part_of_a_restricted_one_may_be_told() -> None:
    part = an_agency("PART", part_of_id=AGENCY.id)
    snapshot = snapshot_of(TODAY, [an_office(), GROUP, kept(AGENCY), part])
    assert RowGate(snapshot).lets(replace(PROMISE, agency_id=part.id, person_id=None))


def test_a_row_without_a_record_is_known_by_whose_it_is() -> None:
    row = ComingMeeting(GROUP.id, TODAY, "", "", TODAY, None)
    assert not RowGate(snapshot_of(TODAY, [an_office(), kept(GROUP)])).lets(row)


def test_a_record_is_found_inside_a_value_of_the_row() -> None:
    @value
    class Row(Value):
        meeting: ComingMeeting

    planned = PlannedMeeting(id=an_id(), group_id=GROUP.id, on=TODAY)
    assert list(records_in(Row(ComingMeeting(GROUP.id, TODAY, "", "", TODAY, planned)))) == [planned]


def test_figures_about_many_may_leave() -> None:
    assert RowGate(snapshot_of(TODAY, [an_office(), kept(GROUP)])).lets(FollowThrough())


def test_a_table_may_say_what_is_behind_its_rows() -> None:
    gate = RowGate(snapshot_of(TODAY, [an_office(), GROUP, kept(MEETING)]))
    assert not gate.lets("a row of words", [kept(MEETING)])
    assert gate.lets("a row of words", [GROUP])
