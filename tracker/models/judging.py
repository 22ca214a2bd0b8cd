"""Judging the stage of a group: what may be entered, and what a new judgement starts from (§7.2)."""

from collections.abc import Callable, Iterator
from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.assessment.assessment_round import round_suggestion
from tracker.models.figures.assessment.rounds import latest_round
from tracker.models.figures.assessment.suggestion import Suggestion
from tracker.models.mistake import Mistake
from tracker.models.records.group import Group
from tracker.models.records.stage import Asked, Assessment, StageJudgement
from tracker.models.snapshot import Snapshot


def proposed(snapshot: Snapshot, group_id: str, mint: Callable[[], str]) -> StageJudgement:
    """A blank judgement of today, or of the day the group closed.

    The latest self-assessment stands behind it, unless a judgement rests on it or was made since.
    """
    group = snapshot.one(Group, group_id)
    day = min(snapshot.today, group.closed_on or date.max)
    blank = StageJudgement(id=mint(), group_id=group_id, on=day)
    found = latest_round(snapshot, group_id)
    if found is None or not _unused(snapshot, found.assessment, day):
        return blank
    on = shown(found.assessment.on)
    return StageJudgement(
        id=blank.id,
        group_id=group_id,
        on=day,
        assessment_id=found.assessment.id,
        evidence=f"Self-assessment of {on}: {found.coverage.short}.",
    )


def judged(snapshot: Snapshot, judgement: StageJudgement) -> tuple[StageJudgement, ...]:
    """The records to keep: the judgement, new or put right. Raises Mistake with the first of its problems."""
    if problems := judgement_problems(snapshot, judgement):
        raise Mistake(problems[0])
    return (judgement,)


def judgement_problems(snapshot: Snapshot, judgement: StageJudgement) -> list[str]:
    """Why a judgement cannot be kept, as sentences that say what to do; empty when it can."""
    return judgement.problems() or list(_between_records(snapshot, judgement))


def suggestion_behind(snapshot: Snapshot, judgement: StageJudgement) -> Suggestion | None:
    """What the self-assessment behind a judgement suggests; None without one, or if it did not ask for the signs."""
    assessment = snapshot.find(Assessment, judgement.assessment_id)
    if assessment is None or assessment.asked is not Asked.SIGNS:
        return None
    return round_suggestion(snapshot, assessment)


def differs(snapshot: Snapshot, judgement: StageJudgement) -> bool:
    """Whether a judgement says something else than the self-assessment behind it suggests."""
    suggested = suggestion_behind(snapshot, judgement)
    return suggested is not None and not suggested.fits(judgement)


def _between_records(snapshot: Snapshot, judgement: StageJudgement) -> Iterator[str]:
    group, on = snapshot.one(Group, judgement.group_id), judgement.on
    assert on is not None
    day = shown(on)
    if group.started_on and group.started_on > snapshot.today:
        yield f"{group.called} begins on {shown(group.started_on)}: judge its stage from that day on."
        return
    if group.started_on and on < group.started_on:
        yield f"{group.called} began on {shown(group.started_on)}, after {day}: choose a later day."
    if on > snapshot.today:
        yield f"{day} is still to come: give the day of the judgement, up to {shown(snapshot.today)}."
    if group.closed_on and on > group.closed_on:
        yield f"{group.called} closed on {shown(group.closed_on)}, before {day}: choose an earlier day."
    for other in snapshot.of(StageJudgement, group_id=group.id):
        if other.on == on and other.id != judgement.id:
            yield f"On {day} the group was judged already: “{other.title}”. Correct that one, or choose another day."
    yield from _behind(snapshot, judgement, group, on)


def _behind(snapshot: Snapshot, judgement: StageJudgement, group: Group, on: date) -> Iterator[str]:
    assessment = snapshot.find(Assessment, judgement.assessment_id)
    if assessment is None:
        return
    if assessment.group_id != group.id:
        yield f"The self-assessment behind it is not of {group.called}: choose one of this group's."
    elif assessment.on and assessment.on > on:
        yield f"The self-assessment behind it is of {shown(assessment.on)}, after the judgement: choose a later day."
    elif not judgement.differs_because.strip() and differs(snapshot, judgement):
        suggested = suggestion_behind(snapshot, judgement)
        words = suggested.words if suggested else ""
        yield f"The self-assessment suggests “{words}”: say in a line why you see it differently."


def _unused(snapshot: Snapshot, assessment: Assessment, day: date) -> bool:
    """Whether no judgement rests on the round, none was made after it, and it was no later than that day."""
    if assessment.on is None or assessment.on > day:
        return False
    return not any(
        judgement.assessment_id == assessment.id or (judgement.on and judgement.on > assessment.on)
        for judgement in snapshot.of(StageJudgement, group_id=assessment.group_id)
    )
