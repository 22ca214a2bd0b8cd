"""Moves between stages, in counts."""

from datetime import date

from tests.models.judged_office import FAILING, FORMING, FRUSTRATION, FUNCTIONING, a_life, told
from tracker.models.figures.lane import Lane
from tracker.models.figures.stage_moves import stage_moves
from tracker.models.figures.stays import StayEnd

LIVES = [
    a_life("A", (FRUSTRATION, 0), (FUNCTIONING, 5)),
    a_life("B", (FRUSTRATION, 0), (FAILING, 5)),
    a_life("C", (FRUSTRATION, 0), (FRUSTRATION, 9)),
    a_life("D", (FRUSTRATION, 0), (None, 9), (FORMING, 12)),
    a_life("E", (FRUSTRATION, 0), closed_on=date(2003, 1, 1), closed_because="Over"),
]
MOVES = {row.lane: row for row in stage_moves(stay for line in told(*LIVES).lines for stay in line.stays)}


def test_each_count_stands_beside_all_stays_in_the_stage() -> None:
    row = MOVES[Lane.FRUSTRATION]
    assert row.to_words(Lane.FUNCTIONING) == "1 of 5"
    assert row.to_words(Lane.FLYING) == ""
    assert row.words == (
        "From Frustration: Functioning 1 of 5 · Failing 1 of 5 · not clear 1 of 5 · closed there 1 of 5 · "
        "still there 1 of 5"
    )


def test_the_counts_of_a_stage_add_up_to_all_its_stays() -> None:
    for row in MOVES.values():
        assert sum(row.to.values()) + sum(row.ends.values()) == row.n


def test_what_came_after_a_time_that_was_not_clear_is_no_move() -> None:
    assert Lane.FORMING not in MOVES[Lane.FRUSTRATION].to
    assert MOVES[Lane.FORMING].ends == {StayEnd.GOING_ON: 1}
