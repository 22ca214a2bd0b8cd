"""How far a few answers agree: median, average deviation about it, and Tastle and Wierman's consensus.

No standard deviation and no interval at these sizes: with 3 to 20 people they would say more than there is to say.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import log2, sqrt

Number = int | Fraction

# What a person says who finds it not true, and who finds it true (0 to 4).
LOW, HIGH = 1, 3
# Up to so many answers only the lowest and the highest are told.
FEW = 4
# No per cent is shown of fewer cases than these.
LEAST_CASES = 10


def median(values: Iterable[Number]) -> Fraction:
    """The middle value, or the mean of the two in the middle. Raises ValueError without any."""
    ordered = sorted(map(Fraction, values))
    if not ordered:
        raise ValueError("There is no median of nothing.")
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def average_deviation(values: Sequence[Number]) -> Fraction:
    """AD = Σ|x − Md| / n, about the median. Raises ValueError without any values."""
    middle = median(values)
    return sum((abs(each - middle) for each in values), Fraction(0)) / len(values)


def consensus(values: Sequence[Number], width: int) -> float:
    """Cns = 1 + Σ pᵢ·log₂(1 − |Xᵢ − μ| / d): 1 if all say the same, 0 with half at each end of the scale.

    `width` is d, the highest less the lowest that can be said. Raises ValueError without any values.
    """
    if not values:
        raise ValueError("There is no agreement of nobody.")
    mean = sum(map(Fraction, values), Fraction(0)) / len(values)
    return 1 + sum(log2(1 - abs(each - mean) / width) for each in values) / len(values)


def is_split(answers: Iterable[Number]) -> bool:
    """Whether somebody says 1 or less and somebody 3 or more."""
    held = list(answers)
    return any(each <= LOW for each in held) and any(each >= HIGH for each in held)


def wilson(count: int, of: int) -> tuple[float, float]:
    """The 95% interval of a share by Wilson's formula, from 0 to 1. Raises ValueError of fewer than 10 cases."""
    if of < LEAST_CASES:
        raise ValueError(f"An interval is shown from {LEAST_CASES} cases on.")
    z = 1.959964
    share, square = count / of, z * z
    centre = (share + square / (2 * of)) / (1 + square / of)
    half = z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, centre - half), min(1.0, centre + half)


def share_said(count: int, of: int) -> str:
    """3 of 8; from 10 cases on with its per cent and interval: 7 of 12 (58%, likely 32% to 81%)."""
    if of < LEAST_CASES:
        return f"{count} of {of}"
    low, high = wilson(count, of)
    return f"{count:,} of {of:,} ({count / of:.0%}, likely {low:.0%} to {high:.0%})"
