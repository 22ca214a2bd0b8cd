"""The index behind the search: each record's words, put in and taken out as it changes."""

import sqlite3
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from tracker.models.fields import FieldType, fields_of
from tracker.models.records.record import Record

# Of little use to a person who searches: details of another thing that is found itself.
_NOT_SEARCHED = frozenset(
    {
        "office",
        "thresholds",
        "attendances",
        "handovers",
        "members",
        "readings",
        "ratings",
        "due_changes",
        "indicator_values",
        "sign_offs",
    }
)


def entry_of(record: Record) -> tuple[str, str] | None:
    """What can be found of a record: title and text; None where the kind is not searched."""
    if record.table in _NOT_SEARCHED:
        return None
    held = vars(record)
    kind: Any = type(record)
    texts = [str(held[name]) for name in _searched(kind) if held[name]]
    return record.title, "\n".join(texts)


@cache
def _searched(kind: Any) -> tuple[str, ...]:
    """The fields of a kind whose words can be searched for, without its title."""
    return tuple(
        part.name
        for part in fields_of(kind)
        if part.searched and part.kept_as in (FieldType.LINE, FieldType.TEXT) and part.name != kind.title_field
    )


def index_record(connection: sqlite3.Connection, record: Record) -> None:
    """Puts a record's words into the index, in place of those it had."""
    entry = entry_of(record)
    if entry is None:
        return
    forget_record(connection, record.id)
    cursor = connection.execute(
        "INSERT INTO search_entries(table_name, row_id, title, body) VALUES (?, ?, ?, ?)",
        (record.table, record.id, *entry),
    )
    connection.execute("INSERT INTO search_index(rowid, title, body) VALUES (?, ?, ?)", (cursor.lastrowid, *entry))


def index_many(connection: sqlite3.Connection, records: Sequence[Record], known: Collection[str]) -> None:
    """Puts many records' words into the index; `known` are the ids of those that had words in it."""
    entries = [(record, entry) for record in records if (entry := entry_of(record))]
    for identity in known:
        forget_record(connection, identity)
    last = connection.execute("SELECT coalesce(max(number), 0) FROM search_entries").fetchone()[0]
    numbered = [(number, record, entry) for number, (record, entry) in enumerate(entries, start=last + 1)]
    connection.executemany(
        "INSERT INTO search_entries(number, table_name, row_id, title, body) VALUES (?, ?, ?, ?, ?)",
        [(number, record.table, record.id, *entry) for number, record, entry in numbered],
    )
    connection.executemany(
        "INSERT INTO search_index(rowid, title, body) VALUES (?, ?, ?)",
        [(number, *entry) for number, _, entry in numbered],
    )


def forget_record(connection: sqlite3.Connection, row_id: str) -> None:
    """Takes a record's words out of the index."""
    known = connection.execute("SELECT number, title, body FROM search_entries WHERE row_id = ?", (row_id,)).fetchone()
    if known is None:
        return
    # An index over another table has to be told the words that go.
    connection.execute("INSERT INTO search_index(search_index, rowid, title, body) VALUES ('delete', ?, ?, ?)", known)
    connection.execute("DELETE FROM search_entries WHERE number = ?", known[:1])
