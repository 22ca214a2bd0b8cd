"""Who is at the table on a day: each seat with its person, agency, level and roles; who joined and who left lately."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from tracker.models.agency_change import agency_name_on
from tracker.models.dates import shown
from tracker.models.figures.joining_order import agencies_in_order
from tracker.models.figures.timeline_words import dollars, joined, several
from tracker.models.folding import folded
from tracker.models.records.membership import Authority, Membership, Role
from tracker.models.records.person import Level, Person
from tracker.models.seat_days import ONE_DAY, held_until
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# Who joined or left within so many days is named.
LATELY = timedelta(days=90)


@value
class SeatOn(Value):
    """A seat as it was on a day. `person` is None where the agency has its seat as such.

    `agency` is the name that people used then; `roles` are those held on the day, the trio first. `until` is the last
    day where one is noted, past or to come.
    """

    seat: Membership
    person: Person | None
    agency_id: str
    agency: str
    level: Level | None
    roles: tuple[Role, ...]
    since: date | None
    until: date | None

    @property
    def id(self) -> str:
        """The seat's id."""
        return self.seat.id

    @property
    def name(self) -> str:
        """Who sits there; the agency where nobody is named."""
        return self.person.name if self.person else self.agency

    @property
    def role_words(self) -> str:
        """Chair, key contact."""
        words = ", ".join(role.title.lower() for role in self.roles)
        return words[:1].upper() + words[1:]

    @property
    def authority_words(self) -> str:
        """What may be promised for the agency (§3.4): "Own time and information · repairs only"; "" if not noted."""
        return joined(_authority(self.seat.authority, self.seat.authority_nzd), self.seat.may_commit)

    @property
    def confirmed_on(self) -> date | None:
        """The day on which somebody last said that the seat still holds; None if nobody has."""
        return self.seat.confirmed_on


@value
class SeatsOn(Value):
    """The table on a day: agencies in the order in which they joined, and their people by the day they came.

    `joined` and `left` are the seats of who came or went within the 90 days up to the day, the latest first: a seat
    that follows another of the same person at once is neither. `unseated` are roles of somebody who has no seat then.
    """

    on: date
    seats: tuple[SeatOn, ...]
    joined: tuple[SeatOn, ...]
    left: tuple[SeatOn, ...]
    unseated: tuple[Role, ...]

    @property
    def agency_ids(self) -> tuple[str, ...]:
        """The agencies with a seat, each once, in the order in which they joined."""
        return tuple(dict.fromkeys(seat.agency_id for seat in self.seats))

    @property
    def people(self) -> int:
        """How many people sit there."""
        return len({seat.person.id for seat in self.seats if seat.person})

    @property
    def words(self) -> str:
        """6 agencies, 11 people; "Nobody has a seat on 12 Jun 2008" where that is so."""
        if not self.seats:
            return f"Nobody has a seat on {shown(self.on)}"
        return f"{several(len(self.agency_ids), 'agency', 'agencies')}, {several(self.people, 'person', 'people')}"


def seats_on(snapshot: Snapshot, group_id: str, on: date | None = None) -> SeatsOn:
    """Everybody who sits in the group on a day (today if none is given), with what they were and did then."""
    day = on or snapshot.today
    make = _maker(snapshot, group_id, day)
    every = snapshot.of(Membership, group_id=group_id)
    order = {agency.id: place for place, agency in enumerate(agencies_in_order(snapshot, group_id))}
    seats = sorted((make(seat) for seat in every if seat.active_on(day)), key=lambda seat: _place(seat, order))
    came = [seat for seat in every if _came(seat, every, day)]
    went = [seat for seat in every if _went(seat, every, day)]
    sitting = {seat.person.id for seat in seats if seat.person}
    return SeatsOn(
        on=day,
        seats=tuple(seats),
        joined=tuple(make(seat) for seat in sorted(came, key=lambda seat: (seat.from_on, seat.id), reverse=True)),
        left=tuple(make(seat) for seat in sorted(went, key=lambda seat: (seat.to_on, seat.id), reverse=True)),
        unseated=tuple(role for role in roles_on(snapshot, group_id, day) if role.person_id not in sitting),
    )


def roles_on(snapshot: Snapshot, group_id: str, day: date) -> list[Role]:
    """The roles that are held in a group on a day, the trio first; who has left the table holds none any more."""
    held = [role for role in snapshot.of(Role, group_id=group_id) if role.active_on(day)]
    present = [role for role in held if (held_until(snapshot, role) or day) >= day]
    return sorted(present, key=lambda role: (role.name.rank if role.name else -1, role.from_on or date.min, role.id))


def _maker(snapshot: Snapshot, group_id: str, day: date) -> Callable[[Membership], SeatOn]:
    """What makes a seat of a day out of a membership; names and roles are looked up once."""
    names: dict[str | None, str] = {}
    roles: defaultdict[str | None, list[Role]] = defaultdict(list)
    for role in roles_on(snapshot, group_id, day):
        roles[role.person_id].append(role)

    def make(seat: Membership) -> SeatOn:
        if seat.agency_id not in names:
            names[seat.agency_id] = agency_name_on(snapshot, seat.agency_id, day)
        person = snapshot.find(Person, seat.person_id)
        return SeatOn(
            seat=seat,
            person=person,
            agency_id=seat.agency_id or "",
            agency=names[seat.agency_id],
            level=person.level if person else None,
            roles=tuple(roles[seat.person_id]) if person else (),
            since=seat.from_on,
            until=seat.to_on,
        )

    return make


def _place(seat: SeatOn, order: dict[str, int]) -> tuple[int, date, str]:
    return order.get(seat.agency_id, len(order)), seat.since or date.max, folded(seat.name)


def _came(seat: Membership, every: tuple[Membership, ...], day: date) -> bool:
    """Whether the seat began within the 90 days, and nobody sat there for the day before already."""
    if seat.from_on is None or not day - LATELY < seat.from_on <= day:
        return False
    return not any(other.active_on(seat.from_on - ONE_DAY) for other in every if _same(seat, other))


def _went(seat: Membership, every: tuple[Membership, ...], day: date) -> bool:
    """Whether the seat ended within the 90 days before the day, and the same one does not go on since."""
    if seat.to_on is None or not day - LATELY <= seat.to_on < day:
        return False
    return not any(
        other.active_on(seat.to_on + ONE_DAY) or (other.from_on and seat.to_on < other.from_on <= day)
        for other in every
        if _same(seat, other)
    )


def _same(seat: Membership, other: Membership) -> bool:
    """Whether two seats are of the same person, or both of the same agency as such."""
    if seat.id == other.id or seat.person_id != other.person_id:
        return False
    return bool(seat.person_id) or seat.agency_id == other.agency_id


def _authority(authority: Authority | None, limit: Decimal | None) -> str:
    if authority is Authority.MONEY:
        return f"Money up to {dollars(limit)}"
    return authority.label if authority else ""
