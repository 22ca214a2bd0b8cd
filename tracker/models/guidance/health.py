"""The health check: what keeps a group well, in six domains, in our own words."""

from dataclasses import dataclass

from tracker.models.choice import Choice


class HealthDomain(Choice):
    """The six domains; they are never added up."""

    PURPOSE = "purpose", "Purpose"
    BACKING = "backing", "Backing from home"
    TRUST = "trust", "Trust and power"
    ARRANGEMENTS = "arrangements", "Arrangements"
    DELIVERY = "delivery", "Delivery"
    LEARNING = "learning", "Learning and accountability"


@dataclass(frozen=True, kw_only=True)
class HealthQuestion:
    """One question. `key` is what answers are kept under; `text` completes "True of our group now?"."""

    key: str
    domain: HealthDomain
    text: str
    section: str


def _questions(domain: HealthDomain, *rows: tuple[str, str, str]) -> tuple[HealthQuestion, ...]:
    return tuple(
        HealthQuestion(key=f"{domain.value}_{name}", domain=domain, text=text, section=section)
        for name, section, text in rows
    )


HEALTH_QUESTIONS: tuple[HealthQuestion, ...] = (
    *_questions(
        HealthDomain.PURPOSE,
        ("shared", "4.1", "Each of us would tell a stranger the same thing about what the group is there to change"),
        ("needed", "2.1", "What we work on still takes all of us: no one agency could do it alone"),
        ("people", "8.3", "Those whom it is about had a say in what we are after"),
        ("revisited", "3.2", "When what we see changes, we put our purpose anew"),
    ),
    *_questions(
        HealthDomain.BACKING,
        ("time", "6.2", "My agency counts this work as part of my job, and leaves me the time for it"),
        ("means", "6.2", "Money, people or rooms come from home when they are needed"),
        ("authority", "3.4", "I can say yes at the table without asking at home each time"),
        ("levels", "6.1", "At home, those above me and those below me know what we do here and support it"),
    ),
    *_questions(
        HealthDomain.TRUST,
        ("candour", "4.1", "We can tell each other bad news early, and nobody is made to pay for it"),
        ("heard", "4.1", "Small members are listened to as much as large ones"),
        ("power", "4.2", "We speak openly about who holds the money and who decides"),
        ("history", "4.2", "What lies between our agencies from earlier times has been talked through"),
    ),
    *_questions(
        HealthDomain.ARRANGEMENTS,
        ("roles", "4.2", "We know who leads, who holds which issue and who does what"),
        ("rules", "4.2", "How we meet, decide and settle a quarrel is agreed, and we keep to it"),
        ("information", "8.2", "We know what we may tell each other about people, and on what basis"),
        ("iwi_maori", "8.3", "Iwi and Māori take part in the way that was settled with them"),
    ),
    *_questions(
        HealthDomain.DELIVERY,
        ("promises", "4.1", "What we promise each other gets done, by the day we said"),
        ("victories", "7.2", "In the last few months something has become better that we can point to"),
        ("felt", "3.4", "People, families or whānau would notice if the group stopped"),
    ),
    *_questions(
        HealthDomain.LEARNING,
        ("stopping", "5.1", "We stop now and then to ask what we have learned, and then do something differently"),
        ("home", "5.2", "What we learn here reaches our agencies and is taken up"),
        ("counted", "8.2", "My agency can report what the group achieves as part of its own results"),
        ("honest", "4.3", "Those we answer to hear from us before they hear it elsewhere"),
    ),
)


def questions_of(domain: HealthDomain) -> tuple[HealthQuestion, ...]:
    """The questions of one domain, in their order."""
    return tuple(question for question in HEALTH_QUESTIONS if question.domain is domain)
