"""An agency at a glance, over all groups: the figures and the people on its page."""

from collections import defaultdict
from datetime import date

from tracker.models.agency_change import AgencyTurn, agency_history
from tracker.models.confirming import Unconfirmed, unconfirmed_of_agency
from tracker.models.dates import shown
from tracker.models.figures.ball_standing import BallStanding, ball_standings
from tracker.models.figures.follow_through import FollowThrough, follow_through
from tracker.models.figures.promises import Promise, promises
from tracker.models.figures.running import runs_on
from tracker.models.figures.seats_by_group import GroupSeats, seats_of_agency, seats_of_person
from tracker.models.figures.shares import year_before
from tracker.models.figures.standing import Standing
from tracker.models.figures.timeline_words import several
from tracker.models.folding import folded
from tracker.models.records.agency import Agency
from tracker.models.records.agency_change import FormerName, Succession
from tracker.models.records.group import Group
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
    months in which it shares the credit; `follow_through` counts, and is never ranked (§4.3). `turns` are what became
    of it, the latest first; `to_confirm` is what nobody has confirmed for half a year, the oldest first; `alone_in`
    names the groups in which one person alone sits for it.
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
    turns: tuple[AgencyTurn, ...]
    to_confirm: tuple[Unconfirmed, ...]
    alone_in: tuple[str, ...]

    @property
    def names_before(self) -> str:
        """Until 30 Jun 2005: Maritime Safety Authority; of several the latest first, "" if it always had its name."""
        former = [turn.change for turn in self.turns if isinstance(turn.change, FormerName)]
        return "; ".join(f"until {shown(one.until)}: {one.name}" for one in former)

    @property
    def taken_over(self) -> str:
        """1 Oct 2003: it took over from Traffic; "" if it took over from nobody, and nobody from it."""
        turns = [turn for turn in self.turns if isinstance(turn.change, Succession)]
        return "; ".join(f"{shown(turn.on)}: {turn.words.replace('It took', 'it took', 1)}" for turn in turns)

    @property
    def alone_words(self) -> str:
        """One person alone in 2 of 3 groups: what would break if they left (§1.1); "" if it is so in none."""
        if not self.alone_in:
            return ""
        return f"one person alone in {len(self.alone_in):,} of {several(self.groups, 'group', 'groups')}"

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
        turns=agency_history(snapshot, agency_id),
        to_confirm=unconfirmed_of_agency(snapshot, agency_id),
        alone_in=_alone_in(snapshot, agency_id),
    )


def _alone_in(snapshot: Snapshot, agency_id: str) -> tuple[str, ...]:
    """The running groups in which exactly one person sits for the agency, by name."""
    sitting: dict[str, set[str]] = defaultdict(set)
    for seat in snapshot.of(Membership, agency_id=agency_id):
        group = snapshot.find(Group, seat.group_id)
        if group and seat.person_id and runs_on(group, snapshot.today) and seat.active_on(snapshot.today):
            sitting[group.called].add(seat.person_id)
    return tuple(sorted((name for name, people in sitting.items() if len(people) == 1), key=folded))


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
