"""Steps: each is one transaction, and its notes of before and after are the history that undo and redo play."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from tracker.models import records
from tracker.models.mistake import Mistake
from tracker.models.records.record import Record
from tracker.store.rows import Row, Value, columns_of, from_row, to_row
from tracker.store.search_index import forget_record, index_record


def begin_step(connection: sqlite3.Connection, name: str, at: datetime, by: str, *, barrier: bool) -> int:
    """Notes that a step begins; what had been undone can no longer be redone. Returns the step's number."""
    connection.execute("UPDATE steps SET dropped = 1 WHERE undone_at IS NOT NULL AND dropped = 0")
    cursor = connection.execute(
        "INSERT INTO steps(name, at, by, barrier) VALUES (?, ?, ?, ?)", (name, at.isoformat(), by, int(barrier))
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def write(connection: sqlite3.Connection, step: int, record: Record) -> bool:
    """Saves one record and notes the change; returns whether anything changed."""
    before = present_row(connection, type(record), record.id)
    after = to_row(record)
    if before == after:
        return False
    if before is None:
        _note(connection, step, record.table, record.id, None, after)
    else:
        changed = [name for name in after if before[name] != after[name]]
        _note(
            connection,
            step,
            record.table,
            record.id,
            {name: before[name] for name in changed},
            {name: after[name] for name in changed},
        )
    _put(connection, type(record), after)
    index_record(connection, record)
    return True


def erase(connection: sqlite3.Connection, step: int, record: Record) -> None:
    """Removes one record and notes what it was. Raises Mistake if it is gone already."""
    before = present_row(connection, type(record), record.id)
    if before is None:
        raise Mistake(f"This {record.noun} has been removed already.")
    _note(connection, step, record.table, record.id, before, None)
    _delete(connection, record.table, record.id)
    forget_record(connection, record.id)


def present_row(connection: sqlite3.Connection, kind: type[Record], record_id: str) -> Row | None:
    """The row as it stands, or None."""
    columns = columns_of(kind)
    names = ", ".join(f'"{name}"' for name in columns)
    values = connection.execute(f'SELECT {names} FROM "{kind.table}" WHERE id = ?', (record_id,)).fetchone()
    return None if values is None else dict(zip(columns, values, strict=True))


def undoable(connection: sqlite3.Connection) -> tuple[int, str] | None:
    """The step that undo would take back, or None: undo stops at a barrier."""
    row = connection.execute(
        "SELECT number, name, barrier FROM steps WHERE undone_at IS NULL ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return None if row is None or row[2] else (row[0], row[1])


def redoable(connection: sqlite3.Connection) -> tuple[int, str] | None:
    """The step that redo would bring back, or None."""
    row: tuple[int, str] | None = connection.execute(
        "SELECT number, name FROM steps WHERE undone_at IS NOT NULL AND dropped = 0 ORDER BY number LIMIT 1"
    ).fetchone()
    return row


def take_back(connection: sqlite3.Connection, step: int, at: datetime) -> frozenset[type[Record]]:
    """Plays a step's notes backwards; returns the kinds that changed."""
    notes = _notes(connection, step, "DESC")
    kinds = {_play(connection, note.table, note.row_id, note.after, note.before) for note in notes}
    connection.execute("UPDATE steps SET undone_at = ? WHERE number = ?", (at.isoformat(), step))
    return frozenset(kinds)


def bring_back(connection: sqlite3.Connection, step: int) -> frozenset[type[Record]]:
    """Plays an undone step's notes forwards; returns the kinds that changed."""
    notes = _notes(connection, step, "ASC")
    kinds = {_play(connection, note.table, note.row_id, note.before, note.after) for note in notes}
    connection.execute("UPDATE steps SET undone_at = NULL WHERE number = ?", (step,))
    return frozenset(kinds)


class _NoteRow(NamedTuple):
    table: str
    row_id: str
    before: Row | None
    after: Row | None


def _notes(connection: sqlite3.Connection, step: int, order: str) -> list[_NoteRow]:
    rows: Iterable[tuple[str, str, str | None, str | None]] = connection.execute(
        f"SELECT table_name, row_id, before, after FROM changes WHERE step = ? ORDER BY number {order}", (step,)
    )
    return [_NoteRow(table, row_id, loaded(before), loaded(after)) for table, row_id, before, after in rows]


def _note(
    connection: sqlite3.Connection, step: int, table: str, row_id: str, before: Row | None, after: Row | None
) -> None:
    connection.execute(
        "INSERT INTO changes(step, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?)",
        (step, table, row_id, _dumped(before), _dumped(after)),
    )


def _play(
    connection: sqlite3.Connection, table: str, row_id: str, expected: Row | None, wanted: Row | None
) -> type[Record]:
    kind = records.KIND_BY_TABLE[table]
    present = present_row(connection, kind, row_id)
    moved_on = (present is None) != (expected is None) or (
        present is not None and expected is not None and any(present.get(name) != expected[name] for name in expected)
    )
    if moved_on:
        raise Mistake(f"This cannot be undone any more: the {kind.noun} has changed since.")
    if wanted is None:
        _delete(connection, table, row_id)
        forget_record(connection, row_id)
        return kind
    # A note of an older version lacks the fields that came since: they are as in an empty form.
    row = {**(present or to_row(kind(id=row_id))), **wanted}
    _put(connection, kind, row)
    index_record(connection, from_row(kind, [row[name] for name in columns_of(kind)]))
    return kind


def _put(connection: sqlite3.Connection, kind: type[Record], row: Row) -> None:
    columns = columns_of(kind)
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    updates = ", ".join(f'"{name}" = excluded."{name}"' for name in columns[1:])
    _change(
        connection,
        f'INSERT INTO "{kind.table}"({names}) VALUES ({marks}) ON CONFLICT(id) DO UPDATE SET {updates}',
        [row[name] for name in columns],
    )


def _delete(connection: sqlite3.Connection, table: str, row_id: str) -> None:
    _change(connection, f'DELETE FROM "{table}" WHERE id = ?', [row_id])


def _change(connection: sqlite3.Connection, statement: str, values: Sequence[Value]) -> None:
    """A step may save a child before its parent; what counts is that all is right at its end."""
    try:
        connection.execute(statement, values)
    except sqlite3.IntegrityError:
        # Asked for only now: this pragma throws away every prepared statement, which costs each step a third more.
        connection.execute("PRAGMA defer_foreign_keys = ON")
        connection.execute(statement, values)


def _dumped(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False)


def loaded(text: str | None) -> Row | None:
    """A note as it was kept: a row or a part of one, or None where there was nothing."""
    return None if text is None else json.loads(text)
