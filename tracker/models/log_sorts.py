"""The sort of a barrier or of a contribution, as a row of a log says it: nothing is guessed."""

import re
from typing import TypeVar

from tracker.models.choice import Choice
from tracker.models.folding import folded
from tracker.models.records.contribution import Resource

_TIME, DOLLARS = ("hours", "days"), ("dollars", "nzd", "$")
Sort = TypeVar("Sort", bound=Choice)
_PREFIX = re.compile(r"\s*([^:]{3,30}):\s*(.+)", re.DOTALL)


def sort_of(text: str, sorts: type[Sort]) -> tuple[Sort | None, str, bool]:
    """The sort and the words without it; with whether it stood in front. "budget: no money for cars" says it.

    Without that the one sort that is named among the words is taken, and none where there are several.
    """
    if (found := _PREFIX.fullmatch(text)) and (named := _called(found[1], sorts)):
        return named, found[2].strip(), True
    words = f" {re.sub(r'[^a-z ]+', ' ', folded(text))} "
    inside = [sort for sort in sorts if f" {folded(sort.label)} " in words]
    return (inside[0] if len(inside) == 1 else None), text, False


def sorts_words(sorts: type[Choice]) -> str:
    """All sorts, as the advice lists them."""
    return ", ".join(sort.label.casefold() for sort in sorts)


def by_unit(unit: str) -> Resource | None:
    """The sort of a contribution that its unit tells: hours are staff time, dollars are money."""
    if folded(unit) in _TIME:
        return Resource.STAFF_TIME
    return Resource.MONEY if folded(unit) in DOLLARS else None


def _called(word: str, sorts: type[Sort]) -> Sort | None:
    return next((sort for sort in sorts if folded(sort.label) == folded(word)), None)
