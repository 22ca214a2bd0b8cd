"""A day where a day is asked for: as a date, or as it is said."""

from datetime import date

import pytest

from tests.builders import a_group, a_meeting, an_id
from tracker.models.mistake import Mistake
from tracker.models.records import PlannedMeeting, SchoolTerm
from tracker.models.said_day import said_day
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)  # a Monday
GROUP = a_group()
TERM = SchoolTerm(id=an_id(), name="Term 2, 2008", from_on=date(2008, 5, 5), to_on=date(2008, 7, 4))
PLAN = PlannedMeeting(id=an_id(), group_id=GROUP.id, on=date(2008, 7, 23))
OFFICE = snapshot_of(TODAY, [GROUP, TERM, PLAN, a_meeting(GROUP)])


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("12 Jun 2008", date(2008, 6, 12)),
        ("27/7", date(2008, 7, 27)),
        ("27/6", date(2009, 6, 27)),
        ("27 July", date(2008, 7, 27)),
        ("Next Friday", date(2008, 7, 11)),
        ("by Friday", date(2008, 7, 4)),
        ("tomorrow", date(2008, 7, 1)),
        ("Āpōpō", date(2008, 7, 1)),
        ("yesterday", date(2008, 6, 29)),
        ("in 2 weeks", date(2008, 7, 14)),
        ("end of term", date(2008, 7, 4)),
        ("the next meeting", date(2008, 7, 23)),
    ],
)
def test_a_day_is_read_as_it_is_said(said: str, day: date) -> None:
    assert said_day(said, OFFICE, group_id=GROUP.id) == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("27/6", date(2008, 6, 27)),
        ("27 July", date(2007, 7, 27)),
        ("30 June", TODAY),
        ("27/6/2009", date(2009, 6, 27)),
        ("27/6/09", date(2009, 6, 27)),
        ("Friday", date(2008, 7, 4)),
        ("in 2 weeks", date(2008, 7, 14)),
    ],
)
def test_where_a_past_day_is_asked_for_a_day_without_a_year_is_the_last_one(said: str, day: date) -> None:
    assert said_day(said, OFFICE, past=True) == day


def test_days_count_from_the_day_on_which_they_are_said() -> None:
    assert said_day("tomorrow", OFFICE, on=date(2008, 1, 31)) == date(2008, 2, 1)


@pytest.mark.parametrize("said", ["rubbish", "soon", "27/6 or 28/6", "Friday at the office", "next week"])
def test_what_tells_no_day_is_said(said: str) -> None:
    with pytest.raises(Mistake, match=f"“{said}” is no date"):
        said_day(said, OFFICE)


def test_a_day_that_the_calendar_does_not_have_is_said() -> None:
    with pytest.raises(Mistake, match="There is no 31/2/2008"):
        said_day("31/2/2008", OFFICE)
