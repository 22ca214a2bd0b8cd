"""What becomes of a risk or a barrier: somebody is told or asked, it is closed, it is open again (§4.3, §8.2)."""

from dataclasses import replace
from datetime import date

from tracker.models.dates import shown
from tracker.models.mistake import Mistake
from tracker.models.records.risk import Barrier, BarrierState, Risk


def told(risk: Risk, on: date, whom: str, today: date) -> Risk:
    """The note that spares somebody a surprise was given on that day, to somebody.

    Raises Mistake if the day lies ahead or before the risk was seen, or nobody is named.
    """
    whom = whom.strip()
    if not whom:
        raise Mistake("Say to whom the note was given: a post or an agency.")
    _refuse(risk, on, today, "the note was given")
    return replace(risk, told_on=on, told_whom=whom)


def closed(risk: Risk, on: date, today: date) -> Risk:
    """The risk is over since that day. Raises Mistake if the day lies ahead, or before the risk was seen."""
    _refuse(risk, on, today, "it was over")
    return replace(risk, closed_on=on)


def opened_again(risk: Risk) -> Risk:
    """The risk stands again."""
    return replace(risk, closed_on=None)


def asked_above(barrier: Barrier, whom: str) -> Barrier:
    """The question lies with somebody above the group. Raises Mistake if nobody is named."""
    whom = whom.strip()
    if not whom:
        raise Mistake("Say who was asked: a post or an agency above the group.")
    return replace(barrier, asked_of=whom, state=BarrierState.ASKED)


def settled(barrier: Barrier) -> Barrier:
    """The question is settled."""
    return replace(barrier, state=BarrierState.SETTLED)


def open_question(barrier: Barrier) -> Barrier:
    """The question stands again, with whoever was asked."""
    return replace(barrier, state=BarrierState.ASKED if barrier.asked_of else BarrierState.OPEN)


def _refuse(risk: Risk, on: date, today: date, what: str) -> None:
    if on > today:
        raise Mistake(f"{shown(on)} is still to come: give the day on which {what}, up to {shown(today)}.")
    if risk.on and on < risk.on:
        raise Mistake(f"The risk was seen on {shown(risk.on)}: give that day or a later one, not {shown(on)}.")
