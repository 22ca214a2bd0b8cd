"""Differences between returns: listed, left out of the totals until somebody decides, and remembered."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.builders import an_id
from tests.reports.collation.conftest import HeadOffice, SampleReturns, column_of, sheet_of
from tracker.models.mistake import Mistake
from tracker.models.period import Period
from tracker.models.records import KINDS, Mapping, Result
from tracker.models.records.accountability import MappingState, ShareBasis
from tracker.models.snapshot import Snapshot, snapshot_of
from tracker.reports.collation.collating import Collation
from tracker.reports.collation.conflict import ConflictType

LATER = datetime(2008, 7, 10, tzinfo=UTC)


def decide(path: Path, action: str, by: str = "Hana") -> None:
    """Types a decision in the first row of Conflicts, as a person would."""
    book = openpyxl.load_workbook(path)
    sheet = book["Conflicts"]
    sheet.cell(5, column_of(sheet, "Action")).value = action
    sheet.cell(5, column_of(sheet, "Decided by")).value = by
    book.save(path)


def with_changed(snapshot: Snapshot, kind: type[Any], name: str, **fields: Any) -> Snapshot:
    """The same office with one record told otherwise."""
    records = [each for every in KINDS for each in snapshot.of(every)]
    changed = [
        type(each)(**vars(each) | fields) if isinstance(each, kind) and each.title.startswith(name) else each
        for each in records
    ]
    return snapshot_of(snapshot.today, changed)


def of_types(done: Collation) -> list[ConflictType]:
    return [conflict.type for conflict in done.conflicts]


@pytest.fixture
def other_value(returns: SampleReturns, tmp_path: Path) -> Path:
    """The quarter's return tells another value than the year's, of the same revision of the result."""
    changed = with_changed(returns.snapshot, Result, "Tamariki back", value=Decimal(18))
    return returns.write_group(tmp_path / "q4.xlsx", "ICM", changed, period=Period(2008, 4), made_at=LATER)


def test_two_offices_that_report_the_same_result_first(
    head_office: HeadOffice, returns: SampleReturns, tmp_path: Path
) -> None:
    fresh = with_changed(returns.snapshot, Result, "", primary_reporter="")
    mine = returns.write_group(tmp_path / "mine.xlsx", "NMCC", fresh)
    theirs = SampleReturns(returns.folder, fresh).of_another_office(tmp_path / "theirs.xlsx", "NMCC")
    done = head_office.collate(mine, theirs)
    assert set(of_types(done)) == {ConflictType.TWO_PRIMARIES}
    assert done.figures.in_totals == ()
    assert len(done.figures.union.undecided) == len(done.undecided)
    notes = {row["About"]: row["Text"] for row in sheet_of(head_office.out, "Notes")}
    assert f"{len(done.undecided)} results left out" in notes["Still to decide"]


def test_a_value_that_differs_waits_for_a_decision(
    head_office: HeadOffice, returns: SampleReturns, other_value: Path
) -> None:
    done = head_office.collate(returns.group("ICM"), other_value)
    (conflict,) = done.conflicts
    assert conflict.type is ConflictType.VALUE_DIFFERS
    assert {conflict.value_a, conflict.value_b} == {"12 people (add up)", "18 people (add up)"}
    assert "Tamariki back" not in str([each.united.result.name for each in done.figures.in_totals])


@pytest.mark.parametrize(("action", "value"), [("Use A", "value_a"), ("use b", "value_b")])
def test_a_decision_typed_in_the_workbook_is_used_and_kept(
    action: str, value: str, head_office: HeadOffice, returns: SampleReturns, other_value: Path
) -> None:
    files = (returns.group("ICM"), other_value)
    (conflict,) = head_office.collate(*files).conflicts
    decide(head_office.out, action)
    for _ in range(2):
        done = head_office.collate(*files)
        assert done.undecided == ()
        (told,) = (each for each in done.figures.in_totals if each.united.result.name.startswith("Tamariki back"))
        assert getattr(conflict, value).startswith(f"{told.value:.0f} ")
        head_office.out.unlink()
    assert '"decided_by": "Hana"' in (head_office.folder / "national.collation.json").read_text("utf-8")


def test_a_decided_difference_stands_on_the_sheet_with_who_decided(
    head_office: HeadOffice, returns: SampleReturns, other_value: Path
) -> None:
    head_office.collate(returns.group("ICM"), other_value)
    decide(head_office.out, "Leave out")
    done = head_office.collate(returns.group("ICM"), other_value)
    (row,) = sheet_of(head_office.out, "Conflicts")
    assert (row["Action"], row["Decided by"], row["Date"].date().isoformat()) == ("Leave out", "Hana", "2008-07-20")
    assert done.figures.union.undecided == ()


def test_an_action_without_a_name_decides_nothing(
    head_office: HeadOffice, returns: SampleReturns, other_value: Path
) -> None:
    head_office.collate(returns.group("ICM"), other_value)
    decide(head_office.out, "Use A", by="")
    assert len(head_office.collate(returns.group("ICM"), other_value).undecided) == 1


def test_another_value_is_another_difference(
    head_office: HeadOffice, returns: SampleReturns, other_value: Path, tmp_path: Path
) -> None:
    head_office.collate(returns.group("ICM"), other_value)
    decide(head_office.out, "Use A")
    changed = with_changed(returns.snapshot, Result, "Tamariki back", value=Decimal(20))
    told = {"period": Period(2008, 4), "made_at": LATER, "revision": 2}
    third = returns.write_group(tmp_path / "q4-rev02.xlsx", "ICM", changed, **told)
    assert len(head_office.collate(returns.group("ICM"), other_value, third).undecided) == 1


def test_a_higher_revision_of_a_result_needs_no_decision(
    head_office: HeadOffice, returns: SampleReturns, tmp_path: Path
) -> None:
    changed = with_changed(returns.snapshot, Result, "Tamariki back", value=Decimal(18), revision=2)
    later = returns.write_group(tmp_path / "q4.xlsx", "ICM", changed, period=Period(2008, 4), made_at=LATER)
    done = head_office.collate(returns.group("ICM"), later)
    assert done.conflicts == ()
    assert 18 in [each.value for each in done.figures.in_totals]


def test_an_agency_that_tells_another_value_is_listed_and_never_counted(
    head_office: HeadOffice, returns: SampleReturns, tmp_path: Path
) -> None:
    changed = SampleReturns(tmp_path, with_changed(returns.snapshot, Result, "Tamariki back", value=Decimal(18)))
    files = (returns.group("ICM"), changed.agency("EDU"))
    (conflict,) = head_office.collate(*files).conflicts
    assert (conflict.value_a, conflict.value_b) == ("12 people (add up)", "18 people (add up)")
    decide(head_office.out, "Use A")
    assert 12 in [each.value for each in head_office.collate(*files).figures.in_totals]


def test_shares_over_the_whole_from_two_offices_are_listed(
    head_office: HeadOffice, returns: SampleReturns, tmp_path: Path
) -> None:
    """Each return keeps the cap; the claims of both together do not."""
    snapshot = returns.snapshot
    (result,) = (each for each in snapshot.of(Result) if each.name.startswith("Tamariki back"))
    claims = snapshot.of(Mapping, result_id=result.id)
    taken = {claim.line_id for claim in claims}
    line_id = next(claim.line_id for claim in snapshot.of(Mapping) if claim.line_id and claim.line_id not in taken)
    records = [each for kind in KINDS for each in snapshot.of(kind) if each not in claims]
    told = {"id": an_id(), "line_id": line_id, "measure_id": None, "share_bp": 2000, "share_basis": ShareBasis.AGREED}
    other = Mapping(**vars(claims[0]) | told | {"state": MappingState.GROUP_AGREED})
    snapshot = snapshot_of(snapshot.today, [*records, other])
    theirs = SampleReturns(tmp_path, snapshot).of_another_office(
        tmp_path / "theirs.xlsx", "ICM", return_id="their-return"
    )
    done = head_office.collate(returns.group("ICM"), theirs)
    assert ConflictType.OVER_THE_CAP in of_types(done)


def test_a_file_whose_checksum_fails_can_be_taken_by_decision(head_office: HeadOffice, returns: SampleReturns) -> None:
    def change(book: Any) -> None:
        book["Evidence"]["D5"].value = "A better name"

    bad = head_office.changed(returns.group("ICM"), "bad.xlsx", change)
    first = head_office.collate(bad)
    assert of_types(first) == [ConflictType.CHECKSUM]
    decide(head_office.out, "Accept")
    done = head_office.collate(bad)
    assert (done.refused, done.undecided) == ((), ())
    assert len(done.figures.results) > 3


def test_two_files_that_are_the_same_revision_wait_for_a_decision(
    head_office: HeadOffice, returns: SampleReturns, tmp_path: Path
) -> None:
    changed = with_changed(returns.snapshot, Result, "Tamariki back", value=Decimal(18))
    other = returns.write_group(tmp_path / "other.xlsx", "ICM", changed, made_at=LATER)
    done = head_office.collate(returns.group("ICM"), other)
    assert of_types(done) == [ConflictType.DUPLICATE_ID]
    assert len(done.refused) == 2
    decide(head_office.out, "Use B")
    assert [entry.read.file for entry in head_office.collate(returns.group("ICM"), other).refused] == ["ICM.xlsx"]


def test_a_line_called_otherwise_is_in_doubt_and_its_result_is_counted(
    head_office: HeadOffice, returns: SampleReturns
) -> None:
    def change(book: Any) -> None:
        sheet = book["Mappings"]
        row = next(row for row in sheet.iter_rows(5) if row[2].value)
        row[column_of(sheet, "Line code") - 1].value = "99999"

    bad = head_office.changed(returns.group("ICM"), "bad.xlsx", change, sealed=True)
    sound = head_office.collate(returns.group("ICM"))
    done = head_office.collate(bad)
    assert of_types(done) == [ConflictType.UNKNOWN_LINE]
    assert len(done.figures.in_totals) == len(sound.figures.in_totals)
    assert sum(len(row.values) for row in done.figures.lines) == sum(len(row.values) for row in sound.figures.lines) - 1


def test_an_output_that_cannot_be_read_is_not_overwritten(head_office: HeadOffice, returns: SampleReturns) -> None:
    head_office.out.write_bytes(b"my notes")
    with pytest.raises(Mistake, match="decisions typed in it would be lost"):
        head_office.collate(returns.group("ICM"))
    assert head_office.out.read_bytes() == b"my notes"


def test_a_broken_memory_is_not_overwritten(head_office: HeadOffice, returns: SampleReturns) -> None:
    (head_office.folder / "national.collation.json").write_text("{", "utf-8")
    with pytest.raises(Mistake, match="put it right, or move it away"):
        head_office.collate(returns.group("ICM"))
