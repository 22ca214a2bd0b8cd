"""Points put in a row so that those that pull at each other stand close: few long lines between them.

The sum of pull times distance (the minimum linear arrangement) is made smaller by moving one point at a time, until
nothing gains any more. That is a good order and not always the best one; it is the same for the same points.
"""

from collections.abc import Mapping, Sequence

_PASSES = 8

Pulls = Mapping[tuple[str, str], int]


def drawn_together(points: Sequence[str], pulls: Pulls) -> tuple[str, ...]:
    """The points in a new order; `pulls` has one number for a pair, in either order. Those that tie stay put."""
    row = _Row([[pulls.get((one, other), 0) + pulls.get((other, one), 0) for other in points] for one in points])
    for _ in range(_PASSES):
        before = list(row.order)
        for point in range(len(points)):
            row.move(point)
        if row.order == before:
            break
    return tuple(points[point] for point in row.order)


class _Row:
    """The points by number in their order, and of each how strongly those before it pull at it.

    That is kept while points move, so that a move costs as much as there are points and not the square of it.
    """

    def __init__(self, matrix: Sequence[Sequence[int]]) -> None:
        self.order = list(range(len(matrix)))
        self._matrix = matrix
        # A point does not pull at itself.
        self._totals = [sum(lines) - lines[point] for point, lines in enumerate(matrix)]
        self._before = [sum(lines[:point]) for point, lines in enumerate(matrix)]

    def move(self, point: int) -> None:
        """Puts one point where it costs least; where it is, if that costs no more."""
        now = self.order.index(point)
        del self.order[now]
        pulls = self._matrix[point]
        for other in self.order[now:]:
            self._before[other] -= pulls[other]
        costs = self._costs(point)
        best = min(range(len(costs)), key=lambda place: (costs[place], place != now, place))
        self._before[point] = sum(pulls[other] for other in self.order[:best])
        for other in self.order[best:]:
            self._before[other] += pulls[other]
        self.order.insert(best, point)

    def _costs(self, point: int) -> list[int]:
        """What each place of a point among the rest costs more than the first: its lines, and those it stretches."""
        pulls, total, passed = self._matrix[point], self._totals[point], 0
        costs = [0]
        for other in self.order:
            own, behind = pulls[other], self._before[other]
            # Going past one point: nearer to those beyond, further from those behind, and its lines change sides.
            nearer = total - passed - own
            stretched = self._totals[other] - own - 2 * behind
            costs.append(costs[-1] + passed - nearer + stretched)
            passed += own
        return costs
