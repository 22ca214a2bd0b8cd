"""A handout: one page of A4, whatever it holds. Sections give up their last entries until everything has room."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from tracker.models.value import Value, value
from tracker.ui.printing.head import Head, LaidHead
from tracker.ui.printing.paper import ACCENT, EDGE, INSIDE, NORMAL, PAGE, SMALL, SPACE, Span, muted
from tracker.ui.printing.paragraph import Paragraph
from tracker.ui.printing.row import Cell, LaidRow, Row, heights, rule
from tracker.ui.printing.section import LaidSection, Section

# Between the columns of a band.
_GUTTER = 5 * SPACE
_ABOVE_FOOT = 2 * SPACE
# Where less is left at the foot, there is no use in lines to write on.
_LEAST_NOTES = 26 * SPACE
_NOTE_LINE = 7 * SPACE


@value
class Band(Value):
    """Columns of sections side by side, over the page's whole width."""

    columns: tuple[tuple[Section, ...], ...]


@value
class Plan(Value):
    """What stands on a page: the head, a few rows of figures under it, the bands, and the words at the foot.

    `notes` gives what room is left lines to write on.
    """

    head: Head
    figures: tuple[Row, ...]
    bands: tuple[Band, ...]
    foot: tuple[str, str]
    notes: bool = False


class Handout:
    """A plan laid out. `draw` draws it into any painter whose units are those of paper."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._head = LaidHead(plan.head, INSIDE.width())
        self._figures = [LaidRow(row, INSIDE.width()) for row in plan.figures]
        self._foot = LaidRow(_foot_row(plan.foot), INSIDE.width())
        self._bands = [_LaidBand(band) for band in plan.bands]
        self._cut()
        self._fill()

    @property
    def paper(self) -> QRectF:
        """A4, upright."""
        return PAGE

    @property
    def pages(self) -> int:
        """One, whatever it holds."""
        return 1

    @property
    def rows(self) -> int:
        """How many entries stand on the page."""
        return sum(each.shown for each in self._sections if each.section.counted)

    @property
    def height(self) -> float:
        """What the page needs from its upper margin on; never more than it has."""
        return self._top + sum(band.height for band in self._bands) + self._foot.height

    @property
    def text(self) -> str:
        """What stands on the page, as plain lines."""
        parts = [self._plan.head.text, *(row.text for row in self._plan.figures)]
        return "\n".join([*parts, *(each.text for each in self._sections), *self._plan.foot])

    def draw(self, painter: QPainter, page: int = 0) -> None:
        """Draws the one page; the paper itself is left as it is."""
        left, top = INSIDE.left(), INSIDE.top()
        self._head.paint(painter, left, top)
        top += self._head.height
        for row in self._figures:
            row.paint(painter, left, top)
            top += row.height
        for band in self._bands:
            band.paint(painter, left, top)
            top += band.height
        foot = INSIDE.bottom() - self._foot.height
        if self._plan.notes and foot - top >= _LEAST_NOTES:
            _paint_notes(painter, left, top, foot)
        rule(painter, left, foot, INSIDE.width())
        self._foot.paint(painter, left, foot)

    @property
    def _top(self) -> float:
        return self._head.height + heights(self._figures)

    @property
    def _room(self) -> float:
        return float(INSIDE.height()) - self.height - _ABOVE_FOOT

    @property
    def _sections(self) -> list[LaidSection]:
        return [section for band in self._bands for column in band.columns for section in column]

    @property
    def _places(self) -> list[tuple["_LaidBand", tuple[int, int]]]:
        return [(band, place) for band in self._bands for place in band.places()]

    def _cut(self) -> None:
        """Takes entries away where it helps, from the section that has most above what it gives up last."""
        while self._room < 0:
            able = [(band, place) for band in self._bands for place in band.cuttable()]
            if not able:
                return
            band, place = max(able, key=lambda pair: pair[0].spare(pair[1]))
            band.resize(place, -1)

    def _fill(self) -> None:
        """Gives room that is left to whatever entry still fits there."""
        for band, place in sorted(self._places, key=lambda pair: not pair[0].section(pair[1]).counted):
            while band.resize(place, +1):
                if self._room < 0:
                    band.resize(place, -1)
                    break


class _LaidBand:
    """The columns of a band, each section as long as it may be by now."""

    def __init__(self, band: Band) -> None:
        self._width = (INSIDE.width() - _GUTTER * (len(band.columns) - 1)) / len(band.columns)
        self.columns = [
            [LaidSection(section, min(section.total, section.most), self._width, {}) for section in column]
            for column in band.columns
        ]

    @property
    def height(self) -> float:
        """That of the highest column."""
        return max(map(_height, self.columns), default=0.0)

    def places(self) -> list[tuple[int, int]]:
        """Each section's column and place in it."""
        return [(column, place) for column, held in enumerate(self.columns) for place in range(len(held))]

    def cuttable(self) -> list[tuple[int, int]]:
        """The places of the sections that make the band as high as it is, and have something to give up."""
        return [
            (column, place)
            for column, place in self.places()
            if self.columns[column][place].shown and _height(self.columns[column]) >= self.height
        ]

    def section(self, place: tuple[int, int]) -> Section:
        """The section at a place."""
        return self.columns[place[0]][place[1]].section

    def spare(self, place: tuple[int, int]) -> tuple[bool, bool, float]:
        """How readily a section gives up an entry: guidance first, then those above their least, then the highest."""
        laid = self.columns[place[0]][place[1]]
        return not laid.section.counted, laid.shown > laid.section.least, laid.height

    def resize(self, place: tuple[int, int], by: int) -> bool:
        """Shows so many entries more or fewer in a section; returns whether there are so many."""
        column, number = place
        laid = self.columns[column][number]
        shown = laid.shown + by
        if not 0 <= shown <= min(laid.section.total, laid.section.most):
            return False
        self.columns[column][number] = laid.resized(shown)
        return True

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Draws the columns beside each other."""
        for column in self.columns:
            below = top
            for section in column:
                section.paint(painter, left, below)
                below += section.height
            left += self._width + _GUTTER


def _height(column: Sequence[LaidSection]) -> float:
    return sum(section.height for section in column)


def _foot_row(words: tuple[str, str]) -> Row:
    left, right = words
    return Row((Cell(muted(left), 0.58, 2, SMALL), Cell(muted(right), 0.42, 2, SMALL, right=True)), above=1.5 * SPACE)


def _paint_notes(painter: QPainter, left: float, top: float, bottom: float) -> None:
    """Lines to write on, where the page has room for them."""
    title = Paragraph((Span("Notes", bold=True, colour=ACCENT),), INSIDE.width(), NORMAL + 8, 1)
    title.paint(painter, left, top + 4 * SPACE)
    painter.setPen(QPen(QColor(EDGE), 5))
    line = top + 4 * SPACE + title.height + _NOTE_LINE
    while line <= bottom - 2 * SPACE:
        painter.drawLine(QPointF(left, line), QPointF(left + INSIDE.width(), line))
        line += _NOTE_LINE
