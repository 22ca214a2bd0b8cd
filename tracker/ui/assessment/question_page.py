"""One question of a self-assessment at a time, answered with one key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.ui.assessment.answer_sheet import AnswerSheet
from tracker.ui.assessment.answer_strip import AnswerStrip
from tracker.ui.assessment.scale_row import ScaleRow
from tracker.ui.style import UNIT
from tracker.ui.widgets import Muted, label

_HINT = (
    "0 to 4 or ? answers and goes on · ↑ ↓ go from question to question · Backspace goes back · "
    "End goes to what is left · Esc leaves"
)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Backspace: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class QuestionPage(QWidget):
    """Keeps the keyboard while in view. `moved` says that the rater went on, `finished` that the last was passed."""

    moved = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sheet = AnswerSheet(())
        self.scale = ScaleRow()
        self.strip = AnswerStrip()
        self._progress = label("", "caption")
        self._asks = Muted()
        self._words = label("", "heading")
        self._lay_out()
        self.scale.chosen.connect(self.answer)
        self.strip.chosen.connect(self.go_to)

    @property
    def words(self) -> list[str]:
        """What is before the rater: how far, what is asked, the question."""
        return [self._progress.text(), self._asks.text(), self._words.text()]

    def begin(self, sheet: AnswerSheet, asks: str) -> None:
        """Begins with a sheet; `asks` is what each question completes."""
        self.sheet = sheet
        self._asks.setText(asks)
        self._show()

    def answer(self, score: int | None) -> None:
        """Answers the question in view and goes on."""
        self.sheet.answer(score)
        self._go_on()

    def go_to(self, place: int) -> None:
        """Leads to a question; past the last one it is finished."""
        self.sheet.go_to(place)
        self._go_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        if text in ("0", "1", "2", "3", "4"):
            self.answer(int(text))
        elif text == "?":
            self.answer(None)
        elif key in _STEPS:
            self.go_to(self.sheet.at + _STEPS[key])
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.sheet.go_to_open()
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        self.moved.emit()
        if self.sheet.question is None:
            self.finished.emit()
        else:
            self._show()

    def _show(self) -> None:
        question, number = self.sheet.question, len(self.sheet.questions)
        if question is None:
            return
        self._progress.setText(f"{self.sheet.at + 1} of {number}")
        self._words.setText(question.words)
        self.scale.show_answer(self.sheet.answered(question), self.sheet.given(question))
        self.strip.show_sheet(self.sheet)
        self.setAccessibleName(f"{self.sheet.at + 1} of {number}: {question.words}")
        self.setAccessibleDescription(f"{self._asks.text()} {_HINT}")

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words.setWordWrap(True)
        # The answers stay where they are, however long a question is.
        self._words.setMinimumHeight(20 * UNIT)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(self._progress)
        column.addWidget(self.strip)
        column.addSpacing(2 * UNIT)
        column.addWidget(self._asks)
        column.addWidget(self._words)
        column.addWidget(self.scale)
        column.addSpacing(UNIT)
        column.addWidget(Muted(_HINT))
        column.addStretch(1)
