"""What a line of a meeting can look like, for each letter: shown until the first line is kept."""

from datetime import date, timedelta

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.meeting_draft import ItemKind
from tracker.ui.item_list import kind_colour
from tracker.ui.style import UNIT
from tracker.ui.widgets import Elided, Muted, label

_IN_FOUR_WEEKS = timedelta(days=28)
_TALLEST = 10 * UNIT


class LineExamples(QWidget):
    """One quiet line a kind. They are only read: nothing here takes the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self._examples: dict[ItemKind, Elided] = {}
        self._words: dict[ItemKind, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 0)
        column.setSpacing(UNIT)
        column.addWidget(Muted("For example: the letter says what the line is, and the words stay as you type them."))
        column.addLayout(self._grid())
        column.addStretch(1)

    @property
    def lines(self) -> tuple[str, ...]:
        """The examples from top to bottom."""
        return tuple(example.whole for example in self._examples.values())

    def show_for(self, on: date, agency: str) -> None:
        """Writes the examples for a meeting on that day, of a group with that agency."""
        who, by = agency or "Police", shown(on + _IN_FOUR_WEEKS)
        for kind, words in _lines(who, by).items():
            self._examples[kind].set_text(f"{kind.value} {words}")
            self._words[kind].setStyleSheet(f"color: {kind_colour(kind)};")

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * UNIT)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, kind in enumerate(ItemKind):
            self._words[kind] = label(kind.label, "caption")
            self._examples[kind] = Elided("", "quiet")
            for place, widget in enumerate((self._words[kind], self._examples[kind])):
                widget.setMaximumHeight(_TALLEST)
                grid.addWidget(widget, row, place)
            grid.setRowMinimumHeight(row, 6 * UNIT)
        return grid


def _lines(who: str, by: str) -> dict[ItemKind, str]:
    return {
        ItemKind.DECISION: "One plan for each family, kept by whoever calls most",
        ItemKind.COMMITMENT: f"{who}: run the driving course by {by}",
        ItemKind.VICTORY: "Six learner licences, and nobody had to be asked twice",
        ItemKind.LESSON: "Ring before you call: a door opens to somebody who is expected",
        ItemKind.RISK: f"{who}: the lease of the hall ends in spring",
        ItemKind.BALL: f"{who}: school attendance",
        ItemKind.NOW_SEE: "The house was the worry all along, and not the school",
        ItemKind.NOTE: "Next time at the marae, with the line managers",
    }
