"""How high a row of a workbook stands: no spreadsheet works that out for a file that another program wrote."""

from collections.abc import Sequence

from tracker.reports.sheet import Cell, Column, Formula

_LINE_HEIGHT = 13.5
# The highest row that a spreadsheet can show.
_TALLEST = 405.0
# Letters are on the whole narrower than the digits that a width counts, and a cell has room at its sides.
_LETTERS_A_WIDTH = 1.12
_SIDES = 2.0


def row_height(row: Sequence[Cell], columns: Sequence[Column]) -> float:
    """The height that a row needs for its wrapped text, in points."""
    return RowHeights(columns).of(row)


class RowHeights:
    """The heights of the rows of one table. Many of its texts come again and again, and are laid out once."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._widths = [column.width for column in columns]
        self._lines: dict[tuple[str, float], int] = {}

    def of(self, row: Sequence[Cell]) -> float:
        """The height of one row, in points."""
        lines = 1
        for cell, width in zip(row, self._widths, strict=True):
            text = cell if isinstance(cell, str) else cell.value if isinstance(cell, Formula) else None
            if isinstance(text, str) and (len(text) > width - 2 or "\n" in text):
                needed = self._lines.get((text, width)) or self._lines.setdefault((text, width), _lines(text, width))
                lines = max(lines, needed)
        return min(_TALLEST, lines * _LINE_HEIGHT + 4)


def _lines(text: str, width: float) -> int:
    """The lines that a text takes in a column of a width in characters."""
    room = max(4.0, width * _LETTERS_A_WIDTH - _SIDES)
    return sum(_wrapped(part, room) for part in text.split("\n"))


def _wrapped(part: str, room: float) -> int:
    """Whole words are wrapped, and a word longer than a line is broken."""
    lines, used = 1, 0.0
    for word in part.split():
        length = float(len(word))
        if used and used + 1 + length > room:
            lines, used = lines + 1, 0.0
        used += 1 if used else 0
        while length > room:
            lines, length = lines + 1, length - room
        used += length
    return lines
