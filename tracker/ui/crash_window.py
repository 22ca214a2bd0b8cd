"""When something goes wrong that is our fault: a plain sentence, the details folded, and the program runs on."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from tracker.ui.style import UNIT
from tracker.ui.widgets import Title, label, primary_button, quiet_button


class CrashWindow(QDialog):
    """Says what happened; the details can be copied. They hold no names and nothing of what was typed."""

    def __init__(self, details: str, log: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong")
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(Title("Something went wrong in Partnership Tracker."))
        words = label(
            "It is the program's fault, not yours. What was saved is safe, and what you typed is still on the page. "
            "You can go on. If it happens again, copy the details and send them to whoever looks after the program."
            + (f"\n\nThe details are kept in {log}." if log else "")
        )
        words.setWordWrap(True)
        words.setMinimumWidth(110 * UNIT)
        column.addWidget(words)
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setAccessibleName("Details")
        self.details.setMinimumHeight(50 * UNIT)
        self.details.hide()
        column.addWidget(self.details, 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        show = quiet_button("&Details")
        show.clicked.connect(self._turn_details)
        copy = quiet_button("&Copy details")
        copy.clicked.connect(self._copy)
        go_on = primary_button("&Go on")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        go_on.setFocus()
        for button in (show, copy):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(go_on)
        return row

    def _turn_details(self) -> None:
        self.details.setVisible(self.details.isHidden())
        self.adjustSize()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
