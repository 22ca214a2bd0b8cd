"""The lanes of a trajectory: a stage's height on it (§7.2)."""

from tracker.models.choice import Choice
from tracker.models.records.stage import Stage, StageJudgement


class Lane(Choice):
    """The lanes from bottom to top: up is further through the life cycle, and Failing lies below it all."""

    FAILING = "failing"
    FORMING = "forming"
    FRUSTRATION = "frustration"
    CROSSOVER = "crossover"
    FUNCTIONING = "functioning"
    FLYING = "flying"


_LANES = {stage: Lane(stage.value) for stage in Stage}


def lane_of(judgement: StageJudgement) -> Lane | None:
    """The lane of a judgement; None if the stage was not clear."""
    if judgement.stage is None:
        return None
    return Lane.CROSSOVER if judgement.crossover else _LANES[judgement.stage]
