"""The raw sheet that every figure of an agency return is added up from: Results_by_line."""

from decimal import Decimal

from tracker.models.figures.apportioning import how_counted
from tracker.models.records import Measure, Result
from tracker.models.records.accountability import WHOLE_SHARE
from tracker.models.records.result import Aggregation
from tracker.reports.agency_facts import AgencyFacts
from tracker.reports.claim_row import ClaimRow
from tracker.reports.criteria import equal_to
from tracker.reports.group_results import AGREED, SMALL, reported_only, word
from tracker.reports.sheet import Cell, Column, Formula, Look, Sheet
from tracker.reports.small_counts import FEWER, WITHHELD, told

NAME = "Results_by_line"
LED = "Led (0/1)"
FIRST_OF_GROUP = "First of its group (0/1)"
FIRST_ON_LINE = "First on its line (0/1)"
FIRST_FOR_AGENCY = "First for agency (0/1)"
COUNTED_AS = "Counted as"

Value = str | int | Decimal
_ONE, _RATIO = Aggregation.NONE.label, Aggregation.RATIO.label
_COLUMNS = (
    Column("Line key", 24),
    Column("Result id", 20),
    Column("Group", 20),
    Column("Region", 13),
    Column("Title", 36),
    Column("Value", 11, Look.NUMBER),
    Column("Unit", 13),
    Column("Count basis", 13),
    Column("Role", 11),
    Column("Type", 12),
    Column("Strength (0-4)", 9, Look.NUMBER),
    Column("Share", 9, Look.SHARE),
    Column("Evidence grade", 10),
    Column("Revision", 9, Look.NUMBER),
    Column("Others contributing", 34),
    Column("Date", 12, Look.DAY),
    Column("Aggregation", 13),
    Column("Numerator", 11, Look.NUMBER),
    Column("Denominator", 12, Look.NUMBER),
    Column("Agencies claiming", 10, Look.NUMBER),
    Column(LED, 7, Look.NUMBER),
    Column(SMALL, 9, Look.NUMBER),
    Column(FIRST_OF_GROUP, 12, Look.NUMBER),
    Column("Measure code", 11),
    Column("State", 12),
    Column("Stands as", 18),
    Column("Sensitivity", 13),
    Column(COUNTED_AS, 12, Look.NUMBER, computed=True),
    Column("Naive sum", 12, Look.NUMBER, computed=True),
    Column("Apportioned", 12, Look.NUMBER, computed=True),
    Column(FIRST_ON_LINE, 10, Look.NUMBER, computed=True),
    Column(FIRST_FOR_AGENCY, 10, Look.NUMBER, computed=True),
)
_LETTER = {column.heading: Sheet("", "", "", _COLUMNS, ()).letter(column.heading) for column in _COLUMNS}


def results_by_line_sheet(facts: AgencyFacts) -> Sheet:
    """One row a claim of the agency, by vote, line and date; restricted results stand last, by title only."""
    return Sheet(
        name=NAME,
        title="Each result under each line",
        about="One row a claim of this agency; a blank line key means that it has no line for the result. A blank cell "
        f"means that nothing was recorded; “{FEWER}” that a count of people is too small to leave the office. "
        "Restricted results stand last, by title only.",
        columns=_COLUMNS,
        rows=(*(_claim_row(facts, row) for row in facts.rows), *map(_title_row, facts.restricted_results)),
        records=(*(row.mapping for row in facts.rows), *facts.restricted_results),
        raw=True,
    )


def _claim_row(facts: AgencyFacts, row: ClaimRow) -> tuple[Cell, ...]:
    result, mapping = row.result, row.mapping
    value, numerator, denominator = (
        told(result, each) for each in (result.value, result.numerator, result.denominator)
    )
    measure = facts.snapshot.find(Measure, mapping.measure_id) if row.line else None
    return (
        row.line_key or None,
        result.id,
        row.group.name,
        facts.office.region,
        result.name,
        value,
        result.unit,
        word(result.count_basis),
        word(mapping.role),
        word(mapping.type),
        mapping.strength,
        None if mapping.share_bp is None else Decimal(mapping.share_bp) / WHOLE_SHARE,
        mapping.evidence_grade,
        result.revision,
        "; ".join(row.others),
        result.on,
        how_counted(result).label,
        numerator,
        denominator,
        len(row.figures.agency_ids),
        int(row.led),
        int(row.small),
        int(mapping.id in facts.first_of_group),
        measure.code if measure else None,
        word(mapping.state),
        f"Reported by {facts.agency.called}" if reported_only(mapping) else "Claim",
        word(result.sensitivity),
        *_computed(row),
    )


def _computed(row: ClaimRow) -> tuple[Formula, ...]:
    how = how_counted(row.result)
    counted: Value = FEWER if row.kept_back else round(row.figures.value or Decimal(0), 6)
    naive: Value = "" if row.kept_back or how is Aggregation.RATIO else (row.figures.naive_sum or Decimal(0))
    apportioned: Value = ""
    if row.agreed:
        apportioned = WITHHELD if row.kept_back else row.apportioned or Decimal(0)
    return _formulas(counted, naive, apportioned, int(row.first_on_line), int(row.first_for_agency), row.line_key)


def _title_row(result: Result) -> tuple[Cell, ...]:
    """A restricted result: its title, its id and that it is restricted; it enters no figure."""
    shown: dict[str, Cell] = {"Result id": result.id, "Title": result.name, "Sensitivity": result.sensitivity.label}
    recorded = tuple(shown.get(column.heading) for column in _COLUMNS if column.raw)
    return (*recorded, *_formulas("", "", "", 0, 0))


def _formulas(
    counted: Value, naive: Value, apportioned: Value, on_line: int, for_agency: int, line_key: str = ""
) -> tuple[Formula, ...]:
    """The same five in every row, but for keys with signs that a search takes for any letters."""
    key = equal_to("A", line_key)
    return (
        Formula(_COUNTED_AS, counted),
        Formula(_NAIVE, naive),
        Formula(_APPORTIONED, apportioned),
        Formula(f'=IF(A{{row}}="",0,IF(COUNTIFS($A$5:A{{row}},{key},$B$5:B{{row}},B{{row}})=1,1,0))', on_line),
        Formula(_FOR_AGENCY, for_agency),
    )


def _own(heading: str) -> str:
    """The cell of the row itself."""
    return f"{_LETTER[heading]}{{row}}"


_HOW, _COUNTED = _own("Aggregation"), _own(COUNTED_AS)
_VALUE = f'IF({_HOW}="{_RATIO}",ROUND({_own("Numerator")}/{_own("Denominator")},6),{_own("Value")})'
_COUNTED_AS = f'=IF({_HOW}="","",IF({_HOW}="{_ONE}",1,IF({_own(SMALL)}=1,"{FEWER}",{_VALUE})))'
_NAIVE = f'=IF(OR({_HOW}="{_RATIO}",NOT(ISNUMBER({_COUNTED}))),"",{_COUNTED}*{_own("Agencies claiming")})'
_PART = f'IF(ISNUMBER({_COUNTED}),ROUND({_COUNTED}*{_own("Share")},6),"{WITHHELD}")'
_APPORTIONED = f'=IF(OR({_own("Share")}="",{_own("State")}<>"{AGREED}"),"",{_PART})'
_FOR_AGENCY = f'=IF({_HOW}="",0,IF(MATCH(B{{row}},$B:$B,0)=ROW(),1,0))'
