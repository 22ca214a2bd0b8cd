"""The scale that every question is answered on: 0 to 4 in words, and "don't know"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from tracker.ui.style import UNIT
from tracker.ui.widgets import Button, quiet_button

# From 0 to 4; then what is never scored.
SCALE = ("not at all", "a little", "partly", "mostly", "fully")
UNKNOWN = "don’t know"
_KEYS = ("0", "1", "2", "3", "4", "?")
_HEIGHT = 14 * UNIT


class ScaleRow(QWidget):
    """`chosen` carries 0 to 4, or None for "don't know". The chosen answer is pressed in, and its word is bold."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2 * UNIT)
        # Two lines of words, whatever else the dialog has to find room for.
        self._grid.setRowMinimumHeight(0, _HEIGHT)
        for place, (key, words) in enumerate(zip(_KEYS, (*SCALE, UNKNOWN), strict=True)):
            button = quiet_button(f"{key}\n{words}")
            button.setAccessibleName(f"{key}: {words}")
            button.setAccessibleDescription(f"Key {key}")
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            # The keys answer from wherever the keyboard is: nothing has to be tabbed to.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            score = None if place == len(SCALE) else place
            button.clicked.connect(lambda checked=False, score=score: self.chosen.emit(score))
            self.buttons.append(button)
            self._grid.addWidget(button, 0, place)
            self._grid.setColumnStretch(place, 1)

    def show_answer(self, answered: bool, score: int | None) -> None:
        """Presses in what was answered; nothing if nothing was."""
        chosen = None if not answered else len(SCALE) if score is None else score
        for place, button in enumerate(self.buttons):
            button.setChecked(place == chosen)
