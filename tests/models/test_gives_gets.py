"""Gives against gets: the difference of each agency, the mismatch over all, and who gives more than it gets."""

from datetime import date
from fractions import Fraction

import pytest

from tests.models.balance_office import Table
from tracker.models.figures.gives_gets import GivesGets, gives_gets
from tracker.models.records.reading import Question

BEFORE = date(2007, 5, 2)


def told(table: Table, on: date | None = None) -> GivesGets:
    return gives_gets(table.snapshot, table.group.id, on)


def both(table: Table, gives: tuple[int, ...], gains: tuple[int, ...], on: date) -> Table:
    return table.read(0, gives, Question.GIVES, on=on).read(0, gains, Question.GAINS, on=on)


NOW = date(2008, 5, 2)


def test_the_difference_is_the_share_given_less_the_share_got() -> None:
    found = told(both(Table(3), (60, 30, 10), (20, 30, 50), NOW))
    assert [row.gap_words for row in found.rows] == ["+40", "0", "−40"]
    assert found.most is found.rows[0]


@pytest.mark.parametrize(
    ("gives", "gains", "mismatch"),
    [
        ((70, 10, 10, 10), (70, 10, 10, 10), 0),
        ((100, 0, 0, 0), (0, 100, 0, 0), 1),
        ((40, 30, 20, 10), (25, 25, 25, 25), Fraction(20, 100)),
    ],
)
def test_the_mismatch_is_half_of_all_differences(
    gives: tuple[int, ...], gains: tuple[int, ...], mismatch: Fraction
) -> None:
    assert told(both(Table(4), gives, gains, NOW)).mismatch == mismatch


def test_giving_more_than_it_gets_takes_the_two_latest_readings() -> None:
    table = both(Table(2), (60, 40), (45, 55), NOW)
    assert told(table).giving_more() == ()
    both(table, (70, 30), (50, 50), BEFORE)
    assert [row.agency for row in told(table).giving_more()] == ["Agency 0"]
    assert told(table).giving_more(Fraction(16, 100)) == ()


def test_without_both_readings_it_says_which_is_missing() -> None:
    found = told(Table(2).read(0, (50, 50), Question.GIVES))
    assert (found.rows, found.mismatch, found.most) == ((), None, None)
    assert found.words == "No reading yet of: who gains"


def test_readings_of_two_days_are_both_dated() -> None:
    table = Table(2).read(0, (50, 50), Question.GIVES, on=BEFORE).read(0, (20, 80), Question.GAINS)
    assert "2 May 2007" in told(table).words
    assert "2 May 2008" in told(table).words


def test_where_all_get_as_they_give_nobody_gives_more() -> None:
    assert told(both(Table(2), (60, 40), (60, 40), NOW)).most is None
