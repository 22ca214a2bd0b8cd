"""The raw sheets of a group return about results: Results, Mappings and Evidence."""

from decimal import Decimal

from tracker.models.choice import Choice
from tracker.models.figures.apportioning import how_counted
from tracker.models.records import Agency, Line, Mapping, Measure, Result
from tracker.models.records.accountability import WHOLE_SHARE, MappingState
from tracker.models.records.result import Grade
from tracker.reports.group_facts import GroupFacts, may_leave
from tracker.reports.sheet import Cell, Column, Formula, Look, Sheet
from tracker.reports.small_counts import FEWER, WITHHELD, told

SMALL = "Small count (0/1)"
COUNTED = "Counted here (0/1)"
AGREED = MappingState.GROUP_AGREED.label

_RESULT_COLUMNS = (
    Column("Result id", 20),
    Column("Date", 12, Look.DAY),
    Column("Title", 44),
    Column("Level", 14),
    Column("Better off", 11),
    Column("Unit", 14),
    Column("Baseline", 13, Look.NUMBER),
    Column("Value", 13, Look.NUMBER),
    Column("Aggregation", 13),
    Column("Count basis", 13),
    Column("Outcome id", 20),
    Column("Evidence grade", 10),
    Column("Primary reporter", 11),
    Column("Sensitivity", 13),
    Column("State", 11),
    Column("Revision", 10, Look.NUMBER),
    Column(SMALL, 12, Look.NUMBER),
    Column("Numerator", 11, Look.NUMBER),
    Column("Denominator", 13, Look.NUMBER),
    Column(COUNTED, 11, Look.NUMBER),
)
_MAPPING_COLUMNS = (
    Column("Mapping id", 20),
    Column("Result id", 20),
    Column("Line key", 24),
    Column("Agency", 20),
    Column("Vote", 14),
    Column("Line name", 26),
    Column("Line code", 9),
    Column("Measure", 24),
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
    Column("First for agency (0/1)", 10, Look.NUMBER, computed=True),
    Column("Apportioned", 12, Look.NUMBER, computed=True),
    Column("Agency code", 10),
    Column("Stands as", 18),
    Column("Code of the whole", 11),
)


def results_sheet(facts: GroupFacts) -> Sheet:
    """One row a result, each with its id; of a restricted one its title only, last, where no place tells its date."""
    restricted = tuple(each for each in facts.results if not may_leave(each))
    return Sheet(
        name="Results",
        title="Results recorded by the group",
        about="One row a result, stories among them. A blank cell means that nothing was recorded; "
        f"“{FEWER}” that a count of people is too small to leave the office. Restricted results stand last, "
        "by title only.",
        columns=_RESULT_COLUMNS,
        rows=(*(_result_row(facts, each) for each in facts.told_results), *map(_title_row, restricted)),
        records=(*facts.told_results, *restricted),
        raw=True,
    )


def mappings_sheet(facts: GroupFacts) -> Sheet:
    """One row a live claim of an agency on a result, with the line it counts towards."""
    firsts: set[tuple[str | None, str | None]] = set()
    rows = []
    for mapping in facts.mappings:
        first = (mapping.result_id, mapping.agency_id) not in firsts
        firsts.add((mapping.result_id, mapping.agency_id))
        rows.append(_mapping_row(facts, mapping, first))
    return Sheet(
        name="Mappings",
        title="Results mapped to accountability lines",
        about="One row a claim: this result counts towards that line of that agency. A claim without a line comes from "
        "a contributor that has none. Apportioned is blank unless the group has agreed a share.",
        columns=_MAPPING_COLUMNS,
        rows=tuple(rows),
        records=facts.mappings,
        raw=True,
    )


def evidence_sheet(facts: GroupFacts) -> Sheet:
    """Title and reference of the evidence, never the thing itself."""
    return Sheet(
        name="Evidence",
        title="Evidence list",
        about="What shows that a result is so, and where it is kept. Grade A is independent or administrative data, "
        "B an agency's own records, C the accounts of two or more members, D one account.",
        columns=(
            Column("Evidence id", 20),
            Column("Result id", 20),
            Column("Kind", 12),
            Column("Title", 44),
            Column("Reference", 34),
            Column("Date", 12, Look.DAY),
            Column("Grade", 8),
        ),
        rows=tuple(
            (each.id, result_id, word(each.kind), each.name, each.reference, each.on, each.grade)
            for result_id, each in facts.evidence
        ),
        records=tuple(each for _, each in facts.evidence),
        raw=True,
    )


def agency_name(facts: GroupFacts, agency_id: str | None) -> str:
    """The full name of an agency; "" if there is none."""
    agency = facts.snapshot.find(Agency, agency_id)
    return agency.name if agency else ""


def reported_only(mapping: Mapping) -> bool:
    """Whether a strong claim lacks what it needs: grade A or B, another explanation weighed, the group's word."""
    if (mapping.strength or 0) < 3:
        return False
    graded = mapping.evidence_grade in (Grade.A, Grade.B)
    return not (graded and mapping.rival_explanation and mapping.state is MappingState.GROUP_AGREED)


def word(choice: Choice | None) -> str | None:
    """The label of a choice; None if none was made."""
    return choice.label if choice else None


def _result_row(facts: GroupFacts, result: Result) -> tuple[Cell, ...]:
    small = result.id in facts.withheld_ids
    grades = [each.grade for each in facts.evidence_by_result.get(result.id, ()) if each.grade]
    numbers = (result.baseline, result.value, result.numerator, result.denominator)
    baseline, value, numerator, denominator = (told(result, number) for number in numbers)
    return (
        result.id,
        result.on,
        result.name,
        word(result.level),
        word(result.rba),
        result.unit,
        baseline,
        value,
        how_counted(result).label,
        word(result.count_basis),
        result.outcome_id if any(each.id == result.outcome_id for each in facts.outcomes) else None,
        min(grades, default=None),
        result.primary_reporter or facts.office.code,
        word(result.sensitivity),
        word(result.state),
        result.revision,
        int(small),
        numerator,
        denominator,
        int(facts.is_counted_here(result)),
    )


def _title_row(result: Result) -> tuple[Cell, ...]:
    """A restricted result: its title, its id and that it is restricted."""
    shown: dict[str, Cell] = {"Result id": result.id, "Title": result.name, "Sensitivity": result.sensitivity.label}
    return tuple(shown.get(column.heading) for column in _RESULT_COLUMNS)


def _mapping_row(facts: GroupFacts, mapping: Mapping, first: bool) -> tuple[Cell, ...]:
    line = facts.snapshot.find(Line, mapping.line_id)
    measure = facts.snapshot.find(Measure, mapping.measure_id)
    agency = facts.snapshot.find(Agency, mapping.agency_id)
    return (
        mapping.id,
        mapping.result_id,
        line.line_key if line else None,
        agency.name if agency else None,
        line.vote if line else None,
        line.shown_name if line else None,
        line.code if line else None,
        f"{measure.code}: {measure.text}" if measure else None,
        word(mapping.role),
        word(mapping.type),
        mapping.strength,
        None if mapping.share_bp is None else Decimal(mapping.share_bp) / WHOLE_SHARE,
        word(mapping.share_basis),
        mapping.narrative,
        mapping.rival_explanation,
        mapping.evidence_grade,
        word(mapping.state),
        mapping.agreed_on,
        Formula("=IF(COUNTIFS($B$5:B{row},B{row},$D$5:D{row},D{row})=1,1,0)", int(first)),
        _apportioned(facts, mapping),
        agency.code if agency else None,
        f"Reported by {agency.called}" if agency and reported_only(mapping) else "Claim",
        line.parent_code or None if line else None,
    )


def _apportioned(facts: GroupFacts, mapping: Mapping) -> Formula:
    """The agreed share of the value on Share_check; text there (withheld) stays text here."""
    value = "INDEX(Share_check!$B:$B,MATCH(B{row},Share_check!$A:$A,0))"
    text = f'=IF(OR(L{{row}}="",Q{{row}}<>"{AGREED}"),"",IFERROR(ROUND({value}*L{{row}},6),"{WITHHELD}"))'
    if mapping.state is not MappingState.GROUP_AGREED or mapping.share_bp is None:
        return Formula(text, "")
    if mapping.result_id in facts.withheld_sums:
        return Formula(text, WITHHELD)
    part = facts.figures_by_id[mapping.result_id or ""].apportioned(mapping)
    return Formula(text, "" if part is None else round(part, 6))
