"""Every sheet keeps to the rules for workbooks that everybody can read."""

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.reports.agency_office import written
from tests.reports.conftest import Maker
from tests.reports.region_office import with_second_group
from tests.reports.region_office import written as region_return

FRONT = ["Cover", "Contents", "Notes", "Checks", "Sign_off"]
OWN = ["Summary", "Results", "Mappings", "Share_check", "Contributions", "Outcomes", "Evidence", "Members"]
STORY = ["Life_cycle", "Commitments", "Learning", "Charts", "Chart_data", "Metadata"]


AGENCY = ["Lines", "Results_by_line", "Agency_totals", "Measures", "No_line", "Scope_query", "Charts", "Metadata"]
REGION = ["Portfolio", "Region_totals", "Agency_presence", "Outcomes", "Barriers", "Learning", "Results", "Claims"]
# A row of these goes over so many pages beside one another.
ACROSS = {"Results": (2,), "Mappings": (2,), "Lines": (2,), "Results_by_line": (3,)}


@pytest.fixture
def group_path(small_group: Maker) -> Path:
    return small_group.write().path


@pytest.fixture
def agency_path(small_group: Maker) -> Path:
    return written(small_group).path


@pytest.fixture
def region_path(small_group: Maker) -> Path:
    with_second_group(small_group)
    return region_return(small_group).path


@pytest.fixture(params=["group_path", "agency_path", "region_path"])
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


def test_the_sheets_of_a_group_return_are_there_in_their_order(group_path: Path) -> None:
    assert openpyxl.load_workbook(group_path, read_only=True).sheetnames == FRONT + OWN + STORY


def test_the_sheets_of_an_agency_return_are_there_in_their_order(agency_path: Path) -> None:
    assert openpyxl.load_workbook(agency_path, read_only=True).sheetnames == FRONT + AGENCY


def test_the_sheets_of_a_regional_return_are_there_in_their_order(region_path: Path) -> None:
    sheets = openpyxl.load_workbook(region_path, read_only=True).sheetnames
    assert sheets == [*FRONT, *REGION, "Charts", "Chart_data", "Metadata"]


def test_the_charts_of_a_regional_return_are_described_in_words(region_path: Path) -> None:
    with zipfile.ZipFile(region_path) as parts:
        words = re.findall(r'descr="([^"]+)"', parts.read("xl/drawings/drawing1.xml").decode())
        bars = parts.read("xl/charts/chart1.xml").decode()
    assert words[0].endswith("in the period: Attendance Circle 3, Case Management, Papakura 4.")
    assert words[1].startswith("Lines of Half days attended (Case Management, Papakura), in percent.")
    assert "Portfolio!$J$5:$J$6" in bars


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
        assert sheet.page_setup.fitToWidth in ACROSS.get(sheet.title, (None, 1)), sheet.title
        assert sheet.oddHeader.center.text is None
    first = openpyxl.load_workbook(path).worksheets[0]
    assert first.sheet_view.tabSelected
    assert first.sheet_view.selection[0].activeCell in (None, "A1")


def test_headings_of_numbers_stand_over_their_numbers(group_path: Path) -> None:
    sheet = openpyxl.load_workbook(group_path)["Summary"]
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


def test_the_file_names_no_user_and_has_its_properties(group_path: Path) -> None:
    properties = openpyxl.load_workbook(group_path).properties
    assert properties.title == "Partnership Tracker: Group return, Case Management, Papakura, 2007/08-Q4"
    assert (properties.creator, properties.lastModifiedBy) == ("Partnership Tracker", "Partnership Tracker")
    assert properties.created.isoformat() == "2008-07-01T09:30:00"


def test_the_bars_of_an_agency_return_are_stacked_and_described_in_words(agency_path: Path) -> None:
    with zipfile.ZipFile(agency_path) as parts:
        drawing = parts.read("xl/drawings/drawing1.xml").decode()
        bars = parts.read("xl/charts/chart1.xml").decode()
    assert re.findall(r'descr="([^"]+)"', drawing) == [
        "A bar for each unit, of the results in which the agency led and of those it supported: people 0 lead, "
        "1 supporting."
    ]
    assert '<c:grouping val="stacked"/>' in bars
    assert "Agency_totals!$F$5:$F$5" in bars


def test_each_chart_is_native_and_described_in_words(group_path: Path) -> None:
    with zipfile.ZipFile(group_path) as parts:
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
