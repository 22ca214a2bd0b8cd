"""The regional return's sheets in words: Outcomes, Barriers and Learning."""

from collections.abc import Iterable, Iterator

from tracker.models.folding import folded
from tracker.models.records import Agency, Barrier, Group, Lesson, Record, SharedOutcome
from tracker.models.records.review import TakenUp
from tracker.reports.group_facts import GroupFacts, leaving, may_leave
from tracker.reports.group_results import word
from tracker.reports.region_facts import RegionFacts
from tracker.reports.sheet import Cell, Column, Look, Sheet
from tracker.reports.small_counts import FEWER, counts_people, is_small


def outcomes_sheet(facts: RegionFacts) -> Sheet:
    """One row a value of an indicator; outcomes in the same words stand together."""
    found = list(_outcome_rows(facts))
    return Sheet(
        name="Outcomes",
        title="Regional priorities and indicators",
        about="Indicators describe a whole population. They stand beside the results, and are never added up from them "
        "or shared out. Groups linked have this outcome, or a result that served it. A blank cell means that nothing "
        "was recorded.",
        columns=(
            Column("Outcome", 46),
            Column("Indicator", 32),
            Column("Place", 18),
            Column("Period end", 12, Look.DAY),
            Column("Value", 12, Look.NUMBER),
            Column("Kind", 15),
            Column("Groups linked", 38),
            Column("Unit", 15),
        ),
        rows=tuple(row for row, _ in found),
        records=tuple(record for _, record in found),
        raw=True,
    )


def barriers_sheet(facts: RegionFacts) -> Sheet:
    """What stands in the way and is not settled, the longest first."""
    return Sheet(
        name="Barriers",
        title="What needs a decision above the region",
        about="Open on the last day of the period, or asked above and not settled: the longest first. The same barrier "
        "in several groups is one row. A blank under Asked of means that nobody has been asked.",
        columns=(
            Column("Barrier", 76),
            Column("Kind", 13),
            Column("Groups", 40),
            Column("Asked of", 30),
            Column("Since", 13, Look.DAY),
            Column("State", 14),
        ),
        rows=tuple(_barrier_row(facts, alike) for alike in facts.barriers),
        records=tuple(alike[0] for alike in facts.barriers),
        raw=True,
    )


def learning_sheet(facts: RegionFacts) -> Sheet:
    """One row a lesson: where it was carried, and who took it up."""
    found = sorted(
        ((group, lesson) for group in facts.groups for lesson in leaving(group.all_lessons)),
        key=lambda pair: (pair[1].on, pair[1].id),
    )
    return Sheet(
        name="Learning",
        title="What we learned",
        about="Lessons of the period, and earlier ones that were carried home or taken up in it. Shared with: the home "
        "agencies that a lesson was carried to; used by: those that took it up. Blank means none yet.",
        columns=(
            Column("Date", 12, Look.DAY),
            Column("Group", 34),
            Column("Lesson", 74),
            Column("Shared with", 34),
            Column("Used by", 34),
        ),
        rows=tuple(_lesson_row(facts, group, lesson) for group, lesson in found),
        records=tuple(lesson for _, lesson in found),
        raw=True,
    )


def _outcome_rows(facts: RegionFacts) -> Iterator[tuple[tuple[Cell, ...], Record]]:
    alike: dict[str, list[tuple[GroupFacts, SharedOutcome]]] = {}
    for group in facts.groups:
        for outcome in group.outcomes:
            alike.setdefault(folded(outcome.statement), []).append((group, outcome))
    for _, pairs in sorted(alike.items()):
        linked = "; ".join(_groups_linked(facts, [outcome for _, outcome in pairs]))
        for group, outcome in pairs:
            for (*cells, unit), record in _value_rows(group, outcome):
                yield (outcome.statement, *cells, linked, unit), record


def _value_rows(group: GroupFacts, outcome: SharedOutcome) -> Iterator[tuple[tuple[Cell, ...], Record]]:
    """Indicator, place, period end, value, kind and unit."""
    place = outcome.place or group.group.place
    indicators = group.indicators(outcome)
    if not indicators:
        yield (None, place, None, None, None, None), outcome
    for indicator in indicators:
        values = group.values(indicator)
        if not values:
            yield (indicator.name, place, None, None, None, indicator.unit), indicator
        for each in values:
            value: Cell = FEWER if counts_people(indicator.unit) and is_small(each.value) else each.value
            yield (indicator.name, place, each.period_end, value, word(each.kind), indicator.unit), each


def _groups_linked(facts: RegionFacts, outcomes: Iterable[SharedOutcome]) -> list[str]:
    """The groups that have one of these outcomes, or a result that served it."""
    ids = {outcome.id for outcome in outcomes}
    named = {outcome.group_id for outcome in outcomes}
    told = {group.group.id: group for group in facts.groups}
    for group in told.values():
        served = {each.outcome_id for each in group.told_results} | {each.outcome_id for each in group.mappings}
        if ids & served:
            named.add(group.group.id)
    return sorted((told[each].group.called for each in named if each in told), key=folded)


def _barrier_row(facts: RegionFacts, alike: tuple[Barrier, ...]) -> tuple[Cell, ...]:
    first = alike[0]
    groups = sorted({facts.snapshot.called(Group, each.group_id) for each in alike}, key=folded)
    return first.text, word(first.kind), "; ".join(groups), first.asked_of, first.since, word(first.state)


def _lesson_row(facts: RegionFacts, group: GroupFacts, lesson: Lesson) -> tuple[Cell, ...]:
    carried = leaving(group.carryings(lesson))
    taken_up = [
        each
        for each in carried
        if each.taken_up is TakenUp.YES and (each.taken_up_on is None or each.taken_up_on <= facts.on)
    ]
    return (
        lesson.on,
        group.group.called,
        lesson.text,
        "; ".join(_called(facts, (each.agency_id for each in carried))),
        "; ".join(_called(facts, (each.agency_id for each in taken_up))),
    )


def _called(facts: RegionFacts, ids: Iterable[str | None]) -> list[str]:
    found = [facts.snapshot.find(Agency, identity) for identity in dict.fromkeys(ids)]
    return sorted({each.called for each in found if each and may_leave(each)}, key=folded)
