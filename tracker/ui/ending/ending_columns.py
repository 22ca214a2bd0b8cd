"""The columns of the steps on which a group ends, with the sign of each state."""

from PySide6.QtGui import QIcon

from tracker.models.figures.winding_up import EndingStep, StepState
from tracker.models.records import Record
from tracker.ui.parts.signs import Signs
from tracker.ui.style import UNIT
from tracker.ui.table import Column

# The single key of each step.
KEYS = {
    "decided": "D",
    "promises": "P",
    "balls": "B",
    "lessons": "L",
    "victories": "V",
    "thanks": "T",
    "papers": "K",
    "closed": "C",
}
# The sign and the tone of each state.
_LOOKS = {
    StepState.TO_DO: ("circle-alert", "warning"),
    StepState.IN_PART: ("history", "warning"),
    StepState.LEFT_OPEN: ("x", "warning"),
    StepState.DONE: ("circle-check", "good"),
    StepState.NOTHING: ("check", "muted"),
}


def ending_columns(signs: Signs) -> tuple[Column, ...]:
    """The step, how far it is, what is done or left of it, and its key."""

    def sign(step: EndingStep) -> QIcon:
        name, tone = _LOOKS[step.state]
        return signs.drawn(name, tone)

    return (
        Column("Step", lambda step: step.help.title, width=53 * UNIT, least=48 * UNIT, bold=True),
        Column("State", state_rank, text=state_words, icon=sign, tone=tone_of, width=31 * UNIT, least=31 * UNIT),
        Column("How far", words, width=80 * UNIT, least=50 * UNIT, share=1, tip=words),
        Column("Key", lambda step: KEYS[step.key], width=12 * UNIT, least=12 * UNIT, drop=1),
    )


def behind(step: EndingStep) -> tuple[Record, ...]:
    """The record whose own words a row shows; a count has none behind it."""
    return (step.source,) if step.source else ()


def words(step: EndingStep) -> str:
    """What is done or left of it."""
    return step.words


def state_rank(step: EndingStep) -> int:
    """By what the states are sorted."""
    return step.state.rank


def state_words(step: EndingStep) -> str:
    """How far the step is, in a word."""
    return step.state.label


def tone_of(step: EndingStep) -> str:
    """The tone of the state."""
    return _LOOKS[step.state][1]
