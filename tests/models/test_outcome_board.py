"""Shared outcomes with their indicators, and what the figures say."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.builders import a_group, a_result, an_agency, an_id
from tracker.models.figures.indicator_curve import IndicatorCurve, Movement, indicator_curve
from tracker.models.figures.outcome_board import OutcomeStanding, outcome_board
from tracker.models.records import Indicator, IndicatorValue, Record, SharedOutcome
from tracker.models.records.outcome import Direction, OutcomeStatus, ValueKind
from tracker.models.records.result import ResultState
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)
GROUP, HEALTH, POLICE = a_group(), an_agency("MOH", short_name="Health"), an_agency("POL", short_name="Police")
OUTCOME = SharedOutcome(
    id=an_id(),
    group_id=GROUP.id,
    statement="Families tell their story once.",
    lead_agency_id=HEALTH.id,
    core_agency_ids=(HEALTH.id, POLICE.id),
    status=OutcomeStatus.AT_RISK,
)
ACTUAL, ESTIMATE, FORECAST, TARGET = ValueKind


def an_indicator(direction: Direction | None = Direction.DOWN, **fields: Any) -> Indicator:
    named = {"id": an_id(), "outcome_id": OUTCOME.id, "name": "Tellings", "unit": "tellings", "direction": direction}
    return Indicator(**named | fields)


def curve_of(*values: tuple[int, float, ValueKind], indicator: Indicator | None = None) -> IndicatorCurve:
    """Values as (year, value, kind), each at the end of June."""
    about = indicator or an_indicator()
    kept = [
        IndicatorValue(
            id=an_id(), indicator_id=about.id, period_end=date(year, 6, 30), value=Decimal(str(number)), kind=kind
        )
        for year, number, kind in values
    ]
    return indicator_curve(snapshot_of(TODAY, [about, *kept]), about)


def standing(*records: Record) -> OutcomeStanding:
    return outcome_board(snapshot_of(TODAY, [GROUP, HEALTH, POLICE, OUTCOME, *records]), GROUP.id).outcomes[0]


def test_twenty_eight_tellings_that_fell_to_nine_moved_the_good_way() -> None:
    curve = curve_of((2002, 28, ACTUAL), (2007, 17, ACTUAL), (2008, 9, ACTUAL))
    assert curve.movement is Movement.GOOD
    assert curve.movement_sentence == "From 28 on 30 Jun 2002 to 9 tellings on 30 Jun 2008: 19 down, the good way."


def test_where_higher_is_better_a_fall_is_the_wrong_way() -> None:
    curve = curve_of((2007, 40, ACTUAL), (2008, 38, ACTUAL), indicator=an_indicator(Direction.UP, unit="percent"))
    assert curve.movement_words == "2 points down: the wrong way"


@pytest.mark.parametrize(("latest", "words"), [(5, "held"), (6, "1 up: the wrong way")])
def test_what_should_hold_is_good_while_it_does(latest: int, words: str) -> None:
    curve = curve_of((2007, 5, ACTUAL), (2008, latest, ACTUAL), indicator=an_indicator(Direction.HOLD))
    assert curve.movement_words == words


def test_one_value_is_not_enough_to_tell() -> None:
    curve = curve_of((2008, 9, ACTUAL), (2009, 5, TARGET))
    assert (curve.movement, curve.movement_words) == (Movement.OPEN, "not enough to tell")
    assert curve.movement_sentence == "Not enough to tell: one value so far."


def test_an_indicators_own_baseline_counts_as_a_value_without_its_day_too() -> None:
    curve = curve_of((2008, 9, ACTUAL), indicator=an_indicator(baseline=Decimal(28)))
    assert curve.movement_sentence == "From 28 to 9 tellings on 30 Jun 2008: 19 down, the good way."


def test_an_actual_holds_over_an_estimate_of_the_same_day() -> None:
    curve = curve_of((2007, 14, ACTUAL), (2008, 11, ESTIMATE), (2008, 9, ACTUAL))
    assert [(point.value, point.estimated) for point in curve.measured] == [(Decimal(14), False), (Decimal(9), False)]
    assert len(curve.values) == 3


@pytest.mark.parametrize(
    ("latest", "words"),
    [(12, "10 by 30 Jun 2008: 2 to go"), (9, "5 by 30 Jun 2009: 4 to go"), (4, "5 by 30 Jun 2009: beaten by 1")],
)
def test_the_target_told_is_the_next_that_is_not_reached(latest: int, words: str) -> None:
    curve = curve_of((2008, latest, ACTUAL), (2008, 10, TARGET), (2009, 5, TARGET))
    assert curve.target_words == words


def test_a_target_whose_day_has_passed_falls_short() -> None:
    assert curve_of((2007, 12, ACTUAL), (2007, 10, TARGET)).target_words == "10 by 30 Jun 2007: 2 short"


def test_the_curve_turns_where_what_was_measured_is_better_than_the_forecast_of_that_day() -> None:
    curve = curve_of((2007, 17, ACTUAL), (2008, 9, ACTUAL), (2007, 29, FORECAST), (2008, 29, FORECAST))
    assert curve.turn_sentence == "On 30 Jun 2008 9 tellings, where 29 was forecast without action: 20 better."


def test_between_two_forecasts_nothing_is_read_off() -> None:
    curve = curve_of((2007, 17, ACTUAL), (2006, 29, FORECAST), (2008, 29, FORECAST))
    assert curve.turn_words == "not enough to tell"


def test_a_forecast_that_was_right_is_the_same_as_without_action() -> None:
    assert curve_of((2008, 9, ACTUAL), (2008, 9, FORECAST)).turn_words == "the same as without action"


def test_without_a_direction_a_movement_is_neither_good_nor_bad() -> None:
    curve = curve_of((2007, 17, ACTUAL), (2008, 9, ACTUAL), (2008, 20, FORECAST), indicator=an_indicator(None))
    assert (curve.movement_words, curve.turn_words) == ("8 down", "not enough to tell")


def test_an_outcome_says_who_leads_it_and_who_works_with_them() -> None:
    assert standing().agency_words == "Lead: Health · with Police"


def test_results_that_served_it_are_counted_and_never_added_up() -> None:
    served = [a_result(GROUP, 12, outcome_id=OUTCOME.id), a_result(GROUP, 6, outcome_id=OUTCOME.id)]
    withdrawn = a_result(GROUP, 9, outcome_id=OUTCOME.id, state=ResultState.WITHDRAWN)
    about = an_indicator(Direction.UP, unit="people")
    told = standing(about, *served, withdrawn, a_result(GROUP, 3))
    assert told.results_words == "2 results served it"
    assert told.curves[0].latest is None
    assert told.curves[0].movement is Movement.OPEN


def test_the_board_counts_what_is_at_risk_and_which_way_indicators_move() -> None:
    about = an_indicator(baseline=Decimal(28))
    value = IndicatorValue(id=an_id(), indicator_id=about.id, period_end=TODAY, value=Decimal(9), kind=ACTUAL)
    board = outcome_board(snapshot_of(TODAY, [GROUP, OUTCOME, about, value, an_indicator()]), GROUP.id)
    assert board.words == "1 outcome, 1 of them at risk · 2 indicators: 1 the good way, 1 not enough to tell"
