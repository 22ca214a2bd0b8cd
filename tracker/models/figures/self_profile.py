"""The plain profile of a self-assessment: five bars, and a dot for each agency (§7.2). It suggests no stage."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.models.figures.assessment.averages import Means, agency_means, counting, heard, over_all, stage_score
from tracker.models.records.stage import Asked, Assessment, Stage
from tracker.models.snapshot import Snapshot

# From 0 "not at all" to 4 "fully".
HIGHEST = 4


@dataclass(frozen=True)
class Bar:
    """One stage. `score` is 0 to 4, None if under two thirds of its signs were answered; `dots` one per agency."""

    stage: Stage
    score: float | None
    dots: tuple[float, ...]

    @property
    def words(self) -> str:
        """2.8 of 4, agencies from 2.0 to 3.5."""
        if self.score is None:
            return "too few answers"
        spread = f", agencies from {min(self.dots):.1f} to {max(self.dots):.1f}" if len(self.dots) > 1 else ""
        return f"{self.score:.1f} of {HIGHEST}{spread}"


@dataclass(frozen=True)
class SelfProfile:
    """One round of self-assessment, with who was asked and who answered."""

    assessment: Assessment
    bars: tuple[Bar, ...]
    raters: int
    answered: int
    asked: int

    @property
    def coverage(self) -> str:
        """5 of 7 agencies answered, 8 raters."""
        raters = f"{self.raters} rater" + ("" if self.raters == 1 else "s")
        if not self.asked:
            return f"{self.answered} {'agency' if self.answered == 1 else 'agencies'} answered, {raters}"
        return f"{self.answered} of {self.asked} {'agency' if self.asked == 1 else 'agencies'} answered, {raters}"


def latest_profile(snapshot: Snapshot, group_id: str) -> SelfProfile | None:
    """The profile of the group's latest self-assessment that anybody answered; None if there is none."""
    rounds = [
        assessment
        for assessment in snapshot.of(Assessment, group_id=group_id)
        if assessment.on
        and assessment.on <= snapshot.today
        and assessment.asked is Asked.SIGNS
        and counting(heard(snapshot, assessment))
    ]
    if not rounds:
        return None
    return self_profile(snapshot, max(rounds, key=lambda assessment: (assessment.on, assessment.id)))


def self_profile(snapshot: Snapshot, assessment: Assessment) -> SelfProfile:
    """Means within each agency first, then over agencies; whoever does not know at all has not answered."""
    ratings = heard(snapshot, assessment)
    agencies = agency_means(ratings)
    whole = over_all(agencies.values())
    bars = tuple(_bar(stage, whole, agencies.values()) for stage in Stage)
    sent = {rating.agency_id for rating in ratings}
    asked = len({*assessment.asked_ids, *sent}) if assessment.asked_ids else 0
    return SelfProfile(assessment, bars, len(counting(ratings)), len(agencies), asked)


def _bar(stage: Stage, whole: Means, agencies: Iterable[Means]) -> Bar:
    score = stage_score(stage, whole)
    dots = (stage_score(stage, means) for means in agencies)
    return Bar(
        stage, None if score is None else float(score), tuple(sorted(float(dot) for dot in dots if dot is not None))
    )
