"""What if somebody leaves: what would go with them, listed before it happens, and the words of a handover page."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from tracker.models.agency_change import agency_name_on
from tracker.models.dates import shown
from tracker.models.figures.ball_standing import BallStanding, ball_standings
from tracker.models.figures.coming import ComingMeeting, coming_meetings
from tracker.models.figures.ladder import COUNTED
from tracker.models.figures.promises import UNSETTLED, Promise, promise_of
from tracker.models.figures.seats_on import roles_on
from tracker.models.figures.standing import Standing, standing
from tracker.models.figures.timeline_words import joined, several
from tracker.models.folding import folded
from tracker.models.records.agency import Agency
from tracker.models.records.commitment import Commitment
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership, Role
from tracker.models.records.person import Level, Person
from tracker.models.records.record import Record
from tracker.models.seat_days import ONE_DAY
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# Of planned meetings those of a quarter of a year are named: a successor has come by then, or it is missed.
_AHEAD = timedelta(days=92)

Lets = Callable[[Record], bool]


@value
class RoleLoss(Value):
    """A role that ends with the person; `empty` if nobody else would hold it."""

    role: Role
    empty: bool

    @property
    def words(self) -> str:
        """Chair · nobody else holds it."""
        return joined(self.role.title, "nobody else holds it" if self.empty else "others hold it too")


@value
class GroupLoss(Value):
    """What one group would lose. `seats` are the person's own on the day; `agencies` the names of those they sit for.

    `promises` are the person's open ones, by due date; `rungs` the levels at which nobody of the agency would be left;
    `sole` are the agencies for which nobody else sits there, `agency_promises` their open promises of nobody named.
    `balls` are held by the person's agencies, `meetings` planned for the quarter of a year after the day.
    """

    group_id: str
    group: str
    seats: tuple[Membership, ...]
    agencies: tuple[str, ...]
    roles: tuple[RoleLoss, ...]
    promises: tuple[Promise, ...]
    rungs: tuple[Level, ...]
    sole: tuple[str, ...]
    agency_promises: tuple[Promise, ...]
    balls: tuple[BallStanding, ...]
    meetings: tuple[ComingMeeting, ...]

    @property
    def id(self) -> str:
        """The group's id: there is one row for it."""
        return self.group_id

    @property
    def empty_roles(self) -> tuple[Role, ...]:
        """The roles that nobody would hold any more."""
        return tuple(loss.role for loss in self.roles if loss.empty)

    @property
    def rungs_counted(self) -> tuple[Level, ...]:
        """The rungs that would be lost of those that make a ladder complete (§6.1)."""
        return tuple(level for level in self.rungs if level in COUNTED)


@value
class HandoverPart(Value):
    """One heading of a handover page with its lines; `group` is "" in the part that is about all groups."""

    group: str
    heading: str
    lines: tuple[str, ...]


@value
class Leaving(Value):
    """What would go with a person whose last day is `on`: group by group, by name."""

    person: Person
    on: date
    groups: tuple[GroupLoss, ...]

    @property
    def promises(self) -> int:
        """How many open promises over all these groups."""
        return sum(len(loss.promises) for loss in self.groups)

    @property
    def overdue(self) -> int:
        """How many of these promises are overdue today."""
        return sum(promise.standing is Standing.OVERDUE for loss in self.groups for promise in loss.promises)

    @property
    def seats(self) -> int:
        """How many seats end."""
        return sum(len(loss.seats) for loss in self.groups)

    @property
    def roles(self) -> int:
        """How many roles end, held by others too or not."""
        return sum(len(loss.roles) for loss in self.groups)

    @property
    def empty_roles(self) -> int:
        """How many roles nobody would hold any more."""
        return sum(len(loss.empty_roles) for loss in self.groups)

    @property
    def rungs(self) -> int:
        """How many rungs of ladders would be lost, chief executives not counted."""
        return sum(len(loss.rungs_counted) for loss in self.groups)

    @property
    def sole_seats(self) -> int:
        """For how many agencies, group by group, nobody would be left at the table."""
        return sum(len(loss.sole) for loss in self.groups)

    @property
    def words(self) -> str:
        """Regional manager leaves 2 groups after 30 Jun 2008: 3 open promises, 1 role empty, …."""
        if not self.groups:
            return f"{self.person.name} sits in no group on {shown(self.on)}: nothing goes with them."
        counts = (
            (self.promises, "open promise", "open promises"),
            (self.empty_roles, "role stands empty", "roles stand empty"),
            (self.rungs, "rung is lost", "rungs are lost"),
            (self.sole_seats, "agency has nobody left at the table", "agencies have nobody left at the table"),
        )
        told = ", ".join(several(*count) for count in counts if count[0])
        groups = several(len(self.groups), "group", "groups")
        return f"{self.person.name} leaves {groups} after {shown(self.on)}: {told or 'nothing stands empty'}."


def what_if_leaves(snapshot: Snapshot, person_id: str, on: date | None = None, group_id: str | None = None) -> Leaving:
    """What goes with the person, if a day (today if none is given) is the last one in a group, or in all of them.

    Only groups in which they have a seat, a role or an open promise on that day. Raises KeyError if there is no such
    person or group.
    """
    day = on or snapshot.today
    person = snapshot.one(Person, person_id)
    groups = (snapshot.one(Group, group_id),) if group_id else snapshot.of(Group)
    losses = (_loss(snapshot, person, group, day) for group in groups)
    found = [loss for loss in losses if loss.seats or loss.roles or loss.promises]
    return Leaving(person=person, on=day, groups=tuple(sorted(found, key=lambda loss: folded(loss.group))))


def handover_parts(snapshot: Snapshot, leaving: Leaving, lets: Lets | None = None) -> tuple[HandoverPart, ...]:
    """The headings and lines of a handover page, group by group; a heading with nothing under it is left out.

    `lets` says which entries may be printed, such as `Gate(snapshot).lets`; without it all are.
    """
    may = lets or (lambda record: True)
    parts: list[HandoverPart] = []
    for loss in leaving.groups:
        told = (
            ("Seats", _seat_lines(snapshot, loss, leaving.on)),
            ("Roles", [each.words for each in loss.roles if may(each.role)]),
            ("Open promises", [_promise_line(each) for each in loss.promises if may(each.commitment)]),
            ("Open promises of the agency", [_promise_line(p) for p in loss.agency_promises if may(p.commitment)]),
            ("Balls that the agency holds", [_ball_line(each) for each in loss.balls if may(each.ball)]),
            ("Connection that would be lost (§6.1)", _rung_lines(leaving.person, loss)),
            ("Meetings that are planned", [_meeting_line(each) for each in loss.meetings]),
        )
        parts += [HandoverPart(loss.group, heading, tuple(lines)) for heading, lines in told if lines]
    return tuple(parts)


def _loss(snapshot: Snapshot, person: Person, group: Group, day: date) -> GroupLoss:
    every = snapshot.of(Membership, group_id=group.id)
    seats = [seat for seat in every if seat.person_id == person.id and seat.active_on(day)]
    others = [seat for seat in every if seat.person_id not in (None, person.id) and _stays(seat, day)]
    agency_ids = list(dict.fromkeys(seat.agency_id for seat in seats if seat.agency_id))
    sole = [one for one in agency_ids if all(seat.agency_id != one for seat in others)]
    meetings = coming_meetings(snapshot, group.id, after=day, until=day + _AHEAD) if seats else ()
    return GroupLoss(
        group_id=group.id,
        group=group.called,
        seats=tuple(seats),
        agencies=tuple(agency_name_on(snapshot, one, day) for one in agency_ids),
        roles=_role_losses(snapshot, person, group, day),
        promises=_open_promises(snapshot, snapshot.of(Commitment, person_id=person.id), group, day),
        rungs=tuple(level for one in agency_ids for level in _rungs(snapshot, person, one, others)),
        sole=tuple(agency_name_on(snapshot, one, day) for one in sole),
        agency_promises=_of_the_agency(snapshot, sole, group, day),
        balls=tuple(ball for ball in ball_standings(snapshot, group.id) if ball.holder_id in agency_ids),
        meetings=meetings,
    )


def _stays(seat: Membership, day: date) -> bool:
    """Whether a seat is taken on the day after as well."""
    return seat.active_on(day + ONE_DAY)


def _role_losses(snapshot: Snapshot, person: Person, group: Group, day: date) -> tuple[RoleLoss, ...]:
    after = [role for role in roles_on(snapshot, group.id, day + ONE_DAY) if role.person_id != person.id]
    held = [role for role in roles_on(snapshot, group.id, day) if role.person_id == person.id]
    return tuple(RoleLoss(role, all(other.name is not role.name for other in after)) for role in held)


def _rungs(snapshot: Snapshot, person: Person, agency_id: str, others: list[Membership]) -> tuple[Level, ...]:
    """The person's level, if the agency has levels and none of its other people there has the same."""
    agency = snapshot.find(Agency, agency_id)
    if person.level is None or agency is None or not agency.has_levels:
        return ()
    left = (snapshot.find(Person, seat.person_id) for seat in others if seat.agency_id == agency_id)
    return () if any(other and other.level is person.level for other in left) else (person.level,)


def _of_the_agency(snapshot: Snapshot, sole: list[str], group: Group, day: date) -> tuple[Promise, ...]:
    given = [each for one in sole for each in snapshot.of(Commitment, agency_id=one) if each.person_id is None]
    return _open_promises(snapshot, given, group, day)


def _open_promises(snapshot: Snapshot, given: Iterable[Commitment], group: Group, day: date) -> tuple[Promise, ...]:
    found = [
        promise_of(snapshot, each)
        for each in given
        if each.group_id == group.id
        and (each.made_on or date.max) <= max(day, snapshot.today)
        and standing(each, day) in UNSETTLED
    ]
    return tuple(sorted(found, key=lambda promise: (promise.commitment.due or date.max, promise.commitment.id)))


def _seat_lines(snapshot: Snapshot, loss: GroupLoss, day: date) -> list[str]:
    lines = []
    for seat in loss.seats:
        agency = agency_name_on(snapshot, seat.agency_id, day)
        alone = f"nobody else sits there for {agency}" if agency in loss.sole else ""
        lines.append(joined(f"Seat for {agency} since {shown(seat.from_on)}", seat.may_commit, alone))
    return lines


def _rung_lines(person: Person, loss: GroupLoss) -> list[str]:
    agencies = " and ".join(loss.agencies)
    return [f"{level.label}: nobody else of {agencies} at this level" for level in loss.rungs]


def _promise_line(promise: Promise) -> str:
    due = f"due {shown(promise.commitment.due)}" if promise.commitment.due else "no due date"
    to = f"to {promise.to}" if promise.to else ""
    return joined(promise.commitment.text, to, due, promise.standing.label)


def _ball_line(ball: BallStanding) -> str:
    return joined(ball.ball.issue, f"{ball.holder} since {shown(ball.since)}")


def _meeting_line(meeting: ComingMeeting) -> str:
    return joined(shown(meeting.on), meeting.starts, meeting.place)
