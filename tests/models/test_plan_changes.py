"""What changes a plan."""

from datetime import date

import pytest

from tests.builders import a_group, an_id
from tracker.models.figures.coming import ComingMeeting, called_off_meetings, coming_meetings
from tracker.models.mistake import Mistake
from tracker.models.plan_changes import called_off, ended, moved, whole_plan
from tracker.models.records import Group, MovedMeeting, PlannedMeeting, Record
from tracker.models.records.planned_meeting import Repeat
from tracker.models.snapshot import Snapshot, snapshot_of

TODAY = date(2008, 6, 30)
GROUP = a_group(next_meeting_on=date(2008, 9, 1))
PLAN = PlannedMeeting(
    id=an_id(),
    group_id=GROUP.id,
    on=date(2008, 7, 1),
    repeats=Repeat.WEEKLY,
    until=date(2008, 7, 15),
    starts_at="2 pm",
    place="Papakura",
)


def seen(*records: Record) -> Snapshot:
    return snapshot_of(TODAY, [GROUP, PLAN, *records])


def first(snapshot: Snapshot) -> ComingMeeting:
    return coming_meetings(snapshot, after=TODAY)[0]


def move(snapshot: Snapshot, meeting: ComingMeeting, on: date, starts: str = "", place: str = "") -> Record:
    return moved(snapshot, meeting, on, starts, place, "", an_id)


def test_a_moved_meeting_keeps_what_is_as_planned_open_so_that_it_follows_the_plan() -> None:
    change = move(seen(), first(seen()), date(2008, 7, 3), "14.00", "Papakura")
    assert isinstance(change, MovedMeeting)
    assert (change.moved_to, change.starts_at, change.place) == (date(2008, 7, 3), "", "")


def test_a_second_move_takes_the_place_of_the_first() -> None:
    once = move(seen(), first(seen()), date(2008, 7, 3))
    again = move(seen(once), first(seen(once)), date(2008, 7, 4), "9 am")
    assert again.id == once.id
    assert first(seen(again)).on == date(2008, 7, 4)
    assert first(seen(again)).starts == "09:00"


def test_a_move_to_the_same_day_time_and_place_changes_nothing_and_says_so() -> None:
    with pytest.raises(Mistake, match="Nothing is changed"):
        move(seen(), first(seen()), date(2008, 7, 1), "2 pm")


def test_a_meeting_is_not_moved_onto_another_of_its_group() -> None:
    with pytest.raises(Mistake, match="The group meets on 8 Jul 2008 at 14:00 already"):
        move(seen(), first(seen()), date(2008, 7, 8))
    assert move(seen(), first(seen()), date(2008, 7, 8), "9 am")


def test_a_meeting_to_come_is_not_moved_to_a_day_that_is_past() -> None:
    with pytest.raises(Mistake, match="29 Jun 2008 is past"):
        move(seen(), first(seen()), date(2008, 6, 29))


def test_a_meeting_whose_plan_was_taken_out_meanwhile_is_not_moved() -> None:
    without = snapshot_of(TODAY, [GROUP])
    with pytest.raises(Mistake, match="has been taken out"):
        move(without, first(seen()), date(2008, 7, 3))
    with pytest.raises(Mistake, match="has been taken out"):
        called_off(without, first(seen()), "", an_id)


def test_what_is_no_time_is_said_so() -> None:
    with pytest.raises(Mistake, match="is no time"):
        move(seen(), first(seen()), date(2008, 7, 3), "noonish")


def test_a_meeting_called_off_after_it_was_moved_is_off_on_its_usual_day() -> None:
    once = move(seen(), first(seen()), date(2008, 7, 3))
    off = called_off(seen(once), first(seen(once)), " Holiday ", an_id)
    snapshot = seen(off)
    assert first(snapshot).on == date(2008, 7, 8)
    assert [meeting.on for meeting in called_off_meetings(snapshot, after=TODAY)] == [date(2008, 7, 1)]


def test_a_next_meeting_without_a_plan_is_moved_and_called_off_with_its_group() -> None:
    alone = coming_meetings(seen(), after=TODAY)[-1]
    later = move(seen(), alone, date(2008, 9, 8))
    off = called_off(seen(), alone, "", an_id)
    assert isinstance(later, Group)
    assert isinstance(off, Group)
    assert (later.next_meeting_on, off.next_meeting_on) == (date(2008, 9, 8), None)


def test_a_time_cannot_be_given_to_a_day_without_a_plan() -> None:
    with pytest.raises(Mistake, match="plan it"):
        move(seen(), coming_meetings(seen(), after=TODAY)[-1], date(2008, 9, 8), "2 pm")


def test_a_series_ends_on_its_first_day_at_the_earliest() -> None:
    assert ended(PLAN, date(2008, 7, 1)).until == date(2008, 7, 1)
    with pytest.raises(Mistake, match="1 Jul 2008"):
        ended(PLAN, date(2008, 6, 30))


def test_a_plan_is_taken_out_with_all_that_was_moved_of_it() -> None:
    change = move(seen(), first(seen()), date(2008, 7, 3))
    assert whole_plan(seen(change), PLAN) == (change, PLAN)
