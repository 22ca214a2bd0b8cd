"""A snapshot: the office's records as they stood at one moment, for a page, a return or a figure to read."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar, cast

from tracker.models import records
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.office import OfficeDetails
from tracker.models.records.record import Record

R = TypeVar("R", bound=Record)

Load = Callable[[type[Record]], tuple[Record, ...]]


class Snapshot:
    """Plain records by kind. Kinds are loaded when first asked for; `complete()` loads them all.

    A snapshot that goes to another thread must be complete: what loads it may belong to the first thread.
    """

    def __init__(self, today: date, load: Load) -> None:
        self.today = today
        self._load = load
        self._records: dict[type[Record], tuple[Record, ...]] = {}
        self._by_id: dict[type[Record], dict[str, Record]] = {}
        self._by_field: dict[tuple[type[Record], str], dict[object, tuple[Record, ...]]] = {}

    @property
    def office(self) -> OfficeDetails:
        """The office's own details."""
        return self.of(OfficeDetails)[0]

    def of(self, kind: type[R], **equal: object) -> tuple[R, ...]:
        """All records of a kind, or those whose one named field has that value: `of(Role, group_id=group.id)`."""
        if not equal:
            return cast(tuple[R, ...], self._all(kind))
        ((name, value),) = equal.items()
        return cast(tuple[R, ...], self._index(kind, name).get(value, ()))

    def find(self, kind: type[R], identity: str | None) -> R | None:
        """The record with that id, or None."""
        if kind not in self._by_id:
            self._by_id[kind] = {record.id: record for record in self._all(kind)}
        return cast(R | None, self._by_id[kind].get(identity or ""))

    def one(self, kind: type[R], identity: str | None) -> R:
        """The record with that id. Raises KeyError if there is none."""
        found = self.find(kind, identity)
        if found is None:
            raise KeyError(identity)
        return found

    def called(self, kind: type[Record], identity: str | None) -> str:
        """What people call the record with that id (short name of a group or agency); "" if there is none."""
        found = self.find(kind, identity)
        if found is None:
            return ""
        return found.called if isinstance(found, (Agency, Group)) else found.title

    def complete(self) -> "Snapshot":
        """Loads every kind, and lets go of what loads them; returns itself."""
        for kind in records.KINDS:
            self._all(kind)
        self._load = _nothing
        return self

    def _all(self, kind: type[Record]) -> tuple[Record, ...]:
        if kind not in self._records:
            self._records[kind] = self._load(kind)
        return self._records[kind]

    def _index(self, kind: type[Record], name: str) -> Mapping[object, tuple[Record, ...]]:
        if (kind, name) not in self._by_field:
            index: dict[object, list[Record]] = {}
            for record in self._all(kind):
                index.setdefault(getattr(record, name), []).append(record)
            self._by_field[kind, name] = {value: tuple(records) for value, records in index.items()}
        return self._by_field[kind, name]


def snapshot_of(today: date, records: Iterable[Record]) -> Snapshot:
    """A complete snapshot of given records, in their order within each kind."""
    by_kind: dict[type[Record], list[Record]] = {}
    for record in records:
        by_kind.setdefault(type(record), []).append(record)
    return Snapshot(today, lambda kind: tuple(by_kind.get(kind, ()))).complete()


def _nothing(kind: type[Record]) -> tuple[Record, ...]:
    return ()
