"""Moving a support on: one step of the office each, said in the line on top of the page."""

from collections.abc import Sequence
from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.support_board import SupportState
from tracker.models.mistake import Mistake
from tracker.models.records import Support
from tracker.models.resource_changes import moved_to, next_state
from tracker.ui.desk import Desk
from tracker.ui.words import UNDO_HINT, count, in_quotes


class SupportDeeds:
    """What can be done with supports. Raises Mistake, with nothing changed, if it cannot be done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def move(self, supports: Sequence[Support], to: SupportState | None, on: date) -> None:
        """Each comes to a state on that day, or with None to the one that is next for it."""
        snapshot = self._desk.snapshot
        # As they stand now: a day may have been asked for while something else was done.
        now = [found for support in supports if (found := snapshot.find(Support, support.id))]
        steps = [(support, state) for support in now if (state := to or next_state(support))]
        if not steps:
            raise Mistake(f"{named(supports)} stands otherwise since this was asked: leave it, and choose again.")
        saves = [moved_to(support, state, on, snapshot.today) for support, state in steps]
        done = _done({state for _, state in steps})
        name = "move support on" if len(saves) == 1 else f"move {count(len(saves), 'support')} on"
        with self._desk.office.step(name):
            self._desk.office.save(*saves)
        when = "today" if on == snapshot.today else f"on {shown(on)}"
        self._desk.said.emit(f"{done} {when}: {named(saves)}. {UNDO_HINT}")


def named(supports: Sequence[Support]) -> str:
    """One support by its words, several by their count."""
    if len(supports) > 1:
        return count(len(supports), "support")
    kind = supports[0].kind
    return in_quotes(supports[0].text or (kind.label if kind else "Support"))


def _done(states: set[SupportState]) -> str:
    return next(iter(states)).label if len(states) == 1 else "Moved on"
