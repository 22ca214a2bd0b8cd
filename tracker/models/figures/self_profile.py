"""The plain profile of a self-assessment: five bars, and a dot for each agency (§7.2). It suggests no stage."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from tracker.models.guidance.signs import SIGNS
from tracker.models.records.stage import Assessment, Rating, Stage
from tracker.models.snapshot import Snapshot

# From 0 "not at all" to 4 "fully".
HIGHEST = 4

_Means = Mapping[str, Fraction]


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
        if assessment.on and assessment.on <= snapshot.today and snapshot.of(Rating, assessment_id=assessment.id)
    ]
    if not rounds:
        return None
    return self_profile(snapshot, max(rounds, key=lambda assessment: (assessment.on, assessment.id)))


def self_profile(snapshot: Snapshot, assessment: Assessment) -> SelfProfile:
    """Means within each agency first, then over agencies, so that three raters of one agency do not count thrice."""
    ratings = snapshot.of(Rating, assessment_id=assessment.id)
    by_agency: dict[str, list[Rating]] = defaultdict(list)
    for rating in ratings:
        by_agency[rating.agency_id or ""].append(rating)
    agencies = [_means(rating.answers for rating in several) for several in by_agency.values()]
    over_all = _means(means.items() for means in agencies)
    bars = tuple(_bar(stage, over_all, agencies) for stage in Stage)
    asked = len({*assessment.asked_ids, *by_agency}) if assessment.asked_ids else 0
    return SelfProfile(assessment, bars, len(ratings), len(by_agency), asked)


def _bar(stage: Stage, over_all: _Means, agencies: Iterable[_Means]) -> Bar:
    scores = (_score(stage, means) for means in agencies)
    return Bar(stage, _score(stage, over_all), tuple(sorted(score for score in scores if score is not None)))


def _score(stage: Stage, means: _Means) -> float | None:
    """The mean of the stage's signs, if two thirds of them have an answer."""
    keys = [sign.key for sign in SIGNS if sign.stage is stage]
    answered = [means[key] for key in keys if key in means]
    return float(sum(answered) / len(answered)) if 3 * len(answered) >= 2 * len(keys) else None


def _means(answers: Iterable[Iterable[tuple[str, int | Fraction | None]]]) -> dict[str, Fraction]:
    """The mean of each sign; "don't know" is no answer and never 0."""
    given: dict[str, list[int | Fraction]] = defaultdict(list)
    for one in answers:
        for key, score in one:
            if score is not None:
                given[key].append(score)
    return {key: Fraction(sum(scores)) / len(scores) for key, scores in given.items()}
