"""The eight kinds of line as a row of small buttons, chosen with Ctrl+1 to Ctrl+8 as well."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from tracker.models.meeting_draft import ItemKind
from tracker.ui.style import UNIT
from tracker.ui.widgets import label

# Eight of them stand in one line of a narrow window.
_SMALL = "QPushButton { padding: 2px 6px; font-size: 12px; min-height: 16px; }"


class KindRow(QWidget):
    """Shows which kind a line is, and lets another be chosen."""

    chosen = Signal(ItemKind)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(label("Ctrl+", "muted"))
        self._buttons: dict[ItemKind, QPushButton] = {}
        for number, kind in enumerate(ItemKind, start=1):
            self._buttons[kind] = self._make_button(number, kind)
            row.addWidget(self._buttons[kind])
        row.addStretch(1)

    def show_kind(self, kind: ItemKind | None) -> None:
        """Marks a kind, or none."""
        for known, button in self._buttons.items():
            if button.isChecked() != (known is kind):
                button.setChecked(known is kind)

    def _make_button(self, number: int, kind: ItemKind) -> QPushButton:
        button = QPushButton(f"{number} {kind.label}")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setStyleSheet(_SMALL)
        # The keyboard has Ctrl and a figure; a click must not take the cursor out of the line.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(f"{kind.label}, Ctrl+{number}")
        button.setToolTip(f"Ctrl+{number}, or begin the line with “{kind.value} ”")
        button.clicked.connect(lambda: self.chosen.emit(kind))
        return button
