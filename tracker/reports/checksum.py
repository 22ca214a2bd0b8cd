r"""The checksum of a return's contents: it finds accidents, not fraud, and survives saving by another program.

SHA-256 over UTF-8 lines, one JSON list a row: [sheet, cell, ...], raw sheets in the order of their names, rows in the
order of the file. Dates are ISO, numbers decimals of at most 6 places, blanks "", line ends \\n, spaces at the end cut.
Formulas and what people fill in are left out.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any

from tracker.reports.sheet import FILL_IN, FIRST_ROW, HEADING_ROW, NOTHING, Sheet

ALGORITHM = "SHA-256 over JSON lines of the raw sheets"
# Every digit beyond these is lost in a workbook, where numbers are binary.
_DIGITS = 15
_FINEST = 6
_PLACES = Decimal("0.000001")
# From here on none of those digits stands behind the point.
_LARGE = Decimal(10) ** _DIGITS


def content_checksum(sheets: Iterable[Sheet]) -> str:
    """The checksum of the raw ones among some sheets, as 64 hexadecimal digits."""
    return rows_checksum(
        (sheet.name, [cell for cell, column in zip(row, sheet.columns, strict=True) if column.raw])
        for sheet in sorted(sheets, key=lambda sheet: sheet.name)
        if sheet.raw
        for row in sheet.rows
    )


def saved_checksum(path: Path) -> tuple[str, str]:
    """Of a saved return: the checksum of its contents as they are now, and the one that it says it has.

    The file must be one of ours: what comes from elsewhere is looked at before it is opened.
    """
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, keep_links=False)
    try:
        said = {row[0]: row[1] for row in book["Metadata"].iter_rows(FIRST_ROW, values_only=True) if len(row) > 1}
        names = sorted(str(key).removeprefix("rows.") for key in said if str(key).startswith("rows."))
        return rows_checksum(_saved_rows(book, names)), str(said.get("content_checksum", ""))
    finally:
        book.close()


def rows_checksum(rows: Iterable[tuple[str, list[Any]]]) -> str:
    """The checksum of rows that were read, each with its sheet's name and its recorded cells; sheets in name order."""
    digest = hashlib.sha256()
    # A list of texts as JSON, without making an encoder for each.
    for name, cells in rows:
        line = ",".join(map(encode_basestring, (name, *map(_plain, cells))))
        digest.update(f"[{line}]\n".encode())
    return digest.hexdigest()


def _plain(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        if "\r" in cell:
            cell = cell.replace("\r\n", "\n").replace("\r", "\n")
        return cell.rstrip()
    if isinstance(cell, datetime):
        return (cell.date() if cell.time() == datetime.min.time() else cell).isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    assert isinstance(cell, (int, float, Decimal))
    return _number(cell)


def _number(number: float | Decimal) -> str:
    if isinstance(number, int):
        return str(number)
    text = f"{number:f}"
    # What is short and exact already is not rounded: that takes longest of all.
    if not isinstance(number, Decimal) or len(text) > _DIGITS or len(text.partition(".")[2]) > _FINEST:
        kept = Decimal(f"{float(number):.{_DIGITS}g}")
        # A damaged file may hold what is no number at all; it has a checksum all the same.
        text = f"{kept.quantize(_PLACES) if kept.is_finite() and abs(kept) < _LARGE else kept:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _saved_rows(book: Any, names: list[str]) -> Iterator[tuple[str, list[Any]]]:
    for name in names:
        headings = next(book[name].iter_rows(HEADING_ROW, HEADING_ROW, values_only=True), ())
        width = sum(1 for heading in headings if heading is not None)
        rows = [list(islice(row, width)) for row in book[name].iter_rows(FIRST_ROW)]
        while rows and all(cell.value is None for cell in rows[-1]):
            rows.pop()
        if not rows or rows[0][0].value == NOTHING:
            continue
        for_people = {place for place, heading in enumerate(headings) if str(heading or "").endswith(FILL_IN)}
        kept = [place for place, cell in enumerate(rows[0]) if cell.data_type != "f" and place not in for_people]
        for row in rows:
            yield name, [row[place].value if place < len(row) else None for place in kept]
