"""The marks of attendance: a shape and a colour for how an agency came, and steps for the level of who was there."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from tracker.models.records.meeting import Presence
from tracker.models.records.person import Level
from tracker.ui.style import Colours

# What each mark is called in the legend, with "nothing noted" last.
LEGEND: tuple[tuple[Presence | None, str], ...] = (
    (Presence.PRESENT, "came"),
    (Presence.SENT_SOMEBODY, "sent somebody"),
    (Presence.APOLOGY, "apology"),
    (Presence.ABSENT, "did not come"),
    (None, "nothing noted"),
)
_STEP, _STEP_GAP = 2.0, 2.0


def paint_presence(painter: QPainter, place: QRectF, presence: Presence | None, colours: Colours) -> None:
    """Paints a filled disc, a half-filled diamond, an empty square, a cross or a dot into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = place.adjusted(1, 1, -1, -1)
    if presence is Presence.PRESENT:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.good))
        painter.drawEllipse(inner)
    elif presence is Presence.SENT_SOMEBODY:
        _paint_diamond(painter, place, QColor(colours.link))
    elif presence is Presence.APOLOGY:
        painter.setPen(QPen(QColor(colours.warning), 1.8))
        painter.drawRect(inner.adjusted(0.5, 0.5, -0.5, -0.5))
    elif presence is Presence.ABSENT:
        painter.setPen(QPen(QColor(colours.danger), 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.muted))
        painter.drawEllipse(place.center(), 1.6, 1.6)
    painter.restore()


def paint_level(painter: QPainter, place: QRectF, level: Level | None, colours: Colours) -> None:
    """Paints as many steps as the level has, from the bottom up: one for the front line, four for a chief executive."""
    if level is None:
        return
    for step in range(level.rank + 1):
        top = place.bottom() - _STEP - step * (_STEP + _STEP_GAP)
        painter.fillRect(QRectF(place.left(), top, place.width(), _STEP), QColor(colours.text))


def _paint_diamond(painter: QPainter, place: QRectF, colour: QColor) -> None:
    centre = place.center()
    left, right = QPointF(place.left(), centre.y()), QPointF(place.right(), centre.y())
    top, bottom = QPointF(centre.x(), place.top()), QPointF(centre.x(), place.bottom())
    painter.setPen(QPen(colour, 1.6))
    painter.drawPolygon(QPolygonF([top, right, bottom, left]))
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([top, bottom, left]))
