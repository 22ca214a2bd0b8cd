"""A thousand group returns of some 50 KB, made from those of the sample: the same contents under ids of their own."""

import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.ground import Ground
from tracker import __version__
from tracker.models.period import Period
from tracker.models.records import Group
from tracker.models.records.handing_in import ReturnState
from tracker.reports.checksum import rows_checksum
from tracker.reports.returning import prepare_group_return, write_return
from tracker.reports.sheet import Cell, Sheet
from tracker.store.office import Office

_PERIODS = (Period(2008, 3), Period(2008, 4))
_ID = re.compile(r"\b[0-9a-f]{8}(?=-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b)")


def many_returns(ground: Ground, count: int) -> Path:
    """A folder with `count` returns, all different to a collation."""
    folder = ground.folder / "returns"
    folder.mkdir()
    models = tuple(_models(ground))
    for number in range(count):
        path, sheets, checksum = models[number % len(models)]
        _copy(path, sheets, checksum, f"{number:08x}", folder / f"return-{number:04d}.xlsx")
    return folder


def _models(ground: Ground) -> Iterator[tuple[Path, tuple[Sheet, ...], str]]:
    """The returns of the sample that have no error."""
    office = Office.read(ground.sample, ground.setting)
    snapshot = office.snapshot().complete()
    office.close()
    for period in _PERIODS:
        for group in snapshot.of(Group):
            made = prepare_group_return(
                snapshot,
                group.id,
                period,
                revision=1,
                state=ReturnState.DRAFT,
                return_id="00000000-0000-4000-8000-000000000000",
                made_at=datetime(2008, 7, 4, tzinfo=UTC),
                app_version=__version__,
            )
            if not made.errors and made.rows > 40:
                path = ground.folder / f"model-{group.code}-{period.file_label}.xlsx"
                write_return(made, path)
                yield path, tuple(sheet for sheet in made.book.sheets if sheet.raw), made.checksum


def _copy(model: Path, sheets: tuple[Sheet, ...], checksum: str, begin: str, path: Path) -> None:
    """The model with other ids, and the checksum that goes with them."""
    other = _checksum(sheets, begin)
    with zipfile.ZipFile(model) as parts, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in parts.namelist():
            content = parts.read(name)
            if name == "xl/sharedStrings.xml":
                content = _ID.sub(begin, content.decode()).replace(checksum, other).encode()
            copy.writestr(name, content)


def _checksum(sheets: tuple[Sheet, ...], begin: str) -> str:
    def renamed(cell: Cell) -> object:
        return _ID.sub(begin, cell) if isinstance(cell, str) else cell

    return rows_checksum(
        (sheet.name, [renamed(cell) for cell, column in zip(row, sheet.columns, strict=True) if column.raw])
        for sheet in sorted(sheets, key=lambda each: each.name)
        for row in sheet.rows
    )
