"""What becomes of an outcome and its indicators."""

from datetime import date
from decimal import Decimal

import pytest

from tests.builders import an_id
from tracker.models.mistake import Mistake
from tracker.models.outcome_changes import read_value, status_moved, value_given
from tracker.models.records import Indicator, IndicatorValue, SharedOutcome
from tracker.models.records.outcome import OutcomeStatus, ValueKind

TODAY = date(2008, 6, 30)
TELLINGS = Indicator(id=an_id(), name="Tellings", unit="tellings")
SHARE = Indicator(id=an_id(), name="At school", unit="percent")


def a_value(on: date, kind: ValueKind = ValueKind.ACTUAL, value: int = 9) -> IndicatorValue:
    return IndicatorValue(id=an_id(), indicator_id=TELLINGS.id, period_end=on, value=Decimal(value), kind=kind)


@pytest.mark.parametrize(
    ("text", "value"), [("9", "9"), ("14.5 Tellings", "14.5"), ("1,250", "1250"), ("12 000", "12000"), ("−3", "-3")]
)
def test_a_value_is_read_in_the_indicators_unit(text: str, value: str) -> None:
    assert read_value(text, TELLINGS) == Decimal(value)


def test_percent_may_be_said_by_its_sign() -> None:
    assert read_value("86 %", SHARE) == 86


@pytest.mark.parametrize("text", ["9 dogs", "86%"])
def test_another_unit_is_refused(text: str) -> None:
    with pytest.raises(Mistake, match="counted in tellings, not in"):
        read_value(text, TELLINGS)


@pytest.mark.parametrize(
    ("text", "sentence"), [("many", "“many” is no number"), ("12,5", "“12,5” is no number"), ("", "is missing")]
)
def test_what_is_no_number_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(Mistake, match=sentence):
        read_value(text, TELLINGS)


def test_two_values_of_one_kind_for_one_day_are_refused_and_of_two_kinds_are_not() -> None:
    stands = a_value(TODAY)
    with pytest.raises(Mistake, match="stands already, with 9 tellings"):
        value_given(a_value(TODAY, value=8), TELLINGS, [stands], TODAY)
    value_given(a_value(TODAY, ValueKind.ESTIMATE), TELLINGS, [stands], TODAY)


def test_a_value_may_be_put_right_on_its_own_day() -> None:
    stands = a_value(TODAY)
    value_given(stands, TELLINGS, [stands], TODAY)


@pytest.mark.parametrize("kind", [ValueKind.ACTUAL, ValueKind.ESTIMATE])
def test_nothing_is_measured_on_a_day_to_come(kind: ValueKind) -> None:
    with pytest.raises(Mistake, match="still to come"):
        value_given(a_value(date(2008, 7, 1), kind), TELLINGS, [], TODAY)


@pytest.mark.parametrize("kind", [ValueKind.TARGET, ValueKind.FORECAST])
def test_targets_and_forecasts_may_lie_ahead(kind: ValueKind) -> None:
    value_given(a_value(date(2009, 6, 30), kind), TELLINGS, [], TODAY)


def test_a_status_moves_with_the_story_behind_the_curve() -> None:
    outcome = SharedOutcome(id=an_id(), statement="Once")
    moved = status_moved(outcome, OutcomeStatus.ON_TRACK, " Joint visits brought it down. ")
    assert (moved.status, moved.story) == (OutcomeStatus.ON_TRACK, "Joint visits brought it down.")
    with pytest.raises(Mistake, match="behind the curve"):
        status_moved(outcome, OutcomeStatus.AT_RISK, " ")
    with pytest.raises(Mistake, match="how the outcome stands"):
        status_moved(outcome, None, "Nothing moves")
