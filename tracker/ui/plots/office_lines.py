"""Many groups' step lines as numbers: what is drawn in one go, and what lies under the mouse."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tracker.models.figures.lane import Lane
from tracker.models.figures.trajectories import GroupLine, Trajectories
from tracker.ui.plots.spread import spread

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Spot:
    """A judgement of one of the groups: both by their places. `x` is a day or a month, `height` in lanes."""

    group: int
    point: int
    x: float
    height: float


class OfficeLines:
    """Each group's line is moved within its lanes by an amount of its own, so that lines can be told apart."""

    def __init__(self, lines: Sequence[GroupLine], *, since_start: bool, apart: Sequence[float] | None = None) -> None:
        """`apart` has the amount of each group in lanes, where these are only some of the office's groups."""
        self.lines = tuple(lines)
        self.since_start = since_start
        self.apart = tuple(apart) if apart is not None else spread(len(lines))
        pieces = [piece for place in range(len(self.lines)) for piece in self._pieces(place)]
        # One row a piece: the group's place, then x and height of both ends.
        self.pieces: Numbers = np.array(pieces, dtype=float).reshape(-1, 5)

    @property
    def span(self) -> tuple[float, float]:
        """The first and the last x that anything is drawn at; a year where there is nothing."""
        if not len(self.pieces):
            return (0.0, 12.0) if self.since_start else (0.0, 365.0)
        return float(self.pieces[:, 1].min()), float(self.pieces[:, 3].max())

    def x_of(self, place: int, day: date) -> float:
        """Where a day of a group stands: the day as a number, or its months since the group began."""
        return self.lines[place].months_at(day) if self.since_start else float(day.toordinal())

    def spots(self, place: int) -> tuple[Spot, ...]:
        """The judgements of a group, oldest first; one that was not clear stands where the line was before."""
        height = float(Lane.FORMING.rank)
        found = []
        for number, point in enumerate(self.lines[place].trajectory.points):
            height = float(point.lane.rank) if point.lane else height
            found.append(Spot(place, number, self.x_of(place, point.on), height + self.apart[place]))
        return tuple(found)

    def end(self, place: int) -> tuple[float, float] | None:
        """Where a group's line ends; None where the stage was not clear last, or never judged."""
        line = self.lines[place]
        if line.lane is None:
            return None
        return self.x_of(place, line.trajectory.until), line.lane.rank + self.apart[place]

    def ends_of(self, lane: Lane, *, closed: bool) -> Numbers:
        """The ends of the lines that stand in a lane, of running or of closed groups: a row of x and height each."""
        found = [
            self.end(place)
            for place, line in enumerate(self.lines)
            if line.lane is lane and line.trajectory.closed == closed
        ]
        return np.array([end for end in found if end], dtype=float).reshape(-1, 2)

    def pieces_of(self, place: int) -> Numbers:
        """The pieces of one group."""
        found: Numbers = self.pieces[self.pieces[:, 0] == place]
        return found

    def nearest(self, x: float, height: float, x_pixels: float, y_pixels: float) -> tuple[int, float] | None:
        """The group whose line comes nearest to a point, and how near in pixels; `x_pixels` are pixels a unit of x."""
        if not len(self.pieces):
            return None
        _, x1, y1, x2, y2 = self.pieces.T
        across = np.clip(x, x1, x2) - x
        upright = np.clip(height, np.minimum(y1, y2), np.maximum(y1, y2)) - height
        far = np.hypot(across * x_pixels, upright * y_pixels)
        best = int(far.argmin())
        return int(self.pieces[best, 0]), float(far[best])

    def point_at(self, place: int, x: float, reach: float) -> int:
        """The judgement of a group that is within `reach` of an x; else the one that holds there; -1 for none."""
        spots = self.spots(place)
        near = [spot.point for spot in spots if abs(spot.x - x) <= reach]
        held = [spot.point for spot in spots if spot.x <= x]
        return near[-1] if near else held[-1] if held else -1

    def words_of(self, place: int, point: int) -> str:
        """What a group is, or one of its judgements; -1 for none of them."""
        line = self.lines[place]
        return line.point_words(point) if point >= 0 else f"{line.group.called} · {line.words}"

    def _pieces(self, place: int) -> list[tuple[float, ...]]:
        return [
            (place, self.x_of(place, day), rank + self.apart[place], self.x_of(place, then), to + self.apart[place])
            for run in self.lines[place].trajectory.corners()
            for (day, rank), (then, to) in pairwise(run)
        ]


def life_of(told: Trajectories, *, since_start: bool) -> tuple[float, float]:
    """From the first judgement of all to the last day, in days; or from 0 to the longest life, in months."""
    if since_start:
        return 0.0, max((line.months_at(line.trajectory.until) for line in told.lines), default=12.0)
    firsts = [line.trajectory.points[0].on.toordinal() for line in told.lines if line.trajectory.points]
    return float(min(firsts, default=told.on.toordinal() - 365)), float(told.on.toordinal())
