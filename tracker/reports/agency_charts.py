"""The charts of an agency return: results in which the agency led, and in which it had another part."""

from itertools import pairwise

from tracker.reports.agency_totals import LEAD, NAME, SUPPORTING
from tracker.reports.chart import Chart, ChartKind, Series
from tracker.reports.sheet import FIRST_ROW, Cell, Formula, Sheet

# More bars than these cannot be read in one chart.
_BARS = 10
_LONGEST_ALT = 1000


def agency_charts(totals: Sheet) -> tuple[Chart, ...]:
    """Stacked bars straight from Agency_totals, up to ten units a chart; none where there are no results."""
    count = len(totals.rows)
    charts = -(-count // _BARS)
    ends = [count * number // charts for number in range(charts + 1)] if charts else []
    return tuple(
        _chart(totals, start, end, f" ({number} of {charts})" if charts > 1 else "")
        for number, (start, end) in enumerate(pairwise(ends), start=1)
    )


def _chart(totals: Sheet, start: int, end: int, which: str) -> Chart:
    rows = totals.rows[start:end]
    title = f"Results by unit: lead and supporting{which}"
    headings = [column.heading for column in totals.columns]
    lead, supporting = headings.index(LEAD), headings.index(SUPPORTING)
    told = "; ".join(f"{row[0]} {_number(row[lead])} lead, {_number(row[supporting])} supporting" for row in rows)
    across = _span(totals, "Unit", start, len(rows))
    alt = f"A bar for each unit, of the results in which the agency led and of those it supported: {told}."
    return Chart(
        ChartKind.STACKED,
        title,
        alt[:_LONGEST_ALT],
        tuple(
            Series(name, across, _span(totals, heading, start, len(rows)))
            for name, heading in (("Lead", LEAD), ("Supporting", SUPPORTING))
        ),
        bars=len(rows),
    )


def _span(totals: Sheet, heading: str, start: int, count: int) -> str:
    letter, first = totals.letter(heading), FIRST_ROW + start
    return f"{NAME}!${letter}${first}:${letter}${first + count - 1}"


def _number(cell: Cell) -> str:
    return str(cell.value) if isinstance(cell, Formula) else str(cell)
