"""Saying how far tasks, steps, enablers and impediments are: one step of the office each, said on top of the page."""

from collections.abc import Sequence
from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.practices_board import PracticeRow
from tracker.models.outlook_changes import observed, practised
from tracker.models.records.outlook import PracticeState, Seen
from tracker.models.records.record import Record
from tracker.ui.desk import Desk
from tracker.ui.words import UNDO_HINT, count, in_quotes
from tracker.ui.working.working_columns import WorkingRow, title

State = PracticeState | Seen


class WorkingDeeds:
    """What can be said of rows. Raises Mistake, with nothing changed, if it cannot be."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def say(self, group_id: str, rows: Sequence[WorkingRow], state: State, on: date, note: str = "") -> None:
        """Each is in that state on that day."""
        saves = [self._said(group_id, row, state, on, note) for row in rows]
        step = "note how far it has come" if isinstance(state, PracticeState) else "note what is seen here"
        with self._desk.office.step(step):
            self._desk.office.save(*saves)
        when = "" if on == self._desk.snapshot.today else f" on {shown(on)}"
        self._desk.said.emit(f"{state.label}{when}: {named(rows)}. {UNDO_HINT}")

    def _said(self, group_id: str, row: WorkingRow, state: State, on: date, note: str) -> Record:
        snapshot, mint = self._desk.snapshot, self._desk.office.mint
        if isinstance(row, PracticeRow):
            return practised(snapshot, group_id, row, PracticeState(state), on, note, mint)
        return observed(snapshot, group_id, row, Seen(state), on, note, mint)


def named(rows: Sequence[WorkingRow]) -> str:
    """One row by its words, several by their count."""
    return in_quotes(title(rows[0])) if len(rows) == 1 else count(len(rows), "line")
