"""Two rows of points put in an order in which few of the lines between them cross (Sugiyama's barycentre method)."""

from bisect import bisect_right, insort
from collections.abc import Collection, Mapping, Sequence

# Each sweep costs as much as the first, and after a few nothing moves any more.
_SWEEPS = 12

Edges = Collection[tuple[str, str]]


def untangled(one: Sequence[str], other: Sequence[str], edges: Edges) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both rows in a new order: the best of some sweeps in which each point moves to the middle of its neighbours.

    `edges` are pairs (of `one`, of `other`). The same rows and edges always give the same order; points without a
    neighbour come last, and those that tie stay as they were given.
    """
    neighbours_of_one, neighbours_of_other = _neighbours(edges, 0), _neighbours(edges, 1)
    best, fewest = (tuple(one), tuple(other)), crossings(one, other, edges)
    here, there = best
    for _ in range(_SWEEPS):
        before = (here, there)
        here = _by_middle(here, there, neighbours_of_one)
        there = _by_middle(there, here, neighbours_of_other)
        if (count := crossings(here, there, edges)) < fewest:
            best, fewest = (here, there), count
        if (here, there) == before:
            break
    return best


def crossings(one: Sequence[str], other: Sequence[str], edges: Edges) -> int:
    """How many pairs of lines cross where the two rows stand opposite each other."""
    places, opposite = _places(one), _places(other)
    passed: list[int] = []
    count = 0
    for _, end in sorted((places[here], opposite[there]) for here, there in edges):
        count += len(passed) - bisect_right(passed, end)
        insort(passed, end)
    return count


def _neighbours(edges: Edges, side: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for edge in edges:
        found.setdefault(edge[side], []).append(edge[1 - side])
    return found


def _by_middle(row: Sequence[str], opposite: Sequence[str], neighbours: Mapping[str, list[str]]) -> tuple[str, ...]:
    places = _places(opposite)

    def middle(point: str) -> float:
        near = neighbours.get(point)
        return sum(places[each] for each in near) / len(near) if near else float("inf")

    return tuple(sorted(row, key=middle))


def _places(row: Sequence[str]) -> dict[str, int]:
    return {point: place for place, point in enumerate(row)}
