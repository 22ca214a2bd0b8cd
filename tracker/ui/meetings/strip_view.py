"""Attendance over time, drawn: a row an agency, a column a meeting. Names and dates stay where the cells scroll."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
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

from tracker.models.dates import MONTHS
from tracker.models.figures.attendance_strip import AttendanceStrip, StripRow, said_at
from tracker.ui.meetings.strip_marks import paint_level, paint_presence
from tracker.ui.style import SMALL, UNIT, current, font

_ROW, _HEADER = 8 * UNIT, 14 * UNIT
_COLUMN, _WIDEST_COLUMN = 8 * UNIT, 14 * UNIT
_NARROW_NAMES, _WIDE_NAMES, _COUNT = 44 * UNIT, 70 * UNIT, 16 * UNIT
_NOTE_GAP = 4 * UNIT
_MARK = 3.5 * UNIT
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignLeft, _MIDDLE | Qt.AlignmentFlag.AlignRight
_STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class StripView(QAbstractScrollArea):
    """Arrow keys go from cell to cell; `said` carries what the cell holds, `opened` the id of its meeting (Enter)."""

    said = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._strip = AttendanceStrip((), ())
        self._drifts: tuple[str, ...] = ()
        self._cell = (0, 0)
        self._names = _NARROW_NAMES
        self._notes = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Attendance over time: arrow keys go from cell to cell")
        self.horizontalScrollBar().setSingleStep(_COLUMN)
        self.verticalScrollBar().setSingleStep(_ROW)
        self.setMinimumHeight(_HEADER + 3 * _ROW)

    @property
    def cell(self) -> tuple[int, int]:
        """Row and column of the cell that the keyboard is on, from 0."""
        return self._cell

    @property
    def words(self) -> str:
        """What the chosen cell holds, in a sentence."""
        row, column = self._cell
        if not self._strip.rows:
            return ""
        told = self._strip.rows[row]
        words = said_at(told, told.cells[column], self._strip.meetings[column])
        drift = self._drifts[row]
        return f"{words}. {told.agency} {drift}." if drift else f"{words}."

    def show_strip(self, strip: AttendanceStrip) -> None:
        """Shows other rows and meetings; the latest stands in view, and is chosen unless a cell was."""
        same = len(strip.meetings) == len(self._strip.meetings) and len(strip.rows) == len(self._strip.rows)
        self._strip = strip
        self._drifts = tuple(row.drift for row in strip.rows)
        self._fit()
        if not same:
            self._cell = (0, max(0, len(strip.meetings) - 1))
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum())
        self._tell()

    def go_to(self, row: int, column: int) -> None:
        """Chooses a cell, as near as there is one, and brings it into view."""
        if self._strip.rows:
            self._cell = (_within(row, len(self._strip.rows)), _within(column, len(self._strip.meetings)))
            self._bring_into_view()
            self._tell()

    def sizeHint(self) -> QSize:
        return QSize(160 * UNIT, _HEADER + _ROW * max(3, len(self._strip.rows)) + 4 * UNIT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, column = self._cell
        last = len(self._strip.meetings) - 1
        if step := _STEPS.get(Qt.Key(event.key())):
            self.go_to(row + step[0], column + step[1])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(row, 0 if event.key() == Qt.Key.Key_Home else last)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            page = max(1, (self.viewport().height() - _HEADER) // _ROW - 1)
            self.go_to(row + (page if event.key() == Qt.Key.Key_PageDown else -page), column)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._strip.meetings:
            self.opened.emit(self._strip.meetings[column].id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if place := self._at(event.position().toPoint()):
            self.go_to(*place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if place := self._at(event.position().toPoint()):
            self.opened.emit(self._strip.meetings[place[1]].id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        at_end = self.horizontalScrollBar().value() == self.horizontalScrollBar().maximum()
        self._fit()
        if at_end:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), QColor(current().card))
            width, height = self.viewport().width(), self.viewport().height()
            for row in self._rows_in_view():
                self._paint_ground(painter, row)
            painter.setClipRect(QRect(self._names, _HEADER, width - self._names, height - _HEADER))
            for row in self._rows_in_view():
                self._paint_cells(painter, row)
            painter.setClipRect(QRect(0, _HEADER, self._names, height - _HEADER))
            for row in self._rows_in_view():
                self._paint_name(painter, row)
            painter.setClipRect(QRect(self._names, 0, width - self._names, _HEADER))
            self._paint_dates(painter)
            painter.setClipping(False)
            painter.setPen(QColor(current().edge))
            painter.drawLine(0, _HEADER - 1, width, _HEADER - 1)

    def _paint_ground(self, painter: QPainter, row: int) -> None:
        if row % 2:
            painter.fillRect(QRect(0, self._top(row), self.viewport().width(), _ROW), QColor(current().stripe))

    def _paint_name(self, painter: QPainter, row: int) -> None:
        colours, told, drift = current(), self._strip.rows[row], self._drifts[row]
        top = self._top(row)
        painter.fillRect(QRect(0, top, self._names, _ROW), QColor(colours.stripe if row % 2 else colours.card))
        painter.setFont(font(weight=QFont.Weight.DemiBold))
        painter.setPen(QColor(colours.warning if drift else colours.text if told.present else colours.muted))
        room = QRect(2 * UNIT, top, self._names - _COUNT - 3 * UNIT, _ROW)
        name = f"↘ {told.agency}" if drift else told.agency
        painter.drawText(room, _LEFT, painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width()))
        painter.setFont(font(SMALL))
        painter.setPen(QColor(colours.muted))
        painter.drawText(QRect(self._names - _COUNT - 2 * UNIT, top, _COUNT, _ROW), _RIGHT, told.came_words)

    def _paint_cells(self, painter: QPainter, row: int) -> None:
        colours, told = current(), self._strip.rows[row]
        for column in self._columns_in_view():
            place = self._place(row, column)
            if (row, column) == self._cell and self.hasFocus():
                painter.fillRect(place, QColor(colours.accent_soft))
                painter.setPen(QPen(QColor(colours.accent), 2))
                painter.drawRect(place.adjusted(1, 1, -1, -1))
            cell = told.cells[column]
            if cell is not None:
                centre = QRectF(place).center()
                mark = QRectF(centre.x() - _MARK / 2 - 2, centre.y() - _MARK / 2, _MARK, _MARK)
                paint_presence(painter, mark, cell.presence, colours)
                steps = QRectF(mark.right() + 2, mark.top(), 5, mark.height())
                paint_level(painter, steps, cell.level, colours)
        if self._drifts[row] and self._notes:
            self._paint_drift(painter, row)

    def _paint_drift(self, painter: QPainter, row: int) -> None:
        painter.setFont(font(SMALL))
        painter.setPen(QColor(current().warning))
        left = self._left(len(self._strip.meetings)) + _NOTE_GAP
        painter.drawText(QRect(left, self._top(row), 200 * UNIT, _ROW), _LEFT, self._drifts[row])

    def _paint_dates(self, painter: QPainter) -> None:
        """Day and month of each meeting; the year over the first of each year in view."""
        colours, line = current(), _HEADER // 3 - 1
        years: set[int] = set()
        painter.setFont(font(SMALL))
        for column in self._columns_in_view():
            on = self._strip.meetings[column].on
            assert on is not None
            left, width = self._left(column), self._column
            chosen = column == self._cell[1] and self.hasFocus()
            painter.setPen(QColor(colours.text if chosen else colours.muted))
            centred = Qt.AlignmentFlag.AlignCenter
            painter.drawText(QRect(left, line, width, line), centred, MONTHS[on.month - 1])
            painter.drawText(QRect(left, 2 * line, width, line), centred, str(on.day))
            if on.year not in years and left >= self._names - width // 2:
                years.add(on.year)
                painter.setPen(QColor(colours.text))
                painter.drawText(QRect(max(left, self._names), 0, 2 * width, line), _LEFT, str(on.year))

    @property
    def _column(self) -> int:
        """The width of a column: wider where there is room."""
        room = self.viewport().width() - self._names - self._notes
        return max(_COLUMN, min(_WIDEST_COLUMN, room // max(1, len(self._strip.meetings))))

    def _fit(self) -> None:
        metrics = QFontMetrics(font(weight=QFont.Weight.DemiBold))
        widest = (
            max((metrics.horizontalAdvance(row.agency) for row in self._strip.rows), default=0) + _COUNT + 10 * UNIT
        )
        self._names = max(_NARROW_NAMES, min(widest, _WIDE_NAMES, self.viewport().width() // 3))
        small = QFontMetrics(font(SMALL))
        notes = max((small.horizontalAdvance(drift) for drift in self._drifts), default=0) + 2 * _NOTE_GAP
        spare = self.viewport().width() - self._names - _COLUMN * len(self._strip.meetings)
        # How an agency drifts away is said in the line below as well: it stands here where there is room for it.
        self._notes = notes if any(self._drifts) and notes <= spare else 0
        cells = self._column * len(self._strip.meetings) + self._notes
        across = self.horizontalScrollBar()
        across.setPageStep(self.viewport().width() - self._names)
        across.setRange(0, max(0, cells - (self.viewport().width() - self._names)))
        down = self.verticalScrollBar()
        down.setPageStep(self.viewport().height() - _HEADER)
        down.setRange(0, max(0, _ROW * len(self._strip.rows) - (self.viewport().height() - _HEADER)))
        self.viewport().update()

    def _bring_into_view(self) -> None:
        row, column = self._cell
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        left, top = column * self._column, row * _ROW
        room = self.viewport().width() - self._names
        across.setValue(max(min(across.value(), left), left + self._column - room))
        down.setValue(max(min(down.value(), top), top + _ROW - (self.viewport().height() - _HEADER)))

    def _tell(self) -> None:
        self.viewport().update()
        # Qt tells those who listen to the screen of a new description.
        self.setAccessibleDescription(self.words)
        self.said.emit(self.words)

    def _show_tip(self, event: QHelpEvent) -> None:
        place = self._at(event.pos())
        row = self._row_at(event.pos())
        if place:
            told = self._strip.rows[place[0]]
            QToolTip.showText(event.globalPos(), said_at(told, told.cells[place[1]], self._strip.meetings[place[1]]))
        elif row is not None and event.pos().x() < self._names:
            QToolTip.showText(event.globalPos(), _row_tip(self._strip.rows[row], self._drifts[row]))
        else:
            QToolTip.hideText()

    def _at(self, point: QPoint) -> tuple[int, int] | None:
        row = self._row_at(point)
        column = (point.x() - self._left(0)) // self._column
        inside = point.x() >= self._names and 0 <= column < len(self._strip.meetings)
        return (row, column) if row is not None and inside else None

    def _row_at(self, point: QPoint) -> int | None:
        row = (point.y() - self._top(0)) // _ROW
        return row if point.y() >= _HEADER and 0 <= row < len(self._strip.rows) else None

    def _rows_in_view(self) -> range:
        first = self.verticalScrollBar().value() // _ROW
        last = first + (self.viewport().height() - _HEADER) // _ROW + 2
        return range(first, min(last, len(self._strip.rows)))

    def _columns_in_view(self) -> range:
        first = self.horizontalScrollBar().value() // self._column
        last = first + (self.viewport().width() - self._names) // self._column + 2
        return range(first, min(last, len(self._strip.meetings)))

    def _place(self, row: int, column: int) -> QRect:
        return QRect(self._left(column), self._top(row), self._column, _ROW)

    def _left(self, column: int) -> int:
        return self._names + column * self._column - self.horizontalScrollBar().value()

    def _top(self, row: int) -> int:
        return _HEADER + row * _ROW - self.verticalScrollBar().value()


def _within(place: int, number: int) -> int:
    return max(0, min(place, number - 1))


def _row_tip(row: StripRow, drift: str) -> str:
    words = f"{row.agency}: came to {row.came_words}" if row.seated else f"{row.agency}: nothing noted yet"
    return f"{words}; {drift}" if drift else words
