"""What must hold between records: said in a sentence when it does not."""

from datetime import date

from tests.builders import a_framework, a_group, a_line, a_mapping, a_member, a_person, a_result, an_agency, an_id
from tracker.models.invariants import all_broken, broken
from tracker.models.records import Ball, Handover, Mapping, Membership, Record, Role
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


def a_ball(**fields: object) -> Ball:
    defaults = {"id": an_id(), "group_id": GROUP.id, "issue": "Learner licences", "opened_on": date(2008, 1, 10)}
    return Ball(**defaults | fields)  # type: ignore[arg-type]


def passed(ball: Ball, on: date, agency_id: str | None = None) -> Handover:
    return Handover(id=an_id(), ball_id=ball.id, on=on, agency_id=agency_id)


def test_a_ball_cannot_have_two_holders_on_one_day() -> None:
    ball, day = a_ball(), date(2008, 2, 1)
    both = [passed(ball, day, POLICE.id), passed(ball, day, EDUCATION.id)]
    assert "Ministry of Education and to New Zealand Police on 1 Feb 2008" in all_broken(office(ball, *both))[0]
    assert "to nobody" in all_broken(office(ball, both[0], passed(ball, day)))[0]


def test_the_same_holder_may_be_named_twice_on_one_day() -> None:
    ball, day = a_ball(), date(2008, 2, 1)
    assert all_broken(office(ball, passed(ball, day, POLICE.id), passed(ball, day, POLICE.id))) == []


def test_a_ball_is_not_handed_over_before_it_was_opened() -> None:
    ball = a_ball()
    assert "was opened on 10 Jan 2008" in all_broken(office(ball, passed(ball, date(2008, 1, 9), POLICE.id)))[0]
    assert all_broken(office(ball, passed(ball, date(2008, 1, 10), POLICE.id))) == []


def test_a_ball_is_not_handed_over_after_it_was_settled() -> None:
    ball = a_ball(closed_on=date(2008, 3, 1))
    assert "was settled on 1 Mar 2008" in all_broken(office(ball, passed(ball, date(2008, 3, 2), POLICE.id)))[0]
    assert all_broken(office(ball, passed(ball, date(2008, 3, 1), POLICE.id))) == []


def test_one_issue_of_a_group_is_one_ball_while_it_is_open() -> None:
    again = a_ball(issue="learner  licences")
    assert "has “Learner licences” open already" in all_broken(office(a_ball(), again))[0]
    assert len(all_broken(office(a_ball(), again))) == 1
    assert all_broken(office(a_ball(closed_on=date(2008, 2, 1)), again)) == []
