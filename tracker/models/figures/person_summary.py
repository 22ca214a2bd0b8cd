"""A person at a glance, over all groups: the figures on their page."""

from collections.abc import Iterable
from datetime import date

from tracker.models.confirming import Unconfirmed, unconfirmed
from tracker.models.figures.follow_through import FollowThrough
from tracker.models.figures.holdings import Holding, holdings
from tracker.models.figures.load import OverHalf, PersonLoad, over_half, people_load
from tracker.models.figures.promises import Promise, promises
from tracker.models.figures.seats_by_group import GroupSeats, seats_of_person
from tracker.models.figures.standing import Standing, fallen_due
from tracker.models.records.agency import Agency
from tracker.models.records.meeting import Attendance, Meeting, Presence
from tracker.models.records.membership import Role
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class PersonSummary(Value):
    """The person's figures today, over all groups.

    `seats` are group by group, `holdings` one by one; `roles` counts those held today; `promises` are those to be
    kept, `overdue` the late ones among them. Of `invited` meetings for which attendance was taken, the person `came` to
    so many; `last_came` is the latest of these. `load` is what the person carries in running groups, None where that is
    nothing; `most` is there if over half of all open promises are theirs; `to_confirm` is what nobody has confirmed for
    half a year.
    """

    person: Person
    agency: Agency | None
    seats: tuple[GroupSeats, ...]
    holdings: tuple[Holding, ...]
    roles: int
    promises: tuple[Promise, ...]
    overdue: int
    follow_through: FollowThrough
    came: int
    invited: int
    last_came: date | None
    load: PersonLoad | None
    most: OverHalf | None
    to_confirm: tuple[Unconfirmed, ...]

    @property
    def alone(self) -> tuple[str, ...]:
        """The seats in which nobody else sits for the agency: "Police in NMCC"."""
        return self.load.sole if self.load else ()

    @property
    def most_words(self) -> str:
        """Holds over half of all open promises, 6 of 11 (§7.2); "" if not."""
        if self.most is None:
            return ""
        return f"holds over half of all open promises: {self.most.promises:,} of {self.most.total:,} (§7.2)"

    @property
    def groups(self) -> int:
        """In how many groups the person sits or holds a role today."""
        return sum(seat.present for seat in self.seats)

    @property
    def left(self) -> GroupSeats | None:
        """The last group that was left, of somebody who sits in none any more."""
        if self.groups or not self.seats:
            return None
        return max(self.seats, key=lambda seat: seat.until or date.min)


def person_summary(snapshot: Snapshot, person_id: str) -> PersonSummary:
    """Everything the person's page says beside the timeline. Raises KeyError if there is no such person."""
    person = snapshot.one(Person, person_id)
    given = promises(snapshot, person_id=person_id)
    to_keep = tuple(promise for promise in given if promise.unsettled)
    came, invited, last_came = _attendance(snapshot, person_id)
    return PersonSummary(
        person=person,
        agency=snapshot.find(Agency, person.agency_id),
        seats=seats_of_person(snapshot, person_id),
        holdings=holdings(snapshot, person_id),
        roles=sum(role.active_on(snapshot.today) for role in snapshot.of(Role, person_id=person_id)),
        promises=to_keep,
        overdue=sum(promise.standing is Standing.OVERDUE for promise in to_keep),
        follow_through=_follow_through(given, snapshot.today),
        came=came,
        invited=invited,
        last_came=last_came,
        load=next((load for load in people_load(snapshot) if load.id == person_id), None),
        most=most if (most := over_half(snapshot)) and most.person.id == person_id else None,
        to_confirm=unconfirmed(snapshot, person_id=person_id),
    )


def _follow_through(given: Iterable[Promise], today: date) -> FollowThrough:
    due = [promise for promise in given if fallen_due(promise.commitment, today)]
    return FollowThrough(
        kept=sum(promise.standing in (Standing.KEPT, Standing.KEPT_LATE) for promise in due),
        fallen_due=len(due),
        renegotiated=sum(promise.renegotiated > 0 for promise in due),
    )


def _attendance(snapshot: Snapshot, person_id: str) -> tuple[int, int, date | None]:
    """How often the person came themselves, of how many meetings, and when last."""
    days: list[date] = []
    invited = 0
    for seat in snapshot.of(Attendance, person_id=person_id):
        meeting = snapshot.find(Meeting, seat.meeting_id)
        if meeting is None or meeting.on is None or meeting.on > snapshot.today:
            continue
        invited += 1
        if seat.presence is Presence.PRESENT:
            days.append(meeting.on)
    return len(days), invited, max(days, default=None)
