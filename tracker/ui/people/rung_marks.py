"""The marks of a rung: a filled disc where it is held, a crossed ring where it was lost, a dash where nobody was."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tracker.models.figures.ladder import RungState
from tracker.ui.style import SMALL, UNIT, Colours, font

_MARK = 12


def paint_rung(painter: QPainter, centre: QPointF, state: RungState, colours: Colours, size: float = _MARK) -> None:
    """Paints the mark of a rung around a point; the rail behind it is covered."""
    half = size / 2
    place = QRectF(centre.x() - half, centre.y() - half, size, size)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state is RungState.HELD:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(place)
    elif state is RungState.LOST:
        painter.setPen(QPen(QColor(colours.danger), 2))
        painter.setBrush(QColor(colours.card))
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))
        reach = half * 0.42
        painter.drawLine(centre + QPointF(-reach, -reach), centre + QPointF(reach, reach))
        painter.drawLine(centre + QPointF(-reach, reach), centre + QPointF(reach, -reach))
    else:
        painter.setPen(QPen(QColor(colours.muted), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(centre - QPointF(half - 1, 0), centre + QPointF(half - 1, 0))
    painter.restore()


def paint_legend(painter: QPainter, place: QRect, colours: Colours) -> None:
    """What the marks mean, each with its word, in two lines."""
    painter.setFont(font(SMALL))
    line, left = place.height() / 2, place.left() + _MARK / 2
    for state in RungState:
        words = painter.fontMetrics().horizontalAdvance(state.label)
        if state is RungState.NEVER:
            left = place.left() + _MARK / 2
        middle = place.top() + line * (1.5 if state is RungState.NEVER else 0.5)
        paint_rung(painter, QPointF(left, middle), state, colours, _MARK - 2)
        painter.setPen(QColor(colours.muted))
        room = QRectF(left + _MARK / 2 + UNIT, middle - line / 2, words + UNIT, line)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, state.label)
        left = room.right() + _MARK / 2 + UNIT
