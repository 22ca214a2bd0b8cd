"""Taking somebody's readings of power."""

from datetime import date

import pytest

from tests.builders import a_member, an_agency, an_id
from tests.models.balance_office import READ_ON, TODAY, Table
from tracker.models.mistake import Mistake
from tracker.models.reading_taking import Points, Rater, free_mark, marks_on, readings_of, table_on, taken
from tracker.models.records.reading import Question


def split(table: Table, *points: int) -> Points:
    return tuple((agency.id, given) for agency, given in zip(table.agencies, points, strict=False))


def a_rater(table: Table, place: int = 0, mark: str = "A", on: date = READ_ON) -> Rater:
    return Rater(table.group.id, on, table.agencies[place].id, mark)


def test_up_to_three_questions_are_taken_in_their_order() -> None:
    table = Table(2)
    given = {Question.GAINS: split(table, 10, 90), Question.DECIDES: split(table, 60, 40)}
    readings = taken(table.snapshot, a_rater(table), given, an_id)
    assert [reading.question for reading in readings] == [Question.DECIDES, Question.GAINS]
    assert [reading.problems() for reading in readings] == [[], []]
    assert readings[0].points == split(table, 60, 40)


def test_a_rater_who_rated_that_day_already_is_put_right_and_not_doubled() -> None:
    table = Table(2).read(0, [50, 50], rater="a ")
    before = readings_of(table.snapshot, a_rater(table))[Question.DECIDES]
    (reading,) = taken(table.snapshot, a_rater(table), {Question.DECIDES: split(table, 70, 30)}, an_id)
    assert (reading.id, reading.points) == (before.id, split(table, 70, 30))


@pytest.mark.parametrize("points", [(50, 40), (60, 50), (120, -20)])
def test_points_that_do_not_add_up_to_100_are_refused(points: tuple[int, int]) -> None:
    table = Table(2)
    with pytest.raises(Mistake, match=r"Who decides: (the points add up to|points must be whole numbers)"):
        taken(table.snapshot, a_rater(table), {Question.DECIDES: split(table, *points)}, an_id)


def test_a_rater_of_an_agency_without_a_seat_is_refused() -> None:
    table = Table(2)
    stranger = an_agency("XXX", short_name="Fire Service")
    table.add(stranger)
    rater = Rater(table.group.id, READ_ON, stranger.id, "A")
    with pytest.raises(Mistake, match=r"Fire Service has no seat in .* on 2 May 2008: choose an agency at the table"):
        taken(table.snapshot, rater, {Question.DECIDES: split(table, 50, 50)}, an_id)


def test_points_for_an_agency_without_a_seat_are_refused() -> None:
    table = Table(1)
    gone = an_agency("XXX", short_name="Fire Service")
    table.add(gone, a_member(table.group, gone, to_on=date(2008, 1, 1)))
    given = {Question.GIVES: (*split(table, 50), (gone.id, 50))}
    with pytest.raises(Mistake, match="Fire Service was given points and has no seat"):
        taken(table.snapshot, a_rater(table), given, an_id)


def test_a_day_to_come_and_nothing_answered_are_refused() -> None:
    table = Table(2)
    with pytest.raises(Mistake, match="1 Jul 2008 is still to come"):
        taken(table.snapshot, a_rater(table, on=date(2008, 7, 1)), {Question.GIVES: split(table, 50, 50)}, an_id)
    with pytest.raises(Mistake, match="No question is answered yet"):
        taken(table.snapshot, a_rater(table), {}, an_id)


def test_the_table_of_a_day_has_who_sat_there_then() -> None:
    table = Table(2)
    late = an_agency("XXX")
    table.add(late, a_member(table.group, late, from_on=date(2008, 6, 1)))
    assert table_on(table.snapshot, table.group.id, READ_ON) == tuple(table.agencies)
    assert table_on(table.snapshot, table.group.id, TODAY) == (*table.agencies, late)


def test_the_next_rater_of_an_agency_has_the_next_letter() -> None:
    table = Table(2).read(0, [50, 50], rater="A").read(0, [50, 50], rater=" a").read(0, [50, 50], rater="C")
    one, other = (agency.id for agency in table.agencies)
    assert free_mark(table.snapshot, table.group.id, READ_ON, one) == "B"
    assert free_mark(table.snapshot, table.group.id, READ_ON, other) == "A"
    assert free_mark(table.snapshot, table.group.id, TODAY, one) == "A"
    assert marks_on(table.snapshot, table.group.id, READ_ON) == {one: ("A", "a", "C")}
