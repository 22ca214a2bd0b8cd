"""The figures behind charts that are drawn from no other sheet, and the curve of an indicator among them."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from tracker.models.dates import shown
from tracker.models.records import Indicator
from tracker.models.records.outcome import ValueKind
from tracker.reports.chart import Chart, ChartKind, Series
from tracker.reports.group_facts import GroupFacts
from tracker.reports.sheet import CHART_DATA, FIRST_ROW, Cell, Column, Look, Sheet
from tracker.reports.small_counts import counts_people, is_small

KINDS = (ValueKind.ACTUAL, ValueKind.FORECAST, ValueKind.TARGET, ValueKind.ESTIMATE)
LABEL, DATE, COUNT, *_VALUES = tuple("BCDEFGH")
_COLUMNS = (
    Column("Chart", 42),
    Column("Series or label", 42),
    Column("Date", 12, Look.DAY),
    Column("Height or count", 12, Look.NUMBER),
    *(Column(kind.label, 14, Look.NUMBER) for kind in KINDS),
)
_LONGEST_TITLE = 90
_LONGEST_ALT = 1000
_A_YEAR = 360


class Board:
    """The charts drawn so far, and the rows behind them, which stand under one another."""

    def __init__(self) -> None:
        self.charts: list[Chart] = []
        self.rows: list[tuple[Cell, ...]] = []

    def add(self, rows: Iterable[tuple[Cell, ...]]) -> tuple[int, int]:
        """Adds rows; returns the numbers of the first and the last in the workbook."""
        first = FIRST_ROW + len(self.rows)
        self.rows.extend(rows)
        return first, FIRST_ROW + len(self.rows) - 1

    def sheet(self, about: str) -> Sheet:
        """The sheet with the rows."""
        return Sheet(CHART_DATA, "Figures behind the charts", about, _COLUMNS, tuple(self.rows))


def draw_curve(board: Board, facts: GroupFacts, indicator: Indicator, where: str = "") -> None:
    """An indicator as it went, beside what was forecast without action; `where` says of which group it is."""
    points = _curve(facts, indicator)
    if len(points) < 2:
        return
    days = sorted(points)
    kinds = [kind for kind in KINDS if any(kind in values for values in points.values())]
    title = f"{indicator.name} ({where})" if where else indicator.name
    name = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"
    place = board.add((name, indicator.name, day, None, *map(points[day].get, KINDS)) for day in days)
    words = (
        f"{kind.label}: " + ", ".join(f"{shown(day)} {points[day][kind]}" for day in days if kind in points[day])
        for kind in kinds
    )
    board.charts.append(
        Chart(
            ChartKind.LINES,
            name,
            f"Lines of {title}, in {indicator.unit}. {'; '.join(words)}."[:_LONGEST_ALT],
            [Series(kind.label, span(DATE, place), span(_VALUES[KINDS.index(kind)], place)) for kind in kinds],
            up_title=indicator.unit,
            first=days[0],
            last=days[-1],
            yearly=all((later - earlier).days >= _A_YEAR for earlier, later in pairwise(days)),
        )
    )


def span(column: str, place: tuple[int, int]) -> str:
    """Rows of a column of the sheet, as a series names them."""
    first, last = place
    return f"{CHART_DATA}!${column}${first}:${column}${last}"


def _curve(facts: GroupFacts, indicator: Indicator) -> dict[date, dict[ValueKind, Cell]]:
    """The indicator's values by day and kind; small counts of people have no point."""
    held_back = counts_people(indicator.unit)
    points: dict[date, dict[ValueKind, Cell]] = {}
    for each in facts.values(indicator):
        if each.period_end and each.kind and not (held_back and is_small(each.value)):
            points.setdefault(each.period_end, {})[each.kind] = each.value
    return points
