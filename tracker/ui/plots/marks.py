"""The shapes of the marks on a trajectory: each kind has its own, so that colour is never alone."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from tracker.models.figures.trajectory import MarkKind
from tracker.ui.style import Colours

_HOLLOW = (MarkKind.REVIEW, MarkKind.LEFT)


def paint_kind(painter: QPainter, centre: QPointF, kind: MarkKind | None, colours: Colours) -> None:
    """Paints ★ ◇ ▶ ◁ ▼ or a tick of some 10 pixels; a judgement (None) is a ring on the line."""
    colour = QColor(_colour(kind, colours))
    hollow = kind in _HOLLOW or kind is None
    painter.setPen(QPen(colour, 1.6 if hollow or kind is MarkKind.MEETING else 0.5))
    painter.setBrush(QColor(colours.card) if hollow else colour)
    painter.drawPath(kind_path(kind).translated(centre))


def kind_path(kind: MarkKind | None) -> QPainterPath:
    """The outline of a mark around the origin, in pixels."""
    path = QPainterPath()
    if kind is None:
        path.addEllipse(QRectF(-3.5, -3.5, 7, 7))
    elif kind is MarkKind.MEETING:
        path.moveTo(0, -4)
        path.lineTo(0, 4)
    else:
        path.addPolygon(QPolygonF(_corners(kind)))
        path.closeSubpath()
    return path


def _colour(kind: MarkKind | None, colours: Colours) -> str:
    named = {
        MarkKind.VICTORY: colours.good,
        MarkKind.REVIEW: colours.link,
        MarkKind.EVENT: colours.warning,
        MarkKind.MEETING: colours.muted,
        MarkKind.JOINED: colours.muted,
        MarkKind.LEFT: colours.danger,
    }
    return named[kind] if kind else colours.text


def _corners(kind: MarkKind) -> list[QPointF]:
    if kind is MarkKind.VICTORY:
        turns = [pi * step / 5 for step in range(10)]
        radii = [6.5 if step % 2 == 0 else 2.8 for step in range(10)]
        return [QPointF(radius * sin(turn), -radius * cos(turn)) for radius, turn in zip(radii, turns, strict=True)]
    if kind is MarkKind.REVIEW:
        return [QPointF(0, -5.5), QPointF(5.5, 0), QPointF(0, 5.5), QPointF(-5.5, 0)]
    if kind is MarkKind.EVENT:
        return [QPointF(-5, -4), QPointF(5, -4), QPointF(0, 5)]
    side = 1 if kind is MarkKind.JOINED else -1
    return [QPointF(-3.5 * side, -4.5), QPointF(4.5 * side, 0), QPointF(-3.5 * side, 4.5)]


def paint_kind_clearly(painter: QPainter, centre: QPointF, kind: MarkKind | None, colours: Colours) -> None:
    """The same mark with a ring around it: the one that the keyboard or the mouse is on."""
    painter.setPen(QPen(QColor(colours.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, 10, 10)
    paint_kind(painter, centre, kind, colours)
