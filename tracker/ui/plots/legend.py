"""The legend of a trajectory, in words: each mark with its shape and what it is."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.models.figures.trajectory import MarkKind
from tracker.ui.plots.marks import paint_kind
from tracker.ui.style import SMALL, UNIT, Colours, current, font

ENTRIES: tuple[tuple[MarkKind | None, str], ...] = (
    (None, "judgement"),
    (MarkKind.VICTORY, "little victory"),
    (MarkKind.REVIEW, "review"),
    (MarkKind.JOINED, "joined"),
    (MarkKind.LEFT, "left"),
    (MarkKind.EVENT, "outside event"),
    (MarkKind.MEETING, "meeting"),
)
_SIGN = 4 * UNIT
_GAP = 4 * UNIT
HEIGHT = 5 * UNIT


class Legend(QWidget):
    """One line."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Legend: " + ", ".join(word for _, word in ENTRIES))

    def sizeHint(self) -> QSize:
        return QSize(legend_width(), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_legend(painter, QPointF(0, 0), current())


def legend_width() -> int:
    """The legend's width in pixels."""
    metrics = QFontMetrics(font(SMALL))
    return sum(_SIGN + metrics.horizontalAdvance(word) + _GAP for _, word in ENTRIES)


def paint_legend(painter: QPainter, corner: QPointF, colours: Colours) -> None:
    """Paints the legend from its upper left corner: the window and the files share it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    metrics = QFontMetrics(font(SMALL))
    x, y = round(corner.x()), round(corner.y())
    for kind, word in ENTRIES:
        paint_kind(painter, QPointF(x + 6, y + HEIGHT / 2), kind, colours)
        painter.setPen(QColor(colours.muted))
        painter.setFont(font(SMALL))
        width = metrics.horizontalAdvance(word)
        painter.drawText(QRect(x + _SIGN, y, width + 2, HEIGHT), Qt.AlignmentFlag.AlignVCenter, word)
        x += _SIGN + width + _GAP
