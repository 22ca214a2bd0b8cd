"""Dates as people here write and read them."""

from datetime import date

import pytest

from tracker.models.dates import MONTHS, read_date, shown
from tracker.models.mistake import Mistake


@pytest.mark.parametrize(
    "text",
    [
        "12 Jun 2008",
        "12 June 2008",
        "12/6/2008",
        "12/06/2008",
        "12.6.2008",
        "2008-06-12",
        " 12  jun. 2008 ",
        "12 JUN, 2008",
    ],
)
def test_a_date_is_read_day_first(text: str) -> None:
    assert read_date(text) == date(2008, 6, 12)


@pytest.mark.parametrize("month", range(1, 13))
def test_what_is_shown_can_be_read_again(month: int) -> None:
    assert read_date(shown(date(2008, month, 1))) == date(2008, month, 1)
    assert shown(date(2008, month, 1)) == f"1 {MONTHS[month - 1]} 2008"


def test_no_date_shows_nothing() -> None:
    assert shown(None) == ""


@pytest.mark.parametrize(
    "text", ["", "tomorrow", "12/6/08", "12 Ju 2008", "12 Juneteenth 2008", "June 2008", "12-6-2008"]
)
def test_what_is_no_date_is_told_what_one_looks_like(text: str) -> None:
    with pytest.raises(Mistake, match="write it like 12 Jun 2008"):
        read_date(text)


@pytest.mark.parametrize("text", ["31 Jun 2008", "30/2/2008", "2007-02-29", "0/1/2008", "1/13/2008"])
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(Mistake, match="look at the calendar"):
        read_date(text)


@pytest.mark.parametrize("text", ["1 Jan 0001", "31/12/9999", "12 Jun 0208", "2208-06-12"])
def test_a_year_in_which_no_group_met_is_a_slip_and_is_said(text: str) -> None:
    with pytest.raises(Mistake, match="look at the year"):
        read_date(text)


def test_a_leap_day_is_a_day() -> None:
    assert read_date("29 Feb 2008") == date(2008, 2, 29)
