"""A few facts under each other, as high as they need; where there is less room they scroll, and none is cut."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from tracker.ui.style import UNIT
from tracker.ui.widgets import label, set_tone

_LEAST = 10 * UNIT


class Facts(QScrollArea):
    """Each fact is a sentence with a tone; an empty one takes no room."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._inside = QWidget()
        self._parts = [label("", "" if place == 0 else "quiet") for place in range(count)]
        self._lay_out()

    @property
    def words(self) -> list[str]:
        """The facts as they are shown."""
        return [part.text() for part in self._parts if part.text()]

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Shows other facts, each with its tone."""
        for part, (words, tone) in zip(self._parts, facts, strict=True):
            part.setText(words)
            part.setVisible(bool(words))
            set_tone(part, tone)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        return self._inside.heightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, _LEAST)

    def _lay_out(self) -> None:
        self._inside.setProperty("look", "page")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        for part in self._parts:
            part.setWordWrap(True)
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(self._inside)
