"""The left side of a profile: tables under each other, each as high as its first rows, all of it to scroll."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tracker.ui.style import UNIT
from tracker.ui.table_card import TableCard

_HEADER = 9 * UNIT
# Title, margins and the table's own edge.
_AROUND = 15 * UNIT
_MOST_ROWS, _EMPTY = 8, 36 * UNIT
# The narrowest at which a promise and its date can be read.
WIDTH = 76 * UNIT
GAP = 2 * UNIT


class Side(QScrollArea):
    """Holds the cards; `fit` gives each the height that its rows ask for. What is over goes to the longest."""

    def __init__(self, *cards: TableCard) -> None:
        super().__init__()
        self._cards = cards
        self.setProperty("look", "page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # What is in it takes the keyboard, and brings itself into view.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(WIDTH)
        inside = QWidget()
        inside.setProperty("look", "page")
        self._column = QVBoxLayout(inside)
        # Between the cards and the bar that scrolls them.
        self._column.setContentsMargins(0, 0, GAP, 0)
        self._column.setSpacing(3 * UNIT)
        for card in cards:
            self._column.addWidget(card)
        self.setWidget(inside)

    def fit(self) -> None:
        """Asks each card how many rows it has now."""
        for place, card in enumerate(self._cards):
            rows = card.view.table.total
            row = card.view.verticalHeader().defaultSectionSize()
            least = _AROUND + _HEADER + row * min(rows, _MOST_ROWS) if rows else _EMPTY
            card.setMinimumHeight(least)
            # An empty card has said all it has to say.
            self._column.setStretch(place, rows)
