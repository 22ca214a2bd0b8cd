"""A card with a table: its title with the count, buttons, and one line with a button while it is empty."""

from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tracker.ui.style import UNIT
from tracker.ui.table_view import TableView
from tracker.ui.widgets import Card, EmptyState, Muted


class TableCard(Card):
    """Shows the table, or the empty state while the table has no rows at all."""

    def __init__(self, title: str, view: TableView, empty: EmptyState, *buttons: QPushButton) -> None:
        super().__init__(title)
        self.view = view
        self._title_words = title
        self._empty = empty
        self._nothing = Muted("Nothing fits the filter.")
        self._stack = QStackedWidget()
        view.setAccessibleName(title)
        view.setFrameShape(QFrame.Shape.NoFrame)
        self._stack.addWidget(view)
        self._stack.addWidget(_padded(empty))
        self.body.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        self.header.setContentsMargins(2 * UNIT, 0, UNIT, 0)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._stack, 1)
        for button in buttons:
            self.header.addWidget(button)
        view.table.modelReset.connect(self._count)
        self._count()

    def _count(self) -> None:
        table = self.view.table
        shown, total = len(table.things), table.total
        count = f"{total:,}" if shown == total else f"{shown:,} of {total:,}"
        self.set_title(f"{self._title_words}   {count}" if total else self._title_words)
        self._stack.setCurrentIndex(0 if total else 1)
        self._nothing.setVisible(bool(total) and not shown)


def _padded(empty: EmptyState) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(empty)
    return whole
