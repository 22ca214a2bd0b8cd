"""The returns of the sample office: whole for every group, and right where the worked examples stand."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tests.builders import an_id
from tracker.models.period import Period
from tracker.models.records import Agency, Group
from tracker.models.records.handing_in import ReturnState
from tracker.models.snapshot import Snapshot
from tracker.reports.checksum import saved_checksum
from tracker.reports.returning import (
    PreparedReturn,
    prepare_agency_return,
    prepare_group_return,
    write_group_return,
    write_return,
)
from tracker.reports.sheet import Formula, Sheet
from tracker.store.office import Office

YEAR = Period(2008)


def prepared(snapshot: Snapshot, code: str, period: Period = YEAR) -> PreparedReturn:
    (group,) = snapshot.of(Group, code=code)
    made_at = datetime(2008, 7, 1, tzinfo=UTC)
    told = {"revision": 1, "return_id": an_id(), "made_at": made_at, "app_version": "0.1.0"}
    return prepare_group_return(snapshot, group.id, period, state=ReturnState.DRAFT, **told)


def sheet(made: PreparedReturn, name: str) -> Sheet:
    return next(sheet for sheet in made.book.sheets if sheet.name == name)


def share_check(made: PreparedReturn, title: str) -> list[object]:
    row = next(row for row in sheet(made, "Share_check").rows if title in str(row[-1]))
    return [cell.value for cell in row if isinstance(cell, Formula)][:7]


@pytest.mark.parametrize("quarter", [0, 1, 2, 3, 4])
def test_every_group_has_a_return_that_keeps_its_checksum(sample: Office, tmp_path: Path, quarter: int) -> None:
    snapshot = sample.snapshot()
    for group in snapshot.of(Group):
        made = prepared(snapshot, group.code, Period(2008, quarter))
        written = write_group_return(made, tmp_path / made.file_name)
        assert saved_checksum(written.path) == (made.checksum, made.checksum), group.name


def test_papakura_is_apportioned_as_in_the_worked_example(sample: Office) -> None:
    made = prepared(sample.snapshot(), "ICM")
    assert share_check(made, "Tamariki back at school") == [12, 5, 60, 12, 1, 0, 5]


def test_four_agencies_more_in_one_office_are_claimed_by_eight(sample: Office) -> None:
    made = prepared(sample.snapshot(), "GUEDO")
    assert [4, 8, 32, 4, 0, "", 8] in [
        [cell.value for cell in row if isinstance(cell, Formula)][:7] for row in sheet(made, "Share_check").rows
    ]


def test_one_maritime_picture_leaves_a_tenth_unallocated(sample: Office) -> None:
    made = prepared(sample.snapshot(), "NMCC")
    told = [[cell.value for cell in row if isinstance(cell, Formula)] for row in sheet(made, "Share_check").rows]
    assert [float(each) for each in (1, 3, 3, 1, "0.9", "0.1", 3)] in [
        [float(value) for value in row[:7]] for row in told if all(value not in ("", "withheld") for value in row[:7])
    ]


def test_no_small_count_of_people_leaves(sample: Office) -> None:
    snapshot = sample.snapshot()
    for group in snapshot.of(Group):
        results = sheet(prepared(snapshot, group.code), "Results")
        for row in results.rows:
            told = dict(zip((column.heading for column in results.columns), row, strict=True))
            if told["Count basis"] in ("People", "Whānau", "Households") and not isinstance(told["Value"], str):
                assert told["Value"] is None or abs(float(str(told["Value"]))) >= 6, row


@pytest.mark.parametrize("quarter", [0, 3, 4])
def test_no_word_of_the_sample_tells_a_withheld_count_or_a_name(sample: Office, quarter: int) -> None:
    snapshot = sample.snapshot()
    for group in snapshot.of(Group):
        found = {each.check_id for each in prepared(snapshot, group.code, Period(2008, quarter)).checks if each.record}
        assert not found & {"small_in_words", "no_names", "control_characters"}, group.name


@pytest.mark.parametrize("code", ["ICM", "AUT"])
def test_the_preview_is_true_to_the_sheets(sample: Office, code: str) -> None:
    made = prepared(sample.snapshot(), code)
    rows = {line.sheet: line.count for line in made.preview.leaves}
    assert rows == {each.name: len(each.rows) for each in made.book.sheets if each.raw}
    withheld = sum(cell == "fewer than 6" for each in made.book.sheets if each.raw for row in each.rows for cell in row)
    assert next(line.count for line in made.preview.stays if line.what == "numbers") == withheld > 1


@pytest.mark.parametrize("quarter", [0, 3])
def test_every_agency_has_a_return_that_keeps_its_checksum(sample: Office, tmp_path: Path, quarter: int) -> None:
    snapshot = sample.snapshot()
    for agency in snapshot.of(Agency):
        made = agency_prepared(snapshot, agency, Period(2008, quarter))
        written = write_return(made, tmp_path / made.file_name)
        assert saved_checksum(written.path) == (made.checksum, made.checksum), agency.name
        withheld = [each.check_id for each in made.checks if each.record and each.check_id == "small_in_words"]
        assert withheld == [], agency.name


def test_the_agencies_of_papakura_have_the_parts_of_the_worked_example(sample: Office) -> None:
    snapshot = sample.snapshot()
    told = {}
    for code in ("EDU", "CYF", "WINZ", "POL", "HNZ"):
        (agency,) = snapshot.of(Agency, code=code)
        lines = sheet(agency_prepared(snapshot, agency, YEAR), "Results_by_line")
        found = [dict(zip((c.heading for c in lines.columns), row, strict=True)) for row in lines.rows]
        rows = [row for row in found if "Tamariki back at school" in str(row["Title"])]
        told[code] = [(row["Value"], value(row["Apportioned"]), value(row["First for agency (0/1)"])) for row in rows]
    assert told == {
        "EDU": [(12, 6, 1)],
        "CYF": [(12, Decimal("2.4"), 1)],
        "WINZ": [(12, Decimal("1.8"), 1), (12, Decimal("0.6"), 0)],
        "POL": [(12, Decimal("1.2"), 1)],
        "HNZ": [(12, "", 1)],
    }


def value(cell: object) -> object:
    assert isinstance(cell, Formula)
    return cell.value


def agency_prepared(snapshot: Snapshot, agency: Agency, period: Period) -> PreparedReturn:
    told = {"revision": 1, "return_id": an_id(), "made_at": datetime(2008, 7, 1, tzinfo=UTC), "app_version": "0.1.0"}
    return prepare_agency_return(snapshot, agency.id, period, state=ReturnState.DRAFT, **told)
