"""Moving forward (§7.2): the tactics that suit the group's stage, what was promised of them, and did it help?"""

from datetime import date, timedelta

from tracker.models.figures.lane import Lane
from tracker.models.figures.promises import Promise, promises
from tracker.models.figures.standing import Standing
from tracker.models.figures.tactic_evidence import TacticEvidence, evidence, tries
from tracker.models.figures.trajectory import trajectory
from tracker.models.guidance.tactics import TACTICS, Tactic
from tracker.models.records.stage import Stage
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# From so many days past its date on it is asked of a promise whether it helped, kept or not.
ASK_DAYS = 30
_KEPT = (Standing.KEPT, Standing.KEPT_LATE)


@value
class TacticPromise(Value):
    """A promise that came from a tactic. `asks`: somebody should say whether it helped."""

    promise: Promise
    tactic: Tactic
    asks: bool

    @property
    def id(self) -> str:
        """The commitment's own."""
        return self.promise.commitment.id


@value
class TacticRow(Value):
    """A tactic, whether it suits the group's stage, what the group promised of it, and what the office found of it."""

    tactic: Tactic
    suits: bool
    promises: tuple[TacticPromise, ...]
    evidence: tuple[TacticEvidence, ...]

    @property
    def id(self) -> str:
        """The tactic's key."""
        return self.tactic.key

    @property
    def under_way(self) -> Promise | None:
        """The promise of it that is still to be kept, the first due; None if there is none."""
        return next((each.promise for each in self.promises if each.promise.unsettled), None)

    @property
    def in_all(self) -> TacticEvidence:
        """What the office found of it, at any stage."""
        return self.evidence[-1]


@value
class Forward(Value):
    """A group's ways forward. `lane` is None where its stage was not judged, or is not clear (`judged` says which)."""

    lane: Lane | None
    judged: bool
    closed: bool
    rows: tuple[TacticRow, ...]

    @property
    def suited(self) -> tuple[TacticRow, ...]:
        """The tactics that suit the stage."""
        return tuple(row for row in self.rows if row.suits)

    @property
    def promises(self) -> tuple[TacticPromise, ...]:
        """What was promised of any tactic: first what asks whether it helped, then the newest."""
        every = [each for row in self.rows for each in row.promises]
        every.sort(key=lambda each: (each.promise.commitment.made_on or date.min, each.id), reverse=True)
        return tuple(sorted(every, key=lambda each: not each.asks))

    @property
    def asking(self) -> int:
        """Of how many promises it should be said whether they helped."""
        return sum(each.asks for each in self.promises)


def forward(snapshot: Snapshot, group_id: str) -> Forward:
    """What moves a group forward from where it stands today. Raises KeyError if there is no such group."""
    line = trajectory(snapshot, group_id, marked=False)
    stages = () if line.closed or line.now is None else suited_stages(line.now.lane)
    made = tries(snapshot)
    mine: dict[str, list[Promise]] = {}
    for promise in promises(snapshot, group_id=group_id):
        mine.setdefault(promise.commitment.tactic, []).append(promise)
    rows = tuple(
        TacticRow(
            tactic,
            tactic.stage in stages,
            tuple(TacticPromise(each, tactic, asks(each, snapshot.today)) for each in mine.get(tactic.key, ())),
            evidence(tactic.key, made[tactic.key]),
        )
        for tactic in TACTICS
    )
    return Forward(line.now.lane if line.now else None, line.now is not None, line.closed, rows)


def suited_stages(lane: Lane | None) -> tuple[Stage, ...]:
    """The stages whose tactics suit a lane: the crossover takes both its neighbours', Failing Frustration's as well."""
    if lane is None:
        return ()
    if lane is Lane.CROSSOVER:
        return (Stage.FRUSTRATION, Stage.FUNCTIONING)
    return (Stage.FAILING, Stage.FRUSTRATION) if lane is Lane.FAILING else (Stage(lane.value),)


def under_way(snapshot: Snapshot, group_id: str) -> dict[str, Promise]:
    """By tactic: the group's promise of it that is still to be kept, the first due."""
    found: dict[str, Promise] = {}
    for promise in promises(snapshot, group_id=group_id, unsettled=True):
        if promise.commitment.tactic:
            found.setdefault(promise.commitment.tactic, promise)
    return found


def asks(promise: Promise, today: date) -> bool:
    """Whether it is time to say if it helped: it was kept, or its date is 30 days past, and nobody has said so."""
    made = promise.commitment
    if made.helped or not made.tactic or promise.standing is Standing.RELEASED:
        return False
    overdue = made.due is not None and made.due + timedelta(days=ASK_DAYS) <= today
    return promise.standing in _KEPT or overdue
