"""Follow-through as a table: a row an agency, a column a quarter, counts in every cell."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tracker.models.dates import MONTHS
from tracker.models.figures.follow_through import AgencyFollowThrough, FollowThrough
from tracker.models.period import Period
from tracker.models.value import Value, value
from tracker.ui.table import Column, Table

# As far back as a wide window shows.
_QUARTERS = 12


@value
class KeptRow(Value):
    """All agencies, or one of them."""

    key: str
    name: str
    counts: FollowThrough
    quarters: Mapping[Period, FollowThrough]


class KeptTable(Table):
    """The first row counts all; the oldest quarters leave first where a window is narrow."""

    def __init__(self) -> None:
        super().__init__(_columns(()), lambda row: str(row.key))

    def show_counts(
        self,
        counts: FollowThrough,
        quarters: Sequence[tuple[Period, FollowThrough]],
        agencies: Sequence[AgencyFollowThrough],
    ) -> None:
        """Shows the counts of all, and of each agency in the order given."""
        rows = [KeptRow("", "All agencies", counts, dict(quarters))] if agencies else []
        rows += [KeptRow(row.agency.id, row.agency.called, row.counts, row.quarters) for row in agencies]
        self.beginResetModel()
        self.columns = _columns([quarter for quarter, _ in quarters[-_QUARTERS:]])
        self._all = list(rows)
        self._arrange()
        self.endResetModel()


def quarter_words(quarter: Period) -> str:
    """Apr–Jun 2008."""
    first, last = quarter.first_day, quarter.last_day
    return f"{MONTHS[first.month - 1]}–{MONTHS[last.month - 1]} {last.year}"


def _columns(quarters: Sequence[Period]) -> tuple[Column, ...]:
    shown = [
        Column(
            quarter_words(quarter),
            _of(quarter),
            _words_of(quarter),
            width=124,
            least=118,
            share=1,
            drop=len(quarters) - place if len(quarters) - place > 1 else 0,
            tone=_tone_of(quarter),
        )
        for place, quarter in enumerate(quarters)
    ]
    name = Column("Agency", lambda row: row.name, width=180, least=140, share=2, bold=True)
    whole = Column("In all", lambda row: row.counts.fallen_due, lambda row: _words(row.counts), width=136, least=130)
    return (name, whole, *shown)


def _of(quarter: Period) -> Callable[[Any], int | None]:
    return lambda row: row.quarters[quarter].fallen_due if quarter in row.quarters else None


def _words_of(quarter: Period) -> Callable[[Any], str]:
    return lambda row: _words(row.quarters.get(quarter, FollowThrough()))


def _tone_of(quarter: Period) -> Callable[[Any], str]:
    return lambda row: "" if row.quarters.get(quarter, FollowThrough()).fallen_due else "muted"


def _words(counts: FollowThrough) -> str:
    if not counts.fallen_due:
        return "–"
    kept, _, moved = counts.words.partition(", ")
    return f"{kept}\n{moved}" if moved else kept
