"""Lines of a story: a day, and what happened on it, oldest first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from tracker.ui.style import UNIT
from tracker.ui.widgets import label

Lines = Sequence[tuple[str, str]]


class StoryLines(QScrollArea):
    """Scrolls where there is no room; the arrow keys scroll it too."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self._words: list[str] = []

    @property
    def words(self) -> list[str]:
        """The lines as they are shown."""
        return self._words

    def show_lines(self, lines: Lines) -> None:
        """Shows other lines: pairs of a day and what happened."""
        self.show_parts([("", lines)])

    def show_parts(self, parts: Sequence[tuple[str, Lines]]) -> None:
        """Shows lines under titles; a part without lines is left out."""
        told = [(title, lines) for title, lines in parts if lines]
        self._words = [f"{day} {words}".strip() for _, lines in told for day, words in lines]
        inside = QWidget()
        inside.setProperty("look", "page")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, UNIT, 0)
        grid.setHorizontalSpacing(3 * UNIT)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnStretch(1, 1)
        for title, lines in told:
            if title:
                grid.addWidget(label(title, "caption"), grid.rowCount(), 0, 1, 2)
            for day, words in lines:
                _add_line(grid, day, words)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(inside)
        self.setAccessibleDescription("\n".join(self._words))


def _add_line(grid: QGridLayout, day: str, words: str) -> None:
    told = label(words)
    told.setWordWrap(True)
    row = grid.rowCount()
    grid.addWidget(label(day, "quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(told, row, 1, Qt.AlignmentFlag.AlignTop)
