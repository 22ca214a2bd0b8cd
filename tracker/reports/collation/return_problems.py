"""What is wrong within one return: the rules that it must keep by itself, looked at again by head office."""

from collections.abc import Iterator

from tracker.models.figures.apportioning import percent
from tracker.models.mistake import Mistake
from tracker.models.records import Mapping, Result
from tracker.reports.collation.read_return import ReadReturn
from tracker.reports.collation.told_result import (
    is_restricted_row,
    refuse_odd_claim,
    refuse_odd_value,
    text,
    told_mapping,
    told_result,
)
from tracker.reports.group_results import COUNTED

_WHOLE = 10_000
# What tells the whole of a category, where a return tells it.
WHOLE_CODE = "Code of the whole"


def return_problems(read: ReadReturn) -> tuple[str, ...]:
    """Errors of a return, as sentences; a withdrawn return is not looked at."""
    if read.withdrawn:
        return ()
    try:
        for row in read.sheet("Outcomes"):
            refuse_odd_value(row)
        for row in read.sheet("Results_by_line"):
            refuse_odd_claim(row)
        results = [told_result(row) for row in read.sheet("Results") if not is_restricted_row(row)]
        mappings = [told_mapping(row) for row in read.sheet("Mappings")]
    except Mistake as mistake:
        return (f"It cannot be counted. {mistake.sentence}",)
    return (*_offices(read), *_ids(results, mappings), *_shares(mappings), *_lines(read))


def _offices(read: ReadReturn) -> Iterator[str]:
    """Rows that are counted here are reported first by this office."""
    own = {read.office_id.casefold(), read.office.casefold()}
    for row in read.sheet("Results"):
        first = text(row, "Primary reporter")
        if row.get(COUNTED) == 1 and first and first.casefold() not in own:
            title = text(row, "Title")[:60]
            yield f"“{title}” is reported first by {first}, and this return counts it for {read.office_id}."


def _ids(results: list[Result], mappings: list[Mapping]) -> Iterator[str]:
    known = {each.id for each in results}
    if len(known) != len(results):
        yield "Two of its results have the same id."
    strange = sum(each.result_id not in known for each in mappings)
    if strange:
        yield f"{strange} of its claims are on results that are not in it."
    seen: set[tuple[str | None, str]] = set()
    for each in mappings:
        line = (each.result_id, each.line_id or f"without a line: {each.agency_id}")
        if line in seen:
            yield f"The same result counts twice towards {each.line_id or 'the same agency without a line'} (rule 1)."
        seen.add(line)


def _shares(mappings: list[Mapping]) -> Iterator[str]:
    sums: dict[str | None, int] = {}
    for each in mappings:
        sums[each.result_id] = sums.get(each.result_id, 0) + (each.share_bp or 0)
    for total in sums.values():
        if total > _WHOLE:
            yield f"The shares of a result add up to {percent(total)} (rule 3)."


def _lines(read: ReadReturn) -> Iterator[str]:
    """Not both a multi-category appropriation and one of its categories, where the return tells the whole."""
    claimed: dict[str, set[tuple[str, str]]] = {}
    for row in read.sheet("Mappings"):
        claimed.setdefault(text(row, "Result id"), set()).add((text(row, "Vote"), text(row, "Line code")))
    for row in read.sheet("Mappings"):
        whole, code = text(row, WHOLE_CODE), text(row, "Line code")
        if whole and whole != code and (text(row, "Vote"), whole) in claimed[text(row, "Result id")]:
            yield f"A result counts towards {whole} and towards {code}, which is a part of it (rule 1)."
