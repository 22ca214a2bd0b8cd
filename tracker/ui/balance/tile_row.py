"""The five figures at the head: in one row where there is room, else three over two."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tracker.models.figures.balance_tiles import BalanceTile
from tracker.ui.style import LARGE, NORMAL, UNIT, font
from tracker.ui.widgets import Card, Elided, Muted, set_tone

# From this width on all five stand beside each other.
_FIVE = 225 * UNIT
_OVER_TWO = 3
# The first and the last say the most.
_WEIGHTS = (6, 4, 5, 5, 6)


class Figure(QLabel):
    """A figure with its agency's name, over two lines where one is too short, and smaller where a name is long.

    What has no room even so ends in …, and is its tooltip.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._whole = ""
        self._look = ""

    def set_text(self, text: str) -> None:
        """Shows another text."""
        self._whole = text
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(self.width(), 1)
        large, small = (QFontMetrics(font(size, QFont.Weight.DemiBold)) for size in (LARGE, NORMAL))
        fits = _fits(self._whole, large, width)
        self._dress("figure" if fits else "title")
        words, room = self._whole, 2 * width
        # A word that goes over to the second line leaves room behind: less and less is tried until it fits.
        while not fits and room > width and not _fits(words, small, width):
            words = small.elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
            room -= 4 * UNIT
        if words != self.text():
            self.setText(words)
        self.setToolTip(self._whole if words != self._whole else "")

    def _dress(self, look: str) -> None:
        if look != self._look:
            self._look = look
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)


def _fits(words: str, metrics: QFontMetrics, width: int) -> bool:
    """Whether the words stand in two lines, and none of them is wider than a line."""
    wraps = Qt.TextFlag.TextWordWrap
    lines = metrics.boundingRect(0, 0, width, 10_000, wraps, words).height() <= 2 * metrics.lineSpacing() + 2
    return lines and all(metrics.horizontalAdvance(word) <= width for word in words.split())


class FigureTile(Card):
    """A figure with what it is called above; its counts and its day stand below, on as many lines as they take."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self._figure = Figure()
        self._note = Muted()
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(0)
        self.body.addWidget(Elided(caption, "caption"))
        self.body.addWidget(self._figure)
        self.body.addWidget(self._note, 1)

    @property
    def words(self) -> str:
        """All that stands on it."""
        return self.accessibleName()

    def show_tile(self, tile: BalanceTile) -> None:
        """Shows a figure."""
        self._figure.set_text(tile.figure)
        set_tone(self._figure, tile.tone)
        self._note.setText(tile.note)
        self.setAccessibleName(tile.words)


class TileRow(QWidget):
    """There are always the same five, whatever is known."""

    def __init__(self) -> None:
        super().__init__()
        self.tiles: list[FigureTile] = []
        self._in_one_row: bool | None = None
        self._rows = (QHBoxLayout(), QHBoxLayout())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        for row in self._rows:
            row.setSpacing(3 * UNIT)
            column.addLayout(row)

    def show_tiles(self, tiles: Sequence[BalanceTile]) -> None:
        """Shows other figures."""
        if not self.tiles:
            self.tiles = [FigureTile(tile.caption) for tile in tiles]
            self._arrange()
        for shown, tile in zip(self.tiles, tiles, strict=True):
            shown.show_tile(tile)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        in_one_row = self.width() >= _FIVE
        if in_one_row == self._in_one_row and self._rows[0].count():
            return
        self._in_one_row = in_one_row
        for place, tile in enumerate(self.tiles):
            row = self._rows[0 if in_one_row or place < _OVER_TWO else 1]
            row.addWidget(tile, _WEIGHTS[place] if in_one_row else 1)
