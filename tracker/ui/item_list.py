"""The lines of a meeting that are kept: kind, text, and a chip with whose it is and by when."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.value import Value, value
from tracker.ui.kind_look import kind_colour, kind_ground
from tracker.ui.style import SMALL, UNIT, current, font

ROW_HEIGHT = 9 * UNIT
KIND_WIDTH = 28 * UNIT

Index = QModelIndex | QPersistentModelIndex

_ITEM = Qt.ItemDataRole.UserRole


@value
class Chip(Value):
    """What stands at the right of a line: words, and whether something of the line is open or cannot be kept so."""

    words: str = ""
    open: bool = False


def _no_chip(item: DraftItem) -> Chip:
    return Chip()


class ItemRows(QAbstractListModel):
    """The items in the order in which they were typed; the words of a chip are worked out when it is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[DraftItem] = []
        self._chip: Callable[[DraftItem], Chip] = _no_chip

    @property
    def items(self) -> tuple[DraftItem, ...]:
        """The items from top to bottom."""
        return tuple(self._items)

    def set_chips(self, chip: Callable[[DraftItem], Chip]) -> None:
        """What gives an item its chip."""
        self._chip = chip

    def set_items(self, items: Sequence[DraftItem]) -> None:
        """Takes other items; only the rows between what is the same above and below are put there anew."""
        same = _same(self._items, items)
        under = _same(self._items[same:][::-1], items[same:][::-1])
        before, after = len(self._items) - under, len(items) - under
        if before > same:
            self.beginRemoveRows(QModelIndex(), same, before - 1)
            del self._items[same:before]
            self.endRemoveRows()
        if after > same:
            self.beginInsertRows(QModelIndex(), same, after - 1)
            self._items[same:same] = items[same:after]
            self.endInsertRows()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._items):
            return None
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ": ".join(part for part in (item.kind.label, item.text[:400], self._chip(item).words) if part)
        return (item, self._chip(item)) if role == _ITEM else None


def _same(one: Sequence[DraftItem], other: Sequence[DraftItem]) -> int:
    """How many items at the beginning are the very same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (here, there) in pairs if here is not there), min(len(one), len(other)))


class ItemDelegate(QStyledItemDelegate):
    """Paints one line."""

    def __init__(self) -> None:
        super().__init__()
        self.edited = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80 * UNIT, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item, chip = index.data(_ITEM)
        colours = current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected) and bool(state & QStyle.StateFlag.State_HasFocus)
        if chosen or index.row() == self.edited:
            painter.fillRect(place, QColor(colours.accent_soft))
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        inside = place.adjusted(4 * UNIT, 0, -4 * UNIT, 0)
        self._paint_kind(painter, inside, item.kind)
        ink, ground = (colours.warning, colours.warning_soft) if chip.open else (kind_colour(item.kind), "")
        ground = colours.card if index.row() == self.edited or chosen else ground or kind_ground(item.kind)
        right = self._paint_chip(painter, inside, (chip.words, ink, ground)) if chip.words else inside.right()
        inside.setRight(right - 2 * UNIT)
        self._paint_text(painter, inside, item.text)
        painter.restore()

    def _paint_text(self, painter: QPainter, inside: QRectF, text: str) -> None:
        place = inside.adjusted(KIND_WIDTH, 0, 0, 0)
        painter.setFont(font())
        painter.setPen(QColor(current().text))
        line = " ".join(text[:600].split())
        words = QFontMetrics(font()).elidedText(line, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_kind(self, painter: QPainter, inside: QRectF, kind: ItemKind) -> None:
        painter.setFont(font(SMALL, QFont.Weight.Bold))
        painter.setPen(QColor(kind_colour(kind)))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, kind.label.upper())

    def _paint_chip(self, painter: QPainter, inside: QRectF, look: tuple[str, str, str]) -> float:
        """Paints words in a colour on a ground at the right; returns where they begin."""
        chip, ink, ground = look
        face = font(SMALL, QFont.Weight.Medium)
        words = QFontMetrics(face).elidedText(chip, Qt.TextElideMode.ElideRight, int(inside.width() * 0.48))
        width = QFontMetrics(face).horizontalAdvance(words) + 5 * UNIT
        pill = QRectF(inside.right() - width, inside.center().y() - 2.75 * UNIT, width, 5.5 * UNIT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(pill, 2 * UNIT, 2 * UNIT)
        painter.setFont(face)
        painter.setPen(QColor(ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        return pill.left()


class ItemList(QListView):
    """Enter or a click brings a line back to be changed, Delete removes it, Down from the last leads on."""

    edit_requested = Signal(int)
    remove_requested = Signal(int)
    left_below = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.items = ItemRows()
        self._down_next = False
        self._delegate = ItemDelegate()
        self.setModel(self.items)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName("Lines kept")
        self.clicked.connect(lambda index: self.edit_requested.emit(index.row()))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_items(self, items: Sequence[DraftItem], edited: int = -1) -> None:
        """Shows the items; `edited` is the place of the one that is being changed, -1 for none."""
        chosen = self.currentIndex().row()
        self._delegate.edited = edited
        self.items.set_items(items)
        if chosen >= 0:
            self.choose(min(chosen, len(items) - 1))
        self.setVisible(bool(items))
        self.updateGeometry()
        self.viewport().update()
        if self._down_next:
            self._down_next = False
            self.scrollToBottom()

    def scroll_down(self) -> None:
        """The last of the items that are shown next is to be in view."""
        self._down_next = True

    def choose(self, place: int) -> None:
        """Leads to one line."""
        index = self.items.index(place)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def sizeHint(self) -> QSize:
        return QSize(100 * UNIT, self.items.rowCount() * ROW_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(60 * UNIT, min(2, self.items.rowCount()) * ROW_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Whole lines only, and the last of them in view while the next one is typed.
        spare = self.height() % ROW_HEIGHT if self.height() < self.sizeHint().height() else 0
        self.setViewportMargins(0, spare, 0, 0)
        if not self.hasFocus():
            self.scrollToBottom()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.currentIndex().row()
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and place >= 0:
            self.edit_requested.emit(place)
        elif key == Qt.Key.Key_Delete and place >= 0:
            self.remove_requested.emit(place)
        elif (key == Qt.Key.Key_Down and place == self.items.rowCount() - 1) or key == Qt.Key.Key_Escape:
            self.left_below.emit()
        else:
            super().keyPressEvent(event)
