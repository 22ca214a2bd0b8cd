"""Putting returns together: what is counted, what replaces what, and what is the same whatever the order."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.reports.collation.conftest import SOUND, HeadOffice, SampleReturns, sheet_of
from tests.reports.collation.test_conflicts import with_changed
from tracker.models.records import Mapping
from tracker.models.records.handing_in import ReturnState
from tracker.reports.checksum import saved_checksum
from tracker.reports.collation.register import FileVerdict

Totals = Any
LATER = datetime(2008, 7, 10, tzinfo=UTC)


def verdicts(done: Any) -> dict[str, FileVerdict]:
    return {entry.read.file: entry.verdict for entry in done.entries}


def test_the_same_return_sent_twice_counts_once(
    head_office: HeadOffice, returns: SampleReturns, totals: Totals
) -> None:
    icm = returns.group("ICM")
    once = totals(head_office.collate(icm))
    again = head_office.collate(icm, head_office.copy(icm, "again.xlsx"))
    assert totals(again) == once
    assert sorted(verdicts(again).values()) == [FileVerdict.QUERIED, FileVerdict.REPEATED]


def test_agency_returns_that_carry_the_same_results_change_no_total(
    head_office: HeadOffice, returns: SampleReturns, totals: Totals
) -> None:
    groups = [returns.group(code) for code in SOUND]
    alone = head_office.collate(*groups)
    with_agencies = head_office.collate(*groups, returns.agency("EDU"), returns.agency("POL"))
    assert totals(with_agencies) == totals(alone)
    assert with_agencies.checksum == alone.checksum
    assert with_agencies.conflicts == ()


def test_a_region_return_changes_no_total_and_is_held_against_the_groups(
    head_office: HeadOffice, returns: SampleReturns, totals: Totals, tmp_path: Path
) -> None:
    sound = with_changed(returns.snapshot, Mapping, "", share_bp=None)
    groups = [SampleReturns(tmp_path, sound).group(code) for code in (*SOUND, "MTJ")]
    region = SampleReturns(tmp_path, sound).region()
    alone = totals(head_office.collate(*groups))
    assert totals(head_office.collate(*groups, region)) == alone
    assert region_checks(head_office.out) == ["pass"]
    head_office.collate(*groups[1:], region)
    assert set(region_checks(head_office.out)) == {"warning"}


def region_checks(path: Path) -> list[str]:
    return [row["Severity"] for row in sheet_of(path, "Checks") if row["Check id"] == "region_totals"]


def test_the_worked_examples_hold_over_the_nation(head_office: HeadOffice, returns: SampleReturns) -> None:
    head_office.collate(*(returns.group(code) for code in SOUND))
    overlap = {row["Title"]: row for row in sheet_of(head_office.out, "Overlap")}
    told = {
        title[:14]: [row[each] for each in ("Agencies", "Naive sum", "Counted once", "Overlap factor")]
        for title, row in overlap.items()
    }
    assert told["Tamariki back "] == [5, 60, 12, 5]
    assert [8, 32, 4, 8] in told.values()
    assert [3, 3, 1, 3] in told.values()


def test_apportioned_and_unallocated_make_up_counted_once(head_office: HeadOffice, returns: SampleReturns) -> None:
    done = head_office.collate(*(returns.group(code) for code in SOUND))
    shared = [each for each in done.figures.in_totals if each.unallocated is not None]
    assert len(shared) > 5
    for each in shared:
        assert each.unallocated == each.united.figures.unallocated
        assert each.apportioned + each.unallocated == each.value


def test_the_order_of_the_files_changes_nothing(head_office: HeadOffice, returns: SampleReturns) -> None:
    paths = [returns.group(code) for code in SOUND] + [returns.agency("EDU")]
    forward = head_office.collate(*paths)
    head_office.out.unlink()
    backward = head_office.collate(*reversed(paths))
    assert forward.checksum == backward.checksum
    assert [each.read.file for each in forward.entries] == [each.read.file for each in backward.entries]
    assert saved_checksum(head_office.out) == (forward.checksum, forward.checksum)


def test_revision_2_replaces_revision_1(head_office: HeadOffice, returns: SampleReturns, tmp_path: Path) -> None:
    second = returns.write_group(tmp_path / "rev02.xlsx", "ICM", revision=2, made_at=LATER)
    done = head_office.collate(second, returns.group("ICM"))
    assert verdicts(done) == {"rev02.xlsx": FileVerdict.QUERIED, "ICM.xlsx": FileVerdict.REPLACED}
    assert {row["Return revision"] for row in sheet_of(head_office.out, "Raw_results")} == {2}


def test_revision_1_is_refused_after_revision_2(
    head_office: HeadOffice, returns: SampleReturns, tmp_path: Path
) -> None:
    second = returns.write_group(tmp_path / "rev02.xlsx", "ICM", revision=2, made_at=LATER)
    head_office.collate(second)
    done = head_office.collate(returns.group("ICM"))
    assert [entry.reason for entry in done.refused] == [
        "Revision 1 came after revision 2, which stands: ask for a revision 3."
    ]


def test_a_missing_revision_is_a_query(head_office: HeadOffice, returns: SampleReturns, tmp_path: Path) -> None:
    third = returns.write_group(tmp_path / "rev03.xlsx", "NMCC", revision=3, made_at=LATER)
    done = head_office.collate(returns.group("NMCC"), third)
    (entry,) = (each for each in done.entries if each.read.revision == 3)
    assert entry.verdict is FileVerdict.QUERIED
    assert entry.queries == ("Query: Revision 2 has not come: say what became of it.",)


def test_a_withdrawn_return_takes_back_what_it_told(
    head_office: HeadOffice, returns: SampleReturns, tmp_path: Path
) -> None:
    told = {"revision": 2, "made_at": LATER, "state": ReturnState.WITHDRAWN}
    withdrawn = returns.write_group(tmp_path / "withdrawn.xlsx", "ICM", **told)
    assert head_office.collate(returns.group("ICM"), withdrawn).figures.results == ()


def test_a_quarter_and_its_year_count_each_result_once(
    head_office: HeadOffice, returns: SampleReturns, tmp_path: Path, totals: Totals
) -> None:
    from tracker.models.period import Period

    year = totals(head_office.collate(returns.group("AUT")))
    quarter = returns.write_group(tmp_path / "q4.xlsx", "AUT", period=Period(2008, 4))
    assert totals(head_office.collate(returns.group("AUT"), quarter)) == year


def test_errors_on_a_returns_own_checks_reject_it(head_office: HeadOffice, returns: SampleReturns) -> None:
    done = head_office.collate(returns.group("MTJ"))
    assert "add up to 110%" in done.refused[0].reason
    assert done.figures.results == ()


def test_a_second_run_reads_only_what_is_new(head_office: HeadOffice, returns: SampleReturns) -> None:
    first = head_office.collate(returns.group("ICM"), returns.group("AUT"))
    second = head_office.collate(returns.group("ICM"), returns.group("AUT"), returns.group("RSE"))
    assert (first.read_anew, second.read_anew) == (2, 1)


def test_stopping_leaves_the_last_output_and_what_was_read(head_office: HeadOffice, returns: SampleReturns) -> None:
    head_office.collate(returns.group("ICM"))
    before = head_office.out.read_bytes()

    def stop(done: int, of: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    paths = [returns.group(code) for code in ("ICM", "AUT", "RSE", "SEMO")]
    with pytest.raises(KeyboardInterrupt):
        head_office.collate(*paths, progress=stop)
    assert head_office.out.read_bytes() == before
    assert head_office.collate(*paths).read_anew == 2


def test_a_torn_line_of_what_was_read_is_read_again(head_office: HeadOffice, returns: SampleReturns) -> None:
    whole = head_office.collate(returns.group("ICM"), returns.group("AUT"))
    kept = head_office.folder / "national.read.jsonl"
    kept.write_bytes(kept.read_bytes()[:-100])
    again = head_office.collate(returns.group("ICM"), returns.group("AUT"))
    assert (again.checksum, again.read_anew) == (whole.checksum, 1)
    assert head_office.collate(returns.group("ICM"), returns.group("AUT")).read_anew == 0


def test_a_folder_is_searched_and_the_own_output_passed_over(head_office: HeadOffice, returns: SampleReturns) -> None:
    head_office.copy(returns.group("ICM"), "one.xlsx")
    head_office.collate(head_office.folder)
    done = head_office.collate(head_office.folder)
    assert [entry.read.file for entry in done.entries] == ["one.xlsx"]


def test_small_counts_and_restricted_results_tell_nothing(head_office: HeadOffice, returns: SampleReturns) -> None:
    head_office.collate(*(returns.group(code) for code in SOUND))
    rows = sheet_of(head_office.out, "Raw_results")
    people = [row for row in rows if row["Basis as counted"] in ("People", "Whānau", "Households")]
    assert any(row["Counted as"] == "fewer than 6" for row in people)
    assert all(
        isinstance(row["Counted as"], str) or row["Counted as"] >= 6 or "ratio" in row["Unit as counted"]
        for row in people
    )
    restricted = [row for row in rows if row["Sensitivity"] == "Restricted"]
    assert restricted
    assert all(row["Value"] is None and row["Level"] is None and row["In totals (0/1)"] == 0 for row in restricted)


def test_rows_beyond_a_sheets_room_stand_in_a_file_beside_it(head_office: HeadOffice, returns: SampleReturns) -> None:
    done = head_office.collate(returns.group("ICM"), most_rows=10)
    spilled = (head_office.folder / "national-Raw_mappings.csv").read_text("utf-8-sig").splitlines()
    assert len(sheet_of(head_office.out, "Raw_mappings")) == 6
    assert len(spilled) == len(done.figures.claims) - 6 + 1
    notes = [row["Text"] for row in sheet_of(head_office.out, "Notes")]
    assert any("national-Raw_mappings.csv" in text for text in notes)
