"""The shape of the office file, version by version. Migrations are appended and never edited.

Each is plain SQL in a file of its own, without any live class: what it made then, it makes for ever. The version in
`user_version` is the number of the last one. sqlite-utils keeps the list of those applied; it does not notice a file
that is newer than the program, so the office asks before it comes here.
"""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# The files of this folder, oldest first; the place in the list, from 1, is the version that each one leads to.
SCRIPTS: tuple[str, ...] = (
    "0001_first.sql",
    "0002_meetings.sql",
    "0003_people.sql",
    "0004_life_cycle.sql",
    "0005_returns.sql",
)

VERSION = len(SCRIPTS)

# "PTRK" in ASCII: says in the file's header whose it is.
APPLICATION_ID = 0x5054_524B


def migrate(connection: sqlite3.Connection) -> None:
    """Brings a file up to VERSION, each migration in a transaction of its own."""
    from sqlite_utils import Database, Migrations

    database = Database(connection, execute_plugins=False)
    migrations = Migrations("tracker")
    for version, script in enumerate(SCRIPTS, start=1):
        migrations(name=script)(_applying(script, version))
    migrations.apply(database)


def _applying(script: str, version: int) -> Callable[["Database"], None]:
    statements = statements_of(script)

    def apply(database: "Database") -> None:
        for statement in statements:
            database.conn.execute(statement)
        database.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.conn.execute(f"PRAGMA user_version = {version}")

    return apply


def statements_of(script: str) -> list[str]:
    """The statements of a migration. `executescript` would commit first, so that a crash could leave half of it."""
    # Loaded here: asking a file for its version needs none of this.
    from importlib.resources import files

    text = files(__package__).joinpath(script).read_text(encoding="utf-8")
    statements: list[str] = []
    pending = ""
    for line in text.splitlines():
        pending += line + "\n"
        if sqlite3.complete_statement(pending):
            statements.append(pending.strip())
            pending = ""
    return [statement for statement in statements if statement]
