"""The end of a seat: the roles that were held from it end with it, and not one day later (§1.1)."""

from dataclasses import replace
from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.seats_on import roles_on
from tracker.models.mistake import Mistake
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership, Role
from tracker.models.records.person import Person
from tracker.models.seat_days import ONE_DAY, held_until, seats_in, stays
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class RoleEnd(Value):
    """A role that ends with a seat, as it is before; `empty` if nobody else holds it on the day after."""

    role: Role
    empty: bool

    @property
    def words(self) -> str:
        """Chair (nobody else holds it)."""
        return f"{self.role.title} (nobody else holds it)" if self.empty else self.role.title


def seat_ended(snapshot: Snapshot, seat: Membership, on: date) -> tuple[Membership | Role, ...]:
    """What to save when a day is the last one of a seat: the seat, and the roles held from it that go on beyond.

    Where the person has another seat in the group that goes on, the roles go on with that. Raises Mistake for a day
    before the seat or one of these roles begins.
    """
    if seat.from_on and on < seat.from_on:
        raise Mistake(f"The seat begins on {shown(seat.from_on)}: its last day is that day or a later one.")
    ends = roles_that_end(snapshot, seat, on)
    for end in ends:
        if end.role.from_on and end.role.from_on > on:
            who, group = snapshot.called(Person, seat.person_id), snapshot.called(Group, seat.group_id)
            raise Mistake(
                f"{who} takes on the role of {end.role.title.lower()} in {group} on {shown(end.role.from_on)}, after "
                "that: give a later day, or put the role right first."
            )
    return (replace(seat, to_on=on), *(replace(end.role, to_on=_last_day(snapshot, end.role, on)) for end in ends))


def roles_that_end(snapshot: Snapshot, seat: Membership, on: date) -> tuple[RoleEnd, ...]:
    """The roles that cannot go on when a day is the last one of a seat, by their first day."""
    if seat.person_id is None or _sits_on(snapshot, seat, on):
        return ()
    after = roles_on(snapshot, seat.group_id or "", on + ONE_DAY)
    others = {role.name for role in after if role.person_id != seat.person_id}
    held = [
        role
        for role in snapshot.of(Role, person_id=seat.person_id)
        if role.group_id == seat.group_id and (role.to_on is None or role.to_on > on) and _of_seat(seat, role)
    ]
    held.sort(key=lambda role: (role.from_on or date.max, role.id))
    return tuple(RoleEnd(role, role.name not in others) for role in held)


def _of_seat(seat: Membership, role: Role) -> bool:
    """Whether the role begins while the seat is taken: one of an earlier or a later stay is none of its."""
    if role.from_on is None or seat.from_on is None:
        return False
    return role.from_on >= seat.from_on and (seat.to_on is None or role.from_on <= seat.to_on)


def _sits_on(snapshot: Snapshot, seat: Membership, on: date) -> bool:
    """Whether the person sits in the group on the day after, from another seat."""
    others = [other for other in seats_in(snapshot, seat.person_id, seat.group_id) if other.id != seat.id]
    return any(stay.first <= on + ONE_DAY <= stay.last for stay in stays(others))


def _last_day(snapshot: Snapshot, role: Role, on: date) -> date:
    return min(on, held_until(snapshot, role) or on)
