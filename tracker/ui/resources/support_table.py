"""Support from home as a table: a row a home agency, a column a kind; what nobody gives is said as well."""

from collections.abc import Callable
from typing import Any

from tracker.models.dates import shown
from tracker.models.figures.support_board import SupportBoard, SupportCell, SupportRow, SupportState, SupportTotal
from tracker.models.figures.timeline_words import dollars
from tracker.models.records.contribution import SupportKind
from tracker.models.value import Value, value
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.signs import Signs
from tracker.ui.table import Column

# A shape for each state, in a tone: colour never stands alone.
SIGNS = {
    SupportState.NO_DATE: ("circle-help", "warning"),
    SupportState.ASKED: ("circle-help", "warning"),
    SupportState.PROMISED: ("handshake", "text"),
    SupportState.SECURED: ("circle-check", "good"),
}
_SHORT = {SupportKind.PERMISSION: "Permission"}


@value
class TotalsRow(Value):
    """The last row: how many home agencies have secured each kind."""

    totals: tuple[SupportTotal, ...]

    @property
    def id(self) -> str:
        """The same for every board."""
        return "totals"


class SupportTable(HeadedTable):
    """Agencies in the order in which they joined; the first column names them, each other one is a kind."""

    def __init__(self) -> None:
        signs = Signs()
        columns = [_agency_column(), *(_kind_column(kind, signs) for kind in SupportKind)]
        super().__init__(columns, lambda row: str(row.id), lambda name, rows: name)

    def show_board(self, board: SupportBoard) -> None:
        """Shows another board."""
        self.set_rows([*board.rows, TotalsRow(board.totals)] if board.rows else [])

    def kind_of(self, column: int) -> SupportKind | None:
        """The kind of a column; None for that of the agencies."""
        return tuple(SupportKind)[column - 1] if column else None

    def cell(self, row: int, column: int) -> SupportCell | None:
        """The support of one kind from one agency; None outside of these."""
        held = self.rows[row] if 0 <= row < len(self.rows) else None
        return held.cells[column - 1] if isinstance(held, SupportRow) and column else None


def _agency_column() -> Column:
    return Column("Home agency", _name, _agency, width=160, least=116, share=2, bold=True, tone=_agency_tone)


def _kind_column(kind: SupportKind, signs: Signs) -> Column:
    heading = _SHORT.get(kind, kind.label)
    return Column(
        heading,
        lambda row: None,
        _words(kind.rank),
        width=140,
        least=116,
        share=1,
        tone=_tone(kind.rank),
        tip=_tip(kind.rank),
        icon=lambda row: signs.drawn(*sign) if (sign := _sign(row, kind.rank)) else signs.drawn("ellipsis", "edge"),
    )


def _name(row: Any) -> str:
    return "" if isinstance(row, TotalsRow) else str(row.agency)


def _agency(row: Any) -> str:
    if isinstance(row, TotalsRow):
        return "Secured\nby home agencies at the table"
    if row.silent:
        return f"{row.agency}\nnothing recorded"
    return str(row.agency) if row.seated else f"{row.agency}\nnot at the table"


def _agency_tone(row: Any) -> str:
    return "warning" if isinstance(row, SupportRow) and row.silent else ""


def _sign(row: Any, place: int) -> tuple[str, str] | None:
    return None if isinstance(row, TotalsRow) else SIGNS.get(row.cells[place].state)


def _words(place: int) -> Callable[[Any], str]:
    def words(row: Any) -> str:
        if isinstance(row, TotalsRow):
            total = row.totals[place]
            amount = f"\n{dollars(total.secured_nzd)}" if total.secured_nzd else ""
            return f"{total.secured:,} of {total.agencies:,}{amount}"
        return _cell_words(row.cells[place])

    return words


def _cell_words(cell: SupportCell) -> str:
    """How far the furthest has come, with its day and amount; what else there is stands beside the board."""
    if not cell.steps:
        return "nothing"
    first, more = cell.steps[0], len(cell.steps) - 1
    state = "No date" if first.state is SupportState.NO_DATE else first.state.label
    amount = dollars(first.support.amount_nzd)
    last = f"{amount} +{more:,}" if amount and more else f"and {more:,} more" if more else amount
    return "\n".join(line for line in (state, shown(first.on), last) if line)


def _tone(place: int) -> Callable[[Any], str]:
    return lambda row: "muted" if isinstance(row, SupportRow) and not row.cells[place].steps else ""


def _tip(place: int) -> Callable[[Any], str]:
    return lambda row: row.totals[place].words if isinstance(row, TotalsRow) else row.cells[place].words
