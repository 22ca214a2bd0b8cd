"""A dialog around a form: it stays open, with sentences, until what was typed can be kept."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.models.mistake import Mistake
from tracker.models.records import Record
from tracker.ui.form import RecordForm
from tracker.ui.style import UNIT
from tracker.ui.widgets import Banner, Heading, primary_button, quiet_button

_WIDTH, _HIGHEST = 150 * UNIT, 190 * UNIT
# Heading, buttons, a line that says what is wrong, and the space between them.
_AROUND = 40 * UNIT

# Keeps the record, or raises Mistake.
Keep = Callable[[Record], object]


class FormDialog(QDialog):
    """Shows a form; OK asks the record for its problems, then keeps it, and only then closes."""

    add_requested = Signal(str)

    def __init__(self, title: str, form: RecordForm, keep: Keep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self.kept: Record | None = None
        self._keep = keep
        self.banner = Banner()
        self.setWindowTitle(title)
        self._lay_out(title)
        form.add_requested.connect(self.add_requested)
        # Where typing begins; else it would be the first button.
        next(iter(form.inputs.values())).setFocus()

    def accept(self) -> None:
        if sentences := self.form.problems():
            self.banner.warn("\n".join(sentences[:4]))
            self.form.show_problems()
            return
        record = self.form.record
        try:
            self._keep(record)
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
            return
        self.kept = record
        super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._fit()

    def _fit(self) -> None:
        """As high as the form as it opens, and never higher than the window that it stands over."""
        parent = self.parentWidget()
        most = parent.window().height() - 12 * UNIT if parent else _HIGHEST
        # What stands under the form takes room of its own.
        around = max(_AROUND, self._column.heightForWidth(_WIDTH) - self._area.sizeHint().height() + 2 * UNIT)
        self.resize(_WIDTH, min(most, _HIGHEST, self.form.heightForWidth(_WIDTH - 14 * UNIT) + around))

    def _lay_out(self, title: str) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(Heading(title))
        column.addWidget(self.banner)
        self._area = self._scrolled()
        column.addWidget(self._area, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = quiet_button("Cancel")
        cancel.clicked.connect(self.reject)
        # Ctrl+Enter as well, because Enter starts a new line in long texts.
        self.ok = primary_button("&OK")
        self.ok.setDefault(True)
        self.ok.setShortcut(QKeySequence("Ctrl+Return"))
        self.ok.setToolTip("Keep it (Ctrl+Enter)")
        self.ok.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(self.ok)
        column.addLayout(row)

    def _scrolled(self) -> QScrollArea:
        area = QScrollArea()
        area.setProperty("look", "page")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("look", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(UNIT, UNIT, 4 * UNIT, UNIT)
        column.addWidget(self.form)
        area.setWidget(inside)
        # The fields take the keyboard, and bring themselves into view.
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area
