"""Lines that the chosen result might count towards, by its words: somebody reads the scope, and claims with Enter."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.models.figures.line_suggestions import LineSuggestion
from tracker.ui.accountability.cell import MatrixCell
from tracker.ui.cells import LinesDelegate
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.style import UNIT
from tracker.ui.table import Column, Table
from tracker.ui.table_view import TableView
from tracker.ui.widgets import Elided, Muted

_CLAIM, _BACK = "Enter", "Esc"
_OFFERS = (
    (_CLAIM, "Claim", "A draft claim of that agency on that line"),
    (_BACK, "Back", "To the matrix, with nothing claimed"),
)
_NOTHING = "No line of this year shares a word with the result. All lines (T) shows every line of the members."
_NOTE = "Lines are found by words alone: whether the result is within the scope is for somebody who knows the line."


class SuggestionList(QWidget):
    """`chosen` carries the suggestion that Enter took; `left` that Esc was pressed."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = Table(_COLUMNS)
        self.view = _View(self.table)
        self._title = Elided("", "title")
        self._note = Muted(_NOTE)
        self.foot = FootRow(_OFFERS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addWidget(self.view, 1)
        column.addWidget(self.foot)
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.view.opened.connect(self.chosen)
        self.view.left.connect(self.left)
        self.foot.chosen.connect(self.press)

    @property
    def words(self) -> str:
        """What stands over the list."""
        return f"{self._title.whole}. {self._note.text()}"

    def show_suggestions(self, cell: MatrixCell, suggestions: Sequence[LineSuggestion]) -> None:
        """Shows what was found for a result."""
        self._title.set_text(f"Lines by the words of: {cell.row.result.name}")
        self._note.setText(_NOTE if suggestions else _NOTHING)
        self.table.set_rows(suggestions)
        self.view.setVisible(bool(suggestions))
        self.foot.allow({_CLAIM, _BACK} if suggestions else {_BACK})
        if suggestions:
            self.view.choose(suggestions[0].id)

    def take_focus(self) -> None:
        """Gives the keyboard to the list, or to the way back."""
        (self.view if self.table.rows else self.foot.buttons[_BACK]).setFocus()

    def press(self, key: str, other: bool = False) -> None:
        """Does what a key stands for."""
        if key == _BACK:
            self.left.emit()
        elif self.view.chosen_row is not None:
            self.chosen.emit(self.view.chosen_row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_L):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _View(TableView):
    """Esc leads back."""

    left = Signal()

    def __init__(self, table: Table) -> None:
        super().__init__(table, "line suggestions", 14 * UNIT)
        self.setAccessibleName("Lines that share words with the result")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_L) and not event.modifiers():
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _line(row: Any) -> str:
    line = row.line
    return f"{line.code} {line.shown_name}\n{line.vote}"


def _whose(row: Any) -> str:
    if row.taken:
        return f"{row.agencies or row.line.administering_agency}\nclaimed by {row.taken}"
    return str(row.agencies) if row.agencies else f"no member's\n{row.line.administering_agency}"


def _scope(row: Any) -> str:
    scope = " ".join(row.line.scope.split()) or "No scope is kept with this line"
    return f"shares: {', '.join(row.words)}\n{scope}"


_COLUMNS = (
    Column("Line", _line, width=240, least=150, share=2, bold=True, tip=lambda row: row.line.scope),
    Column("Whose", _whose, width=170, least=110, share=1, tone=lambda row: "muted" if row.taken else ""),
    Column("Words it shares, and its scope", _scope, width=380, least=200, share=5, tip=lambda row: row.line.scope),
)
