"""Answering a self-assessment on the screen, one member after another, none seeing what was answered before (§7.2)."""

from datetime import date

from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tracker.models.assessment_taking import Answerer, agencies_to_ask, free_mark, given, rating_of, ratings_of
from tracker.models.dates import shown
from tracker.models.figures.assessment.asked_order import asked_texts
from tracker.models.figures.self_profile import self_profile
from tracker.models.mistake import Mistake
from tracker.models.records import Agency, Assessment, Group
from tracker.models.records.stage import Asked
from tracker.ui.assessment.answer_sheet import AnswerSheet, AskedQuestion
from tracker.ui.assessment.finish_page import FinishPage
from tracker.ui.assessment.privacy import privacy_said
from tracker.ui.assessment.question_page import QuestionPage
from tracker.ui.assessment.rater_page import RaterPage
from tracker.ui.desk import Desk
from tracker.ui.style import UNIT
from tracker.ui.widgets import Banner, Card, Heading, Muted, primary_button, quiet_button
from tracker.ui.words import UNDO_HINT, count

STEP = "answer a self-assessment"
_WIDTH, _HEIGHT = 190 * UNIT, 110 * UNIT
_ASKS = "How true is this of our group now?"
_NOT_KEPT = "What is answered here is not saved yet. Esc once more closes this, and nothing of it is kept."
_NOBODY = "No agency that was asked has a seat in the group on that day: give it one on the People page first."
_HEADINGS = {Asked.SIGNS: "Self-assessment", Asked.HEALTH: "Health check"}


class RatingDialog(QDialog):
    """Who answers, the questions one by one, and the end; each rater's answers are kept in one step."""

    def __init__(self, desk: Desk, parent: QWidget | None, assessment_id: str) -> None:
        super().__init__(parent)
        self._desk = desk
        self._round = desk.snapshot.one(Assessment, assessment_id)
        self._saved = 0
        self._leaving = False
        self.banner = Banner()
        self.rater = RaterPage()
        self.questions = QuestionPage()
        self.finish = FinishPage()
        self._stack = QStackedWidget()
        self.close_it = quiet_button("&Close")
        self.go_on = primary_button("&Begin")
        self._lay_out()
        self._connect()
        self.begin()

    @property
    def sheet(self) -> AnswerSheet:
        """What the rater has answered so far."""
        return self.questions.sheet

    @property
    def page(self) -> QWidget | None:
        """What is in view: who answers, a question, or the end."""
        return self._stack.currentWidget()

    def begin(self) -> None:
        """Begins with the next rater: of the first agency that has not answered."""
        self._start_sheet()
        agencies = self._agencies
        marks = {agency.id: self._marks(agency.id) for agency in agencies}
        chosen = next((agency_id for agency_id, held in marks.items() if not held), next(iter(marks), ""))
        offered = [(agency.id, _offered(agency, marks[agency.id])) for agency in agencies]
        privacy = privacy_said(len(agencies), named=self._round.named)
        self.rater.offer(offered, chosen, self._free_mark(chosen), privacy)
        self._turn(self.rater, "&Begin")
        self.rater.agency.setFocus()
        if not agencies:
            self.banner.warn(_NOBODY)
        self.go_on.setEnabled(bool(agencies))

    def confirm(self) -> None:
        """What the button means just now: begin, go to the end, save, or hand to the next."""
        if self.page is self.rater:
            self._ask()
        elif self.page is self.questions:
            self._show_end()
        elif self.finish.saved:
            self.begin()
        else:
            self.save()

    def save(self) -> None:
        """Keeps the answers in one step and takes them off the screen; what is in the way is said, and all stays."""
        office = self._desk.office
        try:
            rating = given(self._desk.snapshot, self._answerer, dict(self.sheet.answers), office.mint)
            with office.step(STEP):
                office.save(rating)
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
            return
        self._saved += 1
        self._start_sheet()
        self.finish.show_saved(self_profile(self._desk.snapshot, self._round).coverage)
        self._turn(self.finish, "&Hand to the next")
        self.go_on.setFocus()

    def reject(self) -> None:
        """Closes; with answers that are not saved only when it is asked for once more."""
        answers = self.sheet.answers
        if answers and not self._leaving:
            self._leaving = True
            self.banner.warn(_NOT_KEPT)
            return
        if answers:
            self._desk.said.emit(f"Closed without saving: {count(len(answers), 'answer is', 'answers are')} not kept.")
        elif self._saved:
            self._desk.said.emit(f"Saved: the answers of {count(self._saved, 'rater')}. {UNDO_HINT}")
        super().reject()

    @property
    def _agencies(self) -> tuple[Agency, ...]:
        """Those asked that are at the table on the day of the round."""
        on: date = self._round.on or self._desk.snapshot.today
        there = agencies_to_ask(self._desk.snapshot, self._round.group_id or "", on)
        return tuple(agency for agency in there if not self._round.asked_ids or agency.id in self._round.asked_ids)

    @property
    def _answerer(self) -> Answerer:
        return Answerer(self._round.id, self.rater.agency.key, self.rater.mark.text().strip())

    def _marks(self, agency_id: str) -> list[str]:
        ratings = ratings_of(self._desk.snapshot, self._round.id)
        return [rating.rater or "one" for rating in ratings if rating.agency_id == agency_id]

    def _free_mark(self, agency_id: str) -> str:
        return free_mark(self._desk.snapshot, self._round.id, agency_id)

    def _start_sheet(self) -> None:
        asked = [AskedQuestion(key, words) for key, words in asked_texts(self._round)]
        self.questions.begin(AnswerSheet(asked), _ASKS)
        self._leaving = False

    def _ask(self) -> None:
        """Goes to the questions, once it is plain who answers."""
        if rating_of(self._desk.snapshot, self._answerer) is not None:
            free = self._free_mark(self._answerer.agency_id)
            self.banner.warn(f"Somebody has answered with that mark already: take another, such as {free or 'AA'}.")
            self.rater.mark.setFocus()
            self.rater.mark.selectAll()
            return
        self._show_questions(self.sheet.at)

    def _show_questions(self, place: int) -> None:
        self.sheet.go_to(place)
        if self.sheet.question is None:
            self._show_end()
            return
        self.questions.go_to(place)
        self._turn(self.questions, "To the &end")
        self.questions.setFocus()

    def _show_open(self) -> None:
        self.sheet.go_to_open()
        self._show_questions(self.sheet.at)

    def _show_end(self) -> None:
        self.finish.show_sheet(self.sheet)
        self._turn(self.finish, "&Save")
        self.go_on.setEnabled(bool(self.sheet.answers))
        self.finish.setFocus()

    def _stay(self) -> None:
        """Whoever goes on does not want to leave, and has read what was said."""
        self._leaving = False
        self.banner.clear()

    def _turn(self, page: QWidget, word: str) -> None:
        """Shows a page and what its button is for."""
        self._stay()
        self._stack.setCurrentWidget(page)
        self.go_on.setText(word)
        self.go_on.setAccessibleName(word.replace("&", ""))
        self.go_on.setEnabled(True)
        # While a question stands there, Enter is not to leave what is open behind.
        self.go_on.setDefault(page is not self.questions)

    def _lay_out(self) -> None:
        snapshot = self._desk.snapshot
        heading = _HEADINGS[self._round.asked]
        self.setWindowTitle(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(Heading(heading))
        column.addWidget(Muted(f"{snapshot.called(Group, self._round.group_id)}, {shown(self._round.on)}"))
        column.addWidget(self.banner)
        card = Card()
        for page in (self.rater, self.questions, self.finish):
            self._stack.addWidget(page)
        card.body.addWidget(self._stack)
        column.addWidget(card, 1)
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addStretch(1)
        row.addWidget(self.close_it)
        row.addWidget(self.go_on)
        column.addLayout(row)
        parent = self.parentWidget()
        window = parent.window().size() if parent else None
        width = min(_WIDTH, window.width() - 6 * UNIT) if window else _WIDTH
        self.resize(width, min(_HEIGHT, window.height() - 6 * UNIT) if window else _HEIGHT)

    def _connect(self) -> None:
        self.rater.agency_chosen.connect(lambda: self.rater.mark.setText(self._free_mark(self.rater.agency.key)))
        self.questions.moved.connect(self._stay)
        self.questions.finished.connect(self._show_end)
        self.finish.back_wanted.connect(lambda: self._show_questions(len(self.sheet.questions) - 1))
        self.finish.open_wanted.connect(self._show_open)
        self.go_on.clicked.connect(self.confirm)
        self.close_it.clicked.connect(self.reject)


def _offered(agency: Agency, marks: list[str]) -> str:
    return f"{agency.called} ({', '.join(marks)} answered)" if marks else agency.called
