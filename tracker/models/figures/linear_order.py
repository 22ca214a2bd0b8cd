"""Points put in a row so that those that pull at each other stand close: few long lines between them.

The sum of pull times distance (the minimum linear arrangement) is made smaller by moving one point at a time, until
nothing gains any more. That is a good order and not always the best one; it is the same for the same points.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate

_PASSES = 8

Pulls = Mapping[tuple[str, str], int]


def drawn_together(points: Sequence[str], pulls: Pulls) -> tuple[str, ...]:
    """The points in a new order; `pulls` has one number for a pair, in either order. Those that tie stay put."""
    order = list(range(len(points)))
    matrix = [[pulls.get((one, other), 0) + pulls.get((other, one), 0) for other in points] for one in points]
    for _ in range(_PASSES):
        before = list(order)
        for point in range(len(points)):
            _move(point, order, matrix)
        if order == before:
            break
    return tuple(points[point] for point in order)


def _move(point: int, order: list[int], matrix: Sequence[Sequence[int]]) -> None:
    """Puts one point where it costs least; where it is, if that costs no more."""
    now = order.index(point)
    rest = order[:now] + order[now + 1 :]
    costs = _costs(point, rest, matrix)
    best = min(range(len(costs)), key=lambda place: (costs[place], place != now, place))
    order[:] = [*rest[:best], point, *rest[best:]]


def _costs(point: int, rest: Sequence[int], matrix: Sequence[Sequence[int]]) -> list[int]:
    """What each place of a point among the rest costs more than the first: its own lines, and those it stretches."""
    own = [matrix[point][other] for other in rest]
    total, passed = sum(own), list(accumulate(own, initial=0))
    steps = []
    for place, other in enumerate(rest):
        lines = [matrix[other][each] for each in rest]
        # Going past one point: nearer to those beyond, further from those behind, and its lines change sides.
        behind = sum(lines[:place])
        stretched = sum(lines[place + 1 :]) - behind
        steps.append(passed[place] - (total - passed[place + 1]) + stretched)
    return list(accumulate(steps, initial=0))
