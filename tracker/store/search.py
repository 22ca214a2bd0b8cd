"""Searching everything by words, macrons and case ignored, as they are typed."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tracker.models.records import KIND_BY_TABLE, Record
from tracker.store.search_words import SearchWords

# However common a word is, so many of the things that hold it are looked at, the latest first: ranking all of them
# would take as long as there are many. Somebody who means an older one types another word.
_LOOKED_AT = 1_000

_NAMES = """
    SELECT 'groups', id, name, short_name || ' ' || code FROM groups
    UNION ALL SELECT 'agencies', id, name, short_name || ' ' || te_reo_name || ' ' || code FROM agencies
    UNION ALL SELECT 'people', id, name, '' FROM people
"""
_LATEST = """
    SELECT e.table_name, e.row_id, e.title
    FROM search_index JOIN search_entries e ON e.number = search_index.rowid
    WHERE search_index MATCH ?
    ORDER BY search_index.rowid DESC LIMIT ?
"""
_ENTRY = "SELECT title, body FROM search_entries WHERE row_id = ?"


@dataclass(frozen=True)
class Hit:
    """One thing found. `excerpt` is the text around the words, with the words between « and »."""

    kind: type[Record]
    id: str
    title: str
    excerpt: str


class _Key(NamedTuple):
    table: str
    row_id: str


def search(connection: sqlite3.Connection, text: str, limit: int, each: int | None = None) -> list[Hit]:
    """What holds all the words of `text`, the last of them as the beginning of a word; best first.

    Words between quotation marks must stand together. Groups, agencies and people that are called so come first, then
    what has the words in its title, each the latest first. `each` is how many there may be of one kind.
    """
    words = SearchWords(text)
    if not words.query:
        return []
    found: dict[_Key, None] = {}
    counts: Counter[str] = Counter()
    for key in _candidates(connection, words, max(limit, _LOOKED_AT)):
        if len(found) == limit:
            break
        if key not in found and (each is None or counts[key.table] < each):
            found[key] = None
            counts[key.table] += 1
    return [_hit(connection, key, words) for key in found]


def _candidates(connection: sqlite3.Connection, words: SearchWords, most: int) -> Iterator[_Key]:
    yield from _called_so(connection, words)
    latest = connection.execute(_LATEST, (words.query, most)).fetchall()
    if words.just_begun:
        # Nearly everything holds one letter: to put titles first would take as long again and tell nothing.
        in_title = []
    elif len(latest) == most:
        # There are more of them than are looked at: those with the words in their title are asked for apart.
        in_title = connection.execute(_LATEST, (f"title : ({words.query})", most)).fetchall()
    else:
        in_title = [row for row in latest if words.stand_in(row[2])]
    for table, row_id, _ in (*in_title, *latest):
        yield _Key(table, row_id)


def _called_so(connection: sqlite3.Connection, words: SearchWords) -> list[_Key]:
    """Groups, agencies and people by what they are called; there are few enough to look at every one."""
    ranked = [
        (rank, place, _Key(table, row_id))
        for place, (table, row_id, name, others) in enumerate(connection.execute(_NAMES))
        if (rank := words.rank(name, others)) is not None
    ]
    return [key for _, _, key in sorted(ranked)]


def _hit(connection: sqlite3.Connection, key: _Key, words: SearchWords) -> Hit:
    title, body = connection.execute(_ENTRY, (key.row_id,)).fetchone()
    return Hit(KIND_BY_TABLE[key.table], key.row_id, title, words.excerpt(title, body))
