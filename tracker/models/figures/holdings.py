"""What a person holds and held: each seat and each role, with its group and its days."""

from datetime import date

from tracker.models.folding import folded
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership, Role
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class Holding(Value):
    """A seat, or a role, in one group. `what` is "Seat for Police", or the role's name."""

    held: Membership | Role
    group_id: str
    group: str
    what: str
    since: date | None
    until: date | None
    present: bool

    @property
    def id(self) -> str:
        """The id of the seat or the role."""
        return self.held.id


def holdings(snapshot: Snapshot, person_id: str) -> tuple[Holding, ...]:
    """All seats and roles of the person: those of today first, by group; then those that ended, the last one first."""
    found = [
        _holding(snapshot, seat, f"Seat for {snapshot.called(Agency, seat.agency_id)}")
        for seat in snapshot.of(Membership, person_id=person_id)
    ]
    found += [_holding(snapshot, role, role.title) for role in snapshot.of(Role, person_id=person_id)]
    now = sorted((one for one in found if one.present), key=lambda one: (folded(one.group), one.since or date.min))
    ended = sorted((one for one in found if not one.present), key=lambda one: one.until or date.max, reverse=True)
    return (*now, *ended)


def _holding(snapshot: Snapshot, held: Membership | Role, what: str) -> Holding:
    return Holding(
        held=held,
        group_id=held.group_id or "",
        group=snapshot.called(Group, held.group_id),
        what=what,
        since=held.from_on,
        until=held.to_on,
        present=held.active_on(snapshot.today),
    )
