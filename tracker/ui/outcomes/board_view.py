"""The view of outcomes and indicators: what is said of an outcome goes over the whole row."""

from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent

from tracker.ui.outcomes.deleting_view import DeletingView
from tracker.ui.outcomes.outcome_columns import BoardLine
from tracker.ui.parts.headed_table import HeadedTable, RowHeading
from tracker.ui.style import NORMAL, UNIT, font

_INDICATOR, _OUTCOME = 15 * UNIT, 11 * UNIT
_ONE_LINE, _TWO_LINES = 8 * UNIT, 12 * UNIT


class BoardView(DeletingView):
    """An outcome that is too long for one line has two."""

    def __init__(self, table: HeadedTable, letters: str) -> None:
        super().__init__(table, "", letters, _INDICATOR)
        # Headings are put in their places by then.
        table.modelReset.connect(self._fit_outcomes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_outcomes()

    def _fit_outcomes(self) -> None:
        metrics = QFontMetrics(font(NORMAL, QFont.Weight.DemiBold))
        room = self.viewport().width() - 4 * UNIT
        for place, row in enumerate(self.table.rows):
            if isinstance(row, RowHeading):
                long = metrics.horizontalAdvance(row.words) > room
                self.setRowHeight(place, _TWO_LINES if long else _ONE_LINE)
            elif isinstance(row, BoardLine) and row.curve is None:
                self.setSpan(place, 0, 1, len(self.table.columns))
                self.setRowHeight(place, _OUTCOME)
            else:
                self.setRowHeight(place, _INDICATOR)
