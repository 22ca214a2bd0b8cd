"""What must hold of seats, roles and readings of power in every office, said in a sentence where it does not."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import combinations

from tracker.models.dates import shown
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership, Role
from tracker.models.records.person import Person
from tracker.models.records.reading import Reading
from tracker.models.records.record import Record
from tracker.models.seat_days import overlap, seats_in, stays
from tracker.models.snapshot import Snapshot


def one_agency_at_once(snapshot: Snapshot) -> Iterator[str]:
    """Whoever speaks for two agencies on one day speaks for neither."""
    for person in snapshot.of(Person):
        seats = snapshot.of(Membership, person_id=person.id)
        if len({seat.agency_id for seat in seats}) > 1 and (twice := _two_agencies(seats)):
            first, second = sorted(twice, key=lambda seat: (seat.from_on or date.min, seat.id))
            yield (
                f"{person.name} would sit for {_seat(snapshot, first)} and for {_seat(snapshot, second)} on "
                f"{shown(second.from_on)}: end one of the two seats on the day before."
            )


def roles_within_seats(snapshot: Snapshot) -> Iterator[str]:
    """A role is held by somebody at the table, from its first day to its last."""
    for role in snapshot.of(Role):
        if role.from_on is None:
            continue
        who, what = snapshot.called(Person, role.person_id), role.title.lower()
        there = [
            stay
            for stay in stays(seats_in(snapshot, role.person_id, role.group_id))
            if stay.first <= role.from_on <= stay.last
        ]
        if not there:
            yield (
                f"{who} has no seat in the group on {shown(role.from_on)}, when the role of {what} begins: "
                "put the date right, or add the seat first."
            )
        elif (role.to_on or date.max) > there[0].last:
            goes_on = f"until {shown(role.to_on)}" if role.to_on else "without an end"
            yield (
                f"{who} leaves the group on {shown(there[0].last)}, and the role of {what} goes on {goes_on}: "
                "end the role with the seat, and say who takes it."
            )


def readings_of_who_is_there(snapshot: Snapshot) -> Iterator[str]:
    """Power is read by those at the table, over those at the table (§4.1); no points is no claim."""
    days: dict[tuple[str | None, date], frozenset[str | None]] = {}
    for reading in snapshot.of(Reading):
        if reading.on is None:
            continue
        key = (reading.group_id, reading.on)
        if key not in days:
            seats = snapshot.of(Membership, group_id=reading.group_id)
            days[key] = frozenset(seat.agency_id for seat in seats if seat.active_on(reading.on))
        yield from _strangers(snapshot, reading, days[key])


# Each with the kinds whose change could break it.
PEOPLE_INVARIANTS: tuple[tuple[frozenset[type[Record]], Callable[[Snapshot], Iterator[str]]], ...] = (
    (frozenset({Membership}), one_agency_at_once),
    (frozenset({Role, Membership}), roles_within_seats),
    (frozenset({Reading, Membership}), readings_of_who_is_there),
)


def _two_agencies(seats: Iterable[Membership]) -> tuple[Membership, Membership] | None:
    pairs = combinations(seats, 2)
    return next((pair for pair in pairs if pair[0].agency_id != pair[1].agency_id and overlap(*pair)), None)


def _seat(snapshot: Snapshot, seat: Membership) -> str:
    return f"{snapshot.called(Agency, seat.agency_id)} ({snapshot.called(Group, seat.group_id)})"


def _strangers(snapshot: Snapshot, reading: Reading, there: frozenset[str | None]) -> Iterator[str]:
    group, on = snapshot.called(Group, reading.group_id), shown(reading.on)
    if reading.agency_id not in there:
        yield (
            f"{snapshot.called(Agency, reading.agency_id)} read the balance of {group} on {on} without a seat there "
            "on that day: choose an agency at the table, or put the date right."
        )
    for agency_id, points in reading.points:
        if points and agency_id not in there:
            yield (
                f"{snapshot.called(Agency, agency_id)} was given {points} of 100 points in {group} on {on} without a "
                "seat there on that day: share them out over the agencies at the table, or put the date right."
            )
