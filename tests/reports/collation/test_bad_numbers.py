"""Numbers that no program writes, in cells where numbers stand, never stop a collation."""

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.reports.collation.conftest import HeadOffice, SampleReturns


@pytest.mark.parametrize("number", ["1e999", "-1e999", "NaN", "1e30", "twelve"])
@pytest.mark.parametrize(("code", "sheet"), [("R1", "Results"), ("R2", "Lines"), ("R2", "Results_by_line")])
def test_numbers_that_are_none_stop_nothing(
    code: str, sheet: str, number: str, head_office: HeadOffice, returns: SampleReturns
) -> None:
    path = returns.group("ICM") if code == "R1" else returns.agency("EDU")
    bad = with_number(path, head_office.folder / "bad.xlsx", sheet, number)
    done = head_office.collate(bad, returns.group("AUT"))
    assert len(done.entries) == 2
    assert len(done.figures.results) > 3


def with_number(path: Path, bad: Path, sheet: str, number: str) -> Path:
    """The workbook with another number in each cell of a sheet's first rows that has one."""
    place = openpyxl.load_workbook(path, read_only=True).sheetnames.index(sheet) + 1
    with zipfile.ZipFile(path) as parts, zipfile.ZipFile(bad, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in parts.namelist():
            text = parts.read(name)
            if name == f"xl/worksheets/sheet{place}.xml":
                text = re.sub(rb'(<c r="[A-Z]+[5-9]" s="\d+">)<v>[^<]+', rb"\1<v>" + number.encode(), text)
            copy.writestr(name, text)
    return bad
