"""The view of a table: fits its columns to the room, keeps the selection, opens a row, and lets the table be taken."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from tracker.ui.preferences import Preferences
from tracker.ui.style import UNIT
from tracker.ui.table import Table

# The keys by which a table leaves, held together with Ctrl.
_LEAVING: dict[int, str] = {Qt.Key.Key_E: "excel", Qt.Key.Key_P: "print"}


class TableView(QTableView):
    """Rows are chosen whole; Enter or a double click opens one; Ctrl+C copies what is chosen as rows of a sheet.

    Ctrl+E saves the table as Excel and Ctrl+P prints it, as it is filtered; the menu key or a right click offers both.
    With a `name`, the sort order and the widths that a person dragged are kept from one start to the next.
    """

    opened = Signal(object)
    chosen = Signal(object)
    row_height_changed = Signal()

    def __init__(self, table: Table, name: str = "", row_height: int = 9 * UNIT, tallest: int = 0) -> None:
        super().__init__()
        self._least_height = row_height
        self._tallest = max(row_height, tallest)
        self.table = table
        self._name = name
        self._chosen_key = ""
        self._dragged: dict[int, int] = {}
        self._fitting = False
        # Noted from the view's own news: asking for the viewport makes Qt's binding load every widget there is.
        self._room = QSize()
        self._dress(row_height)
        self.setModel(table)
        table.modelAboutToBeReset.connect(self._note_chosen)
        table.modelReset.connect(self._choose_again)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self._say_chosen)
        self._restore()
        self.horizontalHeader().sectionResized.connect(self._keep_width)
        self.horizontalHeader().sortIndicatorChanged.connect(self._keep_order)

    @property
    def chosen_row(self) -> Any:
        """The row that is chosen; None if there is none."""
        index = self.selectionModel().currentIndex()
        return self.table.row_at(index) if self.selectionModel().hasSelection() else None

    @property
    def fitting_row_height(self) -> int:
        """The height at which the rows fill the view, within what is comfortable to read."""
        rows = max(1, len(self.table.rows))
        return max(self._least_height, min(self._tallest, self._room.height() // rows))

    def choose(self, key: str) -> None:
        """Chooses the row with that key, if it is shown, and brings it into view."""
        index = self.table.index_of(key)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def copy_chosen(self) -> None:
        """Copies the chosen rows with their headings; all rows if none is chosen."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        QGuiApplication.clipboard().setText(self.table.as_text(places or None))

    def copy_all(self) -> None:
        """Copies all rows that are shown, with their headings."""
        QGuiApplication.clipboard().setText(self.table.as_text())

    def fit_columns(self) -> None:
        """Shares the room out: columns that matter least leave first, the rest fill the whole width."""
        room = self._room.width()
        columns = self.table.columns
        shown = set(range(len(columns)))
        while sum(columns[place].least for place in shown) > room:
            droppable = [place for place in shown if columns[place].drop]
            if not droppable:
                break
            shown.discard(max(droppable, key=lambda place: (columns[place].drop, place)))
        self._fitting = True
        for place, width in self._widths(sorted(shown), room).items():
            self.setColumnWidth(place, width)
        for place in range(len(columns)):
            self.setColumnHidden(place, place not in shown)
        self._fitting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room = event.size()
        self.fit_columns()
        self._fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_chosen()
        elif event.key() in _LEAVING and event.modifiers() == control:
            self._let_go(_LEAVING[event.key()])
        elif event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and event.modifiers() == shift):
            self._show_menu(self._menu_place)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        self._show_menu(self._menu_place if by_keyboard else event.globalPos())
        event.accept()

    @property
    def _menu_place(self) -> QPoint:
        """Below the chosen row; in the table's upper corner if none is chosen."""
        chosen = self.visualRect(self.selectionModel().currentIndex())
        inside = chosen.isValid() and self.viewport().rect().contains(chosen.bottomLeft())
        return self.viewport().mapToGlobal(chosen.bottomLeft() if inside else QPoint(2 * UNIT, 2 * UNIT))

    def _show_menu(self, place: QPoint) -> None:
        from tracker.ui.table_menu import table_menu

        # Some systems tell of the menu key twice: as a key, and as a wish for a menu.
        if QApplication.activePopupWidget() is None:
            table_menu(self).popup(place)

    def _let_go(self, pressed: str) -> None:
        from tracker.ui.table_menu import let_go

        let_go(self, pressed)

    def _dress(self, row_height: int) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.verticalHeader().setMinimumSectionSize(8 * UNIT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(8 * UNIT)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def _widths(self, shown: list[int], room: int) -> dict[int, int]:
        columns = self.table.columns
        widths = {place: self._dragged.get(place, columns[place].width) for place in shown}
        over = sum(widths.values()) - room
        if over > 0:
            spare = {place: max(0, widths[place] - columns[place].least) for place in shown}
            total = sum(spare.values()) or 1
            for place in shown:
                widths[place] -= min(spare[place], -(-over * spare[place] // total))
        left = room - sum(widths.values())
        shares = sum(columns[place].share for place in shown)
        if left > 0 and shares:
            for place in shown:
                widths[place] += left * columns[place].share // shares
        return widths

    def _fit_rows(self) -> None:
        if self._tallest > self._least_height:
            self.verticalHeader().setDefaultSectionSize(self.fitting_row_height)
            self.row_height_changed.emit()

    def _open(self) -> None:
        row = self.chosen_row
        if row is not None:
            self.opened.emit(row)

    def _say_chosen(self) -> None:
        self.chosen.emit(self.chosen_row)

    def _note_chosen(self) -> None:
        self._chosen_key = self.table.key_at(self.selectionModel().currentIndex())

    def _choose_again(self) -> None:
        if self._chosen_key:
            self.choose(self._chosen_key)
        self._fit_rows()
        self.chosen.emit(self.chosen_row)

    def _restore(self) -> None:
        if not self._name:
            return
        self._dragged, order = Preferences.here().table(self._name, len(self.table.columns))
        if order is not None:
            self.sortByColumn(*order)

    def _keep_width(self, place: int, old: int, new: int) -> None:
        if self._fitting or not self._name or not new:
            return
        self._dragged[place] = new
        Preferences.here().keep_widths(self._name, self._dragged)

    def _keep_order(self, place: int, order: Qt.SortOrder) -> None:
        if self._name:
            Preferences.here().keep_order(self._name, place, order)
