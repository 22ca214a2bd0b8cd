"""What the search box finds: the office's hits, each with its place."""

from collections.abc import Callable

from tracker.models.dates import shown
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.person import Person
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot
from tracker.ui.desk import Desk
from tracker.ui.place import Place
from tracker.ui.search_box import Found

# Looked through for groups, people and agencies, which come first; and shown of all that.
_LOOKED_AT, _SHOWN = 200, 30
# Groups, people and agencies are what people look for by name: they stand first.
_FIRST = (Group, Agency, Person)


class Finder:
    """Called with what was typed; gives what leads somewhere."""

    def __init__(self, desk: Callable[[], Desk | None]) -> None:
        self._desk = desk

    def __call__(self, text: str) -> list[Found]:
        desk = self._desk()
        if desk is None:
            return []
        # Loaded with the first search: it knows all kinds of things, and the first page does not.
        from tracker.ui.wayfinder import place_of

        snapshot = desk.snapshot
        found = []
        for hit in sorted(desk.office.search(text, _LOOKED_AT), key=lambda hit: _rank(hit.kind)):
            place = place_of(snapshot, hit.kind, hit.id)
            if place is not None:
                title = " ".join(hit.title.split()) or hit.excerpt.replace("«", "").replace("»", "")
                found.append(Found(title, _detail(snapshot, hit.kind, hit.id, place), place))
        return found[:_SHOWN]


def _rank(kind: type[Record]) -> int:
    return _FIRST.index(kind) if kind in _FIRST else len(_FIRST)


def _detail(snapshot: Snapshot, kind: type[Record], identity: str, place: Place) -> str:
    """What it is, where and when: Commitment · Papakura · 12 Jun 2008."""
    record = snapshot.find(kind, identity)
    day = getattr(record, "on", None)
    agency = snapshot.called(Agency, getattr(record, "agency_id", None)) if kind is Person else ""
    group = snapshot.called(Group, place.group_id) if kind is not Group else ""
    parts = (kind.noun.capitalize(), group, agency, shown(day) if day else "")
    return " · ".join(part for part in parts if part)
