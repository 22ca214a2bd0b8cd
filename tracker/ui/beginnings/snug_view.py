"""A keyed view that is as high as its rows, for a page that scrolls as a whole."""

from tracker.ui.cells import LinesDelegate
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.style import UNIT

_HEADER = 9 * UNIT


class SnugView(KeyedView):
    """Takes no more room than its rows need, and from `most` rows on scrolls by itself."""

    def __init__(self, table: HeadedTable, letters: str, row_height: int, most: int) -> None:
        super().__init__(table, "", letters, row_height)
        self._most = most
        self.setSortingEnabled(False)
        self.setItemDelegate(LinesDelegate(self))
        table.modelReset.connect(self._fit_height)
        self._fit_height()

    def _fit_height(self) -> None:
        rows = max(1, min(self._most, len(self.table.rows)))
        self.setFixedHeight(_HEADER + rows * self.verticalHeader().defaultSectionSize() + 2)
