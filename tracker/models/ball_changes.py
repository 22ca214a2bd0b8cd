"""What can become of a ball: each change gives the records to save (§4.2)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tracker.models.mistake import Mistake
from tracker.models.records.ball import Ball, Handover


def opened(
    group_id: str, issue: str, agency_id: str | None, on: date, mint: Callable[[], str]
) -> tuple[Ball | Handover, ...]:
    """A new issue, and the agency that holds it from the first day; without an agency nobody does.

    Raises Mistake if the group or the issue is missing.
    """
    if not group_id or not issue.strip():
        raise Mistake("Say in a few words what the issue is, so that everybody knows this ball again.")
    ball = Ball(id=mint(), group_id=group_id, issue=issue.strip(), opened_on=on)
    return (ball, passed_on(ball, agency_id, on, "", mint)) if agency_id else (ball,)


def passed_on(ball: Ball, agency_id: str | None, on: date, note: str, mint: Callable[[], str]) -> Handover:
    """The ball passes to an agency, or to nobody."""
    return Handover(id=mint(), ball_id=ball.id, on=on, agency_id=agency_id or None, note=note.strip())


def settled(ball: Ball, on: date) -> Ball:
    """The issue is settled on that day: nobody has to hold it any more."""
    return replace(ball, closed_on=on)


def taken_up(ball: Ball) -> Ball:
    """The issue is open again; who held it last holds it."""
    return replace(ball, closed_on=None)
