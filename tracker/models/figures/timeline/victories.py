"""What victories tell: when they came, when they were celebrated and told at home; and what indicators measured."""

from collections.abc import Iterator

from tracker.models.figures import timeline_words as words
from tracker.models.figures.timeline.entry import NOBODY, Telling
from tracker.models.figures.timeline.involved import about
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.outcome import Indicator, IndicatorValue, SharedOutcome, ValueKind
from tracker.models.records.result import Result, ResultState
from tracker.models.snapshot import Snapshot

_ESTIMATED = {ValueKind.ESTIMATE: "estimate"}


def tell(snapshot: Snapshot, group: Group) -> Iterator[Telling]:
    """A victory is about the agencies that share its credit."""
    for result in snapshot.of(Result, group_id=group.id):
        yield from _victory(snapshot, result)
    for outcome in snapshot.of(SharedOutcome, group_id=group.id):
        for indicator in snapshot.of(Indicator, outcome_id=outcome.id):
            yield from _measured(snapshot, indicator)


def _victory(snapshot: Snapshot, result: Result) -> Iterator[Telling]:
    whom = about(snapshot, result.group_id, result.credit_ids)
    names = ", ".join(filter(None, (snapshot.called(Agency, agency) for agency in result.credit_ids)))
    credit = f"thanks to {names}" if names else ""
    withdrawn = "withdrawn" if result.state is ResultState.WITHDRAWN else ""
    came = words.joined(withdrawn, words.measured(result.value, result.unit), credit)
    yield result.on, "Little victory", result.name, came, result, whom
    yield result.celebrated_on, "Victory celebrated", result.name, credit, result, whom
    yield result.told_home_on, "Told at home", result.name, credit, result, whom


def _measured(snapshot: Snapshot, indicator: Indicator) -> Iterator[Telling]:
    for value in snapshot.of(IndicatorValue, indicator_id=indicator.id):
        # A target or a forecast has a date, but it did not happen on it.
        if value.kind in (ValueKind.ACTUAL, ValueKind.ESTIMATE):
            measured = words.joined(words.measured(value.value, indicator.unit), _ESTIMATED.get(value.kind, ""))
            yield value.period_end, "Indicator", indicator.name, measured, value, NOBODY
