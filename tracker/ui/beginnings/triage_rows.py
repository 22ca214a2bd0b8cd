"""The four questions of the triage (§2.1), each with its answer and what that speaks for."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from tracker.models.figures.triage import TriageFound
from tracker.models.guidance.triage import SCALE, TRIAGE_QUESTIONS, TriageQuestion
from tracker.models.mistake import Mistake
from tracker.models.records.outlook import Triage
from tracker.ui.beginnings.answer_edit import AnswerEdit
from tracker.ui.style import UNIT
from tracker.ui.widgets import label


class TriageRows(QWidget):
    """`changed` with each answer; `confirmed` when Enter is pressed in one."""

    changed = Signal()
    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.edits = {each.field: AnswerEdit(each.question, each.most, _scale(each)) for each in TRIAGE_QUESTIONS}
        self._reasons = {each.field: label("", "muted") for each in TRIAGE_QUESTIONS}
        self._lay_out()

    @property
    def answers(self) -> dict[str, int | None]:
        """The answers by the names of the triage's fields. Raises Mistake if one cannot be read."""
        return {field: edit.answer for field, edit in self.edits.items()}

    @property
    def problem(self) -> str:
        """What cannot be read, "" if all can; marks it."""
        sentence = ""
        for edit in self.edits.values():
            try:
                _ = edit.answer
                edit.mark(wrong=False)
            except Mistake as mistake:
                edit.mark(wrong=True)
                sentence = sentence or mistake.sentence
        return sentence

    def filled(self, triage: Triage) -> Triage:
        """The triage with these answers. Raises Mistake if one cannot be read."""
        answers: dict[str, Any] = {**self.answers}
        return replace(triage, **answers)

    def show_answers(self, triage: Triage | None) -> None:
        """Shows the answers of a triage, none without one; says nothing of it."""
        for field, edit in self.edits.items():
            quiet = edit.blockSignals(True)
            edit.show_answer(getattr(triage, field) if triage else None)
            edit.blockSignals(quiet)

    def show_reasons(self, found: TriageFound) -> None:
        """Says beside each answer what it speaks for."""
        words = {reason.field: reason.words for reason in found.reasons}
        for question in TRIAGE_QUESTIONS:
            self._reasons[question.field].setText(words.get(question.field, _scale(question)))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * UNIT)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnStretch(1, 1)
        for place, question in enumerate(TRIAGE_QUESTIONS):
            edit, words, reason = self.edits[question.field], label(question.question), self._reasons[question.field]
            words.setWordWrap(True)
            words.setBuddy(edit)
            reason.setWordWrap(True)
            grid.addWidget(edit, 2 * place, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(words, 2 * place, 1)
            grid.addWidget(reason, 2 * place + 1, 1, Qt.AlignmentFlag.AlignTop)
            edit.textChanged.connect(self.changed)
            edit.returnPressed.connect(self.confirmed)


def _scale(question: TriageQuestion) -> str:
    if question.most != len(SCALE) - 1:
        return f"A number from 0 to {question.most:,}; empty if not known"
    return f"0 {SCALE[0]}, 1 {SCALE[1]}, 2 {SCALE[2]}, 3 {SCALE[3]}, 4 {SCALE[4]}; empty if not known"
