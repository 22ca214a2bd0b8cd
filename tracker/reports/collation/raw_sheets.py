"""The raw sheets of the national workbook: every result and every claim once, with its part in the figures."""

from datetime import date
from decimal import Decimal

from tracker.reports.collation.counted_result import CountedClaim, CountedResult
from tracker.reports.collation.national import National
from tracker.reports.collation.read_return import ReadReturn, Value
from tracker.reports.collation.united_result import ToldRow
from tracker.reports.sheet import Cell, Column, Look, Sheet
from tracker.reports.small_counts import FEWER, WITHHELD

RESULTS, MAPPINGS = "Raw_results", "Raw_mappings"
IN_TOTALS, COUNTED_AS = "In totals (0/1)", "Counted as"
UNIT, BASIS = "Unit as counted", "Basis as counted"
FIRST, ON_LINE, LED = "First for agency (0/1)", "First on line (0/1)", "Led (0/1)"
WITHHELD_FLAG = "Withheld (0/1)"

_FROM = (
    Column("Group", 26),
    Column("Return id", 20),
    Column("Office", 9),
    Column("Region", 14),
    Column("Period", 11),
    Column("Return revision", 9, Look.NUMBER),
    Column("Return state", 11),
)
# As R1 has them.
_RESULT = (
    Column("Result id", 20),
    Column("Date", 12, Look.DAY),
    Column("Title", 44),
    Column("Level", 14),
    Column("Better off", 11),
    Column("Unit", 14),
    Column("Baseline", 11, Look.NUMBER),
    Column("Value", 11, Look.NUMBER),
    Column("Aggregation", 13),
    Column("Count basis", 13),
    Column("Outcome id", 20),
    Column("Evidence grade", 10),
    Column("Primary reporter", 10),
    Column("Sensitivity", 13),
    Column("State", 11),
    Column("Revision", 9, Look.NUMBER),
    Column("Numerator", 11, Look.NUMBER),
    Column("Denominator", 12, Look.NUMBER),
)
_OF_RESTRICTED = ("Result id", "Title", "Sensitivity")
_RESULT_PART = (
    Column(IN_TOTALS, 9, Look.NUMBER),
    Column("Why not in totals", 26),
    Column(UNIT, 18),
    Column(BASIS, 14),
    Column(COUNTED_AS, 12, Look.NUMBER),
    Column(WITHHELD_FLAG, 9, Look.NUMBER),
    Column("Agencies claiming", 10, Look.NUMBER),
    Column("Naive sum", 12, Look.NUMBER),
    Column("Agreed shares", 10, Look.SHARE),
    Column("Apportioned", 12, Look.NUMBER),
    Column("Unallocated", 12, Look.NUMBER),
)
_MAPPING = (
    Column("Mapping id", 20),
    Column("Result id", 20),
    Column("Line key", 26),
    Column("Agency", 24),
    Column("Vote", 14),
    Column("Line name", 26),
    Column("Line code", 9),
    Column("Measure", 26),
    Column("Role", 11),
    Column("Type", 12),
    Column("Strength (0-4)", 9, Look.NUMBER),
    Column("Share", 9, Look.SHARE),
    Column("Share basis", 11),
    Column("Narrative", 44),
    Column("Rival explanation", 28),
    Column("Evidence grade", 10),
    Column("State", 12),
    Column("Agreed on", 12, Look.DAY),
    Column("Agency code", 10),
    Column("Stands as", 18),
)
_MAPPING_PART = (
    Column(IN_TOTALS, 9, Look.NUMBER),
    Column(UNIT, 18),
    Column(BASIS, 14),
    Column(FIRST, 10, Look.NUMBER),
    Column("Contributed to", 12, Look.NUMBER),
    Column("Apportioned", 12, Look.NUMBER),
    Column(LED, 8, Look.NUMBER),
    Column(ON_LINE, 9, Look.NUMBER),
    Column("Counted under line", 12, Look.NUMBER),
)
RESULT_COLUMNS = (*_RESULT, *_FROM, *_RESULT_PART)
_DAYS = frozenset({"Date", "Agreed on"})


def raw_results_sheet(figures: National) -> Sheet:
    """One row a result, by region, office, group and date; restricted ones last, by title only."""
    return Sheet(
        name=RESULTS,
        title="All results",
        about="Each result once, from the latest return of the office that reports it first. Filter by region, office "
        "or "
        f"group. “{FEWER}” is a count of people too small to be told. “Counted as” is what enters the totals: a result "
        "without a number that adds up is one result.",
        columns=RESULT_COLUMNS,
        rows=(*map(_result_row, figures.results), *map(_title_row, figures.union.restricted)),
        raw=True,
        working=True,
    )


def raw_mappings_sheet(figures: National) -> Sheet:
    """One row a live claim, in the order of the results."""
    return Sheet(
        name=MAPPINGS,
        title="All mappings",
        about="Each claim of an agency on a result. “Contributed to” stands in an agency's first row of each result "
        "alone, and “Counted under line” in a line's first, so that nothing is counted twice when the column is added "
        "up for one agency or one line.",
        columns=(*_MAPPING, *_FROM, *_MAPPING_PART),
        rows=tuple(_mapping_row(result, claim) for result, claim in figures.claims),
        raw=True,
        working=True,
    )


def _result_row(counted: CountedResult) -> tuple[Cell, ...]:
    told, figures = counted.united.told, counted.united.figures
    return (
        *(_cell(column.heading, told.row.get(column.heading)) for column in _RESULT),
        *_from(told.read),
        int(counted.in_totals),
        counted.why_not or None,
        counted.like.unit,
        counted.like.count_basis or None,
        FEWER if counted.united.withheld and counted.in_totals else counted.value,
        int(counted.united.withheld),
        len(figures.agency_ids),
        WITHHELD if counted.united.withheld and counted.in_totals else counted.naive_sum,
        Decimal(figures.agreed_bp) / 10_000,
        counted.apportioned,
        counted.unallocated,
    )


def _title_row(told: ToldRow) -> tuple[Cell, ...]:
    # Whatever more a file may tell of it stays in that file.
    row = {heading: told.row.get(heading) for heading in _OF_RESTRICTED}
    shown = [_cell(column.heading, row.get(column.heading)) for column in _RESULT]
    part = (0, "Restricted: the title only", *(None,) * (len(_RESULT_PART) - 2))
    return (*shown, *_from(told.read), *part)


def _mapping_row(counted: CountedResult, claim: CountedClaim) -> tuple[Cell, ...]:
    row = claim.claim.row
    withheld = counted.united.withheld and counted.in_totals
    value: Cell = WITHHELD if withheld else None if counted.is_ratio else counted.value
    cells = {heading: _cell(heading, row.get(heading)) for heading in (column.heading for column in _MAPPING)}
    cells["Agency"] = claim.agency
    return (
        *cells.values(),
        *_from(claim.claim.read),
        int(counted.in_totals),
        counted.like.unit,
        counted.like.count_basis or None,
        int(claim.first_for_agency),
        value if claim.first_for_agency else None,
        claim.apportioned,
        int(claim.led and claim.first_for_agency),
        int(claim.first_on_line),
        value if claim.first_on_line else None,
    )


def _from(read: ReadReturn) -> tuple[Cell, ...]:
    return read.scope, read.return_id, read.office_id, read.region, read.period, read.revision, read.state.capitalize()


def _cell(heading: str, value: Value) -> Cell:
    """A cell as it was read; days are days again."""
    if value is None:
        return None
    if heading in _DAYS:
        return date.fromisoformat(str(value))
    return Decimal(repr(value)) if isinstance(value, float) else value
