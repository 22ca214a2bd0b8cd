"""A profile: the page of one agency or one person, with everything recorded about them over all groups."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.confirming import Unconfirmed
from tracker.models.dates import shown
from tracker.models.figures.follow_through import FollowThrough
from tracker.models.figures.holdings import Holding
from tracker.models.figures.promises import Promise
from tracker.models.figures.seats_by_group import GroupSeats
from tracker.models.figures.timeline import Entry
from tracker.models.records import Group, Record
from tracker.ui.cells import LinesDelegate
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.parts.leading import lead_to
from tracker.ui.parts.tiles import Tiles
from tracker.ui.parts.timeline_card import TimelineCard
from tracker.ui.place import Place
from tracker.ui.profile.columns import PROMISE_COLUMNS
from tracker.ui.profile.side import GAP, Side
from tracker.ui.record_dialog import correct_record
from tracker.ui.style import UNIT
from tracker.ui.table import Column, Table
from tracker.ui.table_card import TableCard
from tracker.ui.table_view import TableView
from tracker.ui.widgets import Elided, EmptyState, Heading, Stat, label, link_button, quiet_button

_LEAST_TILE = 27 * UNIT
# How wide each tile is beside the others: "kept, 1 renegotiated" and a date need more room than a count.
_WEIGHTS = [16, 15, 20, 25, 18, 20]


class ProfilePage(Page):
    """Header, figures, tables on the left, the timeline on the right. Nearly every change touches it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._id = ""
        self.name = Heading("")
        self.name.setWordWrap(True)
        self.other_name = label("", "quiet")
        self.leads_up = link_button("")
        self.facts = Elided("", "muted")
        self.correct = quiet_button("&Correct", icon_name="pencil")
        self.timeline_card = TimelineCard()
        self.timeline_card.opened.connect(self._open_entry)
        # Its word stands right under the name.
        self.leads_up.setStyleSheet("QPushButton { padding-left: 0; }")
        self.correct.setToolTip("Correct the name and other details (F2)")
        self.correct.clicked.connect(self.correct_it)
        self.leads_up.clicked.connect(self.go_up)

    @property
    def heading(self) -> str:
        return self.name.text()

    @property
    def whom(self) -> Record | None:
        """Whose page it is; None if that is gone."""
        raise NotImplementedError

    def go_up(self) -> None:
        """Goes to what the agency or the person belongs to."""
        raise NotImplementedError

    def correct_it(self) -> None:
        """Asks for the details."""
        if (whom := self.whom) is not None:
            correct_record(self.desk, self, whom)

    def show_place(self, place: Place) -> None:
        another = place.record_id != self._id
        self._id = place.record_id
        if self.whom is None:
            self.desk.go(Place("agencies"))
            return
        if another:
            self.timeline_card.filter.clear()
        self.refill()
        self.timeline_card.list.setFocus()

    def refill(self) -> None:
        if self.whom is not None:
            self.show_whom()
        elif self._id:
            # An undo may have taken away who is in view.
            self.desk.go(Place("agencies"))

    def show_whom(self) -> None:
        """Draws what is recorded about the agency or the person."""
        raise NotImplementedError

    def show_story(self, entries: tuple[Entry, ...]) -> None:
        """Shows the timeline, each entry with the name of its group."""
        self.timeline_card.show_entries(entries, {group.id: group.called for group in self.desk.snapshot.of(Group)})

    def view(self, name: str, columns: Sequence[Column], key: str = "id", row_height: int = 11 * UNIT) -> TableView:
        """A table of two lines a row, or more with a greater height; `key` leads to what names a row."""
        view = TableView(Table(columns, _key_of(key)), name, row_height)
        view.setItemDelegate(LinesDelegate(view))
        return view

    def lay_out(self, tiles: Sequence[Stat], cards: Sequence[TableCard], *buttons: QWidget) -> None:
        """Puts the page together: once, when it is made."""
        self._side = Side(*cards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(self._top(buttons))
        column.addWidget(self.other_name)
        line = QHBoxLayout()
        line.setSpacing(UNIT)
        line.addWidget(self.leads_up)
        line.addWidget(self.facts, 1)
        column.addLayout(line)
        column.addSpacing(UNIT)
        for tile in tiles:
            tile.body.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.addWidget(Tiles(list(tiles), _WEIGHTS[: len(tiles)], _LEAST_TILE))
        column.addSpacing(2 * UNIT)
        row = QHBoxLayout()
        row.setSpacing(3 * UNIT - GAP)
        row.addWidget(self._side, 2)
        row.addWidget(self.timeline_card, 3)
        column.addLayout(row, 1)

    def fit(self) -> None:
        """After the rows changed."""
        self._side.fit()

    def show_facts(self, up: str, facts: Sequence[str], other_name: str = "") -> None:
        """Shows what stands under the name; `up` is the link, "" for none."""
        self.leads_up.setText(up)
        self.leads_up.setAccessibleName(up)
        self.leads_up.setVisible(bool(up))
        self.facts.set_text(" · ".join(fact for fact in facts if fact))
        self.other_name.setText(other_name)
        self.other_name.setVisible(bool(other_name))

    def promise_view(self, name: str) -> TableView:
        """The table of promises to be kept; a long one goes over two lines."""
        return self.view(name, PROMISE_COLUMNS, "commitment.id", 15 * UNIT)

    def open_promise(self, row: object) -> None:
        """Goes to a promise, in its group."""
        if isinstance(row, Promise):
            self.desk.go(Place("group", row.commitment.group_id or "", "commitments", row.commitment.id))

    def open_group(self, row: object) -> None:
        """Goes to a group."""
        if isinstance(row, GroupSeats | Holding):
            self.desk.go(Place("group", row.group_id, "overview"))

    def open_held(self, row: object) -> None:
        """Goes to a seat or a role among the people of its group, to put it right or to end it."""
        if isinstance(row, Unconfirmed):
            self.desk.go(Place("group", row.group_id, "people", row.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.correct_it()
        else:
            super().keyPressEvent(event)

    def _top(self, buttons: Sequence[QWidget]) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(2 * UNIT)
        top.addWidget(self.name, 1)
        for button in (self.correct, *buttons):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return top

    def _open_entry(self, entry: Entry) -> None:
        lead_to(self.desk, self, entry.record, entry.group_id)


def show_follow_through(tile: Stat, follow: FollowThrough) -> None:
    """7 of 9, kept of those fallen due; never ranked (§4.3)."""
    if follow.fallen_due:
        renegotiated = f"kept, {follow.renegotiated} renegotiated" if follow.renegotiated else "kept of those due"
        tile.show_figure(f"{follow.kept} of {follow.fallen_due}", renegotiated)
    else:
        tile.show_figure("—", follow.words)


def show_groups(tile: Stat, seats: Sequence[GroupSeats], groups: int) -> None:
    """In how many groups today, and since when or how many more in the past."""
    first = min((seat.since for seat in seats if seat.since), default=None)
    past = len(seats) - groups
    since = f"since {first.year}" if first else "none yet"
    tile.show_figure(str(groups), f"{past} in the past" if past else since)
    tile.setToolTip(f"Sits in groups since {shown(first)}" if first else "")


def show_open_promises(tile: Stat, given: Sequence[Promise], overdue: int) -> None:
    """How many are to be kept, and how many of these are late."""
    late = f"{overdue} overdue" if overdue else "none overdue"
    tile.show_figure(str(len(given)), late, "danger" if overdue else "")


def promises_card(view: TableView) -> TableCard:
    """The promises that are to be kept."""
    return TableCard("Open promises", view, EmptyState("No promise is open."))


def _key_of(path: str) -> Callable[[Any], str]:
    """What names a row: `id`, or the id of what it holds."""
    find = attrgetter(path)
    return lambda row: str(find(row))
