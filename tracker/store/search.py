"""Searching everything by words, macrons and case ignored, as they are typed."""

import re
import sqlite3
import unicodedata
from dataclasses import dataclass

from tracker.models.records import KIND_BY_TABLE, Record


@dataclass(frozen=True)
class Hit:
    """One thing found. `excerpt` is the text around the words, with the words between « and »."""

    kind: type[Record]
    id: str
    title: str
    excerpt: str


_FOUND = """
    SELECT e.table_name, e.row_id, e.title, snippet(search_index, -1, '«', '»', '…', 12)
    FROM search_index JOIN search_entries e ON e.number = search_index.rowid
    WHERE search_index MATCH :query
    ORDER BY
        CASE WHEN e.number IN (SELECT rowid FROM search_index WHERE search_index MATCH :name)
            OR e.row_id IN (SELECT id FROM groups WHERE :code IN (lower(code), lower(short_name)))
            OR e.row_id IN (SELECT id FROM agencies WHERE :code IN (lower(code), lower(short_name)))
        THEN CASE e.table_name WHEN 'groups' THEN 0 WHEN 'agencies' THEN 1 WHEN 'people' THEN 2 ELSE 3 END
        ELSE 3 END,
        bm25(search_index, 5.0, 1.0),
        e.number DESC
    LIMIT :limit
"""
# A phrase between quotation marks, or a word; and the words that the index knows.
_TERM = re.compile(r'["“„]([^"“”„]*\w[^"“”„]*)["”“]|(\w+)')
_WORD = re.compile(r"[^\W_]+")
# Nobody types more words than this; a page that is pasted is searched by its beginning.
_MOST_WORDS = 24


def search(connection: sqlite3.Connection, text: str, limit: int) -> list[Hit]:
    """What holds all the words of `text`, the last of them as the beginning of a word; best first.

    Words between quotation marks must stand together. Groups, agencies and people that are called so come first.
    """
    query = _query(text)
    if not query:
        return []
    values = {"query": query, "name": f"title : ({query})", "code": text.strip().lower(), "limit": limit}
    rows = connection.execute(_FOUND, values)
    return [Hit(KIND_BY_TABLE[table], row_id, title, excerpt) for table, row_id, title, excerpt in rows]


def _query(text: str) -> str:
    """The words in the index's own language; "" without any."""
    # A macron may have been typed as a mark of its own.
    found = _TERM.findall(unicodedata.normalize("NFC", text))[:_MOST_WORDS]
    terms = [" ".join(_WORD.findall(phrase or word)) for phrase, word in found]
    # Only a bare word at the end may be unfinished: one in quotation marks is whole.
    unfinished = bool(found) and bool(found[-1][1])
    marks = [""] * (len(terms) - 1) + ["*" if unfinished else ""]
    return " ".join(f'"{term}"{mark}' for term, mark in zip(terms, marks, strict=False) if term)
