"""The day as at which a page is shown."""

from datetime import date

import pytest

from tests.builders import a_group
from tracker.models.figures.day_in_view import day_to_begin_with, day_words, months_away

TODAY = date(2008, 6, 30)


@pytest.mark.parametrize(
    ("day", "months", "there"),
    [
        (date(2008, 1, 31), 1, date(2008, 2, 29)),
        (date(2008, 1, 15), -1, date(2007, 12, 15)),
        (date(2008, 6, 30), -18, date(2006, 12, 30)),
        (date(1, 1, 5), -1, date(1, 1, 5)),
        (date(9999, 12, 5), 1, date(9999, 12, 5)),
    ],
)
def test_a_month_away_is_the_same_day_or_the_last_of_a_shorter_month(day: date, months: int, there: date) -> None:
    assert months_away(day, months) == there


def test_a_closed_group_is_shown_as_at_the_last_day_on_which_it_ran() -> None:
    assert day_to_begin_with(a_group(closed_on=date(2007, 11, 30)), TODAY) == date(2007, 11, 29)
    assert day_to_begin_with(a_group(closed_on=date(2008, 11, 30)), TODAY) == TODAY
    assert day_to_begin_with(a_group(), TODAY) == TODAY


def test_a_day_that_is_not_today_is_plainly_said() -> None:
    assert day_words(TODAY, TODAY) == "As at today"
    assert day_words(date(2008, 6, 12), TODAY) == "As at 12 Jun 2008, not today"
    assert day_words(date(2008, 8, 1), TODAY) == "As at 1 Aug 2008, still to come: by what is noted now"
