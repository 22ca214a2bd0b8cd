"""The days on which somebody sits in a group: seats end to end are one stay, and the last day counts."""

from collections.abc import Iterable
from datetime import date, timedelta

from tracker.models.records.membership import Membership, Role
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

ONE_DAY = timedelta(days=1)


@value
class Stay(Value):
    """From one day to another, both counted; `last` is `date.max` while no end is noted."""

    first: date
    last: date


def stays(held: Iterable[Membership | Role]) -> tuple[Stay, ...]:
    """The days of some seats or roles, oldest first; those that overlap or follow each other at once are one stay."""
    found: list[Stay] = []
    for one in sorted((each for each in held if each.from_on), key=lambda each: each.from_on or date.min):
        assert one.from_on is not None
        last = one.to_on or date.max
        if found and one.from_on <= next_day(found[-1].last):
            found[-1] = Stay(found[-1].first, max(found[-1].last, last))
        else:
            found.append(Stay(one.from_on, last))
    return tuple(found)


def seats_in(snapshot: Snapshot, person_id: str | None, group_id: str | None) -> list[Membership]:
    """All seats of a person in one group, past and to come."""
    if not person_id:
        return []
    return [seat for seat in snapshot.of(Membership, person_id=person_id) if seat.group_id == group_id]


def overlap(one: Membership | Role, other: Membership | Role) -> bool:
    """Whether two seats or roles share a day."""
    if one.from_on is None or other.from_on is None:
        return False
    return one.from_on <= (other.to_on or date.max) and other.from_on <= (one.to_on or date.max)


def held_until(snapshot: Snapshot, role: Role) -> date | None:
    """The last day of a role: its own, or the day on which who holds it leaves the table; None while it goes on.

    Of somebody who never had a seat in the group the role's own dates hold.
    """
    begun = role.from_on or date.max
    there = [stay for stay in stays(seats_in(snapshot, role.person_id, role.group_id)) if stay.first <= begun]
    ends = [stay.last for stay in there if begun <= stay.last < date.max]
    return min([*ends, role.to_on] if role.to_on else ends, default=None)


def next_day(day: date) -> date:
    """The day after; the end of time stays where it is."""
    return day if day == date.max else day + ONE_DAY
