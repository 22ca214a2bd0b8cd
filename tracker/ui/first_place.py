"""Where the window opens: Today, or where the person was last."""

from collections.abc import Collection
from importlib import import_module

from tracker.models.records.group import Group
from tracker.store.office import Office
from tracker.ui.place import Place
from tracker.ui.preferences import Preferences

_HOME = Place("today")
# Pages that are about one thing, by its kind; elsewhere a place may lead to one thing of many.
_ABOUT = {"agency": "Agency", "person": "Person", "log-meeting": "Meeting"}


def first_place(office: Office, preferences: Preferences, pages: Collection[str]) -> Place:
    """Where the person was last in this office, if that is still there; else Today."""
    place = preferences.place_in(office.path)
    if place is None or place.page not in pages:
        return _HOME
    if place.group_id and not office.snapshot().find(Group, place.group_id):
        return _HOME
    if not place.record_id:
        return place
    if place.page not in _ABOUT:
        # A tab that marked one thing the day before comes back without the mark.
        return Place(place.page, place.group_id, place.tab)
    kind = import_module("tracker.models.records").KIND_BY_NAME[_ABOUT[place.page]]
    return place if office.single_records().find(kind, place.record_id) else _HOME
