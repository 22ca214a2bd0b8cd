"""The shared outcomes of a group with their indicators, and the results that served them (§4.2)."""

from collections.abc import Iterable
from typing import TypeVar

from tracker.models.figures.indicator_curve import IndicatorCurve, Movement, indicator_curve
from tracker.models.figures.timeline_words import joined, several
from tracker.models.records.agency import Agency
from tracker.models.records.outcome import Indicator, OutcomeStatus, SharedOutcome
from tracker.models.records.record import Record
from tracker.models.records.result import Result, ResultState
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

R = TypeVar("R", bound=Record)


@value
class OutcomeStanding(Value):
    """An outcome, who leads it, its indicators, and the results that served it, the latest first.

    Results are counted and told; nothing about an indicator is worked out from them.
    """

    outcome: SharedOutcome
    lead: str
    core: tuple[str, ...]
    curves: tuple[IndicatorCurve, ...]
    results: tuple[Result, ...]

    @property
    def id(self) -> str:
        """The outcome's id."""
        return self.outcome.id

    @property
    def status_words(self) -> str:
        """On track; "No status yet" before anybody has said."""
        return self.outcome.status.label if self.outcome.status else "No status yet"

    @property
    def results_words(self) -> str:
        """3 results served it."""
        return f"{several(len(self.results), 'result', 'results')} served it" if self.results else "No result served it"

    @property
    def agency_words(self) -> str:
        """Lead: Education · with Work and Income, Police."""
        others = [name for name in self.core if name != self.lead]
        lead = f"Lead: {self.lead}" if self.lead else "Nobody leads it"
        return joined(lead, f"with {', '.join(others)}" if others else "")


@value
class OutcomeBoard(Value):
    """All outcomes of a group, as they were recorded."""

    outcomes: tuple[OutcomeStanding, ...]

    @property
    def words(self) -> str:
        """2 outcomes, 1 of them at risk · 3 indicators: 2 move the good way, 1 not enough to tell."""
        at_risk = sum(each.outcome.status is OutcomeStatus.AT_RISK for each in self.outcomes)
        outcomes = several(len(self.outcomes), "outcome", "outcomes")
        curves = [curve for each in self.outcomes for curve in each.curves]
        moved = [
            f"{number:,} {words}"
            for movement, words in _MOVED
            if (number := sum(curve.movement is movement for curve in curves))
        ]
        indicators = several(len(curves), "indicator", "indicators")
        return joined(
            f"{outcomes}, {at_risk:,} of them at risk" if at_risk else outcomes,
            f"{indicators}: {', '.join(moved)}" if curves else "no indicator yet",
        )


_MOVED = (
    (Movement.GOOD, "the good way"),
    (Movement.BAD, "the wrong way"),
    (Movement.NONE, "without movement"),
    (Movement.OPEN, "not enough to tell"),
)


def outcome_board(snapshot: Snapshot, group_id: str) -> OutcomeBoard:
    """The group's outcomes in the order of their recording, each with its indicators in theirs."""
    return OutcomeBoard(
        tuple(_standing(snapshot, outcome) for outcome in _in_order(snapshot.of(SharedOutcome, group_id=group_id)))
    )


def _standing(snapshot: Snapshot, outcome: SharedOutcome) -> OutcomeStanding:
    served = [
        result for result in snapshot.of(Result, outcome_id=outcome.id) if result.state is not ResultState.WITHDRAWN
    ]
    return OutcomeStanding(
        outcome=outcome,
        lead=snapshot.called(Agency, outcome.lead_agency_id),
        core=tuple(filter(None, (snapshot.called(Agency, each) for each in outcome.core_agency_ids))),
        curves=tuple(
            indicator_curve(snapshot, indicator)
            for indicator in _in_order(snapshot.of(Indicator, outcome_id=outcome.id))
        ),
        results=tuple(sorted(served, key=lambda each: (each.on is not None, each.on, each.id), reverse=True)),
    )


def _in_order(records: Iterable[R]) -> list[R]:
    return sorted(records, key=lambda record: record.id)
