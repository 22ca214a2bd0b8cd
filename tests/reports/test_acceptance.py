"""What returns must come to, each asked of the commands and the office as a person would."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.builders import a_framework, a_group, a_line, a_mapping, a_member, a_result, an_agency
from tests.reports.collation.conftest import cell_of, column_of, sheet_of
from tests.reports.commands_given import YEAR, Commands
from tests.reports.test_recalculation import SOFFICE, saved_again
from tests.reports.test_treasury_lines import look_alike
from tracker.models.figures.apportioning import equal_split
from tracker.models.mistake import Mistake
from tracker.models.records import Group, Mapping, Record
from tracker.models.records.accountability import GroupType, MappingState
from tracker.models.records.result import CountBasis
from tracker.reports.checksum import saved_checksum
from tracker.store.office import Office
from tracker.store.setting import Setting

PAPAKURA = {"EDU": "Ministry of Education", "CYF": "Child, Youth and Family", "WINZ": "Work and Income"}
PAPAKURA |= {"POL": "New Zealand Police", "HNZ": "Housing New Zealand Corporation"}


@pytest.fixture
def of_sample(sample_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(sample_path, capsys)


@pytest.fixture
def small(tmp_path: Path, office: Office, capsys: pytest.CaptureFixture[str]) -> Callable[..., Commands]:
    """A group of the code ICM with what a test gives it, in an office that is closed again."""

    def keep(*records: Record) -> Commands:
        with office.step("begin"):
            office.save(*records)
        office.close()
        return Commands(tmp_path / "office.tracker", capsys)

    return keep


def row_of(path: Path, sheet: str, title: str, heading: str = "Title") -> dict[str, Any]:
    """The row of a sheet whose title begins so."""
    (row,) = [row for row in sheet_of(path, sheet) if str(row[heading]).startswith(title)]
    return row


def shared(path: Path, title: str) -> list[Any]:
    """Agencies claiming, naive sum, counted once, share total, unallocated and overlap factor of one result."""
    row = row_of(path, "Share_check", title)
    headings = ("Agencies claiming", "Naive sum", "Counted once", "Share total", "Unallocated", "Overlap factor")
    return [None if row[heading] == "" else row[heading] for heading in headings]


def test_t1_eight_agencies_in_one_office_are_32_added_up_4_counted_once_and_overlap_8_times(
    of_sample: Commands,
) -> None:
    path = of_sample.returned("group", "GUEDO")
    assert shared(path, "Agencies sharing the Auckland office") == [8, 32, 4, 0, None, 8.0]
    of_sample.collated()
    row = row_of(of_sample.national, "Overlap", "Agencies sharing the Auckland office")
    assert (row["Naive sum"], row["Counted once"], row["Overlap factor"]) == (32, 4, 8.0)


def test_t1_one_maritime_picture_is_3_added_up_1_counted_once_and_a_tenth_unallocated(of_sample: Commands) -> None:
    path = of_sample.returned("group", "NMCC")
    assert shared(path, "One whole-of-government maritime picture") == [3, 3, 1, 0.9, 0.1, 3.0]
    (total,) = [each for each in of_sample.collated()["totals"] if each["unit"] == "system"]
    assert (total["contributed_sum"], total["counted_once"], total["unallocated"]) == (3, 1, 0.1)


def test_t1_twelve_tamariki_are_60_added_up_12_counted_once_and_nothing_unallocated(of_sample: Commands) -> None:
    path = of_sample.returned("group", "ICM")
    assert shared(path, "Tamariki back at school") == [5, 60, 12, 1, 0, 5.0]
    of_sample.collated()
    row = row_of(of_sample.national, "Raw_results", "Tamariki back at school")
    assert (row["Naive sum"], row["Counted as"], row["Unallocated"], row["Apportioned"]) == (60, 12, 0, 12)


def test_t1_the_twelve_are_apportioned_in_every_return_alike(of_sample: Commands) -> None:
    group = of_sample.returned("group", "ICM")
    of_sample.collated(group)
    identity = row_of(group, "Results", "Tamariki back at school")["Result id"]
    told = {}
    for code, name in PAPAKURA.items():
        rows = sheet_of(of_sample.returned("agency", code), "Results_by_line")
        claims = sheet_of(group, "Mappings"), sheet_of(of_sample.national, "Raw_mappings")
        own = [row for row in rows if row["Result id"] == identity]
        same = [[row for row in each if (row["Result id"], row["Agency"]) == (identity, name)] for each in claims]
        told[code] = [[row["Apportioned"] or None for row in each] for each in (own, *same)]
    parts: dict[str, list[float | None]] = {"EDU": [6.0], "CYF": [2.4], "WINZ": [1.8, 0.6], "POL": [1.2], "HNZ": [None]}
    assert told == {code: [part] * 3 for code, part in parts.items()}
    assert [sum(part) for part in told["WINZ"]] == [pytest.approx(2.4)] * 3


def test_t2_a_share_of_10001_is_refused_at_entry_and_at_import(office: Office, of_sample: Commands) -> None:
    group, agency = a_group(), an_agency()
    result = a_result(group, 12)
    with pytest.raises(Mistake, match="cannot be above"), office.step("map"):
        office.save(group, agency, result, a_mapping(result, agency, 10_001))
    path = of_sample.returned("group", "ICM")
    sealed(path, "Mappings", "Share", 1.0001)
    (file,) = of_sample.collated()["files"]
    assert file["verdict"] == "rejected"
    assert "100.0100%" in file["reason"]


def test_t2_shares_that_come_to_10001_stand_as_a_draft_and_stop_sign_off(small: Callable[..., Commands]) -> None:
    group, one, two = a_group(), an_agency("EDU"), an_agency("POL")
    result = a_result(group, 12)
    draft = {"state": MappingState.AGENCY_AGREED}
    claims = [a_mapping(result, one, 5000, **draft), a_mapping(result, two, 5001, **draft)]
    commands = small(group, one, two, a_member(group, one), a_member(group, two), result, *claims)
    path = commands.inbox / "signed.xlsx"
    words = ("return", commands.office, "group", "--group", "ICM", *YEAR, "--out", path)
    status, _, said = commands.run(*words, "--state", "certified")
    assert (status, path.exists()) == (1, False)
    assert "error" in said
    assert commands.run(*words)[0] == 0
    assert row_of(path, "Share_check", result.name)["Check"] == "ERROR: over 100%"
    assert commands.collated()["files"][0]["verdict"] == "rejected"


def test_t3_eighteen_equal_shares_are_the_whole_to_the_last_hundredth(small: Callable[..., Commands]) -> None:
    group = a_group()
    agencies = [an_agency(f"A{number}") for number in range(18)]
    result = a_result(group, 12)
    shares = equal_split(18)
    claims = [a_mapping(result, agency, share) for agency, share in zip(agencies, shares, strict=True)]
    commands = small(group, *agencies, result, *claims)
    path = commands.returned("group", "ICM")
    assert (sum(shares), shared(path, result.name)[3:5]) == (10_000, [1, 0])
    apportioned = [Decimal(str(row["Apportioned"])) for row in sheet_of(path, "Mappings")]
    assert sum(apportioned) == 12


def test_t4_a_file_of_treasurys_size_brings_its_lines_parents_and_total(
    small: Callable[..., Commands], tmp_path: Path
) -> None:
    source = tmp_path / "treasury.csv"
    source.write_text(look_alike(), encoding="utf-8")
    commands = small(a_group())
    whole = json.loads(commands.run("lines", "import", commands.office, source, "--dry-run", "--json")[1])
    assert (whole["lines"], whole["bad_rows"]) == (6288, [])
    words = ("lines", "import", commands.office, source, "--year", "2020", "--json")
    year = json.loads(commands.run(*words)[1])
    assert (year["lines"], year["parents"], year["total_000"]) == (1089, 107, 110_785_615)
    assert json.loads(commands.run(*words)[1])["counts"] == {"new": 0, "changed": 0, "same": 1089 + 107}


def test_t5_the_same_return_twice_and_an_agencys_return_beside_it_change_no_total(of_sample: Commands) -> None:
    one = of_sample.returned("group", "ICM")
    alone = of_sample.collated(one)
    (of_sample.inbox / "again.xlsx").write_bytes(one.read_bytes())
    of_sample.returned("agency", "EDU")
    assert of_sample.collated()["totals"] == alone["totals"]
    assert {each["verdict"] for each in of_sample.collated()["files"]} == {"queried", "repeated", "accepted"}


def test_t6_revision_2_replaces_revision_1_which_is_refused_after_it(of_sample: Commands) -> None:
    first, second = (of_sample.returned("group", "CBT", name) for name in ("rev01.xlsx", "rev02.xlsx"))
    told = {each["file"]: each["verdict"] for each in of_sample.collated()["files"]}
    assert told == {"rev01.xlsx": "replaced", "rev02.xlsx": "accepted"}
    of_sample.national = of_sample.national.with_name("other.xlsx")
    assert of_sample.collated(second)["files"][0]["verdict"] == "queried"
    (late,) = of_sample.collated(first)["files"]
    assert late["verdict"] == "rejected"
    assert "came after revision 2" in late["reason"]


def test_t7_one_changed_cell_fails_the_checksum(of_sample: Commands) -> None:
    path = of_sample.returned("group", "ICM")
    changed(path, "Results", "Value", 99)
    (file,) = of_sample.collated()["files"]
    assert (file["verdict"], file["checksum_ok"]) == ("rejected", False)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.timeout(180)
def test_t7_saving_by_libreoffice_keeps_the_checksum(of_sample: Commands, tmp_path: Path) -> None:
    again = saved_again(of_sample.returned("group", "ICM"), tmp_path)
    (file,) = of_sample.collated(again)["files"]
    assert (file["verdict"], file["checksum_ok"]) == ("queried", True)


def test_t8_a_result_on_a_whole_and_on_its_category_is_refused(small: Callable[..., Commands]) -> None:
    group, agency, framework = a_group(), an_agency(), a_framework()
    whole = a_line(framework, "11764", group_type=GroupType.PARENT)
    part = a_line(framework, "11768", group_type=GroupType.MCA, parent_code="11764", parent_line_id=whole.id)
    result = a_result(group, 12)
    claims = [a_mapping(result, agency, line_id=line.id) for line in (whole, part)]
    commands = small(group, agency, a_member(group, agency), framework, whole, part, result, *claims)
    path = commands.inbox / "r1.xlsx"
    words = ("return", commands.office, "group", "--group", "ICM", *YEAR, "--out", path)
    assert commands.run(*words, "--state", "certified")[0] == 1
    assert "keep one" in commands.run(*words)[2]
    assert commands.collated()["files"][0]["verdict"] == "rejected"


def test_t9_an_agency_with_two_lines_contributes_once(of_sample: Commands) -> None:
    group, agency = of_sample.returned("group", "ICM"), of_sample.returned("agency", "WINZ")
    of_sample.collated()
    identity = row_of(group, "Results", "Tamariki back at school")["Result id"]
    for path, sheet in ((group, "Mappings"), (agency, "Results_by_line"), (of_sample.national, "Raw_mappings")):
        rows = [row for row in sheet_of(path, sheet) if row["Result id"] == identity]
        rows = [row for row in rows if row.get("Agency", "Work and Income") == "Work and Income"]
        assert [row["First for agency (0/1)"] for row in rows] == [1, 0], sheet


def test_t10_a_count_of_3_whanau_is_in_no_return(small: Callable[..., Commands]) -> None:
    group, agency = a_group(), an_agency()
    result = a_result(group, 3, unit="whānau", count_basis=CountBasis.WHANAU, name="Homes made warm")
    claim = a_mapping(result, agency, 5000)
    commands = small(group, agency, a_member(group, agency), result, claim)
    paths = [commands.returned("group", "ICM"), commands.returned("agency", "EDU"), commands.returned("region")]
    # Two files, so that nothing but the count can be 3.
    commands.collated(*paths[:2])
    for path in (*paths, commands.national):
        cells = [
            cell.value
            for sheet in openpyxl.load_workbook(path, data_only=True)
            if sheet.title not in ("Contents", "Metadata", "Returns_register", "Charts")
            for row in sheet.iter_rows(5)
            for cell in row
        ]
        assert not {3, 1.5} & {cell for cell in cells if isinstance(cell, (int, float))}, path.name
        assert "fewer than 6" in cells or "withheld" in cells, path.name


def test_t11_no_sheet_of_any_return_has_what_some_readers_cannot_use(of_sample: Commands) -> None:
    paths = [of_sample.returned("group", "ICM"), of_sample.returned("agency", "EDU"), of_sample.returned("region")]
    of_sample.collated()
    for path in (*paths, of_sample.national):
        for sheet in openpyxl.load_workbook(path):
            assert not sheet.merged_cells.ranges, (path.name, sheet.title)
            assert not any(row.hidden for row in sheet.row_dimensions.values()), (path.name, sheet.title)
            if sheet.title != "Charts":
                rows = list(sheet.iter_rows(4, values_only=True))
                assert all(any(cell is not None for cell in row) for row in rows), (path.name, sheet.title)
            if path != of_sample.national:
                assert sheet.freeze_panes is None, (path.name, sheet.title)
                assert not any(table.autoFilter for table in sheet.tables.values()), (path.name, sheet.title)


def test_t12_text_that_begins_like_a_formula_is_text_in_every_return(small: Callable[..., Commands]) -> None:
    group = a_group(name="=1+1", theme="@now", place="+2")
    agency = an_agency("EDU", name="-3", short_name="=4")
    framework = a_framework()
    line = a_line(framework, name="=5+5", vote="=6", scope="=7")
    result = a_result(group, 12, name="=8+8", unit="=9", narrative="+1")
    claim = a_mapping(result, agency, 5000, line_id=line.id, narrative="=HYPERLINK(1)", rival_explanation="@x")
    commands = small(group, agency, a_member(group, agency), framework, line, result, claim)
    paths = [commands.returned("group", "ICM"), commands.returned("agency", "EDU"), commands.returned("region")]
    commands.collated()
    for path in (*paths, commands.national):
        found = {
            (cell.value, cell.data_type)
            for sheet in openpyxl.load_workbook(path)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value in ("=1+1", "=8+8", "-3", "=HYPERLINK(1)", "=9")
        }
        assert {"=8+8"} <= {value for value, _ in found}, path.name
        assert {kind for _, kind in found} == {"s"}, path.name


def test_a_group_and_its_claims_are_as_they_were_after_every_return(of_sample: Commands, setting: Setting) -> None:
    before = Office.read(of_sample.office, setting)
    records = before.snapshot().of(Group), before.snapshot().of(Mapping)
    before.close()
    of_sample.returned("group", "ICM")
    of_sample.returned("agency", "EDU")
    of_sample.returned("region")
    after = Office.read(of_sample.office, setting)
    assert (after.snapshot().of(Group), after.snapshot().of(Mapping)) == records
    after.close()


def changed(path: Path, sheet: str, heading: str, value: object) -> None:
    """Somebody types over the first cell of a column."""
    book = openpyxl.load_workbook(path)
    book[sheet].cell(5, column_of(book[sheet], heading)).value = value
    book.save(path)


def sealed(path: Path, sheet: str, heading: str, value: object) -> None:
    """The same, with a checksum that fits again."""
    changed(path, sheet, heading, value)
    checksum = saved_checksum(path)[0]
    book = openpyxl.load_workbook(path)
    cell_of(book["Metadata"], "content_checksum").value = checksum
    book.save(path)
