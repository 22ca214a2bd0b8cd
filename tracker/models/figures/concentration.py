"""How far one kind of resource lies with a few agencies: shares, effective partners, Gini (§4.1, §4.2).

Amounts are of one kind and one period, the agencies without any counted as 0. "Concentrated", never "unfair": it may
suit the work.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import lcm

from tracker.models.value import Value, value

# Under so many agencies only the shares say anything.
FEWEST = 3


@value
class Concentration(Value):
    """Shares by agency id, from 0 to 1, largest first; the other figures are None under three agencies.

    `hhi` is the Herfindahl-Hirschman index, the sum of the squared shares; `hhi_normalised` runs from 0 (all the same)
    to 1 (all with one); `effective_partners` is 1 / hhi; `gini_corrected` is n / (n - 1) times `gini`.
    """

    shares: Mapping[str, Fraction]
    n: int
    total: Decimal
    hhi: float | None
    hhi_normalised: float | None
    effective_partners: float | None
    gini: float | None
    gini_corrected: float | None

    @property
    def largest(self) -> tuple[str, Fraction] | None:
        """Whose share is largest, and it; the first of those that tie."""
        return next(iter(self.shares.items()), None)

    @property
    def lead(self) -> Fraction:
        """How far the largest share lies above the next; 0 to 1."""
        first, second, *_ = (*self.shares.values(), Fraction(0), Fraction(0))
        return first - second


def concentration(amounts: Mapping[str, Decimal]) -> Concentration | None:
    """The figures of amounts by agency id, each 0 or more; None where there is nothing to share."""
    total = sum(amounts.values(), Decimal(0))
    if total <= 0:
        return None
    n = len(amounts)
    parts = dict(sorted(_whole_parts(amounts).items(), key=_largest_first))
    whole = sum(parts.values())
    enough = n >= FEWEST
    hhi = Fraction(sum(part * part for part in parts.values()), whole * whole)
    gini = _gini(list(parts.values()))
    return Concentration(
        shares={key: Fraction(part, whole) for key, part in parts.items()},
        n=n,
        total=total,
        hhi=float(hhi) if enough else None,
        hhi_normalised=float((hhi - Fraction(1, n)) / (1 - Fraction(1, n))) if enough else None,
        effective_partners=float(1 / hhi) if enough else None,
        gini=float(gini) if enough else None,
        gini_corrected=float(gini * n / (n - 1)) if enough else None,
    )


def _whole_parts(amounts: Mapping[str, Decimal]) -> dict[str, int]:
    """The amounts as whole numbers in one small unit: as exact as fractions, and many times as fast."""
    ratios = {key: amount.as_integer_ratio() for key, amount in amounts.items()}
    unit = lcm(*(below for _, below in ratios.values()))
    return {key: above * (unit // below) for key, (above, below) in ratios.items()}


def _largest_first(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0]


def _gini(parts: list[int]) -> Fraction:
    """Σ(2i − n − 1)x₍ᵢ₎ / (nΣx) over the amounts in ascending order."""
    n = len(parts)
    weighted = sum((2 * place - n - 1) * part for place, part in enumerate(sorted(parts), start=1))
    return Fraction(weighted, n * sum(parts))
