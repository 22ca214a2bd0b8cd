"""Searching everything by words, macrons and case ignored, as they are typed."""

import re
import sqlite3
from dataclasses import dataclass

from tracker.models.fields import FieldType, fields_of
from tracker.models.records import KIND_BY_TABLE, Record

# Of little use to a person who searches: details of another thing that is found itself.
_NOT_SEARCHED = frozenset(
    {"office", "thresholds", "attendances", "handovers", "members", "readings", "ratings", "due_changes", "sign_offs"}
)


@dataclass(frozen=True)
class Hit:
    """One thing found. `excerpt` is the text around the words, with the words between « and »."""

    kind: type[Record]
    id: str
    title: str
    excerpt: str


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


def search(connection: sqlite3.Connection, text: str, limit: int) -> list[Hit]:
    """What holds all the words of `text`, the last of them as the beginning of a word; best first."""
    words = re.findall(r"\w+", text)
    if not words:
        return []
    query = " ".join(f'"{word}"' for word in words[:-1]) + f' "{words[-1]}"*'
    rows = connection.execute(
        "SELECT e.table_name, e.row_id, e.title, snippet(search_index, -1, '«', '»', '…', 12)"
        " FROM search_index JOIN search_entries e ON e.number = search_index.rowid"
        " WHERE search_index MATCH ? ORDER BY bm25(search_index, 5.0, 1.0), e.number DESC LIMIT ?",
        (query.strip(), limit),
    )
    return [Hit(KIND_BY_TABLE[table], row_id, title, excerpt) for table, row_id, title, excerpt in rows]
