"""A line in the page that asks for a day, a name or some words before something is done, with nothing over it."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from tracker.models.mistake import Mistake
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.flow_box import FlowBox
from tracker.ui.style import UNIT
from tracker.ui.widgets import Elided, label, primary_button, quiet_button

# What each input gives, by its name; raises Mistake if it cannot be done.
Keep = Callable[[dict[str, Any]], object]
_DAY_WIDTH, _NAME_WIDTH, _WORDS_WIDTH = 32 * UNIT, 50 * UNIT, 72 * UNIT


class Asking(QFrame):
    """Enter does it, Esc leaves everything as it is; what is wrong is said under the inputs."""

    opened = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        self.inputs: dict[str, QWidget] = {}
        self._keep: Keep = _nothing
        self._title = Elided("", "title")
        self._fields = FlowBox(2 * UNIT)
        self._problem = label("", "problem")
        self.ok = primary_button("OK")
        self.cancel = quiet_button("Leave it")
        self._lay_out()
        self.hide()

    @property
    def title(self) -> str:
        """What is asked."""
        return self._title.whole

    @property
    def problem(self) -> str:
        """What is wrong with the answer; "" while nothing is."""
        return self._problem.text()

    def ask(self, title: str, word: str, inputs: Sequence[tuple[str, str, QWidget]], keep: Keep) -> None:
        """Asks with these inputs (name, caption, widget); `word` stands on the button that does it."""
        self._title.set_text(title)
        self._keep = keep
        self.inputs = {name: widget for name, _, widget in inputs}
        self._fields.set_parts([_captioned(caption, widget) for _, caption, widget in inputs])
        for widget in self.inputs.values():
            if isinstance(widget, DayEdit):
                widget.editingFinished.connect(self._check_day)
        self.ok.setText(word)
        self.ok.setAccessibleName(word)
        for before, after in pairwise([*self.inputs.values(), self.ok, self.cancel]):
            QWidget.setTabOrder(before, after)
        self._say("")
        self.show()
        self.opened.emit()
        self._fields.updateGeometry()
        first = next(iter(self.inputs.values()))
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(first, QLineEdit):
            first.selectAll()

    def accept(self) -> None:
        """Does what was asked for, or says why it cannot be done."""
        try:
            self._keep({name: _value(widget) for name, widget in self.inputs.items()})
        except Mistake as mistake:
            self._say(mistake.sentence)
            return
        self.leave()

    def leave(self) -> None:
        """Closes the line; what has been typed is forgotten."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # A button that is no default lets Enter pass: on "Leave it" it means just that.
            self.leave() if self.cancel.hasFocus() else self.accept()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._problem.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(self._title, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        # Reached by Tab after what is asked, though they stand above it.
        column.addLayout(row)
        column.addWidget(self._fields)
        column.addWidget(self._problem)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.ok.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.leave)

    def _check_day(self) -> None:
        """A day that cannot be read is said when its field is left, and not only in the end."""
        day = self.sender()
        if isinstance(day, DayEdit):
            self._say(day.problem)

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))


def _nothing(values: dict[str, Any]) -> None:
    """Before anything has been asked."""


def _value(widget: QWidget) -> Any:
    if isinstance(widget, DayEdit):
        day = widget.day
        if day is None:
            raise Mistake(f"{widget.accessibleName()} is missing: give a day such as 12 Jun 2008.")
        return day
    if isinstance(widget, KeyedCombo):
        return widget.key
    assert isinstance(widget, QLineEdit)
    return widget.text().strip()


def _captioned(caption: str, widget: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    words = label(caption, "caption")
    words.setBuddy(widget)
    column.addWidget(words)
    column.addWidget(widget)
    if not widget.accessibleName():
        widget.setAccessibleName(caption.replace("&", ""))
    narrow = isinstance(widget, DayEdit)
    widget.setFixedWidth(_DAY_WIDTH if narrow else _NAME_WIDTH if isinstance(widget, KeyedCombo) else _WORDS_WIDTH)
    return whole
