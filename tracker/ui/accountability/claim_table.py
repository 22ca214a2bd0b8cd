"""The claims as a table: the facts of the matrix in words, a result under another, and results without any claim."""

from collections.abc import Sequence
from typing import Any

from tracker.models.dates import shown
from tracker.models.figures.accountability_columns import LineColumn
from tracker.models.figures.accountability_matrix import ResultRow
from tracker.models.figures.apportioning import percent
from tracker.models.figures.timeline_words import joined
from tracker.models.records.accountability import Mapping, MappingState
from tracker.ui.accountability.cell import MatrixCell, claimed_by_words, strength_words, value_words
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.table import RIGHT, Column


class ClaimTable(HeadedTable):
    """A row a claim, under its result; a result that nobody claims has one row that says so."""

    def __init__(self) -> None:
        super().__init__(_COLUMNS, lambda cell: str(cell.id), _heading)
        self.records = _records
        self._order: dict[str, int] = {}
        self.set_part(self._under)

    def show_claims(self, rows: Sequence[ResultRow], columns: Sequence[LineColumn]) -> None:
        """Shows the claims on some results."""
        self._order = {row.id: place for place, row in enumerate(rows)}
        self.set_rows(cell for row in rows for cell in _cells(row, columns))

    def _under(self, cell: MatrixCell) -> tuple[int, str]:
        return self._order.get(cell.row.id, 0), cell.row.id


def _cells(row: ResultRow, columns: Sequence[LineColumn]) -> list[MatrixCell]:
    found = [MatrixCell(row, column) for column in columns if column.key in row.cells]
    return found or [MatrixCell(row, None)]


def _heading(name: str, rows: Sequence[MatrixCell]) -> str:
    row = rows[0].row
    return joined(" ".join(row.result.name.split()), value_words(row), claimed_by_words(row), _shares(row))


def _shares(row: ResultRow) -> str:
    """60% agreed; over 100%, where it is too much."""
    figures = row.figures
    if row.over:
        return f"{percent(figures.claimed_bp)}, too much"
    return f"{percent(figures.agreed_bp)} agreed" if figures.agreed_bp else ""


def _records(cell: MatrixCell) -> tuple[Any, ...]:
    """What stands in a row, so that what may not leave stays."""
    claim, line = cell.claim, cell.column.line if cell.column else None
    return tuple(each for each in (cell.row.result, claim, line) if each)


def _claim(cell: MatrixCell) -> Mapping | None:
    return cell.claim


def _agency(cell: MatrixCell) -> str:
    return cell.column.agency if cell.column else "nobody yet"


def _line(cell: MatrixCell) -> str:
    if cell.column is None:
        return "no line"
    line = cell.column.line
    return f"{line.code} {line.shown_name}" if line else "without a line"


def _part_words(cell: MatrixCell) -> str:
    claim = cell.claim
    if claim is None:
        return ""
    role = claim.role.label.lower() if claim.role else ""
    return f"{claim.type.label if claim.type else ''}\n{role}"


def _state(cell: MatrixCell) -> str:
    claim = cell.claim
    if claim is None or claim.state is None:
        return ""
    return f"{claim.state.label}\n{shown(claim.agreed_on)}" if claim.agreed_on and claim.live else claim.state.label


def _tone(cell: MatrixCell) -> str:
    claim = cell.claim
    if claim is None:
        return "warning"
    tones = {MappingState.DISPUTED: "danger", MappingState.WITHDRAWN: "muted", MappingState.GROUP_AGREED: "good"}
    return tones.get(claim.state, "") if claim.state else ""


def _share(cell: MatrixCell) -> int | None:
    claim = cell.claim
    return claim.share_bp if claim else None


def _strength(cell: MatrixCell) -> int | None:
    claim = cell.claim
    return claim.strength if claim else None


def _result(cell: MatrixCell) -> str:
    return " ".join(cell.row.result.name.split())


_COLUMNS = (
    # The headings span from the first column, which therefore never leaves.
    Column("Agency", _agency, width=150, least=116, share=1, bold=True),
    Column("Line", _line, width=260, least=150, share=3, tone=lambda cell: "" if cell.column else "danger"),
    Column("Result", _result, width=260, least=240, share=2, drop=3),
    Column("Part", _part_words, width=150, least=128, share=1),
    Column("Strength", _strength, lambda cell: strength_words(_strength(cell)), width=120, least=96, drop=1),
    Column(
        "Share",
        _share,
        lambda cell: "" if _share(cell) is None else percent(_share(cell) or 0),
        align=RIGHT,
        width=72,
        least=64,
    ),
    Column("State", _state, width=170, least=148, share=1, tone=_tone),
    Column(
        "Evidence",
        lambda cell: claim.evidence_grade.value if (claim := _claim(cell)) and claim.evidence_grade else "",
        width=76,
        least=70,
        drop=2,
    ),
)
