"""A group's readings of power: who decides, who gives, who gains, as its members see it (§4.1, §4.2)."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout

from tracker.models.dates import shown
from tracker.models.figures.reading_rounds import RoundListed, reading_rounds
from tracker.models.records import Agency, Group, Membership, Reading
from tracker.models.records.reading import Question
from tracker.ui.cells import LinesDelegate
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.parts.filtered_card import FilteredCard
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.parts.story_box import StoryBox
from tracker.ui.place import Place
from tracker.ui.resources.reading_form import ReadingForm
from tracker.ui.resources.round_card import RoundCard
from tracker.ui.resources.round_columns import COLUMNS, behind
from tracker.ui.style import UNIT
from tracker.ui.widgets import EmptyState, primary_button, quiet_button

_ADD, _CORRECT = "A", "Enter"
_OFFERS = ((_CORRECT, "Correct", "Opens the form on that day, with what a rater gave"),)
_NOTHING = (
    "How the members see their balance stands here: each rater shares out 100 points over the agencies, for who "
    "decides, who gives and who gains (§4.1). Two minutes each, at the end of a meeting."
)


class ReadingsSide(Page):
    """A list of the rounds, and in its place the form while somebody's readings are taken."""

    kinds = frozenset({Reading, Agency, Membership, Group})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        # Where several readings of one day are taken, the next one is of that day too.
        self._last_day: date | None = None
        self.table = HeadedTable(COLUMNS, lambda row: str(row.id), lambda name, rows: name)
        # Next to single ratings nothing leaves: the gate asks what stands behind a row.
        self.table.records = behind
        self.view = KeyedView(self.table, "readings", _ADD, 9 * UNIT)
        self.filter = QLineEdit()
        self.foot = FootRow(_OFFERS)
        self.story = RoundCard()
        self.form = ReadingForm(desk)
        self.add = primary_button("Add readings", icon_name="plus")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Readings"

    @property
    def asking(self) -> bool:
        """Whether the form is open."""
        return self._stack.currentIndex() == 1

    @property
    def chosen(self) -> RoundListed | None:
        """The round that is chosen; None if there is none."""
        rows = self.view.chosen_rows
        return rows[0] if rows else None

    def show_place(self, place: Place) -> None:
        if place.group_id != self._group_id:
            self.filter.clear()
            self._stack.setCurrentIndex(0)
            self._last_day = None
        self._group_id = place.group_id
        self.refill()
        reading = self.desk.snapshot.find(Reading, place.record_id) if place.record_id else None
        if reading and reading.on and reading.question:
            self._stack.setCurrentIndex(0)
            self._choose(reading.on, reading.question)
            self.view.setFocus()

    def refill(self) -> None:
        rounds = reading_rounds(self.desk.snapshot, self._group_id)
        self.table.set_rows(rounds)
        self.view.choose_first()
        self._show_chosen()

    def take_focus(self) -> None:
        """Gives the keyboard to the list, or to the form where it is open."""
        if self.asking:
            self.form.points.take_focus()
        else:
            (self.view if self.table.total else self._first).setFocus()

    def press(self, key: str, other: bool = False) -> None:
        """Does what a key stands for."""
        if key == _ADD:
            self.add_readings()
        elif self.chosen:
            self._open(self.chosen.on, self.chosen.question, self.chosen.readings[0].agency_id or "")

    def add_readings(self) -> None:
        """Opens the form for the next rater: of today, or of the day of the readings before."""
        self._open(self._last_day or self.desk.snapshot.today, Question.DECIDES, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_A and not event.modifiers() and not self.asking:
            self.add_readings()
        else:
            super().keyPressEvent(event)

    def _open(self, on: date, question: Question, agency_id: str) -> None:
        if not self.form.begin(self._group_id, on, question, agency_id):
            group = self.desk.snapshot.called(Group, self._group_id)
            self.desk.mistaken.emit(
                f"Nobody has a seat in {group} on {shown(on)}: give agencies their seats on the People page first."
            )
            return
        self._stack.setCurrentIndex(1)
        self.form.points.take_focus()

    def _close(self, on: date | None, question: Question | None) -> None:
        self._stack.setCurrentIndex(0)
        self._last_day = on or self._last_day
        if on and question:
            self._choose(on, question)
        self.take_focus()

    def _choose(self, on: date, question: Question) -> None:
        self.filter.clear()
        self.view.choose(f"{on.isoformat()} {question}")

    def _lay_out(self) -> None:
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.add.setToolTip("Takes the readings of one rater (A)")
        self._first = quiet_button("Take the first readings", icon_name="plus")
        card = FilteredCard("Readings", self.view, EmptyState(_NOTHING, self._first), self.filter, [], self.add)
        card.body.addWidget(self.foot)
        self._box = StoryBox(card, self.story)
        self._stack.addWidget(self._box)
        self._stack.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_readings)
        self._first.clicked.connect(self.add_readings)
        self.filter.textChanged.connect(self._filter)
        self.foot.chosen.connect(self.press)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(lambda: self.press(_CORRECT))
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)
        self.form.closed.connect(self._close)

    def _filter(self, text: str) -> None:
        self.table.set_filter(text)
        self.view.choose_first()
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.chosen
        self._box.show_story(chosen is not None)
        if chosen:
            self.story.show_round(chosen)
        self.foot.allow({_CORRECT} if chosen else set())
        self.foot.setVisible(bool(self.table.total))
