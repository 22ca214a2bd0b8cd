"""The list under the search box."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tracker.ui.search_box import Found
from tracker.ui.style import NORMAL, SMALL, UNIT, current, font

_ROW = 11 * UNIT
_HEADING_ROW = 6 * UNIT
_WIDTH = 110 * UNIT
_MOST_HEIGHT = 130 * UNIT
_DETAIL, _HEADING = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


class SearchResults(QListWidget):
    """The list under the box. It is a child of the window, so that the box keeps the keyboard."""

    def __init__(self, box: QLineEdit) -> None:
        super().__init__(box)
        self._box = box
        self.setProperty("look", "popup")
        self.setAccessibleName("What was found")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(_FoundDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def show_found(self, found: Sequence[Found]) -> None:
        """Shows what was found, the first line chosen; says so if nothing was."""
        self.clear()
        heading = ""
        for one in found:
            item = QListWidgetItem(one.title)
            item.setData(Qt.ItemDataRole.UserRole, one.place)
            item.setData(_DETAIL, one.detail)
            item.setData(_HEADING, one.heading if one.heading != heading else "")
            heading = one.heading
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.title}, {one.detail}")
            self.addItem(item)
        if not found:
            item = QListWidgetItem("Nothing found")
            item.setData(_DETAIL, "Try fewer letters, or a part of the name.")
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        else:
            self.setCurrentRow(0)
        self._stand_below()

    def move_by(self, step: int) -> None:
        """Chooses the next line or the one before."""
        self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + step)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The list hears its own scroll bars here as well, which take their size when there is much to show.
        if watched is self._box.window() and event.type() == QEvent.Type.Resize:
            self.hide()
        return super().eventFilter(watched, event)

    def _stand_below(self) -> None:
        window = self._box.window()
        if self.parent() is not window:
            self.setParent(window)
            window.installEventFilter(self)
        corner = self._box.mapTo(window, QPoint(0, self._box.height() + UNIT))
        headings = sum(bool(self.item(row).data(_HEADING)) for row in range(self.count()))
        height = min(self.count() * _ROW + headings * _HEADING_ROW + 3 * UNIT, _MOST_HEIGHT)
        self.setGeometry(corner.x(), corner.y(), _WIDTH, min(height, window.height() - corner.y() - 2 * UNIT))
        self.show()
        self.raise_()


class _FoundDelegate(QStyledItemDelegate):
    """Two lines an item: its name, and what it is and where."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(_WIDTH - 10 * UNIT, _ROW + (_HEADING_ROW if index.data(_HEADING) else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = current()
        place: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if heading := index.data(_HEADING):
            line = QRect(place.left() + 2 * UNIT, place.top(), place.width() - 4 * UNIT, _HEADING_ROW)
            painter.setFont(font(SMALL, QFont.Weight.DemiBold))
            painter.setPen(QColor(colours.muted))
            painter.drawText(line, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, str(heading))
            place = place.adjusted(0, _HEADING_ROW, 0, 0)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(place, UNIT, UNIT)
        inner = place.adjusted(2 * UNIT, UNIT, -2 * UNIT, -UNIT)
        half = inner.height() // 2
        top, bottom = inner.adjusted(0, 0, 0, -half), inner.adjusted(0, half, 0, 0)
        words = [(top, NORMAL, QFont.Weight.DemiBold, colours.text, index.data())]
        words.append((bottom, SMALL, QFont.Weight.Normal, colours.muted, index.data(_DETAIL)))
        for room, size, weight, colour, text in words:
            painter.setFont(font(size, weight))
            painter.setPen(QColor(colours.accent_text if chosen else colour))
            shown = painter.fontMetrics().elidedText(str(text), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()
