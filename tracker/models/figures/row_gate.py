"""The gate that the rows of a table pass through: a row with something restricted behind it stays, and is counted."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from tracker.models import records as kinds
from tracker.models.fields import FieldType, fields_of
from tracker.models.figures.gate import is_restricted
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.person import Person
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot

# Who and where: a row names these, so nothing about them may be restricted. Of what else a thing may come from, such as
# the self-assessment behind a judgement, the row itself tells nothing.
_NAMED = frozenset({"Agency", "Group", "Meeting", "Person"})
# How a row that is no record, nor holds one, says whose it is.
_WHOSE: dict[str, type[Record]] = {
    "group_id": Group,
    "agency_id": Agency,
    "holder_id": Agency,
    "person_id": Person,
}


class RowGate:
    """Lets the rows through that may leave. Figures about many (a count, a share) have nothing behind them to hold."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._known: dict[tuple[str, bool], bool] = {}

    def lets(self, row: object, behind: Iterable[Record] | None = None) -> bool:
        """Whether a row may leave; `behind` are its records, where they are not told by the row itself."""
        told = records_in(row) if behind is None else behind
        return all(self._open(record, named=True) for record in told) and all(
            self._open(record, named=False) for record in self._whose(row)
        )

    def _open(self, record: Record, *, named: bool) -> bool:
        """Whether nothing is restricted: the record, what it belongs to, and with `named` also whom it names."""
        key = record.id, named
        if key not in self._known:
            # Noted before it is known, so that things that lead to each other come to an end.
            self._known[key] = not is_restricted(record)
            led_to = self._led_to(record, named=named)
            self._known[key] = self._known[key] and all(self._open(each, named=False) for each in led_to)
        return self._known[key]

    def _led_to(self, record: Record, *, named: bool) -> Iterator[Record]:
        for field in fields_of(type(record)):
            if field.kept_as not in (FieldType.REFERENCE, FieldType.REFERENCES):
                continue
            if field.required or (named and field.refers_to in _NAMED):
                held = getattr(record, field.name)
                for identity in held if isinstance(held, tuple) else (held,):
                    yield from self._found(getattr(kinds, field.refers_to), identity)

    def _whose(self, row: object) -> Iterator[Record]:
        for name, kind in _WHOSE.items():
            yield from self._found(kind, getattr(row, name, None))

    def _found(self, kind: type[Record], identity: str | None) -> Iterator[Record]:
        found = self._snapshot.find(kind, identity) if identity else None
        if found is not None:
            yield found


def records_in(row: object) -> Iterator[Record]:
    """The records that a row is, or holds, or holds in one of its values: a promise, the meeting of a planned day."""
    if isinstance(row, Record):
        yield row
        return
    for held in _held(row):
        if isinstance(held, Record):
            yield held
        elif isinstance(held, tuple):
            yield from (each for each in held if isinstance(each, Record))
        else:
            yield from (each for each in _held(held) if isinstance(each, Record))


def _held(value: object) -> Iterator[object]:
    if is_dataclass(value) and not isinstance(value, type):
        yield from (getattr(value, field.name) for field in fields(value))
