"""What becomes of an outcome and its indicators: a value is added or put right, the status moves (§4.2)."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from tracker.models.dates import shown
from tracker.models.figures.indicator_curve import in_unit, is_percentage
from tracker.models.mistake import Mistake
from tracker.models.records.outcome import Indicator, IndicatorValue, OutcomeStatus, SharedOutcome, ValueKind

# Commas and spaces stand between thousands alone: 12,5 could mean two things.
_NUMBER = re.compile(r"([-−+]?(?:\d{1,3}(?:[, \u00a0]\d{3})+(?!\d)|\d+)?(?:\.\d+)?)(?![\d,.])\s*(.*)", re.DOTALL)
_AHEAD = (ValueKind.TARGET, ValueKind.FORECAST)


def read_value(text: str, indicator: Indicator) -> Decimal:
    """Reads 9, 1,250, 14.5, 9 tellings or 86%, in the indicator's unit.

    Raises Mistake for what is no number, and for a number in another unit.
    """
    found = _NUMBER.fullmatch(text.strip())
    digits = re.sub(r"[, \u00a0]", "", found[1]).replace("−", "-") if found else ""
    if found is None or not re.search(r"\d", digits):
        said = f"“{text.strip()}” is no number" if text.strip() else "The value is missing"
        raise Mistake(f"{said}: give it in {indicator.unit}, such as 12 or 12.5.")
    unit = found[2].strip()
    if unit and not _same_unit(unit, indicator.unit):
        raise Mistake(
            f"This indicator is counted in {indicator.unit}, not in {unit}: give the value in {indicator.unit}, "
            "or add another indicator."
        )
    return Decimal(digits)


def value_given(given: IndicatorValue, indicator: Indicator, others: Iterable[IndicatorValue], today: date) -> None:
    """Lets a new or corrected value pass.

    `others` are the indicator's values; the one given may be among them as it was. Raises Mistake if a value of its
    kind stands for that day already, or if it lies ahead and is neither a target nor a forecast.
    """
    if given.period_end is None or given.kind is None:
        raise Mistake("Give the value its day and say what it is: measured, estimated, forecast or a target.")
    if given.period_end > today and given.kind not in _AHEAD:
        raise Mistake(
            f"{shown(given.period_end)} is still to come: nothing can have been measured then. "
            "Give a day up to today, or make it a target (T) or a forecast (F)."
        )
    for other in others:
        if other.id != given.id and (other.period_end, other.kind) == (given.period_end, given.kind):
            stands = in_unit(other.value, indicator.unit) if other.value is not None else "a value"
            raise Mistake(
                f"{given.kind.label} for {shown(given.period_end)} stands already, with {stands}: correct that one, "
                "or give another day."
            )


def status_moved(outcome: SharedOutcome, status: OutcomeStatus | None, story: str) -> SharedOutcome:
    """How the outcome stands, with the story behind the curve. Raises Mistake if one of the two is missing."""
    if status is None:
        raise Mistake("Say how the outcome stands: not started, on track, at risk or achieved.")
    if not story.strip():
        raise Mistake("Say what is behind the curve: what moved it, or what holds it where it is.")
    return replace(outcome, status=status, story=story.strip())


def _same_unit(said: str, unit: str) -> bool:
    return said.casefold() == unit.strip().casefold() or (is_percentage(said) and is_percentage(unit))
