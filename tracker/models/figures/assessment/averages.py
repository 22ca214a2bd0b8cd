"""Means within each agency first, then over agencies: three raters of one agency do not count three times (§7.2)."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from tracker.models.guidance.signs import SIGNS
from tracker.models.records.stage import Assessment, Rating, Stage
from tracker.models.snapshot import Snapshot

# Each question's mean by its key, from 0 to 4; a question that nobody answered is not there.
Means = Mapping[str, Fraction]

_KEYS = {stage: tuple(sign.key for sign in SIGNS if sign.stage is stage) for stage in Stage}


def heard(snapshot: Snapshot, assessment: Assessment) -> tuple[Rating, ...]:
    """The ratings of a round that had come in by the snapshot's today, those that are all "don't know" among them."""
    ratings = snapshot.of(Rating, assessment_id=assessment.id)
    return tuple(rating for rating in ratings if rating.given_on is None or rating.given_on <= snapshot.today)


def counting(ratings: Iterable[Rating]) -> tuple[Rating, ...]:
    """Those ratings that answer anything: one that is all "don't know" is no answer."""
    return tuple(rating for rating in ratings if any(score is not None for _, score in rating.answers))


def agency_means(ratings: Iterable[Rating]) -> dict[str, Means]:
    """The means of each agency's raters, by the agency's id, in the order of the ids."""
    by_agency: dict[str, list[Rating]] = {}
    for rating in counting(ratings):
        by_agency.setdefault(rating.agency_id or "", []).append(rating)
    return {key: means(rating.answers for rating in by_agency[key]) for key in sorted(by_agency)}


def over_all(agencies: Iterable[Means]) -> dict[str, Fraction]:
    """The mean over agencies of each question."""
    return means(held.items() for held in agencies)


def stage_scores(held: Means) -> dict[Stage, Fraction | None]:
    """Each stage's score: the mean of its signs, None if under two thirds of them are answered."""
    return {stage: stage_score(stage, held) for stage in Stage}


def stage_score(stage: Stage, held: Means) -> Fraction | None:
    """One stage's score, from 0 to 4; None if under two thirds of its signs are answered."""
    return mean_of(_KEYS[stage], held)


def mean_of(keys: Sequence[str], held: Means) -> Fraction | None:
    """The mean over some questions; None if under two thirds of them are answered."""
    answered = [held[key] for key in keys if key in held]
    return sum(answered, Fraction(0)) / len(answered) if 3 * len(answered) >= 2 * len(keys) else None


def means(answers: Iterable[Iterable[tuple[str, int | Fraction | None]]]) -> dict[str, Fraction]:
    """The mean of each question over several sets of answers; "don't know" is no answer and never 0."""
    totals: dict[str, int | Fraction] = {}
    counts: dict[str, int] = {}
    for one in answers:
        for key, score in one:
            if score is not None:
                totals[key] = totals.get(key, 0) + score
                counts[key] = counts.get(key, 0) + 1
    return {key: Fraction(total) / counts[key] for key, total in totals.items()}


def means_without_one(agencies: Sequence[Means]) -> tuple[dict[str, Fraction], ...]:
    """The means over agencies with each of them left out in turn."""
    totals: dict[str, Fraction] = {}
    counts: dict[str, int] = {}
    for held in agencies:
        for key, score in held.items():
            totals[key] = totals.get(key, Fraction(0)) + score
            counts[key] = counts.get(key, 0) + 1
    return tuple(
        {
            key: (total - held.get(key, 0)) / left
            for key, total in totals.items()
            if (left := counts[key] - (key in held))
        }
        for held in agencies
    )
