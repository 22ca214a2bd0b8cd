"""Returns of the sample office as files, what goes wrong with them, and a place to collate them."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.builders import an_id
from tests.conftest import NOON
from tracker.models.period import Period
from tracker.models.records import Agency, Group, OfficeDetails
from tracker.models.records.handing_in import ReturnState
from tracker.models.snapshot import Snapshot
from tracker.reports.checksum import saved_checksum
from tracker.reports.collation.collating import Collation, collate
from tracker.reports.collation.expected import Expected
from tracker.reports.returning import (
    prepare_agency_return,
    prepare_group_return,
    prepare_region_return,
    write_return,
)
from tracker.store.office import Office
from tracker.store.setting import Setting

YEAR = Period(2008)
NOW = datetime(2008, 7, 20, tzinfo=UTC)
SOUND = ("ICM", "SEMO", "AUT", "RSE", "GUEDO", "NMCC", "CBT")


@dataclass(frozen=True)
class SampleReturns:
    """The sample's returns of 2007/08, written once; whoever changes one works on a copy."""

    folder: Path
    snapshot: Snapshot

    def group(self, code: str) -> Path:
        """R1 of a group."""
        path = self.folder / f"{code}.xlsx"
        return path if path.exists() else self.write_group(path, code)

    def agency(self, code: str) -> Path:
        """R2 of an agency."""
        path = self.folder / f"R2-{code}.xlsx"
        (agency,) = self.snapshot.of(Agency, code=code)
        if not path.exists():
            write_return(prepare_agency_return(self.snapshot, agency.id, YEAR, **_told()), path)
        return path

    def region(self) -> Path:
        """R3 of the office's region."""
        path = self.folder / "R3.xlsx"
        if not path.exists():
            write_return(prepare_region_return(self.snapshot, self.snapshot.office.id, YEAR, **_told()), path)
        return path

    def write_group(self, path: Path, code: str, snapshot: Snapshot | None = None, **told: Any) -> Path:
        """R1 of a group, told otherwise."""
        snapshot = snapshot or self.snapshot
        (group,) = snapshot.of(Group, code=code)
        period = told.pop("period", YEAR)
        write_return(prepare_group_return(snapshot, group.id, period, **_told() | told), path)
        return path

    def of_another_office(self, path: Path, code: str, **told: Any) -> Path:
        """The same group's return, from an office called WLG."""
        office = OfficeDetails(
            **vars(self.snapshot.office) | {"code": "WLG", "name": "Wellington", "region": "Wellington"}
        )
        return self.write_group(path, code, with_office(self.snapshot, office), **told)


def with_office(snapshot: Snapshot, office: OfficeDetails) -> Snapshot:
    from tracker.models.records import KINDS
    from tracker.models.snapshot import snapshot_of

    kept = [each for kind in KINDS if kind is not OfficeDetails for each in snapshot.of(kind)]
    return snapshot_of(snapshot.today, [office, *kept])


def _told() -> dict[str, Any]:
    return {
        "revision": 1,
        "state": ReturnState.DRAFT,
        "return_id": an_id(),
        "made_at": datetime(2008, 7, 4, tzinfo=UTC),
        "app_version": "0.1.0",
    }


@pytest.fixture(scope="session")
def returns(sample_master: Path, tmp_path_factory: pytest.TempPathFactory) -> SampleReturns:
    folder = tmp_path_factory.mktemp("returns")
    office = Office.read(sample_master, Setting(clock=lambda: NOON, who="Aroha", data_folder=folder))
    snapshot = office.snapshot().complete()
    office.close()
    return SampleReturns(folder, snapshot)


@dataclass
class HeadOffice:
    """Where returns come in and are put together."""

    folder: Path

    @property
    def out(self) -> Path:
        return self.folder / "national.xlsx"

    def collate(self, *paths: Path, expected: Sequence[Expected] | None = None, **told: Any) -> Collation:
        """The collation of some files, as at 20 July 2008."""
        return collate(paths, self.out, **{"now": NOW, "expected": expected} | told)

    def copy(self, path: Path, name: str) -> Path:
        """A copy under another name."""
        inbox = self.folder / "inbox"
        inbox.mkdir(exist_ok=True)
        return Path(shutil.copy(path, inbox / name))

    def changed(self, path: Path, name: str, change: Callable[[Any], None], *, sealed: bool = False) -> Path:
        """A copy that somebody changed; `sealed` with a checksum that fits again."""
        copy = self.copy(path, name)
        book = openpyxl.load_workbook(copy)
        change(book)
        book.save(copy)
        if sealed:
            checksum = saved_checksum(copy)[0]
            book = openpyxl.load_workbook(copy)
            cell_of(book["Metadata"], "content_checksum").value = checksum
            book.save(copy)
        return copy


def cell_of(metadata: Any, key: str) -> Any:
    """The cell with the value of a key."""
    return next(row[1] for row in metadata.iter_rows(5) if row[0].value == key)


def column_of(sheet: Any, heading: str) -> int:
    """The number of the column with a heading."""
    return next(cell.column for cell in sheet[4] if cell.value == heading)


@pytest.fixture
def head_office(tmp_path: Path) -> HeadOffice:
    return HeadOffice(tmp_path)


@pytest.fixture
def totals() -> Callable[[Collation], list[tuple[Any, ...]]]:
    """National totals as plain values."""

    def plain(done: Collation) -> list[tuple[Any, ...]]:
        return [
            (each.like, len(each.results), each.counted_once, each.contributed_sum, each.apportioned_sum)
            for each in done.figures.totals
        ]

    return plain


def sheet_of(path: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a sheet by heading, as stored."""
    rows = list(openpyxl.load_workbook(path, data_only=True)[name].iter_rows(4, values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
