"""What a regional return is made from: the groups of one office's region in one period, where they may leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tracker.models.figures.apportioning import ResultFigures, Tally, tallies
from tracker.models.folding import folded
from tracker.models.mistake import Mistake
from tracker.models.period import Period
from tracker.models.records import Barrier, Group, OfficeDetails, Result
from tracker.models.records.result import ResultLevel, ResultState
from tracker.models.records.risk import BarrierState
from tracker.models.snapshot import Snapshot
from tracker.reports.group_facts import GroupFacts, leaving, may_leave


@dataclass(frozen=True)
class RegionTally:
    """Results that may be added up, of one level: each level is counted afresh and none is added up from another."""

    level: ResultLevel | None
    tally: Tally


@dataclass(frozen=True)
class RegionFacts:
    """One office's region and one period, as at its last day."""

    snapshot: Snapshot
    period: Period

    @property
    def office(self) -> OfficeDetails:
        return self.snapshot.office

    @property
    def on(self) -> date:
        """The day as at which groups, members and promises stand: the period's last, or today if that is earlier."""
        return min(self.period.last_day, self.snapshot.today)

    @property
    def over(self) -> bool:
        """Whether the period is over."""
        return self.period.last_day <= self.snapshot.today

    @cached_property
    def all_groups(self) -> tuple[Group, ...]:
        """Groups that ran in the period, or have a result in it, by name; restricted ones among them."""
        found = [group for group in self.snapshot.of(Group) if self._ran(group) or self._has_result(group)]
        return tuple(sorted(found, key=lambda group: (folded(group.name), group.id)))

    @cached_property
    def groups(self) -> tuple[GroupFacts, ...]:
        """The facts of those that may leave."""
        return tuple(GroupFacts(self.snapshot, group, self.period) for group in leaving(self.all_groups))

    @cached_property
    def figures(self) -> tuple[tuple[GroupFacts, ResultFigures], ...]:
        """The figures of each result that may be told, with its group; by group and date."""
        return tuple((group, each) for group in self.groups for each in group.figures)

    @cached_property
    def withheld_ids(self) -> frozenset[str]:
        """Ids of the results whose number is a small count (rule 15)."""
        return frozenset().union(*(group.withheld_ids for group in self.groups))

    @cached_property
    def withheld_sums(self) -> frozenset[str]:
        """Ids of those whose number would enter a sum; what counts as one result counts all the same."""
        return frozenset().union(*(group.withheld_sums for group in self.groups))

    @cached_property
    def counted(self) -> tuple[ResultFigures, ...]:
        """The results that this office reports first: these alone are counted once from here (rule 12)."""
        return tuple(each for group, each in self.figures if group.is_counted_here(each.result))

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """Like put together with like, over all levels."""
        return tallies(self.counted, self.withheld_sums)

    @cached_property
    def by_level(self) -> tuple[RegionTally, ...]:
        """The same level by level, from activities to learning."""
        levels: tuple[ResultLevel | None, ...] = (*ResultLevel, None)
        return tuple(
            RegionTally(level, tally)
            for level in levels
            for tally in tallies((each for each in self.counted if each.result.level is level), self.withheld_sums)
        )

    @cached_property
    def all_barriers(self) -> tuple[Barrier, ...]:
        """What stands in the way of these groups and is not settled, the longest first."""
        ids = {group.group.id for group in self.groups}
        found = [
            each
            for each in self.snapshot.of(Barrier)
            if each.group_id in ids and each.since and each.since <= self.on and each.state is not BarrierState.SETTLED
        ]
        return tuple(sorted(found, key=lambda each: (each.since, each.id)))

    @cached_property
    def barriers(self) -> tuple[tuple[Barrier, ...], ...]:
        """Those that may leave; the same words, kind and addressee from several groups are one barrier."""
        alike: dict[tuple[str, str | None, str], list[Barrier]] = {}
        for each in leaving(self.all_barriers):
            alike.setdefault((folded(each.text), each.kind, folded(each.asked_of)), []).append(each)
        return tuple(map(tuple, alike.values()))

    def results_to_date(self, group: GroupFacts) -> int:
        """How many results of a group stand up to the last day; restricted ones are not counted."""
        return sum(
            each.on is not None and each.on <= self.on and each.state is not ResultState.WITHDRAWN and may_leave(each)
            for each in self.snapshot.of(Result, group_id=group.group.id)
        )

    def restricted_results(self) -> Iterator[Result]:
        """Results that stay in the office: this return has no titles of them either."""
        for group in self.groups:
            yield from (each for each in group.results if not may_leave(each))

    def _ran(self, group: Group) -> bool:
        begun = group.started_on is not None and group.started_on <= self.on
        return begun and (group.closed_on is None or group.closed_on >= self.period.first_day)

    def _has_result(self, group: Group) -> bool:
        return any(each.on in self.period for each in self.snapshot.of(Result, group_id=group.id))


def region_facts(snapshot: Snapshot, office_id: str, period: Period) -> RegionFacts:
    """The facts of an office's region in a period. Raises KeyError for another office, Mistake without a region."""
    if snapshot.office.id != office_id:
        raise KeyError(office_id)
    if not snapshot.office.region.strip():
        raise Mistake("The office has no region: type it under Settings first.")
    return RegionFacts(snapshot, period)
