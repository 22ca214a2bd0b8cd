"""A group's People as at any day: roles, the connection ladder, and who sits at the table for which agency."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from tracker.models.figures.day_in_view import day_to_begin_with
from tracker.models.figures.ladder import ladders
from tracker.models.figures.membership_manner import membership_manner
from tracker.models.figures.roles_of import unseated_words
from tracker.models.figures.seats_on import SeatsOn, seats_on
from tracker.models.figures.timeline_words import joined
from tracker.models.figures.trio import trio
from tracker.models.figures.variety import variety
from tracker.models.records import Agency, FormerName, Group, Membership, Person, Requisite, Role
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.people.board import Board
from tracker.ui.people.date_bar import DateBar
from tracker.ui.people.top_row import TopRow
from tracker.ui.place import Place
from tracker.ui.style import UNIT

_LOWEST, _HIGHEST = 54 * UNIT, 80 * UNIT


class PeopleTab(Page):
    """The date field moves the whole page; every list has its keys, and a row of buttons that names them."""

    kinds = frozenset({Membership, Role, Person, Agency, Group, Requisite, FormerName})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._day: date | None = None
        self.date_bar = DateBar()
        self.top = TopRow()
        self.board = Board(desk)
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "People"

    @property
    def day(self) -> date:
        """The day as at which the page is shown."""
        if self._day is not None:
            return self._day
        snapshot = self.desk.snapshot
        group = snapshot.find(Group, self._group_id)
        return day_to_begin_with(group, snapshot.today) if group else snapshot.today

    def show_place(self, place: Place) -> None:
        if place.group_id != self._group_id or place.record_id:
            self._day = None
        self._group_id = place.group_id
        self.refill()
        if place.record_id:
            self.board.lead_to(place.record_id)

    def show_day(self, day: date) -> None:
        """Moves the whole page to a day."""
        self._day = day
        self.refill()

    def refill(self) -> None:
        snapshot, group_id, day = self.desk.snapshot, self._group_id, self.day
        if snapshot.find(Group, group_id) is None:
            return
        seats, found = seats_on(snapshot, group_id, day), ladders(snapshot, group_id, day)
        needed = variety(snapshot, group_id, day)
        self.date_bar.count_from(snapshot, group_id)
        self.date_bar.show_day(day, _summary(seats))
        manner, unseated = membership_manner(snapshot, group_id, day), unseated_words(snapshot, seats)
        self.top.trio.show_trio(trio(snapshot, group_id, day), manner, unseated)
        self.top.ladder.show_ladders(found)
        self.top.variety.show_variety(needed)
        self.board.show_on(group_id, seats, found, needed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.board.correct()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.top.setFixedHeight(max(_LOWEST, min(_HIGHEST, event.size().height() * 36 // 100)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(self.date_bar)
        column.addWidget(self.top)
        column.addWidget(self.board, 1)

    def _connect(self) -> None:
        self.date_bar.add_keys(self)
        self.date_bar.moved.connect(self.show_day)
        self.top.ladder.opened.connect(lambda agency_id: self.desk.go(Place("agency", record_id=agency_id)))
        self.top.ladder.list_requested.connect(lambda: self.board.show_side(self.board.ladders))
        self.board.ladders.drawing_requested.connect(self.top.ladder.view.setFocus)
        self.top.variety.list_requested.connect(lambda: self.board.show_side(self.board.needs))


def _summary(seats: SeatsOn) -> str:
    """How many sit there, and how many came and went lately."""
    counts = ((len(seats.joined), "came"), (len(seats.left), "left"))
    moved = " and ".join(f"{number:,} {word}" for number, word in counts if number)
    return joined(seats.words, f"{moved} in the 90 days before" if moved else "")
