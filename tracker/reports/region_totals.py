"""The sheet Region_totals: the region's results, counted once, like with like, level by level (rules 7 to 9)."""

from decimal import Decimal

from tracker.models.figures.apportioning import ResultFigures, Tally
from tracker.models.records.result import Aggregation
from tracker.reports.agency_results import COUNTED_AS
from tracker.reports.criteria import equal_to
from tracker.reports.group_results import COUNTED, SMALL, word
from tracker.reports.region_facts import RegionFacts, RegionTally
from tracker.reports.sheet import FIRST_ROW, Cell, Column, Formula, Look, Sheet
from tracker.reports.small_counts import FEWER, WITHHELD, counts_people

NAME = "Region_totals"


def region_totals_sheet(facts: RegionFacts, results: Sheet) -> Sheet:
    """One row for what may be added up: a unit, a count basis and a level."""
    return Sheet(
        name=NAME,
        title="Results in the region, counted once",
        about="Each result once, whoever had a part in it. Contributed sum counts it once for each agency, so read the "
        "overlap factor beside it: 1.0 is no overlap. Levels are not added up. May repeat people: Y where the same "
        "people may be in several of the results.",
        columns=(
            Column("Unit", 24),
            Column("Count basis", 16),
            Column("Level", 20),
            Column("Counted once", 14, Look.NUMBER, computed=True),
            Column("Contributed sum", 14, Look.NUMBER, computed=True),
            Column("Overlap factor", 11, Look.FACTOR, computed=True),
            Column("May repeat people (Y/N)", 16),
            Column("Results", 10, Look.NUMBER, computed=True),
            Column("Values withheld", 11, Look.NUMBER, computed=True),
            Column("Aggregation", 16),
        ),
        rows=tuple(_row(facts, results, each) for each in facts.by_level),
    )


def may_repeat_people(tally: Tally) -> bool:
    """Whether the same people may be counted in several of the results that are added up."""
    basis = tally.count_basis.label if tally.count_basis else ""
    added_up = tally.aggregation is Aggregation.SUM and len(tally.results) > 1
    return added_up and counts_people(f"{tally.unit} {basis}")


def _row(facts: RegionFacts, results: Sheet, each: RegionTally) -> tuple[Cell, ...]:
    tally, alike = each.tally, _alike(results, each.tally)
    small = sum(figures.result.id in facts.withheld_ids for figures in tally.results)
    return (
        tally.unit,
        word(tally.count_basis),
        word(each.level),
        _counted_once(facts, results, tally, alike),
        _contributed_sum(facts, results, tally, alike),
        _overlap(tally),
        "Y" if may_repeat_people(tally) else "N",
        Formula(f"=COUNTIFS({alike})", len(tally.results)),
        Formula(f"=COUNTIFS({alike},{results.span(SMALL)},1)", small),
        tally.aggregation.label,
    )


def _counted_once(facts: RegionFacts, results: Sheet, tally: Tally, alike: str) -> Formula:
    once = tally.counted_once
    value: str | Decimal = WITHHELD if once is None else round(once, 6)
    summed = f"ROUND(SUMIFS({results.span(COUNTED_AS)},{alike}),6)"
    match tally.aggregation:
        case Aggregation.NONE:
            return Formula(f"={summed}", value)
        case Aggregation.LATEST:
            return Formula(
                f"={results.cell(COUNTED_AS, _latest_row(facts, results, tally))}", FEWER if once is None else value
            )
        case Aggregation.RATIO:
            below = f"SUMIFS({results.span('Denominator')},{alike})"
            above = f"SUMIFS({results.span('Numerator')},{alike})"
            return Formula(f'=IF({below}=0,"{WITHHELD}",ROUND({above}/{below},6))', value)
        case _:
            return Formula(f'=IF(H{{row}}=I{{row}},"{WITHHELD}",{summed})', value)


def _contributed_sum(facts: RegionFacts, results: Sheet, tally: Tally, alike: str) -> Cell:
    """Ratios are not added up, so they have none."""
    if tally.aggregation is Aggregation.RATIO:
        return None
    value: str | Decimal = WITHHELD if tally.counted_once is None else round(tally.contributed_sum, 6)
    summed = f"ROUND(SUMIFS({results.span('Naive sum')},{alike}),6)"
    match tally.aggregation:
        case Aggregation.NONE:
            return Formula(f"={summed}", value)
        case Aggregation.LATEST:
            return Formula(f"={results.cell('Naive sum', _latest_row(facts, results, tally))}", value)
        case _:
            return Formula(f'=IF(H{{row}}=I{{row}},"{WITHHELD}",{summed})', value)


def _overlap(tally: Tally) -> Cell:
    if tally.aggregation is Aggregation.RATIO:
        return None
    return Formula(
        '=IF(AND(ISNUMBER(D{row}),ISNUMBER(E{row})),IF(D{row}=0,"",E{row}/D{row}),"")',
        "" if tally.overlap is None else tally.overlap,
    )


def _alike(results: Sheet, tally: Tally) -> str:
    """Like with like (rule 9); what counts as one result does so whatever its unit."""
    alike = (
        f'{results.span("Aggregation")},"{tally.aggregation.label}",{results.span(COUNTED)},1,'
        f"{results.span('Level')},{equal_to('C', '')}"
    )
    if tally.aggregation is Aggregation.NONE:
        return alike
    unit, basis = equal_to("A", tally.unit), equal_to("B", "")
    return f"{alike},{results.span('Unit')},{unit},{results.span('Count basis')},{basis}"


def _told_last(facts: RegionFacts, tally: Tally) -> ResultFigures:
    """The result whose value counts as the latest."""
    told = [each for each in tally.results if each.result.id not in facts.withheld_sums]
    return (told or tally.results)[-1]


def _latest_row(facts: RegionFacts, results: Sheet, tally: Tally) -> int:
    return results.row_of(_told_last(facts, tally).result) or FIRST_ROW
