"""Records to rows and back: the one place that knows how a field is kept in a column."""

import gc
import json
import sqlite3
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from tracker.models import records
from tracker.models.fields import Field, FieldType, fields_of
from tracker.models.records.record import Record

Value = str | int | None
Row = dict[str, Value]
R = TypeVar("R", bound=Record)

# So many records are read again one by one after a change, and not the whole kind.
_FEW = 500

_COLUMN_TYPES = {
    FieldType.WHOLE: "INTEGER",
    FieldType.YES_NO: "INTEGER NOT NULL DEFAULT 0",
    FieldType.LINE: "TEXT NOT NULL DEFAULT ''",
    FieldType.TEXT: "TEXT NOT NULL DEFAULT ''",
    FieldType.CHOICES: "TEXT NOT NULL DEFAULT '[]'",
    FieldType.REFERENCES: "TEXT NOT NULL DEFAULT '[]'",
    FieldType.SCORES: "TEXT NOT NULL DEFAULT '[]'",
}


def columns_of(kind: type[Record]) -> tuple[str, ...]:
    """The column names of a kind's table, in order; the first is the id."""
    return ("id", *(part.name for part in fields_of(kind)))


def table_sql(kind: type[Record]) -> str:
    """The statement that makes the table of a kind, as its declaration asks for it today.

    Migrations do not call this, since they are never edited; a test holds what they made against it.
    """
    columns = ["    id TEXT PRIMARY KEY NOT NULL"]
    columns += [f"    {_quoted(part.name)} {_column_type(part)}" for part in fields_of(kind)]
    lines = ",\n".join(columns)
    return f"CREATE TABLE {_quoted(kind.table)} (\n{lines}\n) STRICT;"


def to_row(record: Record) -> Row:
    """A record as a row of plain values, in the order of `columns_of`."""
    row: Row = {"id": record.id}
    kind: Any = type(record)
    for name, keep in _keepers(kind):
        value = getattr(record, name)
        row[name] = keep(value) if keep and value is not None else value
    return row


def from_row(kind: type[R], values: Sequence[Any]) -> R:
    """A record from a row's values in the order of `columns_of`."""
    # Built without __init__: a frozen dataclass sets its fields one guarded call at a time, and an office
    # is read by the ten thousand.
    record = object.__new__(kind)
    known = vars(record)
    declared: Any = kind
    known.update(zip(_names(declared), values, strict=True))
    for name, read in _readers(declared):
        if (value := known[name]) is not None:
            known[name] = read(value)
    return record


def read_all(connection: sqlite3.Connection, kind: type[Record]) -> tuple[Record, ...]:
    """Every record of a kind, in the order in which they were made."""
    return _read(connection, kind, "", ())


def read_part(connection: sqlite3.Connection, kind: type[Record], name: str, value: str) -> tuple[Record, ...] | None:
    """The records of a kind whose field leads to an id, in the same order; None if it is no such field."""
    declared: Any = kind
    if name not in _leading(declared):
        return None
    return _read(connection, kind, f"WHERE {_quoted(name)} = ?", (value,))


def read_again(
    connection: sqlite3.Connection, kind: type[Record], known: tuple[Record, ...], ids: Collection[str]
) -> tuple[Record, ...]:
    """As `read_all` where only the records with these ids may be other than those known, or be new, or be gone."""
    if len(ids) > min(_FEW, len(known)):
        return read_all(connection, kind)
    marks = ", ".join("?" * len(ids))
    found = [record for record in known if record.id not in ids]
    found += _read(connection, kind, f"WHERE id IN ({marks})", tuple(ids))
    return tuple(sorted(found, key=lambda record: record.id))


def _read(connection: sqlite3.Connection, kind: type[Record], which: str, values: Sequence[str]) -> tuple[Record, ...]:
    names = ", ".join(_quoted(name) for name in columns_of(kind))
    rows = connection.execute(f"SELECT {names} FROM {_quoted(kind.table)} {which} ORDER BY id", values)
    was_on = gc.isenabled()
    # Records are made by the ten thousand, and none of them is garbage: looking for it takes a third of the time.
    gc.disable()
    try:
        return tuple(from_row(kind, row) for row in rows)
    finally:
        if was_on:
            gc.enable()


def _quoted(name: str) -> str:
    return f'"{name}"'


def _column_type(part: Field) -> str:
    if part.kept_as is FieldType.REFERENCE:
        needed = " NOT NULL" if part.required else ""
        return f"TEXT{needed} REFERENCES {_quoted(records.KIND_BY_NAME[part.refers_to].table)}(id)"
    if part.kept_as in _COLUMN_TYPES:
        needed = " NOT NULL" if part.required and part.kept_as is FieldType.WHOLE else ""
        return _COLUMN_TYPES[part.kept_as] + needed
    return "TEXT NOT NULL" if part.required else "TEXT"


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return columns_of(kind)


@cache
def _leading(kind: Any) -> frozenset[str]:
    return frozenset(part.name for part in fields_of(kind) if part.kept_as is FieldType.REFERENCE)


@cache
def _keepers(kind: Any) -> tuple[tuple[str, Callable[[Any], Value] | None], ...]:
    return tuple((part.name, _KEEP.get(part.kept_as)) for part in fields_of(kind))


@cache
def _readers(kind: Any) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """The fields that are kept in another form than they have."""
    return tuple((part.name, read) for part in fields_of(kind) if (read := _reader(part)))


def _reader(part: Field) -> Callable[[Any], Any] | None:
    if part.kept_as is FieldType.CHOICE:
        assert part.choices is not None
        return {member.value: member for member in part.choices}.__getitem__
    if part.kept_as is FieldType.CHOICES:
        choices = part.choices
        assert choices is not None
        return lambda text: tuple(choices(word) for word in json.loads(text))
    return _READ.get(part.kept_as)


def _keep_scores(value: Any) -> str:
    return json.dumps([list(pair) for pair in value], ensure_ascii=False)


def _read_scores(text: str) -> tuple[tuple[str, int | None], ...]:
    return tuple((key, score) for key, score in json.loads(text))


def _keep_decimal(value: Decimal) -> str:
    return format(value, "f")


def _kept_word(member: Any) -> str:
    # Asked for as `value` it takes five times as long.
    return str(member._value_)


_KEEP: dict[FieldType, Callable[[Any], Value]] = {
    FieldType.DAY: date.isoformat,
    FieldType.MOMENT: datetime.isoformat,
    FieldType.DECIMAL: _keep_decimal,
    FieldType.YES_NO: int,
    FieldType.CHOICE: _kept_word,
    FieldType.CHOICES: lambda members: json.dumps([member.value for member in members]),
    FieldType.REFERENCES: lambda ids: json.dumps(list(ids)),
    FieldType.SCORES: _keep_scores,
}

_READ: dict[FieldType, Callable[[Any], Any]] = {
    FieldType.DAY: date.fromisoformat,
    FieldType.MOMENT: datetime.fromisoformat,
    FieldType.DECIMAL: Decimal,
    FieldType.YES_NO: bool,
    FieldType.REFERENCES: lambda text: tuple(json.loads(text)),
    FieldType.SCORES: _read_scores,
}
