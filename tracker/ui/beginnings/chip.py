"""A name in a rounded frame."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui.style import SMALL, UNIT, current, font


class Chip(QWidget):
    """As wide as its name; a name that is too long for its box is cut, and whole in its tooltip."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(font(SMALL)).horizontalAdvance(self._name) + 5 * UNIT, 6 * UNIT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.setBrush(QColor(colours.accent_soft))
            place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
            painter.setPen(QColor(colours.text))
            painter.setFont(font(SMALL))
            room = self.rect().adjusted(2 * UNIT, 0, -2 * UNIT, 0)
            words = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room.width() + 2)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
