"""A section of a page: its heading and as many of its rows as there is room for, with "and 4 more" where it is cut."""

from collections.abc import Callable

from PySide6.QtGui import QPainter

from tracker.models.figures.handout_words import more_words
from tracker.models.value import Value, value
from tracker.ui.printing.paper import ACCENT, NORMAL, SMALL, SPACE, Span, muted
from tracker.ui.printing.row import Cell, LaidRow, Row, heights, rule

# The first so many entries, as rows.
Rows = Callable[[int], tuple[Row, ...]]


@value
class Section(Value):
    """`rows(n)` gives the first n of `total` entries; `empty` says that there is none.

    `least` entries are given up last; `most` is how many are worth showing however much room there is. A section that
    is guidance and not records is not `counted` among what leaves.
    """

    title: str
    total: int
    rows: Rows
    empty: str
    note: str = ""
    least: int = 2
    most: int = 30
    counted: bool = True


class LaidSection:
    """The first `shown` entries of a section, laid out for a width.

    `laid` keeps the rows from one length to the next: breaking words into lines is what takes the time.
    """

    def __init__(self, section: Section, shown: int, width: float, laid: dict[Row, LaidRow]) -> None:
        self.section = section
        self.shown = shown
        self._width = width
        self._laid = laid
        self._rows = [laid.setdefault(row, laid.get(row) or LaidRow(row, width)) for row in self._told()]

    @property
    def height(self) -> float:
        """From the section's upper edge to the lower edge of its last row."""
        return heights(self._rows)

    @property
    def text(self) -> str:
        """What stands there, a line a row."""
        return "\n".join(row.text for row in self._told())

    def resized(self, shown: int) -> "LaidSection":
        """The same section with so many entries."""
        return LaidSection(self.section, shown, self._width, self._laid)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Draws heading and rows below each other."""
        for place, row in enumerate(self._rows):
            row.paint(painter, left, top)
            top += row.height
            if place == 0:
                rule(painter, left, top + SPACE / 2, self._width, ACCENT, 8)

    def _told(self) -> list[Row]:
        """The heading with the first row always: no heading stands alone."""
        section = self.section
        if not section.counted and not self.shown:
            return []
        title = Cell((Span(section.title, bold=True, colour=ACCENT),), 0.6 if section.note else 1.0, 1, NORMAL + 8)
        note = Cell(muted(section.note), 0.4, 1, SMALL, right=True)
        told = [Row((title, note) if section.note else (title,), above=3 * SPACE)]
        if not section.total:
            return [*told, Row((Cell(muted(section.empty)),), above=1.5 * SPACE)]
        first, *rest = section.rows(self.shown) or (Row(()),)
        told += [Row(first.cells, above=1.5 * SPACE), *rest]
        left = section.total - self.shown
        if left and section.counted:
            told.append(Row((Cell(muted(more_words(left) if self.shown else f"{left:,} in all")),)))
        return told
