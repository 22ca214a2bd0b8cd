"""One query of the checks: its sentence, a way to what it is about, and a line to explain it in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from tracker.models.records.explanation import LONGEST
from tracker.ui.icons import icon
from tracker.ui.style import UNIT, current
from tracker.ui.widgets import label, link_button

if TYPE_CHECKING:
    from tracker.reports.finding import Finding

_ICON = 16


class QueryRow(QWidget):
    """`kept` carries what was typed: with Enter, which goes on to the next query, or by leaving the line."""

    kept = Signal(object, str)
    followed = Signal(object)
    finished = Signal(object)

    def __init__(self, finding: "Finding") -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.finding = finding
        self.edit = _Line()
        self._mark = QLabel()
        self._words = label(_sentence(finding))
        self._link = link_button("show")
        self._lay_out()
        self.show_finding(finding)
        self.edit.editingFinished.connect(self._keep)
        self.edit.returnPressed.connect(lambda: self.finished.emit(self))
        self._link.clicked.connect(lambda: self.followed.emit(self.finding))

    @property
    def explained(self) -> bool:
        """Whether the office has said something about it."""
        return bool(self.finding.explanation)

    def show_finding(self, finding: "Finding") -> None:
        """Shows the same query with what is said about it now; what is being typed stays."""
        untouched = self.edit.text() == self.edit.kept
        self.finding = finding
        self.edit.kept = finding.explanation
        if untouched:
            self.edit.setText(finding.explanation)
            self.edit.setCursorPosition(0)
        sign, tone, name = ("circle-check", "good", "Query, explained") if self.explained else _OPEN
        self._mark.setPixmap(icon(sign, getattr(current(), tone), _ICON).pixmap(_ICON, _ICON))
        self._mark.setToolTip(name)
        self._mark.setAccessibleName(name)
        self._words.setAccessibleName(f"{name}: {_sentence(finding)}")

    def _keep(self) -> None:
        text = " ".join(self.edit.text().split())
        if text != self.edit.kept:
            # Said once: leaving the line after Enter is no second change.
            self.edit.kept = text
            self.kept.emit(self.finding, text)

    def _lay_out(self) -> None:
        self._words.setWordWrap(True)
        self._link.setAccessibleName(f"Show what this is about: {self.finding.item or self.finding.message}")
        self._link.setVisible(self.finding.record is not None or bool(self.finding.result_id))
        self.edit.setAccessibleName(f"Explain: {_sentence(self.finding)}")
        top = QHBoxLayout()
        top.setSpacing(2 * UNIT)
        top.addWidget(self._words, 1)
        top.addWidget(self._link, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(UNIT)
        column.addLayout(top)
        column.addWidget(self.edit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, UNIT)
        row.setSpacing(2 * UNIT)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)


class _Line(QLineEdit):
    """Esc puts back what is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = ""
        self.setMaxLength(LONGEST)
        self.setPlaceholderText("The cause, and the size")
        self.setToolTip(
            "Explain it here: Enter keeps it, Esc puts back what is kept. It stands on the sheet Checks, and is there "
            "again in the next revision."
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self.kept:
            self.setText(self.kept)
        else:
            super().keyPressEvent(event)


_OPEN = ("circle-help", "warning", "Query")


def _sentence(finding: "Finding") -> str:
    return f"“{finding.item}”: {finding.message}" if finding.item else finding.message
