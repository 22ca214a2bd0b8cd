"""Office: its details and its file, the school terms, what left it, its backups, and the limits of its signals."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tracker.models.records import Agency, Departure, Group, Meeting, OfficeDetails, Person, SchoolTerm, Threshold
from tracker.ui.desk import Desk
from tracker.ui.keeper import Keeper
from tracker.ui.office.backups_card import BackupsCard, command_to_restore
from tracker.ui.office.bringing_card import BringingCard
from tracker.ui.office.departures_card import DeparturesCard
from tracker.ui.office.details_card import DetailsCard
from tracker.ui.office.terms_card import TermsCard
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.record_dialog import add_record, ask_for, correct_record
from tracker.ui.style import UNIT
from tracker.ui.widgets import Elided, Heading, quiet_button

# The limits bring the rules of the signals with them: loaded when they are first looked at.
if TYPE_CHECKING:
    from tracker.ui.lines.lines_side import LinesSide
    from tracker.ui.office.back_test_card import BackTestCard
    from tracker.ui.office.thresholds_card import ThresholdsCard

# The sides beyond the first, by the tab of a place that leads to them.
_SIDES = {
    "limits": ("tracker.ui.office.thresholds_card", "ThresholdsCard"),
    "before-a-fall": ("tracker.ui.office.back_test_card", "BackTestCard"),
    "lines": ("tracker.ui.lines.lines_side", "LinesSide"),
}


class OfficePage(Page):
    """What the office is stands on the left; what left it, and what was put by, on the right.

    The limits of signals, and what came before a fall, are sides of their own, to which a place leads by its tab.
    """

    kinds = frozenset({OfficeDetails, SchoolTerm, Departure, Group, Agency, Person, Meeting, Threshold})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.details = DetailsCard()
        self.terms = TermsCard()
        self.bringing = BringingCard(desk)
        self.departures = DeparturesCard()
        self.backups = BackupsCard()
        self.buttons = [quiet_button(words) for words in ("&Office", "&Limits of signals", "Before &a fall", "Li&nes")]
        self._sides: dict[int, Page] = {}
        self._summary = Elided("", "muted")
        self._stack = QStackedWidget()
        self._keeper: Keeper | None = None
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Office"

    @property
    def limits(self) -> ThresholdsCard:
        """The side of the limits."""
        return cast("ThresholdsCard", self._made(1))

    @property
    def back_test(self) -> BackTestCard:
        """The side of what came before a fall."""
        return cast("BackTestCard", self._made(2))

    @property
    def lines(self) -> LinesSide:
        """The side of the accountability lines."""
        return cast("LinesSide", self._made(3))

    def show_place(self, place: Place) -> None:
        self.refill()
        if place.tab in _SIDES:
            number = list(_SIDES).index(place.tab) + 1
            self._made(number).show_place(place)
            self._turn(number)
            return
        self._turn(0)
        if place.record_id:
            self.terms.view.choose(place.record_id)
        (self.terms.view if self.terms.table.total else self.details.correct).setFocus()

    def refill(self) -> None:
        office = self.desk.office
        self.details.show_office(office)
        self.terms.show_terms(office.snapshot())
        self.departures.show_departures(office.snapshot())
        self.backups.show_backups(office)
        self._sum_up()

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

    def _made(self, number: int) -> Page:
        """A side beyond the first, made when it is first wanted."""
        if number not in self._sides:
            module, kind = list(_SIDES.values())[number - 1]
            made: Page = getattr(import_module(module), kind)(self.desk)
            self._sides[number] = made
            self._stack.addWidget(made)
        return self._sides[number]

    def _turn(self, number: int) -> None:
        self.buttons[number].setChecked(True)
        if not number:
            self._stack.setCurrentIndex(0)
        else:
            side = self._made(number)
            self._stack.setCurrentWidget(side)
            side.refill()
            side.take_focus()  # type: ignore[attr-defined]
        self._sum_up()

    def _sum_up(self) -> None:
        self._summary.set_text(getattr(self._stack.currentWidget(), "words", ""))

    def _lay_out(self) -> None:
        choice = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(Heading("Office"))
        row.addSpacing(2 * UNIT)
        for number, button in enumerate(self.buttons):
            button.setCheckable(True)
            choice.addButton(button, number)
            row.addWidget(button)
        choice.idClicked.connect(self._turn)
        row.addWidget(self._summary, 1)
        self._stack.addWidget(self._own_side())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _own_side(self) -> QWidget:
        left = QVBoxLayout()
        left.addWidget(self.details)
        left.addWidget(self.terms, 1)
        right = QVBoxLayout()
        right.addWidget(self.bringing)
        right.addWidget(self.departures, 1)
        right.addWidget(self.backups, 1)
        both = QHBoxLayout()
        for layout, share in ((left, 10), (right, 11)):
            layout.setSpacing(3 * UNIT)
            both.addLayout(layout, share)
        both.setSpacing(3 * UNIT)
        both.setContentsMargins(0, 0, 0, 0)
        side = QWidget()
        side.setLayout(both)
        return side

    def _connect(self) -> None:
        self.details.correct_requested.connect(self.correct_office)
        self.details.copy_requested.connect(self.copy_path)
        self.terms.add_requested.connect(self.add_term)
        self.terms.correct_requested.connect(self.correct_term)
        self.terms.remove_requested.connect(self.remove_term)
        self.backups.back_up_requested.connect(self.back_up)
        self.backups.copy_requested.connect(self.copy_command)
