"""The paper: A4 in tenths of a point, its margins, its sizes of text and its ink, whatever the theme."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from tracker.models.value import Value, value
from tracker.ui.style import FONT, LIGHT

# Laid out once in these units, a page looks the same on the screen, in a PDF and on any printer.
UNITS_PER_INCH = 720
_MM = UNITS_PER_INCH / 25.4

PAGE = QRectF(0, 0, 210 * _MM, 297 * _MM)
MARGIN = 16 * _MM
INSIDE = PAGE.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

# The unit of space is 4 points, as it is 4 pixels on the screen.
SPACE = 40.0

# The sizes of text, in tenths of a point.
SMALL, NORMAL, FIGURE, LARGE = 76, 90, 130, 200

# Black on white; one accent for headings, and red beside a word that says the same.
INK, MUTED, EDGE, ACCENT, DANGER = LIGHT.text, LIGHT.muted, LIGHT.edge, LIGHT.accent, LIGHT.danger


@value
class Span(Value):
    """A run of words in one look. `colour` is "#rrggbb"."""

    text: str
    bold: bool = False
    colour: str = INK


def ink(text: str) -> tuple[Span, ...]:
    """Plain words."""
    return (Span(text),)


def bold(text: str) -> tuple[Span, ...]:
    """Words that stand out."""
    return (Span(text, bold=True),)


def muted(text: str) -> tuple[Span, ...]:
    """Words that stand back."""
    return (Span(text, colour=MUTED),)


def plain(spans: Sequence[Span]) -> str:
    """The words alone, on one line."""
    return " ".join("".join(span.text for span in spans).split())


def paper_font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter in one of the sizes of paper; not fitted to the dots of any screen."""
    made = QFont(FONT)
    made.setPixelSize(size)
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
