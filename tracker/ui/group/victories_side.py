"""The little victories of a group, with shared credit: celebrated and told at home by one key each (§7.2)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from tracker.models.dates import shown
from tracker.models.figures.victories import Victory, victories
from tracker.models.records import Agency, Evidence, Result, SharedOutcome
from tracker.models.snapshot import Snapshot
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.group.victory_card import VictoryCard
from tracker.ui.group.victory_columns import COLUMNS
from tracker.ui.group.victory_verbs import VERBS, Verb
from tracker.ui.page import Page
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.filtered_card import FilteredCard
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.parts.story_box import StoryBox
from tracker.ui.place import Place
from tracker.ui.widgets import EmptyState, primary_button, quiet_button
from tracker.ui.words import UNDO_HINT, count, in_quotes

_BY_KEY = {verb.key: verb for verb in VERBS}
_ADD, _CORRECT = "A", "Enter"
_OFFERS = (
    *((verb.key, verb.word, verb.tip) for verb in VERBS),
    (_CORRECT, "Correct", "Opens the chosen victory to put it right"),
)
_NOTHING = "What came of the work stands here: little victories (§7.2), with a number or as a story."
_ALL_DONE = "Nothing is left here to celebrate or to tell. Choose “All victories” above to see them."


class VictoriesSide(Page):
    """Filter, add, correct; the chosen one is told in full beside the table or under it."""

    kinds = frozenset({Result, Evidence, SharedOutcome, Agency})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._any = False
        self.table = HeadedTable(COLUMNS, lambda victory: str(victory.id), lambda name, rows: name)
        self.view = KeyedView(self.table, "victories", "".join((*_BY_KEY, _ADD)))
        self.filter = QLineEdit()
        self.which = KeyedCombo("Which", 52)
        self.add = primary_button("&Add victory", icon_name="plus")
        self.foot = FootRow(_OFFERS)
        self.asking = Asking()
        self.story = VictoryCard()
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Victories"

    @property
    def chosen(self) -> list[Victory]:
        """The victories that are chosen, from the top."""
        return self.view.chosen_rows

    def show_place(self, place: Place) -> None:
        if place.group_id != self._group_id or place.record_id:
            self.filter.clear()
            self.asking.leave()
            self.which.choose("all")
        self._group_id = place.group_id
        self.refill()
        if place.record_id:
            self.view.choose(_result_id(self.desk.snapshot, place.record_id))
            self.view.setFocus()

    def refill(self) -> None:
        found = victories(self.desk.snapshot, self._group_id)
        self._any = bool(found)
        self._offer(found)
        self.table.set_rows(victory for victory in found if _wanted(victory, self.which.key))
        self.view.choose_first()
        self._show_chosen()

    def add_victory(self) -> None:
        """Asks for a new victory, of today."""
        # Forms are imported when the first one is opened.
        from tracker.ui.group.victory_form import add_victory

        made = add_victory(self.desk, self, self._group_id)
        if made is not None:
            self.view.choose(made.id)

    def correct_victory(self) -> None:
        """Asks for the chosen victory's details."""
        from tracker.ui.group.victory_form import correct_victory

        if self.chosen:
            correct_victory(self.desk, self, self.chosen[0].result)

    def press(self, key: str, other_day: bool = False) -> None:
        """Does what a key stands for with the victories that are chosen; with Shift it asks for the day."""
        if key == _ADD:
            self.add_victory()
        elif key == _CORRECT:
            self.correct_victory()
        elif (verb := _BY_KEY.get(key)) and self.chosen:
            self._do(verb, other_day)

    def _lay_out(self) -> None:
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.add.setToolTip("A victory that was not told at a meeting (A)")
        first = quiet_button("Add the first victory", icon_name="plus")
        first.clicked.connect(self.add_victory)
        self._empty = EmptyState(_NOTHING, first)
        self._first = first
        card = FilteredCard("Victories", self.view, self._empty, self.filter, [self.which], self.add)
        card.body.addWidget(self.asking)
        card.body.addWidget(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._box = StoryBox(card, self.story)
        column.addWidget(self._box)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_victory)
        self.filter.textChanged.connect(self._filter)
        self.which.currentIndexChanged.connect(self.refill)
        self.foot.chosen.connect(self.press)
        self.asking.closed.connect(self._go_on)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(self.correct_victory)
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)
        self.story.agency_requested.connect(self._lead_to_agency)

    def _offer(self, found: Sequence[Victory]) -> None:
        """What the list can be narrowed to, each with its count."""
        counts = (sum(victory.to_celebrate for victory in found), sum(victory.to_tell for victory in found))
        self.which.offer(
            (
                ("all", "All victories"),
                ("celebrate", f"Not celebrated yet: {counts[0]:,}"),
                ("tell", f"Not told at home yet: {counts[1]:,}"),
            )
        )

    def _filter(self, text: str) -> None:
        self.table.set_filter(text)
        self.view.choose_first()
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.chosen
        self._box.show_story(bool(chosen))
        if chosen:
            self.story.show_victory(chosen[0])
        self.foot.allow({*_BY_KEY, _CORRECT} if chosen else set())
        self.foot.setVisible(self._any)
        self._empty.say(_ALL_DONE if self._any else _NOTHING)
        self._first.setVisible(not self._any)

    def _do(self, verb: Verb, other_day: bool) -> None:
        to_do = [victory for victory in self.chosen if verb.fits(victory)]
        if other_day:
            self._ask_for_day(verb, self.chosen)
        elif to_do:
            self.desk.attempt(lambda: self._finish(verb, to_do, self.desk.snapshot.today))
        else:
            self.desk.mistaken.emit(_done_already(verb, self.chosen[0]))

    def _ask_for_day(self, verb: Verb, chosen: Sequence[Victory]) -> None:
        snapshot = self.desk.snapshot
        day = DayEdit("The day", snapshot, verb.day(chosen[0].result) or snapshot.today, past=True)
        self._box.make_room(True)
        self.asking.ask(
            f"{verb.done} on which day? {_named(chosen)}",
            verb.word,
            [("on", "Day", day)],
            lambda given: self._finish(verb, chosen, given["on"]),
        )

    def _finish(self, verb: Verb, chosen: Sequence[Victory], on: date) -> None:
        """One step of the office. Raises Mistake, with nothing changed, if the day cannot be."""
        today = self.desk.snapshot.today
        saves = [verb.change(victory.result, on, today) for victory in chosen]
        with self.desk.office.step(verb.name(len(saves))):
            self.desk.office.save(*saves)
        when = "today" if on == today else f"on {shown(on)}"
        self.desk.said.emit(f"{verb.done} {when}: {_named(chosen)}. {UNDO_HINT}")

    def _go_on(self) -> None:
        self._box.make_room(False)
        self.view.setFocus()

    def _lead_to_agency(self, agency_id: str) -> None:
        self.desk.go(Place("agency", record_id=agency_id))


def _wanted(victory: Victory, which: str) -> bool:
    return {"celebrate": victory.to_celebrate, "tell": victory.to_tell}.get(which, True)


def _named(chosen: Sequence[Victory]) -> str:
    return in_quotes(chosen[0].result.name) if len(chosen) == 1 else count(len(chosen), "victory", "victories")


def _done_already(verb: Verb, victory: Victory) -> str:
    if victory.withdrawn:
        return "This victory was withdrawn: Enter opens it, to put that right."
    return f"{verb.done} on {shown(verb.day(victory.result))} already: Shift+{verb.key} gives another day."


def _result_id(snapshot: Snapshot, identity: str) -> str:
    """The victory that something leads to: itself, or that of a piece of evidence."""
    evidence = snapshot.find(Evidence, identity)
    return (evidence.result_id or "") if evidence else identity
