"""Office: its details and its file, the school terms, what left it, and its backups."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from tracker.models.records import Agency, Departure, Group, Meeting, OfficeDetails, Person, SchoolTerm
from tracker.ui.desk import Desk
from tracker.ui.keeper import Keeper
from tracker.ui.office.backups_card import BackupsCard, command_to_restore
from tracker.ui.office.departures_card import DeparturesCard
from tracker.ui.office.details_card import DetailsCard
from tracker.ui.office.terms_card import TermsCard
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.record_dialog import add_record, ask_for, correct_record
from tracker.ui.style import UNIT
from tracker.ui.widgets import Heading


class OfficePage(Page):
    """What the office is stands on the left; what left it, and what was put by, on the right."""

    kinds = frozenset({OfficeDetails, SchoolTerm, Departure, Group, Agency, Person, Meeting})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.details = DetailsCard()
        self.terms = TermsCard()
        self.departures = DeparturesCard()
        self.backups = BackupsCard()
        self._keeper: Keeper | None = None
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Office"

    def show_place(self, place: Place) -> None:
        self.refill()
        if place.record_id:
            self.terms.view.choose(place.record_id)
        (self.terms.view if self.terms.table.total else self.details.correct).setFocus()

    def refill(self) -> None:
        office = self.desk.office
        self.details.show_office(office)
        self.terms.show_terms(office.snapshot())
        self.departures.show_departures(office.snapshot())
        self.backups.show_backups(office)

    def correct_office(self) -> None:
        """Asks for name, code and region."""
        ask_for(self.desk, self, self.desk.office.details, "correct the office")

    def add_term(self) -> None:
        """Asks for a term."""
        self._show_kept(add_record(self.desk, self, SchoolTerm))

    def correct_term(self) -> None:
        """Asks for the chosen term's days."""
        if term := self.terms.chosen:
            self._show_kept(correct_record(self.desk, self, term))

    def remove_term(self) -> None:
        """Removes the chosen term; undo brings it back."""
        if (term := self.terms.chosen) and self.desk.do("remove a school term", removes=(term,)):
            self.desk.said.emit(f"Removed: {term.name}. Ctrl+Z brings it back.")

    def back_up(self) -> None:
        """Makes a backup now; the table shows it when it is whole."""
        self.keeper().back_up(self.desk.office)

    def copy_path(self) -> None:
        """Copies where the file lies."""
        QGuiApplication.clipboard().setText(str(self.desk.office.path))
        self.desk.said.emit("Copied: where the file of the office lies.")

    def copy_command(self) -> None:
        """Copies the command that puts the chosen backup back."""
        if backup := self.backups.chosen:
            QGuiApplication.clipboard().setText(command_to_restore(self.desk.office.path, backup))
            self.desk.said.emit("The command is copied. Close the office before you run it.")

    def keeper(self) -> Keeper:
        """Who makes the copies: the window's own keeper, which also says in the navigation when it was."""
        if self._keeper is None:
            found: Keeper | None = self.window().findChild(Keeper)
            self._keeper = found or self._own_keeper()
            self._keeper.saved.connect(self._show_backups)
        return self._keeper

    def showEvent(self, event: object) -> None:
        super().showEvent(event)
        # The window's own backups, too, are shown when they are made.
        self.keeper()

    def _own_keeper(self) -> Keeper:
        made = Keeper(self)
        made.said.connect(self.desk.said)
        made.mistaken.connect(self.desk.mistaken)
        return made

    def _show_backups(self) -> None:
        self.backups.show_backups(self.desk.office)

    def _show_kept(self, term: SchoolTerm | None) -> None:
        if term is not None:
            self.terms.view.choose(term.id)
        self.terms.view.setFocus()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.details)
        left.addWidget(self.terms, 1)
        right = QVBoxLayout()
        right.addWidget(self.departures, 1)
        right.addWidget(self.backups, 1)
        both = QHBoxLayout()
        for layout, share in ((left, 10), (right, 11)):
            layout.setSpacing(3 * UNIT)
            both.addLayout(layout, share)
        both.setSpacing(3 * UNIT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        column.addWidget(Heading("Office"))
        column.addLayout(both, 1)

    def _connect(self) -> None:
        self.details.correct_requested.connect(self.correct_office)
        self.details.copy_requested.connect(self.copy_path)
        self.terms.add_requested.connect(self.add_term)
        self.terms.correct_requested.connect(self.correct_term)
        self.terms.remove_requested.connect(self.remove_term)
        self.backups.back_up_requested.connect(self.back_up)
        self.backups.copy_requested.connect(self.copy_command)
