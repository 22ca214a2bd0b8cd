"""A row of paper: cells side by side, as high as the highest of them."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from tracker.models.value import Value, value
from tracker.ui.printing.paper import EDGE, NORMAL, SPACE, Span, plain
from tracker.ui.printing.paragraph import Paragraph

# Between two cells.
_GAP = 2 * SPACE


@value
class Cell(Value):
    """Words in a part of the row's width: `share` of it, from 0 to 1. Numbers stand right."""

    spans: tuple[Span, ...]
    share: float = 1.0
    most: int = 2
    size: int = NORMAL
    right: bool = False


@value
class Row(Value):
    """Cells from left to right, the space above them, and whether a thin line stands above."""

    cells: tuple[Cell, ...]
    above: float = SPACE
    ruled: bool = False

    @property
    def text(self) -> str:
        """What the row says, in a line."""
        return "  ".join(words for cell in self.cells if (words := plain(cell.spans)))


class LaidRow:
    """A row laid out for a width, in units of paper."""

    def __init__(self, row: Row, width: float) -> None:
        self._row = row
        self._width = width
        inner = [max(SPACE, cell.share * width - _GAP) for cell in row.cells[:-1]]
        widths = [*inner, *(cell.share * width for cell in row.cells[-1:])]
        self._paragraphs = [
            Paragraph(cell.spans, room, cell.size, cell.most, right=cell.right)
            for cell, room in zip(row.cells, widths, strict=True)
        ]

    @property
    def height(self) -> float:
        """The space above and the highest cell."""
        return self._row.above + max((each.height for each in self._paragraphs), default=0.0)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Draws the row, its upper edge at `top`."""
        if self._row.ruled:
            rule(painter, left, top + self._row.above / 2, self._width)
        for cell, paragraph in zip(self._row.cells, self._paragraphs, strict=True):
            paragraph.paint(painter, left, top + self._row.above)
            left += cell.share * self._width


def heights(rows: Sequence[LaidRow]) -> float:
    """The height of rows one below the other."""
    return sum(row.height for row in rows)


def rule(painter: QPainter, left: float, top: float, width: float, colour: str = EDGE, thickness: float = 6) -> None:
    """Draws a thin line across."""
    painter.setPen(QPen(QColor(colour), thickness))
    painter.drawLine(QLineF(QPointF(left, top), QPointF(left + width, top)))
