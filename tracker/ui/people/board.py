"""The lists below the cards: people, roles, ladders, what is needed and what to confirm, one at a time."""

from datetime import date

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QStackedWidget

from tracker.models.confirming import unconfirmed
from tracker.models.figures.ladder import Ladders
from tracker.models.figures.seats_on import SeatsOn
from tracker.models.figures.variety import Variety
from tracker.ui.desk import Desk
from tracker.ui.people.confirm_side import ConfirmSide
from tracker.ui.people.ladders_side import LaddersSide
from tracker.ui.people.needs_side import NeedsSide
from tracker.ui.people.roles_side import RolesSide
from tracker.ui.people.seats_side import SeatsSide
from tracker.ui.people.side import ADD, CORRECT, Side
from tracker.ui.people.table_seat import has_others
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, primary_button, quiet_button

_LETTERS = {"At the table": "&At the table", "Roles": "&Roles", "Ladders": "&Ladders", "Needed": "&Needed"}
_ADDED = {"At the table": "Add &member", "Roles": "Add ro&le", "Needed": "Add w&hat is needed"}


class Board(Card):
    """Only the list in view is filled; its filter, and whether who left is shown too, stand in the header."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.seats, self.roles, self.ladders = SeatsSide(desk), RolesSide(desk), LaddersSide(desk)
        self.needs, self.to_confirm = NeedsSide(desk), ConfirmSide(desk)
        self.sides: tuple[Side, ...] = (self.seats, self.roles, self.ladders, self.needs, self.to_confirm)
        self.buttons = [quiet_button(_LETTERS.get(side.title, "To con&firm")) for side in self.sides]
        self.filter = QLineEdit()
        self.others = QCheckBox("Who le&ft")
        self.add = primary_button("Add &member")
        self._stack = QStackedWidget()
        self._group_id, self._day = "", date.min
        self._seats: SeatsOn | None = None
        self._lay_out()
        self._connect()

    @property
    def side(self) -> Side:
        """The list in view."""
        return self.sides[self._stack.currentIndex()]

    def show_on(self, group_id: str, seats: SeatsOn, ladders: Ladders, variety: Variety) -> None:
        """Shows a group as at a day, from the figures of that day."""
        if group_id != self._group_id:
            self.filter.clear()
            self.others.setChecked(False)
        self._group_id, self._day, self._seats = group_id, seats.on, seats
        self.ladders.take(ladders)
        self.needs.take(variety)
        self._count(variety)
        self.fill()

    def fill(self) -> None:
        """Fills the list in view."""
        # With nobody there the page would be empty: then those who left are shown without being asked for.
        others = self.others.isChecked() or not (self._seats and self._seats.seats)
        self.roles.others = others
        if self.side is self.seats and self._seats:
            self.seats.show_seats(self._group_id, self._seats, others=others)
        else:
            self.side.show_on(self._group_id, self._day)

    def show_side(self, side: Side) -> None:
        """Turns to one of the lists, and gives it the keyboard."""
        place = self.sides.index(side)
        self.buttons[place].setChecked(True)
        self._stack.setCurrentIndex(place)
        self._offer()
        self.filter.clear()
        self.fill()
        side.view.choose_first()
        side.view.setFocus()

    def lead_to(self, identity: str) -> bool:
        """Chooses the row of something, on whichever list it stands; returns whether it stands on one."""
        for side in (self.seats, self.roles, self.needs):
            self.others.setChecked(False)
            for others in (False, True):
                self.others.setChecked(others)
                self._stack.setCurrentIndex(self.sides.index(side))
                self.fill()
                if side.table.index_of(identity).isValid():
                    self.show_side(side)
                    side.view.choose(identity)
                    return True
        self.others.setChecked(False)
        self._stack.setCurrentIndex(0)
        self.fill()
        return False

    def correct(self) -> None:
        """F2: puts the chosen row right."""
        self.side.press(CORRECT)

    def _lay_out(self) -> None:
        choice = QButtonGroup(self)
        for place, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.setProperty("small", True)
            choice.addButton(button, place)
            self.header.addWidget(button)
            self._stack.addWidget(self.sides[place])
        self.buttons[0].setChecked(True)
        choice.idClicked.connect(lambda place: self.show_side(self.sides[place]))
        self.filter.setPlaceholderText("Filter")
        self.filter.setAccessibleName("Filter the list")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(20 * UNIT)
        self.filter.setMaximumWidth(90 * UNIT)
        self.others.setToolTip("Also who left before that day, or is to come after it")
        self.add.setProperty("small", True)
        self.header.addStretch(1)
        self.header.addWidget(self.filter, 2)
        self.header.addSpacing(UNIT)
        self.header.addWidget(self.others)
        self.header.addSpacing(UNIT)
        self.header.addWidget(self.add)
        self.header.setSpacing(UNIT)
        self.body.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        self.body.setSpacing(UNIT)
        self.body.addLayout(self.header)
        self.body.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.others.toggled.connect(self.fill)
        self.add.clicked.connect(lambda: self.side.press(ADD))

    def _filter(self, text: str) -> None:
        self.side.filter(text)

    def _offer(self) -> None:
        """What the header holds for the list in view."""
        word = _ADDED.get(self.side.title, "")
        self.add.setVisible(bool(word))
        self.add.setText(word)
        self.add.setAccessibleName(word.replace("&", ""))
        self.add.setToolTip(f"{word.replace('&', '')} (A)")
        self._show_others()

    def _show_others(self) -> None:
        some = has_others(self._desk.snapshot, self._group_id, self._day)
        self.others.setVisible(some and self.side in (self.seats, self.roles))

    def _count(self, variety: Variety) -> None:
        """What waits is counted on the buttons of the lists that are not in view."""
        missing = len(variety.missing)
        waiting = len(unconfirmed(self._desk.snapshot, self._day, group_id=self._group_id))
        self._caption(self.needs, f"&Needed: {missing:,} missing" if missing else "&Needed")
        self._caption(self.to_confirm, f"To con&firm: {waiting:,}" if waiting else "To con&firm")
        self._offer()

    def _caption(self, side: Side, words: str) -> None:
        button = self.buttons[self.sides.index(side)]
        button.setText(words)
        button.setAccessibleName(words.replace("&", ""))
