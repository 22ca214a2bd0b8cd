"""A group's contributions as a list: to filter, to put in parts, to add, to correct, and delivered by one key."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tracker.models.figures.contribution_lines import ContributionLine, agency_kinds, contribution_lines
from tracker.models.records import Contribution
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.filtered_card import FilteredCard
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.parts.signs import Signs
from tracker.ui.parts.story_box import StoryBox
from tracker.ui.record_dialog import ask_for
from tracker.ui.resources.contribution_card import ContributionCard
from tracker.ui.resources.contribution_columns import contribution_columns, heading_words, part_by
from tracker.ui.resources.contribution_deeds import ContributionDeeds, named
from tracker.ui.widgets import EmptyState, primary_button, quiet_button

_ADD, _DELIVER, _CORRECT, _BOARD = "A", "D", "Enter", "B"
_OFFERS = (
    (_DELIVER, "Delivered", "It came today. With Shift: on another day"),
    (_CORRECT, "Correct", "Opens the chosen contribution to put it right"),
    (_BOARD, "By kind and time", "What was promised and delivered, kind by kind and quarter by quarter"),
)
_NEW = ("agency_id", "kind", "text", "quantity", "unit", "value_nzd", "promised_on", "delivered_on")
_BY = (("state", "By state"), ("kind", "By kind"), ("agency", "By agency"), ("list", "In one list"))
_NOTHING = (
    "What each agency puts in stands here: money, staff time, a place, information, knowledge, a mandate (§4.1). "
    "Promised counts as well; it is marked until it has come."
)
_NONE_LEFT = "Nothing of this sort. Choose “All contributions” above to see the others."


class ContributionList(QWidget):
    """The table with the story of what is chosen. `board_requested` asks for the same by kind and time."""

    board_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._group_id = ""
        self._lines: tuple[ContributionLine, ...] = ()
        self._deeds = ContributionDeeds(desk)
        self.table = HeadedTable(contribution_columns(Signs()), lambda line: str(line.id), heading_words)
        self.view = KeyedView(self.table, "contributions", _DELIVER + _ADD + _BOARD)
        self.filter = QLineEdit()
        self.by = KeyedCombo("Show by", 30)
        self.which = KeyedCombo("Which contributions", 46)
        self.add = primary_button("Add", icon_name="plus")
        self.foot = FootRow(_OFFERS, "Shift: another day")
        self.asking = Asking()
        self.story = ContributionCard()
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> list[ContributionLine]:
        """The contributions that are chosen, from the top."""
        return self.view.chosen_rows

    def show_group(self, group_id: str) -> None:
        """Shows a group's contributions."""
        if group_id != self._group_id:
            self.filter.clear()
            self.asking.leave()
            self.which.choose("all")
        self._group_id = group_id
        self._lines = contribution_lines(self._desk.snapshot, group_id)
        self._offer()
        self._fill()

    def lead_to(self, identity: str) -> bool:
        """Chooses a contribution, whatever the list was narrowed to; returns whether there is such a one."""
        if identity not in {line.id for line in self._lines}:
            return False
        self.filter.clear()
        self.which.choose("all")
        self._fill()
        self.view.choose(identity)
        self.view.setFocus()
        return True

    def narrow_to(self, words: str) -> None:
        """Filters the whole list by some words, and gives it the keyboard."""
        self.which.choose("all")
        self._fill()
        self.filter.setText(words)
        self.view.setFocus()

    def take_focus(self) -> None:
        """Gives the keyboard to the table; to the button that begins it while it is empty."""
        (self.view if self._lines else self._first).setFocus()

    def press(self, key: str, other_day: bool = False) -> None:
        """Does what a key stands for with what is chosen; with Shift it asks for the day."""
        if key == _ADD:
            self.add_contribution()
        elif key == _BOARD:
            self.board_requested.emit()
        elif key == _CORRECT:
            self.correct_contribution()
        elif self.chosen:
            self._deliver(other_day)

    def add_contribution(self) -> None:
        """Asks for a new contribution, promised today unless another day is given."""
        desk = self._desk
        blank = Contribution(id=desk.office.mint(), group_id=self._group_id, promised_on=desk.snapshot.today)
        made = ask_for(desk, self, blank, "add a contribution", _NEW)
        if made is not None:
            self.lead_to(made.id)

    def correct_contribution(self) -> None:
        """Asks for the details of the chosen contribution."""
        if self.chosen:
            ask_for(self._desk, self, self.chosen[0].contribution, "correct a contribution")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_A and not event.modifiers():
            self.add_contribution()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.by.offer(_BY, "state")
        self.table.set_part(part_by("state"))
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.add.setAccessibleName("Add a contribution")
        self.add.setToolTip("Something that an agency promises or puts in (A)")
        self._first = quiet_button("Add the first contribution", icon_name="plus")
        self._empty = EmptyState(_NOTHING, self._first)
        card = FilteredCard("Contributions", self.view, self._empty, self.filter, [self.by, self.which], self.add)
        card.body.addWidget(self.asking)
        card.body.addWidget(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._box = StoryBox(card, self.story)
        column.addWidget(self._box)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_contribution)
        self._first.clicked.connect(self.add_contribution)
        self.filter.textChanged.connect(self._filter)
        self.by.currentIndexChanged.connect(self._part)
        self.which.currentIndexChanged.connect(self._fill)
        self.foot.chosen.connect(self.press)
        self.asking.closed.connect(self._go_on)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(self.correct_contribution)
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)

    def _offer(self) -> None:
        """What the list can be narrowed to, each with its count."""
        waiting = sum(line.waits is not None for line in self._lines)
        without = sum(not line.valued for line in self._lines)
        self.which.offer(
            (
                ("all", "All contributions"),
                ("waiting", f"Not delivered yet: {waiting:,}"),
                ("valueless", f"Without a value: {without:,}"),
            )
        )

    def _fill(self) -> None:
        self.table.set_rows(line for line in self._lines if _wanted(line, self.which.key))
        self.view.choose_first()
        self._show_chosen()

    def _part(self) -> None:
        self.table.set_part(part_by(self.by.key))
        self.view.choose_first()

    def _filter(self, text: str) -> None:
        self.table.set_filter(text)
        self.view.choose_first()
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.chosen
        self._box.show_story(bool(chosen))
        if chosen:
            kinds = agency_kinds(self._lines, chosen[0].contribution.agency_id)
            self.story.show_contribution(chosen[0], kinds)
        self.foot.allow({_DELIVER, _CORRECT, _BOARD} if chosen else {_BOARD})
        self.foot.setVisible(bool(self._lines))
        self._empty.say(_NONE_LEFT if self._lines else _NOTHING)
        self._first.setVisible(not self._lines)

    def _deliver(self, other_day: bool) -> None:
        waiting = [line for line in self.chosen if line.waits is not None]
        if other_day:
            self._ask_for_day(self.chosen)
        elif waiting:
            self._desk.attempt(lambda: self._finish(waiting, self._desk.snapshot.today))
        else:
            self._desk.mistaken.emit("This has been delivered already: Shift+D gives another day.")

    def _ask_for_day(self, chosen: Sequence[ContributionLine]) -> None:
        snapshot = self._desk.snapshot
        day = DayEdit("The day", snapshot, chosen[0].contribution.delivered_on or snapshot.today, past=True)
        self._box.make_room(True)
        self.asking.ask(
            f"Delivered on which day? {named(chosen)}",
            "Delivered",
            [("on", "Day", day)],
            lambda given: self._finish(chosen, given["on"]),
        )

    def _finish(self, lines: Sequence[ContributionLine], on: date) -> None:
        after = self._next_after(lines)
        self._deeds.deliver(lines, on)
        if after:
            self.view.choose(after)

    def _next_after(self, lines: Sequence[ContributionLine]) -> str:
        """The next that has not come, below those lines or else above; "" if there is none."""
        things, ids = self.table.things, {line.id for line in lines}
        last = max((place for place, line in enumerate(things) if line.id in ids), default=0)
        order = [*things[last + 1 :], *reversed(things[:last])]
        return next((line.id for line in order if line.waits is not None and line.id not in ids), "")

    def _go_on(self) -> None:
        self._box.make_room(False)
        self.view.setFocus()


def _wanted(line: ContributionLine, which: str) -> bool:
    return {"waiting": line.waits is not None, "valueless": not line.valued}.get(which, True)
