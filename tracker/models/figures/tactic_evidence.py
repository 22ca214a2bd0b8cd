"""What this office's own groups found: which tactic, at which stage, whether it helped, and what followed (§7.2).

Counts and nothing else: what followed a tactic need not have come of it.
"""

from bisect import bisect_right
from datetime import date, timedelta

from tracker.models.choice import Choice
from tracker.models.figures.lane import Lane
from tracker.models.figures.trajectory import Trajectory, trajectory
from tracker.models.guidance.tactics import TACTICS
from tracker.models.records.commitment import Commitment, Helped
from tracker.models.records.group import Group
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# Within so many days what follows is looked for.
FOLLOW_DAYS = 180
# Below so many tries nothing is said of them.
ENOUGH = 3


class Followed(Choice):
    """Where the group stood when the days had passed, against where it stood when it was done."""

    UP = "up", "Further on"
    SAME = "same", "At the same stage"
    DOWN = "down", "Further back"
    TOO_EARLY = "too_early", "Too early or not clear"


@value
class Try(Value):
    """One promise of a tactic that was carried out: the stage at the time, and what followed."""

    promise: Commitment
    lane: Lane | None
    followed: Followed


@value
class TacticEvidence(Value):
    """Counts over some tries of one tactic: of all, or of those at one stage (`lane`).

    `helped` counts yes, a little, no and not said, `followed` each of `Followed`, both in that order.
    """

    key: str
    lane: Lane | None
    at_any_stage: bool
    tried: int
    helped: tuple[int, ...]
    followed: tuple[int, ...]

    @property
    def enough(self) -> bool:
        """Whether there are enough tries to say anything."""
        return self.tried >= ENOUGH

    @property
    def where(self) -> str:
        """The stage at which it was tried."""
        return "At any stage" if self.at_any_stage else self.lane.label if self.lane else "Stage not clear"

    @property
    def words(self) -> str:
        """How often it was tried and whether it helped, or that this is too little to tell."""
        if not self.enough:
            return ("Not tried yet", "Tried once: too few to tell", "Tried twice: too few to tell")[self.tried]
        yes, partly, no, unsaid = self.helped
        told = (("helped", yes), ("helped a little", partly), ("did not help", no), ("not said", unsaid))
        return f"Tried {self.tried:,} times: " + ", ".join(f"{word} {number:,}" for word, number in told if number)

    @property
    def followed_words(self) -> str:
        """Where the groups stood 180 days later; "" while that is too little to tell."""
        if not self.enough:
            return ""
        counts = zip(Followed, self.followed, strict=True)
        told = [f"{kind.label.lower()} {number:,}" for kind, number in counts if number]
        return f"{FOLLOW_DAYS} days later: " + ", ".join(told)


def tries(snapshot: Snapshot) -> dict[str, tuple[Try, ...]]:
    """By tactic: the promises, over all groups, that were kept or of which somebody said whether they helped."""
    known, lines = {tactic.key for tactic in TACTICS}, dict[str, Trajectory]()
    found: dict[str, list[Try]] = {key: [] for key in known}
    for promise in snapshot.of(Commitment):
        done = _done_on(promise, snapshot.today)
        if promise.tactic not in known or done is None or snapshot.find(Group, promise.group_id) is None:
            continue
        group_id = promise.group_id or ""
        if group_id not in lines:
            lines[group_id] = trajectory(snapshot, group_id, marked=False)
        line = lines[group_id]
        # The stage that it was chosen for is the one on the day of the promise.
        chosen_at = _lane_on(line, promise.made_on or done)
        found[promise.tactic].append(Try(promise, chosen_at, _followed(line, done, snapshot.today)))
    return {key: tuple(made) for key, made in found.items()}


def evidence(key: str, made: tuple[Try, ...]) -> tuple[TacticEvidence, ...]:
    """Counts for each stage at which it was tried, in the order of the lanes, and last for all of them."""
    stages = sorted({each.lane for each in made if each.lane}, key=lambda lane: lane.rank)
    lanes: list[Lane | None] = [*stages, *([None] if any(each.lane is None for each in made) else [])]
    parts = [_counted(key, lane, False, [each for each in made if each.lane is lane]) for lane in lanes]
    return (*parts, _counted(key, None, True, list(made)))


def _counted(key: str, lane: Lane | None, at_any_stage: bool, made: list[Try]) -> TacticEvidence:
    helped = [each.promise.helped for each in made]
    counts = (*(helped.count(answer) for answer in Helped), helped.count(None))
    followed = [each.followed for each in made]
    return TacticEvidence(key, lane, at_any_stage, len(made), counts, tuple(followed.count(kind) for kind in Followed))


def _done_on(promise: Commitment, today: date) -> date | None:
    """The day it was done: kept, or at the latest when somebody said whether it helped."""
    if promise.kept_on:
        return promise.kept_on if promise.kept_on <= today else None
    return (promise.helped_on or promise.due or promise.made_on) if promise.helped else None


def _lane_on(line: Trajectory, day: date) -> Lane | None:
    place = bisect_right([point.on for point in line.points], day)
    return line.points[place - 1].lane if place else None


def _followed(line: Trajectory, done: date, today: date) -> Followed:
    """A group that closed sooner is taken as it stood at its end."""
    later = done + timedelta(days=FOLLOW_DAYS)
    end = min(later, line.until) if line.closed else later
    before, after = _lane_on(line, done), _lane_on(line, end)
    if end > today or before is None or after is None:
        return Followed.TOO_EARLY
    if after is before:
        return Followed.SAME
    return Followed.UP if after.rank > before.rank else Followed.DOWN
