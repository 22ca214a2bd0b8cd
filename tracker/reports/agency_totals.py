"""The sheet Agency_totals: what the agency contributed to over all its lines, each result counted once (rule 5)."""

from tracker.models.figures.apportioning import Tally
from tracker.models.records.result import Aggregation
from tracker.reports.agency_facts import AgencyFacts
from tracker.reports.agency_results import FIRST_FOR_AGENCY, LED
from tracker.reports.claim_row import ClaimRow
from tracker.reports.sheet import Cell, Column, Look, Sheet
from tracker.reports.small_counts import counts_people
from tracker.reports.tally_cells import Letters, TallyCells

NAME = "Agency_totals"
LEAD, SUPPORTING = "Of which lead", "Of which supporting"
_LETTERS = Letters(unit="A", count_basis="B", results="E", contributed="C", withheld="J")


def agency_totals_sheet(facts: AgencyFacts, source: Sheet) -> Sheet:
    """One row a unit and count basis; a result on two lines is in it once."""
    of_result: dict[str, list[ClaimRow]] = {}
    for row in facts.rows:
        of_result.setdefault(row.result.id, []).append(row)
    return Sheet(
        name=NAME,
        title="Agency totals, each result counted once",
        about="Not the sum of the sheet Lines: a result on two lines counts once here, and one without a line counts "
        "too. Lead: this agency led; supporting: every other part in it. Read the overlap factor before adding "
        "agencies up.",
        columns=(
            Column("Unit", 20),
            Column("Count basis", 15),
            Column("Contributed to", 14, Look.NUMBER, computed=True),
            Column("Apportioned", 13, Look.NUMBER, computed=True),
            Column("Results", 10, Look.NUMBER, computed=True),
            Column(LEAD, 11, Look.NUMBER, computed=True),
            Column(SUPPORTING, 12, Look.NUMBER, computed=True),
            Column("Note", 52),
            Column("Overlap factor", 11, Look.FACTOR, computed=True),
            Column("Values withheld", 11, Look.NUMBER, computed=True),
            Column("Aggregation", 16),
        ),
        rows=tuple(_row(source, tally, of_result) for tally in facts.tallies),
    )


def _row(source: Sheet, tally: Tally, of_result: dict[str, list[ClaimRow]]) -> tuple[Cell, ...]:
    claims = tuple(row for each in tally.results for row in of_result[each.result.id])
    cells = TallyCells(source, tally, claims, "", f"{source.span(FIRST_FOR_AGENCY)},1", _LETTERS)
    led = sum(row.first_for_agency and row.led for row in claims)
    return (
        tally.unit,
        tally.count_basis.label if tally.count_basis else None,
        cells.contributed(),
        cells.apportioned(),
        cells.results(),
        cells.count(f"{source.span(LED)},1", led),
        cells.count(f"{source.span(LED)},0", len(tally.results) - led),
        _note(tally),
        cells.overlap(),
        cells.withheld(),
        tally.aggregation.label,
    )


def _note(tally: Tally) -> str:
    """What to know before the total is used."""
    notes = ["Each result counted once: not the sum of the lines."]
    match tally.aggregation:
        case Aggregation.LATEST:
            notes.append("The last value of the period.")
        case Aggregation.RATIO:
            notes.append("Numerators by denominators: nothing is apportioned.")
        case Aggregation.SUM if counts_people(f"{tally.unit} {tally.count_basis.label if tally.count_basis else ''}"):
            notes.append("May include the same people.")
        case Aggregation.SUM | Aggregation.NONE:
            pass
    return " ".join(notes)
