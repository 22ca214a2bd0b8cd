"""What the search box finds: the office's hits under their headings, each with what it is, where and when."""

from collections.abc import Callable

from tracker.models.dates import shown
from tracker.models.fields import FieldType, fields_of
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.person import Person
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot
from tracker.ui.desk import Desk
from tracker.ui.place import Place
from tracker.ui.search_box import Found

# How many stand under one heading, and how many are looked through for them.
_EACH, _LOOKED_AT = 5, 120
# The headings in their order, with the tables of what stands under them; all else stands under the last.
_HEADINGS = (
    ("Groups", ("groups",)),
    ("People", ("people",)),
    ("Agencies", ("agencies",)),
    ("Meetings", ("meetings", "planned_meetings", "decisions", "notes")),
    ("Commitments", ("commitments", "balls")),
    ("Victories", ("results", "evidence")),
)
_REST = "Everything else"
_ORDER = (*(heading for heading, _ in _HEADINGS), _REST)


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

        records = desk.office.single_records()
        found: dict[str, list[Found]] = {heading: [] for heading in _ORDER}
        for hit in desk.office.search(text, _LOOKED_AT, _EACH):
            under = found[heading := _heading(hit.kind)]
            place = place_of(records, hit.kind, hit.id) if len(under) < _EACH else None
            if place is not None:
                title = " ".join(hit.title.split()) or hit.excerpt.replace("«", "").replace("»", "")
                detail = _detail(records, hit.kind, hit.id, place)
                under.append(Found(title or hit.kind.noun.capitalize(), detail, place, heading))
        return [one for heading in _ORDER for one in found[heading]]


def _heading(kind: type[Record]) -> str:
    return next((heading for heading, tables in _HEADINGS if kind.table in tables), _REST)


def _detail(records: Snapshot, kind: type[Record], identity: str, place: Place) -> str:
    """What it is, where and when: Commitment · Papakura · 12 Jun 2008."""
    record = records.find(kind, identity)
    day = getattr(record, _day_field(kind), None) if kind is not Group else None
    agency = records.called(Agency, getattr(record, "agency_id", None)) if kind is not Agency else ""
    group = records.called(Group, place.group_id) if kind is not Group else ""
    post = getattr(record, "post", "") if kind is Person else ""
    town = getattr(record, "place", "") if kind is Group else ""
    sector = getattr(record, "sector", None) if kind is Agency else None
    parts = (kind.noun.capitalize(), post, town, sector.label if sector else "", group, agency, shown(day))
    return " · ".join(part for part in parts if part)


def _day_field(kind: type[Record]) -> str:
    """The first day that a kind of thing has: that of the meeting, or on which a promise was made."""
    return next((part.name for part in fields_of(kind) if part.kept_as is FieldType.DAY), "")
