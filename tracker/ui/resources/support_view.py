"""The view of the board of support: the arrow keys go from cell to cell, and single keys work on the chosen ones."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QColor, QIcon, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from tracker.models.figures.support_board import SupportRow
from tracker.models.records import Support
from tracker.models.records.contribution import SupportKind
from tracker.ui.cells import LinesDelegate
from tracker.ui.resources.high_rows import HighRowsView
from tracker.ui.resources.support_table import SupportTable, TotalsRow
from tracker.ui.style import current

Index = QModelIndex | QPersistentModelIndex


class SupportView(HighRowsView):
    """Cells are chosen, and not rows. What is chosen in the columns of the kinds are supports."""

    def __init__(self, table: SupportTable, letters: str) -> None:
        super().__init__(table, letters)
        self._board = table
        self._column = 1
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setItemDelegate(SupportDelegate(self))
        self.selectionModel().currentChanged.connect(self._note_column)

    @property
    def row(self) -> SupportRow | None:
        """The home agency that the cursor stands on; None elsewhere."""
        found = self.table.row_at(self.currentIndex())
        return found if isinstance(found, SupportRow) else None

    @property
    def kind(self) -> SupportKind | None:
        """The kind of support that the cursor stands on; None in the column of the agencies."""
        index = self.currentIndex()
        return self._board.kind_of(index.column()) if index.isValid() else None

    @property
    def chosen_supports(self) -> list[Support]:
        """The supports in the chosen cells, row by row; on an agency's name all that it gives."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda each: (each.row(), each.column()))
        found: dict[str, Support] = {}
        for index in indexes:
            row = self.table.row_at(index)
            if isinstance(row, SupportRow):
                cells = row.cells if index.column() == 0 else (row.cells[index.column() - 1],)
                found |= {step.support.id: step.support for cell in cells for step in cell.steps}
        return list(found.values())

    def choose(self, key: str) -> None:
        index = self.table.index_of(key)
        if index.isValid():
            there = index.siblingAtColumn(self._column)
            self.selectionModel().setCurrentIndex(there, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(there)

    def choose_cell(self, agency_id: str, kind: SupportKind) -> None:
        """Chooses the support of one kind from one agency."""
        self._column = kind.rank + 1
        self.choose(agency_id)

    def _note_column(self, index: QModelIndex) -> None:
        if index.isValid():
            self._column = index.column()


class SupportDelegate(LinesDelegate):
    """Draws a frame around the cell that the cursor stands on; the row of totals has no signs."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if self.view.hasFocus() and index == self.view.selectionModel().currentIndex():
            painter.save()
            painter.setPen(QPen(QColor(current().link), 2))
            place: QRect = option.rect
            painter.drawRect(place.adjusted(1, 1, -1, -1))
            painter.restore()

    def _sign(self, index: Index) -> QIcon | None:
        row: Any = self.view.table.row_at(index)
        if isinstance(row, TotalsRow) or (index.column() and not row.cells[index.column() - 1].steps):
            return None
        return super()._sign(index)
