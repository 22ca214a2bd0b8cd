"""A table that an office has, as what it would bring in here: row by row new, here already or rejected.

Nothing that is here is changed by it: what has the same name is left as it is, and what reads like it is named.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from tracker.models.bring_fields import Part, Source, Sources, Thing
from tracker.models.bring_here import Here
from tracker.models.bring_rows import ROWS, BroughtRow
from tracker.models.file_values import words_of
from tracker.models.identifying import identifying
from tracker.models.log_entry import CellProblem
from tracker.models.log_import import RowOutcome
from tracker.models.log_words import shortened
from tracker.models.mistake import Mistake
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot

Value = str | int | Decimal | bool | datetime | None


@dataclass(frozen=True)
class FileTable:
    """A table as it stood in a file: its headings, its rows with their numbers there, and what was odd about it."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Value, ...]], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class BringReport:
    """One row of the dry run; `said` is the row in a line."""

    number: int
    outcome: RowOutcome
    said: str
    problems: tuple[CellProblem, ...] = ()
    warnings: tuple[CellProblem, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """All that is to be said of the row, a sentence each: what stands in the way first."""
        return tuple(problem.sentence for problem in (*self.problems, *self.warnings))


@dataclass(frozen=True)
class BringPlan:
    """The dry run of a whole table, and what would be kept."""

    thing: Thing
    rows: tuple[BringReport, ...]
    saves: tuple[Record, ...]
    notes: tuple[str, ...] = ()

    @property
    def rejected(self) -> int:
        """How many rows cannot be read: while there is one, nothing is kept."""
        return self._counted(RowOutcome.REJECTED)

    @property
    def new(self) -> int:
        """How many rows are new here."""
        return self._counted(RowOutcome.NEW)

    @property
    def words(self) -> str:
        """12 rows: 9 new, 2 here already, 1 rejected."""
        told = f"{self.new or 'none'} new, {self._counted(RowOutcome.SAME) or 'none'} here already"
        rows = f"{len(self.rows)} {'row' if len(self.rows) == 1 else 'rows'}"
        return f"{rows}: {told}, {self.rejected or 'none'} rejected"

    @property
    def step_name(self) -> str:
        """As undo names it: bring in 9 agencies."""
        return f"bring in {self.thing.counted(self.new)}"

    def refuse_rejected(self) -> None:
        """Raises Mistake while any row is rejected."""
        if self.rejected:
            rows = "1 row cannot" if self.rejected == 1 else f"{self.rejected} rows cannot"
            raise Mistake(f"Nothing was brought in, for {rows} be read: put right what is said of it, and try again.")

    def _counted(self, outcome: RowOutcome) -> int:
        return sum(row.outcome is outcome for row in self.rows)


def plan_bringing(
    snapshot: Snapshot, thing: Thing, table: FileTable, sources: Sources, mint: Callable[[], str]
) -> BringPlan:
    """What a table would bring in. Raises Mistake if a needed part comes from no column, or there is no row."""
    refuse_missing(thing, sources)
    if not table.rows:
        raise Mistake("There is no row under the headings: choose the file with the rows, or another sheet of it.")
    here, reports = Here(snapshot, mint), []
    for number, values in table.rows:
        told = {part: _value(source, values) for part, source in sources.items() if part in thing.parts}
        row = ROWS[thing](told, here, number)
        reports.append(_report(number, _warned(row, told), thing, told))
    saves = tuple(here.saves)
    return BringPlan(thing, tuple(reports), saves, table.notes)


def refuse_missing(thing: Thing, sources: Sources) -> None:
    """Raises Mistake for a needed part that comes from no column and is not the same for all rows."""
    missing = [part for part in thing.parts if part in thing.needed and not _given(sources.get(part))]
    if missing:
        names = " and ".join(f"“{part.label}”" for part in missing)
        raise Mistake(f"Say which column is {names}, or give words that hold for all rows.")


def _given(source: Source | None) -> bool:
    return source is not None and (source.column is not None or bool(source.words.strip()))


def _value(source: Source, values: Sequence[Value]) -> Value:
    if source.column is None:
        return source.words
    return values[source.column] if source.column < len(values) else None


def _warned(row: BroughtRow, told: dict[Part, Value]) -> BroughtRow:
    """With what may tell who a client is; a colleague's work e-mail is asked for, and is none."""
    found = [
        CellProblem(part, sign.words, f"looks like {sign.what}", "If it is a client's, take it out.")
        for part, value in told.items()
        if part is not Part.EMAIL and isinstance(value, str)
        for sign in identifying(value)
    ]
    return replace(row, warnings=(*row.warnings, *found))


def _report(number: int, row: BroughtRow, thing: Thing, told: dict[Part, Value]) -> BringReport:
    first = told.get(Part.WHAT if thing is Thing.PROMISES else Part.NAME)
    said = row.said or shortened(words_of(first), 120)
    outcome = RowOutcome.REJECTED if row.problems else RowOutcome.SAME if row.here else RowOutcome.NEW
    return BringReport(number, outcome, said, row.problems, row.warnings)
