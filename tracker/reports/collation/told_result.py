"""A result and its claims made again from the rows of a return, so that the rules can be applied to them."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from typing import TypeVar

from tracker.models.choice import Choice
from tracker.models.folding import folded
from tracker.models.mistake import Mistake
from tracker.models.records import Mapping, Result
from tracker.models.records.accountability import WHOLE_SHARE, MappingRole, MappingState, MappingType, ShareBasis
from tracker.models.records.outcome import ValueKind
from tracker.models.records.record import Sensitivity
from tracker.models.records.result import Aggregation, CountBasis, Grade, Rba, ResultLevel, ResultState
from tracker.reports.collation.read_return import Row, Value
from tracker.reports.group_results import SMALL
from tracker.reports.small_counts import FEWER, counts_people, is_small

Word = TypeVar("Word", bound=Choice)
_PEOPLE = (CountBasis.PEOPLE, CountBasis.WHANAU, CountBasis.HOUSEHOLDS)


def told_result(row: Row) -> Result:
    """The result of a row of Results. A withheld number is missing. Raises Mistake for what no return says."""
    numbers = {heading: _number(row.get(heading), heading) for heading in ("Value", "Numerator", "Denominator")}
    how = _word(Aggregation, row, "Aggregation")
    if is_withheld_row(row):
        # It is counted as a result in its own way; what stands for its numbers enters no figure.
        if how in (Aggregation.SUM, Aggregation.LATEST):
            numbers["Value"] = numbers["Value"] or Decimal(0)
        if how is Aggregation.RATIO:
            numbers |= {"Numerator": Decimal(0), "Denominator": Decimal(1)}
    result = Result(
        id=text(row, "Result id"),
        name=text(row, "Title"),
        on=_day(row, "Date"),
        level=_word(ResultLevel, row, "Level"),
        rba=_word(Rba, row, "Better off"),
        unit=text(row, "Unit"),
        value=numbers["Value"],
        aggregation=how,
        count_basis=_word(CountBasis, row, "Count basis"),
        numerator=numbers["Numerator"],
        denominator=numbers["Denominator"],
        outcome_id=text(row, "Outcome id") or None,
        primary_reporter=text(row, "Primary reporter"),
        sensitivity=_word(Sensitivity, row, "Sensitivity") or Sensitivity.IN_CONFIDENCE,
        state=_word(ResultState, row, "State"),
        revision=told_revision(row),
    )
    if not result.id:
        raise Mistake("A result has no id.")
    _refuse_small_count(row, result)
    return result


def told_mapping(row: Row) -> Mapping:
    """The claim of a row of Mappings; its agency stands as `agency_key`. Raises Mistake for what no return says."""
    share = _number(row.get("Share"), "Share")
    bp = None if share is None else share * WHOLE_SHARE
    if bp is not None and (bp != round(bp) or not 0 <= bp <= WHOLE_SHARE):
        raise Mistake(f"A share of {share:.4%} is none from 0% to 100%, to a hundredth of a percent.")
    mapping = Mapping(
        id=text(row, "Mapping id"),
        result_id=text(row, "Result id"),
        agency_id=agency_key(row),
        line_id=text(row, "Line key") or None,
        role=_word(MappingRole, row, "Role"),
        type=_word(MappingType, row, "Type"),
        strength=_whole(row, "Strength (0-4)"),
        share_bp=None if bp is None else int(bp),
        share_basis=_word(ShareBasis, row, "Share basis"),
        evidence_grade=_word(Grade, row, "Evidence grade"),
        state=_word(MappingState, row, "State"),
        agreed_on=_day(row, "Agreed on"),
        revision=1,
    )
    if not mapping.id or not mapping.result_id or not mapping.agency_id:
        raise Mistake("A claim does not say whose it is, or on which result.")
    if mapping.strength is not None and not 0 <= mapping.strength <= 4:
        raise Mistake(f"A strength of {mapping.strength} is none from 0 to 4.")
    if not mapping.live:
        raise Mistake("A disputed or withdrawn claim is among the claims.")
    return mapping


def told_revision(row: Row) -> int:
    """The revision of a result, from 1 on. Raises Mistake for what is none."""
    revision = _whole(row, "Revision")
    if revision is not None and revision < 1:
        raise Mistake(f"A revision of {revision} is none: they begin with 1.")
    return revision or 1


def refuse_odd_value(row: Row) -> None:
    """Raises Mistake for a value of an indicator (a row of Outcomes) that no return tells."""
    _number(row.get("Value"), "Value")
    _day(row, "Period end")
    _word(ValueKind, row, "Kind")


def refuse_odd_claim(row: Row) -> None:
    """Raises Mistake for what no agency return tells of a result (a row of Results_by_line)."""
    _number(row.get("Value"), "Value")
    told_revision(row)


def agency_key(row: Row) -> str:
    """An agency over all offices: by its name, as people read it."""
    return _folded(text(row, "Agency"))


def is_restricted_row(row: Row) -> bool:
    """Whether a row of Results is the title of a restricted result."""
    return text(row, "Sensitivity") == Sensitivity.RESTRICTED.label


def is_withheld_row(row: Row) -> bool:
    """Whether the number of a result is a small count that stayed in the office."""
    return row.get(SMALL) == 1


def text(row: Row, heading: str) -> str:
    """A cell as text."""
    value = row.get(heading)
    return "" if value is None else str(value)


def summed(values: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of those that are there; None if none is."""
    there = [each for each in values if each is not None]
    return sum(there, Decimal(0)) if there else None


def _refuse_small_count(row: Row, result: Result) -> None:
    if result.count_basis not in _PEOPLE and not counts_people(result.unit):
        return
    for heading in ("Baseline", "Value", "Numerator", "Denominator"):
        if is_small(_number(row.get(heading), heading)):
            raise Mistake(f"“{result.name[:60]}” tells a count of people under 6, which stays in the office (rule 15).")


def _number(value: Value, heading: str) -> Decimal | None:
    if value is None or value == FEWER:
        return None
    try:
        number = Decimal(repr(value) if isinstance(value, float) else str(value))
    except InvalidOperation as error:
        raise Mistake(f"“{str(value)[:40]}” under {heading} is no number.") from error
    if not number.is_finite():
        raise Mistake(f"“{str(value)[:40]}” under {heading} is no number.")
    return number


def _whole(row: Row, heading: str) -> int | None:
    value = _number(row.get(heading), heading)
    if value is None:
        return None
    if value != int(value):
        raise Mistake(f"{value} under {heading} is no whole number.")
    return int(value)


def _day(row: Row, heading: str) -> date | None:
    told = text(row, heading)
    try:
        return date.fromisoformat(told) if told else None
    except ValueError as error:
        raise Mistake(f"“{told[:40]}” under {heading} is no date.") from error


def _word(kind: type[Word], row: Row, heading: str) -> Word | None:
    told = text(row, heading)
    if not told:
        return None
    found: Word | None = _words(kind).get(told)
    if found is None:
        raise Mistake(f"“{told[:40]}” under {heading} is none of its words.")
    return found


_folded = lru_cache(maxsize=4096)(folded)


@cache
def _words(kind: type[Word]) -> dict[str, Word]:
    return {each.value: each for each in kind} | {each.label: each for each in kind}
