"""Reviews and lessons of a group: what stays in it first, and one key for each step on the way home (§5)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from tracker.models.figures.learning_board import LessonStanding, LessonState, learning_board
from tracker.models.records import Agency, Carrying, Group, Lesson, Meeting, Membership, Review
from tracker.models.records.record import Record
from tracker.models.records.review import TakenUp
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.learning.lesson_card import LessonCard
from tracker.ui.learning.lesson_columns import LessonColumns, Row, heading_words, key_of, part_of, text_of
from tracker.ui.learning.lesson_deeds import LessonDeeds
from tracker.ui.page import Page
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.filtered_card import FilteredCard
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.parts.story_box import StoryBox
from tracker.ui.place import Place
from tracker.ui.record_dialog import add_record, correct_record
from tracker.ui.style import UNIT
from tracker.ui.widgets import EmptyState, primary_button, quiet_button
from tracker.ui.words import count, in_quotes

_OFFERS = (
    ("H", "Carried home", "Asks which home agency it was carried to, to whom and how"),
    ("U", "Taken up", "The home agency uses it since today. With Shift: since another day"),
    ("X", "Not taken up", "The home agency decided otherwise today. With Shift: on another day"),
    ("Enter", "Correct", "Opens the chosen lesson or review to put it right"),
)
_ADD_LESSON, _ADD_REVIEW = "A", "R"
_NOTHING = "What the group learned, and where it was carried, stands here: a lesson that stays here is lost (§5.2)."


class LessonsSide(Page):
    """Lessons over reviews, and the chosen one told in full."""

    kinds = frozenset({Lesson, Carrying, Review, Agency, Group, Meeting, Membership})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._deeds = LessonDeeds(desk)
        self._columns = LessonColumns()
        self.table = HeadedTable(self._columns.columns(), key_of, heading_words)
        self.table.set_part(part_of)
        self.view = KeyedView(self.table, "lessons", "HUXAR", 12 * UNIT)
        self.filter = QLineEdit()
        self.foot = FootRow(_OFFERS, "A: add a lesson. R: add a review")
        self.asking = Asking()
        self.story = LessonCard()
        self.add = primary_button("&Add lesson", icon_name="plus")
        self.review = quiet_button("Add &review", icon_name="plus")
        self.tell = quiet_button("Sto&ry card…", icon_name="file-text")
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Reviews and lessons"

    @property
    def words(self) -> str:
        """What was learned, in a line."""
        return learning_board(self.desk.snapshot, self._group_id).words if self._group_id else ""

    @property
    def chosen(self) -> list[Row]:
        """What is chosen, from the top."""
        return self.view.chosen_rows

    def show_place(self, place: Place) -> None:
        if place.group_id and place.group_id != self._group_id:
            self.filter.clear()
            self.asking.leave()
        self._group_id = place.group_id or self._group_id
        self.refill()
        if place.record_id:
            carrying = self.desk.snapshot.find(Carrying, place.record_id)
            self.view.choose(carrying.lesson_id or "" if carrying else place.record_id)
            self.view.setFocus()

    def refill(self) -> None:
        if self.desk.snapshot.find(Group, self._group_id) is None:
            return
        self._columns.snapshot = self.desk.snapshot
        board = learning_board(self.desk.snapshot, self._group_id)
        self.table.set_rows([*board.lessons, *board.reviews])
        self.foot.setVisible(bool(board.lessons or board.reviews))
        self.view.choose_first()
        self._show_chosen()

    def take_focus(self) -> None:
        """Gives the keyboard to the table, so that its keys work at once."""
        (self.view if self.table.total else self.add).setFocus()

    def press(self, key: str, other_day: bool = False) -> None:
        """Does what a key stands for with all that are chosen."""
        rows = self.chosen
        lessons = [row for row in rows if isinstance(row, LessonStanding)]
        if key == _ADD_LESSON:
            self.add_lesson()
        elif key == _ADD_REVIEW:
            self.add_review()
        elif key == "Enter" and rows:
            row = rows[0]
            correct_record(self.desk, self, row if isinstance(row, Review) else row.lesson)
        elif not lessons:
            self.desk.mistaken.emit("A review is not carried home itself: add what was learned as a lesson with A.")
        elif key == "H":
            self._carry(lessons)
        else:
            self._answer(lessons, TakenUp.YES if key == "U" else TakenUp.NO, other_day)

    def add_lesson(self) -> None:
        """Asks for a lesson of today."""
        self._add(Lesson)

    def add_review(self) -> None:
        """Asks for a review of today."""
        self._add(Review)

    def show_story(self) -> None:
        """Shows the page that tells the group's story."""
        from tracker.ui.printing.story_dialog import StoryDialog

        dialog = StoryDialog(self.desk, self, self._group_id)
        dialog.exec()
        dialog.deleteLater()

    def _carry(self, rows: Sequence[LessonStanding]) -> None:
        homes = KeyedCombo("Home agency", 24)
        snapshot = self.desk.snapshot
        seats = snapshot.of(Membership, group_id=self._group_id)
        named = dict.fromkeys([*(each for row in rows for each in row.waiting), *(seat.agency_id for seat in seats)])
        homes.offer([(each, snapshot.called(Agency, each)) for each in named if each], next(iter(named), "") or "")
        self.asking.ask(
            f"Carried home: {_named(rows)}",
            "Carried home",
            [
                ("agency", "Home agency", homes),
                ("whom", "To whom there", QLineEdit()),
                ("how", "How", QLineEdit()),
                ("on", "Day", self._day()),
            ],
            lambda given: self._deeds.carry(rows, given["agency"], given["whom"], given["how"], given["on"]),
        )

    def _answer(self, rows: Sequence[LessonStanding], answer: TakenUp, other_day: bool) -> None:
        if not other_day:
            self.desk.attempt(lambda: self._deeds.answer(rows, answer, self.desk.snapshot.today))
            return
        self.asking.ask(
            f"{answer.label} since which day? {_named(rows)}",
            answer.label,
            [("on", "Day", self._day())],
            lambda given: self._deeds.answer(rows, answer, given["on"]),
        )

    def _add(self, kind: type[Record]) -> None:
        made = add_record(self.desk, self, kind, group_id=self._group_id, on=self.desk.snapshot.today)
        if made is not None:
            self.view.choose(made.id)
            self.view.setFocus()

    def _day(self) -> DayEdit:
        snapshot = self.desk.snapshot
        return DayEdit("The day", snapshot, snapshot.today, past=True)

    def _show_chosen(self) -> None:
        rows = self.chosen
        lessons = [row for row in rows if isinstance(row, LessonStanding)]
        fits = {"Enter"} if rows else set()
        fits |= {"H"} if lessons else set()
        fits |= {"U", "X"} if any(row.state is not LessonState.STAYS and row.unanswered for row in lessons) else set()
        self.foot.allow(fits)
        if rows:
            self.story.show_row(self.desk.snapshot, rows[0])
        self._box.show_story(bool(rows))

    def _filter(self, text: str) -> None:
        self.table.set_filter(text)
        self.view.choose_first()

    def _lay_out(self) -> None:
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.view.setAccessibleName("Lessons and reviews")
        self.add.setToolTip("Something learned that the home agencies should know (A)")
        self.review.setToolTip("The group looks at itself: how it works, or what came of it (R)")
        self.tell.setToolTip("One page that tells the group's story, for others to learn from")
        first = quiet_button("Add the first lesson", icon_name="plus")
        first.clicked.connect(self.add_lesson)
        empty = EmptyState(_NOTHING, first)
        card = FilteredCard("Reviews and lessons", self.view, empty, self.filter, [self.tell, self.review], self.add)
        card.body.addWidget(self.asking)
        card.body.addWidget(self.foot)
        self._box = StoryBox(card, self.story)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.add.clicked.connect(self.add_lesson)
        self.review.clicked.connect(self.add_review)
        self.tell.clicked.connect(self.show_story)
        self.foot.chosen.connect(self.press)
        self.asking.opened.connect(lambda: self._box.make_room(True))
        self.asking.closed.connect(self._go_on)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(lambda: self.press("Enter"))
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)

    def _go_on(self) -> None:
        self._box.make_room(False)
        self.view.setFocus()


def _named(rows: Sequence[LessonStanding]) -> str:
    return in_quotes(text_of(rows[0])) if len(rows) == 1 else count(len(rows), "lesson")
