"""The search box: what is found appears below it as one types, and leads to its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from tracker.models.value import Value, value
from tracker.ui.place import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListWidgetItem, QWidget

    from tracker.ui.search_results import SearchResults


@value
class Found(Value):
    """One line of what was found: its name, what it is and where, the place that shows it, and its heading."""

    title: str
    detail: str
    place: Place
    heading: str = ""


Find = Callable[[str], Sequence[Found]]


class SearchBox(QLineEdit):
    """Type to search; Up and Down choose, Enter goes there, Escape clears, and leaves when there is nothing."""

    place_chosen = Signal(Place)

    def __init__(self, find: Find) -> None:
        super().__init__()
        self._find = find
        self._came_from: QWidget | None = None
        self._results: SearchResults | None = None
        self.setPlaceholderText("Search   Ctrl+K")
        self.setAccessibleName("Search groups, people, agencies, meetings and everything recorded")
        self.textEdited.connect(self._search)

    @property
    def results(self) -> SearchResults:
        """The list of what was found; made at the first search."""
        if self._results is None:
            made: SearchResults = import_module("tracker.ui.search_results").SearchResults(self)
            made.itemClicked.connect(self._go)
            self._results = made
        return self._results

    def begin(self) -> None:
        """Takes the keyboard from whatever has it, and gives it back in the end."""
        focused = QApplication.focusWidget()
        if focused is not self:
            self._came_from = focused
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.results.isVisible():
            self.results.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.results.currentItem():
            self._go(self.results.currentItem())
        elif key == Qt.Key.Key_Escape and self.text():
            self.results.hide()
            self.clear()
        elif key == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._results:
            self._results.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.text():
            self._search(self.text())

    def _go_back(self) -> None:
        # What was in view may be gone by now.
        if self._came_from is not None and isValid(self._came_from) and self._came_from.isVisible():
            self._came_from.setFocus()
        self._came_from = None

    def _search(self, text: str) -> None:
        if text.strip():
            self.results.show_found(self._find(text))
        else:
            self.results.hide()
            self.results.clear()

    def _go(self, item: QListWidgetItem) -> None:
        place = item.data(Qt.ItemDataRole.UserRole)
        self.results.hide()
        if isinstance(place, Place):
            self.clear()
            self.place_chosen.emit(place)
