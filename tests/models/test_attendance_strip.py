"""Attendance over time, agency by agency."""

from datetime import date, timedelta
from time import perf_counter
from typing import Any

import pytest

from tests.builders import a_group, a_meeting, a_member, a_person, an_agency, an_id
from tracker.models.figures.attendance_strip import StripRow, attendance_strip, said_at
from tracker.models.records import Attendance, Meeting, Record
from tracker.models.records.meeting import Presence
from tracker.models.records.person import Level
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)
GROUP = a_group()
POLICE = an_agency("POL", short_name="Police")
EDUCATION = an_agency("EDU", short_name="Education")
OFFICER = a_person(POLICE, name="Youth officer", level=Level.FRONT_LINE)
SEAT = a_member(GROUP, POLICE, from_on=date(2007, 2, 1))
CAME, SENT, SORRY, ABSENT = Presence
_LETTERS = {"c": CAME, "s": SENT, "o": SORRY, "-": ABSENT}


def a_seat(meeting: Meeting, presence: Presence = CAME, **fields: Any) -> Attendance:
    defaults = {"id": an_id(), "meeting_id": meeting.id, "agency_id": POLICE.id, "presence": presence}
    return Attendance(**defaults | fields)


def a_row(*records: Record, code: str = "POL") -> StripRow:
    strip = attendance_strip(snapshot_of(TODAY, [GROUP, POLICE, EDUCATION, OFFICER, SEAT, *records]), GROUP.id)
    return next(row for row in strip.rows if row.agency_id == {"POL": POLICE, "EDU": EDUCATION}[code].id)


def meetings(letters: str, levels: str = "") -> list[Record]:
    """One meeting a week, "c" came, "s" sent, "o" apology, "-" absent; levels by their rank."""
    made: list[Record] = []
    for place, letter in enumerate(letters):
        meeting = a_meeting(GROUP, on=date(2008, 1, 7) + timedelta(days=7 * place))
        level = list(Level)[int(levels[place])] if levels else None
        made += [meeting, a_seat(meeting, _LETTERS[letter], level=level)]
    return made


def test_a_row_says_how_an_agency_came_to_each_meeting_the_oldest_first() -> None:
    row = a_row(*meetings("cso-"))
    assert [cell.presence if cell else None for cell in row.cells] == [CAME, SENT, SORRY, ABSENT]
    assert row.came_words == "2 of 4"


def test_where_several_sat_for_an_agency_the_best_is_said_and_the_highest_level() -> None:
    meeting = a_meeting(GROUP)
    sent = a_seat(meeting, SENT, level=Level.SENIOR, instead="Ana")
    row = a_row(meeting, a_seat(meeting, ABSENT), sent, a_seat(meeting, CAME, person_id=OFFICER.id))
    cell = row.cells[0]
    assert cell is not None
    assert (cell.presence, cell.level, cell.who) == (CAME, Level.SENIOR, "Ana, Youth officer")


def test_the_level_of_who_was_sent_is_said_and_never_that_of_who_stayed_at_home() -> None:
    meeting = a_meeting(GROUP, on=date(2008, 5, 6))
    chief = a_person(POLICE, name="District commander", level=Level.SENIOR)
    row = a_row(meeting, chief, a_seat(meeting, SENT, person_id=chief.id, level=Level.FRONT_LINE, instead="Ana"))
    said = said_at(row, row.cells[0], meeting)
    assert said == "Police, 6 May 2008: Sent somebody · Ana for District commander · front line"


def test_an_agency_without_levels_is_given_none() -> None:
    whanau = an_agency("WHA", has_levels=False)
    meeting = a_meeting(GROUP)
    records = [meeting, whanau, a_seat(meeting, agency_id=whanau.id, level=Level.FRONT_LINE)]
    strip = attendance_strip(snapshot_of(TODAY, [GROUP, *records]), GROUP.id)
    assert [cell.level for cell in strip.rows[0].seated] == [None]


def test_a_meeting_before_an_agency_joined_has_no_cell_and_one_it_is_not_noted_at_has_an_open_one() -> None:
    early, late = a_meeting(GROUP, on=date(2007, 5, 1)), a_meeting(GROUP, on=date(2008, 5, 1))
    joined = a_member(GROUP, EDUCATION, from_on=date(2008, 1, 1))
    row = a_row(early, late, joined, a_seat(early), a_seat(late), code="EDU")
    assert row.cells[0] is None
    assert row.cells[1] is not None
    assert (row.cells[1].presence, row.came_words) == (None, "none noted")


def test_meetings_to_come_and_meetings_without_any_attendance_are_left_out() -> None:
    bare, coming = a_meeting(GROUP), a_meeting(GROUP, on=date(2008, 7, 8))
    strip = attendance_strip(snapshot_of(TODAY, [GROUP, POLICE, SEAT, bare, coming, a_seat(coming)]), GROUP.id)
    assert (strip.meetings, strip.rows) == ((), ())


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("cccccccc", ""),
        ("ccccccc-", ""),
        ("cccccc--", "came to 2 of the last 4, 4 of the 4 before"),
        ("cscsoc-o", "came to 1 of the last 4, 4 of the 4 before"),
        ("ccccc---", "missed the last 3 meetings, last there 4 Feb 2008"),
        ("--------", ""),
        ("c--", ""),
        ("-c-c-c-c", ""),
    ],
)
def test_an_agency_drifts_away_that_misses_clearly_more_than_before(letters: str, words: str) -> None:
    assert a_row(*meetings(letters)).drift == words


@pytest.mark.parametrize(
    ("levels", "drifts"),
    [("222000", True), ("222220", False), ("222200", True), ("000222", False), ("202010", True), ("22000", False)],
)
def test_an_agency_drifts_away_that_sends_people_of_a_lower_level(levels: str, drifts: bool) -> None:
    assert bool(a_row(*meetings("c" * len(levels), levels)).drift) is drifts


def test_an_agency_that_has_left_is_not_said_to_drift() -> None:
    left = a_member(GROUP, POLICE, id=SEAT.id, from_on=date(2007, 2, 1), to_on=date(2008, 3, 1))
    records = [GROUP, POLICE, left, *meetings("ccccc---")]
    assert attendance_strip(snapshot_of(TODAY, records), GROUP.id).drifting == ()


def test_agencies_stand_in_the_order_in_which_they_joined() -> None:
    meeting = a_meeting(GROUP)
    first = a_member(GROUP, EDUCATION, from_on=date(2006, 1, 1))
    records = [GROUP, POLICE, EDUCATION, SEAT, first, meeting, a_seat(meeting)]
    strip = attendance_strip(snapshot_of(TODAY, records), GROUP.id)
    assert [row.agency for row in strip.rows] == ["Education", "Police"]


def test_40_agencies_at_60_meetings_are_worked_out_at_once() -> None:
    agencies = [an_agency(f"A{number}") for number in range(40)]
    held = [a_meeting(GROUP, on=TODAY - timedelta(days=7 * number)) for number in range(60)]
    seats = [a_member(GROUP, agency) for agency in agencies]
    noted = [a_seat(meeting, agency_id=agency.id) for meeting in held for agency in agencies]
    snapshot = snapshot_of(TODAY, [GROUP, *agencies, *held, *seats, *noted])
    began = perf_counter()
    strip = attendance_strip(snapshot, GROUP.id)
    assert perf_counter() - began < 1
    assert (len(strip.rows), len(strip.meetings)) == (40, 60)
