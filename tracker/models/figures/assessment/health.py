"""The health check of a group: six domains side by side, each with its dots; they are never added up."""

from tracker.models.figures.assessment.agreement import FEW, median
from tracker.models.figures.assessment.assessment_round import dot_names, limits_of
from tracker.models.figures.assessment.averages import agency_means, counting, heard, mean_of
from tracker.models.figures.assessment.coverage import Coverage, coverage
from tracker.models.figures.assessment.question_view import (
    Dot,
    Question,
    QuestionView,
    most_different_first,
    question_view,
)
from tracker.models.figures.assessment.rounds import rounds_of
from tracker.models.guidance.health import HEALTH_QUESTIONS, HealthDomain, questions_of
from tracker.models.records.stage import Asked, Assessment
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class DomainView(Value):
    """One domain: a dot for each agency that answered two thirds of its questions, the lowest first.

    Of up to 4 raters there are only the lowest and the highest, and no `median`. `split` counts its split questions.
    """

    domain: HealthDomain
    dots: tuple[Dot, ...]
    median: float | None
    questions: tuple[QuestionView, ...]

    @property
    def split(self) -> int:
        """How many of its questions members are split on."""
        return sum(question.split for question in self.questions)


@value
class HealthRound(Value):
    """A round of the health check, its domains in their order. There is no total."""

    assessment: Assessment
    coverage: Coverage
    domains: tuple[DomainView, ...]

    @property
    def questions(self) -> tuple[QuestionView, ...]:
        """All questions, domain by domain."""
        return tuple(question for domain in self.domains for question in domain.questions)

    @property
    def splits(self) -> tuple[QuestionView, ...]:
        """The questions that members are split on, the widest apart first."""
        return tuple(question for question in most_different_first(self.questions) if question.split)

    @property
    def limits(self) -> tuple[str, ...]:
        """What these figures cannot tell, in sentences."""
        return limits_of(self.coverage.raters, self.coverage, named=self.assessment.named)


def health_round(snapshot: Snapshot, assessment: Assessment) -> HealthRound:
    """What a round of the health check shows, answered or not."""
    ratings = counting(heard(snapshot, assessment))
    agencies = agency_means(ratings)
    names = dot_names(snapshot, assessment)
    views = {question.key: question_view(question, ratings, agencies, names) for question in _QUESTIONS}
    domains = []
    for domain in HealthDomain:
        scores = sorted(
            (score, names.get(agency_id, ""))
            for agency_id, means in agencies.items()
            if (score := mean_of(_KEYS[domain], means)) is not None
        )
        enough = len(ratings) > FEW and bool(scores)
        told = scores if enough else scores[:1] + scores[1:][-1:]
        domains.append(
            DomainView(
                domain=domain,
                dots=tuple(Dot(float(score), name) for score, name in told),
                median=float(median(score for score, _ in scores)) if enough else None,
                questions=tuple(views[question.key] for question in questions_of(domain)),
            )
        )
    return HealthRound(assessment, coverage(snapshot, assessment), tuple(domains))


def latest_health(snapshot: Snapshot, group_id: str) -> HealthRound | None:
    """The latest health check up to today that anybody answered; None if there is none."""
    for assessment in reversed(rounds_of(snapshot, group_id, Asked.HEALTH)):
        if coverage(snapshot, assessment).raters:
            return health_round(snapshot, assessment)
    return None


_QUESTIONS = tuple(Question(asked.key, asked.text, asked.section, "", None, asked.domain) for asked in HEALTH_QUESTIONS)
_KEYS = {domain: [question.key for question in questions_of(domain)] for domain in HealthDomain}
