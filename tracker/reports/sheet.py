"""A sheet as plain data: one table with its columns and rows, before anything is written."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import IntEnum, auto
from functools import cached_property

from tracker.models.records.record import Record

# The title stands in A1, what the sheet is about below it; the headings are in row 4 and the rows begin in row 5.
HEADING_ROW = 4
FIRST_ROW = 5
# The one row of a table that has none, so that a nil return is seen to be meant.
NOTHING = "Nothing in this period"
# Marks, in the first column, a row that goes on with a text too long for one cell.
CONTINUED = "continued"
LONGEST_CELL = 32_767
# How the heading of a column for people ends, on a sheet that is otherwise recorded.
FILL_IN = "(fill in)"
# The one sheet without a table, and the sheet with its figures, which follows it.
CHARTS = "Charts"
CHART_DATA = "Chart_data"


class Look(IntEnum):
    """How a column shows what it holds. A number, because a format is looked up for each cell."""

    TEXT = auto()
    NUMBER = auto()
    SHARE = auto()
    FACTOR = auto()
    DAY = auto()
    MOMENT = auto()


@dataclass(frozen=True)
class Formula:
    """A formula and the value it has now. `{row}` stands for its own row."""

    text: str
    value: str | int | Decimal


@dataclass(frozen=True)
class Link:
    """A way to another sheet of the same workbook."""

    sheet: str
    text: str


Cell = str | int | Decimal | date | Formula | Link | None


@dataclass(frozen=True)
class Column:
    """One column. `width` in characters; `computed` holds formulas, `fill_in` is for people: neither is checksummed."""

    heading: str
    width: float = 14
    look: Look = Look.TEXT
    computed: bool = False
    fill_in: bool = False
    choices: tuple[str, ...] = ()

    @property
    def raw(self) -> bool:
        """Whether the column holds what was recorded."""
        return not self.computed and not self.fill_in


@dataclass(frozen=True)
class Sheet:
    """One sheet with one table. `records` names what each row is about, where it is about one record.

    A `raw` sheet holds what was recorded, for machines, and enters the checksum. A `working` sheet is one to work in,
    with filters and headings that stay: head office's workbook alone has some.
    """

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    records: tuple[Record | None, ...] = field(default=())
    raw: bool = False
    working: bool = False

    @property
    def last_row(self) -> int:
        """The number of the table's last row, as the workbook counts."""
        return HEADING_ROW + max(1, len(self.rows))

    @property
    def table_name(self) -> str:
        """The name of the table in the workbook."""
        return f"tbl_{self.name}"

    def letter(self, heading: str) -> str:
        """The letters of the column with that heading. Raises ValueError if there is none."""
        return letters(self._place(heading))

    def span(self, heading: str) -> str:
        """The column's rows as a formula names them, such as Results!$H$5:$H$12."""
        letter = self.letter(heading)
        return f"{self.name}!${letter}${FIRST_ROW}:${letter}${self.last_row}"

    def cell(self, heading: str, row: int) -> str:
        """One cell as a formula names it, such as Results!$H$5."""
        return f"{self.name}!${self.letter(heading)}${row}"

    def row_of(self, record: Record) -> int | None:
        """The number of the first row that is about a record; None if there is none."""
        return self._rows_by_id.get(record.id)

    def with_rows(self, rows: tuple[tuple[Cell, ...], ...], records: tuple[Record | None, ...]) -> "Sheet":
        """The same sheet with other rows."""
        return replace(self, rows=rows, records=records)

    @cached_property
    def _rows_by_id(self) -> dict[str, int]:
        """Looked up for each of many rows, so counted once."""
        rows: dict[str, int] = {}
        for place, found in enumerate(self.records):
            if found is not None:
                rows.setdefault(found.id, FIRST_ROW + place)
        return rows

    def _place(self, heading: str) -> int:
        return [column.heading for column in self.columns].index(heading)


def letters(place: int) -> str:
    """The letters of a column counted from 0: 0 is A, 26 is AA."""
    text = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
