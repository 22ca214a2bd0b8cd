"""The bottom axis of trajectories laid over each other from their beginnings: months, in round steps."""

from collections.abc import Sequence

import pyqtgraph as pg

_LABEL_ROOM = 60.0
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)


class MonthsAxis(pg.AxisItem):
    """0, 12 months, 24 …"""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.enableAutoSIPrefix(False)

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[float, list[float]]]:
        """Labelled ticks, so far apart that their words do not touch."""
        step = months_step(maxVal - minVal, size)
        first = max(0, -(-int(minVal) // step) * step)
        return [(float(step), [float(month) for month in range(first, int(maxVal) + 1, step)])]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """The first after 0 says what is counted: the words of 0 stand at the edge."""
        return [f"{int(value)} months" if value == spacing else f"{int(value)}" for value in values]


def months_step(months: float, pixels: float) -> int:
    """Months from label to label."""
    needed = months * _LABEL_ROOM / max(pixels, 1.0)
    return next((step for step in _STEPS if step >= needed), _STEPS[-1])
