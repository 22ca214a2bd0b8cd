"""Searching everything by words, macrons and case ignored, as they are typed."""

import re
import sqlite3
from dataclasses import dataclass

from tracker.models.records import KIND_BY_TABLE, Record


@dataclass(frozen=True)
class Hit:
    """One thing found. `excerpt` is the text around the words, with the words between « and »."""

    kind: type[Record]
    id: str
    title: str
    excerpt: str


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
