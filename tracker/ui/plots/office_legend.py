"""The legend of all groups' trajectories: what a line, its dot, its ring and its stroke mean, in words."""

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui.plots import legend
from tracker.ui.plots.marks import paint_kind
from tracker.ui.style import SMALL, UNIT, Colours, current, font

MARGIN = 4 * UNIT
HEIGHT = legend.HEIGHT
ENTRIES = (
    ("line", "one group, moved a little within its lane"),
    ("dot", "where it stands"),
    ("stroke", "closed"),
    ("ring", "judgement of the chosen group"),
)
_SIGN = 6 * UNIT
_GAP = 4 * UNIT


class OfficeLegend(QWidget):
    """One line."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Legend: " + ", ".join(f"{sign}: {word}" for sign, word in ENTRIES))

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font(SMALL))
        return QSize(sum(_SIGN + metrics.horizontalAdvance(word) + _GAP for _, word in ENTRIES), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_office_legend(painter, QPointF(0, 0), current())


def paint_office_legend(painter: QPainter, corner: QPointF, colours: Colours) -> None:
    """Paints the legend from its upper left corner: the window and the files share it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font(SMALL))
    metrics = QFontMetrics(font(SMALL))
    x, y = round(corner.x()), round(corner.y())
    for sign, word in ENTRIES:
        _paint_sign(painter, sign, QPointF(x + 2 * UNIT, y + HEIGHT / 2), colours)
        painter.setPen(QColor(colours.muted))
        width = metrics.horizontalAdvance(word)
        painter.drawText(QRect(x + _SIGN, y, width + 2, HEIGHT), Qt.AlignmentFlag.AlignVCenter, word)
        x += _SIGN + width + _GAP


def _paint_sign(painter: QPainter, sign: str, at: QPointF, colours: Colours) -> None:
    colour = QColor(colours.muted)
    if sign == "ring":
        paint_kind(painter, at, None, colours)
        return
    painter.setPen(QPen(colour, 2))
    if sign == "stroke":
        painter.drawLine(QLineF(at.x(), at.y() - 4, at.x(), at.y() + 4))
        return
    if sign == "line":
        painter.setPen(QPen(colour, 1.2))
        painter.drawLine(QLineF(at.x() - 8, at.y() + 0.5, at.x() + 8, at.y() + 0.5))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(at.x() - 3, at.y() - 3, 6, 6))
