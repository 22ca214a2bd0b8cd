"""What a group does to lead itself, and its practical steps (§4.2), in our own words."""

from dataclasses import dataclass

from tracker.models.records.outlook import PracticeName


@dataclass(frozen=True, kw_only=True)
class PracticeHelp:
    """One task (`task`) or practical step. `text` says what it is, `next_step` what to do to begin."""

    name: PracticeName
    task: bool
    text: str
    next_step: str
    section: str = "4.2"


def _task(name: PracticeName, text: str, next_step: str) -> PracticeHelp:
    return PracticeHelp(name=name, task=True, text=text, next_step=next_step)


def _step(name: PracticeName, text: str, next_step: str) -> PracticeHelp:
    return PracticeHelp(name=name, task=False, text=text, next_step=next_step)


PRACTICES: tuple[PracticeHelp, ...] = (
    _task(
        PracticeName.ACTIVATION,
        "Find the people who are needed, draw on what they know and have, and look after the way they are brought "
        "together.",
        "Ask who is missing, and who will ask them.",
    ),
    _task(
        PracticeName.FRAMING,
        "Settle how the group goes about things, what it holds dear, and how it looks at the issue.",
        "Ask each member to say the issue in one sentence, and put the sentences side by side.",
    ),
    _task(
        PracticeName.MOBILISING,
        "Get members to commit themselves and stay with it, and their agencies to agree to what they do.",
        "Ask each home agency what it agrees to, and note the day.",
    ),
    _task(
        PracticeName.SYNTHESISING,
        "Make it easy to get on, so that aims, views and values that differ come together for one purpose.",
        "Take two views that clash, and ask what both want.",
    ),
    _task(
        PracticeName.GAME_MANAGEMENT,
        "Keep people talking and facts flowing, make things simpler and surer, and let the group come to run itself.",
        "Ask what everybody ought to know by the next meeting, and who tells them.",
    ),
    _step(
        PracticeName.SHARED_VISION,
        "A picture of what is to be different, made by all and held by all.",
        "Describe together a day in five years.",
    ),
    _step(
        PracticeName.ROADMAP,
        "The way to it: what comes first, what then, and how you will know.",
        "Name the next three stations, each with its month.",
    ),
    _step(
        PracticeName.RELATIONSHIP_BUILDING,
        "Time and occasions, on purpose, so that members come to know each other.",
        "Meet at each agency in turn, and let it show you round.",
    ),
    _step(
        PracticeName.SINGLE_PLAN,
        "One plan that all agencies own, in place of one each.",
        "Lay the agencies' own plans beside each other, and write the one that replaces them.",
    ),
    _step(
        PracticeName.RULES_OF_ENGAGEMENT,
        "How you deal with each other, such as who holds the ball and for how long.",
        "Write them on a page, and read it aloud at the next meeting.",
    ),
    _step(
        PracticeName.MEMORANDUM,
        "What the agencies put in writing about working together, signed by those who answer for it.",
        "Draft a page, and ask who would have to sign it.",
    ),
)

_BY_NAME = {help.name: help for help in PRACTICES}


def practice_help(name: PracticeName) -> PracticeHelp:
    """What is said of a task or a step."""
    return _BY_NAME[name]
