"""Every sheet keeps to the rules for workbooks that everybody can read."""

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.reports.conftest import Maker

FRONT = ["Cover", "Contents", "Notes", "Checks", "Sign_off"]
OWN = ["Summary", "Results", "Mappings", "Share_check", "Contributions", "Outcomes", "Evidence", "Members"]
STORY = ["Life_cycle", "Commitments", "Learning", "Charts", "Chart_data", "Metadata"]


@pytest.fixture
def path(small_group: Maker) -> Path:
    return small_group.write().path


def test_the_sheets_are_there_in_their_order(path: Path) -> None:
    assert openpyxl.load_workbook(path, read_only=True).sheetnames == FRONT + OWN + STORY


def test_no_sheet_has_merged_cells_hidden_rows_filters_or_frozen_panes(path: Path) -> None:
    for sheet in openpyxl.load_workbook(path).worksheets:
        assert not sheet.merged_cells.ranges, sheet.title
        assert sheet.freeze_panes is None, sheet.title
        assert sheet.auto_filter.ref is None, sheet.title
        assert not any(row.hidden for row in sheet.row_dimensions.values()), sheet.title
        assert not any(column.hidden for column in sheet.column_dimensions.values()), sheet.title
        assert all(table.autoFilter is None for table in sheet.tables.values()), sheet.title


def test_each_sheet_has_one_table_with_one_heading_row_and_no_blank_rows(path: Path) -> None:
    for sheet in openpyxl.load_workbook(path).worksheets:
        if sheet.title == "Charts":
            continue
        (table,) = sheet.tables.values()
        assert table.ref.startswith("A4:"), sheet.title
        headings, *rows = sheet[table.ref]
        assert all(cell.value and "_" not in cell.value for cell in headings), sheet.title
        assert all(any(cell.value is not None for cell in row) for row in rows), sheet.title
        assert sheet.max_row == rows[-1][0].row, sheet.title


def test_each_sheet_begins_with_its_title_and_prints_on_a4(path: Path) -> None:
    for sheet in openpyxl.load_workbook(path).worksheets:
        assert sheet["A1"].value
        assert sheet["A1"].font.size == 16
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0), sheet.title
        assert int(sheet.page_setup.paperSize) == int(sheet.PAPERSIZE_A4), sheet.title
        assert sheet.page_setup.fitToWidth in ((2,) if sheet.title in ("Results", "Mappings") else (None, 1))
        assert sheet.oddHeader.center.text is None
    first = openpyxl.load_workbook(path).worksheets[0]
    assert first.sheet_view.tabSelected
    assert first.sheet_view.selection[0].activeCell in (None, "A1")


def test_headings_of_numbers_stand_over_their_numbers(path: Path) -> None:
    sheet = openpyxl.load_workbook(path)["Summary"]
    assert [sheet[f"{letter}4"].alignment.horizontal for letter in "ABCD"] == ["left", "right", "right", "right"]
    assert sheet["C4"].value == "Counted once"


def test_text_wraps_in_a_plain_font_of_ten_points_without_fill(path: Path) -> None:
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows(5):
            for cell in (cell for cell in row if isinstance(cell.value, str) and not cell.hyperlink):
                assert cell.font.name == "Arial"
                assert cell.font.size >= 10
                assert cell.alignment.wrap_text or cell.data_type == "f", (sheet.title, cell.coordinate)
                assert cell.fill.fill_type is None


def test_contents_lead_to_every_other_sheet(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    links = [row[3].hyperlink.location for row in book["Contents"].iter_rows(5)]
    assert links == [f"'{name}'!A1" for name in book.sheetnames if name != "Contents"]


def test_the_file_names_no_user_and_has_its_properties(path: Path) -> None:
    properties = openpyxl.load_workbook(path).properties
    assert properties.title == "Partnership Tracker: Group return, Case Management, Papakura, 2007/08-Q4"
    assert (properties.creator, properties.lastModifiedBy) == ("Partnership Tracker", "Partnership Tracker")
    assert properties.created.isoformat() == "2008-07-01T09:30:00"


def test_each_chart_is_native_and_described_in_words(path: Path) -> None:
    with zipfile.ZipFile(path) as parts:
        drawing = parts.read("xl/drawings/drawing1.xml").decode()
        charts = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
        steps = parts.read("xl/charts/chart1.xml").decode()
    words = re.findall(r'descr="([^"]+)"', drawing)
    assert len(words) == len(charts) == 3
    assert "1 Feb 2008 Crossover" in words[0]
    assert "scatterChart" in steps
    assert all(f"<a:t>{lane}</a:t>" in steps for lane in ("Failing", "Forming", "Crossover", "Flying"))


def test_people_fill_in_from_lists_and_dates(path: Path) -> None:
    rules = openpyxl.load_workbook(path)["Sign_off"].data_validations.dataValidation
    assert {(rule.type, str(rule.sqref)) for rule in rules} >= {("list", "G5:G9"), ("date", "E5:E9")}
