"""People and agencies: everybody the office works with, over all groups, seen from six sides."""

from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout

from tracker.models.records import Agency, Attendance, Commitment, Group, Meeting, Membership, Person, Role
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.style import UNIT
from tracker.ui.table_view import TableView
from tracker.ui.widgets import Elided, Heading, quiet_button, set_tone

if TYPE_CHECKING:
    from tracker.ui.network.parties_side import PartiesSide
    from tracker.ui.network.side import NetworkSide

# A side's module is imported when it is first wanted, as a page's is.
SIDES = (
    ("agencies", "&Agencies", "tracker.ui.network.parties_side", "AgenciesSide"),
    ("people", "&People", "tracker.ui.network.parties_side", "PeopleSide"),
    ("load", "&Load", "tracker.ui.network.load_side", "LoadSide"),
    ("overlap", "&Overlap", "tracker.ui.network.overlap_side", "OverlapSide"),
    ("map", "&Map", "tracker.ui.network.map_side", "MapSide"),
    ("confirm", "&To confirm", "tracker.ui.network.confirm_side", "ConfirmSide"),
)
_NAMES = tuple(name for name, _, _, _ in SIDES)


class AgenciesPage(Page):
    """Shows one side at a time; a place names it by its tab, and without one the side in view stays."""

    kinds = frozenset({Agency, Attendance, Commitment, Group, Meeting, Membership, Person, Role})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._made: dict[str, NetworkSide] = {}
        self._name = _NAMES[0]
        self.buttons = [quiet_button(words) for _, words, _, _ in SIDES]
        self._stack = QStackedWidget()
        self._summary = Elided("", "muted")
        self._lay_out()

    @property
    def heading(self) -> str:
        return "People and agencies"

    @property
    def summary(self) -> str:
        """What is said of the side in view."""
        return self._summary.whole

    @property
    def agencies(self) -> TableView:
        """The table of all agencies."""
        return self._parties("agencies").view

    @property
    def people(self) -> TableView:
        """The table of all people."""
        return self._parties("people").view

    @property
    def filter(self) -> QLineEdit:
        """What the people are filtered by while they are in view, else the agencies."""
        return self._parties("people" if self._name == "people" else "agencies").filter

    def side(self, name: str) -> "NetworkSide":
        """The side of that name, filled when it is first wanted. Raises ValueError if there is none."""
        if name not in self._made:
            _, _, module, kind = SIDES[_NAMES.index(name)]
            side: NetworkSide = getattr(import_module(module), kind)(self.desk)
            self._made[name] = side
            self._stack.addWidget(side)
            side.summary_changed.connect(self._show_summary)
            side.refill()
        return self._made[name]

    def show_place(self, place: Place) -> None:
        if place.tab in _NAMES:
            self._name = place.tab
        if place.record_id:
            self._lead_to(place.record_id)
        self.refill()
        side = self.side(self._name)
        self.buttons[_NAMES.index(self._name)].setChecked(True)
        self._stack.setCurrentWidget(side)
        # Whichever way the person came here, the keys of the side work at once.
        side.take_focus()

    def refill(self) -> None:
        if self._name in self._made:
            self.side(self._name).refill()
        # A side that is made now is filled by that.
        self._show_summary()

    def _show_summary(self) -> None:
        words, tone = self.side(self._name).summary
        self._summary.set_text(words)
        set_tone(self._summary, tone)

    def _lead_to(self, identity: str) -> None:
        for name in dict.fromkeys((self._name, "agencies", "people")):
            if self.side(name).lead_to(identity):
                self._name = name
                return

    def _parties(self, name: str) -> "PartiesSide":
        return cast("PartiesSide", self.side(name))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(Heading(self.heading))
        row.addStretch(1)
        choice = QButtonGroup(self)
        for place, button in enumerate(self.buttons):
            button.setCheckable(True)
            choice.addButton(button, place)
            row.addWidget(button)
        choice.idClicked.connect(self._ask_for_side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addLayout(row)
        column.addWidget(self._summary)
        column.addWidget(self._stack, 1)

    def _ask_for_side(self, place: int) -> None:
        self.desk.go(Place("agencies", tab=_NAMES[place]))
