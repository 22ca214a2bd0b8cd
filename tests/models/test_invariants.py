"""What must hold between records: said in a sentence when it does not."""

from datetime import date

from tests.builders import a_framework, a_group, a_line, a_mapping, a_member, a_person, a_result, an_agency
from tracker.models.invariants import all_broken, broken
from tracker.models.records import Mapping, Membership, Record, Role
from tracker.models.records.accountability import MappingState
from tracker.models.records.membership import RoleName
from tracker.models.snapshot import Snapshot, snapshot_of

GROUP, POLICE, EDUCATION = a_group(), an_agency("POL"), an_agency("EDU")
RESULT, LINE = a_result(GROUP, 12), a_line(a_framework())
DRAFT = MappingState.DRAFT


def office(*records: Record) -> Snapshot:
    return snapshot_of(date(2008, 6, 30), [GROUP, POLICE, EDUCATION, RESULT, LINE, *records])


def test_shares_that_are_talked_about_may_add_up_to_more_than_the_whole() -> None:
    claims = [a_mapping(RESULT, POLICE, 6000, state=DRAFT), a_mapping(RESULT, EDUCATION, 6000, state=DRAFT)]
    assert all_broken(office(*claims)) == []


def test_while_they_do_no_share_can_be_agreed() -> None:
    claims = [a_mapping(RESULT, POLICE, 6000), a_mapping(RESULT, EDUCATION, 6000, state=DRAFT)]
    assert "add up to 120%" in all_broken(office(*claims))[0]


def test_what_is_disputed_does_not_count() -> None:
    disputed = a_mapping(RESULT, EDUCATION, 6000, line_id=LINE.id, state=MappingState.DISPUTED)
    assert all_broken(office(a_mapping(RESULT, POLICE, 6000, line_id=LINE.id), disputed)) == []


def test_a_result_counts_towards_a_line_once() -> None:
    claims = [a_mapping(RESULT, POLICE, line_id=LINE.id), a_mapping(RESULT, EDUCATION, line_id=LINE.id)]
    assert "counts towards “Appropriation 11768” more than once" in all_broken(office(*claims))[0]


def test_without_a_line_several_may_have_a_part() -> None:
    assert all_broken(office(a_mapping(RESULT, POLICE), a_mapping(RESULT, EDUCATION))) == []


def test_a_role_begins_inside_a_seat() -> None:
    person = a_person(POLICE)
    role = Role(id="role", group_id=GROUP.id, person_id=person.id, name=RoleName.CHAIR, from_on=date(2007, 1, 1))
    seat = a_member(GROUP, POLICE, person_id=person.id, from_on=date(2007, 2, 1))
    assert "has no seat in the group on 1 Jan 2007" in all_broken(office(person, role, seat))[0]


def test_only_what_a_change_could_break_is_asked() -> None:
    claims = [a_mapping(RESULT, POLICE, 6000), a_mapping(RESULT, EDUCATION, 6000)]
    assert broken(office(*claims), frozenset({Membership})) == []
    assert len(broken(office(*claims), frozenset({Mapping}))) == 1
