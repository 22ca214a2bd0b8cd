"""What a group return is made from: the group's records of one period, chosen by what may leave."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from tracker.models.figures.apportioning import ResultFigures, Tally, how_counted, result_figures, tallies
from tracker.models.figures.standing import closed_on
from tracker.models.figures.trajectory import Trajectory, trajectory
from tracker.models.mistake import Mistake
from tracker.models.period import Period
from tracker.models.records import (
    Carrying,
    Commitment,
    Contribution,
    DueChange,
    Evidence,
    Group,
    Indicator,
    IndicatorValue,
    Lesson,
    Mapping,
    Membership,
    OfficeDetails,
    Record,
    Result,
    Role,
    SharedOutcome,
)
from tracker.models.records.outcome import ValueKind
from tracker.models.records.record import Sensitivity
from tracker.models.records.result import Aggregation, ResultState
from tracker.models.snapshot import Snapshot
from tracker.reports.small_counts import is_withheld

R = TypeVar("R", bound=Record)
# What was looked ahead to belongs to the curve, however far ahead it lies.
_AHEAD = (ValueKind.FORECAST, ValueKind.TARGET)


@dataclass(frozen=True)
class GroupFacts:
    """One group and one period, as at its last day. Everything here is chosen, nothing is worded yet."""

    snapshot: Snapshot
    group: Group
    period: Period

    @property
    def office(self) -> OfficeDetails:
        return self.snapshot.office

    @property
    def on(self) -> date:
        """The day as at which members, stages and promises stand: the period's last, or today if that is earlier."""
        return min(self.period.last_day, self.snapshot.today)

    @cached_property
    def all_results(self) -> tuple[Result, ...]:
        """The group's results of the period, the withdrawn ones among them."""
        found = [result for result in self.snapshot.of(Result, group_id=self.group.id) if result.on in self.period]
        return tuple(sorted(found, key=lambda result: (result.on, result.id)))

    @cached_property
    def results(self) -> tuple[Result, ...]:
        """Those that stand: drafts are among them, restricted ones too (by title only)."""
        return tuple(result for result in self.all_results if result.state is not ResultState.WITHDRAWN)

    @cached_property
    def told_results(self) -> tuple[Result, ...]:
        """Those of which more than the title leaves."""
        return tuple(filter(may_leave, self.results))

    @cached_property
    def withheld_ids(self) -> frozenset[str]:
        """Ids of the told results whose numbers are small counts (rule 15)."""
        return frozenset(result.id for result in self.told_results if is_withheld(result))

    @cached_property
    def withheld_sums(self) -> frozenset[str]:
        """Those of them whose number would enter a sum; what counts as one result counts all the same."""
        counted = {each.id for each in self.told_results if how_counted(each) is not Aggregation.NONE}
        return self.withheld_ids & counted

    @cached_property
    def all_mappings(self) -> tuple[Mapping, ...]:
        """Every claim on a told result, in the results' order."""
        return tuple(
            mapping
            for result in self.told_results
            for mapping in sorted(self.snapshot.of(Mapping, result_id=result.id), key=lambda mapping: mapping.id)
        )

    @cached_property
    def mappings(self) -> tuple[Mapping, ...]:
        """The live claims that may leave; only these enter the figures."""
        return tuple(mapping for mapping in self.all_mappings if mapping.live and may_leave(mapping))

    @cached_property
    def figures(self) -> tuple[ResultFigures, ...]:
        """The figures of each told result."""
        by_result: dict[str | None, list[Mapping]] = {}
        for mapping in self.mappings:
            by_result.setdefault(mapping.result_id, []).append(mapping)
        return tuple(result_figures(result, by_result.get(result.id, ())) for result in self.told_results)

    @cached_property
    def figures_by_id(self) -> dict[str, ResultFigures]:
        """The same by result id."""
        return {each.result.id: each for each in self.figures}

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """Like put together with like; only results that this office reports first feed them (rule 12)."""
        return tallies((each for each in self.figures if self.is_counted_here(each.result)), self.withheld_sums)

    def is_counted_here(self, result: Result) -> bool:
        """Whether this office reports the result first; with no office named, it does."""
        first = result.primary_reporter.strip().casefold()
        return first in ("", self.office.code.casefold(), self.office.name.casefold())

    @cached_property
    def all_evidence(self) -> tuple[tuple[str, Evidence], ...]:
        """Evidence of the told results and of the claims on them, each with its result's id."""
        found = [(result.id, each) for result in self.told_results for each in self._evidence_of(result)]
        return tuple(found)

    @cached_property
    def evidence(self) -> tuple[tuple[str, Evidence], ...]:
        """That which may leave."""
        return tuple(pair for pair in self.all_evidence if may_leave(pair[1]))

    @cached_property
    def evidence_by_result(self) -> dict[str, list[Evidence]]:
        """The same by result id."""
        found: dict[str, list[Evidence]] = {}
        for result_id, each in self.evidence:
            found.setdefault(result_id, []).append(each)
        return found

    @cached_property
    def trajectory(self) -> Trajectory:
        """The life cycle up to the last day."""
        return trajectory(self.snapshot, self.group.id, self.on)

    @cached_property
    def all_seats(self) -> tuple[Membership, ...]:
        """Seats taken on the last day."""
        return self._active(Membership)

    @cached_property
    def all_roles(self) -> tuple[Role, ...]:
        """Roles held on the last day."""
        return self._active(Role)

    @cached_property
    def all_commitments(self) -> tuple[Commitment, ...]:
        """Promises open on the last day or closed within the period, as they stood on that day, oldest first."""
        made = [each for each in self._of_group(Commitment) if each.made_on and each.made_on <= self.on]
        as_at = [commitment_as_at(self.snapshot, each, self.on) for each in made]
        kept = [each for each in as_at if closed_on(each) is None or closed_on(each) in self.period]
        return tuple(sorted(kept, key=lambda each: (each.made_on, each.id)))

    @cached_property
    def all_contributions(self) -> tuple[Contribution, ...]:
        """What was delivered in the period."""
        found = [each for each in self._of_group(Contribution) if each.delivered_on in self.period]
        return tuple(sorted(found, key=lambda each: (each.delivered_on, each.id)))

    @cached_property
    def all_outcomes(self) -> tuple[SharedOutcome, ...]:
        """The group's shared outcomes."""
        return self._of_group(SharedOutcome)

    @cached_property
    def outcomes(self) -> tuple[SharedOutcome, ...]:
        """Those that may leave."""
        return tuple(filter(may_leave, self.all_outcomes))

    @cached_property
    def all_lessons(self) -> tuple[Lesson, ...]:
        """Lessons of the period, and earlier ones carried home or taken up in it."""
        found = [each for each in self._of_group(Lesson) if each.on and each.on <= self.on and self._learned_now(each)]
        return tuple(sorted(found, key=lambda each: (each.on, each.id)))

    def carryings(self, lesson: Lesson) -> tuple[Carrying, ...]:
        """Where a lesson had been carried by the last day."""
        found = [each for each in self.snapshot.of(Carrying, lesson_id=lesson.id) if each.on and each.on <= self.on]
        return tuple(sorted(found, key=lambda each: (each.on, each.id)))

    def indicators(self, outcome: SharedOutcome) -> tuple[Indicator, ...]:
        """The indicators of an outcome that may leave."""
        return tuple(filter(may_leave, self.snapshot.of(Indicator, outcome_id=outcome.id)))

    def values(self, indicator: Indicator) -> tuple[IndicatorValue, ...]:
        """What was measured by the last day, and what was forecast and aimed at, oldest first."""
        found = [
            each
            for each in self.snapshot.of(IndicatorValue, indicator_id=indicator.id)
            if each.period_end and (each.period_end <= self.on or each.kind in _AHEAD) and may_leave(each)
        ]
        return tuple(sorted(found, key=lambda each: (each.period_end, each.kind or "", each.id)))

    def _evidence_of(self, result: Result) -> tuple[Evidence, ...]:
        found = {each.id: each for each in self.snapshot.of(Evidence, result_id=result.id)}
        for mapping in self.snapshot.of(Mapping, result_id=result.id):
            found |= {each.id: each for each in self.snapshot.of(Evidence, mapping_id=mapping.id)}
        return tuple(found[identity] for identity in sorted(found))

    def _of_group(self, kind: type[R]) -> tuple[R, ...]:
        return self.snapshot.of(kind, group_id=self.group.id)

    def _active(self, kind: type[R]) -> tuple[R, ...]:
        day: Callable[[R], bool] = lambda each: bool(each.active_on(self.on))  # type: ignore[attr-defined]  # noqa: E731
        return tuple(filter(day, self._of_group(kind)))

    def _learned_now(self, lesson: Lesson) -> bool:
        days = [lesson.on]
        for each in self.carryings(lesson):
            days += [each.on, each.taken_up_on]
        return any(day in self.period for day in days)


def group_facts(snapshot: Snapshot, group_id: str, period: Period) -> GroupFacts:
    """The facts of a group in a period. Raises KeyError if there is no such group, Mistake if it may not leave."""
    group = snapshot.one(Group, group_id)
    if not may_leave(group):
        raise Mistake(f"{group.called} is restricted to this office, so it has no return: change who may see it first.")
    return GroupFacts(snapshot, group, period)


def may_leave(record: Record) -> bool:
    """Whether a record may leave the office at all."""
    return record.sensitivity is not Sensitivity.RESTRICTED


def leaving(records: Iterable[R]) -> tuple[R, ...]:
    """Those of some records that may leave."""
    return tuple(filter(may_leave, records))


def commitment_as_at(snapshot: Snapshot, commitment: Commitment, on: date) -> Commitment:
    """A promise as it stood on a day: without what was recorded for later, and due when it was due then."""
    due = commitment.due
    later = [
        change
        for change in snapshot.of(DueChange, commitment_id=commitment.id)
        if change.on and change.on > on and change.due_before
    ]
    if later:
        due = min(later, key=lambda change: (change.on, change.id)).due_before
    return replace(
        commitment,
        due=due,
        kept_on=_by(commitment.kept_on, on),
        released_on=_by(commitment.released_on, on),
        missed_on=_by(commitment.missed_on, on),
    )


def _by(day: date | None, on: date) -> date | None:
    return day if day and day <= on else None
