"""Shared outcomes and the indicators that follow them (§4.2)."""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import (
    choice,
    day,
    decimal,
    line,
    prose,
    refers,
    refers_to_several,
)
from tracker.models.records.record import Record, record


class OutcomeStatus(Choice):
    """How a shared outcome stands."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    ACHIEVED = "achieved"


@record
class SharedOutcome(Record):
    """What the group wants to be true for a population in a place."""

    table: ClassVar[str] = "outcomes"
    noun: ClassVar[str] = "shared outcome"
    nouns: ClassVar[str] = "shared outcomes"
    title_field: ClassVar[str] = "statement"

    group_id: str | None = refers("Group", "Group", required=True)
    statement: str = prose("Outcome", required=True)
    population: str = line("For whom")
    place: str = line("Where")
    framework_id: str | None = refers("Framework it stands in", "Framework")
    lead_agency_id: str | None = refers("Lead agency", "Agency")
    core_agency_ids: tuple[str, ...] = refers_to_several("Core agencies", "Agency")
    status: OutcomeStatus | None = choice("Status", OutcomeStatus)
    story: str = prose("Story behind the curve")


class Direction(Choice):
    """Which way is better."""

    UP = "up"
    DOWN = "down"
    HOLD = "hold"


@record
class Indicator(Record):
    """A measure of a shared outcome, shown beside results and never added up from them."""

    table: ClassVar[str] = "indicators"
    noun: ClassVar[str] = "indicator"
    nouns: ClassVar[str] = "indicators"
    title_field: ClassVar[str] = "name"

    outcome_id: str | None = refers("Outcome", "SharedOutcome", required=True)
    name: str = line("Indicator", required=True)
    unit: str = line("Unit", required=True, searched=False)
    source: str = line("Where the figures come from")
    direction: Direction | None = choice("Better is", Direction, required=True)
    baseline: Decimal | None = decimal("Baseline")
    baseline_on: date | None = day("Baseline measured")


class ValueKind(Choice):
    """What an indicator's value is."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"
    FORECAST = "forecast_without_action", "Forecast without action"
    TARGET = "target"


@record
class IndicatorValue(Record):
    """One dated value of an indicator, in the indicator's unit."""

    table: ClassVar[str] = "indicator_values"
    noun: ClassVar[str] = "value of an indicator"
    nouns: ClassVar[str] = "values of an indicator"
    title_field: ClassVar[str] = "value"

    indicator_id: str | None = refers("Indicator", "Indicator", required=True)
    period_end: date | None = day("Period end", required=True)
    value: Decimal | None = decimal("Value")
    kind: ValueKind | None = choice("Kind", ValueKind, required=True)

    def further_problems(self) -> list[str]:
        return [] if self.value is not None else ["Give the indicator's value as a number."]
