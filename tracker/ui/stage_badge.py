"""A stage as a pill: its shape, its colour and always its word."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.models.figures.lane import Lane
from tracker.ui.icons import paint_mark
from tracker.ui.style import UNIT, current, font


class StageBadge(QWidget):
    """A stage as a pill: its shape, its colour and always its word. None says "Not clear"."""

    def __init__(self, lane: Lane | None = None) -> None:
        super().__init__()
        self._lane = lane
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_lane(lane)

    @property
    def lane(self) -> Lane | None:
        """The stage that is shown."""
        return self._lane

    def set_lane(self, lane: Lane | None) -> None:
        """Shows another stage."""
        self._lane = lane
        self.setAccessibleName(f"Stage: {lane_word(lane)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return badge_size(self._lane)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_badge(painter, QRectF(self.rect()), self._lane)


def lane_word(lane: Lane | None) -> str:
    """The word of a stage; "Not clear" where there is none."""
    return lane.label if lane else "Not clear"


def badge_size(lane: Lane | None) -> QSize:
    """The size of a stage's pill."""
    width = QFontMetrics(_badge_font()).horizontalAdvance(lane_word(lane))
    return QSize(width + 9 * UNIT, 6 * UNIT)


def paint_badge(painter: QPainter, place: QRectF, lane: Lane | None) -> None:
    """Paints a stage's pill: StageBadge and the tables' cells share it."""
    colours = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pill = place.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(QColor(colours.lane(lane)), 1))
    painter.setBrush(QColor(colours.lane_soft(lane)))
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    side = 2.5 * UNIT
    mark = QRectF(pill.left() + 2 * UNIT, pill.center().y() - side / 2, side, side)
    paint_mark(painter, mark, lane, colours.lane(lane))
    painter.setPen(QColor(colours.lane(lane)))
    painter.setFont(_badge_font())
    painter.drawText(pill.adjusted(6 * UNIT, 0, -UNIT, 0), Qt.AlignmentFlag.AlignVCenter, lane_word(lane))
    painter.restore()


def _badge_font() -> QFont:
    return font(weight=QFont.Weight.DemiBold)
