"""One answer of the triage: a whole number that is typed, or stepped with Up and Down; empty is not answered."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from tracker.models.mistake import Mistake
from tracker.ui.style import UNIT

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class AnswerEdit(QLineEdit):
    """Takes 0 to `most`."""

    def __init__(self, name: str, most: int, description: str) -> None:
        super().__init__()
        self._name = name
        self._most = most
        self.setFixedWidth(14 * UNIT)
        self.setMaxLength(3)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setPlaceholderText("–")
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setToolTip(description)

    @property
    def answer(self) -> int | None:
        """The answer; None while it is open. Raises Mistake for what is no number from 0 to `most`."""
        text = self.text().strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit()) or int(text) > self._most:
            raise Mistake(f"“{self._name}” takes a whole number from 0 to {self._most:,}; leave it empty if not known.")
        return int(text)

    def show_answer(self, answer: int | None) -> None:
        """Shows an answer."""
        self.setText("" if answer is None else str(answer))

    def mark(self, wrong: bool) -> None:
        """Draws or removes the red edge."""
        if (self.property("wrong") == "true") != wrong:
            self.setProperty("wrong", "true" if wrong else "false")
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        text = self.text().strip()
        now = int(text) if text.isascii() and text.isdigit() else None
        # The first step in an empty field answers 0.
        self.show_answer(0 if now is None else max(0, min(self._most, now + step)))
