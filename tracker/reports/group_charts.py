"""The charts of a group return, and the sheet with the figures behind them."""

from collections.abc import Iterable
from datetime import date, timedelta

from tracker.models.dates import shown
from tracker.models.figures.lane import Lane
from tracker.models.figures.trajectory import Trajectory
from tracker.models.records.result import ResultLevel
from tracker.reports.chart import Chart, ChartKind, Series
from tracker.reports.chart_data import COUNT, DATE, KINDS, LABEL, Board, draw_curve, span
from tracker.reports.group_facts import GroupFacts
from tracker.reports.sheet import Sheet

_LANES = tuple(lane.label for lane in Lane)
# Room for the lanes' names at the left of the chart, as a part of the time shown.
_ROOM = 0.19
_SHORTEST = timedelta(days=90)


def group_charts(facts: GroupFacts) -> tuple[tuple[Chart, ...], Sheet]:
    """The charts and the sheet with their figures. A chart that would have no points is left out."""
    board = Board()
    _draw_life_cycle(board, facts.trajectory)
    _draw_levels(board, facts)
    for outcome in facts.outcomes:
        for indicator in facts.indicators(outcome):
            draw_curve(board, facts, indicator)
    about = (
        "What the charts on the sheet Charts are drawn from. Heights in the life cycle are lanes: 0 (Failing) "
        "to 5 (Flying), for drawing only. A blank cell has no point in the chart."
    )
    return tuple(board.charts), board.sheet(about)


def _draw_life_cycle(board: Board, path: Trajectory) -> None:
    """The steps, a mark on each judgement, and a helper series that gives the lanes their names."""
    runs = path.corners()
    if not runs:
        return
    title = f"Life cycle of the group to {shown(path.until)}"
    begin = runs[0][0][0]
    shown_time = max(_SHORTEST, path.until - begin)
    first = begin - shown_time * _ROOM
    steps = [_points(board, "Stage", title, run) for run in runs]
    judged = [(point.on, point.lane.rank) for point in path.points if point.lane]
    marks = _points(board, "Judgement", title, judged, marks_only=True)
    names = _points(board, "Lanes", title, [(first, lane.rank) for lane in Lane])
    board.charts.append(
        Chart(
            ChartKind.STEPS,
            title,
            _told(path),
            (*steps, marks),
            lanes=_LANES,
            lane_series=names,
            first=first,
            last=begin + shown_time,
        )
    )


def _points(
    board: Board, name: str, title: str, points: Iterable[tuple[date, int]], *, marks_only: bool = False
) -> Series:
    """Adds points of the life cycle."""
    place = board.add((title, _LANES[height], day, height, *(None,) * len(KINDS)) for day, height in points)
    return Series(name, span(DATE, place), span(COUNT, place), marks_only)


def _told(path: Trajectory) -> str:
    """The life cycle in words; of a long one the last steps."""
    steps = [f"{shown(point.on)} {point.lane.label if point.lane else 'not clear'}" for point in path.points]
    earlier = "" if len(steps) <= 12 else f"{len(steps) - 12} earlier judgements, then "
    words = "; ".join(steps[-12:])
    return f"A step line of the group's stage over time, from bottom to top Failing to Flying: {earlier}{words}."


def _draw_levels(board: Board, facts: GroupFacts) -> None:
    """Results have many units, so the bars count results, each once."""
    counted = [each for each in facts.told_results if facts.is_counted_here(each)]
    if not counted:
        return
    counts = {level: sum(each.level is level for each in counted) for level in ResultLevel}
    title = "Results by level, each counted once"
    place = board.add((title, level.label, None, counts[level], *(None,) * len(KINDS)) for level in ResultLevel)
    alt = "A bar for each level of result: " + ", ".join(f"{level.label} {counts[level]}" for level in ResultLevel)
    series = Series(title, span(LABEL, place), span(COUNT, place))
    board.charts.append(Chart(ChartKind.BARS, title, f"{alt}.", (series,)))
