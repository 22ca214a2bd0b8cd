"""Who is the only bridge between two groups: without them no person, or no agency, would sit in both."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations

from tracker.models.figures.running import Members, by_name, members_on, running_groups
from tracker.models.figures.timeline_words import several
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class Bridge(Value):
    """One person, or one agency, that alone sits in both of two groups.

    `agencies_left` and `people_left` count who would still sit in both without its seats.
    """

    party_id: str
    name: str
    is_person: bool
    one: Group
    other: Group
    agencies_left: int
    people_left: int

    @property
    def id(self) -> str:
        """One for each party and pair of groups."""
        return f"{self.party_id} {self.one.id} {self.other.id}"

    @property
    def alone(self) -> bool:
        """Whether the two groups would have nobody in common any more."""
        return not self.agencies_left and not self.people_left

    @property
    def words(self) -> str:
        """The only person in both Case Mgmt and Schooling; without them 2 agencies still sit in both."""
        what, them = ("person", "them") if self.is_person else ("agency", "it")
        agencies = several(self.agencies_left, "agency", "agencies") if self.agencies_left else ""
        people = several(self.people_left, "person", "people") if self.people_left else ""
        left = " and ".join(filter(None, (agencies, people)))
        one_left = self.agencies_left + self.people_left == 1
        still = f"{left} still {'sits' if one_left else 'sit'} in both" if left else "nobody sits in both"
        return f"The only {what} in both {self.one.called} and {self.other.called}; without {them} {still}"


@value
class Bridges(Value):
    """The only bridges on a day, each by its name and then by the groups' names."""

    people: tuple[Bridge, ...]
    agencies: tuple[Bridge, ...]

    def of(self, party_id: str) -> tuple[Bridge, ...]:
        """The bridges that one person or agency is."""
        return tuple(bridge for bridge in (*self.people, *self.agencies) if bridge.party_id == party_id)

    def between(self, one_id: str, other_id: str) -> tuple[Bridge, ...]:
        """The bridges between two groups: at most one person and one agency."""
        pair = (one_id, other_id)
        both = (*self.people, *self.agencies)
        return tuple(bridge for bridge in both if bridge.one.id in pair and bridge.other.id in pair)

    def by_pair(self) -> Mapping[frozenset[str], tuple[Bridge, ...]]:
        """The same of all pairs of groups that have a bridge, by the two ids."""
        found: dict[frozenset[str], tuple[Bridge, ...]] = {}
        for bridge in (*self.people, *self.agencies):
            pair = frozenset((bridge.one.id, bridge.other.id))
            found[pair] = (*found.get(pair, ()), bridge)
        return found


def bridges(snapshot: Snapshot, on: date | None = None, *, group_id: str | None = None) -> Bridges:
    """The only bridges between running groups on a day (today if none), or those of one group."""
    day = on or snapshot.today
    members = [members_on(snapshot, group, day) for group in running_groups(snapshot, day)]
    sets = {each.group.id: (each.people, each.agencies) for each in members}
    people: dict[str, list[tuple[Members, Members]]] = {}
    agencies: dict[str, list[tuple[Members, Members]]] = {}
    for one, other in combinations(members, 2):
        if group_id not in (None, one.group.id, other.group.id):
            continue
        pairs = zip((people, agencies), sets[one.group.id], sets[other.group.id], strict=True)
        for found, here, there in pairs:
            shared = here & there
            if len(shared) == 1:
                found.setdefault(min(shared), []).append((one, other))
    return Bridges(
        people=_bridges(by_name(snapshot, Person, people), people, is_person=True),
        agencies=_bridges(by_name(snapshot, Agency, agencies), agencies, is_person=False),
    )


def _bridges(
    names: Mapping[str, str], found: Mapping[str, Iterable[tuple[Members, Members]]], *, is_person: bool
) -> tuple[Bridge, ...]:
    return tuple(
        bridge
        for party_id, name in names.items()
        for bridge in _bridges_of(party_id, name, found[party_id], is_person=is_person)
    )


def _bridges_of(
    party_id: str, name: str, pairs: Iterable[tuple[Members, Members]], *, is_person: bool
) -> Iterator[Bridge]:
    """One party's, whose groups are looked at once without it, however many pairs they make."""
    left: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for one, other in pairs:
        for members in (one, other):
            if members.group.id not in left:
                rest = _without(members, party_id)
                left[members.group.id] = (rest.agencies, rest.people)
        here, there = left[one.group.id], left[other.group.id]
        yield Bridge(
            party_id=party_id,
            name=name,
            is_person=is_person,
            one=one.group,
            other=other.group,
            agencies_left=len(here[0] & there[0]),
            people_left=len(here[1] & there[1]),
        )


def _without(members: Members, party_id: str) -> Members:
    return Members(members.group, frozenset(seat for seat in members.seats if party_id not in seat))
