"""The signs of the five stages (§7.2, figure 6), in our own words."""

from dataclasses import dataclass

from tracker.models.records.stage import Stage


@dataclass(frozen=True, kw_only=True)
class Sign:
    """One sign of a stage. `key` is what ratings are kept under; `text` completes "True of our group now?"."""

    key: str
    stage: Stage
    text: str
    section: str = "7.2"


def _signs(stage: Stage, *pairs: tuple[str, str]) -> tuple[Sign, ...]:
    return tuple(Sign(key=f"{stage.value}_{name}", stage=stage, text=text) for name, text in pairs)


SIGNS: tuple[Sign, ...] = (
    *_signs(
        Stage.FORMING,
        ("cause", "A shared interest, chance or threat has brought us together"),
        ("enthusiasm", "The challenge and the people are new, and we are keen"),
        ("exploring", "We are still finding out what is wanted and what could be done"),
        ("unclear", "It is not yet plain what each of us is signing up to"),
    ),
    *_signs(
        Stage.FRUSTRATION,
        ("fog", "We cannot see clearly where this is going"),
        ("disputes", "We argue or are tense about what comes first and how to do it"),
        ("questioning", "Some of us wonder what the group is for and why we come"),
        ("agendas", "Things that nobody says out loud steer what members do"),
        ("doubts", "We doubt what the others bring"),
        ("competing", "Members compete for the credit or the lead"),
    ),
    *_signs(
        Stage.FUNCTIONING,
        ("vision", "Our picture of what we are after is fresh and sharp again"),
        ("projects", "Teams drawn from several agencies are getting things done"),
        ("we", "We say “we” more than “you”"),
        ("roles", "Each of us knows who does what"),
        ("accountable", "We answer to each other for what we said we would do"),
    ),
    *_signs(
        Stage.FLYING,
        ("goals", "We are reaching what the group set out to reach"),
        ("leadership", "Leading is shared around"),
        ("changing", "Agencies are changing their own ways so that the group's aims are met"),
        ("trust", "We trust and respect each other"),
        ("central", "What the group puts first is at the heart of each agency's own work"),
    ),
    *_signs(
        Stage.FAILING,
        ("leaving", "Members are turning away"),
        ("commitment", "The will to see it through is missing"),
        ("tensions", "The same tensions keep coming back"),
        ("breakdown", "Relationships are breaking or wearing thin"),
    ),
)
