"""What will happen, in words, before it does; or what is in the way of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from tracker.ui.icons import icon
from tracker.ui.style import UNIT, current
from tracker.ui.widgets import Title, label, set_tone

_LEAST_WIDTH = 60 * UNIT


class Preview(QFrame):
    """A sentence a line, each with a sign; read as a whole by a screen reader. Long ones scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        self.setMinimumWidth(_LEAST_WIDTH)
        self._title = Title("What will happen")
        self._lines: list[QLabel] = []
        self._grid = QGridLayout()
        self._area = QScrollArea()
        self._lay_out()

    @property
    def text(self) -> str:
        """What stands there, a sentence a line."""
        return self._area.accessibleDescription()

    @property
    def problem(self) -> bool:
        """Whether something is in the way."""
        return bool(self._title.property("tone") == "danger")

    def show_words(self, words: Sequence[str], title: str = "What will happen") -> None:
        """Says what will happen."""
        self._show(title, words, "", "arrow-right")

    def show_problem(self, sentence: str) -> None:
        """Says why nothing can happen yet."""
        self._show("Not yet", [sentence], "danger", "circle-alert")

    def _show(self, title: str, words: Sequence[str], tone: str, sign: str) -> None:
        self._title.setText(title)
        set_tone(self._title, tone)
        colour = current().danger if tone else current().accent
        for old in self._lines:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = []
        for row, sentence in enumerate(words):
            mark, line = QLabel(), label(sentence)
            mark.setPixmap(icon(sign, colour, 14).pixmap(14, 14))
            mark.setContentsMargins(0, UNIT // 2, 0, 0)
            line.setWordWrap(True)
            self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(line, row, 1)
            self._lines += [mark, line]
        self._area.setAccessibleName(title)
        self._area.setAccessibleDescription("\n".join(words))

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * UNIT)
        self._grid.setVerticalSpacing(2 * UNIT)
        self._grid.setColumnStretch(1, 1)
        inside = QWidget()
        inside.setProperty("look", "page")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, UNIT, 0)
        lines.addLayout(self._grid)
        lines.addStretch(1)
        self._area.setProperty("look", "page")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        # The keyboard comes here only where there is more than fits.
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.verticalScrollBar().rangeChanged.connect(self._let_keys_scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 3 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(2 * UNIT)
        column.addWidget(self._title)
        column.addWidget(self._area, 1)

    def _let_keys_scroll(self, least: int, most: int) -> None:
        policy = Qt.FocusPolicy.TabFocus if most > least else Qt.FocusPolicy.NoFocus
        self._area.setFocusPolicy(policy)
