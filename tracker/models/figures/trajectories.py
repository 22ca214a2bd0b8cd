"""All groups' trajectories as at a day: what the page that lays them over each other shows (§7.2)."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from tracker.models.dates import shown
from tracker.models.figures.lane import Lane
from tracker.models.figures.stays import Stay, stays
from tracker.models.figures.trajectory import Point, Trajectory, months_between, trajectory
from tracker.models.folding import folded
from tracker.models.records.group import Group
from tracker.models.records.stage import StageJudgement
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

STUCK_DAYS = 180
_DAYS_A_MONTH = 30.4375


@value
class GroupLine(Value):
    """One group's trajectory among all, with its stays.

    `begun` is the day it started, or of its first judgement where that is earlier or no start is known. `stuck` is how
    many days it has been in Frustration, 0 below the limit or elsewhere. `fell_back` counts moves further down.
    """

    group: Group
    trajectory: Trajectory
    begun: date
    stays: tuple[Stay, ...]
    fell_back: int
    stuck: int

    @property
    def id(self) -> str:
        """The group's."""
        return self.group.id

    @property
    def lane(self) -> Lane | None:
        """The stage it has come to; None if that is not clear, or was never judged."""
        return self.trajectory.now.lane if self.trajectory.now else None

    @property
    def stage(self) -> str:
        """The stage in a word."""
        if self.trajectory.now is None:
            return "Not judged"
        return self.lane.label if self.lane else "Not clear"

    @property
    def age(self) -> int:
        """Whole months since it began, up to the day or to its closing."""
        return months_between(self.begun, self.trajectory.until)

    @property
    def stage_words(self) -> str:
        """Functioning 12 months; "Not judged" where it never was."""
        return f"{self.stage} {_months(self.trajectory.months)}" if self.trajectory.now else self.stage

    @property
    def life_words(self) -> str:
        """112 in all · fell back once · stuck 192 days."""
        line = self.trajectory
        parts = [f"{self.age:,} in all" if line.now else f"began {_months(self.age)} ago"]
        if self.fell_back:
            parts.append(f"fell back {times(self.fell_back)}")
        if self.stuck:
            parts.append(f"stuck {self.stuck:,} days")
        if line.closed:
            parts.append(f"closed {shown(line.until)}")
        return " · ".join(parts)

    @property
    def words(self) -> str:
        """Both in one line."""
        return f"{self.stage_words} · {self.life_words}"

    def months_at(self, day: date) -> float:
        """Months from its beginning to a day, with their part."""
        return (day - self.begun).days / _DAYS_A_MONTH

    def point_words(self, place: int) -> str:
        """What a judgement said, by its place from 0."""
        point: Point = self.trajectory.points[place]
        stage = point.lane.label if point.lane else "Not clear"
        so_far = " so far" if place == len(self.trajectory.points) - 1 and not self.trajectory.closed else ""
        why = " ".join(point.judgement.why.split())
        return f"{self.group.called} · {shown(point.on)}: {stage}, {_months(point.months)}{so_far}. {why}"


@value
class Trajectories(Value):
    """The groups that had begun by the day `on`: running ones first, each part by name. `later` counts the others."""

    on: date
    lines: tuple[GroupLine, ...]
    later: int
    left_out: int

    @property
    def closed(self) -> int:
        """How many were closed by then."""
        return sum(line.trajectory.closed for line in self.lines)

    @property
    def judgements(self) -> int:
        """How many judgements had been made by then."""
        return sum(len(line.trajectory.points) for line in self.lines)

    @property
    def words(self) -> str:
        """8 groups, 1 closed · 47 judgements."""
        groups = _counted(len(self.lines), "group")
        closed = f", {self.closed:,} closed" if self.closed else ""
        return f"{groups}{closed} · {_counted(self.judgements, 'judgement')}"

    @property
    def later_words(self) -> str:
        """What is left out because it came after the day; "" if nothing is."""
        left = []
        if self.later:
            left.append(f"{_counted(self.later, 'group')} begun")
        if self.left_out:
            left.append(f"{_counted(self.left_out, 'judgement')} made")
        return f"Left out: {' and '.join(left)} after that day." if left else ""


def trajectories(snapshot: Snapshot, on: date | None = None, *, stuck_days: int = STUCK_DAYS) -> Trajectories:
    """Every group that had begun on a day (today if none), with the judgements made up to it."""
    day = on or snapshot.today
    lines = [_line(snapshot, group, day, stuck_days) for group in snapshot.of(Group)]
    begun = [line for line in lines if line.begun <= day]
    begun.sort(key=lambda line: (line.trajectory.closed, folded(line.group.called), line.group.id))
    later = sum(1 for judged in snapshot.of(StageJudgement) if judged.on and day < judged.on <= snapshot.today)
    return Trajectories(day, tuple(begun), len(lines) - len(begun), later)


def narrowed(lines: tuple[GroupLine, ...], text: str, stage: str, state: str) -> tuple[GroupLine, ...]:
    """The lines that fit a text (in a name, a place or a theme), a lane ("" any, "none" unclear) and a state.

    `state` is "running", "closed" or "" for both.
    """
    tests: list[Callable[[GroupLine], bool]] = []
    if words := folded(text).split():
        tests.append(lambda line: all(word in _searched(line.group) for word in words))
    if stage:
        tests.append(lambda line: (line.lane.value if line.lane else "none") == stage)
    if state:
        tests.append(lambda line: line.trajectory.closed == (state == "closed"))
    return tuple(line for line in lines if all(test(line) for test in tests))


def times(number: int) -> str:
    """Once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _line(snapshot: Snapshot, group: Group, day: date, stuck_days: int) -> GroupLine:
    line = trajectory(snapshot, group.id, day, marked=False)
    first = line.points[0].on if line.points else None
    begun = min((each for each in (group.started_on, first) if each), default=line.until)
    return GroupLine(group, line, begun, stays(line), _falls(line), _stuck(line, stuck_days))


def _falls(line: Trajectory) -> int:
    """Moves further down; a stretch that was not clear hides none: the stages before and after it are compared."""
    known = [point.lane.rank for point in line.points if point.lane]
    return sum(after < before for before, after in pairwise(known))


def _stuck(line: Trajectory, stuck_days: int) -> int:
    if line.closed or line.since is None or line.now is None or line.now.lane is not Lane.FRUSTRATION:
        return 0
    days = (line.until - line.since).days
    return days if days > stuck_days else 0


def _searched(group: Group) -> str:
    return folded(f"{group.name} {group.short_name} {group.code} {group.place} {group.theme}")


def _months(number: int) -> str:
    return _counted(number, "month")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
