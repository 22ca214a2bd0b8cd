"""Returns: prepare one, look at its checks and at what leaves, save it as Excel; what was made; and head office."""

from importlib import import_module

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout

from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.returns.prepare_side import PrepareSide
from tracker.ui.style import UNIT
from tracker.ui.widgets import Heading, label, quiet_button

PREPARE, HEAD_OFFICE = "prepare", "head-office"
_WORDS = {PREPARE: "Th&is office", HEAD_OFFICE: "Head &office"}
_NOTES = {
    PREPARE: "What is saved is noted below: what left, to whom and what for.",
    HEAD_OFFICE: "Puts the returns of all offices together, each result counted once.",
}


class ReturnsPage(Page):
    """Two sides: what this office sends, and what head office makes of all that was sent."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.preparing = PrepareSide(desk)
        self._sides: dict[str, Page] = {PREPARE: self.preparing}
        self._side = PREPARE
        self.buttons = {name: quiet_button(words) for name, words in _WORDS.items()}
        self._note = label("", "muted")
        self._stack = QStackedWidget()
        self._lay_out()

    @property
    def heading(self) -> str:
        return "Returns"

    @property
    def side(self) -> Page:
        """The side in view; head office's is made when it is first wanted."""
        if self._side not in self._sides:
            kind = import_module("tracker.ui.returns.head_office_side").HeadOfficeSide
            self._sides[self._side] = kind(self.desk)
            self._stack.addWidget(self._sides[self._side])
        return self._sides[self._side]

    def show_place(self, place: Place) -> None:
        self._side = place.tab if place.tab in _WORDS else PREPARE if place.group_id else self._side
        self._show(place)

    def refill(self) -> None:
        # Each side hears for itself what changed.
        self.buttons[self._side].setChecked(True)
        self._note.setText(_NOTES[self._side])

    def _turn(self, number: int) -> None:
        self._side = tuple(_WORDS)[number]
        self._show(Place("returns", tab=self._side))

    def _show(self, place: Place) -> None:
        self._stack.setCurrentWidget(self.side)
        self.refill()
        self.side.show_place(place)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2 * UNIT)
        top.addWidget(Heading("Returns"))
        top.addSpacing(2 * UNIT)
        choice = QButtonGroup(self)
        for number, button in enumerate(self.buttons.values()):
            button.setCheckable(True)
            choice.addButton(button, number)
            top.addWidget(button)
        choice.idClicked.connect(self._turn)
        top.addStretch(1)
        top.addWidget(self._note)
        self._stack.addWidget(self.preparing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
