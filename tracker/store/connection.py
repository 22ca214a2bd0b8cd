"""The one connection to an office file, and the pragmas it is opened with."""

import sqlite3
from pathlib import Path

from tracker.store.trouble import in_plain_words


def connect(path: Path) -> sqlite3.Connection:
    """A connection that reads and writes, alone: nobody else gets in until it is closed.

    Raises Mistake if another program is using the file.
    """
    connection = sqlite3.connect(path, isolation_level=None, timeout=0)
    with in_plain_words(path):
        for pragma in (
            "locking_mode = EXCLUSIVE",
            "journal_mode = DELETE",
            "synchronous = FULL",
            "foreign_keys = ON",
            "trusted_schema = OFF",
        ):
            connection.execute(f"PRAGMA {pragma}")
        # Takes and keeps the lock now, so that a second program is refused at the door and not at the first save.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that writes nothing to the file."""
    with in_plain_words(path):
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=0)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("SELECT number FROM steps LIMIT 1").fetchone()
    return connection
