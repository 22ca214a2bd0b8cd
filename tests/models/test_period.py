"""The public-sector year and its quarters."""

from datetime import date, timedelta

import pytest

from tracker.models.mistake import Mistake
from tracker.models.period import Period, period_of, read_period


@pytest.mark.parametrize(
    ("quarter", "first", "last"),
    [
        (0, date(2007, 7, 1), date(2008, 6, 30)),
        (1, date(2007, 7, 1), date(2007, 9, 30)),
        (2, date(2007, 10, 1), date(2007, 12, 31)),
        (3, date(2008, 1, 1), date(2008, 3, 31)),
        (4, date(2008, 4, 1), date(2008, 6, 30)),
    ],
)
def test_a_year_and_each_quarter_have_their_first_and_last_day(quarter: int, first: date, last: date) -> None:
    period = Period(2008, quarter)
    assert (period.first_day, period.last_day) == (first, last)
    assert (first in period, last in period) == (True, True)
    assert first - timedelta(days=1) not in period
    assert last + timedelta(days=1) not in period


def test_a_day_that_is_not_known_lies_in_no_period() -> None:
    assert None not in Period(2008)


@pytest.mark.parametrize("days", range(0, 3660, 13))
def test_every_day_lies_in_the_quarter_that_it_is_said_to_lie_in(days: int) -> None:
    day = date(1999, 7, 1) + timedelta(days=days)
    period = period_of(day)
    assert day in period
    assert period.year == Period(period.year_end)


@pytest.mark.parametrize("period", [Period(2008), Period(2008, 4), Period(2000, 1), Period(2010)])
def test_what_is_shown_can_be_read_again(period: Period) -> None:
    assert read_period(period.label) == read_period(period.file_label) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2007/08", Period(2008)),
        ("2007-08", Period(2008)),
        ("2007/2008", Period(2008)),
        (" 2007/08-q4 ", Period(2008, 4)),
        ("2007/08 Q1", Period(2008, 1)),
        ("1999/00", Period(2000)),
    ],
)
def test_a_period_is_read_as_people_write_it(text: str, period: Period) -> None:
    assert read_period(text) == period


@pytest.mark.parametrize("text", ["", "2008", "2007/09", "2007/08-Q5", "07/08", "next year", "2007/08-", "1207/08"])
def test_what_is_no_period_is_told_what_one_looks_like(text: str) -> None:
    with pytest.raises(Mistake, match="give a year such as 2007/08"):
        read_period(text)


def test_a_period_is_labelled_with_its_two_years() -> None:
    assert (Period(2000).label, Period(2008, 4).label) == ("1999/00", "2007/08-Q4")
    assert Period(2008, 4).file_label == "2007-08-Q4"
