"""The rows behind the totals of a regional return: the sheets Results and Claims."""

from decimal import Decimal

from tracker.models.figures.apportioning import ResultFigures, how_counted
from tracker.models.folding import folded
from tracker.models.records import Agency
from tracker.models.records.accountability import MappingRole
from tracker.models.records.result import Aggregation
from tracker.reports.agency_results import COUNTED_AS
from tracker.reports.claim_row import UNNAMED
from tracker.reports.group_facts import GroupFacts, may_leave
from tracker.reports.group_results import COUNTED, SMALL, word
from tracker.reports.region_facts import RegionFacts
from tracker.reports.sheet import Cell, Column, Formula, Look, Sheet
from tracker.reports.small_counts import FEWER, WITHHELD, told

CORE, SUPPORTING = MappingRole.CORE.label, MappingRole.SUPPORTING.label
CLAIMING = "Agencies claiming"
_ONE, _RATIO = Aggregation.NONE.label, Aggregation.RATIO.label
_COLUMNS = (
    Column("Result id", 20),
    Column("Group id", 20),
    Column("Group", 24),
    Column("Date", 12, Look.DAY),
    Column("Title", 38),
    Column("Level", 14),
    Column("Unit", 14),
    Column("Count basis", 13),
    Column("Aggregation", 13),
    Column("Value", 12, Look.NUMBER),
    Column("Numerator", 11, Look.NUMBER),
    Column("Denominator", 13, Look.NUMBER),
    Column("Primary reporter", 11),
    Column("State", 12),
    Column("Revision", 10, Look.NUMBER),
    Column(SMALL, 9, Look.NUMBER),
    Column(COUNTED, 10, Look.NUMBER),
    Column(CLAIMING, 10, Look.NUMBER, computed=True),
    Column(COUNTED_AS, 12, Look.NUMBER, computed=True),
    Column("Naive sum", 12, Look.NUMBER, computed=True),
)
_LETTER = {column.heading: Sheet("", "", "", _COLUMNS, ()).letter(column.heading) for column in _COLUMNS}


def claims_sheet(facts: RegionFacts) -> Sheet:
    """One row an agency that had a part in a result, however many lines it claims it on."""
    found = [
        (cells, each.result)
        for group, each in facts.figures
        for cells in sorted(_claims_of(facts, group, each), key=lambda cells: folded(str(cells[3])))
    ]
    return Sheet(
        name="Claims",
        title="Who had a part in each result",
        about="One row an agency and a result, however many of its lines the agency claims it on. Core: one of its "
        "claims says that it was at the heart of the result. Lines, shares and sentences are in the groups' own "
        "returns.",
        columns=(
            Column("Result id", 38),
            Column("Group id", 38),
            Column("Group", 44),
            Column("Agency", 50),
            Column("Role", 14),
        ),
        rows=tuple(cells for cells, _ in found),
        records=tuple(result for _, result in found),
        raw=True,
    )


def results_sheet(facts: RegionFacts, claims: Sheet) -> Sheet:
    """One row a result that may be told, with its title and its numbers, by group and date."""
    return Sheet(
        name="Results",
        title="Results behind the totals",
        about="One row a result of the groups in Portfolio. A blank cell means that nothing was recorded; "
        f"“{FEWER}” that a count of people is too small to leave the office. Restricted results are not in this "
        "return.",
        columns=_COLUMNS,
        rows=tuple(_row(group, each, claims) for group, each in facts.figures),
        records=tuple(each.result for _, each in facts.figures),
        raw=True,
    )


def claimant(facts: RegionFacts, agency_id: str) -> str:
    """The full name of a claimant; of a restricted one, that there is one."""
    agency = facts.snapshot.find(Agency, agency_id)
    return agency.name if agency and may_leave(agency) else UNNAMED


def is_core(figures: ResultFigures, agency_id: str) -> bool:
    """Whether one of an agency's claims on a result says that it was at its heart."""
    return any(each.agency_id == agency_id and each.role is MappingRole.CORE for each in figures.mappings)


def _claims_of(facts: RegionFacts, group: GroupFacts, figures: ResultFigures) -> list[tuple[Cell, ...]]:
    return [
        (
            figures.result.id,
            group.group.id,
            group.group.name,
            claimant(facts, agency_id),
            CORE if is_core(figures, agency_id) else SUPPORTING,
        )
        for agency_id in figures.agency_ids
    ]


def _row(group: GroupFacts, figures: ResultFigures, claims: Sheet) -> tuple[Cell, ...]:
    result = figures.result
    value, numerator, denominator = (
        told(result, each) for each in (result.value, result.numerator, result.denominator)
    )
    return (
        result.id,
        group.group.id,
        group.group.name,
        result.on,
        result.name,
        word(result.level),
        result.unit,
        word(result.count_basis),
        how_counted(result).label,
        value,
        numerator,
        denominator,
        result.primary_reporter or group.office.code,
        word(result.state),
        result.revision,
        int(result.id in group.withheld_ids),
        int(group.is_counted_here(result)),
        *_computed(group, figures, claims),
    )


def _computed(group: GroupFacts, figures: ResultFigures, claims: Sheet) -> tuple[Formula, ...]:
    kept_back = figures.result.id in group.withheld_sums
    counted: str | Decimal = FEWER if kept_back else round(figures.value or Decimal(0), 6)
    naive: str | Decimal = WITHHELD if kept_back else figures.naive_sum or Decimal(0)
    if how_counted(figures.result) is Aggregation.RATIO:
        naive = ""
    return (
        Formula(f"=COUNTIFS({claims.span('Result id')},A{{row}})", len(figures.agency_ids)),
        Formula(_COUNTED_AS, counted),
        Formula(_NAIVE, naive),
    )


def _own(heading: str) -> str:
    """The cell of the row itself."""
    return f"{_LETTER[heading]}{{row}}"


_HOW, _COUNTED = _own("Aggregation"), _own(COUNTED_AS)
_VALUE = f'IF({_HOW}="{_RATIO}",ROUND({_own("Numerator")}/{_own("Denominator")},6),{_own("Value")})'
_COUNTED_AS = f'=IF({_HOW}="{_ONE}",1,IF({_own(SMALL)}=1,"{FEWER}",{_VALUE}))'
_NAIVE = f'=IF({_HOW}="{_RATIO}","",IF(ISNUMBER({_COUNTED}),ROUND({_COUNTED}*{_own(CLAIMING)},6),"{WITHHELD}"))'
