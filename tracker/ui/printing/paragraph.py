"""A paragraph: words broken into lines of a width, and cut with … where too many lines would come."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from tracker.ui.printing.paper import NORMAL, Span, paper_font

# No line of paper holds more; a page of prose need not be broken into lines to show two of them.
_LONGEST_LINE = 400
# A space that holds two words together stays.
_SPACES = re.compile(r"[^\S\u00a0]+")


class Paragraph:
    """Laid out when it is made, in units of paper. Words from right to left stand at the right; long ones break."""

    def __init__(
        self, spans: Sequence[Span], width: float, size: int = NORMAL, most: int = 2, *, right: bool = False
    ) -> None:
        self._width = width
        self._size = size
        self._right = right
        spans = _whole_words(spans, most * _LONGEST_LINE)
        self._layout, begins = self._laid_out(spans, most)
        text = "".join(span.text for span in spans)
        while len(begins) > most and text:
            text = self._shortened(text, begins[most - 1])
            spans = _first(spans, len(text))
            self._layout, begins = self._laid_out((*spans, Span("…")), most)

    @property
    def height(self) -> float:
        """The height of all its lines."""
        return float(self._layout.boundingRect().height()) if self._layout.lineCount() else 0.0

    @property
    def text(self) -> str:
        """What stands there, with the … where it was cut."""
        return self._layout.text()

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Draws the lines, the first one's upper edge at `top`."""
        self._layout.draw(painter, QPointF(left, top))

    def _laid_out(self, spans: Sequence[Span], most: int) -> tuple[QTextLayout, list[int]]:
        """The layout, and where in the text each of its lines begins; no more than one line too many."""
        layout = QTextLayout("".join(span.text for span in spans), paper_font(self._size))
        layout.setFormats(_formats(spans, self._size))
        layout.setTextOption(_option(right=self._right))
        layout.beginLayout()
        begins: list[int] = []
        top = 0.0
        while len(begins) <= most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, top))
            top += line.height()
            begins.append(line.textStart())
        layout.endLayout()
        return layout, begins

    def _shortened(self, text: str, begin: int) -> str:
        """The text up to where its last line is full, with room for the …; at least a character shorter each time."""
        metrics = QFontMetricsF(paper_font(self._size, QFont.Weight.DemiBold))
        # Qt counts a character beyond the first 65,536 as two.
        before = text.encode("utf-16-le")[: begin * 2].decode("utf-16-le", "ignore")
        last = metrics.elidedText(text[len(before) :], Qt.TextElideMode.ElideRight, self._width)
        return (before + last.removesuffix("…"))[: len(text) - 1].rstrip()


def _whole_words(spans: Sequence[Span], longest: int) -> list[Span]:
    """The spans with single spaces and no line ends, up to a length."""
    found: list[Span] = []
    for span in spans:
        text = _SPACES.sub(" ", span.text[:longest]).strip(" ")
        before = " " if _SPACES.match(span.text) and found else ""
        after = " " if _SPACES.match(span.text[-1:]) and text else ""
        if text:
            found.append(Span(before + text + after, span.bold, span.colour))
    return found


def _first(spans: Sequence[Span], length: int) -> list[Span]:
    """The spans up to so many characters."""
    found: list[Span] = []
    for span in spans:
        text = span.text[: max(0, length)]
        length -= len(span.text)
        if text:
            found.append(Span(text, span.bold, span.colour))
    return found


def _formats(spans: Sequence[Span], size: int) -> list[QTextLayout.FormatRange]:
    ranges = []
    start = 0
    for span in spans:
        length = len(span.text.encode("utf-16-le")) // 2
        made = QTextLayout.FormatRange()
        made.start, made.length = start, length
        style = QTextCharFormat()
        style.setFont(paper_font(size, QFont.Weight.DemiBold if span.bold else QFont.Weight.Normal))
        style.setForeground(QColor(span.colour))
        made.format = style
        ranges.append(made)
        start += length
    return ranges


def _option(*, right: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setUseDesignMetrics(True)
    if right:
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    return option
