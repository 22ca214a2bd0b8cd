"""What can be done with lines by hand: added, put right, measured, and linked to the year that follows."""

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from tracker.models.figures.line_board import LineRow, framework_at_hand
from tracker.models.line_keys import keyed
from tracker.models.line_years import candidates, linked, unlinked
from tracker.models.period import Period
from tracker.models.records import Framework, Line, Measure, Record
from tracker.ui.choosers import KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.parts.asking import Asking
from tracker.ui.record_dialog import add_record, asked, correct_record, record_dialog
from tracker.ui.words import UNDO_HINT, in_quotes

_NONE = "none"
# More than anybody reads; the likeliest come first.
_MOST_OFFERED = 200


class LineDeeds:
    """Each is one step that undo takes back. `parent` is what a form stands over, `asking` the line of the page."""

    def __init__(self, desk: Desk, parent: QWidget, asking: Asking) -> None:
        self._desk = desk
        self._parent = parent
        self._asking = asking

    def add_framework(self) -> Framework | None:
        """Asks for a framework."""
        return add_record(self._desk, self._parent, Framework)

    def correct_framework(self, framework_id: str) -> None:
        """Asks for a corrected framework."""
        if (framework := self._desk.snapshot.find(Framework, framework_id)) is not None:
            correct_record(self._desk, self._parent, framework)

    def add_line(self, framework_id: str) -> Line | None:
        """Asks for a line of a framework; its key is made by the program."""
        framework = self._desk.snapshot.find(Framework, framework_id or framework_at_hand(self._desk.snapshot))
        if framework is None:
            framework = self.add_framework()
        if framework is None:
            return None
        return self._typed(Line(id=self._desk.office.mint(), line_key="new", framework_id=framework.id), "add")

    def correct_line(self, line: Line) -> Line | None:
        """Asks for a corrected line."""
        return self._typed(line, "correct")

    def add_measure(self, line: Line) -> Measure | None:
        """Asks for a measure of a line."""
        return add_record(self._desk, self._parent, Measure, line_id=line.id)

    def correct_measure(self, measure: Measure) -> Measure | None:
        """Asks for a corrected measure."""
        return correct_record(self._desk, self._parent, measure)

    def link(self, row: LineRow, done: Callable[[], object]) -> None:
        """Asks as what a line goes on; the likeliest lines of later years are offered first."""
        snapshot, line = self._desk.snapshot, row.line
        offered = candidates(snapshot, line)[:_MOST_OFFERED]
        if not offered:
            year = Period(line.year_end).label if line.year_end else "its year"
            self._desk.mistaken.emit(f"There is no line of a year after {year} yet: bring these in first (I).")
            return
        combo = KeyedCombo("Goes on as", 60)
        choices = [(_NONE, "None"), *((each.id, _words(each)) for each in offered)]
        combo.offer(choices, line.successor_line_id or offered[0].id)

        def keep(given: dict[str, Any]) -> None:
            successor = self._desk.snapshot.find(Line, given["successor"])
            kept = unlinked(line) if successor is None else linked(self._desk.snapshot, line, successor)
            with self._desk.office.step("link a line to the next year"):
                self._desk.office.save(kept)
            goes = f"goes on as {in_quotes(successor.shown_name)}" if successor else "goes on as none"
            self._desk.said.emit(f"{in_quotes(line.shown_name)} {goes}. {UNDO_HINT}")
            done()

        title = f"As which line does {in_quotes(line.shown_name)} go on?"
        self._asking.ask(title, "Link", [("successor", "Line of a later year", combo)], keep)

    def _typed(self, line: Line, verb: str) -> Line | None:
        def with_key(typed: Record) -> Record:
            return keyed(self._desk.snapshot, cast(Line, typed))

        dialog = record_dialog(self._desk, self._parent, line, f"{verb} an accountability line", None, with_key)
        return cast("Line | None", asked(dialog))


def _words(line: Line) -> str:
    year = Period(line.year_end).label if line.year_end else ""
    return ", ".join(part for part in (f"{line.code} {line.shown_name}", line.administering_agency, year) if part)
