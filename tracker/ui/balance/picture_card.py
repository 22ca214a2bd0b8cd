"""A card with a picture and, one key away, the same facts as a list; below it what is chosen, or what it rests on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from tracker.ui.balance.keyed_picture import KeyedPicture
from tracker.ui.cells import LinesDelegate
from tracker.ui.style import UNIT
from tracker.ui.table import Table
from tracker.ui.table_view import TableView
from tracker.ui.widgets import Card, EmptyState, Muted

_PICTURE, _LIST, _NOTHING = range(3)


class PictureCard(Card):
    """The line below says what the figures rest on; while something is marked in the picture it says that."""

    def __init__(
        self, title: str, picture: KeyedPicture, shown_in: QWidget, table: Table, way: QPushButton | None = None
    ) -> None:
        """`shown_in` is the picture, or what it scrolls in; `way` the button that leads to what is missing."""
        super().__init__(title)
        self.picture = picture
        self.view = TableView(table)
        self.view.setItemDelegate(LinesDelegate(self.view))
        # Sorted by a share it would be a ranking.
        self.view.setSortingEnabled(False)
        self.view.setAccessibleName(f"{title}, as a list")
        self._empty = EmptyState("", way)
        self._note = ""
        self._listed = self._nothing = False
        self._stack = QStackedWidget()
        for part in (shown_in, self.view, _roomy(self._empty)):
            self._stack.addWidget(part)
        self._said = Muted()
        # Two lines always: the picture stands still while what is said of it changes.
        self._said.setMinimumHeight(8 * UNIT)
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(UNIT)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._said)
        picture.said.connect(self._say)

    @property
    def said(self) -> str:
        """What stands below the picture."""
        return self._said.text()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to be drawn."""
        return self._nothing

    def tell(self, note: str, missing: str = "") -> None:
        """Says what it rests on; `missing` says in place of the picture what is not there, and how to get there."""
        self._note, self._nothing = note, bool(missing)
        self._empty.say(missing)
        self._turn()
        self.picture.tell()
        self._said.setVisible(not missing)

    def turn(self, *, listed: bool) -> None:
        """Shows the list, or the picture."""
        had_focus = self.picture.hasFocus() or self.view.hasFocus()
        self._listed = listed
        self._turn()
        if had_focus:
            self.take_focus()

    def take_focus(self) -> None:
        """Gives the keyboard to the picture or to the list."""
        (self.view if self._listed else self.picture).setFocus()

    def _turn(self) -> None:
        self._stack.setCurrentIndex(_NOTHING if self._nothing else _LIST if self._listed else _PICTURE)
        self._say("")

    def _say(self, words: str) -> None:
        self._said.setText(words if words and not self._listed else self._note)


def _roomy(empty: EmptyState) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(empty)
    return whole
