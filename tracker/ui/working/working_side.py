"""How a group works together: its tasks and practical steps (§4.2), and what helps it or hinders (§2.3 to §7.3)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from tracker.models.figures.conditions_board import ConditionRow, conditions_board
from tracker.models.figures.practices_board import PracticeRow, practices_board
from tracker.models.records import Condition, Group, Practice
from tracker.models.records.outlook import PracticeState, Seen
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.filtered_card import FilteredCard
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.signs import Signs
from tracker.ui.parts.story_box import StoryBox
from tracker.ui.place import Place
from tracker.ui.record_dialog import correct_record
from tracker.ui.widgets import EmptyState
from tracker.ui.working.working_card import WorkingCard
from tracker.ui.working.working_columns import (
    WorkingRow,
    heading_words,
    part_of,
    working_columns,
)
from tracker.ui.working.working_deeds import State, WorkingDeeds, named
from tracker.ui.working.working_view import WorkingView

_STATES: dict[str, State] = {
    "N": PracticeState.NOT_YET,
    "U": PracticeState.UNDER_WAY,
    "P": PracticeState.IN_PLACE,
    "H": Seen.HERE,
    "I": Seen.IN_PART,
    "O": Seen.NOT_HERE,
}
_OF_PRACTICES, _OF_CONDITIONS = {"N", "U", "P"}, {"H", "I", "O"}
_CORRECT = "Enter"
_OFFERS = (
    ("N", "Not yet", "A task or step that has not begun. With Shift: as of another day, with a note"),
    ("U", "Under way", "A task or step that has begun. With Shift: as of another day, with a note"),
    ("P", "In place", "A task or step that is there. With Shift: as of another day, with a note"),
    ("H", "Here", "It is seen here; what hinders goes on the watch list. With Shift: another day, with a note"),
    ("I", "In part", "It is seen here in part. With Shift: another day, with a note"),
    ("O", "Not here", "It is not seen here. With Shift: another day, with a note"),
    (_CORRECT, "Correct", "Opens what was said last, to put it right or to restrict who may see it"),
)
_ALL = (("all", "All"), ("practices", "Tasks and steps"), ("helps", "What helps"), ("hinders", "What hinders"))
_WHICH = (*_ALL, ("here", "On the watch list"), ("unsaid", "Not said yet"))
_NOTHING = "Nothing here fits: choose “All” above to see every task and step, and all that helps or hinders."
_CANNOT = {
    True: "Of a task or a step say N, U or P: not yet, under way, or in place.",
    False: "Of what helps or hinders say H, I or O: here, in part, or not here.",
}


class WorkingSide(Page):
    """One list for both: each row takes the keys that suit it."""

    kinds = frozenset({Practice, Condition, Group})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._rows: list[WorkingRow] = []
        self._deeds = WorkingDeeds(desk)
        self.table = HeadedTable(working_columns(Signs()), lambda row: str(row.id), heading_words)
        self.table.set_part(part_of)
        self.view = WorkingView(self.table, "".join(_STATES))
        self.filter = QLineEdit()
        self.which = KeyedCombo("What to show", 40)
        self.foot = FootRow(_OFFERS, "Shift: other day")
        self.asking = Asking()
        self.story = WorkingCard()
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Working together"

    @property
    def words(self) -> str:
        """How far it all is, in a line."""
        snapshot = self.desk.snapshot
        if snapshot.find(Group, self._group_id) is None:
            return ""
        # Read anew: the line above is written before the side has heard of a change.
        practices, conditions = practices_board(snapshot, self._group_id), conditions_board(snapshot, self._group_id)
        return f"{practices.words} · {conditions.words}"

    def show_place(self, place: Place) -> None:
        if place.group_id and place.group_id != self._group_id:
            self.asking.leave()
            self.filter.clear()
            self.which.choose("all")
            self._group_id = place.group_id
        self.refill()
        if place.record_id:
            self._lead_to(place.record_id)

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        if snapshot.find(Group, self._group_id) is None:
            return
        practices, conditions = practices_board(snapshot, self._group_id), conditions_board(snapshot, self._group_id)
        self._rows = [*practices.rows, *conditions.rows]
        self.table.set_rows(row for row in self._rows if _shown(row, self.which.key))
        self.view.choose_first()
        self._show_chosen()

    def take_focus(self) -> None:
        """Gives the keyboard to the list, so that its keys work at once."""
        self.view.setFocus()

    def press(self, key: str, other_day: bool = False) -> None:
        """Does what a key stands for with all that are chosen."""
        rows = self.view.chosen_rows
        if not rows:
            return
        if key == _CORRECT:
            self._correct(rows[0])
            return
        fitting = [row for row in rows if key in _keys(row)]
        if not fitting:
            self.desk.mistaken.emit(_CANNOT[isinstance(rows[0], PracticeRow)])
        elif other_day:
            self._ask(fitting, _STATES[key])
        else:
            self.desk.attempt(lambda: self._deeds.say(self._group_id, fitting, _STATES[key], self.desk.snapshot.today))

    def _ask(self, rows: Sequence[WorkingRow], state: State) -> None:
        """Asks for the day and what shows it."""
        snapshot = self.desk.snapshot
        day = DayEdit("The day", snapshot, snapshot.today, past=True)
        self._box.make_room(True)
        self.asking.ask(
            f"{state.label} on which day? {named(rows)}",
            state.label,
            [("on", "Day", day), ("note", "What shows it", QLineEdit())],
            lambda given: self._deeds.say(self._group_id, rows, state, given["on"], given["note"]),
        )

    def _correct(self, row: WorkingRow) -> None:
        if row.latest is None:
            self.desk.mistaken.emit(f"Nothing has been said of it yet. {_CANNOT[isinstance(row, PracticeRow)]}")
        else:
            correct_record(self.desk, self, row.latest)

    def _lead_to(self, identity: str) -> None:
        snapshot = self.desk.snapshot
        practice, condition = snapshot.find(Practice, identity), snapshot.find(Condition, identity)
        key = practice.name.value if practice and practice.name else condition.key if condition else ""
        if key:
            self.filter.clear()
            self.which.choose("all")
            self.refill()
            self.view.choose(key)
            self.view.setFocus()

    def _show_chosen(self) -> None:
        rows = self.view.chosen_rows
        self._box.show_story(bool(rows))
        if rows:
            self.story.show_row(rows[0], self._rows)
        keys = {key for row in rows for key in _keys(row)}
        self.foot.allow(keys | ({_CORRECT} if rows and rows[0].latest else set()))

    def _filter(self, text: str) -> None:
        self.table.set_filter(text)
        self.view.choose_first()

    def _go_on(self) -> None:
        self._box.make_room(False)
        self.view.setFocus()

    def _lay_out(self) -> None:
        self.which.offer(_WHICH, "all")
        card = FilteredCard("Working together", self.view, EmptyState(_NOTHING), self.filter, [self.which])
        card.body.addWidget(self.asking)
        card.body.addWidget(self.foot)
        self._box = StoryBox(card, self.story)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.which.currentIndexChanged.connect(self.refill)
        self.foot.chosen.connect(self.press)
        self.asking.closed.connect(self._go_on)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(lambda: self.press(_CORRECT))
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)


def _keys(row: WorkingRow) -> set[str]:
    return _OF_PRACTICES if isinstance(row, PracticeRow) else _OF_CONDITIONS


def _shown(row: WorkingRow, which: str) -> bool:
    if which == "practices":
        return isinstance(row, PracticeRow)
    if which in ("helps", "hinders"):
        return isinstance(row, ConditionRow) and row.help.helps is (which == "helps")
    if which == "here":
        return isinstance(row, ConditionRow) and row.watched
    return which != "unsaid" or row.latest is None
