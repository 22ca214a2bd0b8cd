"""A group's signals: what is seen, what is set aside, what cannot be told, and what is not seen."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from tracker.models.records import Group, Record
from tracker.models.signals.limit_board import limit_board
from tracker.models.signals.rule import Signal
from tracker.models.signals.signals import most_urgent_first
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.filtered_card import FilteredCard
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.parts.leading import lead_to
from tracker.ui.parts.signs import Signs
from tracker.ui.parts.story_box import StoryBox
from tracker.ui.place import Place
from tracker.ui.signals.asides import Asides
from tracker.ui.signals.looking_back import looking_back_of
from tracker.ui.signals.reader import reader_of
from tracker.ui.signals.signal_card import SignalCard
from tracker.ui.signals.signal_columns import (
    ASIDE,
    NOT_ENOUGH,
    NOT_SEEN,
    SEEN,
    heading_words,
    part_of,
    rank_of,
    signal_columns,
)
from tracker.ui.style import UNIT
from tracker.ui.wayfinder import place_of
from tracker.ui.widgets import EmptyState, quiet_button

_OFFERS = (
    ("Enter", "Do it", "Leads to where it is done"),
    ("S", "Set aside", "Asks until when the signal can wait, and why; one set aside already gets another day"),
    ("B", "Bring back", "What is set aside stands among the others again"),
)
_NOTHING_SEEN = "No signal is seen in this group today. What was looked for can be shown."
_TO_COME = "This group has not begun yet: signals are about groups that run."
_CLOSED = "This group does not run today: signals are about groups that do. How it went stands in its life cycle."


class SignalsSide(Page):
    """The most urgent first; what is not seen is shown when it is asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._all: tuple[Signal, ...] = ()
        self.table = HeadedTable(signal_columns(Signs()), lambda row: str(row.rule.key), heading_words)
        self.table.set_part(part_of)
        self.view = KeyedView(self.table, "signals", "SB", 11 * UNIT)
        self.filter = QLineEdit()
        self.which = KeyedCombo("Which signals", 35)
        self.foot = FootRow(_OFFERS)
        self.asking = Asking()
        self.story = SignalCard()
        self.more = quiet_button("Show all signals")
        self._asides = Asides(desk, self.asking)
        self._empty = EmptyState(_NOTHING_SEEN, self.more)
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Signals"

    @property
    def words(self) -> str:
        """How many are seen, set aside, cannot be told, and are not seen."""
        if self.desk.snapshot.find(Group, self._group_id) is None:
            return ""
        # Read anew: the line above is written before the side has heard of a change.
        found = reader_of(self.desk).of_group(self._group_id)
        counts = Counter(map(rank_of, found))
        parts = ((SEEN, "seen"), (ASIDE, "set aside"), (NOT_ENOUGH, "not enough to tell"), (NOT_SEEN, "not seen"))
        told = [f"{counts[rank]:,} {word}" for rank, word in parts if counts[rank] or rank == SEEN]
        return ", ".join(told) if found else ""

    @property
    def chosen(self) -> list[Signal]:
        """The signals that are chosen, from the top."""
        return self.view.chosen_rows

    def show_place(self, place: Place) -> None:
        if place.group_id != self._group_id:
            self.filter.clear()
            self.asking.leave()
        self._group_id = place.group_id or self._group_id
        self.refill()

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        group = snapshot.find(Group, self._group_id)
        if group is None:
            return
        self._all = most_urgent_first(reader_of(self.desk).of_group(self._group_id))
        everything = self.which.key == "all"
        rows = [signal for signal in self._all if everything or rank_of(signal) != NOT_SEEN]
        self.table.set_rows(rows)
        self.view.choose_first()
        to_come = group.started_on is not None and group.started_on > snapshot.today
        self._empty.say(_NOTHING_SEEN if self._all else _TO_COME if to_come else _CLOSED)
        self.more.setText("Show all signals" if self._all else "See its life cycle")
        self.foot.setVisible(bool(rows))
        self._show_chosen()

    def take_focus(self) -> None:
        """Gives the keyboard to the table, so that its keys work at once."""
        (self.view if self.view.isVisible() else self.more).setFocus()

    def press(self, key: str, shift: bool = False) -> None:
        """Does what a key stands for with what is chosen."""
        rows = self.chosen
        if rows and key not in _fitting(rows):
            self.desk.mistaken.emit(_cannot(key))
        elif rows and key == "S":
            self._asides.ask(self._group_id, [row.rule for row in rows if row.is_seen])
        elif rows and key == "B":
            self._asides.bring_back(rows)
        elif rows:
            lead = rows[0].place
            self.desk.go(Place(lead.page, lead.group_id, lead.tab, lead.record_id))

    def _show_chosen(self) -> None:
        rows = self.chosen
        self.foot.allow(_fitting(rows))
        self._box.show_story(bool(rows))
        if rows:
            limits = {row.id: row for row in limit_board(self.desk.snapshot)}
            before = looking_back_of(self.desk).words_of(rows[0].rule.key)
            self.story.show_signal(self.desk.snapshot, rows[0], limits, before)

    def _show_more(self) -> None:
        if not self._all:
            self.desk.go(Place("group", self._group_id, "life-cycle"))
            return
        self.which.setCurrentIndex(self.which.findData("all"))
        self.take_focus()

    def _open_record(self, record: Record) -> None:
        place = place_of(self.desk.snapshot, type(record), record.id)
        if place is not None:
            self.desk.go(place)
        else:
            lead_to(self.desk, self, record, self._group_id)

    def _filter(self, text: str) -> None:
        self.table.set_filter(text)
        self.view.choose_first()

    def _lay_out(self) -> None:
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.which.offer((("now", "Worth a look"), ("all", "All signals")), "now")
        card = FilteredCard("Signals", self.view, self._empty, self.filter, [self.which])
        card.body.addWidget(self.asking)
        card.body.addWidget(self.foot)
        self._box = StoryBox(card, self.story)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.which.currentIndexChanged.connect(self.refill)
        self.more.clicked.connect(self._show_more)
        self.foot.chosen.connect(self.press)
        self.asking.opened.connect(lambda: self._box.make_room(True))
        self.asking.closed.connect(lambda: self._box.make_room(False))
        self.asking.closed.connect(self.view.setFocus)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(lambda: self.press("Enter"))
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)
        self.story.action_requested.connect(lambda: self.press("Enter"))
        self.story.record_opened.connect(self._open_record)


def _fitting(rows: Sequence[Signal]) -> set[str]:
    """The keys that do something with what is chosen."""
    fits = {"Enter"} if rows else set()
    fits |= {"S"} if any(row.is_seen for row in rows) else set()
    return fits | ({"B"} if any(row.is_seen and row.aside for row in rows) else set())


def _cannot(key: str) -> str:
    return {
        "S": "Only what is seen can be set aside.",
        "B": "Only what is set aside is brought back: S sets aside.",
    }[key]
