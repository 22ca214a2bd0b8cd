"""R4, the national workbook: all its sheets in their order, as plain data."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tracker.models.records.handing_in import ReturnKind
from tracker.reports.chart import Chart, ChartKind, Series
from tracker.reports.checksum import content_checksum
from tracker.reports.collation.conflict import Conflict
from tracker.reports.collation.figure_sheets import agency_view_sheet, line_view_sheet, overlap_sheet, totals_sheet
from tracker.reports.collation.known_lines import KnownLines
from tracker.reports.collation.national import National
from tracker.reports.collation.national_checks import national_findings, undecided_words
from tracker.reports.collation.national_notes import (
    NationalHeading,
    national_cover,
    national_metadata,
    national_notes,
    national_sign_off,
)
from tracker.reports.collation.outcomes import (
    KINDS,
    MOST_CHARTS,
    TakenOutcome,
    outcome_charts,
    outcome_view_sheet,
    taken_outcomes,
)
from tracker.reports.collation.raw_sheets import raw_mappings_sheet, raw_results_sheet
from tracker.reports.collation.region_totals import region_differences
from tracker.reports.collation.register import Registered
from tracker.reports.collation.register_sheets import conflicts_sheet, missing_sheet, register_sheet
from tracker.reports.collation.reporting import Reporting
from tracker.reports.front_sheets import checks_sheet, contents_sheet
from tracker.reports.sheet import CHART_DATA, FIRST_ROW, HEADING_ROW, Cell, Column, Formula, Look, Sheet
from tracker.reports.sound_text import fitted
from tracker.reports.workbook import Book

# As many rows as a sheet of any spreadsheet has.
MOST_ROWS = 1_048_576


@dataclass(frozen=True)
class NationalWorkbook:
    """The workbook, the checksum of its raw rows, and the rows that no sheet had room for, as CSV by file name."""

    book: Book
    checksum: str
    spilled: dict[str, bytes]


def national_workbook(
    figures: National,
    entries: Sequence[Registered],
    conflicts: Sequence[Conflict],
    reported: Reporting,
    made_at: datetime,
    *,
    stem: str,
    most_rows: int = MOST_ROWS,
) -> NationalWorkbook:
    """Everything that head office sees, as plain data; `stem` begins the names of files beside it."""
    counted = [entry.read for entry in entries if entry.counted]
    raw = [fitted(raw_results_sheet(figures)), fitted(raw_mappings_sheet(figures))]
    checksum = content_checksum(raw)
    results, mappings = raw
    views = [
        totals_sheet(figures, results),
        agency_view_sheet(figures, mappings),
        line_view_sheet(figures, mappings, KnownLines(counted)),
        outcome_view_sheet(outcomes := taken_outcomes(counted), figures, results),
        overlap_sheet(figures, results),
    ]
    charts, chart_rows = _charts(outcomes, reported)
    spilled, sentences = _spill(raw, stem, most_rows)
    if spilled:
        views = list(map(_unlinked, views))
    found = national_findings(figures, entries, conflicts, reported, region_differences(figures, counted))
    checks = _called(checks_sheet(found))
    heading = _heading(entries, made_at, checksum)
    to_decide = conflicts_sheet(conflicts)
    body = [
        register_sheet(entries),
        missing_sheet(reported.missing, listed=reported.listed),
        *views,
        to_decide,
        *raw,
        _chart_data(chart_rows),
        national_metadata(heading, figures, raw, checksum),
    ]
    front = [
        national_cover(heading, checks, to_decide, found, entries, reported),
        national_notes(undecided_words(figures, conflicts), sentences),
        checks,
        national_sign_off(),
    ]
    sheets = tuple(map(fitted, (*front, *body)))
    contents = contents_sheet(sheets, len(charts))
    book = Book(heading.title, "R4, national workbook", made_at, (sheets[0], contents, *sheets[1:]), charts)
    return NationalWorkbook(book, checksum, spilled)


def _spill(raw: list[Sheet], stem: str, most_rows: int) -> tuple[dict[str, bytes], list[str]]:
    """Cuts sheets with more rows than fit; gives the rest as CSV by file name, and a sentence on each."""
    spilled: dict[str, bytes] = {}
    sentences: list[str] = []
    for place, sheet in enumerate(raw):
        raw[place], rest = _within(sheet, most_rows)
        if rest:
            name = f"{stem}-{sheet.name}.csv"
            spilled[name] = _csv(sheet, rest)
            sentences.append(
                f"{len(rest):,} rows of {sheet.name} had no room and stand in {name}, beside this workbook."
            )
    return spilled, sentences


def _called(checks: Sheet) -> Sheet:
    about = (
        "Errors: do not use the figures before they are mended. Queries: decide them on Conflicts. Warnings inform. "
        "What each office is to put right stands in its own answer."
    )
    return replace(checks, title="Checks made on all returns together", about=about)


def _heading(entries: Sequence[Registered], made_at: datetime, checksum: str) -> NationalHeading:
    reads = [each.read for each in entries if each.counted and each.read.kind == ReturnKind.GROUP]
    reads = reads or [each.read for each in entries if each.counted]
    return NationalHeading(
        identity=f"R4-{checksum[:32]}",
        made_at=made_at,
        periods=tuple(sorted({each.period for each in reads})),
        first=min((each.period_from for each in reads), default=""),
        last=max((each.period_to for each in reads), default=""),
    )


def _charts(outcomes: Sequence[TakenOutcome], reported: Reporting) -> tuple[tuple[Chart, ...], list[tuple[Cell, ...]]]:
    """Reporting by region first, then the outcomes' indicators."""
    charts: list[Chart] = []
    title = "Returns by region: expected, accepted and on time" if reported.listed else "Returns accepted by region"
    blank = (None,) * len(KINDS)
    rows: list[tuple[Cell, ...]] = [
        (title, "returns", None, each.region, each.accepted, *blank, each.expected, each.on_time)
        for each in reported.regions
    ]
    if rows:
        charts.append(_by_region(title, reported, len(rows)))
    more, points = outcome_charts(outcomes, FIRST_ROW + len(rows))
    return (*charts, *more), rows + [(*point, None, None) for point in points]


def _by_region(title: str, reported: Reporting, count: int) -> Chart:
    last = FIRST_ROW + count - 1
    across = f"{CHART_DATA}!$D${FIRST_ROW}:$D${last}"
    columns = {"Expected": "J", "Accepted": "E", "On time": "K"} if reported.listed else {"Accepted": "E"}
    words = "; ".join(
        f"{each.region} {each.accepted} accepted"
        + (f" of {each.expected} expected, {each.on_time} on time" if reported.listed else "")
        for each in reported.regions
    )
    return Chart(
        ChartKind.BARS,
        title,
        f"Bars for each region: {words}."[:1000],
        [
            Series(name, across, f"{CHART_DATA}!${letter}${FIRST_ROW}:${letter}${last}")
            for name, letter in columns.items()
        ],
    )


def _chart_data(rows: Sequence[tuple[Cell, ...]]) -> Sheet:
    return Sheet(
        name=CHART_DATA,
        title="Figures behind the charts",
        about=f"What the charts on the sheet Charts are drawn from; of the indicators the first {MOST_CHARTS} have a "
        f"chart. A "
        "blank cell has no point in its chart.",
        columns=(
            Column("Chart", 54),
            Column("Unit", 16),
            Column("Date", 13, Look.DAY),
            Column("Region", 18),
            Column("Accepted", 10, Look.NUMBER),
            *(Column(kind.label, 13, Look.NUMBER) for kind in KINDS),
            Column("Expected", 10, Look.NUMBER),
            Column("On time", 10, Look.NUMBER),
        ),
        rows=tuple(rows),
        working=True,
    )


def _within(sheet: Sheet, most_rows: int) -> tuple[Sheet, tuple[tuple[Cell, ...], ...]]:
    """The sheet with as many rows as there is room for, and the rest."""
    room = most_rows - HEADING_ROW
    if len(sheet.rows) <= room:
        return sheet, ()
    return sheet.with_rows(sheet.rows[:room], ()), sheet.rows[room:]


def _csv(sheet: Sheet, rows: Sequence[tuple[Cell, ...]]) -> bytes:
    """For a spreadsheet: UTF-8 with its mark, and text that no program takes for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.heading for column in sheet.columns])
    writer.writerows([[_plain(cell) for cell in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell
    return "" if cell is None else str(cell)


def _unlinked(sheet: Sheet) -> Sheet:
    """The figures without their formulas, which would add up a part of the rows alone."""
    rows = tuple(tuple(cell.value if isinstance(cell, Formula) else cell for cell in row) for row in sheet.rows)
    return sheet.with_rows(rows, sheet.records)
