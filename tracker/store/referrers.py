"""Who leads to a record: it cannot be removed while something else still needs it."""

import sqlite3
from collections.abc import Iterator
from functools import cache

from tracker.models import records
from tracker.models.fields import FieldType, fields_of
from tracker.models.mistake import Mistake
from tracker.models.records.record import Record


def refuse_if_led_to(connection: sqlite3.Connection, record: Record) -> None:
    """Raises Mistake, naming and counting them, if other records lead to this one."""
    found = [f"{count} {kind.noun if count == 1 else kind.nouns}" for kind, count in _counts(connection, record)]
    if found:
        name = f"“{record.title}”" if record.title else f"This {record.noun}"
        raise Mistake(f"{name} cannot be removed while it is needed by {_listed(found)}: remove or change those first.")


def _counts(connection: sqlite3.Connection, record: Record) -> Iterator[tuple[type[Record], int]]:
    for kind, conditions in _leading(type(record).__name__):
        values = [record.id if condition.endswith("= ?") else f'%"{record.id}"%' for condition in conditions]
        count = connection.execute(
            f'SELECT count(*) FROM "{kind.table}" WHERE ({" OR ".join(conditions)}) AND id <> ?', (*values, record.id)
        ).fetchone()[0]
        if count:
            yield kind, count


@cache
def _leading(name: str) -> tuple[tuple[type[Record], tuple[str, ...]], ...]:
    found = []
    for kind in records.KINDS:
        conditions = [
            f'"{part.name}" = ?' if part.kept_as is FieldType.REFERENCE else f'"{part.name}" LIKE ?'
            for part in fields_of(kind)
            if part.refers_to == name
        ]
        if conditions:
            found.append((kind, tuple(conditions)))
    return tuple(found)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
