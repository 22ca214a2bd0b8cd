"""The groups that run on a day, and who sits in each: what every figure over several groups begins with."""

from collections.abc import Iterable, Mapping
from datetime import date

from tracker.models.folding import folded
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership
from tracker.models.records.person import Person
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class Members(Value):
    """Who sits in one group on a day: its seats as pairs of ids, (agency, person); "" where there is none."""

    group: Group
    seats: frozenset[tuple[str, str]]

    @property
    def agencies(self) -> frozenset[str]:
        """The ids of the agencies that have a seat."""
        return frozenset(agency_id for agency_id, _ in self.seats if agency_id)

    @property
    def people(self) -> frozenset[str]:
        """The ids of the people who sit there; a seat without a person is the agency's alone."""
        return frozenset(person_id for _, person_id in self.seats if person_id)


def runs_on(group: Group, day: date) -> bool:
    """Whether the group has started and is not closed on that day."""
    return group.runs_on(day)


def last_day(group: Group, day: date) -> date:
    """That day, or the day on which the group closed where that is earlier: who sat there then sits there still."""
    return min(day, group.closed_on or day)


def running_groups(snapshot: Snapshot, day: date) -> tuple[Group, ...]:
    """The groups that run on that day, by name."""
    running = (group for group in snapshot.of(Group) if runs_on(group, day))
    return tuple(sorted(running, key=lambda group: (folded(group.called), group.id)))


def seats_taken(snapshot: Snapshot, group: Group, day: date) -> tuple[Membership, ...]:
    """The seats taken on that day; none in a group that does not run."""
    seats = snapshot.of(Membership, group_id=group.id) if runs_on(group, day) else ()
    return tuple(seat for seat in seats if seat.active_on(day))


def members_on(snapshot: Snapshot, group: Group, day: date) -> Members:
    """Who sits in the group on that day."""
    seats = seats_taken(snapshot, group, day)
    return Members(group, frozenset((seat.agency_id or "", seat.person_id or "") for seat in seats))


def by_name(snapshot: Snapshot, kind: type[Agency] | type[Person], ids: Iterable[str]) -> Mapping[str, str]:
    """What the agencies or people with these ids are called, in the order of their names."""
    named = [(called, identity) for identity in ids if (called := _called(snapshot.find(kind, identity)))]
    return {identity: called for called, identity in sorted(named, key=lambda pair: (folded(pair[0]), pair[1]))}


def _called(found: Record | None) -> str:
    if found is None:
        return ""
    return found.called if isinstance(found, Agency) else found.title
