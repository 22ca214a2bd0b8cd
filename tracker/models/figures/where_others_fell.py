"""Groups that are where others of this office fell: in the same stage, after about as long (§7.2). In counts alone."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from tracker.models.figures.lane import Lane
from tracker.models.figures.stays import Stay, StayEnd
from tracker.models.figures.trajectories import GroupLine
from tracker.models.value import Value, value

# With fewer falls from a stage nothing is said of it.
ENOUGH = 3
# "About as long" is a quarter of the time to either side, and three months at least.
_PART, _LEAST = 4, 3


@value
class WhereOthersFell(Value):
    """One running group, `months` into its stage, and the other groups' stays in that stage.

    `lasted` of them went on as long as `low` months; `fell` of these ended in a fall by month `high`.
    """

    line: GroupLine
    lane: Lane
    months: int
    low: int
    high: int
    fell: int
    lasted: int

    @property
    def words(self) -> str:
        """The sentence with its counts."""
        return (
            f"{self.months} months in {self.lane.label}. Of {self.lasted} other stays there that lasted {self.low} "
            f"months, {self.fell} ended in a fall by month {self.high}."
        )


@value
class FallsSeen(Value):
    """The groups where others fell, those where most of the others did first, and the falls from each lane."""

    found: tuple[WhereOthersFell, ...]
    falls: tuple[tuple[Lane, int], ...]

    @property
    def nothing_words(self) -> str:
        """Why no group stands there; "" if one does."""
        if self.found:
            return ""
        most = max((number for _, number in self.falls), default=0)
        if most < ENOUGH:
            seen = ", ".join(f"{number} from {lane.label}" for lane, number in self.falls) or "none at all"
            return f"Too few falls to tell: {ENOUGH} from one stage are needed, and this office has seen {seen}."
        return "No running group is in a stage for about as long as others were when they fell."


def where_others_fell(lines: Sequence[GroupLine]) -> FallsSeen:
    """Looks at each running group's stay that goes on; a group's own falls do not count for itself."""
    all_stays = [stay for line in lines for stay in line.stays]
    by_lane = {lane: _Lengths.of(lane, all_stays) for lane in Lane}
    found = [here for line in lines if (here := _of_group(line, by_lane)) is not None]
    found.sort(key=lambda here: (-here.fell / here.lasted, -here.fell, here.line.group.called))
    falls = [(lane, len(by_lane[lane].fallen)) for lane in reversed(Lane)]
    return FallsSeen(tuple(found), tuple((lane, number) for lane, number in falls if number))


@value
class _Lengths(Value):
    """The months of the stays in one lane, from short to long: of all, and of those that ended in a fall."""

    all: tuple[int, ...]
    fallen: tuple[int, ...]

    @classmethod
    def of(cls, lane: Lane, stays: Iterable[Stay]) -> "_Lengths":
        here = [stay for stay in stays if stay.lane is lane]
        fallen = sorted(stay.months for stay in here if stay.fell)
        return cls(tuple(sorted(stay.months for stay in here)), tuple(fallen))

    def lasted(self, low: int) -> int:
        """How many lasted so many months."""
        return len(self.all) - bisect_left(self.all, low)

    def fell(self, low: int, high: int) -> int:
        """How many of them ended in a fall by a month."""
        return bisect_right(self.fallen, high) - bisect_left(self.fallen, low)


def _of_group(line: GroupLine, by_lane: Mapping[Lane, _Lengths]) -> WhereOthersFell | None:
    now = line.stays[-1] if line.stays else None
    if now is None or now.end is not StayEnd.GOING_ON:
        return None
    every, own = by_lane[now.lane], _Lengths.of(now.lane, line.stays)
    if len(every.fallen) - len(own.fallen) < ENOUGH:
        return None
    months = now.months
    about = max(_LEAST, months // _PART)
    low, high = max(0, months - about), months + about
    fell = every.fell(low, high) - own.fell(low, high)
    lasted = every.lasted(low) - own.lasted(low)
    return WhereOthersFell(line, now.lane, months, low, high, fell, lasted) if fell else None
