"""LibreOffice works out the same figures as we do, and saving by it keeps the checksum. Needs LibreOffice."""

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from tests.builders import a_result
from tests.reports.conftest import Maker
from tracker.models.records.result import CountBasis
from tracker.reports.checksum import saved_checksum

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
    pytest.mark.timeout(180),
]
# Works formulas out on loading, whatever values are stored.
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def saved_again(path: Path, folder: Path) -> Path:
    """The workbook as LibreOffice saves it after working out every formula."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
    (folder / "again").mkdir()
    command = [str(SOFFICE), "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "xlsx"]
    subprocess.run(
        [*command, "--outdir", str(folder / "again"), str(path)], check=True, capture_output=True, timeout=150
    )
    return folder / "again" / path.name


def test_libreoffice_agrees_with_every_figure_and_keeps_the_checksum(small_group: Maker, tmp_path: Path) -> None:
    # Signs that a search takes for any letters, and a capital: the same to a spreadsheet, or not.
    for unit in ("m?", "mx", "a~*", "ab", "hours", "Hours"):
        small_group.keep(a_result(small_group.group, 30, unit=unit, count_basis=CountBasis.EVENTS))
    written = small_group.write()
    again = saved_again(written.path, tmp_path)
    formulas = openpyxl.load_workbook(written.path, read_only=True)
    ours = openpyxl.load_workbook(written.path, read_only=True, data_only=True)
    theirs = openpyxl.load_workbook(again, read_only=True, data_only=True)
    compared = 0
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in (cell for cell in row if cell.data_type == "f"):
                mine, other = (book[sheet.title][cell.coordinate].value or 0 for book in (ours, theirs))
                assert other == (pytest.approx(mine) if isinstance(mine, float) else mine), (sheet.title, cell.value)
                compared += 1
    assert compared > 50
    assert saved_checksum(again) == (written.prepared.checksum, written.prepared.checksum)
