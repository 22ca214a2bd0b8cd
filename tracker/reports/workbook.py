"""A workbook from plain sheets: titles, tables, numbers and charts, by the rules for accessible workbooks.

No filters and frozen panes (but where head office works), no merged cells, hidden rows, fills, headers or footers; one
table a sheet, marked up as a table.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tracker.reports.chart import HEIGHT, Chart, draw
from tracker.reports.looks import FONT, SIZE, Looks, Part
from tracker.reports.row_height import RowHeights, row_height
from tracker.reports.sheet import CHART_DATA, CHARTS, FIRST_ROW, HEADING_ROW, NOTHING, Column, Look, Sheet
from tracker.reports.text_cells import Cells
from tracker.reports.uncollected import uncollected

Progress = Callable[[int, int], None]

_CHARTS_A_PAGE = 2
_PIXELS_A_ROW = 20
# What fits across a page of A4 in letters that can still be read; wider sheets go on upon a second page beside it.
_A4_WIDTH = 195
_A4 = 9
_ABOUT_WIDTH = 110


@dataclass(frozen=True)
class Book:
    """A whole workbook as plain data; the charts stand on a sheet of their own before the one named `charts_before`."""

    title: str
    subject: str
    created: datetime
    sheets: Sequence[Sheet]
    charts: Sequence[Chart] = field(default=())
    charts_before: str = CHART_DATA

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """The names of the sheets in the workbook's order."""
        names: list[str] = []
        for sheet in self.sheets:
            if self.charts and sheet.name == self.charts_before:
                names.append(CHARTS)
            names.append(sheet.name)
        return tuple(names)

    @property
    def table_names(self) -> frozenset[str]:
        """The names of the tables that may be there."""
        return frozenset(sheet.table_name for sheet in self.sheets)


AUTHOR = "Partnership Tracker"


@uncollected()
def workbook_bytes(plan: Book, progress: Progress | None = None) -> bytes:
    """The workbook as it will lie on the disk. `progress` is told how many sheets are done, and may raise."""
    import xlsxwriter

    from tracker.reports.plain_worksheet import PlainWorksheet

    whole = io.BytesIO()
    book = xlsxwriter.Workbook(
        whole,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_format_properties": {"font_name": FONT, "font_size": SIZE},
        },
    )
    looks = Looks(book)
    by_name = {sheet.name: sheet for sheet in plan.sheets}
    names = plan.sheet_names
    for done, name in enumerate(names):
        if progress:
            progress(done, len(names) + 1)
        worksheet = book.add_worksheet(name, PlainWorksheet)
        if name in by_name:
            _write_sheet(worksheet, by_name[name], looks)
        else:
            _write_charts(book, worksheet, plan.charts, looks)
    book.set_properties(
        {
            "title": plan.title,
            "subject": plan.subject,
            "author": AUTHOR,
            "company": "",
            "comments": "A return: its figures come from one office's records.",
            "created": plan.created.replace(tzinfo=None),
        }
    )
    if progress:
        progress(len(names), len(names) + 1)
    book.close()
    return whole.getvalue()


def _write_sheet(worksheet: Any, sheet: Sheet, looks: Looks) -> None:
    cells = Cells(worksheet, looks)
    _write_top(worksheet, cells, sheet.title, sheet.about)
    for place, column in enumerate(sheet.columns):
        worksheet.set_column(place, place, column.width)
    worksheet.set_row(HEADING_ROW - 1, row_height([column.heading for column in sheet.columns], sheet.columns) + 6)
    _write_rows(worksheet, cells, sheet)
    _mark_up(worksheet, sheet, looks)
    _validate(worksheet, sheet)
    _set_page(worksheet, _pages_across(sheet.columns))
    worksheet.repeat_rows(HEADING_ROW - 1)
    if sheet.working:
        worksheet.freeze_panes(HEADING_ROW, 0)


def _write_top(worksheet: Any, cells: Cells, title: str, about: str) -> None:
    """The title, and in two lines what the sheet is about: they run over the cells to their right."""
    cells.label(0, 0, title, Part.TITLE)
    worksheet.set_row(0, 26)
    first, second = _two_lines(about)
    cells.label(1, 0, first, Part.ABOUT)
    if second:
        cells.label(2, 0, second, Part.ABOUT)


def _write_rows(worksheet: Any, cells: Cells, sheet: Sheet) -> None:
    columns = sheet.columns
    rows = sheet.rows or ((NOTHING, *(None,) * (len(columns) - 1)),)
    put, set_row, heights = cells.put, worksheet.set_row, RowHeights(columns)
    shown = [(place, column.look, column.fill_in) for place, column in enumerate(columns)]
    for number, row in enumerate(rows, start=FIRST_ROW - 1):
        set_row(number, heights.of(row))
        for (place, look, fill_in), cell in zip(shown, row, strict=True):
            put(number, place, cell, look, fill_in=fill_in)


def _mark_up(worksheet: Any, sheet: Sheet, looks: Looks) -> None:
    """Makes the cells a real table. Headings of numbers stand over their numbers."""
    worksheet.add_table(
        HEADING_ROW - 1,
        0,
        sheet.last_row - 1,
        len(sheet.columns) - 1,
        {
            "name": sheet.table_name,
            "autofilter": sheet.working,
            "style": None,
            "banded_rows": False,
            "description": sheet.title,
            "columns": [
                {
                    "header": column.heading,
                    "header_format": looks.heading(column.look, inner=place > 0),
                }
                for place, column in enumerate(sheet.columns)
            ],
        },
    )


def _validate(worksheet: Any, sheet: Sheet) -> None:
    """Lists, dates and lengths for what people fill in."""
    for place, column in enumerate(sheet.columns):
        if not column.fill_in:
            continue
        rule: dict[str, object] = {"validate": "length", "criteria": "<=", "value": 500}
        rule |= {"error_title": "Too long", "error_message": "Up to 500 characters fit here."}
        if column.choices:
            rule = {"validate": "list", "source": list(column.choices), "ignore_blank": True}
            rule |= {"error_title": "Choose from the list", "error_message": "Choose one of the words in the list."}
        elif column.look is Look.DAY:
            rule = {"validate": "date", "criteria": ">=", "value": datetime(2000, 1, 1), "ignore_blank": True}  # noqa: DTZ001
            rule |= {"error_title": "Not a date", "error_message": "Type a date such as 12 Jun 2008."}
        worksheet.data_validation(FIRST_ROW - 1, place, sheet.last_row - 1, place, rule)


def _write_charts(book: Any, worksheet: Any, charts: Sequence[Chart], looks: Looks) -> None:
    cells = Cells(worksheet, looks)
    behind = " and ".join(dict.fromkeys(series.sheet for chart in charts for series in chart.series))
    about = f"Each chart is described in words in its alternative text; its figures stand on the sheet {behind}."
    _write_top(worksheet, cells, "Charts", about)
    worksheet.set_column(0, 9, 13)
    step = HEIGHT // _PIXELS_A_ROW + 1
    for number, chart in enumerate(charts):
        draw(book, worksheet, chart, HEADING_ROW - 1 + number * step)
    _set_page(worksheet, 1)
    # A chart is never cut at a page's end.
    worksheet.set_h_pagebreaks(
        [HEADING_ROW - 1 + number * step for number in range(_CHARTS_A_PAGE, len(charts), _CHARTS_A_PAGE)]
    )


def _pages_across(columns: Sequence[Column]) -> int:
    """How many pages of A4 a row goes over, beside one another."""
    return -int(-sum(column.width for column in columns) // _A4_WIDTH)


def _set_page(worksheet: Any, across: int) -> None:
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(across, 0)
    # Pages that belong beside one another come one after the other.
    worksheet.print_across()
    worksheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.4)
    worksheet.hide_gridlines(2)


def _two_lines(about: str) -> tuple[str, str]:
    if len(about) <= _ABOUT_WIDTH:
        return about, ""
    middle = about.rfind(" ", 0, max(_ABOUT_WIDTH, len(about) // 2 + 8))
    return about[:middle], about[middle + 1 :]
