"""Reading a table that an office has: a CSV, or the first sheet with rows of an Excel workbook. Told by its content."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from tracker.models.bring_in import FileTable, Value
from tracker.models.mistake import Mistake
from tracker.reports.sound_text import sound
from tracker.reports.workbook_file import Wanted, damaged, opened_workbook

TABLE = Wanted("list", "choose a CSV or an .xlsx", "save it anew in the program that it comes from")
_MOST_BYTES, _MOST_ROWS, _MOST_COLUMNS = 20_000_000, 20_000, 200
_SEPARATORS = ",;\t|"
_COMPOUND = b"\xd0\xcf\x11\xe0"


def read_table(path: Path) -> FileTable:
    """The table in a file. Raises Mistake, with what to do, if it can be none or is larger than any list."""
    try:
        if path.is_dir():
            raise Mistake("This is a folder: name the file in it.")
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(4)
    except FileNotFoundError as error:
        raise Mistake("There is no such file: look at its name.") from error
    except OSError as error:
        raise Mistake("The file cannot be read: look whether it is open in another program.") from error
    if size > _MOST_BYTES:
        raise Mistake("The file is far larger than any list: choose the list itself.")
    if start[:2] == b"PK" or start == _COMPOUND:
        return _from_workbook(path)
    return _from_text(path.read_bytes())


def _from_text(content: bytes) -> FileTable:
    text, notes = _decoded(content)
    if text.lstrip()[:1] == "<":
        raise Mistake("This is a page of the web and no list: save it as CSV or .xlsx, and choose that.")
    separator = _separator(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise Mistake("The file is no CSV that can be read: save it from the sheet as “CSV UTF-8”.") from error
    return _table(((number, tuple(row)) for number, row in enumerate(rows, start=1)), notes)


def _decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, with what was lost or guessed on the way."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _utf16(content), ()
    if b"\x00" in content:
        raise Mistake("This is neither a CSV nor an .xlsx: save the list as one of these, and choose that.")
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
        return text, (
            "The file is not in UTF-8, so macrons may be lost: look at the names, or save it as “CSV UTF-8”.",
        )


def _utf16(content: bytes) -> str:
    try:
        return content.decode("utf-16")
    except UnicodeDecodeError as error:
        raise Mistake("The file is damaged: save it anew as “CSV UTF-8”.") from error


def _separator(text: str) -> str:
    """What stands between the cells of the first line that has any."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_SEPARATORS, key=first.count)


def _from_workbook(path: Path) -> FileTable:
    book = opened_workbook(path, TABLE, values=True)
    try:
        filled = []
        for sheet in book.worksheets:
            rows = _sheet_rows(sheet)
            if rows:
                filled.append((sheet.title, rows))
        if not filled:
            raise Mistake("The workbook is empty: choose the one with the list.")
        title, rows = filled[0]
        others = ", ".join(f"“{name}”" for name, _ in filled[1:4])
        notes = (f"The sheet “{title}” was read, and not {others}.",) if others else ()
        return _table(rows, notes)
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise damaged(TABLE) from error
    finally:
        book.close()


def _sheet_rows(sheet: Any) -> list[tuple[int, tuple[Value, ...]]]:
    found = []
    for number, row in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True), start=1):
        if any(cell not in (None, "") for cell in row):
            found.append((number, tuple(_plain(cell) for cell in row)))
            if len(found) > _MOST_ROWS + 1:
                raise Mistake(f"The sheet has more than {_MOST_ROWS:,} rows: choose a shorter list.")
    return found


def _plain(cell: Any) -> Value:
    if cell is None or isinstance(cell, (bool, int)):
        return cell
    if isinstance(cell, float):
        number = Decimal(f"{cell:.15g}")
        return int(number) if number == number.to_integral_value() and abs(number) < 10**15 else number
    if isinstance(cell, datetime):
        return cell.replace(hour=0, minute=0, second=0, microsecond=0)
    if isinstance(cell, date):
        return datetime(cell.year, cell.month, cell.day)  # noqa: DTZ001
    return sound(str(cell))


def _table(rows: Iterable[tuple[int, tuple[Value, ...]]], notes: tuple[str, ...]) -> FileTable:
    """The first row that has more than one cell filled has the headings; what stands above it is a title."""
    filled = list(_filled(rows))
    if len(filled) > _MOST_ROWS + 1:
        raise Mistake(f"The list has more than {_MOST_ROWS:,} rows: choose a shorter one.")
    top = next((place for place, (_, row) in enumerate(filled) if _count(row) > 1), 0 if filled else -1)
    if top < 0:
        raise Mistake("The file is empty: choose the one with the list.")
    headings = tuple(" ".join(str(cell or "").split()) for cell in filled[top][1][:_MOST_COLUMNS])
    while headings and not headings[-1]:
        headings = headings[:-1]
    return FileTable(headings, tuple(filled[top + 1 :]), notes)


def _filled(rows: Iterable[tuple[int, tuple[Value, ...]]]) -> Iterator[tuple[int, tuple[Value, ...]]]:
    for number, row in rows:
        plain = tuple(sound(cell) if isinstance(cell, str) else cell for cell in row)
        if _count(plain):
            yield number, plain


def _count(row: tuple[Value, ...]) -> int:
    return sum(cell not in (None, "") and str(cell).strip() != "" for cell in row)
