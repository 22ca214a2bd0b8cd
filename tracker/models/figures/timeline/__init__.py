"""The story of a group, an agency or a person: everything dated that was recorded of it, as one list.

There is one source of entries, told group by group. The timeline of an agency or a person takes those that are about
it, over all groups: what stands on one side stands on the other, and in the same words.
"""

from collections.abc import Callable, Iterable, Iterator

from tracker.models.figures.timeline import (
    commitments,
    context,
    learning,
    life_cycle,
    meetings,
    people,
    resources,
    victories,
)
from tracker.models.figures.timeline.entry import Entry, Family, Telling
from tracker.models.figures.timeline.involved import groups_of_agency, groups_of_person
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot

__all__ = ["Entry", "Family", "agency_timeline", "person_timeline", "timeline"]

_TELLERS: tuple[tuple[Family, Callable[[Snapshot, Group], Iterator[Telling]]], ...] = (
    (Family.VICTORIES, victories.tell),
    (Family.LIFE_CYCLE, life_cycle.tell),
    (Family.LEARNING, learning.tell),
    (Family.COMMITMENTS, commitments.tell),
    (Family.RESOURCES, resources.tell),
    (Family.CONTEXT, context.tell),
    (Family.PEOPLE, people.tell),
    (Family.MEETINGS, meetings.tell),
)


def timeline(snapshot: Snapshot, group_id: str) -> tuple[Entry, ...]:
    """Everything dated of the group, newest first. Raises KeyError if there is no such group."""
    return _newest_first(_entries(snapshot, snapshot.one(Group, group_id)))


def agency_timeline(snapshot: Snapshot, agency_id: str) -> tuple[Entry, ...]:
    """What all groups tell of the agency and of those who sit for it. Raises KeyError if there is no such agency."""
    snapshot.one(Agency, agency_id)
    entries = _of_groups(snapshot, groups_of_agency(snapshot, agency_id))
    return _newest_first(entry for entry in entries if agency_id in entry.agency_ids)


def person_timeline(snapshot: Snapshot, person_id: str) -> tuple[Entry, ...]:
    """What all groups tell of the person, newest first. Raises KeyError if there is no such person."""
    snapshot.one(Person, person_id)
    entries = _of_groups(snapshot, groups_of_person(snapshot, person_id))
    return _newest_first(entry for entry in entries if person_id in entry.person_ids)


def _of_groups(snapshot: Snapshot, group_ids: set[str]) -> Iterator[Entry]:
    """Only the groups that name somebody are told: the rest of the office is left alone."""
    for group in snapshot.of(Group):
        if group.id in group_ids:
            yield from _entries(snapshot, group)


def _entries(snapshot: Snapshot, group: Group) -> Iterator[Entry]:
    for family, tell in _TELLERS:
        for day, kind_word, title, detail, record, whom in tell(snapshot, group):
            if day is not None:
                yield Entry(day, kind_word, title, detail, record, family, group.id, whom.agencies, whom.people)


def _newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.on, reverse=True))
