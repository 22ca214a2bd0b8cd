"""Judging the stage: the form, with the self-assessment behind it; what is refused is said in the form (§7.2)."""

from typing import cast

from PySide6.QtWidgets import QWidget

from tracker.models.dates import shown
from tracker.models.figures.assessment.rounds import rounds_of
from tracker.models.figures.lane import lane_of
from tracker.models.judging import differs, judged, proposed, suggestion_behind
from tracker.models.mistake import Mistake
from tracker.models.records import Assessment, Record, StageJudgement
from tracker.models.records.stage import Asked
from tracker.ui.desk import Desk
from tracker.ui.form import RecordForm
from tracker.ui.form_dialog import FormDialog
from tracker.ui.form_plan import plan_of
from tracker.ui.widgets import Muted
from tracker.ui.words import UNDO_HINT

_BEHIND = ("assessment_id", "differs_because")
_NO_ROUND = (
    "No self-assessment stands behind it. Leave the stage empty if it is not clear: that is an answer too (§7.2)."
)


class JudgementDialog(FormDialog):
    """The form of a judgement. Why it differs is asked for only where it does from the round behind it."""

    def __init__(self, desk: Desk, parent: QWidget | None, judgement: StageJudgement, step: str) -> None:
        snapshot = desk.snapshot
        rounds = rounds_of(snapshot, judgement.group_id or "", Asked.SIGNS)
        fields = [name for name in plan_of(StageJudgement).essential if rounds or name not in _BEHIND]
        form = RecordForm(StageJudgement, snapshot, judgement, fields)
        super().__init__(step.capitalize(), form, self._keep_judged, parent)
        self._desk = desk
        self._step = step
        self._told = Muted()
        self._column.insertWidget(2, self._told)
        form.changed.connect(self._tell)
        self._tell()

    @property
    def told(self) -> str:
        """What is said of the self-assessment behind the judgement."""
        return self._told.text()

    def accept(self) -> None:
        super().accept()
        # What is missing where the judgement differs is asked for at once.
        if self.kept is None and differs(self._desk.snapshot, self._typed) and not self._typed.differs_because.strip():
            self.form.inputs["differs_because"].setFocus()

    @property
    def _typed(self) -> StageJudgement:
        return cast("StageJudgement", self.form.record)

    def _keep_judged(self, typed: Record) -> None:
        with self._desk.office.step(self._step):
            self._desk.office.save(*judged(self._desk.snapshot, cast("StageJudgement", typed)))

    def _tell(self) -> None:
        snapshot, typed = self._desk.snapshot, self._typed
        suggested = suggestion_behind(snapshot, typed)
        because = self.form.inputs.get("differs_because")
        if because is not None:
            # With its caption and help, which stand around it.
            whole = because.parentWidget() or because
            whole.setVisible(differs(snapshot, typed) or bool(typed.differs_because.strip()))
        behind = snapshot.find(Assessment, typed.assessment_id)
        if suggested is None or behind is None:
            self._told.setText(_NO_ROUND)
            return
        self._told.setText(
            f"The self-assessment of {shown(behind.on)} says: {suggested.words} ({suggested.coverage}). "
            "It suggests, and you decide; where you see it differently, say in a line why (§7.2)."
        )


def judge_anew(desk: Desk, parent: QWidget, group_id: str) -> StageJudgement | None:
    """Asks for a new judgement, with the latest self-assessment behind it where none rests on it yet."""
    return _asked(desk, parent, proposed(desk.snapshot, group_id, desk.office.mint), "judge the stage")


def judge_by(desk: Desk, parent: QWidget, assessment: Assessment) -> StageJudgement | None:
    """Asks for a new judgement that rests on a round."""
    blank = proposed(desk.snapshot, assessment.group_id or "", desk.office.mint)
    if blank.assessment_id != assessment.id:
        blank = StageJudgement(id=blank.id, group_id=blank.group_id, on=blank.on, assessment_id=assessment.id)
    return _asked(desk, parent, blank, "judge the stage")


def judge(desk: Desk, parent: QWidget, judgement: StageJudgement) -> StageJudgement | None:
    """Asks for a corrected judgement; what it said before is kept."""
    return _asked(desk, parent, judgement, "correct a stage judgement")


def _asked(desk: Desk, parent: QWidget, judgement: StageJudgement, step: str) -> StageJudgement | None:
    try:
        dialog = JudgementDialog(desk, parent, judgement, step)
    except Mistake as mistake:
        desk.mistaken.emit(mistake.sentence)
        return None
    dialog.exec()
    kept = cast("StageJudgement | None", dialog.kept)
    dialog.deleteLater()
    if kept is not None:
        lane = lane_of(kept)
        word = lane.label if lane else "not clear"
        desk.said.emit(f"Judged: {word}, {shown(kept.on)}. {UNDO_HINT}")
    return kept
