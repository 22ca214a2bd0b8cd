"""Where the names beside the points of a picture may stand so that none lies over another, or over a point."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

# How far a name stands from its point, near and further off, in pixels.
_DISTANCES = (9.0, 20.0, 34.0, 56.0, 90.0, 130.0)
# Right of it, left, above, below, and between: as parts of the name's own width and height.
_SIDES = (
    (0.0, -0.5, 1.0, 0.0),
    (-1.0, -0.5, -1.0, 0.0),
    (0.0, -1.0, 0.8, -0.8),
    (0.0, 0.0, 0.8, 0.8),
    (-1.0, -1.0, -0.8, -0.8),
    (-1.0, 0.0, -0.8, 0.8),
    (-0.5, -1.0, 0.0, -1.0),
    (-0.5, 0.0, 0.0, 1.0),
)


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends across."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.top + self.height

    def meets(self, other: "Box") -> bool:
        """Whether the two share any room."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other lies inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


def label_places(
    points: Sequence[tuple[float, float]], sizes: Sequence[tuple[float, float]], room: Box, mark: float
) -> list[Box | None]:
    """A box for each name, or None where there is no room for it; the first come first.

    `points` and `sizes` (width, height) are in pixels, `mark` is the half width of a point's mark.
    """
    taken = [Box(x - mark, y - mark, 2 * mark, 2 * mark) for x, y in points]
    found: list[Box | None] = []
    for point, size in zip(points, sizes, strict=True):
        box = next((box for box in _boxes(point, size) if room.holds(box) and not _any_meets(taken, box)), None)
        found.append(box)
        if box:
            taken.append(box)
    return found


def _any_meets(taken: Sequence[Box], box: Box) -> bool:
    return any(box.meets(other) for other in taken)


def _boxes(point: tuple[float, float], size: tuple[float, float]) -> Iterator[Box]:
    """The nearest first; each is made only when those before had no room."""
    (x, y), (width, height) = point, size
    for away in _DISTANCES:
        for across, down, right, below in _SIDES:
            yield Box(x + across * width + away * right, y + down * height + away * below, width, height)
