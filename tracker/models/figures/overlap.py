"""How far two groups overlap: the agencies and people that both share, their purposes side by side."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from tracker.models.figures.running import Members, by_name, members_on, running_groups
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# Below so many cases a percentage says more than is known.
_FEWEST = 10


@value
class Shared(Value):
    """What two groups have in common of one kind: |g∩h| and |g∪h|, and who is in both, by name."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    either: int

    @property
    def both(self) -> int:
        """How many are in both groups."""
        return len(self.ids)

    @property
    def share(self) -> Fraction | None:
        """|g∩h| / |g∪h|, from 0 to 1; None where nobody is in either."""
        return Fraction(self.both, self.either) if self.either else None

    @property
    def words(self) -> str:
        """3 of 11 (27%); without the percentage below ten cases."""
        if not self.either:
            return "nobody in either"
        per_cent = f" ({100 * self.both / self.either:.0f}%)" if self.either >= _FEWEST else ""
        return f"{self.both:,} of {self.either:,}{per_cent}" if self.both else f"none of {self.either:,}"


@value
class GroupOverlap(Value):
    """Two groups beside each other on a day; each has its `purpose`."""

    one: Group
    other: Group
    agencies: Shared
    people: Shared

    @property
    def id(self) -> str:
        """One for each pair of groups."""
        return f"{self.one.id} {self.other.id}"

    @property
    def words(self) -> str:
        """Agencies 3 of 11 (27%), people 1 of 30 (3%)."""
        return f"Agencies {self.agencies.words}, people {self.people.words}"


def overlap(snapshot: Snapshot, one_id: str, other_id: str, on: date | None = None) -> GroupOverlap:
    """Two groups on a day (today if none); nobody sits in one that does not run. Raises KeyError for no such group."""
    day = on or snapshot.today
    one, other = (members_on(snapshot, snapshot.one(Group, group_id), day) for group_id in (one_id, other_id))
    return _overlap(_told(one), _told(other), *_ranks(snapshot, (one, other)))


def overlaps(snapshot: Snapshot, on: date | None = None, *, group_id: str | None = None) -> tuple[GroupOverlap, ...]:
    """All pairs of running groups on a day, by name; or one group with each other one, itself named first."""
    day = on or snapshot.today
    members = [members_on(snapshot, group, day) for group in running_groups(snapshot, day)]
    told = [_told(each) for each in members]
    pairs = list(combinations(told, 2))
    if group_id is not None:
        own = [each for each in told if each.group.id == group_id]
        pairs = [(one, other) for one in own for other in told if other is not one]
    agencies, people = _ranks(snapshot, members)
    return tuple(_overlap(one, other, agencies, people) for one, other in pairs)


class _Told(NamedTuple):
    """A group and the ids of its members, told once for all the pairs that it is in."""

    group: Group
    agencies: frozenset[str]
    people: frozenset[str]


# The name of each id and its place among all, by name.
_Ranks = Mapping[str, tuple[int, str]]


def _told(members: Members) -> _Told:
    return _Told(members.group, members.agencies, members.people)


def _ranks(snapshot: Snapshot, members: Sequence[Members]) -> tuple[_Ranks, _Ranks]:
    agencies = by_name(snapshot, Agency, frozenset().union(*(each.agencies for each in members)))
    people = by_name(snapshot, Person, frozenset().union(*(each.people for each in members)))
    return _ranked(agencies), _ranked(people)


def _ranked(names: Mapping[str, str]) -> _Ranks:
    return {identity: (place, name) for place, (identity, name) in enumerate(names.items())}


def _overlap(one: _Told, other: _Told, agencies: _Ranks, people: _Ranks) -> GroupOverlap:
    return GroupOverlap(
        one=one.group,
        other=other.group,
        agencies=_shared(one.agencies, other.agencies, agencies),
        people=_shared(one.people, other.people, people),
    )


def _shared(one: frozenset[str], other: frozenset[str], ranks: _Ranks) -> Shared:
    both = one & other
    either = len(one) + len(other) - len(both)
    if not both:
        return Shared(ids=(), names=(), either=either)
    ids = tuple(sorted(both & ranks.keys(), key=ranks.__getitem__))
    return Shared(ids=ids, names=tuple(ranks[identity][1] for identity in ids), either=either)
