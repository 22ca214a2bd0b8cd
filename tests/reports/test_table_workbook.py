"""A table as a workbook: numbers are numbers, dates are dates, text stays text, and the first line says what it is."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from tracker.reports.plain_table import PlainColumn, PlainTable
from tracker.reports.table_workbook import table_bytes

MADE_AT = datetime(2008, 6, 30, 0, 0, tzinfo=UTC)
JUNE = date(2008, 6, 12)


def a_table(*columns: PlainColumn, **told: Any) -> PlainTable:
    rows = len(columns[0].values)
    usual = {"title": "Promises", "office": "Papakura office", "as_at": date(2008, 6, 30), "rows": rows, "total": rows}
    return PlainTable(columns=columns, **(usual | told))


def a_column(heading: str, *pairs: tuple[object, str], right: bool = False, hidden: bool = False) -> PlainColumn:
    return PlainColumn(heading, tuple(v for v, _ in pairs), tuple(t for _, t in pairs), right, hidden)


def opened(table: PlainTable) -> Any:
    return openpyxl.load_workbook(io.BytesIO(table_bytes(table, MADE_AT)))


def told(*columns: PlainColumn) -> list[list[Any]]:
    return [list(row) for row in opened(a_table(*columns)).active.iter_rows(4, values_only=True)]


def test_dates_are_dates_and_shown_as_people_write_them() -> None:
    cell = opened(a_table(a_column("Due", (JUNE, "12 Jun 2008")))).active["A5"]
    assert (cell.value, cell.number_format) == (datetime(2008, 6, 12), "d mmm yyyy")  # noqa: DTZ001


def test_what_stands_beside_a_date_has_a_column_of_its_own() -> None:
    rows = told(a_column("Due", (JUNE, "12 Jun 2008\nfirst 1 May 2008"), (None, "no date")))
    assert rows[0] == ["Due", "Due: note"]
    assert rows[1][1] == "first 1 May 2008"
    assert rows[2] == ["no date", None]


def test_a_moment_keeps_its_time_of_the_day() -> None:
    at = datetime(2008, 4, 8, 15, 45)  # noqa: DTZ001
    cell = opened(a_table(a_column("When", (at, "8 Apr 2008, 15:45")))).active["A5"]
    assert (cell.value, cell.number_format) == (at, "d mmm yyyy, hh:mm")


def test_a_day_with_its_weekday_and_time_is_still_a_date() -> None:
    rows = told(a_column("When", ((JUNE, "14:00"), "Thu 12 Jun 2008\n14:00 · moved")))
    assert rows[1] == [datetime(2008, 6, 12), "14:00 · moved"]  # noqa: DTZ001


@pytest.mark.parametrize(
    ("pairs", "headings", "cells"),
    [
        ([(1200, "1,200")], ["N"], [1200]),
        ([(2, "2 times"), (0, "never")], ["N (times)"], [2]),
        ([(Decimal("12.5"), "$12.50")], ["N"], [12.5]),
        ([(-3, "3 late")], ["N", "N: in words"], [-3, "3 late"]),
        ([(3, "3 left"), (-2, "2 late")], ["N", "N: in words"], [3, "3 left"]),
        (
            [(8, "8 agencies\n12 people"), (9, "9 agencies\n3 people")],
            ["N", "N: in words"],
            [8, "8 agencies, 12 people"],
        ),
    ],
    ids=["thousands", "counted", "money", "sign", "two units", "two lines"],
)
def test_numbers_are_numbers_and_lose_no_word(
    pairs: list[tuple[object, str]], headings: list[str], cells: list[object]
) -> None:
    rows = told(a_column("N", *pairs))
    assert rows[:2] == [headings, cells]


def test_a_figure_that_comes_as_text_is_a_number_where_figures_stand() -> None:
    assert told(a_column("Value", ("12 people", "12 people"), ("", ""), right=True))[1:] == [[12], [None]]
    assert told(a_column("Code", ("007", "007")))[1] == ["007"]


@pytest.mark.parametrize(
    ("value", "text"), [(2, "Functioning"), (0.8, "9 of 11"), (True, "Yes"), ((1, 2), "2 open"), (5, "1.2 MB")]
)
def test_what_is_only_sorted_by_a_number_stays_as_it_is_written(value: object, text: str) -> None:
    assert told(a_column("Stage", (value, text)))[1] == [text]


@pytest.mark.parametrize("text", ["=1+1", "+64 9 123", "@home", "https://x.nz", "Māngere\nŌtara"])
def test_text_stays_text_whatever_it_begins_with(text: str) -> None:
    cell = opened(a_table(a_column("What", (text, text)))).active["A5"]
    assert (cell.data_type, cell.value) == ("s", text)


def test_the_first_line_says_what_it_is_the_filter_the_office_and_the_day() -> None:
    table = a_table(a_column("Due", (JUNE, "12 Jun 2008"), hidden=True), filtered="pol", total=9, stays=2)
    sheet = opened(table).active
    assert sheet["A1"].value == "Promises, filtered by “pol”: Papakura office, 30 Jun 2008"
    assert sheet["A2"].value == (
        "1 of 9 rows, 1 column. 2 restricted entries stay in the office. No room on the screen, and here: Due. "
        "In confidence: for the members and their home agencies."
    )


def test_the_headings_stay_in_view_and_on_every_page_across() -> None:
    sheet = opened(a_table(a_column("What", ("One", "One")))).active
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.auto_filter.ref) == ("A5", "$4:$4", "A4:A5")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet["A4"].font.bold


def test_the_file_names_the_office() -> None:
    properties = opened(a_table(a_column("What", ("One", "One")))).properties
    assert (properties.creator, properties.title) == ("Papakura office", "Promises")


def test_rows_name_the_part_they_stand_in() -> None:
    table = a_table(a_column("What", ("One", "One"), ("Two", "Two")), parts=("Overdue", "Later"))
    assert [row[:2] for row in opened(table).active.iter_rows(4, values_only=True)] == [
        ("Part", "What"),
        ("Overdue", "One"),
        ("Later", "Two"),
    ]


@pytest.mark.parametrize("title", ["History", "A/B: [c]*?", "'" * 40, "x" * 300, ""])
def test_any_title_can_name_the_sheet(title: str) -> None:
    assert opened(a_table(a_column("What", ("One", "One")), title=title)).active["A5"].value == "One"


def test_a_text_beyond_a_cell_goes_on_in_the_next_row() -> None:
    text = "a plan " * 10_000
    first, second, third = (row[1] for row in told(a_column("N", (1, "1")), a_column("What", (text, text)))[1:])
    assert len(first + second + third) == len(text)
