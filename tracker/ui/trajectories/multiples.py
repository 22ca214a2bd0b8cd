"""Small multiples: a tile a group, in as many columns as there is room; only what is in view is painted."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip

from tracker.models.figures.trajectories import GroupLine
from tracker.ui.style import UNIT, current
from tracker.ui.trajectories.tile import GAP, HEIGHT, WIDTH, paint_tile

_TALLEST = 72 * UNIT


class Multiples(QAbstractScrollArea):
    """Arrow keys go from tile to tile; Enter or a click opens the group.

    `group_requested` carries its place, `stepped_to` the place of the tile that is chosen, `pointed_at` the words of
    the one under the mouse.
    """

    group_requested = Signal(int)
    stepped_to = Signal(int)
    pointed_at = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[GroupLine] = ()
        self._months = 1.0
        self._chosen = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName("Trajectories of all groups shown, each by itself")

    @property
    def chosen(self) -> int:
        """The place of the chosen tile; -1 for none."""
        return self._chosen

    @property
    def columns(self) -> int:
        """How many tiles stand beside each other."""
        return max(1, min(len(self._lines) or 1, (self.viewport().width() + GAP) // (WIDTH + GAP)))

    def show_lines(self, lines: Sequence[GroupLine], months: float) -> None:
        """Shows other groups, all on one scale of months."""
        self._lines, self._months = lines, months
        self._chosen = min(self._chosen, len(lines) - 1)
        self._fit()
        self.viewport().update()

    def show_chosen(self, place: int) -> None:
        """Marks a tile without saying so: it was chosen elsewhere."""
        self._chosen = place
        self._describe()
        if place >= 0:
            self._bring_into_view(place)
        self.viewport().update()

    def choose(self, place: int) -> None:
        """Marks a tile, brings it into view and says so."""
        self.show_chosen(place)
        self.stepped_to.emit(place)

    def place_of(self, place: int) -> QRect:
        """Where a tile stands in the viewport."""
        row, column = divmod(place, self.columns)
        width = (self.viewport().width() + GAP) / self.columns
        left = round(column * width)
        top = row * (self._height + GAP) - self.verticalScrollBar().value()
        return QRect(left, top, round((column + 1) * width) - GAP - left, self._height)

    def tile_at(self, point: QPoint) -> int:
        """The tile at a point of the viewport; -1 for none."""
        return next((place for place in self._in_view() if self.place_of(place).contains(point)), -1)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            for place in self._in_view():
                paint_tile(
                    painter,
                    QRectF(self.place_of(place)),
                    self._lines[place],
                    self._months,
                    current(),
                    chosen=place == self._chosen,
                    focused=self.hasFocus(),
                )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        # What is chosen stays in view: the list below may have taken some of the room.
        if 0 <= self._chosen < len(self._lines):
            self._bring_into_view(self._chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, columns, last = Qt.Key(event.key()), self.columns, len(self._lines) - 1
        screen = max(1, self.viewport().height() // (self._height + GAP)) * columns
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_PageDown: screen,
            Qt.Key.Key_PageUp: -screen,
            Qt.Key.Key_Home: -last,
            Qt.Key.Key_End: last,
        }
        plain = not event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier)
        if plain and key in steps and last >= 0:
            begin = self._chosen if self._chosen >= 0 else (0 if key is Qt.Key.Key_End else -steps[key])
            self.choose(max(0, min(last, begin + steps[key])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen >= 0:
            self.group_requested.emit(self._chosen)
        elif key is Qt.Key.Key_Escape and self._chosen >= 0:
            self.choose(-1)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.tile_at(event.position().toPoint())
        words = f"{self._lines[place].group.name}: {self._lines[place].words}" if place >= 0 else ""
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if words else Qt.CursorShape.ArrowCursor)
        self.pointed_at.emit(words)
        QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.tile_at(event.position().toPoint())
        if place >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.group_requested.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed_at.emit("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @property
    def _rows(self) -> int:
        return -(-len(self._lines) // self.columns)

    @property
    def _height(self) -> int:
        """Tiles grow where a few would leave the room empty."""
        spare = (self.viewport().height() + GAP) // max(1, self._rows) - GAP
        return int(max(HEIGHT, min(_TALLEST, spare)))

    def _in_view(self) -> range:
        pitch = self._height + GAP
        first = self.verticalScrollBar().value() // pitch
        last = (self.verticalScrollBar().value() + self.viewport().height()) // pitch
        return range(first * self.columns, min(len(self._lines), (last + 1) * self.columns))

    def _fit(self) -> None:
        bar = self.verticalScrollBar()
        whole = self._rows * (self._height + GAP) - GAP
        bar.setRange(0, max(0, whole - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep((self._height + GAP) // 2)

    def _bring_into_view(self, place: int) -> None:
        bar, room = self.verticalScrollBar(), self.place_of(place)
        if room.top() < 0:
            bar.setValue(bar.value() + room.top())
        elif room.bottom() > self.viewport().height():
            bar.setValue(bar.value() + room.bottom() - self.viewport().height())

    def _describe(self) -> None:
        line = self._lines[self._chosen] if 0 <= self._chosen < len(self._lines) else None
        self.setAccessibleDescription(f"{line.group.name}: {line.words}" if line else "")
