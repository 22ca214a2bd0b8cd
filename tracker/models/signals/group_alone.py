"""Each group by itself: a snapshot of what is its own and what all share, small enough to be seen day after day."""

from collections import defaultdict
from collections.abc import Iterator

from tracker.models.belonging import belongs_to_groups, group_of
from tracker.models.records import KINDS, Commitment, Group, Membership, Record, Role
from tracker.models.snapshot import Snapshot, snapshot_of


def groups_alone(snapshot: Snapshot) -> Iterator[tuple[Group, Snapshot]]:
    """Each group with such a snapshot, of the same day.

    Its people's seats, roles and promises elsewhere are in it too, with the groups where they are: who carries too much
    is seen over all groups.
    """
    shared = [one for kind in KINDS if not _is_of_groups(kind) for one in snapshot.of(kind)]
    own: dict[str, list[Record]] = defaultdict(list)
    for kind in KINDS:
        if _is_of_groups(kind):
            for record in snapshot.of(kind):
                own[getattr(record, "group_id", None) or group_of(snapshot, record) or ""].append(record)
    for group in snapshot.of(Group):
        records = {one.id: one for one in (*shared, *_elsewhere(snapshot, group), *own[group.id])}
        yield group, snapshot_of(snapshot.today, records.values())


def _is_of_groups(kind: type[Record]) -> bool:
    return belongs_to_groups(kind) or kind is Group


def _elsewhere(snapshot: Snapshot, group: Group) -> Iterator[Record]:
    people = {seat.person_id for seat in snapshot.of(Membership, group_id=group.id) if seat.person_id}
    for person_id in sorted(people):
        for kind in (Membership, Role, Commitment):
            for record in snapshot.of(kind, person_id=person_id):
                yield from (record, snapshot.one(Group, group_of(snapshot, record)))
