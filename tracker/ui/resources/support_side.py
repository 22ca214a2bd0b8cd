"""A group's support from home: by agency and kind, asked for, promised, secured; and the six-week money clock."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.models.figures.money_clock import money_clock
from tracker.models.figures.support_board import SupportBoard, SupportState, support_board
from tracker.models.records import Agency, Contribution, Group, Membership, Support
from tracker.models.resource_changes import next_state
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.counts_card import CountsCard
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.story_box import StoryBox
from tracker.ui.place import Place
from tracker.ui.record_dialog import ask_for
from tracker.ui.resources.clock_card import ClockCard
from tracker.ui.resources.support_card import SupportCard
from tracker.ui.resources.support_deeds import SupportDeeds, named
from tracker.ui.resources.support_table import SupportTable
from tracker.ui.resources.support_view import SupportView
from tracker.ui.style import UNIT
from tracker.ui.widgets import EmptyState, primary_button, quiet_button

_ADD, _NEXT, _SECURE, _CORRECT = "A", "N", "S", "Enter"
_OFFERS = (
    (_NEXT, "Move on", "From asked for to promised, and to secured, today. With Shift: on another day"),
    (_SECURE, "Secured", "Secured today, whatever came before. With Shift: on another day"),
    (_CORRECT, "Correct", "Opens the chosen support to put it right; adds one where there is none"),
)
_NEW = ("agency_id", "kind", "text", "amount_nzd", "asked_on", "promised_on", "secured_on")
_NOTHING = (
    "What each home agency gives its member stands here: time, money, administration, permission to act differently, "
    "coaching (§6.2). It begins with the agencies at the table."
)
_ALL = "all"


class SupportSide(Page):
    """The arrow keys go over the board; keys add support in the chosen cell, and move on those that are there."""

    kinds = frozenset({Support, Contribution, Agency, Membership, Group})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._board: SupportBoard | None = None
        self._deeds = SupportDeeds(desk)
        self.clock = ClockCard()
        self.table = SupportTable()
        self.view = SupportView(self.table, _ADD + _NEXT + _SECURE)
        self.foot = FootRow(_OFFERS, "Arrow keys: from cell to cell")
        self.asking = Asking()
        self.story = SupportCard()
        self.add = primary_button("Add", icon_name="plus")
        self._seats = quiet_button("Go to the group's people", icon_name="users-round")
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Support from home"

    def show_place(self, place: Place) -> None:
        if place.group_id != self._group_id:
            self.asking.leave()
        self._group_id = place.group_id
        self.refill()
        support = self.desk.snapshot.find(Support, place.record_id) if place.record_id else None
        if support and support.agency_id and support.kind:
            self.view.choose_cell(support.agency_id, support.kind)
            self.view.setFocus()

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        if snapshot.find(Group, self._group_id) is None:
            return
        self._board = support_board(snapshot, self._group_id)
        self.clock.show_clock(money_clock(snapshot, self._group_id))
        self.table.show_board(self._board)
        self.view.choose_first()
        self._show_chosen()

    def take_focus(self) -> None:
        """Gives the keyboard to the board, so that its keys work at once; to a button while it is empty."""
        (self.view if self.table.rows else self._seats).setFocus()

    def press(self, key: str, other_day: bool = False) -> None:
        """Does what a key stands for in the chosen cells; with Shift it asks for the day."""
        supports = self.view.chosen_supports
        if key == _ADD or (key == _CORRECT and not supports):
            self.add_support()
        elif key == _CORRECT:
            self._correct_one_of(supports)
        else:
            self._move(supports, SupportState.SECURED if key == _SECURE else None, other_day)

    def add_support(self) -> None:
        """Asks for support, of the agency and kind that the cursor stands on: asked for today unless it is said."""
        row, kind, desk = self.view.row, self.view.kind, self.desk
        blank = Support(
            id=desk.office.mint(),
            group_id=self._group_id,
            agency_id=row.agency_id if row else None,
            kind=kind,
            asked_on=desk.snapshot.today,
        )
        made = ask_for(desk, self, blank, "add support", _NEW)
        if made is not None and made.agency_id and made.kind:
            self.view.choose_cell(made.agency_id, made.kind)

    def _lay_out(self) -> None:
        self.add.setAccessibleName("Add support")
        self.add.setToolTip("What a home agency was asked for, promised or secured (A)")
        empty = EmptyState(_NOTHING, self._seats)
        card = CountsCard("Support from each home agency", self.view, empty, self.add)
        card.body.addWidget(self.asking)
        card.body.addWidget(self.foot)
        self._box = StoryBox(card, self.story)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        column.addWidget(self.clock)
        column.addWidget(self._box, 1)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_support)
        self._seats.clicked.connect(lambda: self.desk.go(Place("group", self._group_id, "people")))
        self.foot.chosen.connect(self.press)
        self.asking.closed.connect(self._go_on)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(lambda: self.press(_CORRECT))
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)
        self.view.selectionModel().currentChanged.connect(self._show_chosen)

    def _show_chosen(self) -> None:
        row, supports = self.view.row, self.view.chosen_supports
        self._box.show_story(row is not None)
        if row and self._board:
            self.story.show_support(row, self.view.kind, self._board.silent)
        open_ones = any(next_state(support) for support in supports)
        self.foot.allow({_CORRECT, *((_NEXT, _SECURE) if open_ones else ())})
        self.foot.setVisible(bool(self.table.rows))

    def _move(self, supports: Sequence[Support], to: SupportState | None, other_day: bool) -> None:
        left = [support for support in supports if next_state(support)]
        if not supports:
            self.desk.mistaken.emit("There is no support in this cell yet: A adds one.")
        elif not left:
            self.desk.mistaken.emit("All of it is secured: Enter opens it, to put a day right.")
        elif other_day or len(left) > 1:
            self._ask(left, to)
        else:
            self.desk.attempt(lambda: self._deeds.move(left, to, self.desk.snapshot.today))

    def _ask(self, supports: Sequence[Support], to: SupportState | None) -> None:
        """Asks for the day, and of several which one."""
        snapshot = self.desk.snapshot
        which, day = _chooser(supports), DayEdit("The day", snapshot, snapshot.today, past=True)
        inputs: list[tuple[str, str, QWidget]] = [("on", "Day", day)]
        if len(supports) > 1:
            which.offer([(_ALL, f"All {len(supports):,}"), *_offered(supports)], _ALL)
            inputs.append(("which", "Which", which))
        word = to.label if to else "Move on"
        state = to or next_state(supports[0])
        done = state.label if state and (to or len(supports) == 1) else "Moved on"
        self._box.make_room(True)
        self.asking.ask(
            f"{done} on which day? {named(supports)}",
            word,
            inputs,
            lambda given: self._deeds.move(_of(supports, given.get("which", _ALL)), to, given["on"]),
        )

    def _correct_one_of(self, supports: Sequence[Support]) -> None:
        if len(supports) == 1:
            self._correct(supports[0])
            return
        self._box.make_room(True)
        self.asking.ask(
            "Correct which support?",
            "Correct",
            [("which", "Which", _chooser(supports))],
            lambda given: self._correct(_of(supports, given["which"])[0]),
        )

    def _correct(self, support: Support) -> None:
        self.asking.leave()
        ask_for(self.desk, self, support, "correct support", _NEW)

    def _go_on(self) -> None:
        self._box.make_room(False)
        self.view.setFocus()


def _chooser(supports: Sequence[Support]) -> KeyedCombo:
    chooser = KeyedCombo("Which support")
    chooser.offer(_offered(supports))
    return chooser


def _offered(supports: Sequence[Support]) -> list[tuple[str, str]]:
    return [(support.id, " ".join(support.text.split()) or "Not described") for support in supports]


def _of(supports: Sequence[Support], key: str) -> list[Support]:
    return [support for support in supports if key in (_ALL, support.id)]
