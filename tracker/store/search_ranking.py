"""Which things of one kind hold any of some words: first those with more and rarer ones, and in titles."""

import sqlite3
from collections.abc import Iterable

from tracker.models.folding import unmarked

# A word in a title weighs so much more than one in the text.
_TITLE_WEIGHT = 3.0
# A long story has more words than can tell anything.
_MOST_WORDS = 40

_RANKED = """
    SELECT e.row_id FROM search_index JOIN search_entries e ON e.number = search_index.rowid
    WHERE search_index MATCH ? AND e.table_name = ?
    ORDER BY bm25(search_index, ?, 1.0), e.row_id LIMIT ?
"""


def ranked(connection: sqlite3.Connection, table: str, beginnings: Iterable[str], limit: int) -> list[str]:
    """Ids of what holds a word that begins with any of these, the best first; at most so many."""
    words = ["".join(letter for letter in unmarked(word) if letter.isalnum()) for word in beginnings]
    query = " OR ".join(f'"{word}"*' for word in words[:_MOST_WORDS] if word)
    if not query:
        return []
    return [row_id for (row_id,) in connection.execute(_RANKED, (query, table, _TITLE_WEIGHT, limit))]
