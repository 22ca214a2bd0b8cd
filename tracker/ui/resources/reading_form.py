"""The quick form for readings of power: one rater, three questions, 100 points each (§4.1, §4.2)."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from tracker.models.dates import shown
from tracker.models.mistake import Mistake
from tracker.models.points_split import WHOLE, PointsSplit
from tracker.models.reading_taking import readings_of, taken
from tracker.models.records import Agency, Group
from tracker.models.records.reading import Question
from tracker.ui.desk import Desk
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.resources.points_board import PointsBoard
from tracker.ui.resources.privacy import privacy_words
from tracker.ui.resources.question_row import QuestionRow
from tracker.ui.resources.rater_head import RaterHead
from tracker.ui.resources.reading_answers import ReadingAnswers
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Muted, label, primary_button, quiet_button, set_tone
from tracker.ui.words import UNDO_HINT, count

_ASKS = {
    Question.DECIDES: "Of 100 points of say over what the group does, how many has each agency?",
    Question.GIVES: "Of 100 points of what is put in, of every sort, how many come from each agency?",
    Question.GAINS: "Of 100 points of what is gained from the work, how many go to each agency?",
}
_OFFERS = (
    ("E", "Equal split", "The same for each agency that is not locked"),
    ("L", "Lock", "The agency keeps its points while others move; once more takes the lock off"),
    ("X", "Leave out", "Takes the answer to this question back: it is not saved"),
)
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HINT = "← → a point, Shift ten · ↑ ↓ another agency · or type the number: it stays"


class ReadingForm(Card):
    """`closed` carries the day and question to lead to, when it was saved or left; None for no question."""

    closed = Signal(object, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName("Readings of one rater")
        self._desk = desk
        self._group_id = ""
        self._question = Question.DECIDES
        self._answers = ReadingAnswers(())
        self._leaving = False
        self.head = RaterHead(desk.snapshot)
        self.points = PointsBoard()
        self.questions = QuestionRow()
        self.foot = FootRow(_OFFERS, _HINT)
        self.leave_it = quiet_button("Leave it")
        self.remove = quiet_button("Remove these readings", icon_name="trash-2")
        self.save = quiet_button("Save")
        self.go_on = primary_button("Next")
        self._asks, self._sum = label("", "quiet"), label("", "title")
        self._problem, self._privacy, self._before = label("", "problem"), Muted(), label("", "quiet")
        self._lay_out()
        self._connect()

    @property
    def question(self) -> Question:
        """The question that is asked now."""
        return self._question

    @property
    def problem(self) -> str:
        """What is wrong; "" while nothing is."""
        return self._problem.text()

    @property
    def words(self) -> str:
        """All that the form says of itself: the sum, what was kept before, and who sees it."""
        return "\n".join((self._sum.text(), self._before.text(), self._privacy.text()))

    def begin(self, group_id: str, on: date, question: Question = Question.DECIDES, agency_id: str = "") -> bool:
        """Begins with a rater: of the agency that is named, or the next that has not rated. False without agencies."""
        self._group_id = group_id
        there = self.head.begin(self._desk.snapshot, group_id, on)
        if not there:
            return False
        if agency_id:
            self.head.known_rater(agency_id)
        else:
            self.head.next_rater()
        self._start(there, question)
        return True

    def turn_to(self, question: Question) -> None:
        """Asks another question, if what is typed for this one can be taken."""
        if not self.points.settle():
            self.questions.show_question(self._question)
            return
        self._question = question
        self._show()
        self.points.take_focus(first=True)

    def press(self, letter: str, other: bool = False) -> None:
        """Does what a letter stands for."""
        if letter == "E":
            self.points.even_out()
        elif letter == "L":
            self.points.turn_lock()
        elif letter == "X":
            self._answers.leave_out(self._question)
            self._show()
        self.points.take_focus()

    def confirm(self) -> None:
        """Goes on to the next question, or saves after the last one."""
        after = self._answers.next_after(self._question)
        if after:
            self.turn_to(after)
        else:
            self.keep()

    def keep(self) -> None:
        """Saves what is answered, in one step, and closes; or says what is to be put right."""
        if not self.points.settle():
            return
        try:
            self._save()
        except Mistake as mistake:
            self._say(mistake.sentence)

    def leave(self) -> None:
        """Closes; with answers that are not saved only when it is asked for once more."""
        if self._answers.touched and not self._leaving:
            self._leaving = True
            self._say("What is answered here is not saved yet: Save keeps it, and Esc once more leaves it.")
            return
        self.closed.emit(None, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in pages:
            questions = list(Question)
            self.turn_to(questions[(self._question.rank + pages[Qt.Key(event.key())]) % len(questions)])
        elif event.key() in _RETURN and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keep()
        elif event.key() in _RETURN:
            # In the line on top: the day and the rater stand, and the points come next.
            self.points.take_focus()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        desk, rater = self._desk, self.head.rater
        before = readings_of(desk.snapshot, rater)
        readings = taken(desk.snapshot, rater, self._answers.given, desk.office.mint)
        saved = count(len(readings), "reading")
        with desk.office.step(f"correct {saved}" if before else f"add {saved}"):
            desk.office.save(*readings)
        who = " ".join((desk.snapshot.called(Agency, rater.agency_id), rater.mark)).strip()
        desk.said.emit(f"Saved: {saved} by {who}, {shown(rater.on)}. {UNDO_HINT}")
        self._answers.touched = False
        self.closed.emit(rater.on, self._question if self._question in self._answers.answered else None)

    def _remove(self) -> None:
        rater = self.head.rater
        readings = tuple(readings_of(self._desk.snapshot, rater).values())
        if self._desk.do(f"remove {count(len(readings), 'reading')}", removes=readings):
            self._desk.said.emit(f"Removed: {count(len(readings), 'reading')}. {UNDO_HINT}")
            self.closed.emit(None, None)

    def _start(self, there: tuple[Agency, ...], question: Question) -> None:
        """Begins anew over the agencies that are at the table."""
        self._answers = ReadingAnswers([agency.id for agency in there])
        self.points.set_names([agency.called for agency in there])
        self._question = question
        self._privacy.setText(privacy_words(self._desk.snapshot.find(Group, self._group_id), len(there)))
        self._load()
        self.points.take_focus()

    def _load(self) -> None:
        """Takes what the rater gave on that day before, where nothing has been answered here yet."""
        rater = self.head.rater
        before = readings_of(self._desk.snapshot, rater)
        self.remove.setVisible(bool(before))
        if not self._answers.touched:
            self._answers = ReadingAnswers(self._answers.agency_ids)
            self._answers.load(before.values())
        who = " ".join((self._desk.snapshot.called(Agency, rater.agency_id), rater.mark)).strip()
        self._before.setText(
            f"{who} gave {count(len(before), 'reading')} on {shown(rater.on)} already: saving puts them right."
            if before
            else ""
        )
        self._before.setVisible(bool(before))
        self._show()

    def _hear_day(self) -> None:
        """Another day may have other agencies at the table; where they are the same, the answers stay."""
        rater = self.head.rater
        there = self.head.begin(self._desk.snapshot, self._group_id, rater.on)
        if not there:
            group = self._desk.snapshot.called(Group, self._group_id)
            self._say(f"Nobody has a seat in {group} on {shown(rater.on)}: give another day.")
        elif tuple(agency.id for agency in there) == self._answers.agency_ids:
            self._hear_rater()
        else:
            self.head.next_rater()
            self._start(there, self._question)

    def _hear_rater(self) -> None:
        if not self.head.day.problem:
            self._load()

    def _hear_points(self) -> None:
        split = self.points.split
        if split:
            self._answers.answer(self._question, split)
            self._leaving = False
            self._say("")
            self._show_state(split)

    def _show(self) -> None:
        """Shows the question that is asked now."""
        split = self._answers.split(self._question)
        self.questions.show_question(self._question)
        self._asks.setText(_ASKS[self._question])
        after = self._answers.next_after(self._question)
        self.go_on.setText(f"Next: {after.label.lower()}" if after else "Save readings")
        self.save.setVisible(after is not None)
        self._say("")
        self.points.show_split(split)
        self._show_state(split)

    def _show_state(self, split: PointsSplit) -> None:
        answered = self._answers.answered
        there = self._question in answered
        left_out = "not answered: left out, unless you move a point or press E for an equal split"
        self._sum.setText(f"{sum(split.points)} of {WHOLE} points shared out" + ("" if there else f" · {left_out}"))
        set_tone(self._sum, "good" if there else "warning")
        self.questions.show_answered(answered)

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        self.body.addLayout(self.header)
        self.header.addWidget(self.head, 1)
        self.header.addWidget(self.leave_it, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._before)
        self.body.addWidget(self.questions)
        self._asks.setWordWrap(True)
        self._problem.setWordWrap(True)
        self._sum.setWordWrap(True)
        self.body.addWidget(self._asks)
        self.body.addWidget(self.points, 1)
        for part in (self._sum, self._problem, self.foot):
            self.body.addWidget(part)
        self._lay_out_buttons()

    def _lay_out_buttons(self) -> None:
        self.save.setToolTip("Saves what is answered so far (Ctrl+Enter)")
        self.go_on.setToolTip("Enter")
        self.leave_it.setToolTip("Esc")
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(self._privacy, 1)
        row.addWidget(self.remove)
        row.addWidget(self.save)
        row.addWidget(self.go_on)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.head.day_changed.connect(self._hear_day)
        self.head.rater_changed.connect(self._hear_rater)
        self.questions.asked.connect(self.turn_to)
        self.points.changed.connect(self._hear_points)
        self.points.mistaken.connect(self._say)
        self.points.confirmed.connect(self.confirm)
        self.points.letter_typed.connect(self.press)
        self.foot.chosen.connect(self.press)
        self.save.clicked.connect(self.keep)
        self.go_on.clicked.connect(self.confirm)
        self.leave_it.clicked.connect(self.leave)
        self.remove.clicked.connect(self._remove)
