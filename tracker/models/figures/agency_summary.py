"""An agency at a glance, over all groups: the figures and the people on its page."""

from datetime import date

from tracker.models.figures.ball_standing import BallStanding, ball_standings
from tracker.models.figures.follow_through import FollowThrough, follow_through
from tracker.models.figures.promises import Promise, promises
from tracker.models.figures.seats_by_group import GroupSeats, seats_of_agency, seats_of_person
from tracker.models.figures.shares import year_before
from tracker.models.figures.standing import Standing
from tracker.models.folding import folded
from tracker.models.records.agency import Agency
from tracker.models.records.membership import Membership
from tracker.models.records.person import Person
from tracker.models.records.result import Result, ResultState
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class Colleague(Value):
    """Somebody of the agency: the groups they sit in, or the last one that they left, and when."""

    person: Person
    groups: str
    left: date | None

    @property
    def id(self) -> str:
        """The person's id."""
        return self.person.id


@value
class AgencySummary(Value):
    """The agency's figures today, over all groups.

    `promises` are those to be kept, `overdue` counts the late ones among them; `victories` are those of the last 12
    months in which it shares the credit; `follow_through` counts, and is never ranked (§4.3).
    """

    agency: Agency
    part_of: Agency | None
    seats: tuple[GroupSeats, ...]
    colleagues: tuple[Colleague, ...]
    promises: tuple[Promise, ...]
    overdue: int
    follow_through: FollowThrough
    balls: tuple[BallStanding, ...]
    victories: int

    @property
    def groups(self) -> int:
        """In how many groups it sits today."""
        return sum(seat.present for seat in self.seats)

    @property
    def sitting(self) -> int:
        """How many of its people sit somewhere today."""
        return sum(bool(colleague.groups) and colleague.left is None for colleague in self.colleagues)


def agency_summary(snapshot: Snapshot, agency_id: str) -> AgencySummary:
    """Everything the agency's page says beside its timeline. Raises KeyError if there is no such agency."""
    agency = snapshot.one(Agency, agency_id)
    to_keep = promises(snapshot, agency_id=agency_id, unsettled=True)
    return AgencySummary(
        agency=agency,
        part_of=snapshot.find(Agency, agency.part_of_id),
        seats=seats_of_agency(snapshot, agency_id),
        colleagues=_colleagues(snapshot, agency_id),
        promises=to_keep,
        overdue=sum(promise.standing is Standing.OVERDUE for promise in to_keep),
        follow_through=follow_through(snapshot, agency_id=agency_id),
        balls=tuple(ball for ball in ball_standings(snapshot) if ball.holder_id == agency_id),
        victories=_victories(snapshot, agency_id),
    )


def _colleagues(snapshot: Snapshot, agency_id: str) -> tuple[Colleague, ...]:
    """Those who work for it and those who sit for it; who sits somewhere today comes first."""
    ids = {person.id for person in snapshot.of(Person, agency_id=agency_id)}
    ids |= {seat.person_id for seat in snapshot.of(Membership, agency_id=agency_id) if seat.person_id}
    found = [_colleague(snapshot, person) for person in snapshot.of(Person) if person.id in ids]
    return tuple(sorted(found, key=lambda one: (bool(one.left) or not one.groups, folded(one.person.name))))


def _colleague(snapshot: Snapshot, person: Person) -> Colleague:
    seats = seats_of_person(snapshot, person.id)
    now = [seat.group for seat in seats if seat.present]
    if now or not seats:
        return Colleague(person=person, groups=", ".join(now), left=None)
    last = max(seats, key=lambda seat: seat.until or date.min)
    return Colleague(person=person, groups=last.group, left=last.until)


def _victories(snapshot: Snapshot, agency_id: str) -> int:
    after = year_before(snapshot.today)
    return sum(
        agency_id in result.credit_ids
        and result.on is not None
        and after < result.on <= snapshot.today
        and result.state is not ResultState.WITHDRAWN
        for result in snapshot.of(Result)
    )
