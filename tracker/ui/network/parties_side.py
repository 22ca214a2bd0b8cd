"""The agencies, or the people, that the office works with: to filter, to open, to correct and to add to."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from tracker.models.dates import shown
from tracker.models.folding import folded
from tracker.models.records import Agency, Group, Membership, Person
from tracker.models.snapshot import Snapshot
from tracker.ui.cells import LinesDelegate
from tracker.ui.desk import Desk
from tracker.ui.network.side import NetworkSide
from tracker.ui.parts.filtered_card import FilteredCard
from tracker.ui.record_dialog import add_record, correct_record
from tracker.ui.style import UNIT
from tracker.ui.table import Column, Table
from tracker.ui.table_view import TableView
from tracker.ui.widgets import EmptyState, primary_button, quiet_button
from tracker.ui.words import count


class PartiesSide(NetworkSide):
    """One table; Enter opens the page of the chosen one, F2 corrects it."""

    kind: ClassVar[type[Agency] | type[Person]]
    title: ClassVar[str]
    add_words: ClassVar[str]
    sign: ClassVar[str]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.filter = QLineEdit()
        self.view = TableView(Table(self.columns()), self.title.lower(), 11 * UNIT)
        self.correct = quiet_button("&Correct", icon_name="pencil")
        self.add = primary_button(self.add_words, icon_name=self.sign)
        self._lay_out()
        self._connect()

    @property
    def summary(self) -> tuple[str, str]:
        snapshot = self._desk.snapshot
        agencies, people = len(snapshot.of(Agency)), len(snapshot.of(Person))
        running = sum(group.open_on(snapshot.today) for group in snapshot.of(Group))
        known = f"{count(agencies, 'agency', 'agencies')}, {count(people, 'person', 'people')}"
        return f"{known} · {count(running, 'group')} running · as at {shown(snapshot.today)}", ""

    def columns(self) -> Sequence[Column]:
        """What is told of each."""
        raise NotImplementedError

    def add_one(self) -> None:
        """Asks for a new one."""
        made = add_record(self._desk, self, self.kind)
        if made is not None:
            self.lead_to(made.id)

    def correct_chosen(self) -> None:
        """Asks for the details of the chosen one."""
        if isinstance(chosen := self.view.chosen_row, Agency | Person):
            correct_record(self._desk, self, chosen)

    def refill(self) -> None:
        self.view.table.set_rows(sorted(self._desk.snapshot.of(self.kind), key=lambda one: folded(one.name)))

    def take_focus(self) -> None:
        if self.view.chosen_row is None and self.view.table.rows:
            self.view.choose(self.view.table.rows[0].id)
        self.view.setFocus()

    def lead_to(self, identity: str) -> bool:
        if self._desk.snapshot.find(self.kind, identity) is None:
            return False
        self.filter.clear()
        self.view.choose(identity)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.correct_chosen()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.correct.setToolTip("Corrects the chosen one (F2); Enter opens its page")
        button = quiet_button(f"Add the first {self.kind.noun}", icon_name=self.sign)
        button.clicked.connect(self.add_one)
        empty = EmptyState(f"{self.title} of all groups stand here.", button)
        self._column.addWidget(FilteredCard(self.title, self.view, empty, self.filter, [self.correct], self.add))

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.view.table.set_filter)
        self.correct.clicked.connect(self.correct_chosen)
        self.add.clicked.connect(self.add_one)
        self.view.opened.connect(self._open)
        self.view.chosen.connect(self._show_chosen)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.correct.setEnabled(self.view.chosen_row is not None)

    def _open(self, row: object) -> None:
        if isinstance(row, Agency):
            self._go_to_agency(row.id)
        elif isinstance(row, Person):
            self._go_to_person(row.id)


class AgenciesSide(PartiesSide):
    """All agencies."""

    kind = Agency
    title = "Agencies"
    add_words = "Add age&ncy"
    sign = "plus"

    def columns(self) -> Sequence[Column]:
        return (
            Column("Agency", lambda agency: agency.name, width=240, least=200, share=3, bold=True),
            Column("Short name", lambda agency: agency.short_name, width=130, least=120, share=1),
            Column("Code", lambda agency: agency.code, width=100, least=96, drop=3),
            Column("Sector", lambda agency: agency.sector, width=210, least=204, share=1, drop=2),
            Column("Groups", self._groups, width=180, least=150, share=3, drop=1),
        )

    def _groups(self, agency: Agency) -> str:
        return groups_now(self._desk.snapshot, self._desk.snapshot.of(Membership, agency_id=agency.id))


class PeopleSide(PartiesSide):
    """All people."""

    kind = Person
    title = "People"
    add_words = "Add pe&rson"
    sign = "user-plus"

    def columns(self) -> Sequence[Column]:
        return (
            Column("Person", lambda person: person.name, width=200, least=160, share=2, bold=True),
            Column("Post", _post, width=180, least=120, share=2),
            Column("Agency", self._agency, width=150, least=100, share=2),
            Column("Level", lambda person: person.level, width=140, least=136, drop=2),
            Column("Groups", self._groups, width=150, least=110, share=2, drop=1),
        )

    def _agency(self, person: Person) -> str:
        return self._desk.snapshot.called(Agency, person.agency_id)

    def _groups(self, person: Person) -> str:
        return groups_now(self._desk.snapshot, self._desk.snapshot.of(Membership, person_id=person.id))


def groups_now(snapshot: Snapshot, seats: Sequence[Membership]) -> str:
    """The groups in which these seats are taken today."""
    names = {snapshot.called(Group, seat.group_id) for seat in seats if seat.active_on(snapshot.today)}
    return ", ".join(sorted(names, key=folded))


def _post(person: Person) -> str:
    """A person known by the post alone needs it said once."""
    return "" if person.post == person.name else person.post
