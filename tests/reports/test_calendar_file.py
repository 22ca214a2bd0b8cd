"""Planned meetings as a calendar file, read back with the library and held against what is coming."""

import itertools
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar, Event

from tests.builders import a_group, a_meeting, an_id, an_office
from tracker.models.figures.coming import coming_meetings
from tracker.models.mistake import Mistake
from tracker.models.records import Group, MovedMeeting, PlannedMeeting, Record
from tracker.models.records.planned_meeting import Repeat
from tracker.models.records.record import Sensitivity
from tracker.models.snapshot import Snapshot, snapshot_of
from tracker.reports.calendar_file import prepare_calendar, write_calendar
from tracker.reports.time_zone import time_zone_of_new_zealand

TODAY = date(2008, 6, 30)
MADE_AT = datetime(2008, 6, 30, 0, 0, tzinfo=UTC)
NEW_ZEALAND = ZoneInfo("Pacific/Auckland")
YEAR = timedelta(days=366)
GROUP = a_group(name="Māngere; whānau, first")
OFFICE = an_office()


def a_plan(on: date, repeats: Repeat = Repeat.ONCE, **fields: Any) -> PlannedMeeting:
    defaults = {"id": an_id(), "group_id": GROUP.id, "on": on, "repeats": repeats, "place": "Papakura"}
    return PlannedMeeting(**defaults | fields)


def a_change(planned: PlannedMeeting, on: date, to: date | None = None, **fields: Any) -> MovedMeeting:
    return MovedMeeting(**{"id": an_id(), "planned_id": planned.id, "on": on, "moved_to": to} | fields)


def seen(*records: Record, group: Group = GROUP) -> Snapshot:
    return snapshot_of(TODAY, [OFFICE, group, *records])


def content(snapshot: Snapshot, **asked: str) -> bytes:
    return prepare_calendar(snapshot, **asked, made_at=MADE_AT).content


def events(told: bytes) -> list[Event]:
    return list(Calendar.from_ical(told).walk("VEVENT"))


def occurrences(told: bytes, until: date) -> Iterator[tuple[date, str, str]]:
    """Day, time and place of every meeting that a calendar would show, by the rules of RFC 5545."""
    every = events(told)
    changed = {(str(each["uid"]), each.decoded("recurrence-id")) for each in every if "recurrence-id" in each}
    for each in every:
        if each["status"] == "CANCELLED":
            continue
        for start in starts_of(each, until):
            if "rrule" not in each or (str(each["uid"]), start) not in changed:
                timed = isinstance(start, datetime)
                on = start.date() if isinstance(start, datetime) else start
                yield on, f"{start:%H:%M}" if timed else "", str(each.get("location", ""))


def starts_of(event: Event, until: date) -> Iterator[date]:
    start = event.decoded("dtstart")
    if "rrule" not in event:
        yield start
        return
    timed = isinstance(start, datetime)
    first = start if timed else datetime.combine(start, time())
    out = event.get("exdate", [])
    out = {when.dt for each in (out if isinstance(out, list) else [out]) for when in each.dts}
    rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=first)
    for when in itertools.takewhile(lambda when: when.date() <= until, rule):
        shown = when if timed else when.date()
        if shown not in out:
            yield shown


def planned(snapshot: Snapshot, until: date) -> list[tuple[date, str, str]]:
    found = coming_meetings(snapshot, after=TODAY, until=until)
    return sorted((meeting.on, meeting.starts, meeting.place) for meeting in found)


def shown_in_calendar(snapshot: Snapshot, until: date) -> list[tuple[date, str, str]]:
    return sorted(each for each in occurrences(content(snapshot), until) if TODAY < each[0] <= until)


FIRSTS = [date(2008, 1, 1), date(2008, 1, 29), date(2007, 11, 30), date(2008, 1, 31), date(2008, 2, 29)]


@pytest.mark.parametrize("starts_at", ["", "2 pm"])
@pytest.mark.parametrize("first", [*FIRSTS, date(2008, 3, 31), date(2008, 4, 30), date(2008, 7, 28)])
@pytest.mark.parametrize("repeats", list(Repeat))
def test_a_calendar_shows_every_day_of_a_year_as_it_is_planned(repeats: Repeat, first: date, starts_at: str) -> None:
    start = first if repeats is not Repeat.ONCE else date(2008, 7, 15)
    snapshot = seen(a_plan(start, repeats, starts_at=starts_at))
    assert shown_in_calendar(snapshot, TODAY + YEAR) == planned(snapshot, TODAY + YEAR) != []


@pytest.mark.parametrize("starts_at", ["", "9.30am"])
@pytest.mark.parametrize("first", FIRSTS)
@pytest.mark.parametrize("repeats", [repeats for repeats in Repeat if repeats is not Repeat.ONCE])
def test_a_calendar_shows_what_was_moved_and_called_off(repeats: Repeat, first: date, starts_at: str) -> None:
    plan = a_plan(first, repeats, starts_at=starts_at, until=date(2009, 5, 31))
    days = [meeting.on for meeting in coming_meetings(seen(plan), after=TODAY)]
    changes = [
        a_change(plan, days[0], days[0] + timedelta(days=2), starts_at="4 pm", place="Ōtara"),
        a_change(plan, days[1]),
        a_change(plan, days[2], date(2008, 7, 1)),
        a_change(plan, days[-1] + timedelta(days=1), date(2008, 7, 3)),
    ]
    snapshot = seen(plan, *changes)
    assert shown_in_calendar(snapshot, TODAY + YEAR) == planned(snapshot, TODAY + YEAR)


def test_no_calendar_shows_a_meeting_beyond_the_day_on_which_the_group_closes() -> None:
    closing = a_group(id=GROUP.id, closed_on=date(2008, 8, 12), closed_because="Done")
    plan = a_plan(date(2008, 7, 1), Repeat.WEEKLY)
    snapshot = seen(plan, a_change(plan, date(2008, 8, 5), date(2008, 8, 20)), group=closing)
    assert shown_in_calendar(snapshot, TODAY + YEAR) == planned(snapshot, TODAY + YEAR)


def test_a_fifth_monday_and_a_month_end_are_one_rule_each_that_all_calendars_read() -> None:
    told = [a_plan(date(2008, 6, 30), Repeat.MONTHLY_WEEKDAY), a_plan(date(2008, 1, 31), Repeat.MONTHLY)]
    rules = [each["rrule"].to_ical() for plan in told for each in events(content(seen(plan)))]
    assert rules == [b"FREQ=MONTHLY;BYDAY=-1MO", b"FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1"]


def test_monthly_on_the_30th_is_written_meeting_by_meeting_for_february_has_none() -> None:
    plan = a_plan(date(2008, 1, 30), Repeat.MONTHLY)
    every = events(content(seen(plan)))
    assert not any("rrule" in each for each in every)
    assert str(every[0]["uid"]) == f"{plan.id}-20080630"
    assert date(2009, 2, 28) in [each.decoded("dtstart") for each in every]


def test_the_same_plan_keeps_its_uid_and_a_later_file_has_a_higher_sequence() -> None:
    snapshot = seen(a_plan(date(2008, 7, 1), Repeat.WEEKLY))
    (early,) = events(prepare_calendar(snapshot, made_at=MADE_AT).content)
    (late,) = events(prepare_calendar(snapshot, made_at=MADE_AT + timedelta(hours=1)).content)
    assert early["uid"] == late["uid"]
    assert early["sequence"] < late["sequence"] < 2**31


def test_a_single_meeting_called_off_says_so_for_a_calendar_that_has_it() -> None:
    plan = a_plan(date(2008, 7, 1))
    (event,) = events(content(seen(plan, a_change(plan, date(2008, 7, 1)))))
    assert (event["status"], str(event["summary"])) == ("CANCELLED", f"Called off: {GROUP.name}")
    assert str(event["uid"]) == plan.id


def test_the_time_is_new_zealands_and_lasts_as_planned() -> None:
    (event,) = events(content(seen(a_plan(date(2008, 7, 1), starts_at="2 pm", minutes=90))))
    assert b"DTSTART;TZID=Pacific/Auckland:20080701T140000" in content(seen(a_plan(date(2008, 7, 1), starts_at="2 pm")))
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=90)


def test_a_meeting_without_a_time_takes_the_whole_day() -> None:
    told = content(seen(a_plan(date(2008, 7, 1))))
    assert b"DTSTART;VALUE=DATE:20080701\r\n" in told
    assert b"DTEND;VALUE=DATE:20080702\r\n" in told
    assert b"VTIMEZONE" not in told


@pytest.mark.parametrize("year", [1990, 2006, 2007, 2008, 2019, 2035])
def test_the_clock_changes_in_the_file_as_it_does_in_new_zealand(year: int) -> None:
    zone = time_zone_of_new_zealand().to_tz(lookup_tzid=False)
    begins = date(1990, 10, 8) if year == 1990 else date(year, 1, 1)
    for days in range((date(year, 12, 31) - begins).days):
        noon = datetime.combine(begins, time(12)) + timedelta(days=days)
        assert noon.replace(tzinfo=zone).utcoffset() == noon.replace(tzinfo=NEW_ZEALAND).utcoffset(), noon


def test_text_is_escaped_and_comes_back_as_it_was() -> None:
    told = content(seen(a_plan(date(2008, 7, 1), place="Room 2, Marae; by the gate \\ left")))
    assert "SUMMARY:Māngere\\; whānau\\, first\r\n".encode() in told
    (event,) = events(told)
    assert (str(event["summary"]), str(event["location"])) == (GROUP.name, "Room 2, Marae; by the gate \\ left")


def test_lines_end_in_crlf_and_are_no_longer_than_75_bytes() -> None:
    told = content(seen(a_plan(date(2008, 7, 1), place="Ā" * 200)))
    assert not re.search(rb"(?<!\r)\n", told)
    assert max(len(line) for line in told.split(b"\r\n")) <= 75


def test_nothing_of_a_note_leaves_and_a_meeting_in_confidence_is_private() -> None:
    told = content(seen(a_plan(date(2008, 7, 1), note="About one whānau")))
    assert b"About" not in told
    assert b"CLASS:PRIVATE" in told


def test_a_restricted_plan_and_a_restricted_group_stay_out_and_are_counted() -> None:
    hidden = a_group(name="Hidden", sensitivity=Sensitivity.RESTRICTED)
    plans = [
        a_plan(date(2008, 7, 1)),
        a_plan(date(2008, 7, 2), sensitivity=Sensitivity.RESTRICTED, place="Here"),
        a_plan(date(2008, 7, 3), group_id=hidden.id),
    ]
    made = prepare_calendar(seen(hidden, *plans), made_at=MADE_AT)
    assert (made.plans, made.stays, len(events(made.content))) == (1, 2, 1)
    assert made.said.endswith("The next meeting is on 1 Jul 2008. 2 restricted plans stay here.")


def test_a_restricted_group_is_refused_in_a_sentence() -> None:
    hidden = a_group(id=GROUP.id, sensitivity=Sensitivity.RESTRICTED)
    with pytest.raises(Mistake, match="restricted"):
        content(seen(a_plan(date(2008, 7, 1)), group=hidden), group_id=hidden.id)


def test_with_nothing_planned_there_is_no_file() -> None:
    with pytest.raises(Mistake, match="Nothing is planned"):
        content(
            seen(a_plan(date(2008, 7, 1), Repeat.WEEKLY, until=date(2008, 7, 1)), a_meeting(GROUP), group=a_group())
        )


def test_one_plan_alone_or_one_group_alone_can_be_saved() -> None:
    other = a_group(code="SEMO", name="Schooling")
    plans = [a_plan(date(2008, 7, 1)), a_plan(date(2008, 7, 2)), a_plan(date(2008, 7, 3), group_id=other.id)]
    snapshot = seen(other, *plans)
    counts = [prepare_calendar(snapshot, made_at=MADE_AT).plans]
    counts += [prepare_calendar(snapshot, GROUP.id, made_at=MADE_AT).plans]
    counts += [prepare_calendar(snapshot, planned_id=plans[1].id, made_at=MADE_AT).plans]
    assert counts == [3, 2, 1]


def test_the_groups_next_meeting_without_a_plan_is_in_the_calendar() -> None:
    group = a_group(id=GROUP.id, next_meeting_on=date(2008, 7, 9))
    (event,) = events(content(seen(group=group)))
    assert (event.decoded("dtstart"), str(event["uid"])) == (date(2008, 7, 9), f"{GROUP.id}-next")


def test_a_saved_calendar_is_whole_and_tells_the_register_what_left(tmp_path: Path) -> None:
    prepared = prepare_calendar(seen(a_plan(date(2008, 7, 1))), GROUP.id, made_at=MADE_AT)
    written = write_calendar(prepared, tmp_path / prepared.file_name)
    entry = written.departure(an_id(), "Own calendar", "Dates at hand")
    assert written.path.name == "meetings_AKL_ICM.ics"
    assert written.path.read_bytes() == prepared.content
    assert (entry.problems(), entry.rows, entry.what) == ([], 1, f"Calendar of meetings, {GROUP.name}")
