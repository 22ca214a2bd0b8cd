"""The three questions in a row: which one is asked now, and which are answered."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from tracker.models.records.reading import Question
from tracker.ui.icons import icon
from tracker.ui.style import UNIT, current
from tracker.ui.widgets import quiet_button


class QuestionRow(QWidget):
    """`asked` carries the question whose button was pressed. A tick or a question mark says whether it is answered."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {question: quiet_button(f" {question.label}") for question in Question}
        row, choice = QHBoxLayout(self), QButtonGroup(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        for question, button in self.buttons.items():
            button.setCheckable(True)
            button.setAccessibleName(question.label)
            choice.addButton(button, question.rank)
            row.addWidget(button)
        row.addStretch(1)
        choice.idClicked.connect(lambda place: self.asked.emit(list(Question)[place]))

    def show_question(self, question: Question) -> None:
        """Marks the question that is asked now."""
        self.buttons[question].setChecked(True)

    def show_answered(self, answered: Collection[Question]) -> None:
        """Marks the questions that are answered."""
        done, left = icon("circle-check", current().good, 16), icon("circle-help", current().muted, 16)
        for question, button in self.buttons.items():
            button.setIcon(done if question in answered else left)
            button.setAccessibleDescription("Answered" if question in answered else "Not answered")
