"""Which group a record belongs to."""

from datetime import date

import pytest

from tests.builders import a_framework, a_group, a_line, a_mapping, a_meeting, a_member, a_person, a_result, an_agency
from tracker.models.belonging import belongs_to_groups, group_of, of_group
from tracker.models.records import (
    KINDS,
    Agency,
    Attendance,
    Commitment,
    DueChange,
    Framework,
    Group,
    Line,
    Mapping,
    Person,
    Record,
    Result,
    Return,
)
from tracker.models.records.handing_in import ReturnKind
from tracker.models.snapshot import Snapshot, snapshot_of

HERE, THERE = a_group(), a_group(code="OTHER")
AGENCY, STRANGER = an_agency("POL"), an_agency("EDU")
PERSON = a_person(AGENCY)
MEETING = a_meeting(HERE)
CAME = Attendance(id="came", meeting_id=MEETING.id, agency_id=AGENCY.id, person_id=PERSON.id)
PROMISE = Commitment(id="promise", group_id=HERE.id, text="Bring the list", made_on=MEETING.on)
MOVED = DueChange(id="moved", commitment_id=PROMISE.id, on=MEETING.on)
RESULT, OTHER_RESULT = a_result(HERE), a_result(THERE)
FRAMEWORK = a_framework()
LINE, FREE_LINE = a_line(FRAMEWORK, "11768"), a_line(FRAMEWORK, "8575")
CLAIM = a_mapping(RESULT, AGENCY, line_id=LINE.id)
SEAT = a_member(HERE, AGENCY, person_id=PERSON.id)


def office() -> Snapshot:
    lines = [FRAMEWORK, LINE, FREE_LINE, RESULT, OTHER_RESULT, CLAIM]
    return snapshot_of(
        date(2008, 6, 30), [HERE, THERE, AGENCY, STRANGER, PERSON, SEAT, MEETING, CAME, PROMISE, MOVED, *lines]
    )


@pytest.mark.parametrize(
    "record", [HERE, MEETING, CAME, PROMISE, MOVED, RESULT, CLAIM, SEAT], ids=lambda found: found.noun
)
def test_a_record_belongs_to_its_group_directly_or_through_what_it_is_part_of(record: Record) -> None:
    assert group_of(office(), record) == HERE.id


@pytest.mark.parametrize("record", [AGENCY, PERSON, FRAMEWORK, LINE], ids=lambda found: found.noun)
def test_what_groups_share_belongs_to_none(record: Record) -> None:
    assert group_of(office(), record) is None


SHARED = {
    "office",
    "thresholds",
    "school_terms",
    "agencies",
    "former_names",
    "successions",
    "people",
    "frameworks",
    "lines",
    "measures",
}
OF_THE_OFFICE = {"returns", "sign_offs", "receipts", "departures", "explanations", "logged_rows"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_every_kind_but_what_groups_share_belongs_to_groups(kind: type[Record]) -> None:
    assert belongs_to_groups(kind) == (kind is not Group and kind.table not in SHARED | OF_THE_OFFICE)


def test_a_group_has_the_agencies_and_people_with_a_seat_in_it() -> None:
    assert of_group(office(), Agency, HERE.id) == [AGENCY]
    assert of_group(office(), Person, HERE.id) == [PERSON]
    assert of_group(office(), Agency, THERE.id) == []


def test_a_group_has_the_lines_that_its_results_count_towards() -> None:
    assert of_group(office(), Line, HERE.id) == [LINE]
    assert of_group(office(), Line, THERE.id) == []


def test_a_group_has_its_own_results_claims_and_itself() -> None:
    assert of_group(office(), Result, HERE.id) == [RESULT]
    assert of_group(office(), Mapping, HERE.id) == [CLAIM]
    assert of_group(office(), Group, HERE.id) == [HERE]


def test_a_group_has_its_own_returns_and_the_frameworks_of_its_lines() -> None:
    made = Return(id="made", kind=ReturnKind.GROUP, scope_id=HERE.id)
    shared = Return(id="shared", kind=ReturnKind.REGION, scope_id=HERE.id)
    held = snapshot_of(date(2008, 6, 30), [HERE, THERE, FRAMEWORK, LINE, RESULT, CLAIM, made, shared])
    assert of_group(held, Return, HERE.id) == [made]
    assert of_group(held, Framework, HERE.id) == [FRAMEWORK]
    assert of_group(held, Framework, THERE.id) == []
