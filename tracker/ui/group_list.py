"""The groups in the order in which people see them: running ones by name, closed ones last."""

from tracker.models.figures.lane import Lane, lane_of
from tracker.models.folding import folded
from tracker.models.records.group import Group
from tracker.models.records.stage import StageJudgement
from tracker.models.snapshot import Snapshot


def groups_in_order(snapshot: Snapshot) -> list[Group]:
    """All groups, running ones first, each part by what people call them."""
    return sorted(
        snapshot.of(Group), key=lambda group: (not group.open_on(snapshot.today), folded(group.called), group.id)
    )


def groups_with_stage(snapshot: Snapshot) -> list[tuple[Group, Lane | None, bool]]:
    """Each group with its stage now (None if not clear or not judged), and whether it is running."""
    return [(group, _lane_now(snapshot, group), group.open_on(snapshot.today)) for group in groups_in_order(snapshot)]


def _lane_now(snapshot: Snapshot, group: Group) -> Lane | None:
    """As the trajectory has it, without its marks, which would cost every start some milliseconds."""
    judged = [
        (judgement.on, judgement.id, judgement)
        for judgement in snapshot.of(StageJudgement, group_id=group.id)
        if judgement.on and judgement.on <= min(snapshot.today, group.closed_on or snapshot.today)
    ]
    return lane_of(max(judged)[2]) if judged else None
