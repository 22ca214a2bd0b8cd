"""How far a rater has come: one small box for each question. It shows that there is an answer, and never which."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui.assessment.answer_sheet import AnswerSheet
from tracker.ui.style import UNIT, current

_HEIGHT = 5 * UNIT
_GAP = 3


class AnswerStrip(QWidget):
    """A full box is answered, an empty one is not; a frame marks the question in view. A click leads to a question."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._sheet = AnswerSheet(())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("How far the answers have come")
        self.setToolTip("Full: answered. Empty: not yet. A click leads to a question.")

    def show_sheet(self, sheet: AnswerSheet) -> None:
        """Shows how far a sheet has been filled in."""
        self._sheet = sheet
        self.setAccessibleDescription(sheet.words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100 * UNIT, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(40 * UNIT, _HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = len(self._sheet.questions)
        for place in range(number):
            if self._box(place).adjusted(-_GAP, 0, _GAP, 0).contains(QPointF(event.position())):
                self.chosen.emit(place)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = current()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place, question in enumerate(self._sheet.questions):
                box = self._box(place)
                full = self._sheet.answered(question)
                painter.setPen(QPen(QColor(colours.accent if full else colours.field_edge), 1))
                painter.setBrush(QColor(colours.accent) if full else Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, 2, 2)
                if place == self._sheet.at:
                    painter.setPen(QPen(QColor(colours.text), 2))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRoundedRect(box.adjusted(-2, -3, 2, 3), 3, 3)

    def _box(self, place: int) -> QRectF:
        number = max(1, len(self._sheet.questions))
        step = (self.width() - 6) / number
        return QRectF(3 + place * step + _GAP / 2, 5, step - _GAP, _HEIGHT - 10)
