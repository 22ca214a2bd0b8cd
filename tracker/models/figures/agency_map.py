"""The map of agencies by groups: who sits where, and who comes to how many meetings (agencies by groups, §4.3, §7.2).

The groups stand in the middle, the agencies to the left and to the right of them, each near the groups it belongs to.
Nothing is ranked: the order is that in which the fewest lines cross.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from itertools import combinations

from tracker.models.figures.attended import attended
from tracker.models.figures.layered_order import untangled
from tracker.models.figures.linear_order import drawn_together
from tracker.models.figures.running import by_name, running_groups, seats_taken
from tracker.models.figures.shares import year_before
from tracker.models.figures.timeline_words import joined, several
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


class Column(Enum):
    """Where a point of the map stands, and so on which side its name has room."""

    LEFT = 0.2
    MIDDLE = 0.5
    RIGHT = 0.8


@value
class MapPoint(Value):
    """A group or an agency at its place in the unit square, (0, 0) at the top left; it has so many `ties`."""

    id: str
    name: str
    column: Column
    y: float
    ties: int

    @property
    def x(self) -> float:
        """From 0 to 1."""
        return self.column.value

    @property
    def is_group(self) -> bool:
        """Groups stand in the middle."""
        return self.column is Column.MIDDLE


@value
class MapTie(Value):
    """One agency and one group: a line on the map, a row of its table.

    `people` sit for the agency on the day; `seated` says whether it has a seat at all. In the 12 months before,
    somebody came for it to so many `meetings` of those `held` by the group with attendance taken. `weight` is
    `meetings` as a share of the largest such count on the map, 0 to 1.
    """

    agency_id: str
    agency: str
    group_id: str
    group: str
    seated: bool
    people: int
    meetings: int
    held: int
    weight: float

    @property
    def id(self) -> str:
        """One for each agency and group."""
        return f"{self.agency_id} {self.group_id}"

    @property
    def meetings_words(self) -> str:
        """7 of 9; "" where no attendance was taken."""
        return f"{self.meetings:,} of {self.held:,}" if self.held else ""

    @property
    def sits_words(self) -> str:
        """2 people; "a seat, nobody named"; "no seat" for those who came without one."""
        people = several(self.people, "person", "people") if self.people else "a seat, nobody named"
        return people if self.seated else "no seat"

    @property
    def came_words(self) -> str:
        """Came to 7 of 9 meetings in 12 months; or that no attendance was taken."""
        return f"came to {self.meetings_words} meetings in 12 months" if self.held else "no attendance taken"

    @property
    def brief_words(self) -> str:
        """2 people, came to 7 of 9."""
        came = f"came to {self.meetings_words}" if self.held else "no attendance taken"
        return f"{self.sits_words}, {came}"

    @property
    def words(self) -> str:
        """Police in Case Mgmt: 2 people · came to 7 of 9 meetings in 12 months."""
        return f"{self.agency} in {self.group}: {joined(self.sits_words, self.came_words)}"


@value
class AgencyMap(Value):
    """The points in the order in which they stand, groups first; the ties by the agency's and the group's name."""

    on: date
    points: tuple[MapPoint, ...]
    ties: tuple[MapTie, ...]

    @property
    def groups(self) -> tuple[MapPoint, ...]:
        """The groups, from the top."""
        return tuple(point for point in self.points if point.is_group)

    @property
    def agencies(self) -> tuple[MapPoint, ...]:
        """The agencies, from the top, those to the left first."""
        return tuple(point for point in self.points if not point.is_group)

    @property
    def lines(self) -> int:
        """So many lines of text high, the map has room for every name without one upon another."""
        return max(Counter(point.column for point in self.points).values(), default=0)

    @property
    def words(self) -> str:
        """64 agencies in 8 groups; 12 of them in two or more."""
        in_several = sum(point.ties > 1 for point in self.agencies)
        agencies = several(len(self.agencies), "agency", "agencies")
        return f"{agencies} in {several(len(self.groups), 'group', 'groups')}; {in_several:,} in two or more"

    def ties_of(self, point_id: str) -> tuple[MapTie, ...]:
        """The ties of one agency or one group."""
        return tuple(tie for tie in self.ties if point_id in (tie.agency_id, tie.group_id))

    def words_of(self, point_id: str) -> str:
        """Police, an agency in 2 groups: Case Mgmt (1 person, came to 7 of 9), NMCC (…); of a group how many are in it.

        Raises KeyError if it is not on the map.
        """
        point = {each.id: each for each in self.points}[point_id]
        ties = self.ties_of(point_id)
        if not point.is_group:
            told = ", ".join(f"{tie.group} ({tie.brief_words})" for tie in ties)
            return f"{point.name}, an agency in {several(len(ties), 'group', 'groups')}: {told}"
        ties_of = {each.id: each.ties for each in self.points}
        elsewhere = sum(ties_of[tie.agency_id] > 1 for tie in ties)
        held = max((tie.held for tie in ties), default=0)
        taken = f"attendance taken at {several(held, 'meeting', 'meetings')} in 12 months" if held else ""
        agencies = several(len(ties), "agency", "agencies") if ties else "no agency"
        shared = f", {elsewhere:,} of them in other groups too" if elsewhere else ""
        return joined(f"{point.name}, a group: {agencies}{shared}", taken)

    def narrowed(self, *, around: str | None = None, least: int = 1) -> "AgencyMap":
        """Fewer points, placed anew; what the ties say stays as it is.

        With `around`, the id of a group, only it, its agencies and the groups in which these are too; with `least` only
        agencies in so many groups of the whole map.
        """
        near = {tie.agency_id for tie in self.ties if around in (None, tie.group_id)}
        kept = {point.id for point in self.agencies if point.ties >= least and point.id in near}
        ties = tuple(tie for tie in self.ties if tie.agency_id in kept)
        tied = {tie.group_id for tie in ties} | {around}
        names = {point.id: point.name for point in self.points}
        groups = [point.id for point in self.groups if (around is None and least == 1) or point.id in tied]
        agencies = list(dict.fromkeys(tie.agency_id for tie in ties))
        return AgencyMap(on=self.on, points=_placed(agencies, groups, names, ties), ties=ties)


def agency_map(snapshot: Snapshot, on: date | None = None) -> AgencyMap:
    """Agencies by running groups on a day (today if none): all that have a seat, or came in the 12 months before."""
    day = on or snapshot.today
    groups = running_groups(snapshot, day)
    ties = [tie for group in groups for tie in _ties(snapshot, group, day)]
    agencies = by_name(snapshot, Agency, {tie.agency_id for tie in ties})
    most = max((tie.meetings for tie in ties), default=0)
    by_pair = {(tie.agency_id, tie.group_id): tie for tie in ties}
    found = tuple(
        _told(tie, agencies[agency_id], most)
        for agency_id in agencies
        for group in groups
        if (tie := by_pair.get((agency_id, group.id)))
    )
    names = {group.id: group.called for group in groups} | dict(agencies)
    return AgencyMap(on=day, points=_placed(list(agencies), [group.id for group in groups], names, found), ties=found)


def _ties(snapshot: Snapshot, group: Group, day: date) -> list[MapTie]:
    """One group's, not yet named or weighed."""
    people: dict[str, set[str]] = {}
    for seat in seats_taken(snapshot, group, day):
        if seat.agency_id:
            people.setdefault(seat.agency_id, set()).update(filter(None, [seat.person_id]))
    held = attended(snapshot, group.id, year_before(day), day)
    came = Counter(agency_id for meeting in held for agency_id in meeting.agencies)
    return [
        MapTie(
            agency_id=agency_id,
            agency="",
            group_id=group.id,
            group=group.called,
            seated=agency_id in people,
            people=len(people.get(agency_id, ())),
            meetings=came[agency_id],
            held=len(held),
            weight=0.0,
        )
        for agency_id in people.keys() | came.keys()
        if snapshot.find(Agency, agency_id)
    ]


def _told(tie: MapTie, agency: str, most: int) -> MapTie:
    return MapTie(**(vars(tie) | {"agency": agency, "weight": tie.meetings / most if most else 0.0}))


def _in_common(ties: Sequence[MapTie]) -> Mapping[tuple[str, str], int]:
    """How many agencies each two groups share."""
    groups: dict[str, list[str]] = {}
    for tie in ties:
        groups.setdefault(tie.agency_id, []).append(tie.group_id)
    return Counter(pair for each in groups.values() for pair in combinations(each, 2))


def _placed(
    agencies: Sequence[str], groups: Sequence[str], names: Mapping[str, str], ties: Sequence[MapTie]
) -> tuple[MapPoint, ...]:
    """Agencies and groups in the order in which the fewest lines cross."""
    # Groups with agencies in common come together first: a sweep alone hardly moves them from where they were.
    together = drawn_together(groups, _in_common(ties))
    order = untangled(agencies, together, [(tie.agency_id, tie.group_id) for tie in ties])
    return _points(*order, names, ties)


def _points(
    agencies: Sequence[str], groups: Sequence[str], names: Mapping[str, str], ties: Sequence[MapTie]
) -> tuple[MapPoint, ...]:
    """Agencies go to the left and to the right by turns, so that both sides follow the order of the groups."""
    counts = Counter(end for tie in ties for end in (tie.agency_id, tie.group_id))
    columns = {Column.MIDDLE: groups, Column.LEFT: agencies[::2], Column.RIGHT: agencies[1::2]}
    return tuple(
        MapPoint(identity, names[identity], column, (place + 0.5) / len(stand), counts[identity])
        for column, stand in columns.items()
        for place, identity in enumerate(stand)
    )
