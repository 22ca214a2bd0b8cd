"""The stops of a trajectory: everything on it that can be pointed at, stepped to and opened."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from tracker.models.dates import shown
from tracker.models.figures.lane import Lane
from tracker.models.figures.trajectory import Mark, MarkKind, Point, Trajectory
from tracker.models.records import Record

# Heights in lanes: the lanes lie at 0 to 5, these rows above and below them.
EVENTS_ROW = 5.85
PEOPLE_ROW = -0.87
MEETINGS_ROW = -1.45
LOWEST, HIGHEST = -1.8, 6.2

# How far from the line a mark stands, in lanes, so that it does not cover it.
_OFFSETS = {MarkKind.VICTORY: 0.3, MarkKind.REVIEW: -0.3}
_ROWS = {
    MarkKind.EVENT: EVENTS_ROW,
    # Who comes and who goes on one day: both are seen.
    MarkKind.JOINED: PEOPLE_ROW + 0.13,
    MarkKind.LEFT: PEOPLE_ROW - 0.13,
    MarkKind.MEETING: MEETINGS_ROW,
}


@dataclass(frozen=True)
class Stop:
    """A place on the plot: `kind` is None for a judgement. `words` say what it is, `label` is drawn beside it."""

    on: date
    height: float
    kind: MarkKind | None
    words: str
    label: str
    record: Record

    @property
    def x(self) -> float:
        """The day as a number: days since the first day of year 1."""
        return float(self.on.toordinal())


def stops_of(trajectory: Trajectory) -> tuple[Stop, ...]:
    """All stops, oldest first. Marks of one kind on one day are one stop, which leads to the first of them."""
    judgements = [_judgement(trajectory, place) for place in range(len(trajectory.points))]
    ordered = sorted(trajectory.marks, key=_day_and_kind)
    marks = [_mark(trajectory, list(several)) for _, several in groupby(ordered, key=_day_and_kind)]
    return tuple(sorted([*judgements, *marks], key=lambda stop: stop.on))


def _day_and_kind(mark: Mark) -> tuple[date, int]:
    return mark.on, mark.kind.rank


def _judgement(trajectory: Trajectory, place: int) -> Stop:
    point = trajectory.points[place]
    stage = point.lane.label if point.lane else "Not clear"
    months = f"{point.months} month" + ("" if point.months == 1 else "s")
    last = place == len(trajectory.points) - 1
    span = f"{months} so far" if last and not trajectory.closed else months
    judged_by = f" Judged by {point.judgement.judged_by}." if point.judgement.judged_by else ""
    words = f"{shown(point.on)} · {stage}, {span}: {_sentence(point.judgement.why)}{judged_by}"
    return Stop(point.on, _height(trajectory, point.on, point.lane), None, words, "", point.judgement)


def _mark(trajectory: Trajectory, several: list[Mark]) -> Stop:
    first = several[0]
    titles = "; ".join(mark.title for mark in several)
    height = _ROWS.get(first.kind)
    if height is None:
        height = _height(trajectory, first.on, first.lane) + _OFFSETS[first.kind]
    words = f"{shown(first.on)} · {first.kind.label}: {titles}"
    return Stop(first.on, height, first.kind, words, titles, first.record)


def _height(trajectory: Trajectory, day: date, lane: Lane | None) -> float:
    """The lane's height; where the stage was not clear, the last that was, so that the mark has a place."""
    if lane is not None:
        return float(lane.rank)
    known = [point for point in trajectory.points if point.lane is not None]
    before = [point for point in known if point.on <= day]
    nearest: Point | None = before[-1] if before else known[0] if known else None
    return float(nearest.lane.rank) if nearest and nearest.lane else float(Lane.FORMING.rank)


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
