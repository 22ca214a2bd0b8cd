"""How lines that would lie on each other are moved apart within their lane."""

# Lanes are 1 apart, and their bands 0.92 high.
_WIDEST = 0.66
_STEP = 0.1


def spread(number: int) -> tuple[float, ...]:
    """How far each line lies above the middle of its lane, in lanes: the same for all of it, so that it only steps.

    The first lies highest, as the first in a list does.
    """
    step = min(_STEP, _WIDEST / max(1, number - 1))
    return tuple((number - 1) / 2 * step - place * step for place in range(number))
