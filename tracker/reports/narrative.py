"""The sentence that an agency can put into its annual report: what it contributed to, and with whom."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from tracker.models.figures.apportioning import Tally
from tracker.models.records.result import Aggregation
from tracker.reports.claim_row import ClaimRow
from tracker.reports.group_results import reported_only

LONGEST = 800
_LONGEST_TITLE = 140
_MOST_TITLES = 12
_MOST_OTHERS = 300
_WHOLE = "This is the whole of the joint work, so it does not add up with what the others report."


def narrative(agency: str, line: str, rows: Sequence[ClaimRow], tally: Tally) -> str:
    """The draft for the results of a tally, given the agency's claims on them; at most 800 characters.

    Restricted results and small counts are never in it. A claim that is the agency's own word is worded so (rule 11).
    """
    with_others = _with(rows)
    verb = "reports that it contributed" if all(reported_only(row.mapping) for row in rows) else "contributed"
    begin = f"{agency} {verb}{with_others} to {_amount(tally)} under {line}: "
    end = f" {_WHOLE}" if with_others else ""
    apportioned = _apportioned(rows, tally)
    room = LONGEST - len(end) - len(apportioned) - 1
    if len(begin) > room // 2:
        begin = f"{begin[: room // 2 - 1]}… "
    return f"{begin}{_titles(tally, room - len(begin))}.{apportioned}{end}"


def number_in_words(value: Decimal) -> str:
    """A number as people read it: 1,234 or 2.4."""
    text = f"{round(value, 6):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def listed(names: Sequence[str]) -> str:
    """A, B and C."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _with(rows: Iterable[ClaimRow]) -> str:
    """The others, those with most of these results first; many are counted."""
    times = Counter(name for row in rows for name in row.others)
    names = [name for name, _ in times.most_common()]
    if not names:
        return ""
    told = names
    while len(told) > 1 and len(", ".join(told)) > _MOST_OTHERS:
        told = told[:-1]
    more = len(names) - len(told)
    others = [*told, "1 other" if more == 1 else f"{more} others"] if more else told
    return f", with {listed(others)},"


def _amount(tally: Tally) -> str:
    count = len(tally.results)
    results = "1 result" if count == 1 else f"{count:,} results"
    if tally.aggregation is Aggregation.NONE:
        return results
    if tally.counted_once is None:
        return f"{results} counted in {tally.unit}, in a number too small to be told,"
    small = f", {tally.withheld} with a number too small to be told" if tally.withheld else ""
    amount = f"{number_in_words(tally.counted_once)} {tally.unit}"
    match tally.aggregation:
        case Aggregation.LATEST:
            return f"{amount} ({'' if count == 1 else 'the latest of '}{results}{small})"
        case Aggregation.RATIO:
            return f"a rate of {number_in_words(round(tally.counted_once, 3))} {tally.unit} ({results}{small})"
        case _:
            return f"{amount} ({results}{small})"


def _apportioned(rows: Iterable[ClaimRow], tally: Tally) -> str:
    if tally.aggregation is not Aggregation.SUM:
        return ""
    parts = [row.apportioned for row in rows if row.apportioned is not None and not row.kept_back]
    if not parts:
        return ""
    return f" By the shares that the group agreed, {number_in_words(sum(parts, Decimal(0)))} of it is apportioned here."


def _titles(tally: Tally, room: int) -> str:
    """As many titles as fit, the rest counted."""
    titles = [f"“{_short(each.result.name)}”" for each in tally.results[:_MOST_TITLES]]
    for told in range(len(titles), 0, -1):
        more = len(tally.results) - told
        text = "; ".join(titles[:told]) + (f"; and {more:,} more" if more else "")
        if len(text) <= room:
            return text
    return f"{titles[0][: room - 2]}…”"


def _short(title: str) -> str:
    line = " ".join(title.split()).rstrip(".")
    return line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1]}…"
