"""The forms of a claim and of what shows it: held against every rule before they are kept."""

from PySide6.QtWidgets import QWidget

from tracker.models.mapping_changes import put_right, with_evidence
from tracker.models.records import Evidence, Mapping, Record
from tracker.ui.desk import Desk
from tracker.ui.record_dialog import asked, record_dialog

_CLAIM = ("role", "type", "strength", "share_basis", "measure_id", "outcome_id", "evidence_grade", "agreed_on")
_CLAIM_REST = ("agreed_meeting_id", "sensitivity")
_EVIDENCE = ("name", "kind", "grade", "reference", "on", "sensitivity")


def correct_claim(desk: Desk, parent: QWidget, claim: Mapping) -> Mapping | None:
    """Asks for what single keys do not: part, measure, outcome, day and meeting, and who may see it."""

    def finished(typed: Record) -> Record:
        assert isinstance(typed, Mapping)
        return put_right(desk.snapshot, desk.snapshot.one(Mapping, claim.id), typed)

    dialog = record_dialog(desk, parent, claim, "put a claim right", (*_CLAIM, *_CLAIM_REST), finished)
    kept = asked(dialog)
    return kept if isinstance(kept, Mapping) else None


def add_evidence(desk: Desk, parent: QWidget, claim: Mapping) -> bool:
    """Asks for a piece of evidence of the claim's result; the claim takes the best grade there is, in the same step."""
    blank = Evidence(id=desk.office.mint(), result_id=claim.result_id, on=desk.snapshot.today)
    return _ask(desk, parent, blank, claim, "add evidence")


def correct_evidence(desk: Desk, parent: QWidget, evidence: Evidence, claim: Mapping | None) -> bool:
    """Asks for a corrected piece of evidence; the claim takes the best grade there is, in the same step."""
    return _ask(desk, parent, evidence, claim, "correct evidence")


def _ask(desk: Desk, parent: QWidget, evidence: Evidence, claim: Mapping | None, step: str) -> bool:
    def finished(typed: Record) -> Record:
        assert isinstance(typed, Evidence)
        now = desk.snapshot.find(Mapping, claim.id) if claim else None
        # Within the step of the form: the grade of the claim goes with what shows it.
        desk.office.save(typed)
        if now is not None:
            desk.office.save(with_evidence(desk.snapshot, now, typed))
        return typed

    return asked(record_dialog(desk, parent, evidence, step, _EVIDENCE, finished)) is not None
