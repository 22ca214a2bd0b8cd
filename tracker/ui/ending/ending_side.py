"""How a group ends: the steps of winding up with one key each, and in a group that has closed how it ended (§7.2)."""

from typing import cast

from PySide6.QtWidgets import QVBoxLayout

from tracker.models.dates import shown
from tracker.models.figures.winding_up import EndingPath, EndingStep, ending_path
from tracker.models.guidance.ending import WHEN_TO_END
from tracker.models.records import (
    Agency,
    Ball,
    Carrying,
    Commitment,
    Group,
    Handover,
    Lesson,
    Person,
    Record,
    Result,
    WindingUp,
)
from tracker.models.winding_up_changes import begun
from tracker.ui.cells import LinesDelegate
from tracker.ui.desk import Desk
from tracker.ui.ending.ending_asking import EndingAsking
from tracker.ui.ending.ending_card import PLACES, EndingCard
from tracker.ui.ending.ending_columns import KEYS, behind, ending_columns
from tracker.ui.page import Page
from tracker.ui.parts.counts_card import CountsCard
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.parts.signs import Signs
from tracker.ui.parts.story_box import StoryBox
from tracker.ui.place import Place
from tracker.ui.record_dialog import asked, correct_record, record_dialog
from tracker.ui.style import UNIT
from tracker.ui.widgets import EmptyState, primary_button

_DO, _DECIDED, _LESSONS, _CLOSE, _GIVE_UP = "Enter", "D", "L", "C", "G"
_OFFERS = (
    (_DO, "Do this step", "Does what the key of the chosen step does"),
    (_GIVE_UP, "Give up…", "The group goes on after all; that it had decided to end is kept"),
)
_HINT = "Each step also by its key"
_ROW = 7 * UNIT
_TITLE = "Winding up, step by step"
_REFUSED = {
    "P": "No promise is open: there is nothing to release.",
    "B": "Every issue is settled: there is nothing to do.",
    _CLOSE: "The group has closed already: how it ended stands here.",
    _GIVE_UP: "The group has closed: to take that back, correct the group and empty the day on which it closed.",
}
_FIRST_NOTE = "Note first with D when and why it was decided."


class EndingSide(Page):
    """The steps in their order, and the chosen one in full."""

    kinds = frozenset({WindingUp, Group, Commitment, Ball, Handover, Lesson, Carrying, Result, Agency, Person})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._path: EndingPath | None = None
        self.table = HeadedTable(ending_columns(Signs()), lambda step: str(step.key), lambda name, rows: name)
        self.table.records = behind
        self.view = KeyedView(self.table, "ending", "DPBLVTKCG", _ROW)
        self.foot = FootRow(_OFFERS, _HINT)
        self.asking = EndingAsking(desk)
        self.story = EndingCard()
        self.begin = primary_button("Begin winding up…")
        self.close_it = primary_button("Close the group…")
        self._empty = EmptyState(WHEN_TO_END, self.begin)
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Winding up"

    @property
    def words(self) -> str:
        """How far the group is, in a line."""
        if self.desk.snapshot.find(Group, self._group_id) is None:
            return ""
        return ending_path(self.desk.snapshot, self._group_id).words

    def show_place(self, place: Place) -> None:
        if place.group_id and place.group_id != self._group_id:
            self.asking.leave()
            self.view.selectionModel().clear()
            self._group_id = place.group_id
        self.refill()
        if place.record_id:
            self.view.choose("decided")
            self.view.setFocus()

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        if snapshot.find(Group, self._group_id) is None:
            return
        path = self._path = ending_path(snapshot, self._group_id)
        self._empty.say(_nothing(path))
        self.table.set_rows(path.steps if path.begun or path.closed else ())
        self._card.set_title(f"How it ended: {path.ended_words}" if path.closed else _TITLE)
        self.close_it.setVisible(path.begun)
        self.foot.setVisible(bool(self.table.rows))
        if self._chosen is None:
            self.view.choose(_first(path))
        self.view.choose_first()
        self._show_chosen()

    def take_focus(self) -> None:
        """Gives the keyboard to the steps, so that their keys work at once; to the button before anything began."""
        (self.view if self.table.rows else self.begin).setFocus()

    def press(self, key: str, other_day: bool = False) -> None:
        """Does what a key stands for; each that needs a day asks for it."""
        path, step = self._path, self._chosen
        if path is None or step is None:
            return
        key = KEYS[step.key] if key == _DO else key
        if key not in self._allowed(path):
            self.desk.mistaken.emit(_REFUSED.get(key, _FIRST_NOTE))
        elif key == _DECIDED:
            self.note_decision()
        elif key == _LESSONS:
            self.desk.go(Place("group", self._group_id, PLACES["lessons"]))
        elif key == _CLOSE:
            self.close_group()
        else:
            self.asking.ask_for(key, path)

    def note_decision(self) -> None:
        """Asks when and why it was decided; opens it where that was noted already."""
        path = self._path
        if path and path.winding:
            correct_record(self.desk, self, path.winding)
            return
        desk, group_id = self.desk, self._group_id

        def begin(typed: Record) -> Record:
            given = cast("WindingUp", typed)
            return begun(desk.snapshot, group_id, given.decided_on or desk.snapshot.today, given.why, lambda: given.id)

        blank = WindingUp(id=desk.office.mint(), group_id=group_id, decided_on=desk.snapshot.today)
        asked(record_dialog(desk, self, blank, "begin winding up", ("decided_on", "why"), begin))
        self.take_focus()

    def close_group(self) -> None:
        """Shows what closing does and leaves open, and closes the group if that is wanted."""
        from tracker.ui.ending.close_dialog import CloseDialog
        from tracker.ui.moving.step_dialog import opened

        opened(CloseDialog(self.desk, self, self._group_id))

    @property
    def _chosen(self) -> EndingStep | None:
        rows = self.view.chosen_rows
        return rows[0] if rows else None

    def _allowed(self, path: EndingPath) -> set[str]:
        keys = {_DECIDED, _LESSONS}
        keys |= {key for key, name in (("P", "promises"), ("B", "balls")) if path.step(name).left}
        keys |= {"V", "T", "K"} if path.winding else set()
        return keys | ({_CLOSE, _GIVE_UP} if path.begun else set())

    def _show_chosen(self) -> None:
        path, step = self._path, self._chosen
        self._box.show_story(step is not None)
        if path and step:
            self.story.show_step(self.desk.snapshot, path, step)
            keys = self._allowed(path)
            self.foot.allow(keys | ({_DO} if KEYS[step.key] in keys else set()))

    def _lead(self) -> None:
        step = self._chosen
        if step and step.key in PLACES:
            record_id = step.left[0].id if step.left else ""
            self.desk.go(Place("group", self._group_id, PLACES[step.key], record_id))

    def _go_on(self) -> None:
        self._box.make_room(False)
        self.take_focus()

    def _lay_out(self) -> None:
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.begin.setToolTip("Notes when and why it was decided, and opens the path")
        self.close_it.setToolTip("Shows what ends and what stays open first (C)")
        self._card = CountsCard(_TITLE, self.view, self._empty, self.close_it)
        self._card.body.addWidget(self.asking)
        self._card.body.addWidget(self.foot)
        self._box = StoryBox(self._card, self.story)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box, 1)

    def _connect(self) -> None:
        self.begin.clicked.connect(self.note_decision)
        self.close_it.clicked.connect(self.close_group)
        self.story.link.clicked.connect(self._lead)
        self.foot.chosen.connect(self.press)
        self.asking.opened.connect(lambda: self._box.make_room(True))
        self.asking.closed.connect(self._go_on)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(lambda: self.press(_DO))
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)


def _first(path: EndingPath) -> str:
    """The step to look at first: what is to be done next, or how it ended."""
    return "closed" if path.closed else next((step.key for step in path.steps if step.open), "")


def _nothing(path: EndingPath) -> str:
    """When to wind up; and that it was tried before."""
    if not path.given_up:
        return WHEN_TO_END
    last = path.given_up[0]
    tried = f"It was decided on {shown(last.decided_on)} and given up on {shown(last.given_up_on)}."
    return f"{WHEN_TO_END} {tried}"
