"""The balance of a group as at any day: tiles, pictures with their lists, kinds of resource, and what was agreed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from tracker.models.figures.accommodations import accommodations
from tracker.models.figures.balance import Balance, balance
from tracker.models.figures.balance_over_time import BalanceOverTime, Step, balance_over_time
from tracker.models.records import (
    Accommodation,
    Agency,
    Contribution,
    Group,
    Meeting,
    Membership,
    Person,
    Reading,
    Record,
    Role,
)
from tracker.models.snapshot import Snapshot
from tracker.ui.balance.balance_cards import BalanceCards
from tracker.ui.balance.head_row import HeadRow
from tracker.ui.balance.kinds_table import KindsRow
from tracker.ui.balance.tile_row import TileRow
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.record_dialog import add_record, ask_for, correct_record
from tracker.ui.style import UNIT
from tracker.ui.widgets import EmptyState, quiet_button

_NOTHING = (
    "Who brings what, who decides, and who gives more than it gets stands here. It is worked out from what the "
    "agencies delivered, and from readings in which each of them splits 100 points."
)
_NOBODY = "Nobody has a seat in this group yet. Once its members are there, their balance stands here."
_CONTRIBUTIONS = 1
_PAGE, _EMPTY, _NO_MEMBERS = range(3)


class BalanceSide(Page):
    """A day moves the whole page; L turns pictures into lists; Alt+W supposes without recording."""

    kinds = frozenset({Accommodation, Agency, Contribution, Group, Meeting, Membership, Person, Reading, Role})
    # Which side of the tab has what is missing.
    side_requested = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._on: date | None = None
        self._marked = ""
        self._told: Balance | None = None
        self._over_time: tuple[Snapshot, BalanceOverTime] | None = None
        self.head = HeadRow(desk.snapshot)
        self.tiles = TileRow()
        self.cards = BalanceCards(self._behind)
        self._stack = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Balance"

    @property
    def on(self) -> date:
        """The day that is shown."""
        return self._on or self.desk.snapshot.today

    @property
    def told(self) -> Balance:
        """What is shown."""
        assert self._told is not None
        return self._told

    def show_place(self, place: Place) -> None:
        if place.group_id != self._group_id:
            self._on = None
            self._over_time = None
        self._group_id, self._marked = place.group_id, place.record_id
        self.refill()

    def show_day(self, on: date) -> None:
        """Moves the whole page to a day."""
        self._on = None if on == self.desk.snapshot.today else on
        self.refill()

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        if snapshot.find(Group, self._group_id) is None:
            return
        self._told = told = balance(snapshot, self._group_id, self._on)
        self.head.show_day(snapshot, self._group_id, self.on)
        self.tiles.show_tiles(told.tiles)
        agreed = accommodations(snapshot, self._group_id, self._on)
        self.cards.show_balance(told, self._course(snapshot))
        self.cards.agreed.show_agreed(agreed, marked=self._marked)
        self._marked = ""
        state = self._state(snapshot)
        self._stack.setCurrentIndex(state)
        self.head.setVisible(state == _PAGE)

    def add_accommodation(self) -> None:
        """Asks what was agreed about an imbalance, today unless another day is shown."""
        add_record(self.desk, self, Accommodation, group_id=self._group_id, agreed_on=self.on)

    def look_again(self, identity: str) -> None:
        """Asks what is agreed from now on, beginning with what was; the agreement before stays as history."""
        before = self.desk.snapshot.one(Accommodation, identity)
        fresh = replace(
            before, id=self.desk.office.mint(), agreed_on=self.desk.snapshot.today, review_on=None, meeting_id=None
        )
        ask_for(self.desk, self, fresh, "look at an accommodation again")

    def correct(self, identity: str) -> None:
        """Asks for what is wrong in what was agreed."""
        correct_record(self.desk, self, self.desk.snapshot.one(Accommodation, identity))

    def show_what_if(self) -> None:
        """Opens what supposes; it is forgotten when it is closed."""
        # Nobody waits for a dialog that is not wanted.
        from tracker.ui.balance.what_if_dialog import WhatIfDialog

        dialog = WhatIfDialog(self.desk.snapshot, self, self._group_id, self.told.on)
        dialog.exec()
        dialog.deleteLater()

    def take_head(self) -> None:
        """Takes the row that moves the page above the page, from where it stood."""
        self._column.insertWidget(0, self.head)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.cards.fit(event.size().width())

    def _course(self, snapshot: Snapshot) -> BalanceOverTime:
        """All of it up to today, worked out once: as the page's day moves, only the mark on it does."""
        if self._over_time is None or self._over_time[0] is not snapshot:
            self._over_time = (snapshot, balance_over_time(snapshot, self._group_id, step=Step.MONTH))
        return self._over_time[1]

    def _state(self, snapshot: Snapshot) -> int:
        """Whether there is anything to show, on this day or on another."""
        for kind in (Contribution, Reading, Accommodation):
            if snapshot.of(kind, group_id=self._group_id):
                return _PAGE
        return _EMPTY if snapshot.of(Membership, group_id=self._group_id) else _NO_MEMBERS

    def _behind(self, row: object) -> Iterable[Record]:
        """What a row of a list rests on: readings never leave the office, nor does what is restricted."""
        told, snapshot = self.told, self.desk.snapshot
        if not isinstance(row, KindsRow) and getattr(row, "influence", row) is not None:
            read = {each.on for each in (told.influence, told.gives, told.gets) if each}
            yield from (each for each in snapshot.of(Reading, group_id=self._group_id) if each.on in read)
        yield from self._delivered(row)

    def _delivered(self, row: object) -> Iterable[Record]:
        identity = str(getattr(row, "agency_id", "") or getattr(row, "id", ""))
        since, until = self.told.resources.since, self.told.resources.on
        for given in self.desk.snapshot.of(Contribution, group_id=self._group_id):
            whose = not identity or given.agency_id == identity
            if whose and given.delivered_on and since <= given.delivered_on <= until:
                yield given

    def _lay_out(self) -> None:
        first = quiet_button("Go to contributions", icon_name="arrow-right")
        first.clicked.connect(lambda: self.side_requested.emit(_CONTRIBUTIONS))
        people = quiet_button("Go to the group's people", icon_name="users")
        people.clicked.connect(lambda: self.desk.go(Place("group", self._group_id, "people")))
        self.cards.body.insertWidget(0, self.tiles)
        for part in (self.cards, EmptyState(_NOTHING, first), EmptyState(_NOBODY, people)):
            self._stack.addWidget(part)
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(self.head)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self.head.as_list.toggled.connect(lambda listed: self.cards.turn(listed=listed))
        self.head.day_chosen.connect(self.show_day)
        self.head.mistaken.connect(self.desk.mistaken)
        self.head.what_if.clicked.connect(self.show_what_if)
        self.cards.day_chosen.connect(self.show_day)
        self.cards.agency_opened.connect(lambda identity: self.desk.go(Place("agency", record_id=identity)))
        self.cards.side_requested.connect(self.side_requested)
        self.cards.agreed.add_requested.connect(self.add_accommodation)
        self.cards.agreed.correct_requested.connect(self.correct)
        self.cards.agreed.again_requested.connect(self.look_again)
