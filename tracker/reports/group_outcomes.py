"""The raw sheets of a group return beside its results: Outcomes and Contributions."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from tracker.models.records import Contribution, SharedOutcome
from tracker.models.records.contribution import Resource
from tracker.models.records.record import Record
from tracker.reports.group_facts import GroupFacts, leaving
from tracker.reports.group_results import agency_name, word
from tracker.reports.sheet import Cell, Column, Formula, Look, Sheet
from tracker.reports.small_counts import FEWER, counts_people, is_small


def outcomes_sheet(facts: GroupFacts) -> Sheet:
    """One row a value of an indicator; an outcome without values has a row of its own."""
    found = [pair for outcome in facts.outcomes for pair in _outcome_rows(facts, outcome)]
    return Sheet(
        name="Outcomes",
        title="Shared outcomes and indicators",
        about="Indicators describe a whole population. They stand beside the results, and are never added up from them "
        "or shared out. The story stands in an outcome's first row; other blank cells mean that nothing was recorded.",
        columns=(
            Column("Outcome id", 20),
            Column("Statement", 40),
            Column("Indicator", 30),
            Column("Unit", 14),
            Column("Period end", 12, Look.DAY),
            Column("Kind", 14),
            Column("Value", 13, Look.NUMBER),
            Column("Story", 44),
        ),
        rows=tuple(row for row, _ in found),
        records=tuple(record for _, record in found),
        raw=True,
    )


def contributions_sheet(facts: GroupFacts) -> Sheet:
    """What each member put in within the period, in its own units."""
    chosen = leaving(facts.all_contributions)
    return Sheet(
        name="Contributions",
        title="What each member put in",
        about="What was delivered in the period. Hours, money and mandate are never turned into one another, so the "
        "total is of one agency, one kind and one unit. A blank quantity means that it was given in words only.",
        columns=(
            Column("Agency", 34),
            Column("Kind", 18),
            Column("Quantity", 12, Look.NUMBER),
            Column("Unit", 18),
            Column("Recognised on", 14, Look.DAY),
            Column("Agency's total in this kind and unit", 18, Look.NUMBER, computed=True),
        ),
        rows=tuple(_contribution_rows(facts, chosen)),
        records=chosen,
        raw=True,
    )


def _contribution_rows(facts: GroupFacts, chosen: Sequence[Contribution]) -> Iterator[tuple[Cell, ...]]:
    told = [(each, *_quantity(each)) for each in chosen]
    sums: dict[tuple[str | None, str | None, str], Decimal] = {}
    for each, quantity, unit in told:
        key = (each.agency_id, each.kind, unit)
        sums[key] = sums.get(key, Decimal(0)) + (quantity if isinstance(quantity, Decimal) else 0)
    end = 4 + max(1, len(told))
    alike = f"SUMIFS(C$5:C${end},A$5:A${end},A{{row}},B$5:B${end},B{{row}},D$5:D${end},D{{row}})"
    total = f'=IF(ISNUMBER(C{{row}}),{alike},"")'
    for each, quantity, unit in told:
        summed: Decimal | str = sums[each.agency_id, each.kind, unit] if isinstance(quantity, Decimal) else ""
        agency, kind = agency_name(facts, each.agency_id), word(each.kind)
        yield agency, kind, quantity, unit, each.delivered_on, Formula(total, summed)


def _outcome_rows(facts: GroupFacts, outcome: SharedOutcome) -> Iterator[tuple[tuple[Cell, ...], Record]]:
    """The story stands in the first row of its outcome and is not told again."""
    story: str | None = outcome.story
    for cells, record in _value_rows(facts, outcome):
        yield (outcome.id, outcome.statement, *cells, story), record
        story = None


def _value_rows(facts: GroupFacts, outcome: SharedOutcome) -> Iterator[tuple[tuple[Cell, ...], Record]]:
    indicators = facts.indicators(outcome)
    if not indicators:
        yield (None,) * 5, outcome
    for indicator in indicators:
        values = facts.values(indicator)
        if not values:
            yield (indicator.name, indicator.unit, None, None, None), indicator
        for each in values:
            value: Cell = FEWER if counts_people(indicator.unit) and is_small(each.value) else each.value
            yield (indicator.name, indicator.unit, each.period_end, word(each.kind), value), each


def _quantity(contribution: Contribution) -> tuple[Decimal | str | None, str]:
    """Quantity and unit; money without a quantity has its value in dollars."""
    if contribution.quantity is None and contribution.kind is Resource.MONEY and contribution.value_nzd is not None:
        return contribution.value_nzd, "NZD"
    if counts_people(contribution.unit) and is_small(contribution.quantity):
        return FEWER, contribution.unit
    return contribution.quantity, contribution.unit
