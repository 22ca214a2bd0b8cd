"""A few lines of text written in the page: with what could stand there, and how much room is left."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout

from tracker.models.mistake import Mistake
from tracker.ui.style import UNIT
from tracker.ui.widgets import Elided, label, primary_button, quiet_button, set_tone

Keep = Callable[[str], object]
_HEIGHT = 19 * UNIT


class TextAsking(QFrame):
    """Enter or Ctrl+Enter keeps it, Esc leaves everything as it is; the count turns red where it is too long."""

    opened = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        self.edit = _Lines()
        self._title = Elided("", "title")
        self._count = label("", "muted")
        self._problem = label("", "problem")
        self.propose = quiet_button("&Propose")
        self.cancel = quiet_button("Leave it")
        self.ok = primary_button("Keep")
        self._most = 0
        self._proposed = ""
        self._keep: Keep = _nothing
        self._lay_out()
        self.hide()

    @property
    def title(self) -> str:
        """What is asked."""
        return self._title.whole

    @property
    def count(self) -> str:
        """How many characters there are, of how many."""
        return self._count.text()

    @property
    def problem(self) -> str:
        """Why it cannot be kept; "" while nothing is wrong."""
        return self._problem.text()

    def ask(self, title: str, text: str, proposed: str, most: int, keep: Keep) -> None:
        """Asks for a text of `most` characters at most, 0 for any number; without a text the proposal stands there."""
        self._title.set_text(title)
        self._most, self._proposed, self._keep = most, proposed, keep
        self.propose.setVisible(bool(proposed))
        self.edit.setAccessibleName(title)
        self.edit.setPlainText(text or proposed)
        self._say("")
        self.show()
        self.opened.emit()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def accept(self) -> None:
        """Keeps it, or says why it cannot be kept."""
        try:
            self._keep(self.edit.toPlainText())
        except Mistake as mistake:
            self._say(mistake.sentence)
            return
        self.leave()

    def leave(self) -> None:
        """Closes it; what has been typed is forgotten."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leave() if self.cancel.hasFocus() else self.accept()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(self._title, 1)
        row.addWidget(self._count)
        for button in (self.propose, self.cancel, self.ok):
            row.addWidget(button)
        self.propose.setToolTip("Puts the sentence there that what is recorded makes")
        self.ok.setToolTip("Enter")
        self.edit.setFixedHeight(_HEIGHT)
        self._problem.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addLayout(row)
        column.addWidget(self.edit)
        column.addWidget(self._problem)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.ok.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.leave)
        self.propose.clicked.connect(lambda: self.edit.setPlainText(self._proposed))
        self.edit.textChanged.connect(self._say_count)

    def _say_count(self) -> None:
        written = len(" ".join(self.edit.toPlainText().split()))
        self._count.setText(f"{written:,} of {self._most:,} characters" if self._most else f"{written:,} characters")
        set_tone(self._count, "danger" if self._most and written > self._most else "")

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))


class _Lines(QPlainTextEdit):
    """Enter is for keeping: one sentence has one line, however long. Tab leaves."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _nothing(text: str) -> None:
    """Before anything has been asked."""
