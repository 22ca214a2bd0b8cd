"""Who is not at the table on a day: those who left before it, and those whose seat begins after it."""

from collections import defaultdict
from datetime import date

from tracker.models.agency_change import agency_name_on
from tracker.models.figures.seats_on import SeatOn
from tracker.models.records.membership import Membership, Role
from tracker.models.records.person import Person
from tracker.models.seat_days import held_until
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class OtherSeats(Value):
    """`gone` are seats that ended before the day, the latest first, with the roles held on their last day.

    `to_come` are seats that begin after the day, the next first, with no roles yet. Both under the names of their time.
    """

    gone: tuple[SeatOn, ...]
    to_come: tuple[SeatOn, ...]


def other_seats(snapshot: Snapshot, group_id: str, on: date | None = None) -> OtherSeats:
    """All seats of the group that nobody takes on a day (today if none is given)."""
    day = on or snapshot.today
    every = snapshot.of(Membership, group_id=group_id)
    roles: defaultdict[str | None, list[Role]] = defaultdict(list)
    for role in sorted(snapshot.of(Role, group_id=group_id), key=_role_place):
        roles[role.person_id].append(role)
    gone = [
        _seat_on(snapshot, seat, seat.to_on, [role for role in roles[seat.person_id] if _held_to(snapshot, role, seat)])
        for seat in every
        if seat.to_on and seat.to_on < day
    ]
    to_come = [_seat_on(snapshot, seat, seat.from_on, []) for seat in every if seat.from_on and seat.from_on > day]
    return OtherSeats(
        gone=tuple(sorted(gone, key=lambda seat: (seat.until or date.min, seat.id), reverse=True)),
        to_come=tuple(sorted(to_come, key=lambda seat: (seat.since or date.max, seat.id))),
    )


def _seat_on(snapshot: Snapshot, seat: Membership, day: date, roles: list[Role]) -> SeatOn:
    person = snapshot.find(Person, seat.person_id)
    return SeatOn(
        seat=seat,
        person=person,
        agency_id=seat.agency_id or "",
        agency=agency_name_on(snapshot, seat.agency_id, day),
        level=person.level if person else None,
        roles=tuple(roles) if person else (),
        since=seat.from_on,
        until=seat.to_on,
    )


def _held_to(snapshot: Snapshot, role: Role, seat: Membership) -> bool:
    """Whether the role was held on the last day of a seat."""
    last = seat.to_on or date.max
    return role.active_on(last) and (held_until(snapshot, role) or date.max) >= last


def _role_place(role: Role) -> tuple[int, str]:
    return role.name.rank if role.name else -1, role.id
