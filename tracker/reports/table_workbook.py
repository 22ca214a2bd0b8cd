"""A table as a workbook of one sheet: what is on the screen, to count and sort further."""

import io
import re
from datetime import datetime
from typing import Any

from tracker.reports.looks import FONT, SIZE, Looks, Part
from tracker.reports.plain_table import PlainTable
from tracker.reports.row_height import row_height
from tracker.reports.sheet import FIRST_ROW, HEADING_ROW, Column, Sheet
from tracker.reports.sound_text import fitted, sound
from tracker.reports.table_columns import sheet_columns
from tracker.reports.text_cells import Cells

_A4 = 9
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.4, "bottom": 0.7}
_LONGEST_SHEET_NAME = 31
_NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
# The room for the arrow by which a column is filtered.
_ARROW = 2.0


def table_bytes(table: PlainTable, made_at: datetime) -> bytes:
    """The workbook as it will lie on the disk; `made_at` is UTC."""
    import xlsxwriter

    whole = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONT, "font_size": SIZE},
    }
    book = xlsxwriter.Workbook(whole, options)
    looks = Looks(book)
    sheet = table_sheet(table)
    _write(book.add_worksheet(sheet.name), sheet, looks)
    properties = {"title": table.name, "subject": table.about, "author": table.office, "company": table.office}
    book.set_properties(
        {name: sound(text) for name, text in properties.items()}
        | {"comments": "Saved from Partnership Tracker.", "created": made_at.replace(tzinfo=None)}
    )
    book.close()
    return whole.getvalue()


def table_sheet(table: PlainTable) -> Sheet:
    """The one sheet: the table's columns, before them the part each row stands in, if it falls into parts."""
    told = [pair for column in table.columns for pair in sheet_columns(column)]
    if table.parts:
        longest = max(map(len, table.parts))
        told.insert(0, (Column("Part", min(30.0, max(8.0, longest + 3.0))), table.parts))
    columns = tuple(column for column, _ in told)
    rows = tuple(zip(*(cells for _, cells in told), strict=True))
    return fitted(Sheet(_sheet_name(table.title), table.first_line, table.about, columns, rows))


def _write(worksheet: Any, sheet: Sheet, looks: Looks) -> None:
    cells = Cells(worksheet, looks)
    cells.label(0, 0, sheet.title, Part.TITLE)
    cells.label(1, 0, sheet.about, Part.ABOUT)
    worksheet.set_row(0, 26)
    worksheet.set_row(HEADING_ROW - 1, row_height([column.heading for column in sheet.columns], sheet.columns) + 6)
    for place, column in enumerate(sheet.columns):
        worksheet.set_column(place, place, column.width + _ARROW)
        cells.heading(HEADING_ROW - 1, place, column.heading, column.look)
    for number, row in enumerate(sheet.rows, start=FIRST_ROW - 1):
        worksheet.set_row(number, row_height(row, sheet.columns))
        for place, cell in enumerate(row):
            cells.put(number, place, cell, sheet.columns[place].look)
    worksheet.autofilter(HEADING_ROW - 1, 0, sheet.last_row - 1, len(sheet.columns) - 1)
    worksheet.freeze_panes(HEADING_ROW, 0)
    _set_page(worksheet)


def _set_page(worksheet: Any) -> None:
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(**_MARGINS)
    worksheet.repeat_rows(HEADING_ROW - 1)
    worksheet.set_footer("&L&F&RPage &P of &N")
    worksheet.hide_gridlines(2)


def _sheet_name(title: str) -> str:
    """Up to 31 characters, none of those that a sheet's name may not have, and never the reserved “History”."""
    name = " ".join(_NOT_IN_A_SHEET_NAME.sub(" ", title).split())[:_LONGEST_SHEET_NAME].strip(" '")
    return f"{name} 1" if name.casefold() == "history" else name or "Rows"
