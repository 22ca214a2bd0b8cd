"""Where the points of a curve lie: days from left to right, values from below, with lines at round figures."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from math import ceil, floor, log10

from PySide6.QtCore import QPointF, QRectF

from tracker.models.figures.indicator_curve import CurvePoint, IndicatorCurve

# So many lines lie across the picture, more or less.
_LINES = 4
_STEPS = (1, 2, 2.5, 5, 10)
# Where the smallest value is this part of the largest, the axis need not begin at 0 to be read.
_FAR_FROM_NOTHING = 0.6


class CurveScale:
    """The scale of one curve in a place of the picture."""

    def __init__(self, curve: IndicatorCurve, place: QRectF) -> None:
        points = list(_points(curve))
        self.place = place
        self.first = min((point.on for point in points), default=curve.today)
        self.last = max((point.on for point in points), default=curve.today)
        values = [float(point.value) for point in points]
        if curve.baseline is not None:
            values.append(float(curve.baseline.value))
        self.low, self.high, self._step = _round_ends(min(values, default=0.0), max(values, default=1.0))

    @property
    def lines(self) -> list[Decimal]:
        """The values at which a line lies across."""
        number = round((self.high - self.low) / self._step)
        return [Decimal(str(round(self.low + place * self._step, 9))) for place in range(number + 1)]

    def x(self, day: date) -> float:
        """Where a day lies; where there is but one, in the middle."""
        days = (self.last - self.first).days
        part = (day - self.first).days / days if days else 0.5
        return self.place.left() + max(0.0, min(part, 1.0)) * self.place.width()

    def y(self, value: Decimal) -> float:
        """Where a value lies."""
        return self.place.bottom() - (float(value) - self.low) / (self.high - self.low) * self.place.height()

    def at(self, point: CurvePoint) -> QPointF:
        """Where a point lies."""
        return QPointF(self.x(point.on), self.y(point.value))


def _points(curve: IndicatorCurve) -> Iterator[CurvePoint]:
    yield from (*curve.measured, *curve.forecast, *curve.targets)
    if curve.baseline is not None and curve.baseline.on != date.min:
        yield curve.baseline


def _round_ends(low: float, high: float) -> tuple[float, float, float]:
    """Round figures around all values, and the step between two lines."""
    if low >= 0 and (low < high * _FAR_FROM_NOTHING or low == high):
        low = 0.0
    if high <= 0 and (high > low * _FAR_FROM_NOTHING or low == high):
        high = 0.0
    span = high - low or abs(high) or 1.0
    size = 10 ** floor(log10(span / _LINES))
    step = next(each for each in _STEPS if each * size >= span / _LINES * 0.999) * size
    bottom, top = floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step
    return bottom, top if top > bottom else bottom + step, step
