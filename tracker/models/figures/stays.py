"""The stays of a group: how long it was in a stage before it went on, and how each stay ended (§7.2)."""

from datetime import date
from itertools import groupby

from tracker.models.choice import Choice
from tracker.models.figures.lane import Lane
from tracker.models.figures.trajectory import Point, Trajectory, months_between
from tracker.models.value import Value, value


class StayEnd(Choice):
    """How a stay ended, if it did."""

    MOVED = "moved", "Moved on"
    NOT_CLEAR = "not_clear", "Not clear"
    CLOSED = "closed", "Closed there"
    GOING_ON = "going_on", "Still there"


@value
class Stay(Value):
    """Some time in one stage, from the judgement that saw the group there first; `to` is where it moved to.

    Judgements that only confirm the stage do not end a stay. One after which the stage was not clear has no known end.
    """

    lane: Lane
    since: date
    until: date
    end: StayEnd
    to: Lane | None = None

    @property
    def months(self) -> int:
        """Whole months."""
        return months_between(self.since, self.until)

    @property
    def fell(self) -> bool:
        """Whether the group moved to a stage further down; Failing lies below all."""
        return self.to is not None and self.to.rank < self.lane.rank


def stays(trajectory: Trajectory) -> tuple[Stay, ...]:
    """All stays, oldest first, up to the day that the trajectory is seen as at."""
    runs = [(lane, next(points).on) for lane, points in groupby(trajectory.points, _lane)]
    ends = [*runs[1:], (None, trajectory.until)] if runs else []
    last = StayEnd.CLOSED if trajectory.closed else StayEnd.GOING_ON
    found = []
    for place, ((lane, since), (to, until)) in enumerate(zip(runs, ends, strict=True)):
        if lane is None:
            continue
        moved = StayEnd.MOVED if to else StayEnd.NOT_CLEAR
        found.append(Stay(lane, since, until, last if place == len(runs) - 1 else moved, to))
    return tuple(found)


def _lane(point: Point) -> Lane | None:
    return point.lane
