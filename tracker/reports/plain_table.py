"""A table as it is seen, as plain data: what each cell is and how it is written, before it leaves the office."""

from dataclasses import dataclass
from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.handout_words import BASIS, stays_words
from tracker.models.figures.timeline_words import several


@dataclass(frozen=True)
class PlainColumn:
    """One column. `values` are what is sorted by, `texts` what is shown, one each a row.

    `right` stands right, as figures do; `hidden` has no room on the screen and leaves all the same.
    """

    heading: str
    values: tuple[object, ...]
    texts: tuple[str, ...]
    right: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class PlainTable:
    """A table with what it is called, whose it is and of which day.

    `rows` leave, of `total` that there are; `stays` are restricted and shown to the office alone. `filtered` is what
    was typed into the filter. `parts` names the part each row stands in, where the table falls into parts.
    """

    title: str
    office: str
    as_at: date
    columns: tuple[PlainColumn, ...]
    rows: int
    total: int
    stays: int = 0
    filtered: str = ""
    parts: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it is, with its filter: Promises, filtered by “police”."""
        return f"{self.title}, filtered by “{self.filtered}”" if self.filtered else self.title

    @property
    def first_line(self) -> str:
        """What it is, the filter, the office and the day."""
        return f"{self.name}: {self.office}, {shown(self.as_at)}"

    @property
    def size_words(self) -> str:
        """12 of 40 rows, 8 columns."""
        is_part = self.total > self.rows + self.stays
        rows = f"{self.rows:,} of {self.total:,} rows" if is_part else several(self.rows, "row", "rows")
        return f"{rows}, {several(len(self.columns), 'column', 'columns')}"

    @property
    def about(self) -> str:
        """How much it is, what stays in the office, what is here and had no room on the screen, and for whom it is."""
        hidden = [column.heading for column in self.columns if column.hidden]
        here_too = f" No room on the screen, and here: {', '.join(hidden)}." if hidden else ""
        return f"{self.size_words}. {stays_words(self.stays)}{here_too} {BASIS}"
