"""The sample's meetings: held, planned, moved and never logged."""

from datetime import date, timedelta

import pytest

from tests.store.sample_read import each_group, group_called, read_snapshot
from tracker.models.figures.coming import ComingMeeting, coming_meetings
from tracker.models.records import (
    Attendance,
    Group,
    Meeting,
    Membership,
    MovedMeeting,
    Person,
    PlannedMeeting,
    SchoolTerm,
)
from tracker.models.snapshot import Snapshot


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return read_snapshot()


@each_group
def test_meetings_lie_in_the_groups_life_and_not_after_today(snapshot: Snapshot, code: str) -> None:
    group = group_called(snapshot, code)
    days = [meeting.on for meeting in snapshot.of(Meeting, group_id=group.id) if meeting.on]
    assert group.started_on
    assert group.started_on <= min(days)
    assert max(days) <= (group.closed_on or snapshot.today)


@each_group
def test_people_come_to_meetings_only_while_they_have_a_seat(snapshot: Snapshot, code: str) -> None:
    group = group_called(snapshot, code)
    seats = snapshot.of(Membership, group_id=group.id)
    strangers = [
        (meeting.on, snapshot.called(Person, came.person_id))
        for meeting in snapshot.of(Meeting, group_id=group.id)
        for came in snapshot.of(Attendance, meeting_id=meeting.id)
        if meeting.on and came.person_id
        if not any(seat.person_id == came.person_id and seat.active_on(meeting.on) for seat in seats)
    ]
    assert strangers == []


def coming(snapshot: Snapshot, first: date, last: date) -> tuple[ComingMeeting, ...]:
    """What is planned from one day to another, both counted."""
    return coming_meetings(snapshot, after=first - timedelta(days=1), until=last)


def test_at_least_five_meetings_are_planned_for_the_first_two_weeks_of_july(snapshot: Snapshot) -> None:
    planned = coming(snapshot, date(2008, 7, 1), date(2008, 7, 14))
    assert len(planned) >= 5
    assert all(meeting.starts and meeting.place for meeting in planned)


def test_one_running_group_has_nothing_planned(snapshot: Snapshot) -> None:
    ahead = {meeting.group_id for meeting in coming_meetings(snapshot, after=snapshot.today)}
    running = [group for group in snapshot.of(Group) if group.open_on(snapshot.today)]
    assert [group.code for group in running if group.id not in ahead] == ["AUT"]


def test_one_meeting_that_was_planned_for_late_june_was_never_logged(snapshot: Snapshot) -> None:
    logged = {(meeting.group_id, meeting.on) for meeting in snapshot.of(Meeting)}
    past = coming(snapshot, date(2008, 6, 16), date(2008, 6, 30))
    assert [meeting.on for meeting in past if (meeting.group_id, meeting.on) not in logged] == [date(2008, 6, 25)]


def test_meetings_are_moved_and_called_off(snapshot: Snapshot) -> None:
    assert {change.moved_to is None for change in snapshot.of(MovedMeeting)} == {True, False}


def test_a_group_says_when_it_meets_next_in_one_place_only(snapshot: Snapshot) -> None:
    assert [group.code for group in snapshot.of(Group) if group.next_meeting_on] == []
    assert {group.code for group in snapshot.of(Group) if not snapshot.of(PlannedMeeting, group_id=group.id)} == {
        "AUT",
        "CBT",
    }


def test_the_school_terms_of_two_years_follow_each_other(snapshot: Snapshot) -> None:
    days = [day for term in snapshot.of(SchoolTerm) for day in (term.from_on, term.to_on) if day]
    assert len(days) == 16
    assert days == sorted(days)
