"""The groups in the order in which people see them: running ones by name, closed ones last."""

from tracker.models.figures.trajectory import Lane, trajectory
from tracker.models.records import Group
from tracker.models.snapshot import Snapshot
from tracker.ui.words import folded


def groups_in_order(snapshot: Snapshot) -> list[Group]:
    """All groups, running ones first, each part by what people call them."""
    return sorted(
        snapshot.of(Group), key=lambda group: (not group.open_on(snapshot.today), folded(group.called), group.id)
    )


def groups_with_stage(snapshot: Snapshot) -> list[tuple[Group, Lane | None, bool]]:
    """Each group with its stage now (None if not clear or not judged), and whether it is running."""
    found = []
    for group in groups_in_order(snapshot):
        now = trajectory(snapshot, group.id).now
        found.append((group, now.lane if now else None, group.open_on(snapshot.today)))
    return found
