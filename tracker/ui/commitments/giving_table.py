"""Who gives promises to whom as a table: a row a giver, a column a taker, counts in every cell."""

from collections.abc import Callable
from typing import Any

from tracker.models.figures.giving import OTHERS, THE_GROUP, Giving
from tracker.models.value import Value, value
from tracker.ui.table import RIGHT, Column, Table


@value
class GivingRow(Value):
    """One giver, with the counts of all."""

    key: str
    name: str
    giving: Giving


class GivingTable(Table):
    """Read row by row: what the agency gave to each of those named above."""

    def __init__(self) -> None:
        super().__init__((Column("From", lambda row: row.name),), lambda row: str(row.key))

    def show_giving(self, giving: Giving) -> None:
        """Shows other counts."""
        rows = [GivingRow(key, _capital(name), giving) for key, name in giving.givers]
        self.beginResetModel()
        self.columns = (
            Column("From", lambda row: row.name, width=190, least=170, share=2, bold=True),
            Column("In all", lambda row: row.giving.given(row.key), align=RIGHT, width=72, least=64),
            *(_column(key, name) for key, name in sorted(giving.takers, key=_agencies_last)),
        )
        self._all = list(rows)
        self._arrange()
        self.endResetModel()


def _agencies_last(taker: tuple[str, str]) -> bool:
    """Most promises are to the group or to people outside: these two stand where no scrolling hides them."""
    return taker[0] not in (THE_GROUP, OTHERS)


def _column(key: str, name: str) -> Column:
    width = 40 + 7 * len(name)
    return Column(f"To {name}", _count(key), align=RIGHT, width=width, least=width, share=1, tone=_tone(key))


def _count(key: str) -> Callable[[Any], int]:
    return lambda row: int(row.giving.count(row.key, key))


def _tone(key: str) -> Callable[[Any], str]:
    return lambda row: "" if row.giving.count(row.key, key) else "muted"


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
