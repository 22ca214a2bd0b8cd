"""What the painted rows of the Today page share: text in its room, and the pill of a button."""

import re
from functools import cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from tracker.ui.style import NORMAL, SMALL, UNIT, current, font

PLAIN, BOLD = QFont.Weight.Normal, QFont.Weight.DemiBold
PILL_HEIGHT = 8 * UNIT
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.TextElideMode.ElideRight


@cache
def look(size: int = NORMAL, weight: QFont.Weight = PLAIN) -> tuple[QFont, QFontMetrics]:
    """A font with its measures, made once: rows are measured and painted by the dozen."""
    made = font(size, weight)
    return made, QFontMetrics(made)


def paint_line(painter: QPainter, place: QRect, text: str, size: int, weight: QFont.Weight, colour: str) -> None:
    """One line of text, ending in … where there is no room."""
    made, metrics = look(size, weight)
    painter.setFont(made)
    painter.setPen(QColor(colour))
    painter.drawText(place, _LEFT, metrics.elidedText(text, _RIGHT, place.width()))


def wrapped(text: str, width: int, most: int, size: int = SMALL, weight: QFont.Weight = PLAIN) -> list[str]:
    """Text in at most so many lines of that width in pixels; what has no room ends in …"""
    metrics = look(size, weight)[1]
    lines: list[str] = []
    # A space that does not break stays one.
    words = [word for word in re.split(r"[ \n\t]", text) if word]
    while words:
        if len(lines) == most - 1:
            return [*lines, metrics.elidedText(" ".join(words), _RIGHT, width)]
        number = _that_fit(words, metrics, width)
        lines.append(" ".join(words[:number]))
        words = words[number:]
    return lines


def _that_fit(words: list[str], metrics: QFontMetrics, width: int) -> int:
    """How many of the words stand in one line, at least one: halving, since asking Qt for a width takes its time."""
    low, high = 1, len(words) + 1
    while high - low > 1:
        middle = (low + high) // 2
        if metrics.horizontalAdvance(" ".join(words[:middle])) <= width:
            low = middle
        else:
            high = middle
    return low


def pill_width(text: str) -> int:
    """How wide the pill of a button is, in pixels."""
    return look(SMALL, BOLD)[1].horizontalAdvance(text) + 6 * UNIT


def paint_pill(painter: QPainter, place: QRect, text: str, *, lit: bool) -> None:
    """A button as it is drawn elsewhere; `lit` while Enter or a click would press it."""
    colours = current()
    painter.setPen(QPen(QColor(colours.accent if lit else colours.field_edge), 1))
    painter.setBrush(QColor(colours.accent if lit else colours.card))
    painter.drawRoundedRect(place, 6, 6)
    painter.setFont(look(SMALL, BOLD)[0])
    painter.setPen(QColor(colours.accent_text if lit else colours.text))
    painter.drawText(place, _MIDDLE, text)
