"""Meetings that were begun and are not saved yet: one more source of needs, read from the drafts on disk."""

from collections.abc import Iterator
from pathlib import Path

from tracker.models.figures.need import Lead, Need, Urgency
from tracker.models.records.group import Group
from tracker.models.records.meeting import Meeting
from tracker.ui.desk import Desk


def draft_needs(desk: Desk) -> Iterator[Need]:
    """A need for each draft of the office."""
    office = desk.office
    # Hardly ever is there one: what reads them is loaded only then.
    if not _are_there(office.setting.data_folder / "drafts"):
        return
    from tracker.ui.draft import DraftFolder

    folder, snapshot = DraftFolder(office.setting.data_folder, office.path), desk.snapshot
    keys = [(group.id, group.id) for group in snapshot.of(Group)]
    keys += [(meeting.id, meeting.group_id or "") for meeting in snapshot.of(Meeting)]
    for key, group_id in keys:
        typed = folder.read(key)
        if typed is not None:
            record_id = key if key != group_id else ""
            title = f"{snapshot.called(Group, group_id)}: {typed.words} is not saved"
            figures = "It is kept on this computer alone until it is saved"
            place = Lead("log-meeting", group_id, record_id=record_id)
            yield Need(title, figures, "", "Finish it", place, Urgency.NOW, 1_000)


def _are_there(drafts: Path) -> bool:
    """Whether any folder of drafts holds one. A pattern would be looked up in milliseconds, before the first paint."""
    if not drafts.is_dir():
        return False
    return any(each.suffix == ".json" for folder in drafts.iterdir() if folder.is_dir() for each in folder.iterdir())
