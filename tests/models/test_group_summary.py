"""A group at a glance."""

from datetime import date

from tests.builders import a_group, a_meeting, a_member, a_person, a_result, a_stage, an_agency, an_id
from tracker.models.figures.group_summary import GroupSummary, group_summary
from tracker.models.figures.lane import Lane
from tracker.models.records import Commitment, Group, Record
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)


def summary_of(group: Group, *records: Record) -> GroupSummary:
    return group_summary(snapshot_of(TODAY, [group, *records]), group.id)


def test_an_empty_group_has_figures_that_say_so() -> None:
    summary = summary_of(a_group())
    assert (summary.lane, summary.months, summary.agencies, summary.last_meeting) == (None, 0, 0, None)
    assert (summary.largest_share, summary.follow_through.words) == ("not enough to tell", "none due yet")


def test_members_are_those_who_have_a_seat_today() -> None:
    group, agency, other = a_group(), an_agency("EDU"), an_agency("POL")
    person = a_person(agency)
    gone = a_member(group, other, to_on=date(2008, 1, 31))
    seats = [a_member(group, agency), a_member(group, agency, person_id=person.id), gone]
    summary = summary_of(group, agency, other, person, *seats)
    assert (summary.agencies, summary.people) == (1, 1)


def test_the_next_meeting_is_the_one_set_down_unless_it_is_past() -> None:
    ahead = a_group(next_meeting_on=date(2008, 7, 17))
    past = a_group(next_meeting_on=date(2008, 6, 1))
    assert summary_of(ahead, a_meeting(ahead)).next_meeting == date(2008, 7, 17)
    assert summary_of(past, a_meeting(past)).next_meeting is None
    assert summary_of(past, a_meeting(past)).last_meeting == date(2008, 5, 6)


def test_overdue_commitments_are_open_ones_too() -> None:
    group = a_group()
    made = date(2008, 4, 1)
    promises = [
        Commitment(id=an_id(), group_id=group.id, text="Bring the figures", made_on=made, due=due)
        for due in (date(2008, 5, 1), date(2008, 8, 1), None)
    ]
    summary = summary_of(group, *promises)
    assert (summary.open_commitments, summary.overdue) == (3, 1)


def test_victories_are_those_of_twelve_months() -> None:
    group = a_group()
    old = a_result(group, on=date(2007, 6, 30))
    assert summary_of(group, a_result(group), old).victories == 1


def test_the_stage_is_the_latest_judgement() -> None:
    group = a_group()
    summary = summary_of(group, a_stage(group, on=date(2008, 4, 30)))
    assert (summary.lane, summary.months) == (Lane.FORMING, 2)
