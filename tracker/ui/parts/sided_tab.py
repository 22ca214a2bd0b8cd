"""A tab of several sides: one in view at a time, each made when it is first wanted."""

from importlib import import_module
from typing import ClassVar, NamedTuple

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout

from tracker.models.records.record import Record
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.style import UNIT
from tracker.ui.widgets import Elided, quiet_button


class Side(NamedTuple):
    """One side: the name it has in a place, its button's words, where its page is, and the kinds that lead to it."""

    name: str
    words: str
    module: str
    page: str
    kinds: tuple[type[Record], ...] = ()


class SidedTab(Page):
    """Shows one of `sides`; a place names it as "tab/side", or by a record whose kind leads to it.

    A side is a page of its own that hears for itself what changed. It may have `words`, which stand beside the
    buttons, and `take_focus`, which gives the keyboard to what its single keys work on.
    """

    name: ClassVar[str]
    sides: ClassVar[tuple[Side, ...]]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._side = 0
        self._made: dict[int, Page] = {}
        self.buttons = [quiet_button(side.words) for side in self.sides]
        self._summary = Elided("", "muted")
        self._stack = QStackedWidget()
        self._lay_out()

    @property
    def side(self) -> Page:
        """The side in view."""
        return self._made[self._side]

    def show_place(self, place: Place) -> None:
        if place.group_id and place.group_id != self._group_id:
            self._group_id = place.group_id
            self._side = 0
        self._side = self._wanted(place)
        self._show(place.record_id)

    def show_side(self, name: str) -> Page:
        """Turns to the side of that name, and gives it the keyboard. Raises StopIteration if there is none."""
        self._turn(next(number for number, side in enumerate(self.sides) if side.name == name))
        return self.side

    def refill(self) -> None:
        if self._side in self._made:
            self._summary.set_text(getattr(self.side, "words", ""))

    def _wanted(self, place: Place) -> int:
        _, _, name = place.tab.partition("/")
        for number, side in enumerate(self.sides):
            if side.name == name:
                return number
        if place.record_id:
            for number, side in enumerate(self.sides):
                if any(self.desk.snapshot.find(kind, place.record_id) for kind in side.kinds):
                    return number
        return self._side

    def _turn(self, number: int) -> None:
        self._side = number
        self._show("")
        if take_focus := getattr(self.side, "take_focus", None):
            take_focus()

    def _show(self, record_id: str) -> None:
        self.buttons[self._side].setChecked(True)
        if self._side not in self._made:
            wanted = self.sides[self._side]
            made: Page = getattr(import_module(wanted.module), wanted.page)(self.desk)
            self._made[self._side] = made
            self._stack.addWidget(made)
            # The tab tells what its side says, and so has to hear of a change after it.
            self.desk.changed.disconnect(self._hear)
            self.desk.changed.connect(self._hear)
        self._stack.setCurrentWidget(self.side)
        self.side.show_place(Place("group", self._group_id, self.name, record_id))
        self.refill()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        choice = QButtonGroup(self)
        for number, button in enumerate(self.buttons):
            button.setCheckable(True)
            choice.addButton(button, number)
            row.addWidget(button)
        choice.idClicked.connect(self._turn)
        row.addSpacing(2 * UNIT)
        row.addWidget(self._summary, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
