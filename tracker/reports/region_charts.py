"""The charts of a regional return: results by group, and the curves of its indicators."""

from collections.abc import Iterator
from itertools import pairwise

from tracker.reports.chart import Chart, ChartKind, Series
from tracker.reports.chart_data import Board, draw_curve
from tracker.reports.region_facts import RegionFacts
from tracker.reports.region_portfolio import IN_PERIOD, PORTFOLIO
from tracker.reports.sheet import FIRST_ROW, Formula, Sheet

# More bars than these cannot be read in one chart.
_BARS = 10
_LONGEST_ALT = 1000


def region_charts(facts: RegionFacts, portfolio: Sheet) -> tuple[tuple[Chart, ...], Sheet]:
    """The charts, and the sheet with the figures of the curves; the bars are drawn from Portfolio itself."""
    board = Board()
    for group in facts.groups:
        for outcome in group.outcomes:
            for indicator in group.indicators(outcome):
                draw_curve(board, group, indicator, group.group.called)
    about = (
        "What the lines on the sheet Charts are drawn from; the bars are drawn from Portfolio. A blank cell has no "
        "point in the chart."
    )
    return (*_bars(portfolio), *board.charts), board.sheet(about)


def _bars(portfolio: Sheet) -> Iterator[Chart]:
    """By name, in no order of merit: up to ten groups a chart."""
    count = len(portfolio.rows)
    charts = -(-count // _BARS)
    ends = [count * number // charts for number in range(charts + 1)] if charts else []
    for number, (start, end) in enumerate(pairwise(ends), start=1):
        which = f" ({number} of {charts})" if charts > 1 else ""
        yield _bar_chart(portfolio, start, end, which)


def _bar_chart(portfolio: Sheet, start: int, end: int, which: str) -> Chart:
    place = [column.heading for column in portfolio.columns].index(IN_PERIOD)
    told = ", ".join(f"{row[1]} {_number(row[place])}" for row in portfolio.rows[start:end])
    title = f"Results in the period by group{which}"
    alt = f"A bar for each group, by name, of its results in the period: {told}."[:_LONGEST_ALT]
    across, up = (_span(portfolio, heading, start, end) for heading in ("Group", IN_PERIOD))
    return Chart(ChartKind.BARS, title, alt, (Series("Results in the period", across, up),))


def _span(portfolio: Sheet, heading: str, start: int, end: int) -> str:
    letter = portfolio.letter(heading)
    return f"{PORTFOLIO}!${letter}${FIRST_ROW + start}:${letter}${FIRST_ROW + end - 1}"


def _number(cell: object) -> str:
    return str(cell.value if isinstance(cell, Formula) else cell)
