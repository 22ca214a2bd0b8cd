"""History: what every step changed, read from its notes."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from tracker.models.past_step import Fate, PastStep, StepChange
from tracker.models.records import KIND_BY_TABLE, Record
from tracker.store.rows import Row
from tracker.store.steps import loaded


@dataclass(frozen=True)
class PastChange:
    """One change of one record in one step: what was there before and what after, by column.

    When a record appears `before` is None, when it goes `after` is; else both hold the changed columns alone.
    """

    number: int
    step: str
    at: datetime
    by: str
    kind: type[Record]
    record_id: str
    before: Row | None
    after: Row | None
    undone: bool


def past_changes(connection: sqlite3.Connection, record_id: str | None) -> list[PastChange]:
    """The history, newest first: of one record, or of the whole office."""
    where, values = ("WHERE c.row_id = ?", (record_id,)) if record_id else ("", ())
    rows = connection.execute(
        "SELECT s.number, s.name, s.at, s.by, c.table_name, c.row_id, c.before, c.after, s.undone_at"
        f" FROM changes c JOIN steps s ON s.number = c.step {where} ORDER BY c.number DESC",
        values,
    )
    return [
        PastChange(
            number=number,
            step=name,
            at=datetime.fromisoformat(at),
            by=by,
            kind=KIND_BY_TABLE[table],
            record_id=row_id,
            before=loaded(before),
            after=loaded(after),
            undone=undone_at is not None,
        )
        for number, name, at, by, table, row_id, before, after, undone_at in rows
    ]


def steps_since(connection: sqlite3.Connection, moment: datetime, most: int) -> tuple[list[PastStep], int]:
    """The latest steps after a moment that were not undone, newest first, at most so many; and how many there are."""
    # From the end: what lies before the moment is never read, however long the history is.
    rows = connection.execute("SELECT number, name, by, at FROM steps WHERE undone_at IS NULL ORDER BY number DESC")
    found: list[PastStep] = []
    count = 0
    for number, name, by, text in rows:
        at = datetime.fromisoformat(text)
        if at <= moment:
            break
        count += 1
        if len(found) < most:
            found.append(PastStep(number, name, by, at, _changes_of(connection, number)))
    return found, count


def _changes_of(connection: sqlite3.Connection, step: int) -> tuple[StepChange, ...]:
    rows = connection.execute(
        "SELECT table_name, row_id, before IS NULL, after IS NULL FROM changes WHERE step = ? ORDER BY number", (step,)
    )
    return tuple(
        StepChange(table, row_id, Fate.NEW if appeared else Fate.GONE if went else Fate.CHANGED)
        for table, row_id, appeared, went in rows
    )
