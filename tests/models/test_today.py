"""The figures of the day: what is due, what was kept in time, what went well, and which return is next."""

from datetime import UTC, date, datetime, timedelta

from tests.builders import a_group, a_member, a_person, a_result, an_agency, an_id, an_office
from tests.models.test_needs import GROUP, TODAY, promise
from tracker.models.figures.day_words import days_words, full_day, near_day
from tracker.models.figures.today import OnTime, coming_up, latest_victories, today_figures
from tracker.models.records import Departure, Group, PlannedMeeting, Record, Return
from tracker.models.records.handing_in import ReturnKind
from tracker.models.records.result import ResultState
from tracker.models.snapshot import Snapshot, snapshot_of


def at(*records: Record, today: date = TODAY) -> Snapshot:
    return snapshot_of(today, (an_office(), GROUP, *records))


def a_return(group: Group, period: str) -> Return:
    days = {"period_from": date(2008, 1, 1), "period_to": date(2008, 3, 31)}
    return Return(id=an_id(), kind=ReturnKind.GROUP, scope=group.name, scope_id=group.id, period=period, **days)


def test_promises_due_in_a_week_count_among_those_of_the_month_and_overdue_ones_apart() -> None:
    figures = today_figures(at(promise(0), promise(7), promise(8), promise(31), promise(-4), promise(-30)))
    assert (figures.due_week, figures.due_month, figures.overdue, figures.oldest_days) == (2, 3, 2, 30)


def test_kept_on_time_counts_the_last_ninety_days_and_the_ninety_before() -> None:
    kept = promise(-10, kept_on=TODAY - timedelta(days=10))
    late = promise(-10, kept_on=TODAY - timedelta(days=9))
    released = promise(-10, released_on=TODAY - timedelta(days=12))
    before = promise(-90, kept_on=TODAY - timedelta(days=95))
    figures = today_figures(at(kept, late, released, before, promise(-200)))
    assert (figures.on_time, figures.before) == (OnTime(1, 2), OnTime(1, 1))


def test_victories_count_from_the_last_return_and_without_one_over_ninety_days() -> None:
    old, new, gone = (a_result(GROUP, on=date(2008, month, 1)) for month in (4, 6, 6))
    gone = type(gone)(**vars(gone) | {"state": ResultState.WITHDRAWN})
    assert today_figures(at(old, new, gone)).victories == 1
    made = a_return(GROUP, "2007/08-Q3")
    left = {"what": "Return", "to_whom": "Region", "purpose": "Quarter", "rows": 1, "return_id": made.id}
    sent = Departure(id=an_id(), at=datetime(2008, 3, 8, tzinfo=UTC), **left)
    figures = today_figures(at(old, new, gone, made, sent))
    assert (figures.victories, figures.victories_since) == (2, date(2008, 3, 8))


def test_the_return_is_due_on_the_last_day_of_the_quarter() -> None:
    due = today_figures(at(a_return(GROUP, "2007/08-Q3"), today=date(2008, 6, 12))).return_due
    assert (due.period.label, due.words, due.sent, due.groups) == ("2007/08-Q4", "in 18 days", 0, 1)


def test_a_return_that_was_not_sent_is_asked_for_in_the_month_after() -> None:
    due = today_figures(at(today=date(2008, 7, 3))).return_due
    assert (due.period.label, due.words) == ("2007/08-Q4", "3 days over")


def test_the_years_return_holds_the_last_quarter() -> None:
    due = today_figures(at(a_return(GROUP, "2007/08"), today=date(2008, 7, 3))).return_due
    assert due.period.label == "2008/09-Q1"


def test_coming_meetings_say_how_many_people_sit_in_the_group() -> None:
    agency = an_agency()
    person = a_person(agency)
    seats = (a_member(GROUP, agency, person_id=person.id), a_member(GROUP, agency))
    planned = PlannedMeeting(id=an_id(), group_id=GROUP.id, on=TODAY, place="Hall")
    (coming,) = coming_up(at(agency, person, *seats, planned), 4)
    assert (coming.meeting.on, coming.group, coming.people) == (TODAY, GROUP.called, 1)


def test_the_latest_victory_comes_first() -> None:
    one, two = a_result(GROUP, on=date(2008, 6, 1)), a_result(GROUP, on=date(2008, 6, 2))
    assert latest_victories(at(one, two), 1) == (two,)


def test_days_are_said_as_people_say_them() -> None:
    assert [near_day(TODAY + timedelta(days=days), TODAY) for days in (0, 1, 4)] == ["Today", "Tomorrow", "Fri 4 Jul"]
    assert full_day(TODAY) == "Monday 30 June 2008"
    assert (days_words(1), near_day(date(2007, 12, 31), TODAY)) == ("1 day", "Mon 31 Dec 2007")


def test_an_office_without_promises_has_nothing_to_count() -> None:
    figures = today_figures(snapshot_of(TODAY, (an_office(), a_group())))
    assert (figures.running, figures.due_month, figures.on_time) == (1, 0, OnTime(0, 0))
