"""One indicator over time: what was measured, what was forecast without action, and where it should go.

A measured value is an actual or an estimate; on a day with both the actual holds. A population's figures stand beside
the results that served it and are never worked out from them.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from tracker.models.choice import Choice
from tracker.models.dates import shown
from tracker.models.figures.shares import NOT_ENOUGH
from tracker.models.figures.timeline_words import number
from tracker.models.records.outcome import Direction, Indicator, IndicatorValue, ValueKind
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

_PERCENT = ("%", "percent", "per cent")
_BETTER = {Direction.UP: "higher is better", Direction.DOWN: "lower is better", Direction.HOLD: "steady is better"}


class Movement(Choice):
    """Which way an indicator moved from its baseline."""

    GOOD = "good", "The good way"
    BAD = "bad", "The wrong way"
    NONE = "none", "No movement"
    OPEN = "open", "Not enough to tell"


@value
class CurvePoint(Value):
    """A value on a day; `estimated` where it was not measured outright."""

    on: date
    value: Decimal
    estimated: bool = False


@value
class IndicatorCurve(Value):
    """An indicator with its values, the latest first, and its curve, the oldest first.

    `baseline` is the indicator's own or, without one, the first measured value. `turn` is what was measured beside what
    was forecast without action for the same day, the latest such day. `aim` is the target that is due next and not
    reached, else the last one.
    """

    indicator: Indicator
    values: tuple[IndicatorValue, ...]
    measured: tuple[CurvePoint, ...]
    forecast: tuple[CurvePoint, ...]
    targets: tuple[CurvePoint, ...]
    baseline: CurvePoint | None
    aim: CurvePoint | None
    turn: tuple[CurvePoint, CurvePoint] | None
    today: date

    @property
    def id(self) -> str:
        """The indicator's id."""
        return self.indicator.id

    @property
    def latest(self) -> CurvePoint | None:
        """What was measured last."""
        return self.measured[-1] if self.measured else None

    @property
    def better_words(self) -> str:
        """Lower is better, in small letters; "" where nobody said which way is better."""
        return _BETTER[self.indicator.direction] if self.indicator.direction else ""

    @property
    def moved_by(self) -> Decimal | None:
        """From the baseline to the latest value; None where fewer than two values tell."""
        if self.baseline is None or self.latest is None or self.latest.on <= self.baseline.on:
            return None
        return self.latest.value - self.baseline.value

    @property
    def movement(self) -> Movement:
        """Which way it moved from the baseline."""
        moved = self.moved_by
        if moved is None or self.indicator.direction is None:
            return Movement.OPEN
        if self.indicator.direction is Direction.HOLD:
            return Movement.BAD if moved else Movement.GOOD
        if not moved:
            return Movement.NONE
        return Movement.GOOD if (moved > 0) == (self.indicator.direction is Direction.UP) else Movement.BAD

    @property
    def movement_words(self) -> str:
        """19 down: the good way."""
        moved = self.moved_by
        if moved is None:
            return NOT_ENOUGH
        if not moved:
            return "held" if self.indicator.direction is Direction.HOLD else "no movement"
        words = f"{self.apart(moved)} {'up' if moved > 0 else 'down'}"
        return words if self.movement is Movement.OPEN else f"{words}: {self.movement.label.lower()}"

    @property
    def movement_sentence(self) -> str:
        """From 28 on 30 Jun 2002 to 9 tellings on 30 Jun 2008: 19 down, the good way."""
        if self.baseline is None or self.latest is None or self.moved_by is None:
            return f"{NOT_ENOUGH.capitalize()}: {'one value' if self.measured or self.baseline else 'no value'} so far."
        began = f"From {figure(self.baseline.value, self.indicator.unit)}{_on(self.baseline.on)}"
        moved = self.movement_words.replace(": ", ", ")
        return f"{began} to {self.written(self.latest)} on {shown(self.latest.on)}: {moved}."

    @property
    def to_go(self) -> Decimal | None:
        """How far the latest value is from the aim; negative beyond it, None without one of the two."""
        return None if self.aim is None or self.latest is None else self._short_of(self.latest.value, self.aim.value)

    @property
    def target_words(self) -> str:
        """5 by 30 Jun 2009: 4 to go, or 4 short once the day has passed; "" without a target."""
        if self.aim is None:
            return ""
        return f"{figure(self.aim.value, self.indicator.unit)} by {shown(self.aim.on)}: {self._how_far()}"

    @property
    def target_sentence(self) -> str:
        """The target of 5 by 30 Jun 2009: 4 to go."""
        return f"The target of {self.target_words}." if self.aim else "There is no target yet."

    @property
    def ahead(self) -> Decimal | None:
        """How much better than without action it was; negative where worse, None where nothing tells."""
        if self.turn is None or self.indicator.direction is None:
            return None
        measured, forecast = self.turn
        if self.indicator.direction is Direction.HOLD:
            if self.baseline is None:
                return None
            return abs(forecast.value - self.baseline.value) - abs(measured.value - self.baseline.value)
        gained = measured.value - forecast.value
        return gained if self.indicator.direction is Direction.UP else -gained

    @property
    def turn_words(self) -> str:
        """20 better than without action."""
        if self.ahead is None:
            return NOT_ENOUGH
        if not self.ahead:
            return "the same as without action"
        return f"{self.apart(self.ahead)} {'better' if self.ahead > 0 else 'worse'} than without action"

    @property
    def turn_sentence(self) -> str:
        """On 30 Jun 2008 9 tellings, where 29 was forecast without action: 20 better."""
        if not self.forecast:
            return "What would have come without action has not been forecast yet."
        if self.turn is None or self.ahead is None:
            return f"{NOT_ENOUGH.capitalize()}: nothing was measured on a day for which there is a forecast."
        measured, forecast = self.turn
        words = self.turn_words.removesuffix(" than without action").replace("the same as without action", "the same")
        told = f"On {shown(measured.on)} {self.written(measured)}"
        expected = figure(forecast.value, self.indicator.unit)
        return f"{told}, where {expected} was forecast without action: {words}."

    def written(self, point: CurvePoint) -> str:
        """9 tellings, 86%, an estimated 86%."""
        estimated = "an estimated " if point.estimated else ""
        return f"{estimated}{in_unit(point.value, self.indicator.unit)}"

    def apart(self, difference: Decimal) -> str:
        """A difference without its sign: 19, or 48 points where the unit is a percentage."""
        words = number(abs(difference))
        if not is_percentage(self.indicator.unit):
            return words
        return f"{words} {'point' if abs(difference) == 1 else 'points'}"

    def _short_of(self, measured: Decimal, aim: Decimal) -> Decimal:
        if self.indicator.direction is Direction.UP:
            return aim - measured
        return measured - aim if self.indicator.direction is Direction.DOWN else abs(measured - aim)

    def _how_far(self) -> str:
        assert self.aim is not None
        if self.to_go is None:
            return "nothing measured yet"
        if self.to_go <= 0:
            return f"beaten by {self.apart(self.to_go)}" if self.to_go else "reached"
        return f"{self.apart(self.to_go)} {'short' if self.aim.on < self.today else 'to go'}"


def indicator_curve(snapshot: Snapshot, indicator: Indicator) -> IndicatorCurve:
    """The curve of an indicator up to today; forecasts and targets go as far as they were given."""
    values = [
        each
        for each in snapshot.of(IndicatorValue, indicator_id=indicator.id)
        if each.period_end is not None and each.value is not None
    ]
    measured = tuple(each for each in _measured(values) if each.on <= snapshot.today)
    forecast = tuple(_points(values, ValueKind.FORECAST))
    targets = tuple(_points(values, ValueKind.TARGET))
    return IndicatorCurve(
        indicator=indicator,
        values=tuple(sorted(values, key=_latest_first)),
        measured=measured,
        forecast=forecast,
        targets=targets,
        baseline=_baseline(indicator, measured),
        aim=_aim(indicator, measured, targets, snapshot.today),
        turn=_turn(measured, forecast),
        today=snapshot.today,
    )


def is_percentage(unit: str) -> bool:
    """Whether figures in a unit are parts of a hundred."""
    return unit.strip().casefold() in _PERCENT


def figure(value: Decimal, unit: str) -> str:
    """9, 86%: where the unit stands nearby, only a percentage says it again."""
    return f"{number(value)}{'%' if is_percentage(unit) else ''}"


def in_unit(value: Decimal, unit: str) -> str:
    """9 tellings, 86%."""
    return figure(value, unit) if is_percentage(unit) else f"{number(value)} {unit}".rstrip()


def _measured(values: Iterable[IndicatorValue]) -> Iterable[CurvePoint]:
    """One point a day: the actual where there is one."""
    by_day = {point.on: point for point in _points(values, ValueKind.ESTIMATE)}
    by_day |= {point.on: point for point in _points(values, ValueKind.ACTUAL)}
    return (by_day[day] for day in sorted(by_day))


def _points(values: Iterable[IndicatorValue], kind: ValueKind) -> list[CurvePoint]:
    found = [
        CurvePoint(each.period_end, each.value, kind is ValueKind.ESTIMATE)
        for each in values
        if each.kind is kind and each.period_end is not None and each.value is not None
    ]
    return sorted(found, key=lambda point: point.on)


def _baseline(indicator: Indicator, measured: tuple[CurvePoint, ...]) -> CurvePoint | None:
    """A baseline without its day counts as measured before all else."""
    if indicator.baseline is not None:
        return CurvePoint(indicator.baseline_on or date.min, indicator.baseline)
    return measured[0] if measured else None


def _aim(
    indicator: Indicator, measured: tuple[CurvePoint, ...], targets: tuple[CurvePoint, ...], today: date
) -> CurvePoint | None:
    for target in targets:
        if target.on >= today and not (measured and _reached(indicator.direction, measured[-1].value, target.value)):
            return target
    return targets[-1] if targets else None


def _reached(direction: Direction | None, measured: Decimal, target: Decimal) -> bool:
    if direction is Direction.UP:
        return measured >= target
    return measured <= target if direction is Direction.DOWN else measured == target


def _turn(measured: tuple[CurvePoint, ...], forecast: tuple[CurvePoint, ...]) -> tuple[CurvePoint, CurvePoint] | None:
    """Nothing is drawn between two forecasts to be read off: only the same day tells."""
    forecast_on = {point.on: point for point in forecast}
    return next(((point, forecast_on[point.on]) for point in reversed(measured) if point.on in forecast_on), None)


def _latest_first(value: IndicatorValue) -> tuple[int, int, str]:
    assert value.period_end is not None
    return -value.period_end.toordinal(), value.kind.rank if value.kind else 0, value.id


def _on(day: date) -> str:
    return "" if day == date.min else f" on {shown(day)}"
