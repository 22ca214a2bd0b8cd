"""A handover as pages of A4: group by group, every line whole, as many pages as it takes."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from tracker.models.dates import shown
from tracker.models.figures.handout_words import BASIS, stays_words
from tracker.models.figures.handover import HandoverSheet
from tracker.models.leaving import HandoverPart
from tracker.models.value import Value, value
from tracker.ui.printing.head import Head, LaidHead
from tracker.ui.printing.paper import ACCENT, FIGURE, INSIDE, NORMAL, PAGE, SMALL, SPACE, Span, bold, ink, muted
from tracker.ui.printing.row import Cell, LaidRow, Row, rule

# More lines than these no promise takes; what is longer ends in ….
_MOST_LINES = 12
_INDENT = 0.025
_FOOT = 5 * SPACE
# A heading stands with this much below it, or goes over to the next page.
_WITH_HEADING = 9 * SPACE
_TICK = "\u2013"


@value
class _Line(Value):
    """A row of the page; a heading keeps with what follows it."""

    row: LaidRow
    heading: bool
    rule_below: bool = False


class HandoverPages:
    """Laid out once; `draw` draws a page into any painter whose units are those of paper."""

    def __init__(self, sheet: HandoverSheet) -> None:
        self._sheet = sheet
        self._head = LaidHead(_head(sheet), INSIDE.width())
        self._pages = self._paged([line for part in self._grouped() for line in part])

    @property
    def paper(self) -> QRectF:
        """A4, upright."""
        return PAGE

    @property
    def pages(self) -> int:
        """As many as it takes."""
        return len(self._pages)

    @property
    def rows(self) -> int:
        """The lines on all pages, without headings."""
        return self._sheet.entries

    @property
    def text(self) -> str:
        """What stands there, as plain lines."""
        told = [_head(self._sheet).text]
        group = ""
        for part in self._sheet.parts:
            if part.group != group:
                group = part.group
                told.append(group)
            told += [part.heading, *part.lines]
        return "\n".join([*told, *self._foot])

    def draw(self, painter: QPainter, page: int = 0) -> None:
        """Draws a page, counted from 0."""
        left, top, width = INSIDE.left(), INSIDE.top(), INSIDE.width()
        if page == 0:
            self._head.paint(painter, left, top)
            top += self._head.height
        for line in self._pages[page]:
            line.row.paint(painter, left, top)
            top += line.row.height
            if line.rule_below:
                rule(painter, left, top + SPACE / 2, width, ACCENT, 8)
        number = f"Page {page + 1:,} of {self.pages:,}"
        words, where = self._foot
        shares = (Cell(muted(words), 0.6, 2, SMALL), Cell(muted(f"{where}  ·  {number}"), 0.4, 2, SMALL, right=True))
        foot = INSIDE.bottom() - _FOOT + SPACE
        rule(painter, left, foot, width)
        LaidRow(Row(shares, above=SPACE), width).paint(painter, left, foot)

    @property
    def _foot(self) -> tuple[str, str]:
        sheet = self._sheet
        return f"{BASIS} {stays_words(sheet.stays)}", f"{sheet.office}, as at {shown(sheet.as_at)}"

    def _grouped(self) -> list[list[_Line]]:
        """Each part as lines, the group's name over its first."""
        found: list[list[_Line]] = []
        group = ""
        for part in self._sheet.parts:
            named = part.group if part.group != group else ""
            group = part.group
            found.append(_part_lines(part, named))
        return found

    def _paged(self, lines: list[_Line]) -> list[list[_Line]]:
        room = float(INSIDE.height()) - _FOOT
        left = room - self._head.height
        pages: list[list[_Line]] = [[]]
        for line in lines:
            needed = line.row.height + (_WITH_HEADING if line.heading else 0.0)
            if needed > left and pages[-1]:
                pages.append([])
                left = room
            pages[-1].append(line)
            left -= line.row.height
        return pages


def _head(sheet: HandoverSheet) -> Head:
    groups = "\n".join(sheet.groups) if len(sheet.groups) == 1 else f"{len(sheet.groups)} groups"
    return Head("Handover", sheet.name, sheet.facts, "LAST DAY", shown(sheet.on), (groups,))


def _part_lines(part: HandoverPart, group: str) -> list[_Line]:
    width = INSIDE.width()
    found: list[_Line] = []
    if group:
        found.append(_Line(LaidRow(Row((Cell(bold(group), 1.0, 2, FIGURE),), above=4 * SPACE), width), True))
    title = Row((Cell((Span(part.heading, bold=True, colour=ACCENT),), 1.0, 1, NORMAL + 8),), above=2.5 * SPACE)
    found.append(_Line(LaidRow(title, width), True, rule_below=True))
    for place, text in enumerate(part.lines):
        first, *rest = text.split(" · ", 1)
        note = muted(f"\u00a0· {rest[0]}") if rest else ()
        cells = (Cell(muted(_TICK), _INDENT, 1), Cell((*ink(first), *note), 1 - _INDENT, _MOST_LINES))
        found.append(_Line(LaidRow(Row(cells, above=(1.6 if place == 0 else 1.1) * SPACE), width), False))
    return found
