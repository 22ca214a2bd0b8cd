"""The view of tasks, steps, and what helps or hinders: single keys say how far each is."""

from tracker.ui.cells import LinesDelegate
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.style import UNIT


class WorkingView(KeyedView):
    """In the order of the source, unless somebody sorts."""

    def __init__(self, table: HeadedTable, letters: str) -> None:
        super().__init__(table, "working", letters, 12 * UNIT)
        self.setItemDelegate(LinesDelegate(self))
