"""Which meetings are coming."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders import a_group, a_meeting, an_id
from tracker.models.figures.coming import (
    called_off_meetings,
    coming_meetings,
    days_of,
    next_meeting,
    planned_meeting,
    waiting_meetings,
)
from tracker.models.records import Group, MovedMeeting, PlannedMeeting, Record
from tracker.models.records.planned_meeting import Repeat
from tracker.models.snapshot import Snapshot, snapshot_of

TODAY = date(2008, 6, 30)
GROUP = a_group()


def a_plan(on: date, repeats: Repeat = Repeat.ONCE, **fields: Any) -> PlannedMeeting:
    defaults = {"id": an_id(), "group_id": GROUP.id, "on": on, "repeats": repeats}
    return PlannedMeeting(**defaults | fields)


def a_change(planned: PlannedMeeting, on: date, to: date | None = None, **fields: Any) -> MovedMeeting:
    return MovedMeeting(**{"id": an_id(), "planned_id": planned.id, "on": on, "moved_to": to} | fields)


def an_office(*records: Record, group: Group = GROUP) -> Snapshot:
    return snapshot_of(TODAY, [group, *records])


def days(snapshot: Snapshot, after: date = TODAY, until: date | None = None) -> list[date]:
    return [meeting.on for meeting in coming_meetings(snapshot, GROUP.id, after=after, until=until)]


def first_days(planned: PlannedMeeting, many: int) -> list[date]:
    return list(days_of(planned, date(2012, 12, 31)))[:many]


def test_monthly_on_the_31st_falls_on_the_last_day_of_a_shorter_month() -> None:
    found = first_days(a_plan(date(2008, 1, 31), Repeat.MONTHLY), 4)
    assert found == [date(2008, 1, 31), date(2008, 2, 29), date(2008, 3, 31), date(2008, 4, 30)]


def test_a_month_end_goes_back_to_its_own_day_after_a_short_month() -> None:
    found = first_days(a_plan(date(2008, 12, 30), Repeat.MONTHLY), 4)
    assert found == [date(2008, 12, 30), date(2009, 1, 30), date(2009, 2, 28), date(2009, 3, 30)]


def test_monthly_on_29_february_falls_on_the_28th_where_there_is_no_29th() -> None:
    found = first_days(a_plan(date(2008, 2, 29), Repeat.MONTHLY), 13)
    assert (found[1], found[12]) == (date(2008, 3, 29), date(2009, 2, 28))


def test_quarterly_from_the_end_of_november_falls_on_the_end_of_february() -> None:
    found = first_days(a_plan(date(2007, 11, 30), Repeat.QUARTERLY), 3)
    assert found == [date(2007, 11, 30), date(2008, 2, 29), date(2008, 5, 30)]


def test_a_fifth_monday_falls_on_the_last_one_where_there_are_four() -> None:
    found = first_days(a_plan(date(2008, 6, 30), Repeat.MONTHLY_WEEKDAY), 4)
    assert found == [date(2008, 6, 30), date(2008, 7, 28), date(2008, 8, 25), date(2008, 9, 29)]


def test_a_second_tuesday_stays_the_second_tuesday() -> None:
    found = first_days(a_plan(date(2008, 7, 8), Repeat.MONTHLY_WEEKDAY), 3)
    assert found == [date(2008, 7, 8), date(2008, 8, 12), date(2008, 9, 9)]


@pytest.mark.parametrize(("repeats", "step"), [(Repeat.WEEKLY, 7), (Repeat.FORTNIGHTLY, 14), (Repeat.FOUR_WEEKLY, 28)])
def test_weeks_are_counted_from_the_first_day_over_the_end_of_a_year(repeats: Repeat, step: int) -> None:
    first = date(2008, 12, 17)
    found = first_days(a_plan(first, repeats), 5)
    assert found == [first + timedelta(days=step * number) for number in range(5)]


@pytest.mark.parametrize("repeats", list(Repeat))
@pytest.mark.parametrize("first", [date(2004, 2, 29), date(2005, 8, 31), date(2006, 5, 29), date(2007, 1, 1)])
def test_days_from_a_day_on_are_the_same_as_counted_from_the_first(repeats: Repeat, first: date) -> None:
    planned, end = a_plan(first, repeats), date(2009, 3, 31)
    for begin in (date(2003, 1, 1), first, date(2008, 2, 28), date(2008, 3, 1), date(2008, 12, 31)):
        assert list(days_of(planned, end, begin)) == [day for day in days_of(planned, end) if day >= begin]


def test_the_last_day_of_a_series_still_counts() -> None:
    planned = a_plan(date(2008, 7, 1), Repeat.WEEKLY, until=date(2008, 7, 15))
    assert days(an_office(planned)) == [date(2008, 7, 1), date(2008, 7, 8), date(2008, 7, 15)]


def test_a_series_without_an_end_is_worked_out_400_days_ahead() -> None:
    found = days(an_office(a_plan(date(2000, 1, 3), Repeat.WEEKLY)))
    assert (found[0], len(found)) == (date(2008, 7, 7), 57)


def test_a_moved_meeting_stands_on_its_new_day_with_what_was_changed() -> None:
    planned = a_plan(date(2008, 7, 1), Repeat.WEEKLY, starts_at="2 pm", place="Papakura")
    change = a_change(planned, date(2008, 7, 8), date(2008, 7, 10), place="Manurewa")
    found = coming_meetings(an_office(planned, change), GROUP.id, after=date(2008, 7, 1), until=date(2008, 7, 14))
    told = [(meeting.on, meeting.planned_for, meeting.starts, meeting.place) for meeting in found]
    assert told == [(date(2008, 7, 10), date(2008, 7, 8), "14:00", "Manurewa")]


def test_a_meeting_moved_forward_from_beyond_the_end_is_coming() -> None:
    planned = a_plan(date(2008, 7, 31), Repeat.ONCE)
    change = a_change(planned, date(2008, 7, 31), date(2008, 7, 3))
    assert days(an_office(planned, change), until=date(2008, 7, 10)) == [date(2008, 7, 3)]


def test_a_meeting_moved_from_the_past_is_coming() -> None:
    planned = a_plan(date(2008, 6, 20))
    change = a_change(planned, date(2008, 6, 20), date(2008, 7, 2))
    assert days(an_office(planned, change)) == [date(2008, 7, 2)]


def test_what_was_moved_of_a_plan_that_has_ended_since_is_forgotten() -> None:
    planned = a_plan(date(2008, 6, 2), Repeat.WEEKLY, until=date(2008, 7, 1))
    change = a_change(planned, date(2008, 7, 7), date(2008, 7, 9))
    assert days(an_office(planned, change)) == []


def test_a_meeting_called_off_is_not_coming_and_is_told_apart() -> None:
    planned = a_plan(date(2008, 7, 1), Repeat.WEEKLY, until=date(2008, 7, 8))
    snapshot = an_office(planned, a_change(planned, date(2008, 7, 1), why="Holiday"))
    assert days(snapshot) == [date(2008, 7, 8)]
    off = called_off_meetings(snapshot, GROUP.id, after=TODAY)
    assert [(meeting.on, meeting.moved.why if meeting.moved else "") for meeting in off] == [
        (date(2008, 7, 1), "Holiday")
    ]


def test_a_closed_group_has_nothing_coming() -> None:
    closed = a_group(id=GROUP.id, closed_on=date(2008, 6, 1), closed_because="Done")
    snapshot = an_office(a_plan(date(2008, 7, 1), Repeat.WEEKLY), group=closed)
    assert (days(snapshot), waiting_meetings(snapshot)) == ([], ())


def test_nothing_is_coming_after_the_day_on_which_a_group_will_close() -> None:
    closing = a_group(id=GROUP.id, closed_on=date(2008, 7, 8), closed_because="Done")
    planned = a_plan(date(2008, 7, 1), Repeat.WEEKLY)
    late = a_change(planned, date(2008, 7, 8), date(2008, 7, 9))
    assert days(an_office(planned, group=closing)) == [date(2008, 7, 1), date(2008, 7, 8)]
    assert days(an_office(planned, late, group=closing)) == [date(2008, 7, 1)]


def test_the_groups_next_meeting_stands_once_where_a_plan_has_the_same_day() -> None:
    group = a_group(id=GROUP.id, next_meeting_on=date(2008, 7, 3))
    alone = next_meeting(an_office(group=group), GROUP.id, TODAY)
    assert alone is not None
    assert alone.planned is None
    assert days(an_office(a_plan(date(2008, 7, 3)), group=group)) == [date(2008, 7, 3)]


def test_a_next_meeting_that_a_plan_moved_or_called_off_does_not_stand_beside_it() -> None:
    group = a_group(id=GROUP.id, next_meeting_on=date(2008, 7, 3))
    planned = a_plan(date(2008, 7, 3))
    moved = a_change(planned, date(2008, 7, 3), date(2008, 7, 4))
    assert days(an_office(planned, moved, group=group)) == [date(2008, 7, 4)]
    assert days(an_office(planned, a_change(planned, date(2008, 7, 3)), group=group)) == []


def test_a_day_on_which_the_meeting_is_recorded_is_no_longer_coming() -> None:
    planned = a_plan(date(2008, 6, 30), Repeat.WEEKLY, until=date(2008, 7, 7))
    yesterday = TODAY - timedelta(days=1)
    assert days(an_office(planned), yesterday) == [TODAY, date(2008, 7, 7)]
    assert days(an_office(planned, a_meeting(GROUP, on=TODAY)), yesterday) == [date(2008, 7, 7)]


def test_planned_days_wait_four_weeks_for_their_meeting_to_be_logged() -> None:
    planned = a_plan(date(2008, 5, 5), Repeat.WEEKLY)
    logged = a_meeting(GROUP, on=date(2008, 6, 16))
    found = [meeting.on for meeting in waiting_meetings(an_office(planned, logged))]
    assert found == [date(2008, 6, 2), date(2008, 6, 9), date(2008, 6, 23), TODAY]


def test_a_next_meeting_without_a_plan_is_past_once_the_group_has_met() -> None:
    group = a_group(id=GROUP.id, next_meeting_on=date(2008, 6, 24))
    assert len(waiting_meetings(an_office(group=group))) == 1
    assert waiting_meetings(an_office(a_meeting(GROUP, on=date(2008, 6, 25)), group=group)) == ()


def test_all_groups_stand_together_by_day_and_time() -> None:
    other = a_group(code="SEMO", name="Schooling")
    plans = [
        a_plan(date(2008, 7, 1), starts_at="2 pm"),
        a_plan(date(2008, 7, 1), starts_at="9.30am", group_id=other.id),
        a_plan(date(2008, 7, 1), group_id=other.id, place="Ōtara"),
    ]
    found = coming_meetings(snapshot_of(TODAY, [GROUP, other, *plans]), after=TODAY)
    assert [meeting.starts for meeting in found] == ["", "09:30", "14:00"]


def test_a_plan_without_a_date_falls_on_no_day() -> None:
    assert list(days_of(PlannedMeeting(id=an_id()), date(2010, 1, 1))) == []


def test_a_meeting_is_found_by_its_key_wherever_it_was_moved() -> None:
    plan = a_plan(date(2008, 6, 4), Repeat.WEEKLY)
    office = an_office(plan, a_change(plan, date(2008, 6, 25), date(2008, 6, 27)))
    meeting = planned_meeting(office, f"{plan.id} 2008-06-25")
    assert meeting is not None
    assert (meeting.on, meeting.key) == (date(2008, 6, 27), f"{plan.id} 2008-06-25")


def test_a_day_that_stands_alone_is_found_by_its_key() -> None:
    group = a_group(next_meeting_on=date(2008, 6, 20))
    meeting = planned_meeting(an_office(group=group), f"{group.id} 2008-06-20")
    assert meeting is not None
    assert meeting.on == date(2008, 6, 20)


@pytest.mark.parametrize("key", ["", "nobody 2008-06-25", "nobody 2008-06-31", f"{GROUP.id} 2008-06-25"])
def test_what_is_the_key_of_no_planned_meeting_finds_none(key: str) -> None:
    assert planned_meeting(an_office(), key) is None
