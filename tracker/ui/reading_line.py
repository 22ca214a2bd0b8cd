"""What a typed line is read as, in two lines of words: its parts, and below what is asked for or worth knowing."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tracker.models.meeting_draft import ItemKind
from tracker.models.value import Value, value
from tracker.ui.kind_look import kind_colour
from tracker.ui.style import SMALL, UNIT, current, font

_LINE = 5 * UNIT


@value
class Reading(Value):
    """What stands there. `note` is in a tone: "" muted, "warning" for what is asked, "danger" for what cannot be."""

    kind: ItemKind | None = None
    words: str = ""
    note: str = ""
    tone: str = ""
    hint: str = ""

    @property
    def whole(self) -> str:
        """All of it as one text."""
        kind = f"Reads as {self.kind.label.lower()}" if self.kind else ""
        return ". ".join(part for part in (kind, self.words, self.note, self.hint) if part)


class ReadingLine(QWidget):
    """Painted as a whole and always of one height: nothing moves, and little is drawn, while somebody types."""

    def __init__(self) -> None:
        super().__init__()
        self._reading = Reading()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(2 * _LINE)

    @property
    def reading(self) -> Reading:
        """What stands there now."""
        return self._reading

    def show_reading(self, reading: Reading) -> None:
        """Shows another reading."""
        if reading == self._reading:
            return
        self._reading = reading
        self.setAccessibleName(reading.whole)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100 * UNIT, 2 * _LINE)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self._reading.whole:
            QToolTip.showText(event.globalPos(), self._reading.whole, self)  # type: ignore[attr-defined]
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, reading = current(), self._reading
        upper = QRectF(0, 0, self.width(), _LINE)
        lower = upper.translated(0, _LINE)
        tones = {"warning": colours.warning, "danger": colours.danger, "good": colours.good}
        with QPainter(self) as painter:
            hint_from = self._draw_hint(painter, upper)
            x = 0.0
            if reading.kind:
                x = self._draw(painter, upper, "reads as ", (colours.muted, QFont.Weight.Normal))
                upper.setLeft(x)
                bold = (kind_colour(reading.kind), QFont.Weight.DemiBold)
                upper.setLeft(self._draw(painter, upper, reading.kind.label.upper(), bold))
            words = f" · {reading.words}" if reading.kind and reading.words else reading.words
            upper.setRight(hint_from - 2 * UNIT)
            self._draw(painter, upper, words, (colours.text if reading.kind else colours.muted, QFont.Weight.Normal))
            self._draw(painter, lower, reading.note, (tones.get(reading.tone, colours.muted), QFont.Weight.Normal))

    def _draw(self, painter: QPainter, place: QRectF, words: str, look: tuple[str, QFont.Weight]) -> float:
        """Writes words in a colour and a weight, as far as there is room; returns where they end."""
        colour, weight = look
        face = font(SMALL, weight)
        metrics = QFontMetrics(face)
        fitted = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, int(place.width())))
        painter.setFont(face)
        painter.setPen(QColor(colour))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, fitted)
        return place.left() + metrics.horizontalAdvance(fitted)

    def _draw_hint(self, painter: QPainter, place: QRectF) -> float:
        """Writes the hint at the right; returns where it begins."""
        face = font(SMALL)
        width = QFontMetrics(face).horizontalAdvance(self._reading.hint) + UNIT
        there = QRectF(place.right() - width, place.top(), width, place.height())
        self._draw(painter, there, self._reading.hint, (current().muted, QFont.Weight.Normal))
        return there.left()
