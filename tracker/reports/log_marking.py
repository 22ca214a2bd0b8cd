"""The marked copy of a log: the same workbook with a column beside the rows that says what cannot be read, and why."""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tracker.models.log_import import RowOutcome, RowReport
from tracker.models.mistake import Mistake
from tracker.reports.log_parts import PROBLEM_HEADING
from tracker.reports.log_reading import LOG, log_places
from tracker.reports.saving import save_whole
from tracker.reports.sound_text import sound
from tracker.reports.workbook_file import opened_workbook

_WIDTH = 70
_LONGEST = 2_000


def checked_path(path: Path) -> Path:
    """Where the marked copy of a log lies: beside it, as X_checked.xlsx."""
    stem = path.stem.removesuffix("_checked")
    return path.with_name(f"{stem}_checked.xlsx")


def save_checked(path: Path, rows: Iterable[RowReport], to: Path) -> None:
    """Writes the marked copy of the log at `path`. Raises Mistake if it cannot be read again, or not be written."""
    content = _marked(path, rows)

    def look(beside: Path) -> None:
        if beside.read_bytes() != content:
            raise Mistake("The marked copy did not reach the disk whole: save it again, or in another folder.")

    save_whole(to, content, look)


def _marked(path: Path, rows: Iterable[RowReport]) -> bytes:
    from openpyxl.styles import Alignment, Font

    book = opened_workbook(path, LOG)
    try:
        sheet, top, place = log_places(book)
        _clear(sheet, top, place)
        heading = sheet.cell(top, place)
        _put(heading, PROBLEM_HEADING)
        heading.font = Font(name="Arial", size=10, bold=True)
        sheet.column_dimensions[heading.column_letter].width = _WIDTH
        for row in rows:
            if told := problem_words(row):
                cell = sheet.cell(row.line.number, place)
                _put(cell, told)
                cell.font = Font(name="Arial", size=10, bold=row.outcome is RowOutcome.REJECTED)
                cell.alignment = Alignment(wrap_text=True, vertical="center")
        content = io.BytesIO()
        book.save(content)
        return content.getvalue()
    finally:
        book.close()


def problem_words(row: RowReport) -> str:
    """What the column says of a row: first whether it was rejected, so that weight is not the only sign."""
    if not row.notes:
        return ""
    begin = "Rejected. " if row.outcome is RowOutcome.REJECTED else "Look at this. "
    return sound(begin + " ".join(row.notes))[:_LONGEST]


def _put(cell: Any, text: str) -> None:
    """As text, whatever it begins with."""
    cell.value = text
    cell.data_type = "s"


def _clear(sheet: Any, top: int, place: int) -> None:
    """What an earlier copy said."""
    for number in range(top, (sheet.max_row or 0) + 1):
        sheet.cell(number, place).value = None
