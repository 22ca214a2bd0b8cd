"""Where an agency or a person sits: one row a group, with who sits there, in what roles, and from when to when."""

from collections.abc import Iterable
from datetime import date

from tracker.models.folding import folded
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership, Role
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class GroupSeats(Value):
    """All seats and roles of one agency or person in one group.

    `since` is the first day, `until` the last one where nothing is held any more; `people`, `agencies` and `roles` name
    those of today, or of that last day.
    """

    group_id: str
    group: str
    since: date | None
    until: date | None
    people: str
    agencies: str
    roles: str

    @property
    def id(self) -> str:
        """The group's id: there is one row for it."""
        return self.group_id

    @property
    def present(self) -> bool:
        """Whether a seat or a role is held today."""
        return self.until is None


def seats_of_agency(snapshot: Snapshot, agency_id: str) -> tuple[GroupSeats, ...]:
    """The groups in which the agency sits or sat, those of today first; roles are those of who sits for it."""
    seats = snapshot.of(Membership, agency_id=agency_id)
    sitting = {(seat.group_id, seat.person_id) for seat in seats if seat.person_id}
    roles = [role for group_id, person_id in sitting for role in _roles(snapshot, person_id, group_id)]
    return _by_group(snapshot, seats, roles)


def seats_of_person(snapshot: Snapshot, person_id: str) -> tuple[GroupSeats, ...]:
    """The groups in which the person sits or sat, or holds a role without a seat; those of today first."""
    return _by_group(snapshot, snapshot.of(Membership, person_id=person_id), snapshot.of(Role, person_id=person_id))


def _roles(snapshot: Snapshot, person_id: str | None, group_id: str | None) -> list[Role]:
    return [role for role in snapshot.of(Role, person_id=person_id) if role.group_id == group_id]


def _by_group(snapshot: Snapshot, seats: Iterable[Membership], roles: Iterable[Role]) -> tuple[GroupSeats, ...]:
    held: dict[str, list[Membership | Role]] = {}
    for seat in seats:
        held.setdefault(seat.group_id or "", []).append(seat)
    for role in roles:
        held.setdefault(role.group_id or "", []).append(role)
    rows = [_row(snapshot, group_id, several) for group_id, several in held.items()]
    return tuple(sorted(rows, key=lambda row: (not row.present, folded(row.group))))


def _row(snapshot: Snapshot, group_id: str, held: list[Membership | Role]) -> GroupSeats:
    today = snapshot.today
    now = [one for one in held if one.to_on is None or one.to_on >= today]
    until = None if now else max(one.to_on for one in held if one.to_on)
    shown = now or [one for one in held if one.to_on == until]
    seats = [one for one in shown if isinstance(one, Membership)]
    roles = [one for one in shown if isinstance(one, Role)]
    return GroupSeats(
        group_id=group_id,
        group=snapshot.called(Group, group_id),
        since=min((one.from_on for one in held if one.from_on), default=None),
        until=until,
        people=_listed(snapshot.called(Person, seat.person_id) for seat in seats),
        agencies=_listed(snapshot.called(Agency, seat.agency_id) for seat in seats),
        roles=_listed(role.title for role in roles),
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(name for name in names if name))
