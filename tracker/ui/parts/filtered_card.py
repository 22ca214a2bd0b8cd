"""A card with a table that can be filtered and narrowed: filter and choosers stand before the button that adds."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from tracker.ui.style import UNIT
from tracker.ui.table_card import TableCard
from tracker.ui.table_view import TableView
from tracker.ui.widgets import EmptyState


class FilteredCard(TableCard):
    """The filter takes the room that is left beside the title."""

    def __init__(
        self,
        title: str,
        view: TableView,
        empty: EmptyState,
        filter_edit: QLineEdit,
        choosers: Sequence[QWidget],
        add: QPushButton | None = None,
    ) -> None:
        super().__init__(title, view, empty, *([add] if add else []))
        filter_edit.setPlaceholderText("Filter")
        filter_edit.setAccessibleName(f"Filter the {title.lower()}")
        filter_edit.setClearButtonEnabled(True)
        filter_edit.setMinimumWidth(28 * UNIT)
        filter_edit.setMaximumWidth(90 * UNIT)
        for place, widget in enumerate([filter_edit, *choosers], start=2):
            self.header.insertWidget(place, widget, 1 if widget is filter_edit else 0)
