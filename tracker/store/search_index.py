"""The index behind the search: each record's words, put in and taken out as it changes."""

import sqlite3

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
    title_field = record.title_field
    texts = [
        str(getattr(record, part.name))
        for part in fields_of(type(record))
        if part.searched and part.kept_as in (FieldType.LINE, FieldType.TEXT) and part.name != title_field
    ]
    return record.title, "\n".join(text for text in texts if text)


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


def forget_record(connection: sqlite3.Connection, row_id: str) -> None:
    """Takes a record's words out of the index."""
    known = connection.execute("SELECT number, title, body FROM search_entries WHERE row_id = ?", (row_id,)).fetchone()
    if known is None:
        return
    # An index over another table has to be told the words that go.
    connection.execute("INSERT INTO search_index(search_index, rowid, title, body) VALUES ('delete', ?, ?, ?)", known)
    connection.execute("DELETE FROM search_entries WHERE number = ?", known[:1])
