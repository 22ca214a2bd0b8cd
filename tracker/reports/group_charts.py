"""The charts of a group return, and the sheet with the figures behind them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

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
_COLUMNS = (
    Column("Chart", 42),
    Column("Series or label", 42),
    Column("Date", 12, Look.DAY),
    Column("Height or count", 12, Look.NUMBER),
    *(Column(kind.label, 14, Look.NUMBER) for kind in _KINDS),
)
# Room for the lanes' names at the left of the chart, as a part of the time shown.
_ROOM = 0.19
_LONGEST_TITLE = 90
_LANE_NAMES = tuple(lane.label for lane in Lane)


@dataclass(frozen=True)
class Block:
    """One chart and its rows; the rows' places are known when all blocks stand under one another."""

    rows: tuple[tuple[Cell, ...], ...]
    parts: tuple[tuple[str, int, int], ...]
    kind: ChartKind
    title: str
    alt: str
    up_title: str = ""
    value_kinds: tuple[ValueKind, ...] = ()
    first: date | None = None
    last: date | None = None

    def chart(self, above: int) -> Chart:
        """The chart, with `above` rows of other charts before its own."""
        series = [Series(name, *_spans("CD", above + start, above + end)) for name, start, end in self.parts]
        if self.kind is ChartKind.LINES:
            (_, start, end), *_ = self.parts
            series = [
                Series(kind.label, *_spans(f"C{'EFGH'[_KINDS.index(kind)]}", above + start, above + end))
                for kind in self.value_kinds
            ]
        if self.kind is ChartKind.BARS:
            series = [Series(name, *_spans("BD", above + start, above + end)) for name, start, end in self.parts]
        if self.kind is ChartKind.STEPS:
            *steps, judged, lanes = series
            judged = Series(judged.name, judged.across, judged.up, marks_only=True)
            names = tuple(lane.label for lane in Lane)
            return Chart(
                self.kind,
                self.title,
                self.alt,
                (*steps, judged),
                lanes=names,
                lane_series=lanes,
                first=self.first,
                last=self.last,
            )
        return Chart(self.kind, self.title, self.alt, series, self.up_title, first=self.first, last=self.last)


def group_charts(facts: GroupFacts) -> tuple[tuple[Chart, ...], Sheet]:
    """The charts and the sheet with their figures. A chart that would have no points is left out."""
    blocks = [*_life_cycle(facts), *_levels(facts), *_curves(facts)]
    charts, above = [], 0
    for block in blocks:
        charts.append(block.chart(above))
        above += len(block.rows)
    return tuple(charts), Sheet(
        name=CHART_DATA,
        title="Figures behind the charts",
        about="What the charts on the sheet Charts are drawn from. Heights in the life cycle are lanes: 0 (Failing) "
        "to 5 (Flying), for drawing only. A blank cell has no point in the chart.",
        columns=_COLUMNS,
        rows=tuple(row for block in blocks for row in block.rows),
    )


def _life_cycle(facts: GroupFacts) -> Iterator[Block]:
    """The steps, a mark on each judgement, and a helper series that gives the lanes their names."""
    path = facts.trajectory
    title = f"Life cycle of the group to {shown(path.until)}"
    runs = path.corners()
    if not runs:
        return
    rows: list[tuple[Cell, ...]] = []
    parts: list[tuple[str, int, int]] = []

    def add(name: str, points: list[tuple[date, int]], label: str = "") -> None:
        parts.append((name, len(rows), len(rows) + len(points) - 1))
        rows.extend((title, label or _LANE_NAMES[height], day, height, *(None,) * 4) for day, height in points)

    begin = runs[0][0][0]
    span = max(90, (path.until - begin).days)
    first = begin - timedelta(days=int(span * _ROOM))
    for run in runs:
        add("Stage", list(run))
    add("Judgement", [(point.on, point.lane.rank) for point in path.points if point.lane])
    add("Lanes", [(first, lane.rank) for lane in Lane])
    last = max(path.until, begin + timedelta(days=span))
    yield Block(tuple(rows), tuple(parts), ChartKind.STEPS, title, _told(path), first=first, last=last)


def _told(path: Trajectory) -> str:
    """The life cycle in words."""
    steps = [f"{shown(point.on)} {point.lane.label if point.lane else 'not clear'}" for point in path.points]
    words = "; ".join(steps[-12:])
    begin = "" if len(steps) <= 12 else f"{len(steps) - 12} earlier judgements, then "
    return f"A step line of the group's stage over time, from bottom to top Failing to Flying: {begin}{words}."


def _levels(facts: GroupFacts) -> Iterator[Block]:
    """Results have many units, so the bars count results, each once."""
    counted = [each for each in facts.told_results if facts.is_counted_here(each)]
    counts = {level: sum(each.level is level for each in counted) for level in ResultLevel}
    if not counted:
        return
    title = "Results by level, each counted once"
    rows = tuple((title, level.label, None, counts[level], *(None,) * 4) for level in ResultLevel)
    words = ", ".join(f"{level.label} {counts[level]}" for level in ResultLevel)
    alt = f"A bar for each level of result: {words}."
    yield Block(rows, ((title, 0, len(rows) - 1),), ChartKind.BARS, title, alt)


def _curves(facts: GroupFacts) -> Iterator[Block]:
    """Each indicator as it went, beside what was forecast without action."""
    for outcome in facts.outcomes:
        for indicator in facts.indicators(outcome):
            yield from _curve(facts, indicator)


def _curve(facts: GroupFacts, indicator: Indicator) -> Iterator[Block]:
    held_back = counts_people(indicator.unit)
    points: dict[date, dict[ValueKind, Cell]] = {}
    for each in facts.values(indicator):
        if each.period_end and each.kind and not (held_back and is_small(each.value)):
            points.setdefault(each.period_end, {})[each.kind] = each.value
    if len(points) < 2:
        return
    kinds = tuple(kind for kind in _KINDS if any(kind in values for values in points.values()))
    name = indicator.name if len(indicator.name) <= _LONGEST_TITLE else f"{indicator.name[: _LONGEST_TITLE - 1]}…"
    rows = tuple((name, indicator.name, day, None, *map(points[day].get, _KINDS)) for day in sorted(points))
    words = "; ".join(
        f"{kind.label}: "
        + ", ".join(f"{shown(day)} {points[day][kind]}" for day in sorted(points) if kind in points[day])
        for kind in kinds
    )
    alt = f"Lines of {indicator.name}, in {indicator.unit}. {words}."[:1000]
    yield Block(
        rows, ((name, 0, len(rows) - 1),), ChartKind.LINES, name, alt, indicator.unit, kinds, min(points), max(points)
    )


def _spans(columns: str, start: int, end: int) -> tuple[str, str]:
    across, up = (f"{CHART_DATA}!${column}${FIRST_ROW + start}:${column}${FIRST_ROW + end}" for column in columns)
    return across, up
