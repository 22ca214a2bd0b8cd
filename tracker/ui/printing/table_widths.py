"""How wide the columns of a table are on paper, which way the paper lies, and in what size the text is."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from tracker.models.value import Value, value
from tracker.reports.plain_table import PlainColumn
from tracker.ui.printing.paper import MARGIN, NORMAL, PAGE, SMALL, SPACE
from tracker.ui.printing.wrapping import Wrapping

ACROSS = QRectF(0, 0, PAGE.height(), PAGE.width())
# Between two columns.
GAP = 2 * SPACE
_PHRASE, _SHORT = 36 * SPACE, 20 * SPACE
# What prose needs of the room beyond its shortest lines, for the page to be read with ease.
_AIR = 0.7
# The size of text, and up to which width a line such as "first 14 Dec 2007" is kept whole: the first that has room.
_WAYS = (
    (NORMAL, _PHRASE),
    (NORMAL, _SHORT),
    (SMALL, _PHRASE),
    (SMALL, _SHORT),
    (SMALL, 0.0),
    (66, 0.0),
    (56, 0.0),
)
# Prose is broken into lines: no column asks for more than this, and no word for more than that.
_WIDEST, _LONGEST_WORD = 60 * SPACE, 24 * SPACE
_LONGEST_MEASURED = 2_000


@value
class TablePlan(Value):
    """The paper, the size of text, and the width of each column."""

    paper: QRectF
    size: int
    widths: tuple[float, ...]


def table_plan(columns: Sequence[PlainColumn]) -> TablePlan:
    """Upright where all columns have room, else across; what is left over goes to the columns of prose."""
    words, bold = Wrapping(NORMAL), Wrapping(NORMAL, QFont.Weight.DemiBold)
    measured = [_measured(column, words, bold) for column in columns]
    most = [min(_WIDEST, max(line for line, _ in lines)) + SPACE / 2 for lines in measured]
    gaps = GAP * (len(columns) - 1)
    upright = min(sum(most), sum(_least(lines, _SHORT) for lines in measured) / _AIR) <= _room(PAGE, gaps)
    paper = PAGE if upright else ACROSS
    room = _room(paper, gaps)
    size, least = NORMAL, most
    for size, whole in _WAYS:
        scale = size / NORMAL
        least = [_least(lines, whole) * scale for lines in measured]
        if sum(least) <= room:
            break
    return TablePlan(paper, size, _shared(least, [each * size / NORMAL for each in most], room))


def _room(paper: QRectF, gaps: float) -> float:
    return float(paper.width()) - 2 * MARGIN - gaps


def _measured(column: PlainColumn, words: Wrapping, bold: Wrapping) -> list[tuple[float, float]]:
    """The width of each line of a column, and of the longest word on it; the heading is broken by words alone."""
    heading = max((bold.width(word) for word in column.heading.split()), default=0.0)
    lines = {line for text in dict.fromkeys(column.texts) for line in text[:_LONGEST_MEASURED].split("\n")}
    longest = [(words.width(line), max(map(words.width, line.split()), default=0.0)) for line in lines]
    return [(heading, heading), *longest]


def _least(lines: list[tuple[float, float]], whole: float) -> float:
    """The least width of a column in which lines up to a width are kept whole."""
    return max(line if line <= whole else min(word, _LONGEST_WORD) for line, word in lines) + SPACE / 2


def _shared(least: list[float], most: list[float], room: float) -> tuple[float, ...]:
    """Each column its longest word, and of what is left as much as its longest line asks for."""
    if sum(least) >= room:
        return tuple(width * room / sum(least) for width in least)
    if sum(most) <= room:
        # Spread out: columns far apart are hard to read along, so the last takes what is left.
        return (*most[:-1], most[-1] + room - sum(most))
    spare = (room - sum(least)) / (sum(most) - sum(least))
    return tuple(low + (high - low) * spare for low, high in zip(least, most, strict=True))
