"""The sheet Lines of an agency return: what the agency contributed to, line by line."""

from collections.abc import Iterator

from tracker.models.figures.apportioning import Tally
from tracker.models.records import Mapping, Measure
from tracker.models.records.accountability import Operator
from tracker.reports.agency_facts import AgencyFacts, LineRows
from tracker.reports.agency_results import FIRST_OF_GROUP, FIRST_ON_LINE
from tracker.reports.claim_row import ClaimRow
from tracker.reports.criteria import equal_to
from tracker.reports.group_facts import may_leave
from tracker.reports.narrative import narrative, number_in_words
from tracker.reports.sheet import Cell, Column, Look, Sheet
from tracker.reports.tally_cells import Letters, TallyCells

_LETTERS = Letters(unit="L", count_basis="Q", results="J", contributed="K", withheld="S")


def lines_sheet(facts: AgencyFacts, source: Sheet) -> Sheet:
    """One row a line and unit; distinct results, added up from Results_by_line."""
    return Sheet(
        name="Lines",
        title="Results by accountability line",
        about="One row a line and a unit. A line's amount is context, stands once, and is never shared out. "
        "Apportioned is blank where no share is agreed. The draft can go into the annual report as it is. Lines do not "
        "add up: the totals are on Agency_totals.",
        columns=(
            Column("Vote", 16),
            Column("Appropriation", 26),
            Column("Category", 24),
            Column("Line key", 24),
            Column("Type", 15),
            Column("Year end", 7, Look.TEXT),
            Column("Amount ($000)", 12, Look.NUMBER),
            Column("Measure", 28),
            Column("Target", 16),
            Column("Results", 9, Look.NUMBER, computed=True),
            Column("Contributed to", 12, Look.NUMBER, computed=True),
            Column("Unit", 14),
            Column("Apportioned", 12, Look.NUMBER, computed=True),
            Column("Overlap factor", 8, Look.FACTOR, computed=True),
            Column("Groups", 8, Look.NUMBER, computed=True),
            Column("Narrative draft", 62),
            Column("Count basis", 13),
            Column("Aggregation", 13),
            Column("Values withheld", 9, Look.NUMBER, computed=True),
        ),
        rows=tuple(cells for line in facts.lines for cells in _line_rows(facts, source, line)),
        records=tuple(line.line for line in facts.lines for _ in line.tallies),
    )


def target_in_words(measure: Measure) -> str:
    """A target as people read it, such as at least 80 percent; "" if there is none."""
    if measure.target_op is Operator.IN_WORDS or measure.target_op is None:
        return measure.target_words
    low, high = (None if each is None else number_in_words(each) for each in (measure.target_low, measure.target_high))
    if measure.target_op is Operator.BETWEEN:
        return f"between {low} and {high} {measure.unit}".rstrip() if low and high else measure.target_words
    limit = high if measure.target_op is Operator.AT_MOST and high else low or high
    return f"{measure.target_op.label} {limit} {measure.unit}".rstrip() if limit else measure.target_words


def _line_rows(facts: AgencyFacts, source: Sheet, line: LineRows) -> Iterator[tuple[Cell, ...]]:
    of_result: dict[str, list[ClaimRow]] = {}
    for row in line.rows:
        of_result.setdefault(row.result.id, []).append(row)
    for place, tally in enumerate(line.tallies):
        claims = tuple(row for each in tally.results for row in of_result[each.result.id])
        yield _row(facts, source, line, tally, claims, first=place == 0)


def _row(
    facts: AgencyFacts, source: Sheet, line: LineRows, tally: Tally, claims: tuple[ClaimRow, ...], *, first: bool
) -> tuple[Cell, ...]:
    about, measures = line.line, _measures(facts, claims)
    place = f"{source.span('Line key')},{equal_to('D', line.line_key)}"
    cells = TallyCells(source, tally, claims, place, f"{source.span(FIRST_ON_LINE)},1", _LETTERS)
    groups = len({row.group.id for row in claims})
    return (
        about.vote,
        about.name,
        about.category_name,
        line.line_key,
        about.appropriation_type,
        about.year_end,
        about.amount_000 if first else None,
        "; ".join(f"{each.code}: {each.text}" for each in measures),
        "; ".join(filter(None, map(target_in_words, measures))),
        cells.results(),
        cells.contributed(),
        tally.unit,
        cells.apportioned(),
        cells.overlap(),
        cells.count(f"{source.span(FIRST_OF_GROUP)},1", groups),
        narrative(facts.agency.name, about.shown_name, claims, tally),
        tally.count_basis.label if tally.count_basis else None,
        tally.aggregation.label,
        cells.withheld(),
    )


def _measures(facts: AgencyFacts, claims: tuple[ClaimRow, ...]) -> tuple[Measure, ...]:
    """The measures that these claims name, each once, by code."""
    found = {each.id: each for each in (measure_of(facts, row.mapping) for row in claims) if each}
    return tuple(sorted(found.values(), key=lambda each: (each.code, each.id)))


def measure_of(facts: AgencyFacts, mapping: Mapping) -> Measure | None:
    """The measure that a claim names, if it may leave."""
    measure = facts.snapshot.find(Measure, mapping.measure_id)
    return measure if measure and may_leave(measure) else None
