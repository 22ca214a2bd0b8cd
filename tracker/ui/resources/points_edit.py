"""The number of one agency's points, and all that the keyboard can do with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from tracker.ui.style import UNIT

_KEYS = "Left and Right move a point, with Shift ten; Up and Down go to another agency; L locks, E shares equally"
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Plus: 1}
_WALKS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_LETTERS = {Qt.Key.Key_E: "E", Qt.Key.Key_L: "L", Qt.Key.Key_X: "X"}
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TEN = 10


class PointsEdit(QLineEdit):
    """A number is typed, and stands when the field is left or Enter is pressed; everything else is one key."""

    # By how many points; to the agency before or after; a letter that does something; Enter; the keyboard came here.
    stepped = Signal(int)
    walked = Signal(int)
    letter_typed = Signal(str)
    confirmed = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(16 * UNIT)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setMaxLength(12)
        self.setToolTip(_KEYS)
        self.setAccessibleDescription(_KEYS)

    def mark(self, wrong: bool) -> None:
        """Draws or removes the red edge."""
        if (self.property("wrong") == "true") != wrong:
            self.setProperty("wrong", "true" if wrong else "false")
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        if event.modifiers() & control and key in _RETURN:
            # The form saves.
            event.ignore()
        elif event.modifiers() & (control | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif key in _STEPS:
            # With Shift a + is typed on some keyboards: only the arrows take it for ten.
            ten = event.modifiers() & shift and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            self.stepped.emit(_STEPS[key] * (_TEN if ten else 1))
        elif key in _WALKS:
            self.walked.emit(_WALKS[key])
        elif key in _LETTERS:
            self.letter_typed.emit(_LETTERS[key])
        elif key in _RETURN:
            self.confirmed.emit()
        else:
            if event.text().isprintable() and event.text() and not self.isModified():
                # The first figure begins a number anew, wherever the mouse left the cursor.
                self.selectAll()
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
        self.entered.emit()
