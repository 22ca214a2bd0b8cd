"""The worked-out sheets of the national workbook, as formulas over its raw sheets: totals, agencies, lines, overlap."""

from collections.abc import Iterator
from decimal import Decimal

from tracker.reports.collation.counted_result import Like
from tracker.reports.collation.known_lines import KnownLines
from tracker.reports.collation.national import AgencyRow, LineRow, National, Total
from tracker.reports.collation.raw_sheets import (
    BASIS,
    COUNTED_AS,
    FIRST,
    IN_TOTALS,
    LED,
    ON_LINE,
    UNIT,
    WITHHELD_FLAG,
)
from tracker.reports.collation.told_result import summed, text
from tracker.reports.criteria import equal_to
from tracker.reports.sheet import FIRST_ROW, Cell, Column, Formula, Look, Sheet
from tracker.reports.small_counts import WITHHELD

ADDS_UP, DOES_NOT = "Adds up", "Does not add up"
NO_SHARES = "No shares agreed"
DO_NOT_ADD = "Contributed to (do not add this column)"
_A_NUMBER = '">=-1E+300"'

Value = str | int | Decimal


def totals_sheet(figures: National, results: Sheet) -> Sheet:
    """By unit, count basis and level."""
    return Sheet(
        name="Totals_once",
        title="National results, each counted once",
        about="One row for what may be added up. Use “Counted once”. “Contributed sum” counts a result again for each "
        "agency that had a part, so read the overlap factor beside it: 1.0 is no overlap. Differences that nobody has "
        "decided yet are not in it: see Conflicts.",
        columns=(
            Column("Unit", 26),
            Column("Count basis", 15),
            Column("Level", 20),
            Column("Results", 9, Look.NUMBER, computed=True),
            Column("Counted once", 13, Look.NUMBER, computed=True),
            Column("Contributed sum", 13, Look.NUMBER, computed=True),
            Column("Overlap factor", 9, Look.FACTOR, computed=True),
            Column("Apportioned sum", 13, Look.NUMBER, computed=True),
            Column("Unallocated", 13, Look.NUMBER, computed=True),
            Column("Values withheld", 10, Look.NUMBER, computed=True),
            Column("Apportioned and unallocated make up counted once", 22, computed=True),
        ),
        rows=tuple(_total_row(results, total) for total in figures.totals),
        working=True,
    )


def agency_view_sheet(figures: National, mappings: Sheet) -> Sheet:
    """By agency and by what may be added up."""
    return Sheet(
        name="Agency_view",
        title="Agencies: contributed to and apportioned",
        about="One row an agency and unit; a result counts once for an agency, whatever the number of its lines. Do "
        "not add up “Contributed to” over agencies: results that several had a part in would count again. "
        "“Apportioned” adds up; blank means that no share is agreed.",
        columns=(
            Column("Agency", 38),
            Column("Unit", 26),
            Column("Count basis", 15),
            Column("Results", 9, Look.NUMBER, computed=True),
            Column(DO_NOT_ADD, 18, Look.NUMBER, computed=True),
            Column("Apportioned", 13, Look.NUMBER, computed=True),
            Column("Lead", 9, Look.NUMBER, computed=True),
            Column("Supporting", 11, Look.NUMBER, computed=True),
        ),
        rows=tuple(_agency_row(mappings, row) for row in figures.agencies),
        working=True,
    )


def line_view_sheet(figures: National, mappings: Sheet, known: KnownLines) -> Sheet:
    """By accountability line and by what may be added up."""
    return Sheet(
        name="Line_view",
        title="Appropriations and joint results",
        about="One row a line and unit. The amount is context and stands once for each line: it is not the cost of "
        "these results, and is never shared out. It comes from agency returns; blank where none has come. Do not add "
        "up “Contributed to” over lines. Agencies sharing are all that had a part in these results, on whatever line.",
        columns=(
            Column("Vote", 18),
            Column("Appropriation", 30),
            Column("Category", 24),
            Column("Line key", 30),
            Column("Amount ($000)", 12, Look.NUMBER),
            Column("Agencies sharing", 9, Look.NUMBER),
            Column("Results", 9, Look.NUMBER, computed=True),
            Column(DO_NOT_ADD, 16, Look.NUMBER, computed=True),
            Column("Apportioned", 12, Look.NUMBER, computed=True),
            Column("Unit", 20),
            Column("Count basis", 14),
        ),
        rows=tuple(_line_rows(figures, mappings, known)),
        working=True,
    )


def overlap_sheet(figures: National, results: Sheet) -> Sheet:
    """Results claimed by more than one agency; each figure is the one on Raw_results."""
    places = {row[0]: place for place, row in enumerate(results.rows, start=FIRST_ROW)}
    return Sheet(
        name="Overlap",
        title="Results claimed by more than one agency",
        about="The most claimed first. The naive sum is what adding up the agencies' own reports would give; counted "
        "once is the value. The overlap factor is the one by the other.",
        columns=(
            Column("Result id", 20),
            Column("Title", 50, computed=True),
            Column("Agencies", 10, Look.NUMBER, computed=True),
            Column("Naive sum", 13, Look.NUMBER, computed=True),
            Column("Counted once", 13, Look.NUMBER, computed=True),
            Column("Overlap factor", 10, Look.FACTOR, computed=True),
            Column("Share total", 10, Look.SHARE, computed=True),
            Column("Unit", 22, computed=True),
            Column("Group", 30, computed=True),
        ),
        rows=tuple(_overlap_row(results, places[each.united.result.id]) for each in figures.overlaps),
        working=True,
    )


def _total_row(results: Sheet, total: Total) -> tuple[Cell, ...]:
    like = total.like
    alike = (
        f"{results.span(UNIT)},{equal_to('A', like.unit)},{results.span(BASIS)},{equal_to('B', like.count_basis)},"
        f"{results.span('Level')},{equal_to('C', like.level)},{results.span(IN_TOTALS)},1"
    )
    return (
        like.unit,
        like.count_basis or None,
        like.level or None,
        Formula(f"=COUNTIFS({alike})", len(total.results)),
        _counted_once(results, total, alike),
        _sum(results, "Naive sum", alike, total.contributed_sum),
        Formula(
            '=IF(AND(ISNUMBER(E{row}),ISNUMBER(F{row})),IF(E{row}=0,"",F{row}/E{row}),"")',
            "" if total.overlap is None else total.overlap,
        ),
        _sum(results, "Apportioned", alike, total.apportioned_sum),
        _sum(results, "Unallocated", alike, total.unallocated),
        Formula(f"=COUNTIFS({alike},{results.span(WITHHELD_FLAG)},1)", total.withheld),
        _identity(results, total, alike),
    )


def _counted_once(results: Sheet, total: Total, alike: str) -> Formula:
    value: Value = WITHHELD if total.counted_once is None else round(total.counted_once, 6)
    if total.is_ratio:
        above, below = (f"SUMIFS({results.span(name)},{alike})" for name in ("Numerator", "Denominator"))
        return Formula(f'=IF({below}=0,"{WITHHELD}",ROUND({above}/{below},6))', value)
    return Formula(f'=IF(D{{row}}=J{{row}},"{WITHHELD}",SUMIFS({results.span(COUNTED_AS)},{alike}))', value)


def _identity(results: Sheet, total: Total, alike: str) -> Formula:
    """Rule 7 over the results with agreed shares."""
    shared = f"SUMIFS({results.span(COUNTED_AS)},{alike},{results.span('Unallocated')},{_A_NUMBER})"
    text = f'=IF(I{{row}}="","{NO_SHARES}",IF(ABS({shared}-H{{row}}-I{{row}})<0.00001,"{ADDS_UP}","{DOES_NOT}"))'
    if total.unallocated is None:
        return Formula(text, NO_SHARES)
    return Formula(text, ADDS_UP if total.adds_up else DOES_NOT)


def _sum(sheet: Sheet, heading: str, alike: str, value: Decimal | None) -> Formula:
    """The sum of the numbers in a column; blank, not 0, where there is none."""
    span = sheet.span(heading)
    text = f'=IF(COUNTIFS({alike},{span},{_A_NUMBER})=0,"",ROUND(SUMIFS({span},{alike}),6))'
    return Formula(text, "" if value is None else round(value, 6))


def _agency_row(mappings: Sheet, row: AgencyRow) -> tuple[Cell, ...]:
    own = f"{mappings.span('Agency')},{equal_to('A', row.agency)},{_alike(mappings, row.like, 'B', 'C')}"
    first = f"{own},{mappings.span(FIRST)},1"
    return (
        row.agency,
        row.like.unit,
        row.like.count_basis or None,
        Formula(f"=COUNTIFS({first})", row.results),
        _sum(mappings, "Contributed to", first, row.contributed_to),
        _sum(mappings, "Apportioned", own, row.apportioned),
        Formula(f"=COUNTIFS({first},{mappings.span(LED)},1)", row.lead),
        Formula("=D{row}-G{row}", row.results - row.lead),
    )


def _line_rows(figures: National, mappings: Sheet, known: KnownLines) -> Iterator[tuple[Cell, ...]]:
    before = ""
    for row in figures.lines:
        yield _line_row(mappings, row, known, first=row.line_key != before)
        before = row.line_key


def _line_row(mappings: Sheet, row: LineRow, known: KnownLines, *, first: bool) -> tuple[Cell, ...]:
    own = f"{mappings.span('Line key')},{equal_to('D', row.line_key)},{_alike(mappings, row.like, 'J', 'K')}"
    on_line = f"{own},{mappings.span(ON_LINE)},1"
    about = known.about(row.line_key, row.row)
    return (
        text(row.row, "Vote") or None,
        about.appropriation or None,
        about.category or None,
        row.line_key,
        about.amount_000 if first else None,
        row.agencies,
        Formula(f"=COUNTIFS({on_line})", len(row.values)),
        _sum(mappings, "Counted under line", on_line, summed(row.values)),
        _sum(mappings, "Apportioned", own, summed(claim.apportioned for claim in row.claims)),
        row.like.unit,
        row.like.count_basis or None,
    )


def _alike(mappings: Sheet, like: Like, unit: str, basis: str) -> str:
    return (
        f"{mappings.span(UNIT)},{equal_to(unit, like.unit)},{mappings.span(BASIS)},{equal_to(basis, like.count_basis)},"
        f"{mappings.span(IN_TOTALS)},1"
    )


def _overlap_row(results: Sheet, place: int) -> tuple[Cell, ...]:
    headings = [column.heading for column in results.columns]
    row = dict(zip(headings, results.rows[place - FIRST_ROW], strict=True))

    def linked(heading: str) -> Formula:
        value = row[heading]
        assert value is None or isinstance(value, (str, int, Decimal))
        return Formula(f'=IF({results.cell(heading, place)}="","",{results.cell(heading, place)})', _known(value))

    naive, once = row["Naive sum"], row[COUNTED_AS]
    factor: Value = ""
    if isinstance(naive, (int, Decimal)) and isinstance(once, (int, Decimal)) and once:
        factor = Decimal(naive) / Decimal(once)
    return (
        row["Result id"],
        linked("Title"),
        linked("Agencies claiming"),
        linked("Naive sum"),
        linked(COUNTED_AS),
        Formula('=IF(AND(ISNUMBER(D{row}),ISNUMBER(E{row})),IF(E{row}=0,"",D{row}/E{row}),"")', factor),
        linked("Agreed shares"),
        linked(UNIT),
        linked("Group"),
    )


def _known(value: Value | None) -> Value:
    return "" if value is None else value
