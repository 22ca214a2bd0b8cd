"""A keyed view whose rows are as high as their cells need: no line is cut."""

from typing import Any

from tracker.ui.parts.headed_table import HeadedTable, RowHeading
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.style import UNIT

_LEAST, _LINE = 11 * UNIT, 5 * UNIT


class HighRowsView(KeyedView):
    """In the order in which agencies joined: sorted by how much each gives, it would be a league table."""

    def __init__(self, table: HeadedTable, letters: str) -> None:
        super().__init__(table, "", letters, _LEAST)
        self.setSortingEnabled(False)

    def _span_headings(self) -> None:
        super()._span_headings()
        for place, row in enumerate(self.headed.rows):
            if not isinstance(row, RowHeading):
                self.setRowHeight(place, self._height(row))

    def _height(self, row: Any) -> int:
        breaks = max(column.shown(row).count("\n") for column in self.headed.columns)
        return max(_LEAST, (breaks + 1) * _LINE)
