"""The charts of a group return, and the sheet with the figures behind them."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from tracker.models.dates import shown
from tracker.models.figures.lane import Lane
from tracker.models.figures.trajectory import Trajectory
from tracker.models.records import Indicator
from tracker.models.records.outcome import ValueKind
from tracker.models.records.result import ResultLevel
from tracker.reports.chart import Chart, ChartKind, Series
from tracker.reports.group_facts import GroupFacts
from tracker.reports.sheet import CHART_DATA, FIRST_ROW, Cell, Column, Look, Sheet
from tracker.reports.small_counts import counts_people, is_small

_KINDS = (ValueKind.ACTUAL, ValueKind.FORECAST, ValueKind.TARGET, ValueKind.ESTIMATE)
_LABEL, _DATE, _COUNT, *_VALUES = tuple("BCDEFGH")
_COLUMNS = (
    Column("Chart", 42),
    Column("Series or label", 42),
    Column("Date", 12, Look.DAY),
    Column("Height or count", 12, Look.NUMBER),
    *(Column(kind.label, 14, Look.NUMBER) for kind in _KINDS),
)
_LANES = tuple(lane.label for lane in Lane)
# Room for the lanes' names at the left of the chart, as a part of the time shown.
_ROOM = 0.19
_SHORTEST = timedelta(days=90)
_LONGEST_TITLE = 90
_LONGEST_ALT = 1000
_A_YEAR = 360


class _Board:
    """The charts drawn so far, and the rows behind them, which stand under one another."""

    def __init__(self) -> None:
        self.charts: list[Chart] = []
        self.rows: list[tuple[Cell, ...]] = []

    def add(self, rows: Iterable[tuple[Cell, ...]]) -> tuple[int, int]:
        """Adds rows; returns the numbers of the first and the last in the workbook."""
        first = FIRST_ROW + len(self.rows)
        self.rows.extend(rows)
        return first, FIRST_ROW + len(self.rows) - 1

    def add_points(
        self, name: str, title: str, points: Iterable[tuple[date, int]], *, marks_only: bool = False
    ) -> Series:
        """Adds points of the life cycle."""
        place = self.add((title, _LANES[height], day, height, *(None,) * len(_KINDS)) for day, height in points)
        return Series(name, _span(_DATE, place), _span(_COUNT, place), marks_only)


def group_charts(facts: GroupFacts) -> tuple[tuple[Chart, ...], Sheet]:
    """The charts and the sheet with their figures. A chart that would have no points is left out."""
    board = _Board()
    _draw_life_cycle(board, facts.trajectory)
    _draw_levels(board, facts)
    for outcome in facts.outcomes:
        for indicator in facts.indicators(outcome):
            _draw_curve(board, facts, indicator)
    return tuple(board.charts), Sheet(
        name=CHART_DATA,
        title="Figures behind the charts",
        about="What the charts on the sheet Charts are drawn from. Heights in the life cycle are lanes: 0 (Failing) "
        "to 5 (Flying), for drawing only. A blank cell has no point in the chart.",
        columns=_COLUMNS,
        rows=tuple(board.rows),
    )


def _draw_life_cycle(board: _Board, path: Trajectory) -> None:
    """The steps, a mark on each judgement, and a helper series that gives the lanes their names."""
    runs = path.corners()
    if not runs:
        return
    title = f"Life cycle of the group to {shown(path.until)}"
    begin = runs[0][0][0]
    shown_time = max(_SHORTEST, path.until - begin)
    first = begin - shown_time * _ROOM
    steps = [board.add_points("Stage", title, run) for run in runs]
    judged = [(point.on, point.lane.rank) for point in path.points if point.lane]
    marks = board.add_points("Judgement", title, judged, marks_only=True)
    names = board.add_points("Lanes", title, [(first, lane.rank) for lane in Lane])
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


def _told(path: Trajectory) -> str:
    """The life cycle in words; of a long one the last steps."""
    steps = [f"{shown(point.on)} {point.lane.label if point.lane else 'not clear'}" for point in path.points]
    earlier = "" if len(steps) <= 12 else f"{len(steps) - 12} earlier judgements, then "
    words = "; ".join(steps[-12:])
    return f"A step line of the group's stage over time, from bottom to top Failing to Flying: {earlier}{words}."


def _draw_levels(board: _Board, facts: GroupFacts) -> None:
    """Results have many units, so the bars count results, each once."""
    counted = [each for each in facts.told_results if facts.is_counted_here(each)]
    if not counted:
        return
    counts = {level: sum(each.level is level for each in counted) for level in ResultLevel}
    title = "Results by level, each counted once"
    place = board.add((title, level.label, None, counts[level], *(None,) * len(_KINDS)) for level in ResultLevel)
    alt = "A bar for each level of result: " + ", ".join(f"{level.label} {counts[level]}" for level in ResultLevel)
    series = Series(title, _span(_LABEL, place), _span(_COUNT, place))
    board.charts.append(Chart(ChartKind.BARS, title, f"{alt}.", (series,)))


def _draw_curve(board: _Board, facts: GroupFacts, indicator: Indicator) -> None:
    """An indicator as it went, beside what was forecast without action."""
    points = _curve(facts, indicator)
    if len(points) < 2:
        return
    days = sorted(points)
    kinds = [kind for kind in _KINDS if any(kind in values for values in points.values())]
    name = indicator.name if len(indicator.name) <= _LONGEST_TITLE else f"{indicator.name[: _LONGEST_TITLE - 1]}…"
    place = board.add((name, indicator.name, day, None, *map(points[day].get, _KINDS)) for day in days)
    words = (
        f"{kind.label}: " + ", ".join(f"{shown(day)} {points[day][kind]}" for day in days if kind in points[day])
        for kind in kinds
    )
    board.charts.append(
        Chart(
            ChartKind.LINES,
            name,
            f"Lines of {indicator.name}, in {indicator.unit}. {'; '.join(words)}."[:_LONGEST_ALT],
            [Series(kind.label, _span(_DATE, place), _span(_VALUES[_KINDS.index(kind)], place)) for kind in kinds],
            up_title=indicator.unit,
            first=days[0],
            last=days[-1],
            yearly=all((later - earlier).days >= _A_YEAR for earlier, later in pairwise(days)),
        )
    )


def _curve(facts: GroupFacts, indicator: Indicator) -> dict[date, dict[ValueKind, Cell]]:
    """The indicator's values by day and kind; small counts of people have no point."""
    held_back = counts_people(indicator.unit)
    points: dict[date, dict[ValueKind, Cell]] = {}
    for each in facts.values(indicator):
        if each.period_end and each.kind and not (held_back and is_small(each.value)):
            points.setdefault(each.period_end, {})[each.kind] = each.value
    return points


def _span(column: str, place: tuple[int, int]) -> str:
    first, last = place
    return f"{CHART_DATA}!${column}${first}:${column}${last}"
