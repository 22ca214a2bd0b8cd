"""Workbooks of Treasury's shape, made in the test."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from tests.builders import an_id
from tracker.reports.treasury_lines import COLUMNS, TreasuryLines, read_treasury_lines

FRAMEWORK = an_id()
Row = Sequence[Any]
ROW: dict[str, Any] = {
    "Department": "Ministry of Education",
    "Vote": "Education",
    "App ID": 11768,
    "Parent ID": 11764,
    "Appropriation Name": "Outcomes for Students",
    "Category Name": "Attendance",
    "Group Type": "MCA",
    "Appropriation or Category Type": "Departmental Output Expenses",
    "Restriction Type": None,
    "Functional Classification": "Education",
    "Amount $000": 10143,
    "Year": 2020,
    "Amount Type": "Main Estimates",
    "Periodicity": "A",
    "Current Scope": "Limited to attendance.",
    "M Number": "M26",
    "Portfolio Name": "Minister of Education",
}


def a_row(**cells: Any) -> dict[str, Any]:
    """A row; names in the call are headings with _ for spaces."""
    return ROW | {name.replace("_", " "): value for name, value in cells.items()}


def of_code(code: int, **cells: Any) -> dict[str, Any]:
    """A single line with that code."""
    return a_row(App_ID=code, Parent_ID=code, Group_Type="Single", **cells)


def a_workbook(
    path: Path,
    rows: Sequence[dict[str, Any]],
    *,
    headings: Sequence[str] = COLUMNS,
    sheet: str = "Raw Data",
    top: int = 0,
    before: Sequence[str] = (),
    date_1904: bool = False,
    shape: Callable[[Any, Any], None] = lambda book, sheet: None,
) -> Path:
    """A workbook with the rows in the order of the headings, which stand in row `top` counted from 0."""
    with xlsxwriter.Workbook(path, {"date_1904": date_1904}) as book:
        for name in before:
            book.add_worksheet(name).write(0, 0, "What this is")
        made = book.add_worksheet(sheet)
        made.write_row(top, 0, headings)
        day = book.add_format({"num_format": "d mmm yyyy"})
        for number, row in enumerate(rows, start=top + 1):
            for place, heading in enumerate(headings):
                _put(made, number, place, row.get(heading.strip(), row.get(heading)), day)
        shape(book, made)
    return path


def read(path: Path) -> TreasuryLines:
    return read_treasury_lines(path, lambda year_end, amount_type: FRAMEWORK, an_id)


def _put(sheet: Any, row: int, place: int, value: Any, day: Any) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, place, value, day)
    elif isinstance(value, str) and value.startswith("="):
        sheet.write_string(row, place, value)
    elif value is not None:
        sheet.write(row, place, value)
