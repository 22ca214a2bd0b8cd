"""The time axis: years from afar, months from near. Its numbers are days, so no time zone can shift them."""

from collections.abc import Sequence
from datetime import date

import pyqtgraph as pg

from tracker.models.dates import MONTHS

# A label and the room around it, in pixels.
_LABEL_ROOM = 76.0
_DAYS_A_MONTH = 30.44
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240)


class TimeAxis(pg.AxisItem):
    """The bottom axis of a plot whose x are days as `date.toordinal()` counts them."""

    def __init__(self, until: float = float("inf")) -> None:
        """After `until` come no ticks: where the room beyond the last day holds words, no years stand there."""
        super().__init__("bottom")
        self.until = until
        self.enableAutoSIPrefix(False)

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        """Labelled ticks, and between them small ones without a label: pyqtgraph's levels, in days."""
        step = step_for(maxVal - minVal, size)
        finer = max((other for other in (1, 3, 12, 60) if other < step and step % other == 0), default=step)
        # A label that would stand half outside is left out.
        labelled = firsts(minVal, maxVal - (maxVal - minVal) * _LABEL_ROOM / 3 / max(size, 1.0), step)
        labelled = [day for day in labelled if day <= self.until]
        between = sorted(set(firsts(minVal, min(maxVal, self.until), finer)) - set(labelled))
        return [(float(step), labelled), (float(finer) / 1000, between)]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """1996, or Jun 2008 where months are told apart; the small ticks have no words."""
        return ["" if spacing < 1 else tick_words(value, int(spacing)) for value in values]


def step_for(days: float, pixels: float) -> int:
    """Months from label to label, so that labels do not touch."""
    needed = days * _LABEL_ROOM / max(pixels, 1.0) / _DAYS_A_MONTH
    return next((step for step in _STEPS if step >= needed), _STEPS[-1])


def firsts(low: float, high: float, step: int) -> list[float]:
    """The first days of every `step`-th month (counted from January of year 0) between two days."""
    first = date.fromordinal(max(1, int(low)))
    month = (first.year * 12 + first.month - 1) // step * step
    found = []
    while (day := _first_of(month)) <= high:
        if day >= low:
            found.append(day)
        month += step
    return found


def tick_words(value: float, step: int) -> str:
    """The label of a tick."""
    day = date.fromordinal(int(value))
    return str(day.year) if step % 12 == 0 else f"{MONTHS[day.month - 1]} {day.year}"


def _first_of(month: int) -> float:
    return float(date(max(1, month // 12), month % 12 + 1, 1).toordinal())
