"""The view of a table in which single keys do something with the rows that are chosen."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from tracker.ui.parts.headed_table import HeadedTable, RowHeading
from tracker.ui.style import UNIT
from tracker.ui.table_view import TableView

_HEADING_HEIGHT = 8 * UNIT
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeyedView(TableView):
    """`key_typed` carries a letter and whether Shift was held; headings stand across the whole row."""

    key_typed = Signal(str, bool)

    def __init__(self, table: HeadedTable, name: str, letters: str, row_height: int = 11 * UNIT) -> None:
        super().__init__(table, name, row_height)
        self._letters = letters
        self._headings: list[int] = []
        self.headed = table
        table.modelReset.connect(self._span_headings)
        table.layoutChanged.connect(self._span_headings)

    @property
    def chosen_rows(self) -> list[Any]:
        """All rows that are chosen, from the top."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = self.table.rows
        return [rows[place] for place in places if not isinstance(rows[place], RowHeading)]

    def choose_first(self) -> None:
        """Chooses the first row that is no heading, if none is chosen."""
        if self.chosen_row is None or isinstance(self.chosen_row, RowHeading):
            things = self.headed.things
            if things:
                self.choose(self.headed.key_of(things[0]))
            else:
                self.selectionModel().clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = chr(event.key()).upper() if 0x20 <= event.key() < 0x7F else ""
        if letter and letter in self._letters and not event.modifiers() & _WITH:
            self.key_typed.emit(letter, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers() & _WITH:
            self._go_to_end(event.key() == Qt.Key.Key_End)
        else:
            super().keyPressEvent(event)

    def _go_to_end(self, last: bool) -> None:
        things = self.headed.things
        if things:
            self.choose(self.headed.key_of(things[-1 if last else 0]))

    def _span_headings(self) -> None:
        self.clearSpans()
        rows = self.table.rows
        usual = self.verticalHeader().defaultSectionSize()
        # Qt keeps the heights of places, whatever stands in them now.
        for place in self._headings:
            if place < len(rows):
                self.setRowHeight(place, usual)
        self._headings = [place for place, row in enumerate(rows) if isinstance(row, RowHeading)]
        for place in self._headings:
            self.setSpan(place, 0, 1, len(self.table.columns))
            self.setRowHeight(place, _HEADING_HEIGHT)
