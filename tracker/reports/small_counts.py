"""Small counts do not leave the office (rule 15): fewer than six people, whānau or households are not told apart."""

import re
from decimal import Decimal

from tracker.models.folding import folded
from tracker.models.records.result import Aggregation, CountBasis, Result

SMALLEST_TOLD = 6
FEWER = "fewer than 6"
# What is worked out from a withheld count would give it away.
WITHHELD = "withheld"

_PEOPLE = frozenset({CountBasis.PEOPLE, CountBasis.WHANAU, CountBasis.HOUSEHOLDS})
_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        adult adults baby babies boy boys child children client clients families family girl girls household households
        individual individuals kaumatua learner learners man men parent parents patient patients people person persons
        pupil pupils rangatahi student students tamariki teenager teenagers tenant tenants victim victims whanau woman
        women youth youths
        """,
    )
)


def counts_people(unit: str) -> bool:
    """Whether a unit in words, such as tamariki or young people, counts people, whānau or households."""
    return not _WORDS.isdisjoint(folded(unit).replace("/", " ").replace("-", " ").split())


def is_small(number: Decimal | None) -> bool:
    """Whether a count is too small to be told; of a change, its size counts."""
    return number is not None and abs(number) < SMALLEST_TOLD


def is_withheld(result: Result) -> bool:
    """Whether what a result counts stays in the office because it is a small count of people."""
    if not _of_people(result):
        return False
    if result.aggregation is Aggregation.RATIO:
        return is_small(result.numerator) or is_small(result.denominator)
    return is_small(result.value)


def told(result: Result, number: Decimal | None) -> Decimal | str | None:
    """One of a result's numbers as it leaves. A ratio goes as a whole: one part would tell the other."""
    if number is None or not _of_people(result):
        return number
    whole = result.aggregation is Aggregation.RATIO and is_withheld(result)
    return FEWER if whole or is_small(number) else number


def _of_people(result: Result) -> bool:
    return result.count_basis in _PEOPLE or counts_people(result.unit)
