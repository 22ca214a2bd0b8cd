"""Load: what each person carries over all running groups, and whether one carries most of it (§7.2)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from tracker.models.choice import Choice
from tracker.models.figures.running import by_name, running_groups, seats_taken
from tracker.models.figures.seats_on import roles_on
from tracker.models.figures.standing import Standing, standing
from tracker.models.figures.timeline_words import joined, several
from tracker.models.folding import folded
from tracker.models.records.agency import Agency
from tracker.models.records.commitment import Commitment
from tracker.models.records.group import Group
from tracker.models.records.meeting import Attendance, Meeting, Presence
from tracker.models.records.membership import Membership, Role
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# Meetings are counted over so many days.
LATELY_DAYS = 90


@value
class PersonLoad(Value):
    """What one person carries on a day, over all running groups.

    `groups` names those in which they sit or hold a role; `seats` counts an agency in a group once. `sole` names the
    seats in which nobody else sits for the agency ("Police in Case Mgmt"), `roles` each role with its group. `promises`
    are still to be kept, `overdue` the late ones among them. Of `noted` meetings in the last 90 days at which something
    was noted of the person, they `came` themselves to so many.
    """

    person: Person
    agency: str
    groups: tuple[str, ...]
    seats: int
    sole: tuple[str, ...]
    roles: tuple[str, ...]
    promises: int
    overdue: int
    came: int
    noted: int

    @property
    def id(self) -> str:
        """The person's id."""
        return self.person.id

    @property
    def promises_words(self) -> str:
        """4 open, 1 overdue; "" without any."""
        late = f", {self.overdue:,} overdue" if self.overdue else ""
        return f"{self.promises:,} open{late}" if self.promises else ""

    @property
    def came_words(self) -> str:
        """5 of 7; "" where nothing was noted."""
        return f"{self.came:,} of {self.noted:,}" if self.noted else ""

    @property
    def words(self) -> str:
        """3 seats in 2 groups, 1 alone for the agency · 2 roles · promises: 4 open, 1 overdue · came to 5 of 7."""
        alone = f", {len(self.sole):,} alone for the agency" if self.sole else ""
        groups = several(len(self.groups), "group", "groups")
        seats = f"{several(self.seats, 'seat', 'seats')} in {groups}{alone}" if self.seats else "no seat"
        roles = several(len(self.roles), "role", "roles") if self.roles else ""
        promises = f"promises: {self.promises_words}" if self.promises else ""
        came = f"came to {self.came_words} meetings in {LATELY_DAYS} days" if self.noted else ""
        return joined(seats, roles, promises, came)


class LoadOrder(Choice):
    """What people are put in order by; the largest count first, and names within it."""

    NAME = "name", "Name"
    GROUPS = "groups", "Groups"
    SEATS = "seats", "Seats"
    SOLE = "sole", "Alone for the agency"
    ROLES = "roles", "Roles"
    PROMISES = "promises", "Open promises"
    OVERDUE = "overdue", "Overdue"
    CAME = "came", "Meetings"


@value
class OverHalf(Value):
    """One person holds over half of the open promises: so many of so many."""

    person: Person
    promises: int
    total: int

    @property
    def words(self) -> str:
        """Mere Tāwhai: 6 of 11 open promises."""
        return f"{self.person.name}: {self.promises:,} of {self.total:,} open promises"


def people_load(
    snapshot: Snapshot, on: date | None = None, *, group_id: str | None = None, by: LoadOrder = LoadOrder.NAME
) -> tuple[PersonLoad, ...]:
    """Everybody with a seat, a role or an open promise in a running group, on a day (today if none), by name.

    With `group_id` only those of that group are told, still with all that they carry elsewhere.
    """
    day = on or snapshot.today
    groups = running_groups(snapshot, day)
    gathered = _Gathered(snapshot, groups, day)
    told = (gathered.load(person_id) for person_id in by_name(snapshot, Person, gathered.people(group_id)))
    return in_order(told, by)


def in_order(loads: Iterable[PersonLoad], by: LoadOrder) -> tuple[PersonLoad, ...]:
    """The same rows in another order; without a name's order the largest first."""
    named = sorted(loads, key=lambda load: (folded(load.person.name), load.person.id))
    return tuple(named if by is LoadOrder.NAME else sorted(named, key=_ORDERS[by], reverse=True))


def over_half(snapshot: Snapshot, on: date | None = None, *, group_id: str | None = None) -> OverHalf | None:
    """Who holds over half of all open promises of a group, or of all running groups; None if nobody does.

    Promises without a person count in the whole (§7.2: relying on one person).
    """
    day = on or snapshot.today
    groups = [group for group in running_groups(snapshot, day) if group_id in (None, group.id)]
    open_now = _open_promises(snapshot, groups, day)
    counts: dict[str, int] = defaultdict(int)
    for promise, _ in open_now:
        counts[promise.person_id or ""] += 1
    most = max(counts, key=lambda person_id: counts[person_id], default="")
    person = snapshot.find(Person, most)
    if person is None or 2 * counts[most] <= len(open_now):
        return None
    return OverHalf(person, counts[most], len(open_now))


class _Gathered:
    """Everything that is held on a day, by the person who holds it."""

    def __init__(self, snapshot: Snapshot, groups: Sequence[Group], day: date) -> None:
        self._snapshot = snapshot
        self._names = {group.id: group.called for group in groups}
        self._seats: dict[str, list[Membership]] = defaultdict(list)
        self._roles: dict[str, list[Role]] = defaultdict(list)
        self._promises: dict[str, list[tuple[Commitment, Standing]]] = defaultdict(list)
        self._noted: dict[str, set[str]] = defaultdict(set)
        self._came: dict[str, set[str]] = defaultdict(set)
        self._sitting: dict[tuple[str | None, str | None], set[str]] = defaultdict(set)
        for group in groups:
            self._gather(group, day)
        for promise, stands in _open_promises(snapshot, groups, day):
            self._promises[promise.person_id or ""].append((promise, stands))

    def people(self, group_id: str | None) -> set[str]:
        """The ids of all who hold something, or hold something in one group."""
        held = (self._seats, self._roles)
        found = {key for part in held for key, each in part.items() if _any_in(each, group_id)}
        return found | {key for key, each in self._promises.items() if _any_in((one for one, _ in each), group_id)}

    def load(self, person_id: str) -> PersonLoad:
        """What one person holds."""
        person = self._snapshot.one(Person, person_id)
        seats = {(seat.group_id, seat.agency_id) for seat in self._seats.get(person_id, ())}
        roles = self._roles.get(person_id, ())
        promises = self._promises.get(person_id, ())
        groups = {group_id for group_id, _ in seats} | {role.group_id for role in roles}
        return PersonLoad(
            person=person,
            agency=self._snapshot.called(Agency, person.agency_id),
            groups=tuple(name for group_id, name in self._names.items() if group_id in groups),
            seats=len(seats),
            sole=tuple(sorted(self._seat_words(seat) for seat in seats if len(self._sitting[seat]) == 1)),
            roles=tuple(f"{role.title}, {self._names[role.group_id or '']}" for role in roles),
            promises=len(promises),
            overdue=sum(stands is Standing.OVERDUE for _, stands in promises),
            came=len(self._came.get(person_id, ())),
            noted=len(self._noted.get(person_id, ())),
        )

    def _gather(self, group: Group, day: date) -> None:
        for seat in seats_taken(self._snapshot, group, day):
            if seat.person_id:
                self._seats[seat.person_id].append(seat)
                self._sitting[seat.group_id, seat.agency_id].add(seat.person_id)
        for role in roles_on(self._snapshot, group.id, day):
            if role.person_id:
                self._roles[role.person_id].append(role)
        after = day - timedelta(days=LATELY_DAYS)
        for meeting in self._snapshot.of(Meeting, group_id=group.id):
            if meeting.on and after < meeting.on <= day:
                self._gather_attendance(meeting)

    def _gather_attendance(self, meeting: Meeting) -> None:
        for noted in self._snapshot.of(Attendance, meeting_id=meeting.id):
            if noted.person_id:
                self._noted[noted.person_id].add(meeting.id)
                if noted.presence is Presence.PRESENT:
                    self._came[noted.person_id].add(meeting.id)

    def _seat_words(self, seat: tuple[str | None, str | None]) -> str:
        group_id, agency_id = seat
        return f"{self._snapshot.called(Agency, agency_id)} in {self._names[group_id or '']}"


def _any_in(held: Iterable[Membership | Role | Commitment], group_id: str | None) -> bool:
    return any(group_id in (None, one.group_id) for one in held)


def _open_promises(snapshot: Snapshot, groups: Iterable[Group], day: date) -> list[tuple[Commitment, Standing]]:
    """Those made by that day and still to be kept, each with its standing then."""
    made = (
        (promise, standing(promise, day))
        for group in groups
        for promise in snapshot.of(Commitment, group_id=group.id)
        if promise.made_on is None or promise.made_on <= day
    )
    return [(promise, stands) for promise, stands in made if stands in (Standing.OPEN, Standing.OVERDUE)]


_ORDERS: dict[LoadOrder, Callable[[PersonLoad], int]] = {
    LoadOrder.GROUPS: lambda load: len(load.groups),
    LoadOrder.SEATS: lambda load: load.seats,
    LoadOrder.SOLE: lambda load: len(load.sole),
    LoadOrder.ROLES: lambda load: len(load.roles),
    LoadOrder.PROMISES: lambda load: load.promises,
    LoadOrder.OVERDUE: lambda load: load.overdue,
    LoadOrder.CAME: lambda load: load.came,
}
