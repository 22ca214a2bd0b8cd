"""What the signs of the matrix mean, in a line."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.models.records.accountability import MappingType
from tracker.ui.accountability.chip import ground_of, paint_cross, paint_sign, paint_strength
from tracker.ui.style import SMALL, UNIT, current, font

_PARTS = ((MappingType.LEAD, "led"), (MappingType.DELIVERED, "did or paid for it"), (MappingType.ENABLED, "helped"))
_STRENGTH, _DASHED, _CROSS = "strength, 0 to 4", "not agreed by the group", "withdrawn"
_ALL = (*(words for _, words in _PARTS), _DASHED, _STRENGTH, _CROSS)
_MARK, _GAP = 6 * UNIT, 4 * UNIT


class Legend(QWidget):
    """Takes one line; what has no room is left out from the end."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        words = f"Signs: {', '.join(_ALL)}. A figure is the share."
        self.setAccessibleName(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        return QSize(100 * UNIT, 5 * UNIT)

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * UNIT, 5 * UNIT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(font(SMALL))
            left = 0.0
            for number, words in enumerate(_ALL):
                width = _MARK + QFontMetrics(font(SMALL)).horizontalAdvance(words)
                if left + width > self.width():
                    return
                self._paint_mark(painter, QRectF(left, 1, _MARK - UNIT, 5 * UNIT - 3), number)
                painter.setPen(QColor(current().muted))
                place = QRectF(left + _MARK, 0, width - _MARK + 2, 5 * UNIT)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
                left += width + _GAP

    def _paint_mark(self, painter: QPainter, place: QRectF, number: int) -> None:
        colours = current()
        if number < len(_PARTS):
            ground, ink = ground_of(_PARTS[number][0], colours)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(place, 4, 4)
            paint_sign(painter, QPointF(place.center()), _PARTS[number][0], ink)
        elif _ALL[number] == _DASHED:
            painter.setBrush(QColor(colours.accent_soft))
            painter.setPen(QPen(QColor(colours.text), 1.2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(place, 4, 4)
        elif _ALL[number] == _STRENGTH:
            steps = QRectF(place.center().x() - 6, place.center().y() - 5, 14, 10)
            paint_strength(painter, steps, 3, QColor(colours.text))
        else:
            paint_cross(painter, place.center(), QColor(colours.muted))
