"""A list whose rows are painted: one widget for many cards, with the keyboard and the names of a real list."""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from tracker.ui.style import UNIT

Index = QModelIndex | QPersistentModelIndex
_READ = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_NONE = QModelIndex()


class Row(Protocol):
    """What a row of the list can do."""

    @property
    def words(self) -> str:
        """All that is seen of it, for who listens, and as its tooltip."""

    @property
    def leads(self) -> bool:
        """Whether it can be chosen."""

    def height(self, width: int) -> int:
        """How high it is in that width, in pixels."""

    def button(self, place: QRect) -> QRect:
        """Where its button stands, if it has one apart from itself."""

    def paint(self, painter: QPainter, place: QRect, *, current: bool, lit: bool) -> None:
        """Draws itself; `current` while the keyboard or the mouse is on it, `lit` while that is on its button."""


class RowList(QListView):
    """Up and Down choose, Enter or a click opens; Right and Left go to a row's button and back.

    `opened` carries the row, `pressed_button` the row whose button was pressed; `key_typed` the chosen row and one of
    the letters that the page works with.
    """

    opened = Signal(object)
    pressed_button = Signal(object)
    key_typed = Signal(object, str)

    def __init__(self, name: str, letters: str = "") -> None:
        super().__init__()
        self._letters = letters
        self._rows = RowTable()
        self._room = 0
        self._under_mouse = -1
        self._on_button = False
        self._mouse_on_button = False
        self.setAccessibleName(name)
        self.setProperty("look", "page")
        self.setModel(self._rows)
        self.setItemDelegate(RowDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)

    @property
    def rows(self) -> list[Row]:
        """The rows that are shown."""
        return self._rows.rows

    @property
    def chosen(self) -> Row | None:
        """The row that the keyboard is on, if there is one."""
        return self._rows.row_at(self.currentIndex())

    @property
    def room(self) -> int:
        """How wide a row is, in pixels."""
        return self._room

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows other rows; the keyboard stays where it was, as far as there still is a row."""
        kept = self.currentIndex().row()
        self._under_mouse, self._on_button = -1, False
        self._rows.set_rows(rows)
        self.choose(kept)

    def choose(self, number: int) -> None:
        """Puts the keyboard on a row, or the nearest after it that can be chosen."""
        places = [place for place, row in enumerate(self.rows) if row.leads]
        later = [place for place in places if place >= number] or places[-1:]
        if later:
            self.setCurrentIndex(self._rows.index(later[0]))

    def state_of(self, number: int) -> tuple[bool, bool]:
        """Whether keyboard or mouse is on a row, and whether it is on its button."""
        by_key = self.hasFocus() and self.currentIndex().row() == number
        by_mouse = self._under_mouse == number
        return by_key or by_mouse, (by_key and self._on_button) or (by_mouse and self._mouse_on_button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        row = self._rows.row_at(index)
        key = event.key()
        if row and row.leads and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            (self.pressed_button if self._on_button else self.opened).emit(row)
        elif row and key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._on_button = key == Qt.Key.Key_Right and not row.button(self.visualRect(index)).isEmpty()
            self.update(index)
        elif row and event.text().upper() in self._letters and event.text():
            self.key_typed.emit(row, event.text().upper())
        else:
            self._on_button = False
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._follow(event.position().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A press on a heading or between the rows changes nothing.
        row = self._rows.row_at(self.indexAt(event.position().toPoint()))
        if row and row.leads:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self._rows.row_at(index)
        if event.button() == Qt.MouseButton.LeftButton and row and row.leads and index == self.currentIndex():
            on_button = row.button(self.visualRect(index)).contains(event.position().toPoint())
            (self.pressed_button if on_button else self.opened).emit(row)

    def leaveEvent(self, event: Any) -> None:
        super().leaveEvent(event)
        self._follow(QPoint(-1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != self._room:
            self._room = event.size().width()
            # Rows are as high as their text asks for in this width.
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def _follow(self, where: QPoint) -> None:
        index = self.indexAt(where)
        row = self._rows.row_at(index)
        leads = row is not None and row.leads
        before = self._rows.index(self._under_mouse) if self._under_mouse >= 0 else _NONE
        self._under_mouse = index.row() if leads else -1
        self._mouse_on_button = bool(leads and row and row.button(self.visualRect(index)).contains(where))
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        for one in (before, index):
            if one.isValid():
                self.update(one)


class RowTable(QAbstractListModel):
    """The rows as Qt asks for them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        """The row of an index, if it is one."""
        return self.rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in _READ:
            return self.rows[index.row()].words
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.rows[index.row()].words if self.rows[index.row()].leads else None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index)
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if row and row.leads else Qt.ItemFlag.NoItemFlags


class RowDelegate(QStyledItemDelegate):
    """Hands the painting to the row."""

    def __init__(self, view: RowList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # Before the list has its room there is no use in measuring text.
        height = self._view.rows[index.row()].height(self._view.room) if self._view.room else 16 * UNIT
        return QSize(40 * UNIT, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: QRect = option.rect
        current, lit = self._view.state_of(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._view.rows[index.row()].paint(painter, place, current=current, lit=lit)
        painter.restore()
