"""Steps: each is one transaction, and its notes of before and after are the history that undo and redo play."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from tracker.models import records
from tracker.models.mistake import Mistake
from tracker.models.records.record import Record
from tracker.store.rows import Row, Value, columns_of, from_row, to_row
from tracker.store.search_index import forget_record, index_many, index_record

# From so many records on, it pays to ask and write for all of them at once.
_MANY = 20
# So many ids are asked for in one statement.
_AT_ONCE = 500
# Made once: json.dumps makes one for each row that it is to leave in its own letters.
_ENCODER = json.JSONEncoder(ensure_ascii=False)
_NOTE = "INSERT INTO changes(step, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?)"


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
    _note(connection, step, record.table, record.id, *_changes(before, after))
    _put(connection, type(record), after)
    index_record(connection, record)
    return True


def write_many(connection: sqlite3.Connection, step: int, records: Sequence[Record]) -> frozenset[type[Record]]:
    """Saves records as `write` does, kind by kind and each statement once for all; returns the kinds that changed."""
    by_kind: dict[type[Record], dict[str, Record]] = {}
    for record in records:
        by_kind.setdefault(type(record), {})[record.id] = record
    if len(records) < _MANY or sum(map(len, by_kind.values())) < len(records):
        return frozenset([type(record) for record in records if write(connection, step, record)])
    return frozenset([kind for kind, those in by_kind.items() if _write_kind(connection, step, kind, those)])


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
    return present_rows(connection, kind, [record_id]).get(record_id)


def present_rows(connection: sqlite3.Connection, kind: type[Record], ids: Sequence[str]) -> dict[str, Row]:
    """The rows as they stand, by id; those that are not there are left out."""
    columns = columns_of(kind)
    names = ", ".join(f'"{name}"' for name in columns)
    found: dict[str, Row] = {}
    for start in range(0, len(ids), _AT_ONCE):
        wanted = ids[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(wanted))
        rows = connection.execute(f'SELECT {names} FROM "{kind.table}" WHERE id IN ({marks})', wanted)
        found.update((values[0], dict(zip(columns, values, strict=True))) for values in rows)
    return found


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


def _write_kind(connection: sqlite3.Connection, step: int, kind: type[Record], records: Mapping[str, Record]) -> bool:
    """Saves records of one kind, by their ids; returns whether anything changed."""
    present = present_rows(connection, kind, list(records))
    after = {identity: to_row(record) for identity, record in records.items()}
    changed = [identity for identity, row in after.items() if present.get(identity) != row]
    if not changed:
        return False
    notes = (_changes(present.get(identity), after[identity]) for identity in changed)
    connection.executemany(
        _NOTE,
        [
            (step, kind.table, identity, _dumped(before), _dumped(now))
            for identity, (before, now) in zip(changed, notes, strict=True)
        ],
    )
    _change_many(connection, _put_sql(kind), [tuple(after[identity].values()) for identity in changed])
    index_many(connection, [records[identity] for identity in changed], {each for each in changed if each in present})
    return True


def _changes(before: Row | None, after: Row) -> tuple[Row | None, Row]:
    """What a note holds: a whole row where a record appears, else the columns that changed."""
    if before is None:
        return None, after
    changed = [name for name in after if before[name] != after[name]]
    return {name: before[name] for name in changed}, {name: after[name] for name in changed}


def _note(
    connection: sqlite3.Connection, step: int, table: str, row_id: str, before: Row | None, after: Row | None
) -> None:
    connection.execute(_NOTE, (step, table, row_id, _dumped(before), _dumped(after)))


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
    _change(connection, _put_sql(kind), [row[name] for name in columns_of(kind)])


def _put_sql(kind: type[Record]) -> str:
    declared: Any = kind
    return _made_put_sql(declared)


@cache
def _made_put_sql(kind: Any) -> str:
    columns = columns_of(kind)
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    updates = ", ".join(f'"{name}" = excluded."{name}"' for name in columns[1:])
    return f'INSERT INTO "{kind.table}"({names}) VALUES ({marks}) ON CONFLICT(id) DO UPDATE SET {updates}'


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


def _change_many(connection: sqlite3.Connection, statement: str, rows: Sequence[Sequence[Value]]) -> None:
    """As `_change`, for many: what went in before one that had to wait goes in once more, which changes nothing."""
    try:
        connection.executemany(statement, rows)
    except sqlite3.IntegrityError:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        connection.executemany(statement, rows)


def _dumped(row: Row | None) -> str | None:
    return None if row is None else _ENCODER.encode(row)


def loaded(text: str | None) -> Row | None:
    """A note as it was kept: a row or a part of one, or None where there was nothing."""
    return None if text is None else json.loads(text)
