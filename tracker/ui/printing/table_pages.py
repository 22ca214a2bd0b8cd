"""A table as pages: its title, its headings on each page, every row whole, and page x of y."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from tracker.models.dates import shown
from tracker.models.figures.handout_words import BASIS
from tracker.models.value import Value, value
from tracker.reports.plain_table import PlainTable
from tracker.ui.printing.paper import ACCENT, EDGE, INK, MARGIN, MUTED, NORMAL, SMALL, SPACE
from tracker.ui.printing.row import rule
from tracker.ui.printing.table_widths import GAP, table_plan
from tracker.ui.printing.wrapping import Wrapping

_TITLE = 150
# Longer texts are cut on paper, and the page says so; the workbook has them whole.
_MOST_LINES = 14
_ABOVE_ROW = SPACE / 2
_CUT = " Texts that end in … are longer: saved as Excel they are whole."


@value
class _Line(Value):
    """A row laid out: the lines of each cell, each with its colour; or, with `part`, a line over the rows of a part."""

    cells: tuple[tuple[tuple[str, str], ...], ...]
    height: float
    part: str = ""


class TablePages:
    """Laid out once; `draw` draws a page into any painter whose units are those of paper."""

    def __init__(self, table: PlainTable) -> None:
        self._table = table
        self._plan = table_plan(table.columns)
        self._inside = self._plan.paper.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        self._words = Wrapping(self._plan.size)
        self._bold = Wrapping(self._plan.size, QFont.Weight.DemiBold)
        self._small = Wrapping(SMALL)
        self._title = Wrapping(_TITLE, QFont.Weight.DemiBold)
        self._was_cut = False
        self._headings = self._laid([column.heading for column in table.columns], self._bold, MUTED)
        lines = [self._laid(texts, self._words, INK) for texts in zip(*(c.texts for c in table.columns), strict=True)]
        self._head = self._laid_head()
        self._pages = self._paged(lines)

    @property
    def paper(self) -> QRectF:
        """A4, upright or across."""
        return self._plan.paper

    @property
    def pages(self) -> int:
        """As many as it takes."""
        return len(self._pages)

    @property
    def rows(self) -> int:
        """The rows on all pages."""
        return self._table.rows

    @property
    def text(self) -> str:
        """What stands there: a line for each row."""
        columns = self._table.columns
        rows = zip(*(column.texts for column in columns), strict=True)
        lines = ["  ".join(" ".join(text.split()) for text in row if text) for row in rows]
        return "\n".join([*(words for words, _ in self._head), ", ".join(c.heading for c in columns), *lines])

    def draw(self, painter: QPainter, page: int = 0) -> None:
        """Draws a page, counted from 0."""
        top = float(self._inside.top())
        if page == 0:
            top = self._draw_head(painter, top)
        top = self._draw_line(painter, self._headings, top, self._bold)
        rule(painter, self._inside.left(), top, self._inside.width(), ACCENT, 8)
        for line in self._pages[page]:
            if line.part:
                self._put(painter, self._bold, self._inside.left(), top + 2 * SPACE, line.part, ACCENT)
                top += line.height
            else:
                top = self._draw_line(painter, line, top, self._words)
            rule(painter, self._inside.left(), top, self._inside.width(), EDGE, 5)
        self._draw_foot(painter, page)

    def _laid(self, texts: Sequence[str], wrapping: Wrapping, colour: str) -> _Line:
        cells = []
        for text, width in zip(texts, self._plan.widths, strict=True):
            first, *notes = text.split("\n", 1)
            lines = [(words, colour) for words in wrapping.lines(first, width, _MOST_LINES)]
            for note in notes:
                lines += [(words, MUTED) for words in wrapping.lines(note, width, max(1, _MOST_LINES - len(lines)))]
            self._was_cut = self._was_cut or (len(lines) >= _MOST_LINES and lines[-1][0].endswith("…"))
            cells.append(tuple(lines))
        return _Line(tuple(cells), max(map(len, cells)) * wrapping.height + 2 * _ABOVE_ROW)

    def _laid_head(self) -> list[tuple[str, Wrapping]]:
        table, width = self._table, float(self._inside.width())
        facts = f"{table.office}, {shown(table.as_at)}"
        if table.filtered:
            facts = f"Filtered by “{table.filtered}”. {facts}"
        about = table.about + (_CUT if self._was_cut else "")
        return [
            *((words, self._title) for words in self._title.lines(table.title, width, 2)),
            *((words, Wrapping(NORMAL)) for words in Wrapping(NORMAL).lines(facts, width, 2)),
            *((words, self._small) for words in self._small.lines(about, width, 4)),
        ]

    def _paged(self, lines: list[_Line]) -> list[list[_Line]]:
        """The rows page by page; a part's name never stands alone at the foot."""
        room = self._inside.height() - self._headings.height - 2 * self._small.height
        left = room - sum(wrapping.height for _, wrapping in self._head) - 2 * SPACE
        pages: list[list[_Line]] = [[]]
        part = ""
        for place, line in enumerate(lines):
            above = self._part_over(place)
            named = [above] if above and above.part != part else []
            needed = line.height + sum(each.height for each in named)
            if needed > left and pages[-1]:
                # The part goes on: its name stands over its rows on this page, too.
                named = [above] if above else []
                pages.append([])
                left = room
            part = above.part if above else ""
            pages[-1] += [*named, line]
            left -= line.height + sum(each.height for each in named)
        return pages

    def _part_over(self, place: int) -> _Line | None:
        part = self._table.parts[place] if self._table.parts else ""
        return _Line((), self._bold.height + 3 * SPACE, part) if part else None

    def _draw_head(self, painter: QPainter, top: float) -> float:
        for words, wrapping in self._head:
            colour = INK if wrapping is self._title else MUTED
            self._put(painter, wrapping, self._inside.left(), top, words, colour)
            top += wrapping.height
        return top + 2 * SPACE

    def _draw_line(self, painter: QPainter, line: _Line, top: float, wrapping: Wrapping) -> float:
        left = float(self._inside.left())
        for column, lines, width in zip(self._table.columns, line.cells, self._plan.widths, strict=True):
            for number, (words, colour) in enumerate(lines):
                over = width - wrapping.width(words) if column.right else 0.0
                self._put(painter, wrapping, left + over, top + _ABOVE_ROW + number * wrapping.height, words, colour)
            left += width + GAP
        return top + line.height

    def _draw_foot(self, painter: QPainter, page: int) -> None:
        small, bottom = self._small, float(self._inside.bottom()) - self._small.height
        number = f"Page {page + 1:,} of {self.pages:,}"
        place = float(self._inside.right()) - small.width(number)
        (words,) = small.lines(f"{self._table.first_line}. {BASIS}", place - MARGIN - 2 * GAP, 1)
        self._put(painter, small, self._inside.left(), bottom, words, MUTED)
        self._put(painter, small, place, bottom, number, MUTED)

    def _put(self, painter: QPainter, wrapping: Wrapping, left: float, top: float, words: str, colour: str) -> None:
        painter.setFont(wrapping.font)
        painter.setPen(QColor(colour))
        painter.drawText(QPointF(left, top + wrapping.ascent), words)
