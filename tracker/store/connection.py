"""The one connection to an office file, and the pragmas it is opened with."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from tracker.models.mistake import Mistake
from tracker.store.trouble import reading

# What SQLite leaves beside a file when a save is cut off, or when another program has set the file to write ahead.
SIDECARS = ("-journal", "-wal")
# So long a virus scanner, or a command that is just reading, may keep the file from being opened.
_PATIENCE_SECONDS = 1.0


def connect(path: Path) -> sqlite3.Connection:
    """A connection that reads and writes, alone: nobody else gets in until it is closed.

    Raises Mistake if another program is using the file.
    """
    connection = sqlite3.connect(path, isolation_level=None, timeout=_PATIENCE_SECONDS)
    try:
        with reading(path):
            for pragma in (
                "locking_mode = EXCLUSIVE",
                "journal_mode = DELETE",
                "synchronous = FULL",
                "foreign_keys = ON",
                "trusted_schema = OFF",
            ):
                connection.execute(f"PRAGMA {pragma}")
            # Takes and keeps the lock now, so that a second program is refused at the door and not at the first save.
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def after_failure(connection: sqlite3.Connection, path: Path, error: BaseException) -> sqlite3.Connection:
    """The connection after a step that failed, with nothing of the step left; a new one if the disk was what failed.

    SQLite leaves it to the next who opens the file to roll back what a full disk has cut off.
    """
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    if not isinstance(error, sqlite3.DatabaseError) or _primary(error) not in (
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
    ):
        return connection
    connection.close()
    return connect(path)


def connect_to_read(path: Path, *, writes_ahead: bool = False) -> sqlite3.Connection:
    """A connection that writes nothing, neither to the file nor beside it, and sees one moment of it.

    A file with a save that was cut off, or one that `writes_ahead`, is read from a copy in memory.
    """
    with reading(path):
        if writes_ahead:
            return _copy_in_memory(path)
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=0)
        try:
            return _begun(connection)
        except sqlite3.DatabaseError as error:
            connection.close()
            if _primary(error) not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
                raise
        return _copy_in_memory(path)


def _begun(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("BEGIN")
    connection.execute("SELECT number FROM steps LIMIT 1").fetchone()
    return connection


def _copy_in_memory(path: Path) -> sqlite3.Connection:
    # Loaded here: hardly any office is read this way.
    import shutil
    import tempfile

    real = os.path.realpath(path)
    try:
        with tempfile.TemporaryDirectory() as folder:
            copy = f"{folder}{os.sep}copy"
            for ending in ("", *SIDECARS):
                if os.path.lexists(real + ending):
                    shutil.copyfile(real + ending, copy + ending)
            with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode = DELETE")
                image = connection.serialize()
    except OSError as error:
        raise Mistake(f"{path.name} could not be copied to be read ({error.strerror}): look at the disk.") from error
    memory = sqlite3.connect(":memory:", isolation_level=None)
    memory.deserialize(image)
    return _begun(memory)


def _primary(error: sqlite3.DatabaseError) -> int:
    """SQLite's plain result code, without what the extended one adds."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
