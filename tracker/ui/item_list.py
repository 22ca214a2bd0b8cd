"""The lines of a meeting that are kept: kind, text, and a chip with whose it is and by when."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.ui.style import SMALL, UNIT, current, font

ROW_HEIGHT = 9 * UNIT
KIND_WIDTH = 28 * UNIT

Index = QModelIndex | QPersistentModelIndex
Shown = tuple[DraftItem, str]

_ITEM = Qt.ItemDataRole.UserRole


def kind_colour(kind: ItemKind) -> str:
    """The colour of a kind's word; the word itself always stands there."""
    colours = current()
    return {
        ItemKind.COMMITMENT: colours.link,
        ItemKind.VICTORY: colours.good,
        ItemKind.LESSON: colours.warning,
        ItemKind.RISK: colours.danger,
        ItemKind.BALL: colours.link,
    }.get(kind, colours.muted)


def kind_ground(kind: ItemKind) -> str:
    """The ground of a chip of that kind."""
    colours = current()
    return {
        ItemKind.COMMITMENT: colours.accent_soft,
        ItemKind.BALL: colours.accent_soft,
        ItemKind.VICTORY: colours.good_soft,
        ItemKind.LESSON: colours.warning_soft,
        ItemKind.RISK: colours.danger_soft,
    }.get(kind, colours.stripe)


class ItemRows(QAbstractListModel):
    """The items with the words of their chips, in the order in which they were typed."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Shown] = []

    @property
    def rows(self) -> tuple[Shown, ...]:
        """Each item with the words of its chip."""
        return tuple(self._rows)

    def set_rows(self, rows: Sequence[Shown]) -> None:
        """Takes other items."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        item, chip = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ": ".join(part for part in (item.kind.label, item.text[:400], chip) if part)
        return (item, chip) if role == _ITEM else None


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
        ground = colours.card if index.row() == self.edited or chosen else kind_ground(item.kind)
        right = self._paint_chip(painter, inside, (chip, kind_colour(item.kind), ground)) if chip else inside.right()
        text = QRectF(inside)
        text.setLeft(inside.left() + KIND_WIDTH)
        text.setRight(right - 2 * UNIT)
        painter.setFont(font())
        painter.setPen(QColor(colours.text))
        words = QFontMetrics(font()).elidedText(
            " ".join(item.text[:600].split()), Qt.TextElideMode.ElideRight, int(text.width())
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

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
        self._delegate = ItemDelegate()
        self.setModel(self.items)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName("Lines kept")
        self.setToolTip("")
        self.clicked.connect(lambda index: self.edit_requested.emit(index.row()))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_items(self, rows: Sequence[Shown], edited: int = -1) -> None:
        """Shows the items; `edited` is the place of the one that is being changed, -1 for none."""
        chosen = self.currentIndex().row()
        self._delegate.edited = edited
        self.items.set_rows(rows)
        if chosen >= 0:
            self.choose(min(chosen, len(rows) - 1))
        self.setVisible(bool(rows))
        self.updateGeometry()

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
        self.setViewportMargins(0, 0, 0, spare)
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
