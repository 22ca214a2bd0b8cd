"""How the cells of outcomes and indicators are painted: lines under each other, and no sign before a heading."""

from PySide6.QtGui import QIcon

from tracker.ui.cells import Index, LinesDelegate
from tracker.ui.parts.headed_table import RowHeading


class OutcomeDelegate(LinesDelegate):
    """The sign stands in the first column, over which the headings stand too."""

    def _sign(self, index: Index) -> QIcon | None:
        heading = isinstance(self.view.table.row_at(index), RowHeading)
        return None if heading else super()._sign(index)
