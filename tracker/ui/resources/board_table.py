"""Contributions by kind and time as a table: a heading for each kind, a row an agency, and no sum over kinds."""

from collections.abc import Callable, Sequence
from typing import Any

from tracker.models.dates import shown
from tracker.models.figures.contribution_board import ContributionBoard, ContributionRow, KindTotal, PutIn
from tracker.models.figures.timeline_words import joined, several
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.table import RIGHT, Column

_WIDTH, _LEAST = 148, 136


class BoardTable(HeadedTable):
    """What was delivered, and small below it what was promised; where a window is narrow the oldest leaves."""

    def __init__(self) -> None:
        super().__init__((Column("Agency", _agency),), lambda row: str(row.id), self._words)
        self._totals: dict[str, KindTotal] = {}
        self.set_part(lambda row: (row.kind.rank, row.kind.label))

    def show_board(self, board: ContributionBoard) -> None:
        """Shows another board."""
        self._totals = {total.kind.label: total for total in board.kinds}
        self.beginResetModel()
        self._folded.clear()
        self.columns = tuple(_columns(board))
        self._all = list(board.rows)
        self._arrange()
        self.endResetModel()

    def _words(self, name: str, rows: Sequence[ContributionRow]) -> str:
        return total_words(self._totals[name])


def total_words(total: KindTotal) -> str:
    """Staff time: delivered 120 hours, by 4 agencies · not delivered yet: 30 hours."""
    put_in = total.total
    delivered = f"delivered {put_in.delivered.words}" if put_in.delivered else "nothing delivered yet"
    by = f", by {several(total.agencies, 'agency', 'agencies')}" if total.agencies else ""
    waiting = f"not delivered yet: {total.outstanding.words}" if total.outstanding else ""
    return f"{total.kind.label}: {joined(f'{delivered}{by}', waiting)}"


def _columns(board: ContributionBoard) -> list[Column]:
    times = len(board.columns)
    made = [
        Column("Agency", _agency, width=150, least=110, share=2, bold=True),
        Column("In all", _value(_total), _text(_total), align=RIGHT, width=_WIDTH, least=_LEAST, share=1),
    ]
    if any(row.before for row in board.rows):
        before = f"Before {shown(board.columns[0].first_day)}"
        made.append(_column(before, _before, drop=times + 1))
    made += [_column(bucket.label, _cell(place), drop=times - place) for place, bucket in enumerate(board.columns)]
    # The newest stays, whatever else has to leave.
    return made


def _column(heading: str, get: Callable[[Any], PutIn], drop: int) -> Column:
    return Column(
        heading, _value(get), _text(get), align=RIGHT, width=_WIDTH, least=_LEAST, share=1, drop=drop, tone=_tone(get)
    )


def _agency(row: Any) -> str:
    return str(row.agency)


def _total(row: ContributionRow) -> PutIn:
    return row.total


def _before(row: ContributionRow) -> PutIn:
    return row.before


def _cell(place: int) -> Callable[[Any], PutIn]:
    def cell(row: ContributionRow) -> PutIn:
        return row.cells[place]

    return cell


def _value(get: Callable[[Any], PutIn]) -> Callable[[Any], Any]:
    """Sorted by value, then by the first quantity: within a part all are of one kind."""

    def value(row: Any) -> Any:
        came = get(row).delivered
        return (came.value_nzd, *(amount for _, amount in came.quantities[:1])) if came else None

    return value


def _text(get: Callable[[Any], PutIn]) -> Callable[[Any], str]:
    """What came, each amount on a line of its own, and then what was promised."""

    def text(row: Any) -> str:
        put_in = get(row)
        came = put_in.delivered.words.replace(" · ", "\n")
        if not put_in.promised:
            return came or "–"
        if put_in.promised == put_in.delivered:
            return f"{came}\nas promised"
        return f"{came or '–'}\npromised {put_in.promised.words}"

    return text


def _tone(get: Callable[[Any], PutIn]) -> Callable[[Any], str]:
    return lambda row: "" if get(row) else "muted"
