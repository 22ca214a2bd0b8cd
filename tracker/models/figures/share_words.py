"""How shares are said: as a per cent of an amount, as points of 100, as more or less than another."""

from collections.abc import Iterable
from fractions import Fraction
from math import floor

from tracker.models.figures.timeline_words import several

MINUS = "−"


def per_cent(share: Fraction | None) -> str:
    """41%, under 1%, or "" without a share (0 to 1)."""
    if share is None:
        return ""
    return "under 1%" if 0 < share < Fraction(1, 200) else f"{whole(share)}%"


def whole(share: Fraction) -> int:
    """The nearest whole per cent; a half goes up, as people expect of it."""
    return floor(share * 100 + Fraction(1, 2))


def points(share: Fraction | None) -> str:
    """24, under 1, or "" without a share (0 to 1): points of 100."""
    return per_cent(share).removesuffix("%")


def point_difference(share: Fraction, less: Fraction) -> str:
    """+14, −3 or 0: one share less another in points of 100, each as it is shown; the sign cannot be overlooked."""
    more = whole(share) - whole(less)
    sign = "+" if more > 0 else MINUS if more < 0 else ""
    return f"{sign}{abs(more)}"


def level_with(share: Fraction, shares: Iterable[Fraction]) -> str:
    """Level with 2 others, where so many have the same share; else ""."""
    others = sum(each == share for each in shares) - 1
    return f"level with {several(others, 'other', 'others')}" if others > 0 else ""
