"""What nobody has confirmed for half a year: seats and roles that may have changed without a word (§1.1)."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from tracker.models.dates import shown
from tracker.models.figures.day_words import days_words
from tracker.models.folding import folded
from tracker.models.mistake import Mistake
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership, Role
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

Held = TypeVar("Held", Membership, Role)

_MONTHS = 6


@value
class Unconfirmed(Value):
    """A seat or a role that somebody should say still holds. `since` is when it was last confirmed, else its first day.

    `what` is "Seat for Police" or the role's name, `who` the person, "" for the seat of an agency as such.
    """

    held: Membership | Role
    group_id: str
    group: str
    what: str
    who: str
    since: date
    days: int

    @property
    def id(self) -> str:
        """The id of the seat or the role."""
        return self.held.id

    @property
    def words(self) -> str:
        """Last confirmed 12 Nov 2007, 231 days ago; or "Never confirmed, since 1 Feb 2007"."""
        if self.held.confirmed_on:
            return f"Last confirmed {shown(self.since)}, {days_words(self.days)} ago"
        return f"Never confirmed, since {shown(self.since)}"


def unconfirmed(
    snapshot: Snapshot, on: date | None = None, *, group_id: str | None = None, person_id: str | None = None
) -> tuple[Unconfirmed, ...]:
    """Seats and roles held on a day in groups that run then, not confirmed in the six months before; the oldest first.

    Only the last confirmation is kept: what was confirmed after the day is not listed for it.
    """
    day = on or snapshot.today
    before = half_a_year_before(day)
    seats, roles = _held(snapshot, Membership, group_id), _held(snapshot, Role, group_id)
    held: tuple[Membership | Role, ...] = (*seats, *roles)
    found = [
        _unconfirmed(snapshot, one, day)
        for one in held
        if one.active_on(day) and _said(one) <= before and person_id in (None, one.person_id)
    ]
    running = {group.id for group in snapshot.of(Group) if group.open_on(day)}
    listed = [one for one in found if one.group_id in running]
    return tuple(sorted(listed, key=lambda one: (one.since, folded(one.group), folded(one.who), one.id)))


def unconfirmed_of_agency(snapshot: Snapshot, agency_id: str, on: date | None = None) -> tuple[Unconfirmed, ...]:
    """The agency's own of these: its seats, and the roles of those who sit for it in the same group."""
    day = on or snapshot.today
    seats = [seat for seat in snapshot.of(Membership, agency_id=agency_id) if seat.active_on(day)]
    sitting = {(seat.group_id, seat.person_id) for seat in seats if seat.person_id}
    listed = unconfirmed(snapshot, day)
    return tuple(
        one
        for one in listed
        if (
            one.held.agency_id == agency_id
            if isinstance(one.held, Membership)
            else (one.held.group_id, one.held.person_id) in sitting
        )
    )


def confirmed(held: Held, on: date) -> Held:
    """The seat or role with the day on which somebody said that it still holds.

    Raises Mistake if it was not held on that day, or was confirmed later already.
    """
    if not held.active_on(on):
        raise Mistake(f"It does not hold on {shown(on)}: put its dates right, or give a day between them.")
    if held.confirmed_on and held.confirmed_on > on:
        raise Mistake(f"It was confirmed on {shown(held.confirmed_on)} already: give that day or a later one.")
    return replace(held, confirmed_on=on)


def half_a_year_before(day: date) -> date:
    """The same day six months before; the last one of a shorter month."""
    months = day.year * 12 + day.month - 1 - _MONTHS
    year, month = divmod(months, 12)
    for number in range(day.day, 27, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def _held(snapshot: Snapshot, kind: type[Held], group_id: str | None) -> tuple[Held, ...]:
    return snapshot.of(kind, group_id=group_id) if group_id else snapshot.of(kind)


def _said(held: Membership | Role) -> date:
    return max(held.from_on or date.min, held.confirmed_on or date.min)


def _unconfirmed(snapshot: Snapshot, held: Membership | Role, day: date) -> Unconfirmed:
    seat_of = snapshot.called(Agency, held.agency_id) if isinstance(held, Membership) else ""
    return Unconfirmed(
        held=held,
        group_id=held.group_id or "",
        group=snapshot.called(Group, held.group_id),
        what=held.title if isinstance(held, Role) else f"Seat for {seat_of}",
        who=snapshot.called(Person, held.person_id),
        since=_said(held),
        days=(day - _said(held)).days,
    )
