"""Rows put into their tables by sqlite3 alone: one transaction, the office's pragmas, no history and no index."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

Insert = tuple[str, tuple[object, ...]]


def connect(path: Path) -> sqlite3.Connection:
    """A connection with the pragmas of an open office."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in (
        "locking_mode = EXCLUSIVE",
        "journal_mode = DELETE",
        "synchronous = FULL",
        "foreign_keys = ON",
        "trusted_schema = OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def insert(connection: sqlite3.Connection, rows: Sequence[Insert]) -> None:
    """Puts the rows in, each by its statement, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    for statement, values in rows:
        connection.execute(statement, values)
    connection.execute("COMMIT")
