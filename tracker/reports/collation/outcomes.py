"""Shared outcomes over all groups: who works on them, and their indicators, beside the results and never summed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise

from tracker.models.dates import shown
from tracker.models.folding import folded
from tracker.models.records.handing_in import ReturnKind
from tracker.models.records.outcome import ValueKind
from tracker.reports.chart import Chart, ChartKind, Series
from tracker.reports.collation.national import National
from tracker.reports.collation.raw_sheets import IN_TOTALS
from tracker.reports.collation.read_return import ReadReturn, Row
from tracker.reports.collation.told_result import text
from tracker.reports.sheet import CHART_DATA, Cell, Column, Formula, Look, Sheet

KINDS = (ValueKind.ACTUAL, ValueKind.ESTIMATE, ValueKind.FORECAST, ValueKind.TARGET)
_MEASURED = (ValueKind.ACTUAL.label, ValueKind.ESTIMATE.label)
# More charts than these nobody looks through; the figures of all stand on Chart_data.
MOST_CHARTS = 30
_MOST_IDS = 20
_ID = re.compile(r"[0-9A-Za-z-]{1,64}")
_LONGEST_TITLE, _LONGEST_ALT = 90, 1000


@dataclass
class TakenIndicator:
    """One indicator of an outcome in one region: its values by day and kind."""

    name: str
    unit: str
    points: dict[date, dict[str, Cell]] = field(default_factory=dict)

    @property
    def latest(self) -> tuple[date, str, Cell] | None:
        """The last that was measured: its day, kind and value."""
        for day in sorted(self.points, reverse=True):
            for kind in _MEASURED:
                if kind in self.points[day]:
                    return day, kind, self.points[day][kind]
        return None


@dataclass
class TakenOutcome:
    """One outcome in one region, whichever groups work on it; groups use the same words for the same outcome."""

    statement: str
    region: str
    ids: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    indicators: dict[str, TakenIndicator] = field(default_factory=dict)


def taken_outcomes(returns: Iterable[ReadReturn]) -> tuple[TakenOutcome, ...]:
    """The outcomes of all group returns by region and statement; a later return corrects an earlier value."""
    found: dict[tuple[str, str], TakenOutcome] = {}
    reads = [each for each in returns if each.kind == ReturnKind.GROUP and not each.withdrawn]
    for read in sorted(reads, key=lambda each: (each.made_at, each.return_id)):
        for row in read.sheet("Outcomes"):
            key = (read.region, folded(text(row, "Statement")))
            outcome = found.setdefault(key, TakenOutcome(text(row, "Statement"), read.region))
            outcome.ids.add(text(row, "Outcome id"))
            outcome.groups.add(read.scope_id)
            _take(outcome, row)
    return tuple(found[key] for key in sorted(found))


def _take(outcome: TakenOutcome, row: Row) -> None:
    name, unit, kind = text(row, "Indicator"), text(row, "Unit"), text(row, "Kind")
    if not name:
        return
    taken = outcome.indicators.setdefault(f"{folded(name)}|{folded(unit)}", TakenIndicator(name, unit))
    value, day = row.get("Value"), text(row, "Period end")
    if value is not None and day and kind:
        number: Cell = value if isinstance(value, (str, int)) else Decimal(repr(value))
        taken.points.setdefault(date.fromisoformat(day), {})[kind] = number


def outcome_view_sheet(outcomes: Iterable[TakenOutcome], figures: National, results: Sheet) -> Sheet:
    """One row an indicator; results and agencies are those of the results that serve the outcome."""
    agencies: dict[str, set[str]] = {}
    counts: dict[str, int] = {}
    for each in figures.in_totals:
        identity = text(each.united.told.row, "Outcome id")
        agencies.setdefault(identity, set()).update(claim.agency for claim in each.claims)
        counts[identity] = counts.get(identity, 0) + 1
    return Sheet(
        name="Outcome_view",
        title="Shared outcomes",
        about="One row an indicator. Indicators describe a whole population: they stand beside the results and are "
        "never added up from them. Groups share an outcome where they use the same words for it in one region. Charts "
        "of the indicators are on the sheet Charts.",
        columns=(
            Column("Outcome", 44),
            Column("Region", 16),
            Column("Groups", 8, Look.NUMBER),
            Column("Agencies", 9, Look.NUMBER),
            Column("Results", 9, Look.NUMBER, computed=True),
            Column("Indicator", 40),
            Column("Latest", 12, Look.NUMBER),
            Column("Unit", 18),
            Column("Period end", 13, Look.DAY),
            Column("Kind", 12),
        ),
        rows=tuple(row for outcome in outcomes for row in _rows(outcome, agencies, counts, results)),
        working=True,
    )


def _rows(
    outcome: TakenOutcome, agencies: dict[str, set[str]], counts: dict[str, int], results: Sheet
) -> Iterable[tuple[Cell, ...]]:
    ids = sorted(outcome.ids - {""})
    claimed = {agency for identity in ids for agency in agencies.get(identity, ())}
    counted = sum(counts.get(identity, 0) for identity in ids)
    each = [
        f'COUNTIFS({results.span("Outcome id")},"{identity}",{results.span(IN_TOTALS)},1)'
        for identity in ids[:_MOST_IDS]
    ]
    # An id goes into a formula only where it is one.
    linked = 0 < len(ids) <= _MOST_IDS and all(map(_ID.fullmatch, ids))
    count: Cell = Formula(f"={'+'.join(each)}", counted) if linked else counted
    start = (outcome.statement, outcome.region or None, len(outcome.groups), len(claimed), count)
    if not outcome.indicators:
        yield (*start, *(None,) * 5)
    for indicator in outcome.indicators.values():
        latest = indicator.latest
        day, kind, value = latest or (None, None, None)
        yield (*start, indicator.name, value, indicator.unit or None, day, kind)


def outcome_charts(outcomes: Iterable[TakenOutcome], row: int) -> tuple[list[Chart], list[tuple[Cell, ...]]]:
    """A line chart for each indicator with two dates or more; its figures begin in a row of Chart_data."""
    charts: list[Chart] = []
    rows: list[tuple[Cell, ...]] = []
    for outcome in outcomes:
        for indicator in outcome.indicators.values():
            days = sorted(indicator.points)
            if len(days) < 2 or not any(_is_number(each) for day in days for each in indicator.points[day].values()):
                continue
            first = row + len(rows)
            title = _title(outcome, indicator)
            rows.extend(_point(title, indicator, day) for day in days)
            if len(charts) < MOST_CHARTS:
                charts.append(_chart(title, indicator, days, first))
    return charts, rows


def _title(outcome: TakenOutcome, indicator: TakenIndicator) -> str:
    title = f"{indicator.name}, {outcome.region}" if outcome.region else indicator.name
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"


def _point(title: str, indicator: TakenIndicator, day: date) -> tuple[Cell, ...]:
    """A row of Chart_data; words instead of a number have no point."""
    told = indicator.points[day]
    values = [told.get(kind.label) for kind in KINDS]
    return (title, indicator.unit or None, day, None, None, *(each if _is_number(each) else None for each in values))


def _is_number(cell: Cell) -> bool:
    return cell is not None and not isinstance(cell, str)


def _chart(title: str, indicator: TakenIndicator, days: list[date], first: int) -> Chart:
    last = first + len(days) - 1
    kinds = [kind for kind in KINDS if any(_is_number(told.get(kind.label)) for told in indicator.points.values())]
    words = "; ".join(
        f"{kind.label}: "
        + ", ".join(
            f"{shown(day)} {indicator.points[day][kind.label]}" for day in days if kind.label in indicator.points[day]
        )
        for kind in kinds
    )
    across = f"{CHART_DATA}!$C${first}:$C${last}"
    letters = dict(zip(KINDS, "FGHI", strict=True))
    return Chart(
        ChartKind.LINES,
        title,
        f"Lines of {indicator.name}, in {indicator.unit}. {words}."[:_LONGEST_ALT],
        [Series(k.label, across, f"{CHART_DATA}!${letters[k]}${first}:${letters[k]}${last}") for k in kinds],
        up_title=indicator.unit,
        first=days[0],
        last=days[-1],
        yearly=all((later - earlier).days >= 365 for earlier, later in pairwise(days)),
    )
