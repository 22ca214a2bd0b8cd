"""The risks of a group and what stands in its way, and what becomes of them."""

from datetime import date
from typing import Any

import pytest

from tests.builders import a_group, an_agency, an_id
from tracker.models.figures.risk_board import RiskBoard, risk_board
from tracker.models.mistake import Mistake
from tracker.models.records import Barrier, Record, Risk
from tracker.models.records.risk import BarrierKind, BarrierState, RiskLevel
from tracker.models.risk_changes import asked_above, closed, open_question, opened_again, settled, told
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)
GROUP, POLICE = a_group(), an_agency("POL", short_name="Police")


def a_risk(**fields: Any) -> Risk:
    named = {"group_id": GROUP.id, "on": date(2008, 5, 5), "level": RiskLevel.HIGH, "agency_id": POLICE.id}
    return Risk(**{"id": an_id(), "text": "Rents go up"} | named | fields)


def a_barrier(**fields: Any) -> Barrier:
    named = {"group_id": GROUP.id, "since": date(2008, 4, 1), "kind": BarrierKind.PRIVACY}
    return Barrier(**{"id": an_id(), "text": "Two readings of one Act"} | named | fields)


def board(*records: Record, on: date = TODAY) -> RiskBoard:
    return risk_board(snapshot_of(TODAY, [GROUP, POLICE, *records]), GROUP.id, on)


def test_a_high_risk_of_which_nobody_was_told_stands_first_and_barriers_after_risks() -> None:
    low = a_risk(text="Rain", level=RiskLevel.LOW)
    known = a_risk(text="Known", told_on=date(2008, 5, 6), told_whom="The commander")
    rows = board(a_barrier(), low, known, a_risk(text="A surprise")).rows
    assert [row.text for row in rows] == ["A surprise", "Known", "Rain", "Two readings of one Act"]
    assert [row.surprise for row in rows] == [True, False, False, False]


def test_a_row_says_how_high_on_whom_and_who_was_told() -> None:
    (row,) = board(a_risk(told_on=date(2008, 5, 6), told_whom="The commander")).rows
    assert (row.kind, row.whom, row.told) == ("High", "Police", "6 May 2008 · The commander")


def test_a_barrier_says_of_what_kind_it_is_and_who_was_asked() -> None:
    (row,) = board(a_barrier(asked_of="The Ministry", state=BarrierState.ASKED)).rows
    assert (row.kind, row.whom, row.told) == ("Privacy", "The Ministry", "Asked above")


def test_what_is_closed_comes_last_and_is_open_on_a_day_before() -> None:
    over = a_risk(closed_on=date(2008, 6, 1))
    assert [row.open for row in board(over, a_risk(level=RiskLevel.LOW)).rows] == [True, False]
    assert board(over, on=date(2008, 5, 31)).rows[0].surprise


def test_what_was_seen_later_is_not_there_yet() -> None:
    assert board(a_risk(), a_barrier(), on=date(2008, 3, 1)).rows == ()


@pytest.mark.parametrize(
    ("records", "words"),
    [
        ((), "No risk is open"),
        ((a_risk(), a_risk()), "2 risks open, 2 of them high and nobody told"),
        ((a_risk(level=RiskLevel.LOW), a_barrier()), "1 risk open · 1 barrier not settled"),
    ],
)
def test_the_board_is_summed_up_in_a_line(records: tuple[Record, ...], words: str) -> None:
    assert board(*records).words == words


def test_a_note_is_given_on_a_day_to_somebody() -> None:
    given = told(a_risk(), TODAY, " The commander ", TODAY)
    assert (given.told_on, given.told_whom) == (TODAY, "The commander")


@pytest.mark.parametrize(
    ("on", "whom", "sentence"),
    [
        (date(2008, 7, 1), "Police", "1 Jul 2008 is still to come: give the day on which the note was given"),
        (date(2008, 5, 4), "Police", "The risk was seen on 5 May 2008: give that day or a later one"),
        (TODAY, " ", "Say to whom the note was given"),
    ],
)
def test_a_note_that_cannot_be_is_refused(on: date, whom: str, sentence: str) -> None:
    with pytest.raises(Mistake, match=sentence):
        told(a_risk(), on, whom, TODAY)


def test_a_risk_is_closed_and_opened_again() -> None:
    over = closed(a_risk(), TODAY, TODAY)
    assert over.closed_on == TODAY
    assert opened_again(over).closed_on is None
    with pytest.raises(Mistake, match="still to come"):
        closed(a_risk(), date(2008, 7, 1), TODAY)


def test_a_barrier_is_asked_above_settled_and_stands_again_with_whoever_was_asked() -> None:
    asked = asked_above(a_barrier(), "The Ministry")
    assert (asked.asked_of, asked.state) == ("The Ministry", BarrierState.ASKED)
    assert settled(asked).state is BarrierState.SETTLED
    assert open_question(settled(asked)).state is BarrierState.ASKED
    assert open_question(settled(a_barrier())).state is BarrierState.OPEN
    with pytest.raises(Mistake, match="who was asked"):
        asked_above(a_barrier(), "")
