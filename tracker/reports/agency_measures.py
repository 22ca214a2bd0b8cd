"""The sheet Measures: what joint work adds beside an agency's own measures, never into them."""

from collections.abc import Iterator

from tracker.models.figures.apportioning import Tally, tallies
from tracker.models.folding import folded
from tracker.models.records import Measure
from tracker.reports.agency_facts import AgencyFacts, LineRows
from tracker.reports.agency_lines import measure_of, target_in_words
from tracker.reports.agency_results import FIRST_ON_LINE
from tracker.reports.claim_row import ClaimRow
from tracker.reports.criteria import equal_to
from tracker.reports.sheet import Cell, Column, Look, Sheet
from tracker.reports.tally_cells import Letters, TallyCells

_LETTERS = Letters(unit="C", count_basis="J", results="I", contributed="E", withheld="L")


def measures_sheet(facts: AgencyFacts, source: Sheet) -> Sheet:
    """One row a measure that a claim names, and a unit of its results."""
    found = [pair for line in facts.lines for pair in _measure_rows(facts, source, line)]
    return Sheet(
        name="Measures",
        title="Measures with evidence from joint work",
        about="What joint work contributed stands beside what the agency itself reports, and is never added to it. "
        "Type the agency's own figure where there is one; a blank cell there is still to be filled in.",
        columns=(
            Column("Measure code", 10),
            Column("Measure", 35),
            Column("Unit", 12),
            Column("Target", 17),
            Column("Joint contribution", 12, Look.NUMBER, computed=True),
            Column("Own reported (fill in)", 13, Look.NUMBER, fill_in=True),
            Column("Comment", 31),
            Column("Line key", 24),
            Column("Results", 8, Look.NUMBER, computed=True),
            Column("Count basis", 12),
            Column("Aggregation", 12),
            Column("Values withheld", 9, Look.NUMBER, computed=True),
        ),
        rows=tuple(cells for cells, _ in found),
        records=tuple(measure for _, measure in found),
    )


def _measure_rows(facts: AgencyFacts, source: Sheet, line: LineRows) -> Iterator[tuple[tuple[Cell, ...], Measure]]:
    """A result counts once on its line, with the measure of its first claim there."""
    by_measure: dict[str, tuple[Measure, list[ClaimRow]]] = {}
    for row in line.rows:
        measure = measure_of(facts, row.mapping)
        if measure and row.first_on_line:
            by_measure.setdefault(measure.id, (measure, []))[1].append(row)
    for measure, rows in sorted(by_measure.values(), key=lambda pair: (pair[0].code, pair[0].id)):
        for tally in tallies((row.figures for row in rows), facts.withheld_sums):
            yield _row(source, line, measure, tally, tuple(rows)), measure


def _row(source: Sheet, line: LineRows, measure: Measure, tally: Tally, rows: tuple[ClaimRow, ...]) -> tuple[Cell, ...]:
    place = (
        f"{source.span('Line key')},{equal_to('H', line.line_key)},"
        f"{source.span('Measure code')},{equal_to('A', measure.code)}"
    )
    cells = TallyCells(source, tally, rows, place, f"{source.span(FIRST_ON_LINE)},1", _LETTERS)
    return (
        measure.code,
        measure.text,
        tally.unit,
        target_in_words(measure),
        cells.contributed(),
        None,
        _comment(measure, tally),
        line.line_key,
        cells.results(),
        tally.count_basis.label if tally.count_basis else None,
        tally.aggregation.label,
        cells.withheld(),
    )


def _comment(measure: Measure, tally: Tally) -> str:
    if measure.unit and folded(measure.unit) != folded(tally.unit):
        return f"The measure is in {measure.unit} and the joint work in {tally.unit}: read them side by side."
    return "Beside the official figure, not in it."
