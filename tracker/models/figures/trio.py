"""The roles of a group on a day: who holds each, since when and until when, and which stand empty (Summary, §3.2)."""

from collections.abc import Iterable
from datetime import date

from tracker.models.agency_change import agency_name_on
from tracker.models.dates import shown
from tracker.models.figures.seats_on import LATELY
from tracker.models.figures.timeline_words import joined, several
from tracker.models.records.group import Group
from tracker.models.records.membership import Role, RoleName
from tracker.models.records.person import Person
from tracker.models.seat_days import held_until, next_day, seats_in
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

TRIO = (RoleName.PUBLIC_ENTREPRENEUR, RoleName.GUARDIAN_ANGEL, RoleName.FELLOW_TRAVELLER)


@value
class Holder(Value):
    """Somebody with a role. `agency` is where they sit, by its name then; `until` the last day where one is noted."""

    role: Role
    person_id: str
    person: str
    agency: str
    since: date | None
    until: date | None

    @property
    def words(self) -> str:
        """Regional manager, Work and Income · since 1 Aug 2006 · leaves 30 Jun 2008."""
        leaves = f"leaves {shown(self.until)}" if self.until else ""
        return joined(self.who, f"since {shown(self.since)}", leaves)

    @property
    def who(self) -> str:
        """Regional manager, Work and Income."""
        return ", ".join(part for part in (self.person, self.agency) if part)


@value
class RoleOn(Value):
    """One role on a day. Without `holders`, `last` names who had it last and `empty_since` is the first day without.

    Both are empty where nobody ever had it. `lately` tells that it became empty within the 90 days up to the day.
    """

    name: RoleName
    holders: tuple[Holder, ...]
    last: tuple[Holder, ...]
    empty_since: date | None
    lately: bool

    @property
    def empty(self) -> bool:
        """Whether nobody holds it."""
        return not self.holders

    @property
    def leaves_on(self) -> date | None:
        """The day after which nobody would hold it, by what is noted; None while somebody stays, or it is empty."""
        ends = [holder.until for holder in self.holders]
        known = [end for end in ends if end is not None]
        return max(known) if known and len(known) == len(ends) else None

    @property
    def words(self) -> str:
        """Who holds it; "4 people in 3 agencies" for several; "nobody yet"; since when it is empty and who had it."""
        if len(self.holders) == 1:
            return self.holders[0].words
        if self.holders:
            people = len({holder.person_id for holder in self.holders})
            agencies = len({holder.agency for holder in self.holders})
            return f"{several(people, 'person', 'people')} in {several(agencies, 'agency', 'agencies')}"
        if self.empty_since is None:
            return "nobody yet"
        return f"nobody since {shown(self.empty_since)} · before: {'; '.join(holder.who for holder in self.last)}"


@value
class Trio(Value):
    """All roles of a group on a day, the trio first. Of a closed group nothing is missing any more."""

    on: date
    roles: tuple[RoleOn, ...]
    closed: bool

    def role(self, name: RoleName) -> RoleOn:
        """One role by its name."""
        return next(role for role in self.roles if role.name is name)

    @property
    def missing(self) -> tuple[RoleOn, ...]:
        """Those of the trio that nobody holds."""
        return () if self.closed else tuple(role for role in self.roles if role.name in TRIO and role.empty)

    @property
    def complete(self) -> bool:
        """Whether somebody holds each role of the trio on that day."""
        return all(not self.role(name).empty for name in TRIO)

    @property
    def became_empty(self) -> tuple[RoleOn, ...]:
        """The roles that somebody held and nobody holds now, whichever they are; the latest loss first."""
        lost = [role for role in self.roles if role.empty and role.empty_since] if not self.closed else []
        return tuple(sorted(lost, key=lambda role: role.empty_since or date.min, reverse=True))

    @property
    def words(self) -> str:
        """The trio is complete; or what it misses: "No guardian angel since 4 Mar 2008", "Nobody yet"."""
        if self.closed:
            return "The group is closed"
        if not self.missing:
            return "The trio is complete"
        if len(self.missing) == len(TRIO) and not any(role.empty_since for role in self.missing):
            return "Nobody yet"
        return "; ".join(_missing(role) for role in self.missing)


def trio(snapshot: Snapshot, group_id: str, on: date | None = None) -> Trio:
    """The roles of the group on a day (today if none is given). Raises KeyError if there is no such group."""
    day = on or snapshot.today
    begun = [role for role in snapshot.of(Role, group_id=group_id) if role.from_on and role.from_on <= day]
    # Who leaves the table gives up the role, whether somebody noted that or not.
    ends = {role.id: held_until(snapshot, role) for role in begun}
    order = (*TRIO, *(name for name in RoleName if name not in TRIO))
    roles = tuple(
        _role_on(snapshot, name, day, [(role, ends[role.id]) for role in begun if role.name is name]) for name in order
    )
    return Trio(on=day, roles=roles, closed=not snapshot.one(Group, group_id).open_on(day))


def _role_on(snapshot: Snapshot, name: RoleName, day: date, begun: list[tuple[Role, date | None]]) -> RoleOn:
    now = [(role, end) for role, end in begun if end is None or end >= day]
    last_day = None if now else max((end for _, end in begun if end), default=None)
    empty_since = next_day(last_day) if last_day else None
    return RoleOn(
        name=name,
        holders=_holders(snapshot, now, day),
        last=_holders(snapshot, [(role, end) for role, end in begun if last_day and end == last_day], last_day or day),
        empty_since=empty_since,
        lately=empty_since is not None and empty_since > day - LATELY,
    )


def _holders(snapshot: Snapshot, held: Iterable[tuple[Role, date | None]], day: date) -> tuple[Holder, ...]:
    found = [
        Holder(
            role=role,
            person_id=role.person_id or "",
            person=snapshot.called(Person, role.person_id),
            agency=agency_name_on(snapshot, _agency_id(snapshot, role, day), day),
            since=role.from_on,
            until=end,
        )
        for role, end in held
    ]
    return tuple(sorted(found, key=lambda holder: (holder.since or date.min, holder.role.id)))


def _agency_id(snapshot: Snapshot, role: Role, day: date) -> str | None:
    """For whom the person sits there on that day; the agency they work for where they have no seat."""
    seats = [seat for seat in seats_in(snapshot, role.person_id, role.group_id) if seat.active_on(day)]
    person = snapshot.find(Person, role.person_id)
    return seats[0].agency_id if seats else person.agency_id if person else None


def _missing(role: RoleOn) -> str:
    since = f" since {shown(role.empty_since)}" if role.empty_since else " yet"
    return f"No {role.name.label.lower()}{since}"
