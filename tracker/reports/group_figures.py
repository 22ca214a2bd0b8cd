"""The worked-out sheets of a group return: Share_check and Summary, as formulas over the raw sheets."""

from decimal import Decimal

from tracker.models.figures.apportioning import ResultFigures, Tally, how_counted
from tracker.models.records import Result
from tracker.models.records.result import Aggregation
from tracker.reports.front_sheets import EXPLANATION
from tracker.reports.group_facts import GroupFacts
from tracker.reports.group_results import AGREED, COUNTED, SMALL
from tracker.reports.sheet import FIRST_ROW, Cell, Column, Formula, Look, Sheet
from tracker.reports.small_counts import FEWER, WITHHELD

OVER = "ERROR: over 100%"
NO_SHARES = "No shares agreed"

_ONE = Aggregation.NONE.label


def share_check_sheet(facts: GroupFacts, results: Sheet, mappings: Sheet) -> Sheet:
    """Per result: who claims it, what adding up their reports would give, and what is shared out."""
    return Sheet(
        name="Share_check",
        title="Shares add to 100% or less",
        about="Naive sum is what adding up the agencies' own reports would give; counted once is the value. "
        "Unallocated is community, iwi, other causes, not allocated: more than 0 is normal, and blank that no shares "
        "are agreed.",
        columns=(
            Column("Result id", 20),
            Column("Value", 12, Look.NUMBER, computed=True),
            Column("Agencies claiming", 11, Look.NUMBER, computed=True),
            Column("Naive sum", 12, Look.NUMBER, computed=True),
            Column("Counted once", 14, Look.NUMBER, computed=True),
            Column("Share total", 12, Look.SHARE, computed=True),
            Column("Unallocated", 13, Look.NUMBER, computed=True),
            Column("Overlap factor", 11, Look.FACTOR, computed=True),
            Column("Check", 22, computed=True),
            Column("Unit", 16),
            Column("Title", 48),
        ),
        rows=tuple(_share_row(facts, results, mappings, each) for each in facts.figures),
        records=facts.told_results,
    )


def summary_sheet(facts: GroupFacts, results: Sheet, share_check: Sheet, checks: Sheet) -> Sheet:
    """Per unit: results, counted once, what adding up reports would give, and how much they overlap."""
    return Sheet(
        name="Summary",
        title="Results at a glance",
        about="One row for what may be added up. Contributed sum counts a result once for each agency that had a part, "
        "so read the overlap factor beside it: 1.0 is no overlap. People may be the same people in other groups.",
        columns=(
            Column("Unit", 22),
            Column("Results", 10, Look.NUMBER, computed=True),
            Column("Counted once", 14, Look.NUMBER, computed=True),
            Column("Contributed sum", 14, Look.NUMBER, computed=True),
            Column("Overlap factor", 11, Look.FACTOR, computed=True),
            Column("Agencies", 11, Look.NUMBER, computed=True),
            Column("Open checks", 10, Look.NUMBER, computed=True),
            Column("Values withheld", 11, Look.NUMBER, computed=True),
            Column("Count basis", 16),
            Column("Aggregation", 16),
        ),
        rows=tuple(_summary_row(facts, results, share_check, checks, tally) for tally in facts.tallies),
    )


def _share_row(facts: GroupFacts, results: Sheet, mappings: Sheet, figures: ResultFigures) -> tuple[Cell, ...]:
    result = figures.result
    small = result.id in facts.withheld_sums
    agencies = len(figures.agency_ids)
    share = Decimal(figures.agreed_bp) / 10_000
    total = f"SUMIFS({mappings.span('Share')},{mappings.span('Result id')},A{{row}}"
    agreed = f'{total},{mappings.span("State")},"{AGREED}")'
    claims = f"SUMIFS({mappings.span('First for agency (0/1)')},{mappings.span('Result id')},A{{row}})"
    return (
        result.id,
        Formula(_value_formula(results, result), _told(facts, result, figures.value)),
        Formula(f"={claims}", agencies),
        _naive_sum(small, figures),
        Formula(f'=IF(ISNUMBER(B{{row}}),B{{row}},"{FEWER}")', _told(facts, result, figures.value)),
        Formula(f"={agreed}", share),
        Formula(
            f'=IF(F{{row}}=0,"",IF(ISNUMBER(B{{row}}),ROUND(B{{row}}*(1-F{{row}}),6),"{WITHHELD}"))',
            "" if not figures.agreed_bp else _shown(small, figures.unallocated),
        ),
        Formula(
            '=IF(ISNUMBER(D{row}),IF(D{row}=0,"",D{row}/E{row}),"")',
            "" if small or figures.overlap is None else figures.overlap,
        ),
        Formula(
            f'=IF(ROUND({total}),4)>1,"{OVER}",IF(F{{row}}=0,"{NO_SHARES}","OK"))',
            OVER if figures.over_the_cap else "OK" if figures.agreed_bp else NO_SHARES,
        ),
        "results" if how_counted(result) is Aggregation.NONE else result.unit,
        result.name,
    )


def _naive_sum(small: bool, figures: ResultFigures) -> Cell:
    """Ratios are not added up, so they have none."""
    if how_counted(figures.result) is Aggregation.RATIO:
        return None
    return Formula(f'=IF(ISNUMBER(B{{row}}),B{{row}}*C{{row}},"{WITHHELD}")', _shown(small, figures.naive_sum))


def _value_formula(results: Sheet, result: Result) -> str:
    """The value, or the words in its place; what counts as one result is 1, and a ratio is worked out."""

    def found(heading: str) -> str:
        return f"INDEX({results.span(heading)},MATCH(A{{row}},{results.span('Result id')},0))"

    match how_counted(result):
        case Aggregation.NONE:
            return f"=COUNTIFS({results.span('Result id')},A{{row}})"
        case Aggregation.RATIO:
            return f'=IFERROR({found("Numerator")}/{found("Denominator")},"{FEWER}")'
        case _:
            return f"={found('Value')}"


def _told(facts: GroupFacts, result: Result, value: Decimal | None) -> str | Decimal:
    return FEWER if result.id in facts.withheld_sums else value or Decimal(0)


def _shown(small: bool, value: Decimal | None) -> str | Decimal:
    return WITHHELD if small else "" if value is None else round(value, 6)


def _summary_row(
    facts: GroupFacts, results: Sheet, share_check: Sheet, checks: Sheet, tally: Tally
) -> tuple[Cell, ...]:
    alike = _criteria(results, tally)
    small = sum(each.result.id in facts.withheld_ids for each in tally.results)
    return (
        tally.unit,
        Formula(f"=COUNTIFS({alike})", len(tally.results)),
        _counted_once(results, tally, alike),
        _contributed_sum(results, share_check, tally),
        Formula(
            '=IF(AND(ISNUMBER(C{row}),ISNUMBER(D{row})),IF(C{row}=0,"",D{row}/C{row}),"")',
            "" if tally.overlap is None else tally.overlap,
        ),
        len({agency_id for each in tally.results for agency_id in each.agency_ids}),
        _open_checks(results, checks, tally),
        Formula(f"=COUNTIFS({alike},{results.span(SMALL)},1)", small),
        tally.count_basis.label if tally.count_basis else None,
        tally.aggregation.label,
    )


def _counted_once(results: Sheet, tally: Tally, alike: str) -> Formula:
    value = WITHHELD if tally.counted_once is None else round(tally.counted_once, 6)
    match tally.aggregation:
        case Aggregation.NONE:
            return Formula(f"=COUNTIFS({alike})", value)
        case Aggregation.LATEST:
            return Formula(
                f"={results.cell('Value', _latest_row(results, tally))}", FEWER if value == WITHHELD else value
            )
        case Aggregation.RATIO:
            below = f"SUMIFS({results.span('Denominator')},{alike})"
            worked = f'IF({below}=0,"{WITHHELD}",ROUND(SUMIFS({results.span("Numerator")},{alike})/{below},6))'
            return Formula(f"={worked}", value)
        case _:
            return Formula(f'=IF(B{{row}}=H{{row}},"{WITHHELD}",SUMIFS({results.span("Value")},{alike}))', value)


def _contributed_sum(results: Sheet, share_check: Sheet, tally: Tally) -> Cell:
    if tally.aggregation is Aggregation.RATIO:
        return None
    if tally.aggregation is Aggregation.LATEST:
        told = _told_last(tally)
        row = share_check.row_of(told.result)
        value = WITHHELD if tally.counted_once is None else tally.contributed_sum
        return Formula(f"={share_check.cell('Naive sum', row or FIRST_ROW)}", value)
    naive = f"SUMIFS({share_check.span('Naive sum')},{share_check.span('Result id')},{results.span('Result id')})"
    summed = f"SUMPRODUCT({naive}*{_conditions(results, tally)})"
    if tally.aggregation is Aggregation.NONE:
        return Formula(f"={summed}", tally.contributed_sum)
    value = WITHHELD if tally.counted_once is None else tally.contributed_sum
    return Formula(f'=IF(B{{row}}=H{{row}},"{WITHHELD}",{summed})', value)


def _open_checks(results: Sheet, checks: Sheet, tally: Tally) -> Formula:
    """Errors, and queries that nobody has explained yet, about the results of this row."""
    about = f"{checks.span('Result id')},{results.span('Result id')},{checks.span('Severity')}"
    errors = f'COUNTIFS({about},"error")'
    queries = f'COUNTIFS({about},"query",{checks.span(EXPLANATION)},"=")'
    ids = {each.result.id for each in tally.results}
    place = [column.heading for column in checks.columns].index(EXPLANATION)
    rows = [row for row in checks.rows if row[-1] in ids]
    return Formula(
        f"=SUMPRODUCT(({errors}+{queries})*{_conditions(results, tally)})",
        sum(row[2] == "error" or (row[2] == "query" and not row[place]) for row in rows),
    )


def _criteria(results: Sheet, tally: Tally) -> str:
    """As SUMIFS and COUNTIFS want it. A unit may begin with a sign, so it is told to be equal; ~, * and ? stand for
    themselves.
    """
    criteria = f'{results.span("Aggregation")},"{tally.aggregation.label}",{results.span(COUNTED)},1'
    if tally.aggregation is Aggregation.NONE:
        return criteria
    unit = "A{row}"
    for sign in (each for each in "~*?" if each in tally.unit):
        unit = f'SUBSTITUTE({unit},"{sign}","~{sign}")'
    return f'{criteria},{results.span("Unit")},"="&{unit},{results.span("Count basis")},"="&I{{row}}'


def _conditions(results: Sheet, tally: Tally) -> str:
    """The same as a product of conditions."""
    conditions = f'({results.span("Aggregation")}="{tally.aggregation.label}")*({results.span(COUNTED)}=1)'
    if tally.aggregation is Aggregation.NONE:
        return conditions
    return f"{conditions}*({results.span('Unit')}=A{{row}})*({results.span('Count basis')}=I{{row}})"


def _told_last(tally: Tally) -> ResultFigures:
    """The result whose value counts as the latest."""
    told = [each for each in tally.results if tally.counted_once is None or each.value == tally.counted_once]
    return told[-1]


def _latest_row(results: Sheet, tally: Tally) -> int:
    return results.row_of(_told_last(tally).result) or FIRST_ROW
