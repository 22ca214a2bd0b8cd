"""A group's Balance: who brings, decides, gives and gets; its contributions, support and readings, a side each."""

from importlib import import_module

from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tracker.models.records import Accommodation, Contribution, Reading, Support
from tracker.models.records.record import Record
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.style import UNIT
from tracker.ui.widgets import quiet_button

# A side's words, its module, its class, and what leads to it. It is imported and made when it is first seen.
_SIDES: tuple[tuple[str, str, str, type[Record]], ...] = (
    ("Bala&nce", "tracker.ui.balance.balance_side", "BalanceSide", Accommodation),
    ("&Contributions", "tracker.ui.resources.contributions_side", "ContributionsSide", Contribution),
    ("&Support", "tracker.ui.resources.support_side", "SupportSide", Support),
    ("&Readings", "tracker.ui.resources.readings_side", "ReadingsSide", Reading),
)
# From this width on what moves the balance has room beside the sides.
_HEAD_BESIDE = 225 * UNIT
BALANCE, CONTRIBUTIONS, SUPPORT, READINGS = range(len(_SIDES))
# As a place names them, in the same order.
_NAMES = ("balance", "contributions", "support", "readings")


class BalanceTab(Page):
    """One side at a time; each hears for itself what changed."""

    # The sides listen; the tab itself shows nothing that is recorded.
    kinds = frozenset({Accommodation})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._made: dict[int, Page] = {}
        self._side = BALANCE
        self.buttons = [quiet_button(words) for words, _, _, _ in _SIDES]
        self._stack = QStackedWidget()
        self._row = QHBoxLayout()
        self._head: QWidget | None = None
        self._keys: list[QShortcut] = []
        self._lay_out()

    @property
    def heading(self) -> str:
        return "Balance"

    @property
    def side(self) -> Page:
        """The side in view."""
        return self._made[self._side]

    def show_place(self, place: Place) -> None:
        moved = place.group_id != self._group_id
        self._group_id = place.group_id
        _, _, named = place.tab.partition("/")
        if named in _NAMES:
            self._side = _NAMES.index(named)
        elif place.record_id:
            self._side = self._side_of(place.record_id)
        elif moved:
            self._side = BALANCE
        self._show(Place("group", place.group_id, "balance", place.record_id))

    def show_side(self, number: int) -> None:
        """Turns to one of the sides, by its place in their row."""
        self._side = number
        self._show(Place("group", self._group_id, "balance"))
        # Most sides are lists in which single keys do things at once.
        if take_focus := getattr(self.side, "take_focus", None):
            take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_head()

    def _show(self, place: Place) -> None:
        self.buttons[self._side].setChecked(True)
        side = self._made.get(self._side) or self._make(self._side)
        self._stack.setCurrentWidget(side)
        for key in self._keys:
            key.setEnabled(self._side == BALANCE)
        self._place_head()
        side.show_place(place)

    def _make(self, number: int) -> Page:
        _, module, name, _ = _SIDES[number]
        side: Page = getattr(import_module(module), name)(self.desk)
        self._made[number] = side
        self._stack.addWidget(side)
        if number == BALANCE:
            side.side_requested.connect(self.show_side)  # type: ignore[attr-defined]
            self._head = head = side.head  # type: ignore[attr-defined]
            # The row may stand in the tab itself: its keys are the tab's, while the balance is in view.
            self._keys = head.add_keys(self)
        return side

    def _place_head(self) -> None:
        """What moves the balance stands beside the sides where there is room for both."""
        if self._head is None:
            return
        beside = self.width() >= _HEAD_BESIDE and self._side == BALANCE
        if beside == (self._row.indexOf(self._head) >= 0):
            return
        if beside:
            self._row.addWidget(self._head, 8)
        else:
            self._made[BALANCE].take_head()  # type: ignore[attr-defined]

    def _side_of(self, identity: str) -> int:
        for number, (_, _, _, kind) in enumerate(_SIDES):
            if self.desk.snapshot.find(kind, identity):
                return number
        return BALANCE

    def _lay_out(self) -> None:
        row = self._row
        row.setSpacing(2 * UNIT)
        choice = QButtonGroup(self)
        for number, button in enumerate(self.buttons):
            button.setCheckable(True)
            choice.addButton(button, number)
            row.addWidget(button)
        choice.idClicked.connect(self.show_side)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
