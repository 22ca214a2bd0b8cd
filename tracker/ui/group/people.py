"""A group's People: who is at the table for which agency, and who holds which role, with dates."""

import dataclasses

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout

from tracker.models.records import Agency, Membership, Person, Role
from tracker.ui.cells import LinesDelegate
from tracker.ui.desk import Desk
from tracker.ui.group.seats import ROLE_COLUMNS, SEAT_COLUMNS, HeldRole, Seat, roles_of, seats_of, trio
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.record_dialog import add_record, correct_record, end_record
from tracker.ui.style import UNIT
from tracker.ui.table import Table
from tracker.ui.table_card import TableCard
from tracker.ui.table_view import TableView
from tracker.ui.widgets import Button, Card, EmptyState, label, primary_button, quiet_button, set_tone

_FELLOW_TRAVELLERS = 2


class PeopleTab(Page):
    """Members and roles can be added, corrected (F2) and ended; Enter opens the page of who sits there."""

    kinds = frozenset({Membership, Role, Person, Agency})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self.members = TableView(Table(SEAT_COLUMNS, lambda seat: str(seat.membership.id)), "members", 11 * UNIT)
        self.members.setItemDelegate(LinesDelegate(self.members))
        self.roles = TableView(Table(ROLE_COLUMNS, lambda held: str(held.role.id)), "roles")
        self.roles.setItemDelegate(LinesDelegate(self.roles))
        self.who_left = QCheckBox("Also who &left")
        self.buttons = _buttons()
        self._trio: dict[str, QLabel] = {}
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "People"

    def holder(self, role: str) -> str:
        """Who is shown as holding a role of the trio."""
        return self._trio[role].text()

    def show_place(self, place: Place) -> None:
        self._group_id = place.group_id
        self.refill()
        self.members.choose(place.record_id)
        self.roles.choose(place.record_id)

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        seats, roles = seats_of(snapshot, self._group_id), roles_of(snapshot, self._group_id)
        gone = sum(not seat.present for seat in seats) + sum(not held.present for held in roles)
        everybody = self.who_left.isChecked() or not any(seat.present for seat in seats)
        self.members.table.set_rows([seat for seat in seats if seat.present or everybody])
        self.roles.table.set_rows([held for held in roles if held.present or everybody])
        self.who_left.setVisible(bool(gone))
        for role, holder in trio(roles):
            self._trio[role].setText(holder or "nobody yet")
            set_tone(self._trio[role], "" if holder else "warning")

    def add_member(self) -> None:
        """Asks for a new seat at the table, from today."""
        add_record(self.desk, self, Membership, group_id=self._group_id, from_on=self.desk.snapshot.today)

    def add_role(self) -> None:
        """Asks for a new role, from today."""
        add_record(self.desk, self, Role, group_id=self._group_id, from_on=self.desk.snapshot.today)

    def correct_member(self) -> None:
        """Asks for the chosen seat's details."""
        if isinstance(seat := self.members.chosen_row, Seat):
            correct_record(self.desk, self, seat.membership)

    def correct_role(self) -> None:
        """Asks for the chosen role's details."""
        if isinstance(held := self.roles.chosen_row, HeldRole):
            correct_record(self.desk, self, held.role)

    def end_member(self) -> None:
        """Asks for the last day of the chosen seat; today unless the person says another."""
        if isinstance(seat := self.members.chosen_row, Seat):
            today = self.desk.snapshot.today
            end_record(self.desk, self, dataclasses.replace(seat.membership, to_on=seat.membership.to_on or today))

    def end_role(self) -> None:
        """Asks for the last day of the chosen role."""
        if isinstance(held := self.roles.chosen_row, HeldRole):
            today = self.desk.snapshot.today
            end_record(self.desk, self, dataclasses.replace(held.role, to_on=held.role.to_on or today))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_F2:
            super().keyPressEvent(event)
        elif self.roles.hasFocus():
            self.correct_role()
        else:
            self.correct_member()

    def _lay_out(self) -> None:
        first = quiet_button("Add the first member", icon_name="user-plus")
        first.clicked.connect(self.add_member)
        at_table = self._card(
            "At the table",
            self.members,
            EmptyState("Who sits at the table, and for which agency, stands here.", first),
            "member",
        )
        at_table.header.insertWidget(2, self.who_left)
        roles = self._card(
            "Roles",
            self.roles,
            EmptyState("Roles such as public entrepreneur, guardian angel and chair stand here, with their dates."),
            "role",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        column.addWidget(self._trio_card())
        column.addWidget(at_table, 3)
        column.addWidget(roles, 2)

    def _card(self, title: str, view: TableView, empty: EmptyState, noun: str) -> TableCard:
        names = [f"{verb} {noun}" for verb in ("correct", "end", "add")]
        return TableCard(title, view, empty, *(self.buttons[name] for name in names))

    def _trio_card(self) -> Card:
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * UNIT)
        grid.setVerticalSpacing(0)
        for place, (role, _) in enumerate(trio([])):
            self._trio[role] = label("", "title")
            self._trio[role].setWordWrap(True)
            self._trio[role].setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(role, "caption"), 0, place)
            grid.addWidget(self._trio[role], 1, place)
            # Fellow-travellers are several.
            grid.setColumnStretch(place, 2 if place == _FELLOW_TRAVELLERS else 1)
        card.body.addLayout(grid)
        return card

    def _connect(self) -> None:
        self.who_left.toggled.connect(self.refill)
        for name, verb in (
            ("add member", self.add_member),
            ("add role", self.add_role),
            ("correct member", self.correct_member),
            ("correct role", self.correct_role),
            ("end member", self.end_member),
            ("end role", self.end_role),
        ):
            self.buttons[name].clicked.connect(verb)
        self.members.opened.connect(self._open_member)
        self.roles.opened.connect(self._open_holder)
        self.members.chosen.connect(self._show_chosen)
        self.roles.chosen.connect(self._show_chosen)
        self._show_chosen()

    def _open_member(self, row: object) -> None:
        """Goes to the person in the seat; to the agency where the seat is its own."""
        if isinstance(row, Seat):
            seat = row.membership
            page, identity = ("person", seat.person_id) if seat.person_id else ("agency", seat.agency_id)
            self.desk.go(Place(page, record_id=identity or ""))

    def _open_holder(self, row: object) -> None:
        if isinstance(row, HeldRole):
            self.desk.go(Place("person", record_id=row.role.person_id or ""))

    def _show_chosen(self) -> None:
        for view, noun in ((self.members, "member"), (self.roles, "role")):
            for verb in ("correct", "end"):
                self.buttons[f"{verb} {noun}"].setEnabled(view.chosen_row is not None)


def _buttons() -> dict[str, Button]:
    """What can be done on this page, by its name."""
    made = {
        "add member": primary_button("Add &member", icon_name="user-plus"),
        "correct member": quiet_button("&Correct"),
        "end member": quiet_button("E&nd…"),
        "add role": quiet_button("Add &role", icon_name="plus"),
        "correct role": quiet_button("Correc&t"),
        "end role": quiet_button("En&d…"),
    }
    for name in ("correct member", "correct role"):
        made[name].setToolTip("Corrects the chosen one (F2); Enter opens the person's page")
    made["end member"].setToolTip("Gives the membership its last day")
    made["end role"].setToolTip("Gives the role its last day")
    return made
