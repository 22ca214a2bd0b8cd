"""Months in each stage: of completed stays alone, with their number."""

from tests.models.judged_office import FLYING, FORMING, FRUSTRATION, FUNCTIONING, a_life, told
from tracker.models.figures.lane import Lane
from tracker.models.figures.months_in_stage import MonthsInStage, months_in_stage
from tracker.models.records import Record


def of(lane: Lane, *lives: list[Record]) -> MonthsInStage:
    rows = months_in_stage(stay for line in told(*lives).lines for stay in line.stays)
    return next(row for row in rows if row.lane is lane)


def test_the_median_stands_with_its_range_and_its_number() -> None:
    lives = [a_life(f"G{end}", (FORMING, 0), (FRUSTRATION, end)) for end in (3, 8, 14)]
    assert of(Lane.FORMING, *lives).words == "Forming: median 8 months (3 to 14, 3 stays)"


def test_under_three_stays_there_is_too_little_to_tell() -> None:
    lives = [a_life(f"G{end}", (FORMING, 0), (FRUSTRATION, end)) for end in (3, 8)]
    assert of(Lane.FORMING, *lives).words == "Forming: too few to tell (2)"


def test_stays_that_go_on_or_ended_otherwise_are_counted_apart() -> None:
    lives = [a_life("A", (FLYING, 0)), a_life("B", (FLYING, 0), (None, 9)), a_life("C", (FLYING, 0), (FORMING, 4))]
    row = of(Lane.FLYING, *lives)
    assert (row.months, row.going_on, row.not_clear, row.closed) == ((4,), 1, 1, 0)


def test_the_crossover_has_a_line_of_its_own_and_the_highest_stage_comes_first() -> None:
    life = a_life("A", (FRUSTRATION, 0), ("crossover", 5), (FUNCTIONING, 9))
    rows = months_in_stage(told(life).lines[0].stays)
    assert [row.lane for row in rows] == [Lane.FUNCTIONING, Lane.CROSSOVER, Lane.FRUSTRATION]


def test_an_even_number_of_stays_may_have_half_a_month() -> None:
    lives = [a_life(f"G{end}", (FORMING, 0), (FRUSTRATION, end)) for end in (3, 7, 8, 14)]
    assert of(Lane.FORMING, *lives).median_words == "7.5"
