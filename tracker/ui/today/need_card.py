"""A need as a card: how urgent it is, what it is, the figures behind it, and the word of its button."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from tracker.models.figures.need import Need, Urgency
from tracker.ui import style
from tracker.ui.style import NORMAL, SMALL, UNIT, font
from tracker.ui.today.painting import BOLD, PILL_HEIGHT, PLAIN, look, paint_line, paint_pill, pill_width, wrapped

_BAR, _GAP, _PADDING = UNIT, 2 * UNIT, 3 * UNIT
_TITLE_HEIGHT, _LINE_HEIGHT = 5 * UNIT, 4 * UNIT
# Narrower than this, the title runs over the button, which then stands at its foot.
_WIDE = 140 * UNIT
_MOST_LINES = 4
# As much of a group's name is left in any case.
_LEAST_NAME = 24 * UNIT


class NeedCard:
    """One row of "Needs you": the whole card is the button."""

    leads = True

    def __init__(self, need: Need) -> None:
        self.need = need
        section = f" (§{need.section})" if need.section else ""
        self._figures = f"{need.figures}{section}." if need.figures else ""
        # Why it matters stands there where all of it has room; who listens hears it anyway.
        self._whole = f"{need.figures}. {need.why.rstrip('.')}{section}." if need.why else self._figures
        self._lines: dict[int, list[str]] = {}

    @property
    def words(self) -> str:
        """What is seen of it, and what Enter does."""
        return f"{self.need.urgency.label}: {self.need.title}. {self._whole} {self.need.action}."

    def height(self, width: int) -> int:
        """As high as its text, or its button under the title, asks for."""
        text = _LINE_HEIGHT * len(self._wrapped(width)) if self._figures else 0
        below = max(text, PILL_HEIGHT) if width < _WIDE else text
        return _TITLE_HEIGHT + max(below, _LINE_HEIGHT) + 2 * _PADDING + _GAP

    def button(self, place: QRect) -> QRect:
        """It has none apart from itself."""
        return QRect()

    def paint(self, painter: QPainter, place: QRect, *, current: bool, lit: bool) -> None:
        """The card with its bar, the text on the left and the button on the right."""
        card = QRectF(place).adjusted(0.5, 0.5, -0.5, -_GAP - 0.5)
        self._paint_ground(painter, card, current=current)
        inner = card.toAlignedRect().adjusted(_BAR + _PADDING, _PADDING, -_PADDING, -_PADDING)
        pill = pill_width(self.need.action)
        wide = place.width() >= _WIDE
        title = QRect(inner.left(), inner.top(), inner.width() - (pill + _PADDING if wide else 0), _TITLE_HEIGHT)
        self._paint_title(painter, title)
        line = QRect(inner.left(), inner.top() + _TITLE_HEIGHT, inner.width() - pill - _PADDING, _LINE_HEIGHT)
        for text in self._wrapped(place.width()):
            paint_line(painter, line, text, SMALL, PLAIN, style.current().muted)
            line.translate(0, _LINE_HEIGHT)
        top = inner.center().y() - PILL_HEIGHT // 2 if wide else inner.bottom() - PILL_HEIGHT + 1
        paint_pill(painter, QRect(inner.right() - pill, top, pill, PILL_HEIGHT), self.need.action, lit=current)

    def _paint_ground(self, painter: QPainter, card: QRectF, *, current: bool) -> None:
        colours = style.current()
        outline = QPainterPath()
        outline.addRoundedRect(card, 8, 8)
        # The bar is what is left to see of a first card: to clip by the outline would take far longer.
        painter.fillPath(outline, QColor(_colour(self.need.urgency)))
        painter.save()
        painter.setClipRect(card.adjusted(_BAR, 0, 1, 0))
        painter.fillPath(outline, QColor(colours.card))
        painter.restore()
        painter.setPen(QPen(QColor(colours.accent if current else colours.edge), 2 if current else 1))
        painter.drawPath(outline)

    def _paint_title(self, painter: QPainter, place: QRect) -> None:
        """Colour is never alone: a mark says how urgent it is, as the bar does."""
        mark = QRect(place.left(), place.top(), 4 * UNIT, place.height())
        paint_urgency(painter, QRectF(mark).center().x(), QRectF(mark).center().y(), self.need.urgency)
        line = place.adjusted(6 * UNIT, 0, 0, 0)
        paint_line(painter, line, titled(self.need.title, line.width()), NORMAL, BOLD, style.current().text)

    def _wrapped(self, width: int) -> list[str]:
        if not self._figures:
            return []
        if width not in self._lines:
            room = width - _BAR - 3 * _PADDING - UNIT - pill_width(self.need.action)
            whole = wrapped(self._whole, room, _MOST_LINES)
            fits = self._whole is self._figures or not whole[-1].endswith("…")
            self._lines = {width: whole if fits else wrapped(self._figures, room, _MOST_LINES)}
        return self._lines[width]


def titled(title: str, width: int) -> str:
    """A title in its room: a group's long name is cut before what the matter is."""
    metrics = look(NORMAL, BOLD)[1]
    group, colon, matter = title.rpartition(": ")
    if not colon or metrics.horizontalAdvance(title) <= width:
        return title
    room = max(width - metrics.horizontalAdvance(colon + matter), _LEAST_NAME)
    return metrics.elidedText(group, Qt.TextElideMode.ElideRight, room) + colon + matter


def paint_urgency(painter: QPainter, x: float, y: float, urgency: Urgency) -> None:
    """ "!" in a filled disc for now, in a ring for soon, and a small ring for what is to be kept in view."""
    colour = QColor(_colour(urgency))
    radius = 2 * UNIT if urgency is not Urgency.LATER else UNIT
    disc = QRectF(x - radius, y - radius, 2 * radius, 2 * radius).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(colour if urgency is Urgency.NOW else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc)
    if urgency is not Urgency.LATER:
        painter.setPen(QColor(style.current().card) if urgency is Urgency.NOW else colour)
        painter.setFont(font(SMALL, QFont.Weight.Bold))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "!")


def _colour(urgency: Urgency) -> str:
    colours = style.current()
    return {Urgency.NOW: colours.danger, Urgency.SOON: colours.warning, Urgency.LATER: colours.muted}[urgency]
