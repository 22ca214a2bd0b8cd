"""The head of a page: what it is and of which group, and in a box on the right when and where."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from tracker.models.figures.lane import Lane
from tracker.models.value import Value, value
from tracker.ui.icons import paint_mark
from tracker.ui.printing.paper import ACCENT, FIGURE, LARGE, NORMAL, SMALL, SPACE, Span, bold, ink, muted
from tracker.ui.printing.paragraph import Paragraph
from tracker.ui.style import LIGHT

# The box's share of the page's width, and the bar on top of the page.
_BOX = 0.34
_BAR = 1.2 * SPACE


@value
class Head(Value):
    """`kicker` says what sort of page it is; `marked` draws the shape of the stage `lane` before the facts.

    The box has a caption, its main words, and notes below.
    """

    kicker: str
    title: str
    facts: str
    caption: str
    when: str
    notes: tuple[str, ...]
    marked: bool = False
    lane: Lane | None = None

    @property
    def text(self) -> str:
        """What the head says, a line each."""
        return "\n".join((self.kicker, self.title, self.facts, self.caption, self.when, *self.notes))


class LaidHead:
    """A head laid out for a width."""

    def __init__(self, head: Head, width: float) -> None:
        self._head = head
        self._width = width
        left = width * (1 - _BOX) - 4 * SPACE
        self._left = [
            Paragraph((Span(head.kicker, bold=True, colour=ACCENT),), left, NORMAL, 1),
            Paragraph(bold(head.title), left, LARGE, 2),
            Paragraph(ink(head.facts), left - self._indent, NORMAL + 8, 2),
        ]
        inner = width * _BOX - 5 * SPACE
        self._box = [
            Paragraph((Span(head.caption, bold=True, colour=LIGHT.muted),), inner, SMALL, 1),
            Paragraph(bold(head.when), inner, FIGURE, 2),
            *(Paragraph(muted(note), inner, NORMAL, 2) for note in head.notes if note),
        ]

    @property
    def height(self) -> float:
        """The bar, and the higher of the two sides."""
        return _BAR + 3 * SPACE + max(self._left_height, self._box_height)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Draws the head, its upper edge at `top`."""
        painter.fillRect(QRectF(left, top, self._width, _BAR), QColor(ACCENT))
        top += _BAR + 3 * SPACE
        self._paint_box(painter, left + self._width * (1 - _BOX), top)
        for paragraph in self._left[:-1]:
            paragraph.paint(painter, left, top)
            top += paragraph.height + SPACE
        if self._head.marked:
            side = 2.4 * SPACE
            mark = QRectF(left, top + (self._line - side) / 2, side, side)
            paint_mark(painter, mark, self._head.lane, LIGHT.lane(self._head.lane))
        self._left[-1].paint(painter, left + self._indent, top)

    @property
    def _indent(self) -> float:
        return 3.4 * SPACE if self._head.marked else 0.0

    @property
    def _line(self) -> float:
        return Paragraph(ink("X"), self._width, NORMAL + 8, 1).height

    @property
    def _left_height(self) -> float:
        return sum(each.height for each in self._left) + 2 * SPACE

    @property
    def _box_height(self) -> float:
        return sum(each.height for each in self._box) + 4.5 * SPACE

    def _paint_box(self, painter: QPainter, left: float, top: float) -> None:
        height = max(self._box_height, self._left_height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.accent_soft))
        painter.drawRoundedRect(QRectF(left, top, self._width * _BOX, height), 1.5 * SPACE, 1.5 * SPACE)
        top += 2 * SPACE
        for paragraph in self._box:
            paragraph.paint(painter, left + 2.5 * SPACE, top)
            top += paragraph.height + SPACE / 4
