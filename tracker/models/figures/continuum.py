"""How closely a group works (§1.2): its places on the continuum over time, where it means to be, and the gap."""

from datetime import date

from tracker.models.figures.timeline_words import several
from tracker.models.records.outlook import Closeness, ContinuumPlace
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class ContinuumStep(Value):
    """One place since a day, or with `target` where the group meant to be from that day on."""

    on: date
    closeness: Closeness
    target: bool
    why: str
    place: ContinuumPlace

    @property
    def id(self) -> str:
        """The place's own."""
        return self.place.id


@value
class Continuum(Value):
    """The places and the targets of a group, each oldest first."""

    places: tuple[ContinuumStep, ...]
    targets: tuple[ContinuumStep, ...]

    @property
    def now(self) -> ContinuumStep | None:
        """The latest place; None if none is noted."""
        return self.places[-1] if self.places else None

    @property
    def target(self) -> ContinuumStep | None:
        """Where the group means to be by its latest word; None if that is not noted."""
        return self.targets[-1] if self.targets else None

    @property
    def steps(self) -> tuple[ContinuumStep, ...]:
        """Places and targets together, newest first."""
        return tuple(sorted((*self.places, *self.targets), key=lambda step: (step.on, step.id), reverse=True))

    @property
    def words(self) -> str:
        """The gap between the place and the target, in words."""
        if self.now is None:
            return "Where the group is has not been noted" if self.targets else ""
        here = self.now.closeness
        if self.target is None:
            return f"{here.label} now; where the group means to be has not been noted"
        gap = self.target.closeness.rank - here.rank
        there = self.target.closeness.label.lower()
        if not gap:
            return f"{here.label}: where the group means to be"
        if gap < 0:
            return f"{here.label} now: closer than the {there} that was meant"
        return f"{here.label} now, {several(gap, 'place', 'places')} short of {there}, where the group means to be"


def continuum(snapshot: Snapshot, group_id: str) -> Continuum:
    """A group's places on the continuum up to today."""
    steps = [
        ContinuumStep(each.on, each.closeness, each.target, each.why, each)
        for each in snapshot.of(ContinuumPlace, group_id=group_id)
        if each.on and each.on <= snapshot.today and each.closeness
    ]
    steps.sort(key=lambda step: (step.on, step.id))
    return Continuum(tuple(step for step in steps if not step.target), tuple(step for step in steps if step.target))
