"""The list of a group's rounds of readings."""

from datetime import date

from tests.models.balance_office import READ_ON, Table
from tracker.models.figures.reading_rounds import reading_rounds, spread_words
from tracker.models.records.reading import Question


def test_the_latest_round_stands_first_and_the_questions_in_their_order() -> None:
    table = Table(2).read(0, [50, 50], on=date(2007, 3, 9))
    table.read(0, [50, 50], Question.GAINS).read(0, [50, 50], Question.DECIDES)
    found = [(each.on, each.question) for each in reading_rounds(table.snapshot, table.group.id)]
    assert found == [
        (READ_ON, Question.DECIDES),
        (READ_ON, Question.GAINS),
        (date(2007, 3, 9), Question.DECIDES),
    ]


def test_raters_and_agencies_are_counted_of_those_at_the_table() -> None:
    table = Table(4).read(0, [40, 30, 20, 10]).read(0, [20, 30, 40, 10], rater="B").read(1, [50, 20, 20, 10])
    (found,) = reading_rounds(table.snapshot, table.group.id)
    assert found.words == "3 raters · 2 of 4 agencies"
    assert found.largest == "Agency 0 40"
    assert found.few


def test_from_three_agencies_on_no_figure_is_next_to_a_single_rating() -> None:
    table = Table(3)
    for place in range(3):
        table.read(place, [50, 50, 0])
    (found,) = reading_rounds(table.snapshot, table.group.id)
    assert not found.few
    assert found.largest == "Agency 0 and Agency 1 50"
    assert found.found is not None
    assert [spread_words(row) for row in found.found.rows] == ["50", "50", "0"]


def test_readings_that_cannot_be_counted_are_counted_as_left_out() -> None:
    table = Table(2).read(0, [50, 40]).read(1, [90, 90])
    (found,) = reading_rounds(table.snapshot, table.group.id)
    assert (found.found, found.left_out, found.largest) == (None, 2, "")
    assert found.words == "0 raters · 2 readings left out"


def test_a_round_to_come_is_no_round_yet() -> None:
    table = Table(2).read(0, [50, 50], on=date(2008, 7, 1))
    assert reading_rounds(table.snapshot, table.group.id) == ()


def test_where_all_are_level_they_are_counted() -> None:
    table = Table(4).read(0, [25, 25, 25, 25])
    assert reading_rounds(table.snapshot, table.group.id)[0].largest == "4 level at 25"
