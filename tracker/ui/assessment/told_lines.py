"""Lines under captions, as high as they need: the page around them scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tracker.ui.style import UNIT
from tracker.ui.widgets import label

# A caption, and its lines: what stands before each (a dash, a stage), and its words.
Part = tuple[str, Sequence[tuple[str, str]]]


class ToldLines(QWidget):
    """Every line is whole; a part without lines takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self._inside: QWidget | None = None
        self._words: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def words(self) -> list[str]:
        """The lines as they are shown, without their captions."""
        return self._words

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Shows other lines."""
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        told = [(caption, lines) for caption, lines in parts if lines]
        self._words = [f"{before} {words}".strip("– ") for _, lines in told for before, words in lines]
        self._inside = _lines(told)
        self._column.addWidget(self._inside)
        self.setVisible(bool(told))


def _lines(parts: Sequence[Part]) -> QWidget:
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(2 * UNIT)
    grid.setVerticalSpacing(UNIT // 2)
    grid.setColumnStretch(1, 1)
    for place, (caption, lines) in enumerate(parts):
        if caption:
            title = label(caption, "caption")
            title.setWordWrap(True)
            title.setContentsMargins(0, UNIT if place else 0, 0, 0)
            grid.addWidget(title, grid.rowCount(), 0, 1, 2)
        for before, words in lines:
            told = label(words, "quiet" if place else "")
            told.setWordWrap(True)
            row = grid.rowCount()
            if before:
                grid.addWidget(label(before, "quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(told, row, 1 if before else 0, 1, 1 if before else 2, Qt.AlignmentFlag.AlignTop)
    return inside
