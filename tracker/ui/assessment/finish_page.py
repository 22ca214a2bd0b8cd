"""The end of the questions: what is answered, and then, once it is saved, nothing of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui.assessment.answer_sheet import AnswerSheet
from tracker.ui.style import UNIT
from tracker.ui.widgets import Button, label, quiet_button, set_tone
from tracker.ui.words import count

_ALL_UNKNOWN = "Every answer is “don’t know”: it can be saved, and counts as no answer, never as 0."


class FinishPage(QWidget):
    """`back_wanted` leads to the last question, `open_wanted` to the first without an answer."""

    back_wanted = Signal()
    open_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said = label("", "heading")
        self._note = label("")
        self._problem = label("")
        self.back: Button = quiet_button("&Back to the questions", icon_name="arrow-left")
        self.open: Button = quiet_button("&Go to what is left")
        self._lay_out()
        self.back.clicked.connect(self.back_wanted)
        self.open.clicked.connect(self.open_wanted)

    @property
    def saved(self) -> bool:
        """Whether what is said is that it was saved."""
        return self.back.isHidden()

    @property
    def words(self) -> list[str]:
        """What is said, line by line."""
        return [part.text() for part in (self._said, self._note, self._problem) if part.text()]

    def show_sheet(self, sheet: AnswerSheet) -> None:
        """Shows how much is answered, before it is saved."""
        left = sheet.left
        self._said.setText(sheet.words)
        still = f"{count(left, 'question is', 'questions are')} still open, and would be kept as not answered. "
        self._note.setText((still if left else "") + "Once it is saved, the next person does not see these answers.")
        self._problem.setText(_ALL_UNKNOWN if sheet.nothing_known else "")
        self._problem.setVisible(sheet.nothing_known)
        self.open.setVisible(bool(left))
        self.back.show()

    def show_saved(self, coverage: str) -> None:
        """Says that it is saved, and shows nothing of what was answered."""
        self._said.setText("Saved. Thank you.")
        self._note.setText(f"{coverage}. Nothing of your answers stands on this screen any more.")
        self._problem.setText("")
        self._problem.hide()
        self.open.hide()
        self.back.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Backspace) and not self.back.isHidden():
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for part in (self._said, self._note, self._problem):
            part.setWordWrap(True)
        set_tone(self._problem, "warning")
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(self.back)
        row.addWidget(self.open)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        column.addWidget(self._said)
        column.addWidget(self._note)
        column.addWidget(self._problem)
        column.addLayout(row)
        column.addStretch(1)
