"""Every role of a group with its dates: those held on a day, those of before, and those still to begin."""

from datetime import date

from tracker.models.agency_change import agency_name_on
from tracker.models.dates import shown
from tracker.models.figures.seats_on import SeatsOn
from tracker.models.figures.trio import TRIO, Trio
from tracker.models.records.membership import Role
from tracker.models.records.person import Person
from tracker.models.seat_days import held_until, seats_in
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class HeldRole(Value):
    """A role, who holds it, and for which agency by its name then. `until` is its last day where one is known.

    Who leaves the table gives up the role: `until` says so, whether somebody noted that with the role or not.
    """

    role: Role
    person: str
    agency: str
    since: date | None
    until: date | None
    held: bool

    @property
    def id(self) -> str:
        """The role's id."""
        return self.role.id


def roles_of(snapshot: Snapshot, group_id: str, on: date | None = None) -> tuple[HeldRole, ...]:
    """All roles, those held on a day (today if none is given) first, then by role with the trio before the others."""
    day = on or snapshot.today
    found = [_held(snapshot, role, day) for role in snapshot.of(Role, group_id=group_id)]
    return tuple(sorted(found, key=lambda one: (not one.held, _rank(one.role), one.since or date.min, one.id)))


def emptied_words(before: Trio, after: Trio) -> str:
    """What a change leaves empty, now or from a day on: "Nobody is guardian angel after 30 Jun 2008"; "" if nothing.

    Both are of one day, one from before a change and one from after it.
    """
    parts = []
    for old, new in zip(before.roles, after.roles, strict=True):
        name = new.name.label.lower()
        if new.empty and not old.empty:
            parts.append(f"Nobody is {name} now")
        elif new.leaves_on and not old.leaves_on:
            parts.append(f"Nobody is {name} after {shown(new.leaves_on)}")
    return ". ".join(parts)


def unseated_words(snapshot: Snapshot, seats: SeatsOn) -> str:
    """Who has a role without a seat on the day: "Without a seat: Ana (chair)"; "" if all sit there."""
    names = [f"{snapshot.called(Person, role.person_id)} ({role.title.lower()})" for role in seats.unseated]
    return f"Without a seat: {', '.join(names)}" if names else ""


def _held(snapshot: Snapshot, role: Role, day: date) -> HeldRole:
    until = held_until(snapshot, role)
    begun = role.from_on is not None and role.from_on <= day
    # Under the name that its agency had while the role was held.
    then = min(day, until or day)
    return HeldRole(
        role=role,
        person=snapshot.called(Person, role.person_id),
        agency=agency_name_on(snapshot, _agency_id(snapshot, role, then), then),
        since=role.from_on,
        until=until,
        held=begun and (until is None or until >= day),
    )


def _agency_id(snapshot: Snapshot, role: Role, day: date) -> str | None:
    seats = [seat for seat in seats_in(snapshot, role.person_id, role.group_id) if seat.active_on(day)]
    person = snapshot.find(Person, role.person_id)
    return seats[0].agency_id if seats else person.agency_id if person else None


def _rank(role: Role) -> int:
    if role.name is None:
        return -1
    return TRIO.index(role.name) if role.name in TRIO else len(TRIO) + role.name.rank
