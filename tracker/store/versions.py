"""Which SQLite keeps the offices."""

import sqlite3


def sqlite_version() -> str:
    """The version of the SQLite library, such as 3.53.4."""
    return sqlite3.sqlite_version
