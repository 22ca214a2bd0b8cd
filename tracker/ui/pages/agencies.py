"""People and agencies: everybody the office works with, over all groups."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from tracker.models.records import Agency, Group, Membership, Person
from tracker.models.snapshot import Snapshot
from tracker.ui.cells import LinesDelegate
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.record_dialog import add_record, correct_record
from tracker.ui.style import UNIT
from tracker.ui.table import Column, Table
from tracker.ui.table_card import TableCard
from tracker.ui.table_view import TableView
from tracker.ui.widgets import Button, EmptyState, Heading, primary_button, quiet_button


class AgenciesPage(Page):
    """Two tables, one filter for both; Enter opens the page of the chosen one, F2 corrects it."""

    kinds = frozenset({Agency, Person, Membership, Group})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.filter = QLineEdit()
        self.agencies = self._view(
            "agencies",
            Column("Agency", lambda agency: agency.name, width=240, least=200, share=3, bold=True),
            Column("Short name", lambda agency: agency.short_name, width=130, least=120, share=1),
            Column("Code", lambda agency: agency.code, width=100, least=96, drop=3),
            Column("Sector", lambda agency: agency.sector, width=210, least=204, share=1, drop=2),
            Column("Groups", self._groups_of_agency, width=180, least=150, share=3, drop=1),
        )
        self.people = self._view(
            "people",
            Column("Person", lambda person: person.name, width=200, least=160, share=2, bold=True),
            Column("Post", _post, width=180, least=120, share=2),
            Column("Agency", self._agency_of, width=150, least=100, share=2),
            Column("Level", lambda person: person.level, width=140, least=136, drop=2),
            Column("Groups", self._groups_of_person, width=150, least=110, share=2, drop=1),
        )
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "People and agencies"

    def show_place(self, place: Place) -> None:
        if place.record_id:
            self.filter.clear()
        self.refill()
        for view in (self.agencies, self.people):
            view.choose(place.record_id)
            if view.table.index_of(place.record_id).isValid():
                view.setFocus()

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        self.agencies.table.set_rows(sorted(snapshot.of(Agency), key=lambda agency: agency.name.casefold()))
        self.people.table.set_rows(sorted(snapshot.of(Person), key=lambda person: person.name.casefold()))

    def add_agency(self) -> None:
        """Asks for a new agency."""
        made = add_record(self.desk, self, Agency)
        if made is not None:
            self.agencies.choose(made.id)

    def add_person(self) -> None:
        """Asks for a new person; of the chosen agency, if one is chosen."""
        agency = self.agencies.chosen_row
        made = add_record(self.desk, self, Person, agency_id=agency.id if isinstance(agency, Agency) else None)
        if made is not None:
            self.people.choose(made.id)

    def correct_agency(self) -> None:
        """Asks for the chosen agency's details."""
        if isinstance(agency := self.agencies.chosen_row, Agency):
            correct_record(self.desk, self, agency)

    def correct_person(self) -> None:
        """Asks for the chosen person's details."""
        if isinstance(person := self.people.chosen_row, Person):
            correct_record(self.desk, self, person)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_F2:
            super().keyPressEvent(event)
        elif self.people.hasFocus():
            self.correct_person()
        else:
            self.correct_agency()

    def _view(self, name: str, *columns: Column) -> TableView:
        view = TableView(Table(columns), name, 11 * UNIT)
        view.setItemDelegate(LinesDelegate(view))
        return view

    def _lay_out(self) -> None:
        self.filter.setPlaceholderText("Filter: a part of a name, a post, a group …")
        self.filter.setAccessibleName("Filter people and agencies")
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(80 * UNIT)
        self._correct_agency = quiet_button("&Correct", icon_name="pencil")
        self._correct_person = quiet_button("Correc&t", icon_name="pencil")
        for correct in (self._correct_agency, self._correct_person):
            correct.setToolTip("Corrects the chosen one (F2); Enter opens its page")
        self._add_agency = primary_button("Add a&gency", icon_name="plus")
        self._add_person = primary_button("Add &person", icon_name="user-plus")
        buttons = (self._correct_agency, self._add_agency)
        agencies = self._card("Agencies", self.agencies, buttons, self.add_agency, "Add the first agency")
        buttons = (self._correct_person, self._add_person)
        people = self._card("People", self.people, buttons, self.add_person, "Add the first person")
        top = QHBoxLayout()
        top.addWidget(Heading("People and agencies"))
        top.addStretch(1)
        top.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        column.addLayout(top)
        column.addWidget(agencies, 1)
        column.addWidget(people, 1)

    def _card(
        self,
        title: str,
        view: TableView,
        buttons: tuple[Button, Button],
        verb: Callable[[], None],
        first: str,
    ) -> TableCard:
        button = quiet_button(first, icon_name="plus")
        button.clicked.connect(verb)
        return TableCard(title, view, EmptyState(f"{title} of all groups stand here.", button), *buttons)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.agencies.table.set_filter)
        self.filter.textChanged.connect(self.people.table.set_filter)
        self._add_agency.clicked.connect(self.add_agency)
        self._add_person.clicked.connect(self.add_person)
        self._correct_agency.clicked.connect(self.correct_agency)
        self._correct_person.clicked.connect(self.correct_person)
        self.agencies.opened.connect(self._open)
        self.people.opened.connect(self._open)
        for view in (self.agencies, self.people):
            view.chosen.connect(self._show_chosen)
        self._show_chosen()

    def _open(self, row: object) -> None:
        if isinstance(row, Agency | Person):
            self.desk.go(Place("agency" if isinstance(row, Agency) else "person", record_id=row.id))

    def _show_chosen(self) -> None:
        self._correct_agency.setEnabled(self.agencies.chosen_row is not None)
        self._correct_person.setEnabled(self.people.chosen_row is not None)

    def _agency_of(self, person: Person) -> str:
        return self.desk.snapshot.called(Agency, person.agency_id)

    def _groups_of_agency(self, agency: Agency) -> str:
        return _groups(self.desk.snapshot, self.desk.snapshot.of(Membership, agency_id=agency.id))

    def _groups_of_person(self, person: Person) -> str:
        return _groups(self.desk.snapshot, self.desk.snapshot.of(Membership, person_id=person.id))


def _post(person: Person) -> str:
    """A person known by the post alone needs it said once."""
    return "" if person.post == person.name else person.post


def _groups(snapshot: Snapshot, seats: tuple[Membership, ...]) -> str:
    """The groups in which these seats are taken today."""
    names = {snapshot.called(Group, seat.group_id) for seat in seats if seat.active_on(snapshot.today)}
    return ", ".join(sorted(names, key=str.casefold))
