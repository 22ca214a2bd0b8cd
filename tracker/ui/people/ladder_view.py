"""The connection ladder, drawn: a rail an agency, a rung a level. The levels stay where the rails scroll (§6.1)."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from tracker.models.figures.ladder import Ladder
from tracker.models.records.person import Level
from tracker.ui.people.rung_marks import paint_legend, paint_rung
from tracker.ui.style import SMALL, UNIT, current, font

_LABELS, _NAMES = 30 * UNIT, 9 * UNIT
_LEAST_COLUMN, _WIDEST_COLUMN = 13 * UNIT, 32 * UNIT
_LEAST_ROW, _HIGHEST_ROW = 20, 12 * UNIT
# Left and right of a name together.
_NAME_MARGIN = UNIT // 2
_LEVELS = tuple(reversed(Level))
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_ELIDE = Qt.TextElideMode.ElideRight
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class LadderView(QAbstractScrollArea):
    """Arrow keys go from rung to rung; `said` carries its words, `opened` the id of the agency (Enter).

    `left` tells that the keyboard went elsewhere, `list_requested` that L was pressed.
    """

    said = Signal(str)
    opened = Signal(str)
    left = Signal()
    list_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ladders: tuple[Ladder, ...] = ()
        self._place = (0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Connection ladder: arrow keys go from rung to rung, L lists them")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(len(_LEVELS) * _LEAST_ROW + _NAMES)

    @property
    def place(self) -> tuple[int, int]:
        """Ladder and level that the keyboard is on, from the left and from the top, from 0."""
        return self._place

    @property
    def words(self) -> str:
        """What the chosen rung holds."""
        return self._words_at(*self._place) if self._ladders else ""

    def show_ladders(self, ladders: tuple[Ladder, ...]) -> None:
        """Shows other ladders; the keyboard stays on its agency if that is still there."""
        before = self._ladders[self._place[0]].agency_id if self._ladders else ""
        self._ladders = ladders
        ids = [ladder.agency_id for ladder in ladders]
        self._place = (ids.index(before) if before in ids else 0, self._place[1])
        self._fit()
        self.viewport().update()
        self.setAccessibleDescription(self.words)
        if self.hasFocus():
            self.said.emit(self.words)

    def name_at(self, ladder: int) -> str:
        """What stands below a ladder: the agency's name, or its short code where the name has no room."""
        shown = self._ladders[ladder]
        room = self._column - _NAME_MARGIN
        fits = QFontMetrics(font(SMALL, QFont.Weight.DemiBold)).horizontalAdvance(shown.agency) < room
        return shown.agency if fits else shown.code or shown.agency

    def go_to(self, ladder: int, level: int) -> None:
        """Chooses a rung, as near as there is one, and brings it into view."""
        if not self._ladders:
            return
        self._place = (_within(ladder, len(self._ladders)), _within(level, len(_LEVELS)))
        bar, left = self.horizontalScrollBar(), self._place[0] * self._column
        bar.setValue(max(min(bar.value(), left), left + self._column - self._room))
        self.viewport().update()
        # Qt tells those who listen to the screen of a new description.
        self.setAccessibleDescription(self.words)
        self.said.emit(self.words)

    def sizeHint(self) -> QSize:
        return QSize(_LABELS + 5 * _LEAST_COLUMN, len(_LEVELS) * 6 * UNIT + _NAMES)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LABELS + 2 * _LEAST_COLUMN, self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ladder, level = self._place
        if step := _STEPS.get(Qt.Key(event.key())):
            self.go_to(ladder + step[0], level + step[1])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if event.key() == Qt.Key.Key_Home else len(self._ladders) - 1, level)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._ladders:
            self.opened.emit(self._ladders[ladder].agency_id)
        elif event.key() == Qt.Key.Key_L and not event.modifiers():
            self.list_requested.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if place := self._at(event.position().toPoint()):
            self.go_to(*place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if place := self._at(event.position().toPoint()):
            self.opened.emit(self._ladders[place[0]].agency_id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.go_to(*self._place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(event.pos())
            QToolTip.showText(event.globalPos(), self._words_at(*place) if place else "")
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), QColor(current().card))
            painter.setFont(font(SMALL))
            painter.setPen(QColor(current().muted))
            for place, level in enumerate(_LEVELS):
                room = QRect(0, self._top(place), _LABELS - 2 * UNIT, self._row)
                painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, level.label)
            if self._ladders:
                paint_legend(painter, QRect(0, self._top(len(_LEVELS)), _LABELS, _NAMES), current())
            painter.setClipRect(QRect(_LABELS, 0, self._room, self.viewport().height()))
            for place in self._in_view:
                self._paint_ladder(painter, place)

    def _paint_ladder(self, painter: QPainter, place: int) -> None:
        colours, ladder = current(), self._ladders[place]
        middle = self._left(place) + self._column / 2
        # A ladder that is complete has a whole rail, any other a broken one.
        style = Qt.PenStyle.SolidLine if ladder.complete else Qt.PenStyle.DotLine
        painter.setPen(QPen(QColor(colours.field_edge), 2 if ladder.complete else 1, style))
        top, bottom = self._top(0) + self._row / 2, self._top(len(_LEVELS) - 1) + self._row / 2
        painter.drawLine(QPointF(middle, top), QPointF(middle, bottom))
        for step, level in enumerate(_LEVELS):
            centre = QPointF(middle, self._top(step) + self._row / 2)
            if (place, step) == self._place and self.hasFocus():
                painter.setPen(QPen(QColor(colours.accent), 2))
                painter.setBrush(QColor(colours.accent_soft))
                painter.drawRoundedRect(QRect(int(middle) - 11, int(centre.y()) - 10, 22, 20), 5, 5)
            paint_rung(painter, centre, ladder.rung(level).state, colours)
        self._paint_name(painter, place)

    def _paint_name(self, painter: QPainter, place: int) -> None:
        """The agency, and below it how many of the three rungs that count are held."""
        colours, ladder = current(), self._ladders[place]
        room = QRect(
            self._left(place) + _NAME_MARGIN // 2, self._top(len(_LEVELS)), self._column - _NAME_MARGIN, _NAMES // 2
        )
        painter.setFont(font(SMALL, QFont.Weight.DemiBold))
        painter.setPen(QColor(colours.text))
        painter.drawText(room, _CENTRE, painter.fontMetrics().elidedText(self.name_at(place), _ELIDE, room.width()))
        painter.setFont(font(SMALL))
        painter.setPen(QColor(colours.good if ladder.complete else colours.warning))
        painter.drawText(room.translated(0, _NAMES // 2), _CENTRE, ladder.count_words or "not noted")

    @property
    def _room(self) -> int:
        return max(1, self.viewport().width() - _LABELS)

    @property
    def _column(self) -> int:
        return max(_LEAST_COLUMN, min(_WIDEST_COLUMN, self._room // max(1, len(self._ladders))))

    @property
    def _row(self) -> int:
        return max(_LEAST_ROW, min(_HIGHEST_ROW, (self.viewport().height() - _NAMES) // len(_LEVELS)))

    @property
    def _in_view(self) -> range:
        first = self.horizontalScrollBar().value() // self._column
        return range(first, min(len(self._ladders), first + self._room // self._column + 2))

    def _left(self, place: int) -> int:
        return _LABELS + place * self._column - self.horizontalScrollBar().value()

    def _top(self, place: int) -> int:
        return place * self._row

    def _fit(self) -> None:
        bar = self.horizontalScrollBar()
        bar.setSingleStep(self._column)
        bar.setPageStep(self._room)
        bar.setRange(0, max(0, self._column * len(self._ladders) - self._room))

    def _at(self, point: QPoint) -> tuple[int, int] | None:
        ladder, level = (point.x() - self._left(0)) // self._column, point.y() // self._row
        inside = point.x() >= _LABELS and 0 <= ladder < len(self._ladders)
        return (ladder, min(level, len(_LEVELS) - 1)) if inside else None

    def _words_at(self, place: int, step: int) -> str:
        ladder = self._ladders[place]
        return f"{ladder.agency}, {_LEVELS[step].label.lower()}: {ladder.rung(_LEVELS[step]).words}"


def _within(place: int, number: int) -> int:
    return max(0, min(place, number - 1))
