"""All rounds of self-assessment of a group, the newest first."""

from datetime import date

from tracker.models.figures.assessment.assessment_round import AssessmentRound, assessment_round, round_suggestion
from tracker.models.figures.assessment.coverage import Coverage, coverage
from tracker.models.figures.assessment.suggestion import Suggestion
from tracker.models.records.stage import Asked, Assessment, StageJudgement
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class RoundListed(Value):
    """A round in the list. `suggestion` is None for a health check; `judgement` is the one that rests on the round."""

    assessment: Assessment
    on: date
    coverage: Coverage
    suggestion: Suggestion | None
    judgement: StageJudgement | None

    @property
    def id(self) -> str:
        """The round's own."""
        return self.assessment.id

    @property
    def words(self) -> str:
        """What it suggests, or that it is a health check."""
        return self.suggestion.words if self.suggestion else self.assessment.asked.label


def rounds(snapshot: Snapshot, group_id: str) -> tuple[RoundListed, ...]:
    """Every round of a group up to today, of signs and of the health check, the newest first."""
    return tuple(_listed(snapshot, assessment) for assessment in reversed(rounds_of(snapshot, group_id)))


def latest_round(snapshot: Snapshot, group_id: str) -> AssessmentRound | None:
    """The latest round of signs up to today that anybody answered; None if there is none."""
    for assessment in reversed(rounds_of(snapshot, group_id, Asked.SIGNS)):
        if coverage(snapshot, assessment).raters:
            return assessment_round(snapshot, assessment)
    return None


def round_before(snapshot: Snapshot, assessment: Assessment) -> Assessment | None:
    """The round that asked the same before it, if anybody answered that."""
    earlier = rounds_of(snapshot, assessment.group_id or "", assessment.asked)
    for each in reversed(earlier):
        if _place(each) < _place(assessment) and coverage(snapshot, each).raters:
            return each
    return None


def rounds_of(snapshot: Snapshot, group_id: str, asked: Asked | None = None) -> tuple[Assessment, ...]:
    """The rounds of a group up to today, the oldest first; those that asked for one thing, or all."""
    found = [
        assessment
        for assessment in snapshot.of(Assessment, group_id=group_id)
        if assessment.on and assessment.on <= snapshot.today and asked in (None, assessment.asked)
    ]
    return tuple(sorted(found, key=_place))


def _place(assessment: Assessment) -> tuple[date, str]:
    return assessment.on or date.min, assessment.id


def _listed(snapshot: Snapshot, assessment: Assessment) -> RoundListed:
    signs = assessment.asked is Asked.SIGNS
    resting = sorted(snapshot.of(StageJudgement, assessment_id=assessment.id), key=lambda each: (str(each.on), each.id))
    return RoundListed(
        assessment=assessment,
        on=assessment.on or snapshot.today,
        coverage=coverage(snapshot, assessment),
        suggestion=round_suggestion(snapshot, assessment) if signs else None,
        judgement=resting[-1] if resting else None,
    )
