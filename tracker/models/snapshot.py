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
T = TypeVar("T")

Load = Callable[[type[Record]], tuple[Record, ...]]
# Those records of a kind whose field leads to one id, in their order; None where they cannot be had apart.
LoadPart = Callable[[type[Record], str, str], tuple[Record, ...] | None]

# So many parts of a kind are read one by one, by the field that is asked for, before the whole kind is. Who asks for
# what leads to a second group asks for all groups; of one group there are many meetings, results and lessons.
_PARTS_OF_GROUPS, _PARTS = 1, 120


class Snapshot:
    """Plain records by kind. Kinds are loaded when first asked for; `complete()` loads them all.

    A snapshot that goes to another thread must be complete: what loads it may belong to the first thread.
    """

    def __init__(
        self, today: date, load: Load, load_part: LoadPart | None = None, indexes: "Indexes | None" = None
    ) -> None:
        """`load_part` spares a page of one group the reading of all; `indexes` may come from an earlier snapshot."""
        self.today = today
        self._load = load
        self._load_part = load_part
        self._indexes = indexes or Indexes()
        self._parts: dict[tuple[type[Record], str], dict[object, tuple[Record, ...]]] = {}
        self._records: dict[type[Record], tuple[Record, ...]] = {}
        self._by_id: dict[type[Record], dict[str, Record]] = {}
        self._by_field: dict[tuple[type[Record], str], Mapping[object, tuple[Record, ...]]] = {}
        self._worked_out: dict[Callable[[Snapshot], object], object] = {}

    @property
    def office(self) -> OfficeDetails:
        """The office's own details."""
        return self.of(OfficeDetails)[0]

    def of(self, kind: type[R], **equal: object) -> tuple[R, ...]:
        """All records of a kind, or those whose one named field has that value: `of(Role, group_id=group.id)`."""
        if not equal:
            return cast("tuple[R, ...]", self._all(kind))
        ((name, value),) = equal.items()
        index = self._by_field.get((kind, name))
        if index is None:
            part = self._part(kind, name, value)
            if part is not None:
                return cast("tuple[R, ...]", part)
            index = self._index(kind, name)
        return cast("tuple[R, ...]", index.get(value, ()))

    def find(self, kind: type[R], identity: str | None) -> R | None:
        """The record with that id, or None."""
        if kind not in self._by_id:
            self._by_id[kind] = self._indexes.by_id(kind, self._all(kind))
        return cast("R | None", self._by_id[kind].get(identity or ""))

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

    def once(self, work: Callable[["Snapshot"], T]) -> T:
        """What a module's function works out of the whole snapshot, worked out when it is first asked for."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        return cast(T, self._worked_out[work])

    def complete(self) -> "Snapshot":
        """Loads every kind, and lets go of what loads them; returns itself."""
        for kind in records.KINDS:
            self._all(kind)
        self._load = _nothing
        self._load_part = None
        return self

    def _all(self, kind: type[Record]) -> tuple[Record, ...]:
        if kind not in self._records:
            self._records[kind] = self._load(kind)
        return self._records[kind]

    def _index(self, kind: type[Record], name: str) -> Mapping[object, tuple[Record, ...]]:
        self._by_field[kind, name] = found = self._indexes.by_field(kind, name, self._all(kind))
        return found

    def _part(self, kind: type[Record], name: str, value: object) -> tuple[Record, ...] | None:
        """Only what leads there, as long as few have asked so; None where the whole kind is to be read."""
        if self._load_part is None or kind in self._records or not isinstance(value, str):
            return None
        parts = self._parts.setdefault((kind, name), {})
        if value not in parts:
            if len(parts) >= (_PARTS_OF_GROUPS if name == "group_id" else _PARTS):
                return None
            part = self._load_part(kind, name, value)
            if part is None:
                return None
            parts[value] = part
        return parts[value]


class Indexes:
    """What records are found by: that of a kind holds as long as its records are the very same ones."""

    def __init__(self) -> None:
        self._of: dict[type[Record], tuple[Record, ...]] = {}
        self._by_id: dict[type[Record], dict[str, Record]] = {}
        self._by_field: dict[type[Record], dict[str, dict[object, tuple[Record, ...]]]] = {}

    def by_id(self, kind: type[Record], those: tuple[Record, ...]) -> dict[str, Record]:
        """The records of a kind by their ids."""
        self._look_at(kind, those)
        if kind not in self._by_id:
            self._by_id[kind] = {record.id: record for record in those}
        return self._by_id[kind]

    def by_field(self, kind: type[Record], name: str, those: tuple[Record, ...]) -> dict[object, tuple[Record, ...]]:
        """The records of a kind by the value of one field, each part in the order of all."""
        self._look_at(kind, those)
        made = self._by_field[kind]
        if name not in made:
            index: dict[object, list[Record]] = {}
            for record in those:
                index.setdefault(getattr(record, name), []).append(record)
            made[name] = {value: tuple(several) for value, several in index.items()}
        return made[name]

    def _look_at(self, kind: type[Record], those: tuple[Record, ...]) -> None:
        """Lets go of what was made of other records."""
        if self._of.get(kind) is not those:
            self._of[kind] = those
            self._by_id.pop(kind, None)
            self._by_field[kind] = {}


def snapshot_of(today: date, records: Iterable[Record]) -> Snapshot:
    """A complete snapshot of given records, in their order within each kind."""
    by_kind: dict[type[Record], list[Record]] = {}
    for record in records:
        by_kind.setdefault(type(record), []).append(record)
    return Snapshot(today, lambda kind: tuple(by_kind.get(kind, ()))).complete()


def _nothing(kind: type[Record]) -> tuple[Record, ...]:
    return ()
