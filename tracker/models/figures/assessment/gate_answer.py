"""Which stage the gates give (§7.2): stages are not five separate boxes, so the highest score alone is no answer.

A group that flies still shows the signs of functioning, and one that fails those of frustration.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from tracker.models.figures.assessment.averages import Means, means_without_one, stage_scores
from tracker.models.figures.assessment.gates import Gates
from tracker.models.records.stage import Stage

Scores = Mapping[Stage, Fraction | None]

# The stages among which the largest score decides, once the group neither fails nor flies.
OPEN_STAGES = (Stage.FORMING, Stage.FRUSTRATION, Stage.FUNCTIONING)


def gate_answer(scores: Scores, gates: Gates) -> Stage | None:
    """The stage that the gates give; None if a stage has no score."""
    sound = {stage: 100 * score for stage, score in scores.items() if score is not None}
    if len(sound) < len(Stage):
        return None
    functioning, flying = sound[Stage.FUNCTIONING], sound[Stage.FLYING]
    if sound[Stage.FAILING] >= gates.failing_gate and functioning < gates.low_gate and flying < gates.low_gate:
        return Stage.FAILING
    if flying >= gates.flying_gate and functioning >= gates.functioning_gate:
        return Stage.FLYING
    return max(OPEN_STAGES, key=lambda stage: sound[stage])


def answers_without_one(agencies: Sequence[Means], gates: Gates) -> tuple[Stage | None, ...]:
    """What the gates give with each agency left out in turn."""
    return tuple(gate_answer(stage_scores(rest), gates) for rest in means_without_one(agencies))


def ranked(scores: Scores) -> tuple[tuple[Stage, Fraction], ...]:
    """Forming, Frustration and Functioning with their scores, the largest first."""
    held = [(stage, scores[stage] or Fraction(0)) for stage in OPEN_STAGES]
    return tuple(sorted(held, key=lambda pair: (-pair[1], pair[0].rank)))
