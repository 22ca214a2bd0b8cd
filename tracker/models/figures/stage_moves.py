"""From which stage groups went on to which (§7.2), as counts: never as a chance for the next group."""

from collections import Counter
from collections.abc import Iterable, Mapping

from tracker.models.figures.lane import Lane
from tracker.models.figures.stays import Stay, StayEnd
from tracker.models.value import Value, value


@value
class StageMoves(Value):
    """All stays in one lane, by where the group went next, or by how they ended without a move. `n` is all of them."""

    lane: Lane
    to: Mapping[Lane, int]
    ends: Mapping[StayEnd, int]
    n: int

    def to_words(self, lane: Lane) -> str:
        """5 of 7; "" if no group went there."""
        return self._words(self.to.get(lane, 0))

    def end_words(self, end: StayEnd) -> str:
        """1 of 7 still there; "" if none is."""
        return self._words(self.ends.get(end, 0))

    @property
    def words(self) -> str:
        """From Frustration: Functioning 5 of 7 · Failing 1 of 7 · still there 1 of 7."""
        moves = [f"{lane.label} {self.to_words(lane)}" for lane in reversed(Lane) if self.to.get(lane)]
        rest = [f"{end.label.lower()} {self.end_words(end)}" for end in StayEnd if self.ends.get(end)]
        return f"From {self.lane.label}: {' · '.join([*moves, *rest])}"

    def _words(self, number: int) -> str:
        return f"{number} of {self.n}" if number else ""


def stage_moves(stays: Iterable[Stay]) -> tuple[StageMoves, ...]:
    """Every lane in which any group was, from the highest to the lowest; the counts of a lane add up to its `n`."""
    by_lane: dict[Lane, list[Stay]] = {}
    for stay in stays:
        by_lane.setdefault(stay.lane, []).append(stay)
    return tuple(_of_lane(lane, by_lane[lane]) for lane in reversed(Lane) if lane in by_lane)


def _of_lane(lane: Lane, found: list[Stay]) -> StageMoves:
    to = Counter(stay.to for stay in found if stay.to)
    ends: Counter[StayEnd] = Counter(stay.end for stay in found if not stay.to)
    return StageMoves(lane, dict(to), dict(ends), len(found))
