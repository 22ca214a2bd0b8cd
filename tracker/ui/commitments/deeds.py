"""Doing something with promises: one step of the office each, said in the line on top of the page."""

from collections.abc import Sequence
from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.promises import Promise, promise_of
from tracker.models.mistake import Mistake
from tracker.models.promise_changes import noted, refuse_day_to_come, renegotiated
from tracker.models.records.commitment import Commitment
from tracker.models.records.record import Record
from tracker.ui.commitments.verbs import RENEGOTIATE, Verb, fitting
from tracker.ui.desk import Desk
from tracker.ui.words import UNDO_HINT, count, in_quotes


class Deeds:
    """What can be done with promises. Each raises Mistake, with nothing changed, if it cannot be done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def do(self, verb: Verb, promises: Sequence[Promise], on: date, note: str = "") -> None:
        """Does it with those promises that it fits, as of a day; `note` says what became of them."""
        refuse_day_to_come(on, self._desk.snapshot.today)
        chosen = self._as_now(verb, promises)
        change = verb.change
        assert change is not None
        saves = [noted(change(promise.commitment, on), note) for promise in chosen]
        self._step(verb, chosen, saves, "" if on == self._desk.snapshot.today else f" on {shown(on)}")

    def renegotiate(self, promises: Sequence[Promise], due: date, why: str) -> None:
        """Gives promises a new date, as agreed today."""
        chosen, today = self._as_now(RENEGOTIATE, promises), self._desk.snapshot.today
        # Of several, those that are due on that day already stay as they are.
        chosen = [promise for promise in chosen if promise.commitment.due != due] or chosen
        saves: list[Record] = []
        for promise in chosen:
            saves += renegotiated(promise.commitment, due, today, why, self._desk.office.mint)
        self._step(RENEGOTIATE, chosen, saves, f", now due {shown(due)}")

    def _as_now(self, verb: Verb, promises: Sequence[Promise]) -> list[Promise]:
        """Those that the verb fits, as they stand now: a day may have been asked for while something else was done."""
        snapshot = self._desk.snapshot
        kept = (snapshot.find(Commitment, promise.commitment.id) for promise in promises)
        chosen = fitting(verb, [promise_of(snapshot, commitment) for commitment in kept if commitment])
        if not chosen:
            raise Mistake(f"{named(promises)} stands otherwise since this was asked: leave it, and choose again.")
        return chosen

    def _step(self, verb: Verb, chosen: Sequence[Promise], saves: Sequence[Record], how: str) -> None:
        with self._desk.office.step(verb.step(len(chosen))):
            self._desk.office.save(*saves)
        self._desk.said.emit(f"{verb.done}{how}: {named(chosen)}. {UNDO_HINT}")


def named(promises: Sequence[Promise]) -> str:
    """One promise by its words, several by their count."""
    return in_quotes(promises[0].commitment.text) if len(promises) == 1 else count(len(promises), "promise")
