"""One group's trajectory in a tile of its own, as small multiples have it: name, words, and the step line."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from tracker.models.figures.lane import Lane
from tracker.models.figures.trajectories import GroupLine
from tracker.ui.icons import paint_mark
from tracker.ui.style import NORMAL, SMALL, UNIT, Colours, font

WIDTH, HEIGHT, GAP = 68 * UNIT, 32 * UNIT, 2 * UNIT
_MARGIN = 2.5 * UNIT
_HEADING = 15 * UNIT
_MARK = 11.0
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def paint_tile(
    painter: QPainter, place: QRectF, line: GroupLine, months: float, colours: Colours, *, chosen: bool, focused: bool
) -> None:
    """Paints the tile; all tiles have one scale of `months` from their beginnings, so that lengths can be compared."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    strong = 2.0 if chosen else 1.0
    edge = colours.accent if chosen and focused else colours.field_edge if chosen else colours.edge
    painter.setPen(QPen(QColor(edge), strong))
    painter.setBrush(QColor(colours.card))
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 6, 6)
    inside = place.adjusted(_MARGIN, _MARGIN - 2, -_MARGIN, -_MARGIN)
    _paint_heading(painter, inside, line, colours)
    _paint_line(painter, inside.adjusted(0, _HEADING, 0, 0), line, max(months, 1.0), colours)


def _paint_heading(painter: QPainter, inside: QRectF, line: GroupLine, colours: Colours) -> None:
    mark = QRectF(inside.right() - _MARK, inside.top() + 3, _MARK, _MARK)
    paint_mark(painter, mark, line.lane, colours.lane(line.lane))
    name, small = font(NORMAL, QFont.Weight.DemiBold), font(SMALL)
    closed = line.trajectory.closed
    room = QRectF(inside.left(), inside.top(), inside.width() - _MARK - UNIT, 5 * UNIT)
    _paint_words(painter, room, line.group.called, name, colours.muted if closed else colours.text)
    for number, words in enumerate((line.stage_words, line.life_words)):
        below = QRectF(inside.left(), inside.top() + (5 + 4 * number) * UNIT, inside.width(), 5 * UNIT)
        _paint_words(painter, below, words, small, colours.muted)


def _paint_words(painter: QPainter, room: QRectF, words: str, size: QFont, colour: str) -> None:
    painter.setFont(size)
    painter.setPen(QColor(colour))
    shown = QFontMetricsF(size).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _MIDDLE, shown)


def _paint_line(painter: QPainter, place: QRectF, line: GroupLine, months: float, colours: Colours) -> None:
    height = place.height() / len(Lane)
    for lane in Lane:
        top = place.bottom() - (lane.rank + 1) * height
        painter.fillRect(QRectF(place.left(), top, place.width(), height - 1), QColor(colours.lane_soft(lane)))
    pen = QPen(QColor(colours.lane(line.lane)), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    width = place.width() - 2 * UNIT
    for run in line.trajectory.corners():
        corners = [
            QPointF(
                place.left() + UNIT + line.months_at(day) / months * width,
                place.bottom() - (rank + 0.5) * height - 0.5,
            )
            for day, rank in run
        ]
        painter.drawPolyline(QPolygonF(corners))
