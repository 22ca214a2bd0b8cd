"""The four questions before starting (§2.1): does this need a group at all? In our own words."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class TriageQuestion:
    """One question. `field` is the triage's; the answer goes from 0 to `most`.

    Up to `low` the answer speaks for one agency (`simple` says why) and from `high` on for several (`complex`),
    `between` them for neither; `many_is_complex` is False where it is the other way round.
    """

    field: str
    question: str
    most: int
    low: int
    high: int
    many_is_complex: bool
    simple: str
    between: str
    complex: str
    section: str = "2.1"


TRIAGE_QUESTIONS: tuple[TriageQuestion, ...] = (
    TriageQuestion(
        field="aspects",
        question="How many sides of people's lives does it touch?",
        most=20,
        low=1,
        high=4,
        many_is_complex=True,
        simple="it touches hardly more than one side of people's lives",
        between="it touches a few sides of people's lives",
        complex="it touches many sides of people's lives at once",
    ),
    TriageQuestion(
        field="agencies",
        question="How many agencies have to do with it?",
        most=100,
        low=1,
        high=3,
        many_is_complex=True,
        simple="one agency has to do with it",
        between="two agencies have to do with it",
        complex="no single agency has all of it in hand",
    ),
    TriageQuestion(
        field="clarity",
        question="How clear is it what the matter is?",
        most=4,
        low=1,
        high=3,
        many_is_complex=False,
        simple="everybody can say what the matter is",
        between="it is half clear what the matter is",
        complex="nobody can say for certain what the matter is",
    ),
    TriageQuestion(
        field="standardness",
        question="How far does what is usually done fit?",
        most=4,
        low=1,
        high=3,
        many_is_complex=False,
        simple="what is usually done fits",
        between="what is usually done fits in part",
        complex="what is usually done does not fit",
    ),
)

# What an answer from 0 to 4 means.
SCALE = ("not at all", "a little", "partly", "mostly", "fully")
