"""The national workbook: its sheets, and its figures as another program works them out."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from tests.reports.collation.conftest import SOUND, HeadOffice, SampleReturns
from tests.reports.test_recalculation import SOFFICE, saved_again
from tracker.reports.checksum import saved_checksum
from tracker.reports.collation.collating import Collation

SHEETS = [
    *("Cover", "Contents", "Notes", "Checks", "Sign_off", "Returns_register", "Missing", "Totals_once", "Agency_view"),
    *("Line_view", "Outcome_view", "Overlap", "Conflicts", "Raw_results", "Raw_mappings", "Charts", "Chart_data"),
    "Metadata",
]


@pytest.fixture
def collated(head_office: HeadOffice, returns: SampleReturns) -> Collation:
    agencies = [returns.agency(code) for code in ("EDU", "POL", "CUS")]
    return head_office.collate(*(returns.group(code) for code in SOUND), returns.group("MTJ"), *agencies)


def test_the_sheets_are_there_in_their_order(collated: Collation) -> None:
    assert openpyxl.load_workbook(collated.out, read_only=True).sheetnames == SHEETS


def test_each_sheet_has_one_native_table_and_working_sheets_have_filters(collated: Collation) -> None:
    for sheet in openpyxl.load_workbook(collated.out).worksheets:
        if sheet.title == "Charts":
            continue
        (table,) = sheet.tables.values()
        assert table.ref.startswith("A4:")
        assert not sheet.merged_cells.ranges
        works = sheet.title in SHEETS[5:-1]
        assert (table.autoFilter is not None, sheet.freeze_panes) == (works, "A5" if works else None), sheet.title


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.timeout(180)
def test_libreoffice_works_out_the_same_figures_and_keeps_the_checksum(collated: Collation, tmp_path: Path) -> None:
    again = saved_again(collated.out, tmp_path)
    formulas = openpyxl.load_workbook(collated.out)
    ours = openpyxl.load_workbook(collated.out, data_only=True)
    theirs = openpyxl.load_workbook(again, data_only=True, read_only=True)
    compared = 0
    for sheet in formulas.worksheets:
        values = list(theirs[sheet.title].iter_rows(values_only=True))
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            mine = ours[sheet.title][cell.coordinate].value or 0
            other = values[cell.row - 1][cell.column - 1] or 0
            assert other == (pytest.approx(mine) if isinstance(mine, float) else mine), (sheet.title, cell.coordinate)
            compared += 1
    assert compared > 500
    assert saved_checksum(again) == (collated.checksum, collated.checksum)


def test_calamine_and_openpyxl_read_the_same_cells(collated: Collation) -> None:
    book = openpyxl.load_workbook(collated.out, data_only=True)
    with CalamineWorkbook.from_path(collated.out) as other:
        for name in SHEETS:
            rows = other.get_sheet_by_name(name).to_python(skip_empty_area=False)
            mine = [[told(cell) for cell in row] for row in book[name].iter_rows(values_only=True)]
            assert mine == [[told(cell) for cell in row] for row in rows], name


def told(cell: Any) -> str:
    if hasattr(cell, "isoformat"):
        return str(cell.isoformat()[:16]).removesuffix("T00:00")
    return f"{cell:.9g}" if isinstance(cell, (int, float)) else str(cell or "")


def test_no_text_of_a_return_becomes_a_formula(head_office: HeadOffice, returns: SampleReturns) -> None:
    def change(book: Any) -> None:
        book["Results"]["C5"].value, book["Results"]["C5"].data_type = "=1+1", "s"
        book["Mappings"]["N5"].value, book["Mappings"]["N5"].data_type = "@SUM(A1)", "s"
        book["Outcomes"]["B5"].value = '" & 1 & "'

    bad = head_office.changed(returns.group("ICM"), "bad.xlsx", change, sealed=True)
    done = head_office.collate(bad)
    assert done.refused == ()
    cells = [cell for row in openpyxl.load_workbook(done.out)["Raw_results"].iter_rows(5) for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=1+1"] == ["s"]
