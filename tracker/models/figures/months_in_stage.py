"""How many months groups were in each stage before they moved on (§7.2), with what it rests on."""

from collections.abc import Iterable
from statistics import median

from tracker.models.figures.lane import Lane
from tracker.models.figures.stays import Stay, StayEnd
from tracker.models.value import Value, value

# Fewer completed stays than this say nothing about the next one.
ENOUGH = 3


@value
class MonthsInStage(Value):
    """One lane: `months` of the completed stays from short to long; stays that ended otherwise are counted apart."""

    lane: Lane
    months: tuple[int, ...]
    going_on: int
    closed: int
    not_clear: int

    @property
    def n(self) -> int:
        """How many completed stays there are."""
        return len(self.months)

    @property
    def median(self) -> float | None:
        """The middle one, in months; None where there are too few to tell."""
        return float(median(self.months)) if self.n >= ENOUGH else None

    @property
    def median_words(self) -> str:
        """8, or 7.5; "too few to tell" under 3 stays."""
        return "too few to tell" if self.median is None else f"{self.median:g}"

    @property
    def range_words(self) -> str:
        """3 to 14; "" without a completed stay."""
        if not self.months:
            return ""
        low, high = self.months[0], self.months[-1]
        return str(low) if low == high else f"{low} to {high}"

    @property
    def words(self) -> str:
        """Forming: median 8 months (3 to 14, 7 stays)."""
        if self.median is None:
            return f"{self.lane.label}: too few to tell ({self.n})"
        return f"{self.lane.label}: median {self.median_words} months ({self.range_words}, {self.n} stays)"


def months_in_stage(stays: Iterable[Stay]) -> tuple[MonthsInStage, ...]:
    """Every lane in which any group was, from the highest to the lowest.

    A stay is completed when the next judgement sees the group in another stage. Its beginning is the judgement that saw
    it there first, so what came before a group's first judgement is not counted.
    """
    by_lane: dict[Lane, list[Stay]] = {}
    for stay in stays:
        by_lane.setdefault(stay.lane, []).append(stay)
    return tuple(_of_lane(lane, by_lane[lane]) for lane in reversed(Lane) if lane in by_lane)


def _of_lane(lane: Lane, found: list[Stay]) -> MonthsInStage:
    ends = [stay.end for stay in found]
    months = sorted(stay.months for stay in found if stay.end is StayEnd.MOVED)
    return MonthsInStage(
        lane,
        tuple(months),
        going_on=ends.count(StayEnd.GOING_ON),
        closed=ends.count(StayEnd.CLOSED),
        not_clear=ends.count(StayEnd.NOT_CLEAR),
    )
