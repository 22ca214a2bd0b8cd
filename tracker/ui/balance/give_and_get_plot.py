"""Gives against gets, drawn: a point an agency, and the line on which all get as they give."""

from math import atan2, ceil, degrees, hypot

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent

from tracker.models.figures.balance_words import give_words
from tracker.models.figures.gives_gets import GIVES_MORE, GiveAndGet, GivesGets
from tracker.ui.balance.keyed_picture import KeyedPicture
from tracker.ui.balance.label_places import Box, label_places
from tracker.ui.style import SMALL, UNIT, Colours, current, font

_LEFT, _BOTTOM, _TOP, _RIGHT = 11 * UNIT, 10 * UNIT, 6 * UNIT, 3 * UNIT
_MARK, _NEAR = 5.0, 9.0
_LINE = 4 * UNIT
_CENTRE = Qt.AlignmentFlag.AlignCenter


class GiveAndGetPlot(KeyedPicture):
    """A triangle that points down gives clearly more than it gets, one that points up gets clearly more."""

    # Other names have room now than before.
    placed = Signal()

    def __init__(self) -> None:
        super().__init__("Gives against gets")
        self._told: GivesGets | None = None
        self._rows: tuple[GiveAndGet, ...] = ()
        self._labels: dict[str, Box] = {}
        self._end = 10
        self.setMinimumSize(60 * UNIT, 48 * UNIT)

    @property
    def number(self) -> int:
        return len(self._rows)

    @property
    def told(self) -> GivesGets | None:
        """The readings that are shown."""
        return self._told

    @property
    def label_boxes(self) -> list[Box]:
        """Where the names stand, in pixels."""
        return list(self._labels.values())

    @property
    def unnamed(self) -> int:
        """How many points have no room for their name."""
        return len(self._rows) - len(self._labels)

    def show_readings(self, told: GivesGets) -> None:
        """Shows other readings."""
        self._told, self._rows = told, told.rows
        largest = max((max(row.gives, row.gets) for row in told.rows), default=GIVES_MORE)
        self._end = max(10, 10 * ceil(float(largest) * 10))
        self._place_labels()
        self.tell()

    def agency_id(self, place: int) -> str:
        """Whose point it is."""
        return self._rows[place].agency_id

    def words_of(self, place: int) -> str:
        return give_words(self._rows[place])

    def at(self, point: QPointF) -> int | None:
        near = [
            ((self._place(row) - point).manhattanLength(), number)
            for number, row in enumerate(self._rows)
            if (self._place(row) - point).manhattanLength() <= _NEAR or self._on_label(row, point)
        ]
        return min(near)[1] if near else None

    def sizeHint(self) -> QSize:
        return QSize(84 * UNIT, 60 * UNIT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_labels()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_axes(painter)
            self._paint_equal(painter)
            self._paint_legend(painter)
            for number, row in enumerate(self._rows):
                if number != self.marked:
                    self._paint_point(painter, row)
            if self.marked is not None:
                self._paint_marked(painter, self._rows[self.marked])

    @property
    def _room(self) -> QRectF:
        return QRectF(_LEFT, _TOP, self.width() - _LEFT - _RIGHT, self.height() - _TOP - _BOTTOM)

    def _at_shares(self, gives: float, gets: float) -> QPointF:
        room = self._room
        return QPointF(
            room.left() + gives * 100 / self._end * room.width(), room.bottom() - gets * 100 / self._end * room.height()
        )

    def _place(self, row: GiveAndGet) -> QPointF:
        return self._at_shares(float(row.gives), float(row.gets))

    def _place_labels(self) -> None:
        """Those furthest from the line are named first: they are what the picture is looked at for."""
        metrics = QFontMetrics(font(SMALL))
        first = sorted(self._rows, key=lambda row: (not row.present, -abs(row.gap)))
        points = [self._place(row) for row in first]
        room = self._room
        boxes = label_places(
            [(point.x(), point.y()) for point in points],
            [(metrics.horizontalAdvance(row.agency) + 4.0, float(_LINE)) for row in first],
            Box(room.left() + 2, room.top() - 8, self.width() - room.left() - 2, room.height() + 6),
            _MARK + 1,
        )
        self._labels = {row.agency_id: box for row, box in zip(first, boxes, strict=True) if box}
        self.placed.emit()

    def _on_label(self, row: GiveAndGet, point: QPointF) -> bool:
        box = self._labels.get(row.agency_id)
        return box is not None and QRectF(box.left, box.top, box.width, box.height).contains(point)

    def _paint_axes(self, painter: QPainter) -> None:
        colours, room = current(), self._room
        painter.setFont(font(SMALL))
        step = 10 if self._end <= 60 else 20
        for points in range(0, self._end + 1, step):
            place = self._at_shares(points / 100, points / 100)
            painter.setPen(QPen(QColor(colours.edge), 1))
            painter.drawLine(QPointF(place.x(), room.top()), QPointF(place.x(), room.bottom()))
            painter.drawLine(QPointF(room.left(), place.y()), QPointF(room.right(), place.y()))
            painter.setPen(QColor(colours.muted))
            painter.drawText(QRectF(place.x() - 20, room.bottom() + 2, 40, _LINE), _CENTRE, str(points))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(room.left() - 30, place.y() - 8, 26, _LINE), right, str(points))
        painter.drawText(
            QRectF(room.left(), room.bottom() + 5 * UNIT, room.width(), _LINE), _CENTRE, "gives, of 100 points"
        )
        painter.save()
        painter.translate(8, room.center().y())
        painter.rotate(-90)
        painter.drawText(QRectF(-room.height() / 2, -8, room.height(), _LINE), _CENTRE, "gets, of 100 points")
        painter.restore()

    def _paint_legend(self, painter: QPainter) -> None:
        """What the two triangles mean."""
        colours, left = current(), float(_LEFT)
        painter.setFont(font(SMALL))
        for words, down in (("gives 15 points more", True), ("gets 15 points more", False)):
            _paint_triangle(painter, QPointF(left + 6, 2 * UNIT), colours, down=down)
            place = QRectF(left + 4 * UNIT, 0, self.width(), _LINE)
            painter.setPen(QColor(colours.muted))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            left = place.left() + painter.fontMetrics().horizontalAdvance(words) + 4 * UNIT

    def _paint_equal(self, painter: QPainter) -> None:
        """The line of those who get as they give, with its words along it near the upper end."""
        first, last = self._at_shares(0, 0), self._at_shares(self._end / 100, self._end / 100)
        painter.setPen(QPen(QColor(current().field_edge), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(first, last)
        painter.save()
        painter.translate(last)
        slope = QPointF(last - first)
        painter.rotate(degrees(atan2(slope.y(), slope.x())))
        painter.setPen(QColor(current().muted))
        length = hypot(slope.x(), slope.y())
        words = "gets as it gives"
        painter.drawText(QRectF(-length, -_LINE - 2, length - 2 * UNIT, _LINE), Qt.AlignmentFlag.AlignRight, words)
        painter.restore()

    def _paint_point(self, painter: QPainter, row: GiveAndGet) -> None:
        colours, place = current(), self._place(row)
        _paint_mark(painter, place, row, colours)
        box = self._labels.get(row.agency_id)
        if box is None:
            return
        middle = QRectF(box.left, box.top, box.width, box.height)
        nearest = QPointF(
            max(middle.left(), min(place.x(), middle.right())), max(middle.top(), min(place.y(), middle.bottom()))
        )
        if (nearest - place).manhattanLength() > 3 * _MARK:
            painter.setPen(QPen(QColor(colours.field_edge), 1))
            painter.drawLine(place, nearest)
        painter.setFont(font(SMALL))
        painter.setPen(QColor(colours.text if row.present else colours.muted))
        painter.drawText(middle, _CENTRE, row.agency)

    def _paint_marked(self, painter: QPainter, row: GiveAndGet) -> None:
        """The point in a ring with its name over all others, and the way it came since the reading before."""
        colours, place = current(), self._place(row)
        if row.gives_before is not None and row.gets_before is not None:
            before = self._at_shares(
                min(float(row.gives_before), self._end / 100), min(float(row.gets_before), self._end / 100)
            )
            painter.setPen(QPen(QColor(colours.link), 1.5, Qt.PenStyle.DotLine))
            painter.drawLine(before, place)
            painter.setBrush(QColor(colours.card))
            painter.setPen(QPen(QColor(colours.link), 1.5))
            painter.drawEllipse(before, 3, 3)
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place, 2 * _MARK, 2 * _MARK)
        _paint_mark(painter, place, row, colours)
        self._paint_name(painter, row, place, colours)

    def _paint_name(self, painter: QPainter, row: GiveAndGet, place: QPointF, colours: Colours) -> None:
        painter.setFont(font(SMALL, QFont.Weight.DemiBold))
        width = painter.fontMetrics().horizontalAdvance(row.agency) + 2 * UNIT
        left = place.x() + 3 * UNIT if place.x() + 3 * UNIT + width <= self.width() else place.x() - 3 * UNIT - width
        box = QRectF(max(0.0, left), max(0.0, place.y() - 10), width, 20)
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(colours.text))
        painter.drawText(box, _CENTRE, row.agency)


def _paint_mark(painter: QPainter, place: QPointF, row: GiveAndGet, colours: Colours) -> None:
    """By how it stands: a shape as well as a colour."""
    painter.setPen(QPen(QColor(colours.card), 1))
    if abs(row.gap) < GIVES_MORE:
        painter.setBrush(QColor(colours.accent if row.present else colours.muted))
        painter.drawEllipse(place, _MARK, _MARK)
        return
    _paint_triangle(painter, place, colours, down=row.gap > 0)


def _paint_triangle(painter: QPainter, place: QPointF, colours: Colours, *, down: bool) -> None:
    painter.setPen(QPen(QColor(colours.card), 1))
    painter.setBrush(QColor(colours.danger if down else colours.good))
    side = _MARK + 1.5
    tip = side if down else -side
    corners = [QPointF(0, tip), QPointF(-side, -tip * 0.8), QPointF(side, -tip * 0.8)]
    painter.drawPolygon(QPolygonF([place + corner for corner in corners]))
