"""What the group says of itself: stages, self-assessments, closeness, triage, ways of leading, views of the issue."""

from collections import Counter
from collections.abc import Iterator

from tracker.models.figures import timeline_words as words
from tracker.models.figures.timeline.by_day import by_day
from tracker.models.figures.timeline.entry import NOBODY, Telling
from tracker.models.figures.timeline.involved import about
from tracker.models.records.group import Group
from tracker.models.records.outlook import ContinuumPlace, Practice, SenseMaking, Triage
from tracker.models.records.stage import Assessment, StageJudgement
from tracker.models.snapshot import Snapshot


def tell(snapshot: Snapshot, group: Group) -> Iterator[Telling]:
    """All is the group's; a self-assessment is about the agencies asked, a view about those that gave one."""
    for judgement in snapshot.of(StageJudgement, group_id=group.id):
        why = words.joined(judgement.why, judgement.judged_by)
        yield judgement.on, "Stage", judgement.title, why, judgement, NOBODY
    for assessment in snapshot.of(Assessment, group_id=group.id):
        asked = about(snapshot, group.id, assessment.asked_ids)
        yield assessment.on, "Self-assessment", assessment.note or "Members rated the signs", "", assessment, asked
    for place in snapshot.of(ContinuumPlace, group_id=group.id):
        yield place.on, "Closeness aimed for" if place.target else "Closeness", place.title, place.why, place, NOBODY
    for triage in snapshot.of(Triage, group_id=group.id):
        yield triage.on, "Triage", triage.title, triage.overruled_because, triage, NOBODY
    for practice in snapshot.of(Practice, group_id=group.id):
        state = practice.state.label.lower() if practice.state else ""
        yield practice.on, "Way of leading", f"{practice.title}: {state}", practice.note, practice, NOBODY
    views = snapshot.of(SenseMaking, group_id=group.id)
    for view, several in by_day(views, lambda view: view.on):
        counts = Counter(one.title.lower() for one in several)
        whom = about(snapshot, group.id, (one.agency_id for one in several))
        yield view.on, "Views of the issue", words.counted(counts), "", view, whom
