"""A table that came in a file, a workbook or a CSV: columns found by their headings, rows with their numbers."""

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, NamedTuple

from tracker.models.dates import shown
from tracker.models.folding import unmarked
from tracker.models.mistake import Mistake
from tracker.reports.sheet import letters
from tracker.reports.workbook_file import Wanted, damaged, opened_workbook, sheet_text

_MOST_BYTES = 20_000_000
_MOST_ROWS, _MOST_COLUMNS = 100_000, 60
# Headings stand below a title and a line or two about the table.
_TITLE_ROWS = 20
_LOOKS = 200
_WHOLE = re.compile(r"-?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})")
_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!"})
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\s(?=[^>]*\shidden="(?:1|true)")(?:[^>]*?\s)?r="(\d+)"|'
                         rb'<(?:\w+:)?row\sr="(\d+)"(?=[^>]*\shidden="(?:1|true)")')  # fmt: skip
_FORMULA = re.compile(rb'<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<(?:\w+:)?f[ />]')


# Whether somebody has given up waiting.
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class RowNote:
    """What is to be said of one row of a file, counted from 1; `key` names what the row is about."""

    row: int
    sentence: str
    key: str = ""


class FileRow(NamedTuple):
    """A row: its number in the file, its cells in the order of the columns wanted, and which of these are formulas."""

    number: int
    cells: tuple[Any, ...]
    hidden: bool = False
    formulas: frozenset[int] = frozenset()


@dataclass(frozen=True)
class TableFile:
    """A table as it was read. `sheet` is "" for a CSV; `notes` are sentences about the file as a whole."""

    name: str
    sha256: str
    sheet: str
    rows: tuple[FileRow, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shape:
    """What is looked for: columns by their headings, the sheet that has them by preference, and what the file is.

    With `in_order` a table without headings and with just as many columns is read in the order of `columns`.
    """

    columns: tuple[str, ...]
    sheet: str
    wanted: Wanted
    order_words: str = ""

    @property
    def in_order(self) -> bool:
        """Whether headings may be missing."""
        return bool(self.order_words)


def read_table(path: Path, shape: Shape, cancelled: Cancelled = lambda: False) -> TableFile:
    """The table in a file. Raises Mistake, with what to do, if there is none with these columns or it cannot be read.

    `cancelled` is asked from time to time, and ends the reading by a Mistake.
    """
    content = _bytes(path, shape.wanted)
    sha256 = hashlib.sha256(content).hexdigest()
    if content[:2] == b"PK" or content[:4] == b"\xd0\xcf\x11\xe0":
        sheet, rows, notes = _from_workbook(path, shape, cancelled)
    else:
        sheet, (rows, notes) = "", _from_rows(_csv_rows(path.name, content), shape, path.name)
    return TableFile(path.name, sha256, sheet, rows, tuple(notes))


def text_of(value: Any) -> str:
    """A cell's words; a whole number without a point. Dates have none: `cell_problem` speaks of them."""
    if value is None:
        return ""
    if type(value) is str:
        return value.strip()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def whole_of(value: Any) -> int | None:
    """A cell's whole number; thousands may stand apart by commas. None if it is anything else."""
    if type(value) is int:
        return value if abs(value) < 10**15 else None
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 10**15 else None
    if type(value) is str and (text := value.strip()) and text.isascii() and _WHOLE.fullmatch(text):
        return int(text.replace(",", ""))
    return None


def cell_problem(value: Any) -> str:
    """Why a cell can be neither text nor a number, as the end of a sentence; "" if it can."""
    if isinstance(value, (date, datetime)):
        day = value.date() if isinstance(value, datetime) else value
        return f"is the date {shown(day)}: type it as plain text or as a number"
    if isinstance(value, (bool, time)):
        return f"is {value}: type it as plain text or as a number"
    if type(value) is str and value.strip().upper() in _ERRORS:
        return f"is {value.strip()}, which a formula left there: type what it should be"
    return ""


def short(value: Any) -> str:
    """A cell's words as far as a sentence has room for them."""
    words = " ".join(text_of(value).split())
    return words if len(words) <= 40 else f"{words[:39]}…"


def heading_key(text: Any) -> str:
    """A heading by its letters and digits alone: case, spaces and signs are no difference."""
    return re.sub(r"[^0-9a-z]", "", unmarked(text).casefold()) if isinstance(text, str) else ""


def _bytes(path: Path, wanted: Wanted) -> bytes:
    try:
        if path.is_dir():
            raise Mistake(f"{path.name} is a folder: choose the {wanted.thing} in it.")
        if path.stat().st_size > _MOST_BYTES:
            raise Mistake(f"{path.name} is larger than 20 MB, larger than any {wanted.thing}: {wanted.choose}.")
        return path.read_bytes()
    except OSError as error:
        raise Mistake(f"{path.name} cannot be read: look whether it is there, and open elsewhere.") from error


def _csv_rows(name: str, content: bytes) -> Iterator[FileRow]:
    again = f"{name} is not a CSV: save it from the workbook as “CSV UTF-8”."
    if content.lstrip()[:1] == b"<":
        raise Mistake(f"{name} is a web page and no list: choose the workbook itself, or a CSV of it.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Mistake(f"{name} is not a CSV in UTF-8: save it from the workbook as “CSV UTF-8”.") from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        # Counted as a spreadsheet counts them: a cell may go over several lines.
        for number, cells in enumerate(reader, start=1):
            if number > _MOST_ROWS:
                raise Mistake(f"{name} has more than {_MOST_ROWS:,} rows: keep those of the years that you want.")
            yield FileRow(number, tuple(cells))
    except csv.Error as error:
        raise Mistake(again) from error


def _from_workbook(path: Path, shape: Shape, cancelled: Cancelled) -> tuple[str, tuple[FileRow, ...], list[str]]:
    book = opened_workbook(path, shape.wanted, values=True)
    try:
        refusal: Mistake | None = None
        for sheet in _in_order_of_hope(book, shape.sheet):
            place = book.sheetnames.index(sheet.title)
            try:
                rows, notes = _from_rows(
                    _watched(_sheet_rows(sheet, sheet_text(path, place)), cancelled), shape, path.name
                )
            except Mistake as mistake:
                if cancelled():
                    raise
                # Of several sheets without the columns, the first one's lack is the one to speak of.
                refusal = refusal or mistake
                continue
            if sheet.sheet_state != "visible":
                notes.append(f"The sheet {sheet.title} is hidden in the workbook.")
            return str(sheet.title), rows, notes
    except (ValueError, KeyError, TypeError, IndexError, OSError, EOFError, AttributeError, SyntaxError) as error:
        raise damaged(shape.wanted) from error
    finally:
        book.close()
    raise refusal or Mistake(f"{path.name} has no sheet with cells: {shape.wanted.choose}.")


def _watched(rows: Iterator[FileRow], cancelled: Cancelled) -> Iterator[FileRow]:
    for row in rows:
        if row.number % _LOOKS == 0 and cancelled():
            raise Mistake("The reading was stopped.")
        yield row


def _in_order_of_hope(book: Any, wanted: str) -> list[Any]:
    return sorted(book.worksheets, key=lambda sheet: heading_key(sheet.title) != heading_key(wanted))


def _sheet_rows(sheet: Any, text: bytes) -> Iterator[FileRow]:
    hidden = {int(one or two) for one, two in _HIDDEN_ROW.findall(text)}
    formulas: dict[int, set[int]] = {}
    columns = {letters(place).encode(): place for place in range(_MOST_COLUMNS)}
    for letter, row in _FORMULA.findall(text):
        if letter in columns:
            formulas.setdefault(int(row), set()).add(columns[letter])
    # What the sheet says of its size may be wrong; the rows themselves are counted.
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True), start=1):
        yield FileRow(number, cells, number in hidden, frozenset(formulas.get(number, ())))


def _from_rows(rows: Iterable[FileRow], shape: Shape, name: str) -> tuple[tuple[FileRow, ...], list[str]]:
    """The rows below the headings, their cells in the order wanted. Raises Mistake if there are no such columns."""
    first: list[FileRow] = []
    found: list[int] = []
    notes: list[str] = []
    walk = iter(rows)
    for row in walk:
        if _is_blank(row.cells):
            continue
        first.append(row)
        if found := _places(row.cells, shape.columns, name):
            notes = _left_out(row.cells, found)
            first = []
            break
        if len(first) == _TITLE_ROWS:
            break
    if not found:
        found = _places_without_headings(first, shape, name)
        notes = [shape.order_words]
    in_order = found == list(range(len(found)))
    return tuple(_picked(row, found, in_order) for row in (*first, *walk) if not _is_blank(row.cells)), notes


def _places(cells: Sequence[Any], columns: Sequence[str], name: str) -> list[int]:
    """Where the columns stand, if the row is the one of the headings; [] if it is not.

    Raises Mistake if some are missing or stand there twice.
    """
    keys = [heading_key(cell) for cell in cells]
    known = [column for column in columns if heading_key(column) in keys]
    if len(known) < max(2, len(columns) // 2):
        return []
    for column in known:
        if keys.count(heading_key(column)) > 1:
            raise Mistake(f"The column “{column}” stands twice in {name}: take one of them out, or rename it.")
    missing = [column for column in columns if column not in known]
    if missing:
        which = f"“{missing[0]}”" if len(missing) == 1 else f"{', '.join(f'“{each}”' for each in missing)}"
        word, them = ("column", "it") if len(missing) == 1 else ("columns", "them")
        raise Mistake(
            f"The {word} {which} cannot be found in {name}: put the heading back as it was published, or add {them} "
            "empty."
        )
    return [keys.index(heading_key(column)) for column in columns]


def _places_without_headings(first: Sequence[FileRow], shape: Shape, name: str) -> list[int]:
    if shape.in_order and any(len(_trimmed(row.cells)) == len(shape.columns) for row in first):
        return list(range(len(shape.columns)))
    needed = f"{shape.columns[0]}, {shape.columns[1]}, … {shape.columns[-1]}"
    widest = max((len(_trimmed(row.cells)) for row in first), default=0)
    if widest == 1 and any(";" in str(row.cells[0]) or "\t" in str(row.cells[0]) for row in first):
        raise Mistake(f"The columns of {name} are not parted by commas: save it as “CSV UTF-8”.")
    raise Mistake(f"{name} has no row with the headings {needed}: {shape.wanted.choose}.")


def _left_out(cells: Sequence[Any], found: Sequence[int]) -> list[str]:
    left = [text_of(cell) for place, cell in enumerate(cells) if text_of(cell) and place not in found]
    return [f"Not read, as they are not known here: the columns {', '.join(left[:10])}."] if left else []


def _picked(row: FileRow, places: Sequence[int], in_order: bool) -> FileRow:
    cells, width = row.cells, len(row.cells)
    if in_order and width == len(places) and not row.formulas:
        return row
    formulas = frozenset(number for number, place in enumerate(places) if place in row.formulas)
    # A row of a CSV with more or fewer cells than headings has slipped: it is handed on whole, to be reported.
    slipped = in_order and (width < len(places) or not _is_blank(cells[len(places) :]))
    picked = cells if slipped else tuple([cells[place] if place < width else None for place in places])
    return row._replace(cells=picked, formulas=formulas)


def _trimmed(cells: Sequence[Any]) -> Sequence[Any]:
    end = len(cells)
    while end and cells[end - 1] in (None, ""):
        end -= 1
    # Columns that are empty all along, such as the last ones of a CSV, still are columns.
    return cells if all(isinstance(cell, str) for cell in cells) else cells[:end]


def _is_blank(cells: Sequence[Any]) -> bool:
    # Nearly every row begins with something.
    if cells and cells[0]:
        first = cells[0]
        if not isinstance(first, str) or first.strip():
            return False
    return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in cells)
