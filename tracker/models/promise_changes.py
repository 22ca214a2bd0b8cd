"""What can become of a promise: each change gives the records to save, and loses nothing of its story (§4.1)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.standing import closed_on
from tracker.models.mistake import Mistake
from tracker.models.records.commitment import Commitment, DueChange


def kept(promise: Commitment, on: date) -> Commitment:
    """Kept on that day; what was said of its end before no longer holds."""
    return replace(promise, kept_on=on, released_on=None, missed_on=None)


def missed(promise: Commitment, on: date) -> Commitment:
    """Given up as missed on that day."""
    return replace(promise, missed_on=on, kept_on=None, released_on=None)


def released(promise: Commitment, on: date) -> Commitment:
    """The group let go of it on that day: it no longer counts as fallen due."""
    return replace(promise, released_on=on, kept_on=None, missed_on=None)


def backed(promise: Commitment, on: date | None) -> Commitment:
    """The home agency stands behind it since that day (§3.4); None takes that back."""
    return replace(promise, backed_on=on)


def reopened(promise: Commitment) -> Commitment:
    """To be kept again, whatever had become of it."""
    return replace(promise, kept_on=None, released_on=None, missed_on=None)


def renegotiated(
    promise: Commitment, due: date, on: date, why: str, mint: Callable[[], str]
) -> tuple[Commitment, DueChange]:
    """Due on another day, as agreed `on`; the first due date stays, and the change is noted with its reason.

    Raises Mistake if the promise is settled, or is due on that day already.
    """
    if closed_on(promise):
        raise Mistake("This promise is settled: open it again before its date is renegotiated.")
    if due == promise.due:
        raise Mistake(f"The promise is due on {shown(due)} already: give the new date.")
    change = DueChange(
        id=mint(), commitment_id=promise.id, on=on, due_before=promise.due, due_after=due, why=why.strip()
    )
    return replace(promise, due=due, first_due=promise.first_due or promise.due or due), change


def noted(promise: Commitment, note: str) -> Commitment:
    """With what became of it in words; without words it stays as it is."""
    return replace(promise, outcome_note=note) if note else promise


def refuse_day_to_come(on: date, today: date) -> None:
    """Raises Mistake if what is recorded as done would lie ahead."""
    if on > today:
        raise Mistake(f"{shown(on)} is still to come: give the day on which it was done, up to {shown(today)}.")


def with_first_due(promise: Commitment, before: Commitment | None, *, renegotiated: bool) -> Commitment:
    """The promise as typed, with its first due date.

    A mistyped date that is put right moves both, unless the date was `renegotiated` or the first one was typed anew.
    """
    if before is not None and (renegotiated or promise.first_due != before.first_due):
        return promise
    if before is not None and before.first_due not in (None, before.due):
        return promise
    return replace(promise, first_due=promise.due)
