"""The critical friend's notes: what the group has still to talk over first (§3.2)."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from tracker.models.dates import shown
from tracker.models.figures.friend_board import FriendBoard, friend_board, note_words
from tracker.models.figures.timeline_words import joined
from tracker.models.lesson_changes import talked_over
from tracker.models.records import FriendNote, Group, Person, Role
from tracker.models.records.membership import RoleName
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import DayEdit
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.filtered_card import FilteredCard
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.parts.story_box import StoryBox
from tracker.ui.parts.story_card import StoryCard
from tracker.ui.place import Place
from tracker.ui.record_dialog import add_record, correct_record
from tracker.ui.style import UNIT
from tracker.ui.table import Column
from tracker.ui.widgets import EmptyState, primary_button, quiet_button
from tracker.ui.words import UNDO_HINT, in_quotes

_OFFERS = (
    ("T", "Talked over", "Asks what the group made of it"),
    ("Enter", "Correct", "Opens the chosen note to put it right"),
)
_NOTHING = "What the critical friend saw or asked stands here, and what the group made of it (§3.2)."
_NOBODY = "Nobody asks the awkward question yet: name somebody from outside who wishes the group well (§3.2)."
_ADD = "A"


class FriendSide(Page):
    """Notes are for this office alone, unless somebody opens one."""

    kinds = frozenset({FriendNote, Role, Person, Group})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._board: FriendBoard | None = None
        self.table = HeadedTable(_columns(), lambda note: str(note.id), lambda name, rows: f"{name}: {len(rows):,}")
        self.table.set_part(_part)
        self.view = KeyedView(self.table, "friend-notes", "TA", 12 * UNIT)
        self.filter = QLineEdit()
        self.foot = FootRow(_OFFERS, "A: add a note")
        self.asking = Asking()
        self.story = StoryCard("The note", facts=2)
        self.add = primary_button("Add &note", icon_name="plus")
        self.name = quiet_button("Name a critical friend", icon_name="user-plus")
        self._empty = EmptyState(_NOTHING, self.name)
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Critical friend"

    @property
    def words(self) -> str:
        """Who it is, and how much waits."""
        return friend_board(self.desk.snapshot, self._group_id).words if self._group_id else ""

    def show_place(self, place: Place) -> None:
        if place.group_id and place.group_id != self._group_id:
            self.filter.clear()
            self.asking.leave()
        self._group_id = place.group_id or self._group_id
        self.refill()
        if place.record_id:
            self.view.choose(place.record_id)
            self.view.setFocus()

    def refill(self) -> None:
        if self.desk.snapshot.find(Group, self._group_id) is None:
            return
        self._board = friend_board(self.desk.snapshot, self._group_id)
        self.table.set_rows(self._board.notes)
        self.foot.setVisible(bool(self._board.notes))
        self._empty.say(_NOTHING if self._board.friends else _NOBODY)
        self.name.setVisible(not self._board.friends)
        self.view.choose_first()
        self._show_chosen()

    def take_focus(self) -> None:
        """Gives the keyboard to the notes, so that their keys work at once."""
        (self.view if self.table.total else self.add).setFocus()

    def press(self, key: str, other_day: bool = False) -> None:
        """Does what a key stands for with the note that is chosen."""
        notes: Sequence[FriendNote] = self.view.chosen_rows
        if key == _ADD:
            self.add_note()
        elif notes and key == "T":
            self._talk_over(notes[0])
        elif notes:
            correct_record(self.desk, self, notes[0])

    def add_note(self) -> None:
        """Asks for a note of today, by the critical friend of today."""
        friends = self._board.friends if self._board else ()
        made = add_record(
            self.desk,
            self,
            FriendNote,
            group_id=self._group_id,
            on=self.desk.snapshot.today,
            person_id=friends[0].id if friends else None,
        )
        if made is not None:
            self.view.choose(made.id)
            self.view.setFocus()

    def name_friend(self) -> None:
        """Asks who takes the role."""
        add_record(
            self.desk,
            self,
            Role,
            group_id=self._group_id,
            name=RoleName.CRITICAL_FRIEND,
            from_on=self.desk.snapshot.today,
        )

    def _talk_over(self, note: FriendNote) -> None:
        snapshot = self.desk.snapshot
        day = DayEdit("The day", snapshot, note.answered_on or snapshot.today, past=True)

        def keep(given: dict[str, Any]) -> None:
            changed = talked_over(note, given["answer"], given["on"], snapshot.today)
            with self.desk.office.step("talk over a note of the critical friend"):
                self.desk.office.save(changed)
            self.desk.said.emit(f"Talked over: {in_quotes(note.text)}. {UNDO_HINT}")

        self.asking.ask(
            f"What did the group make of it? {in_quotes(note.text)}",
            "Talked over",
            [("answer", "What it made of it", QLineEdit(note.answer)), ("on", "Day", day)],
            keep,
        )

    def _show_chosen(self) -> None:
        notes: Sequence[FriendNote] = self.view.chosen_rows
        self.foot.allow({"T", "Enter"} if notes else set())
        if notes:
            self._tell(notes[0])
        self._box.show_story(bool(notes))

    def _tell(self, note: FriendNote) -> None:
        by = self.desk.snapshot.called(Person, note.person_id)
        facts = [(joined(shown(note.on), by), ""), (note_words(note), "" if note.answered_on else "warning")]
        answer = [(shown(note.answered_on), note.answer)] if note.answer else []
        self.story.tell(note.text, facts, answer)

    def _filter(self, text: str) -> None:
        self.table.set_filter(text)
        self.view.choose_first()

    def _lay_out(self) -> None:
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.view.setAccessibleName("Notes of the critical friend")
        self.add.setToolTip("What the critical friend saw or asked (A); for this office alone, unless you open it")
        card = FilteredCard("Notes of the critical friend", self.view, self._empty, self.filter, [], self.add)
        card.body.addWidget(self.asking)
        card.body.addWidget(self.foot)
        self._box = StoryBox(card, self.story)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.add.clicked.connect(self.add_note)
        self.name.clicked.connect(self.name_friend)
        self.foot.chosen.connect(self.press)
        self.asking.opened.connect(lambda: self._box.make_room(True))
        self.asking.closed.connect(self._go_on)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(lambda: self.press("Enter"))
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)

    def _go_on(self) -> None:
        self._box.make_room(False)
        self.view.setFocus()


def _columns() -> tuple[Column, ...]:
    return (
        Column("Seen or asked", _line, width=320, least=180, share=4, tip=lambda note: note.text),
        Column("What the group made of it", lambda note: " ".join(note.answer.split()), width=240, least=120, share=3),
        Column("Talked over", lambda note: note.answered_on, _over, width=130, least=126, tone=_tone),
        Column("Date", lambda note: note.on, width=110, least=106, drop=2),
    )


def _line(note: FriendNote) -> str:
    return " ".join(note.text.split())


def _over(note: FriendNote) -> str:
    return shown(note.answered_on) if note.answered_on else "not yet"


def _tone(note: FriendNote) -> str:
    return "" if note.answered_on else "warning"


def _part(note: FriendNote) -> tuple[int, str]:
    return (1, "Talked over") if note.answered_on else (0, "To talk over")
