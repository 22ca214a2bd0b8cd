"""The order in which the signs are asked: mixed, so that the stages do not show (§7.2)."""

from hashlib import sha256

from tracker.models.guidance.health import HEALTH_QUESTIONS
from tracker.models.guidance.signs import SIGNS, Sign
from tracker.models.records.stage import Asked, Assessment, Stage


def mixed_order(seed_text: str) -> tuple[Sign, ...]:
    """All signs, mixed by a text such as the round's id: the same text gives the same order on every machine.

    No two neighbours are signs of one stage.
    """
    left = sorted(SIGNS, key=lambda sign: sha256(f"{seed_text} {sign.key}".encode()).digest())
    order: list[Sign] = []
    while left:
        following = _next(left, order[-1].stage if order else None)
        left.remove(following)
        order.append(following)
    return tuple(order)


def asked_texts(assessment: Assessment) -> tuple[tuple[str, str], ...]:
    """What a round asks, in the order in which it asks: each key with its sentence."""
    if assessment.asked is Asked.HEALTH:
        return tuple((question.key, question.text) for question in HEALTH_QUESTIONS)
    return tuple((sign.key, sign.text) for sign in mixed_order(assessment.id))


def keys_asked(asked: Asked) -> frozenset[str]:
    """The keys under which answers to these questions are kept."""
    asked_for = HEALTH_QUESTIONS if asked is Asked.HEALTH else SIGNS
    return frozenset(each.key for each in asked_for)


def _next(left: list[Sign], before: Stage | None) -> Sign:
    """The first that is of another stage; a stage that has as many left as all others together goes first."""
    counts = {stage: sum(sign.stage is stage for sign in left) for stage in Stage}
    most = max(Stage, key=lambda stage: counts[stage])
    pressing = most is not before and 2 * counts[most] > len(left)
    fitting = (sign for sign in left if (sign.stage is most if pressing else sign.stage is not before))
    return next(fitting, left[0])
