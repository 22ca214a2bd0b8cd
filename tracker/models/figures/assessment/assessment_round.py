"""One round of self-assessment as it is shown: its profile, its splits, what it suggests, and what it cannot tell."""

from collections.abc import Mapping

from tracker.models.figures.assessment.agreement import FEW, LEAST_CASES
from tracker.models.figures.assessment.averages import agency_means, counting, heard
from tracker.models.figures.assessment.coverage import Coverage, coverage
from tracker.models.figures.assessment.gates import gates_of
from tracker.models.figures.assessment.question_view import (
    Question,
    QuestionView,
    most_different_first,
    question_view,
)
from tracker.models.figures.assessment.suggestion import Suggestion, suggestion
from tracker.models.figures.self_profile import SelfProfile, self_profile
from tracker.models.guidance.sign_questions import SIGN_QUESTIONS
from tracker.models.guidance.signs import SIGNS
from tracker.models.records.agency import Agency
from tracker.models.records.stage import Assessment
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# How many of the signs that they differ on most are put up for discussion.
TO_DISCUSS = 3


@value
class AssessmentRound(Value):
    """A round that asked for the signs. `signs` are all 24 in the order of the stages."""

    assessment: Assessment
    coverage: Coverage
    profile: SelfProfile
    suggestion: Suggestion
    signs: tuple[QuestionView, ...]

    @property
    def splits(self) -> tuple[QuestionView, ...]:
        """The signs of which somebody says 1 or less and somebody 3 or more, the widest apart first."""
        return tuple(sign for sign in self.splits_first if sign.split)

    @property
    def splits_first(self) -> tuple[QuestionView, ...]:
        """All signs that were answered, those first on which members differ most."""
        return most_different_first(self.signs)

    @property
    def to_discuss(self) -> tuple[QuestionView, ...]:
        """Up to three signs on which members differ most, each with its question; none where all say the same."""
        return tuple(sign for sign in self.splits_first[:TO_DISCUSS] if sign.lowest != sign.highest or sign.split)

    @property
    def limits(self) -> tuple[str, ...]:
        """What these figures cannot tell, in sentences."""
        return limits_of(self.coverage.raters, self.coverage, named=self.assessment.named)


def assessment_round(snapshot: Snapshot, assessment: Assessment) -> AssessmentRound:
    """What a round of signs shows, answered or not."""
    ratings = counting(heard(snapshot, assessment))
    agencies = agency_means(ratings)
    names = dot_names(snapshot, assessment)
    return AssessmentRound(
        assessment=assessment,
        coverage=coverage(snapshot, assessment),
        profile=self_profile(snapshot, assessment),
        suggestion=round_suggestion(snapshot, assessment),
        signs=tuple(question_view(question, ratings, agencies, names) for question in _QUESTIONS),
    )


def round_suggestion(snapshot: Snapshot, assessment: Assessment) -> Suggestion:
    """What a round of signs suggests, by the thresholds that it was kept with."""
    ratings = counting(heard(snapshot, assessment))
    asked, gates = coverage(snapshot, assessment), gates_of(assessment.thresholds)
    return suggestion(tuple(agency_means(ratings).values()), len(ratings), gates, asked.words)


def dot_names(snapshot: Snapshot, assessment: Assessment) -> Mapping[str, str]:
    """What the dots are called by the ids of their agencies: nothing, unless the group had agreed to names."""
    return {agency.id: agency.called for agency in snapshot.of(Agency)} if assessment.named else {}


def limits_of(raters: int, asked: Coverage, *, named: bool) -> tuple[str, ...]:
    """What so few raters cannot tell."""
    said = []
    if raters and raters <= FEW:
        said.append(f"With up to {FEW} raters no middle is told, only the lowest and the highest answer.")
    elif raters and raters < LEAST_CASES:
        said.append(f"With fewer than {LEAST_CASES} raters everything is told in counts, never in per cent.")
    if asked.waited_for:
        said.append("Those who did not answer may see it otherwise.")
    if raters and not named:
        said.append("In a group of this size answers without names can often be guessed: keep them in the room.")
    return tuple(said)


_QUESTIONS = tuple(
    Question(sign.key, sign.text, sign.section, SIGN_QUESTIONS[sign.key], sign.stage, None) for sign in SIGNS
)
