"""Text as a workbook can hold it: no control characters, and nothing longer than a cell."""

import re
from collections.abc import Iterable, Iterator

from tracker.reports.sheet import CONTINUED, LONGEST_CELL, Cell, Sheet

_LINE_ENDS = re.compile(r"\r\n?")
# A vertical tab or a form feed is how a word processor breaks a line.
_LINE_BREAKS = re.compile(r"[\x0b\x0c]")
_UNSOUND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BEGINS_LIKE_A_FORMULA = re.compile(r"[\s\u200b\ufeff]*[=+\-@\t\r\n]")


def sound(text: str) -> str:
    r"""The text with line ends as \\n and each control character replaced: a break by a line end, others by a space."""
    if text.isprintable():
        return text
    if "\r" in text:
        text = _LINE_ENDS.sub("\n", text)
    if _UNSOUND.search(text):
        text = _UNSOUND.sub(" ", _LINE_BREAKS.sub("\n", text))
    return text


def unsound_characters(text: str) -> int:
    """How many characters `sound` replaces; line ends are not counted."""
    return 0 if text.isprintable() else len(_UNSOUND.findall(text))


def begins_like_a_formula(text: str) -> bool:
    """Whether a program might take the text for a formula when somebody edits the cell."""
    return not text[:1].isalnum() and _BEGINS_LIKE_A_FORMULA.match(text) is not None


def fitted(sheet: Sheet) -> Sheet:
    """The sheet with sound text; a text longer than a cell goes on in a further row, marked in the first column."""
    rows: list[tuple[Cell, ...]] = []
    records = []
    for place, row in enumerate(sheet.rows):
        about = sheet.records[place] if sheet.records else None
        for part in _parts(row) if _needs_work(row) else (row,):
            rows.append(part)
            records.append(about)
    return sheet.with_rows(tuple(rows), tuple(records))


def texts_of(sheets: Iterable[Sheet]) -> Iterator[str]:
    """Every text on some sheets."""
    for sheet in sheets:
        for row in sheet.rows:
            yield from (cell for cell in row if isinstance(cell, str))


def _needs_work(row: tuple[Cell, ...]) -> bool:
    return any(isinstance(cell, str) and (len(cell) > LONGEST_CELL // 2 or not cell.isprintable()) for cell in row)


def _parts(row: tuple[Cell, ...]) -> Iterator[tuple[Cell, ...]]:
    row = tuple(sound(cell) if isinstance(cell, str) else cell for cell in row)
    pieces = [_pieces(cell) if isinstance(cell, str) and len(cell) > LONGEST_CELL // 2 else [cell] for cell in row]
    yield tuple(piece[0] for piece in pieces)
    for number in range(1, max(map(len, pieces))):
        yield (CONTINUED, *(piece[number] if number < len(piece) else None for piece in pieces[1:]))


def _pieces(text: str) -> list[Cell]:
    """A cell's length is counted as Excel counts: a character beyond the first 65,536 is two."""
    pieces: list[Cell] = []
    while text:
        end = LONGEST_CELL
        while len(text[:end].encode("utf-16-le")) // 2 > LONGEST_CELL:
            end -= len(text[:end].encode("utf-16-le")) // 2 - LONGEST_CELL
        pieces.append(text[:end])
        text = text[end:]
    return pieces or [""]
