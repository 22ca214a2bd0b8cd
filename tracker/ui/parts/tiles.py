"""Tiles in as many rows as the window needs."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from tracker.ui.style import UNIT


class Tiles(QWidget):
    """All in one row where there is room, wide by their weights; else in rows that are equally full."""

    def __init__(self, tiles: list[QWidget], weights: list[int], least: int) -> None:
        super().__init__()
        self._tiles = tiles
        self._weights = weights
        self._least = least
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(3 * UNIT)
        self._arrange(len(tiles))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = (self.width() + self._grid.spacing()) // (self._least + self._grid.spacing())
        fits = [columns for columns in range(1, len(self._tiles) + 1) if len(self._tiles) % columns == 0]
        self._arrange(max((columns for columns in fits if columns <= room), default=1))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, self._grid.minimumSize().height())

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            weight = self._weights[column] if columns == len(self._tiles) else 1
            self._grid.setColumnStretch(column, weight if column < columns else 0)
        self._columns = columns
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
