"""LibreOffice works out the same figures as we do, and saving by it keeps the checksum. Needs LibreOffice."""

import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from tests.builders import a_framework, a_line, a_mapping, a_result, an_id
from tests.reports.agency_office import written as agency_return
from tests.reports.conftest import Maker
from tests.reports.region_office import with_second_group
from tests.reports.region_office import written as region_return
from tracker.models.records import Agency
from tracker.models.records.accountability import MappingType
from tracker.models.records.result import Aggregation, CountBasis, ResultLevel
from tracker.reports.checksum import saved_checksum
from tracker.reports.returning import WrittenReturn

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
    hold_against_libreoffice(small_group.write(), tmp_path, at_least=50)


def test_libreoffice_agrees_with_an_agency_return(small_group: Maker, tmp_path: Path) -> None:
    agency = next(each for each in small_group.records if isinstance(each, Agency) and each.code == "MSD")
    framework = a_framework()
    # Signs that a search takes for any letters: two of these keys are not the same, and two are.
    lines = [a_line(framework, key, line_key=key) for key in ("Line|~*?|2008", "Line|~*ab|2008", "Line|A")]
    small_group.keep(framework, *lines)
    for place, unit in enumerate(("m?", "mx", "a~*", "ab", "hours", "Hours")):
        shared = {"unit": unit, "count_basis": CountBasis.EVENTS}
        summed, small = a_result(small_group.group, 30, **shared), a_result(small_group.group, 3, name="Few")
        latest = a_result(small_group.group, place, aggregation=Aggregation.LATEST, **shared)
        parts = {"numerator": Decimal(1), "denominator": Decimal(3)}
        ratio = a_result(small_group.group, aggregation=Aggregation.RATIO, **shared, **parts)
        story = a_result(small_group.group, name="A story")
        for result in (summed, small, latest, ratio, story):
            small_group.keep(result, a_mapping(result, agency, 3333, line_id=lines[place % 3].id))
            small_group.keep(a_mapping(result, agency, 1111, line_id=lines[(place + 1) % 3].id, type=MappingType.LEAD))
    small_group.keep(a_mapping(a_result(small_group.group, 7), agency))
    hold_against_libreoffice(agency_return(small_group, "MSD"), tmp_path, at_least=300)


def test_libreoffice_agrees_with_a_regional_return(small_group: Maker, tmp_path: Path) -> None:
    group = with_second_group(small_group)
    agencies = [each for each in small_group.records if isinstance(each, Agency)]
    small_group.keep(replace(agencies[0], id=an_id(), name="~*? Trust", code="X"))
    levels = (ResultLevel.OUTPUT, ResultLevel.CLIENT_RESULT)
    for place, unit in enumerate(("m?", "mx", "a~*", "ab", "hours", "Hours", "people")):
        shared = {"unit": unit, "count_basis": CountBasis.EVENTS, "level": levels[place % 2]}
        few, latest = (a_result(group, value, **shared | how) for value, how in _ways(place))
        parts = {"numerator": Decimal(1), "denominator": Decimal(3)}
        ratio = a_result(group, aggregation=Aggregation.RATIO, **shared, **parts)
        for result in (few, latest, ratio, a_result(group, 30, **shared)):
            small_group.keep(result, *(a_mapping(result, agency) for agency in agencies[: place % 4]))
    hold_against_libreoffice(region_return(small_group), tmp_path, at_least=150)


def _ways(place: int) -> tuple[tuple[int, dict[str, object]], ...]:
    """A count that is small where people are counted, and a number of which the latest counts."""
    return (3, {}), (place, {"aggregation": Aggregation.LATEST})


def hold_against_libreoffice(written: WrittenReturn, folder: Path, at_least: int) -> None:
    """Every formula comes to the value that we stored, and what was recorded keeps its checksum."""
    again = saved_again(written.path, folder)
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
    assert compared > at_least
    assert saved_checksum(again) == (written.prepared.checksum, written.prepared.checksum)
