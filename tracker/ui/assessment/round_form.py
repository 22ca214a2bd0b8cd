"""Starting a round of self-assessment, and putting one right."""

from dataclasses import replace
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from tracker.models.assessment_taking import agencies_to_ask, started
from tracker.models.records import Assessment, Group, Record
from tracker.models.records.stage import Asked
from tracker.ui.desk import Desk
from tracker.ui.record_dialog import asked, record_dialog

NEW = ("asks", "on", "asked_ids", "note")
_CORRECTED = ("on", "asked_ids", "meeting_id", "note")
_STEPS = {Asked.SIGNS: "start a self-assessment", Asked.HEALTH: "start a health check"}


def start_round(desk: Desk, parent: QWidget, group_id: str) -> Assessment | None:
    """Asks what to ask, on which day and whom, and keeps the round; None if the person gave up."""
    snapshot = desk.snapshot
    group = snapshot.find(Group, group_id)
    blank = Assessment(
        id=desk.office.mint(),
        group_id=group_id,
        on=snapshot.today,
        asks=Asked.SIGNS,
        asked_ids=tuple(agency.id for agency in agencies_to_ask(snapshot, group_id, snapshot.today)),
        named=bool(group and group.ratings_named),
    )

    def finished(typed: Record) -> Record:
        return _begun(desk, cast("Assessment", typed))

    return cast("Assessment | None", asked(record_dialog(desk, parent, blank, _STEPS[Asked.SIGNS], NEW, finished)))


def correct_round(desk: Desk, parent: QWidget, assessment: Assessment) -> None:
    """Asks for a round's day, whom it asked and its note; what was answered stays."""

    def finished(typed: Record) -> Record:
        made = cast("Assessment", typed)
        if made.on != assessment.on:
            # The day is looked at as that of a new round would be.
            _begun(desk, made)
        return made

    asked(record_dialog(desk, parent, assessment, "correct a self-assessment", _CORRECTED, finished))


def _begun(desk: Desk, typed: Assessment) -> Assessment:
    """The round with the thresholds in force. Raises Mistake if it cannot be asked on that day."""
    on = typed.on or desk.snapshot.today
    fields: dict[str, Any] = {"asks": typed.asked, "asked_ids": typed.asked_ids}
    begun = started(desk.snapshot, typed.group_id or "", on, lambda: typed.id, **fields)
    return replace(begun, note=typed.note, meeting_id=typed.meeting_id)
