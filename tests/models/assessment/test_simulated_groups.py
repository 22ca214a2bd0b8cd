"""Simulated groups: do the gates tell the stage better than the plain highest score?

The profiles are made up, so this is a guide and no validation: only that the gates beat the highest score is asserted.
The table is printed: `pytest -s tests/models/assessment/test_simulated_groups.py`.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

import pytest

from tracker.models.figures.assessment.averages import Means, agency_means, over_all, stage_scores
from tracker.models.figures.assessment.gates import Gates
from tracker.models.figures.assessment.suggestion import suggestion
from tracker.models.guidance.signs import SIGNS
from tracker.models.records import Rating
from tracker.models.records.stage import Stage

GROUPS = 60
SIZES = (4, 5, 8)

# What a member of such a group would say of the signs of Forming, Frustration, Functioning, Flying and Failing.
PROFILES: dict[Stage | None, tuple[float, ...]] = {
    Stage.FORMING: (2.9, 1.3, 1.1, 0.8, 0.6),
    Stage.FRUSTRATION: (1.4, 2.8, 1.2, 0.7, 1.5),
    Stage.FUNCTIONING: (1.2, 1.1, 2.9, 1.8, 0.5),
    Stage.FLYING: (0.9, 0.6, 3.1, 3.0, 0.3),
    Stage.FAILING: (0.5, 2.6, 0.8, 0.5, 2.9),
    # Half in Frustration and half in Functioning.
    None: (1.3, 2.0, 2.0, 1.2, 1.0),
}


@dataclass(frozen=True)
class Told:
    """What came out for one simulated group; `true` is None in the crossover."""

    agencies: int
    true: Stage | None
    highest: Stage
    named: Stage | None


def simulated(random: Random, true: Stage | None, agencies: int) -> list[Means]:
    """One rater an agency, each with a leaning of the rater's own, and now and then a "don't know"."""
    levels = dict(zip(Stage, PROFILES[true], strict=True))
    ratings = []
    for place in range(agencies):
        leaning = random.gauss(0, 0.35)
        said = ((sign, round(random.gauss(levels[sign.stage] + leaning, 0.8))) for sign in SIGNS)
        answers = tuple((sign.key, None if random.random() < 0.05 else min(4, max(0, score))) for sign, score in said)
        ratings.append(Rating(id=str(place), agency_id=str(place), answers=answers))
    return list(agency_means(ratings).values())


@cache
def all_told() -> tuple[Told, ...]:
    random = Random(2008)
    return tuple(one_told(random, true, size) for size in SIZES for true in PROFILES for _ in range(GROUPS))


def one_told(random: Random, true: Stage | None, size: int) -> Told:
    agencies = simulated(random, true, size)
    scores = stage_scores(over_all(agencies))
    highest = max(Stage, key=lambda stage: scores[stage] or 0)
    return Told(size, true, highest, suggestion(agencies, size, Gates()).stage)


def table() -> Iterator[str]:
    yield f"{GROUPS} simulated groups of each stage: a guide, no validation"
    yield f"{'agencies':>8}  {'true':<12} {'highest right':>13} {'gates name one':>14} {'of these right':>14}"
    for size in SIZES:
        for true in PROFILES:
            told = [each for each in all_told() if (each.agencies, each.true) == (size, true)]
            named = [each for each in told if each.named]
            right = sum(each.named is true for each in named)
            highest = sum(each.highest is true for each in told) if true else 0
            label = true.label if true else "(crossover)"
            yield f"{size:>8}  {label:<12} {highest:>13} {len(named):>14} {right if true else '-':>14}"


@pytest.mark.parametrize("size", SIZES)
def test_where_the_gates_name_a_stage_they_are_right_more_often_than_the_highest_score(size: int) -> None:
    if size == SIZES[0]:
        sys.stdout.write("\n" + "\n".join(table()) + "\n")
    told = [each for each in all_told() if each.agencies == size and each.true]
    named = [each for each in told if each.named]
    gates = sum(each.named is each.true for each in named) / len(named)
    assert gates > sum(each.highest is each.true for each in told) / len(told)
