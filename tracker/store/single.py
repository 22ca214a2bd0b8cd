"""Single records by their id, for one who needs a handful of an office that may hold a hundred thousand."""

import sqlite3
from datetime import date
from typing import TypeVar, cast

from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot
from tracker.store.rows import columns_of, from_row, read_all
from tracker.store.steps import present_row

R = TypeVar("R", bound=Record)


class SingleRecords(Snapshot):
    """A snapshot that reads a record when its id is asked for, and a whole kind only when all of it is."""

    def __init__(self, today: date, connection: sqlite3.Connection) -> None:
        super().__init__(today, lambda kind: read_all(connection, kind))
        self._connection = connection
        self._found: dict[tuple[type[Record], str], Record | None] = {}

    def find(self, kind: type[R], identity: str | None) -> R | None:
        if not identity:
            return None
        key = (kind, identity)
        if key not in self._found:
            self._found[key] = self._read(kind, identity)
        return cast(R | None, self._found[key])

    def _read(self, kind: type[R], identity: str) -> R | None:
        row = present_row(self._connection, kind, identity)
        return from_row(kind, [row[name] for name in columns_of(kind)]) if row else None
