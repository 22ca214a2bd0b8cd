"""What can be done, in a row under a table: each button says its key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from tracker.ui.flow_box import FlowBox
from tracker.ui.style import UNIT
from tracker.ui.widgets import Button, label, quiet_button


class FootRow(FlowBox):
    """`chosen` carries the key of the button that was pressed and whether Shift was held, as if it had been typed."""

    chosen = Signal(str, bool)

    def __init__(self, offers: Sequence[tuple[str, str, str]], hint: str = "") -> None:
        """Takes (key, word, tooltip) of each button, and what else the keys can do."""
        super().__init__(UNIT)
        self.buttons = {key: _button(key, word, tip) for key, word, tip in offers}
        for key, button in self.buttons.items():
            button.clicked.connect(self._say)
            button.setProperty("key", key)
        self.set_parts([*self.buttons.values(), *([_hint(hint)] if hint else [])])

    def allow(self, keys: set[str]) -> None:
        """Enables the buttons with these keys, and no other."""
        for key, button in self.buttons.items():
            button.setEnabled(key in keys)

    def _say(self) -> None:
        shift = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.chosen.emit(str(self.sender().property("key")), shift)


def _hint(words: str) -> QLabel:
    made = label(words, "muted")
    made.setContentsMargins(UNIT, UNIT, 0, 0)
    return made


def _button(key: str, word: str, tip: str) -> Button:
    button = quiet_button(f"{word}   {key}")
    button.setProperty("small", True)
    button.setAccessibleName(word)
    button.setAccessibleDescription(f"Key {key}. {tip}")
    button.setToolTip(tip)
    return button
