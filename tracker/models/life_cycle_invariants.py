"""What must hold of stage judgements and of answers in every office, said in a sentence where it does not (§7.2)."""

from collections.abc import Callable, Iterator
from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.assessment.asked_order import keys_asked
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.record import Record
from tracker.models.records.stage import Asked, Assessment, Rating, StageJudgement
from tracker.models.snapshot import Snapshot


def one_judgement_a_day(snapshot: Snapshot) -> Iterator[str]:
    """Of two judgements on one day nobody could say where the group stood."""
    held: dict[tuple[str | None, date], StageJudgement] = {}
    for judgement in snapshot.of(StageJudgement):
        if judgement.on is None:
            continue
        other = held.setdefault((judgement.group_id, judgement.on), judgement)
        if other is not judgement:
            group = snapshot.called(Group, judgement.group_id)
            yield (
                f"{group} would be judged twice on {shown(judgement.on)}: “{other.title}” and “{judgement.title}”. "
                "Correct the one that is there, or choose another day."
            )


def judged_while_it_ran(snapshot: Snapshot) -> Iterator[str]:
    """A group has a stage from its first day to its last."""
    for judgement in snapshot.of(StageJudgement):
        group = snapshot.find(Group, judgement.group_id)
        if group is None or judgement.on is None:
            continue
        day = shown(judgement.on)
        if group.started_on and judgement.on < group.started_on:
            yield (
                f"{group.called} would be judged on {day}, and it began on {shown(group.started_on)}: "
                "put one of the two days right."
            )
        if group.closed_on and judgement.on > group.closed_on:
            yield (
                f"{group.called} would be judged on {day}, and it closed on {shown(group.closed_on)}: "
                "put one of the two days right."
            )


def answers_to_what_was_asked(snapshot: Snapshot) -> Iterator[str]:
    """A round of the signs has answers to the signs, a health check to its questions."""
    keys = {asked: keys_asked(asked) for asked in Asked}
    for rating in snapshot.of(Rating):
        assessment = snapshot.find(Assessment, rating.assessment_id)
        if assessment is None:
            continue
        strange = sum(key not in keys[assessment.asked] for key, _ in rating.answers)
        if strange:
            group = snapshot.called(Group, assessment.group_id)
            yield (
                f"Of the answers of {snapshot.called(Agency, rating.agency_id)} in {group} on "
                f"{shown(assessment.on)}, {strange} are to questions that were not asked then: leave them out."
            )


# Each with the kinds whose change could break it.
LIFE_CYCLE_INVARIANTS: tuple[tuple[frozenset[type[Record]], Callable[[Snapshot], Iterator[str]]], ...] = (
    (frozenset({StageJudgement}), one_judgement_a_day),
    (frozenset({StageJudgement, Group}), judged_while_it_ran),
    (frozenset({Rating, Assessment}), answers_to_what_was_asked),
)
