"""R1 of the largest group of the sample, in a warm process, from the snapshot to the closed file."""

from datetime import UTC, datetime
from pathlib import Path

from openpyxl import load_workbook

from benchmarks.bare import cells as bare_cells
from benchmarks.ground import Ground
from benchmarks.timing import Row, in_pairs, timed
from tracker import __version__
from tracker.models.period import Period
from tracker.models.records import Group
from tracker.models.records.handing_in import ReturnState
from tracker.models.snapshot import Snapshot
from tracker.reports.returning import PreparedReturn, prepare_group_return, write_group_return
from tracker.store.office import Office

RUNS = 15
_YEAR = Period(2008)


def measure(ground: Ground) -> Row:
    """The bare side writes what the return holds, cell by cell."""
    office = Office.read(ground.sample, ground.setting)
    snapshot = office.snapshot().complete()
    office.close()
    group = max(snapshot.of(Group), key=lambda each: _prepared(snapshot, each).rows)
    made = ground.folder / "return.xlsx"
    write_group_return(_prepared(snapshot, group), made)
    sheets = cells_of(made)

    def program() -> float:
        return timed(lambda: write_group_return(_prepared(snapshot, group), made))

    def bare() -> float:
        return timed(lambda: bare_cells.write(ground.folder / "bare.xlsx", sheets))

    count = sum(map(len, sheets))
    return Row(
        f"R1 of {group.called}, {_YEAR.label}, {count:,} cells",
        "XlsxWriter writing as many cells with no styles",
        in_pairs(program, bare, RUNS),
        at_most=2.5,
    )


def _prepared(snapshot: Snapshot, group: Group) -> PreparedReturn:
    return prepare_group_return(
        snapshot,
        group.id,
        _YEAR,
        revision=1,
        state=ReturnState.DRAFT,
        return_id="benchmark",
        made_at=datetime(2008, 7, 4, tzinfo=UTC),
        app_version=__version__,
    )


def cells_of(path: Path) -> list[bare_cells.Cells]:
    """Every cell that holds something, sheet by sheet; a formula as what it comes to."""
    workbook = load_workbook(path, data_only=True)
    return [
        [
            (cell.row - 1, cell.column - 1, cell.value if isinstance(cell.value, (int, float)) else str(cell.value))
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        ]
        for sheet in workbook.worksheets
    ]
