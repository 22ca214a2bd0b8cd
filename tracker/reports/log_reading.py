"""Reading a log that came back: what stands in its cells, before anybody judges what becomes of it.

Columns are found by their headings, so that they may be moved; whatever makes a cell doubtful is said of that cell.
"""

import difflib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from tracker.models.dates import shown
from tracker.models.folding import folded
from tracker.models.log_columns import FORM, FORM_COLUMNS, MEETING, NEEDED, SCHEMA_ID, SCHEMA_VERSION, LogColumn
from tracker.models.log_sheet import LogFacts, LogFile, LogLine, Value
from tracker.models.mistake import Mistake
from tracker.reports.log_parts import DAY, FACTS_SHEET, LISTS_SHEET, LOG_SHEET, PARTS, PROBLEM_HEADING, READ_ME_SHEET
from tracker.reports.sound_text import sound
from tracker.reports.workbook_file import Wanted, damaged, opened_workbook

LOG = Wanted("log", "choose the .xlsx of the log that came back", "ask for the log to be saved and sent again")

_LAST_COLUMN, _HEADINGS_WITHIN, _MOST_ROWS = 100, 30, 5_000
# With fewer of our headings a row is no row of headings.
_FEWEST = 5
_OTHER_SHEETS = (READ_ME_SHEET, LISTS_SHEET, FACTS_SHEET)
_DAYS = frozenset(column for column, part in PARTS.items() if part.kept == DAY)
_MAC_FIRST_DAY, _SERIALS = date(1904, 1, 1), range(16_802, 71_589)
_CHANGED = "What the log is known by was changed since it was given out: fill in a new one, and send that."


def read_log(path: Path) -> LogFile:
    """The log in a file. Raises Mistake, with what to do, if it is none of ours or its columns cannot be told."""
    book = opened_workbook(path, LOG)
    try:
        facts = _facts(book)
        sheet = _log_sheet(book)
        reading = _Reading(sheet, _counts_from_1904(book))
        places = reading.columns()
        values = _values(path, sheet.title) if reading.has_formulas(places) else {}
        lines = tuple(reading.lines(places, values))
        return LogFile(facts, lines, tuple(reading.notes))
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise damaged(LOG) from error
    finally:
        book.close()


def log_places(book: Any) -> tuple[Any, int, int]:
    """For the marked copy: the sheet of the log, the row of its headings, and the first column without a heading.

    A column of problems of an earlier copy is taken again. Rows and columns count from 1.
    """
    sheet = _log_sheet(book)
    reading = _Reading(sheet, since_1904=False)
    reading.columns()
    headings = [folded(_words(cell.value)) for cell in sheet[reading.top]]
    if folded(PROBLEM_HEADING) in headings:
        return sheet, reading.top, headings.index(folded(PROBLEM_HEADING)) + 1
    used = [place for place, heading in enumerate(headings, start=1) if heading]
    return sheet, reading.top, max(used) + 1


def _facts(book: Any) -> LogFacts:
    for sheet in sorted(book.worksheets, key=lambda sheet: sheet.title != FACTS_SHEET):
        rows = sheet.iter_rows(1, min(sheet.max_row or 0, 100), 1, 2, values_only=True)
        told = {_words(row[0]): sound(_words(row[1])) for row in rows if row[0] is not None}
        if "schema_id" in told:
            return _told_facts(told)
    raise Mistake(
        "This workbook is no log of ours, or the sheet by which it is known was taken out: choose the log as it was "
        "given out and filled in."
    )


def _told_facts(told: dict[str, str]) -> LogFacts:
    if told["schema_id"] != SCHEMA_ID:
        raise Mistake("This workbook is no log: choose the log that was filled in.")
    if _version(told.get("schema_version", "")) > _version(SCHEMA_VERSION):
        raise Mistake("The log comes from a newer Partnership Tracker: bring this one up to date, and read it again.")
    made_as = told.get("made_as", FORM)
    if not told.get("template_id") or not told.get("office_id") or made_as not in (FORM, MEETING):
        raise Mistake(_CHANGED)
    codes = tuple(part.strip() for part in told.get("group_codes", "").split(";") if part.strip())
    return LogFacts(
        template_id=told["template_id"],
        office_code=told["office_id"],
        office=told.get("office", ""),
        issued_at=told.get("issued_at", ""),
        made_as=made_as,
        group_codes=codes,
        version=told.get("schema_version", ""),
    )


def _version(text: str) -> tuple[int, ...]:
    parts = text.split(".")
    if not all(part.isascii() and part.isdigit() and len(part) < 6 for part in parts):
        raise Mistake(_CHANGED)
    return tuple(map(int, parts))


def _log_sheet(book: Any) -> Any:
    """The sheet of the log, whatever it is called now."""
    for sheet in sorted(book.worksheets, key=lambda sheet: sheet.title != LOG_SHEET):
        if sheet.title == LOG_SHEET or (sheet.title not in _OTHER_SHEETS and _top(sheet)):
            return sheet
    raise Mistake(f"The sheet “{LOG_SHEET}” is missing: fill in the log as it was given out.")


def _top(sheet: Any) -> int:
    """The row of the headings, counted from 1; 0 if there is none."""
    last = min(sheet.max_row or 0, _HEADINGS_WITHIN)
    rows = sheet.iter_rows(1, last, 1, min(sheet.max_column or 1, _LAST_COLUMN), values_only=True)
    for number, row in enumerate(rows, start=1):
        if sum(_column(cell) is not None for cell in row) >= _FEWEST:
            return number
    return 0


def _column(cell: object) -> LogColumn | None:
    """The column that a heading names; its star, underscores and capitals do not matter."""
    return _BY_HEADING.get(_heading(cell))


def _heading(cell: object) -> str:
    return folded(_words(cell).replace("*", " ").replace("_", " "))


_BY_HEADING = {folded(column.label): column for column in LogColumn}


class _Reading:
    """The reading of one sheet."""

    def __init__(self, sheet: Any, since_1904: bool) -> None:
        self._sheet = sheet
        self._since_1904 = since_1904
        self.notes: list[str] = []
        self.top = _top(sheet)

    def columns(self) -> dict[LogColumn, int]:
        """Where each column stands, counted from 1. Raises Mistake if that cannot be told."""
        sheet = self._sheet
        if not self.top:
            raise Mistake("The headings of the log are missing or were renamed: fill in the log as it was given out.")
        if (sheet.max_row or 0) > self.top + _MOST_ROWS:
            raise Mistake(f"The log has more than {_MOST_ROWS:,} rows: take out the empty ones, or send two logs.")
        self._refuse_merged_headings()
        places: dict[LogColumn, int] = {}
        strange: list[str] = []
        headings = next(sheet.iter_rows(self.top, self.top, 1, min(sheet.max_column, _LAST_COLUMN), values_only=True))
        for place, cell in enumerate(headings, start=1):
            column = _column(cell)
            if column in places:
                raise Mistake(f"The column “{column.label}” stands there twice: keep one of the two.")
            if column is not None:
                places[column] = place
            elif _words(cell) and _heading(cell) != folded(PROBLEM_HEADING):
                strange.append(_words(cell))
        self._refuse_missing(places, strange)
        self._note_oddities(places, strange)
        return places

    def has_formulas(self, places: dict[LogColumn, int]) -> bool:
        """Whether any cell is worked out and not typed."""
        wanted = set(places.values())
        rows = self._sheet.iter_rows(self.top + 1)
        return any(cell.data_type == "f" and cell.column in wanted for row in rows for cell in row)

    def lines(self, places: dict[LogColumn, int], values: dict[tuple[int, int], Any]) -> Iterator[LogLine]:
        """Every row under the headings; `values` are what formulas came to."""
        merged = self._merged_cells()
        for number in range(self.top + 1, (self._sheet.max_row or 0) + 1):
            cells: dict[LogColumn, Value] = {}
            notes: list[str] = []
            refused: dict[LogColumn, tuple[str, str]] = {}
            for column, place in places.items():
                cell = self._sheet.cell(number, place)
                value = cell.value
                if (number, place) in merged:
                    refused[column] = (
                        "is merged with other cells",
                        f"Unmerge {merged[number, place]}, and fill in each.",
                    )
                elif cell.data_type == "f":
                    value = values.get((number, place))
                    if value is None or _is_error(value):
                        refused[column] = ("is a formula without a value", "Type the value itself.")
                    else:
                        notes.append(f"{column.label} is a formula: its value now, {_shown(value)}, was read.")
                elif _is_error(value):
                    refused[column] = ("is what a formula left behind", "Type the value itself.")
                cells[column] = None if column in refused else self._plain(column, value, refused)
            line = LogLine(number, cells, tuple(notes), refused)
            if line.filled and self._sheet.row_dimensions[number].hidden:
                line = LogLine(number, cells, (*notes, "The row was hidden."), refused)
            yield line

    def _plain(self, column: LogColumn, value: Any, refused: dict[LogColumn, tuple[str, str]]) -> Value:
        if isinstance(value, bool) or value is None:
            return value
        if isinstance(value, (int, float)):
            number = _exact(value)
            if self._since_1904 and column in _DAYS and int(number) in _SERIALS:
                day = shown(_MAC_FIRST_DAY + timedelta(days=int(number)))
                refused[column] = (f"is the number {number} and not a date", f"If it is {day}, type that.")
            return number
        if isinstance(value, datetime):
            return value.replace(hour=0, minute=0, second=0, microsecond=0)
        if isinstance(value, date):
            return datetime(value.year, value.month, value.day)  # noqa: DTZ001
        return sound(str(value))

    def _refuse_merged_headings(self) -> None:
        for span in self._sheet.merged_cells.ranges:
            if span.min_row <= self.top <= span.max_row:
                raise Mistake(f"The headings in {span.coord} are merged: unmerge them, and name each column again.")

    def _refuse_missing(self, places: dict[LogColumn, int], strange: list[str]) -> None:
        for column in FORM_COLUMNS:
            if column not in places and column in NEEDED | {LogColumn.ROW_REF}:
                near = difflib.get_close_matches(folded(column.label), map(folded, strange), n=1, cutoff=0.4)
                hint = next((heading for heading in strange if near and folded(heading) == near[0]), "")
                renamed = f" (is it “{hint}”?)" if hint else ""
                raise Mistake(f"The column “{column.label}” is missing or was renamed{renamed}: put its heading back.")

    def _note_oddities(self, places: dict[LogColumn, int], strange: list[str]) -> None:
        for column in FORM_COLUMNS:
            if column not in places:
                self.notes.append(f"The column “{column.label}” is missing: it is read as empty.")
        for heading in strange:
            self.notes.append(f"The column “{heading[:60]}” is none of the log's, and is left out.")
        if self._sheet.sheet_state != "visible":
            self.notes.append("The sheet of the log was hidden, and was read all the same.")
        hidden = [
            column.label for column, place in places.items() if self._sheet.column_dimensions[_letter(place)].hidden
        ]
        if hidden:
            self.notes.append(f"Hidden, and read all the same: {', '.join(hidden)}.")

    def _merged_cells(self) -> dict[tuple[int, int], str]:
        """Each cell that is merged with others, and the span that it is in."""
        found: dict[tuple[int, int], str] = {}
        last_row, last_column = self._sheet.max_row or 0, _LAST_COLUMN
        for span in self._sheet.merged_cells.ranges:
            for row in range(max(span.min_row, self.top + 1), min(span.max_row, last_row) + 1):
                for column in range(span.min_col, min(span.max_col, last_column) + 1):
                    found[row, column] = span.coord
        return found


def _values(path: Path, title: str) -> dict[tuple[int, int], Any]:
    """What every cell of a sheet came to when it was last saved."""
    book = opened_workbook(path, LOG, values=True)
    try:
        rows = book[title].iter_rows(max_col=_LAST_COLUMN, values_only=True)
        return {
            (number, place): value
            for number, row in enumerate(rows, start=1)
            for place, value in enumerate(row, start=1)
            if value is not None
        }
    finally:
        book.close()


def _counts_from_1904(book: Any) -> bool:
    return bool(book.epoch.year == _MAC_FIRST_DAY.year)


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(place))


def _exact(value: float) -> int | Decimal:
    if isinstance(value, int):
        return value
    number = Decimal(f"{value:.15g}")
    return int(number) if number == number.to_integral_value() and abs(number) < 10**15 else number


def _is_error(value: object) -> bool:
    return isinstance(value, str) and value in _ERRORS


_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"})


def _words(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())


def _shown(value: object) -> str:
    return shown(value.date()) if isinstance(value, datetime) else _words(value)[:60]
