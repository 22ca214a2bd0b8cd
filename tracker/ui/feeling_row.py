"""How a meeting felt: five words, of which one or none is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tracker.models.records.meeting import Feeling
from tracker.ui.style import UNIT
from tracker.ui.widgets import label

_SMALL = "QPushButton { padding: 2px 8px; font-size: 12px; min-height: 16px; }"
_STEP = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Word(QPushButton):
    """Leaves the arrow keys to the row, which knows what lies beside it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEP:
            event.ignore()
        else:
            super().keyPressEvent(event)


class FeelingRow(QWidget):
    """Arrow keys move, the space bar chooses; choosing the same word again takes it back."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(label("How did it feel?", "caption"))
        self._buttons = [self._make_button(feeling) for feeling in Feeling]
        for button in self._buttons:
            row.addWidget(button)
        self._stop_at(0)

    @property
    def felt(self) -> Feeling | None:
        """The word chosen, if one is."""
        chosen = [feeling for feeling, button in zip(Feeling, self._buttons, strict=True) if button.isChecked()]
        return chosen[0] if chosen else None

    def show_felt(self, felt: Feeling | None) -> None:
        """Shows a word as chosen, and says nothing of it."""
        for feeling, button in zip(Feeling, self._buttons, strict=True):
            button.setChecked(feeling is felt)
        self._stop_at(felt.rank if felt else 0)

    def focus(self) -> None:
        """Takes the keyboard to the chosen word, or the first."""
        self._buttons[self.felt.rank if self.felt else 0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = next((place for place, button in enumerate(self._buttons) if button.hasFocus()), -1)
        step = _STEP.get(Qt.Key(event.key()))
        if place < 0 or step is None:
            super().keyPressEvent(event)
            return
        there = (place + step) % len(self._buttons)
        self._stop_at(there)
        self._buttons[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _make_button(self, feeling: Feeling) -> QPushButton:
        button = _Word(feeling.label)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setStyleSheet(_SMALL)
        button.setAccessibleName(f"It felt {feeling.label.lower()}")
        button.clicked.connect(lambda: self._choose(feeling))
        return button

    def _choose(self, feeling: Feeling) -> None:
        chosen = self._buttons[feeling.rank].isChecked()
        self.show_felt(feeling if chosen else None)
        self.changed.emit()

    def _stop_at(self, stop: int) -> None:
        for place, button in enumerate(self._buttons):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == stop else Qt.FocusPolicy.ClickFocus)
