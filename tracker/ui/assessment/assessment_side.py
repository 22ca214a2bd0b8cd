"""A group's self-assessment: the rounds, what each suggests, and the members' answers on the screen (§7.2)."""

from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.figures.assessment.rounds import RoundListed, rounds
from tracker.models.records import Agency, Assessment, Group, Membership, Rating, StageJudgement, Threshold
from tracker.ui.assessment.round_columns import RoundSigns, behind_round, round_columns
from tracker.ui.assessment.round_form import correct_round, start_round
from tracker.ui.assessment.round_view import RoundView
from tracker.ui.cells import LinesDelegate
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.place import Place
from tracker.ui.style import UNIT
from tracker.ui.table_card import TableCard
from tracker.ui.widgets import EmptyState, primary_button, quiet_button
from tracker.ui.words import UNDO_HINT, count

_NEW, _ANSWER, _JUDGE, _TALK, _WRITE, _READ, _CORRECT = "N", "A", "J", "Q", "W", "R", "Enter"
_LETTERS = _NEW + _ANSWER + _JUDGE + _TALK + _WRITE + _READ
_OFFERS = (
    (_ANSWER, "Answer", "Asks the questions on this screen, one member after another"),
    (_JUDGE, "Judge the stage", "Opens the judgement that rests on this round: a new one, or the one that is there"),
    (_TALK, "Questions to talk over", "A page to print: the signs on which members differ most, as questions"),
    (_WRITE, "Write a form…", "An Excel form that an agency fills in and sends back"),
    (_READ, "Read forms…", "Reads the forms that came back, any number of them"),
    (_CORRECT, "Correct", "Puts the day of the round right, or whom it asked"),
)
_NOTHING = (
    "What the members say of their group stands here: 24 signs of the stages, each from 0 to 4, and what they "
    "suggest, with its reasons. People decide (§7.2). It takes each member about ten minutes."
)
_FIRST = "There is no round yet: N starts one."
_NO_ANSWER = "Nobody has answered this round yet: A asks on this screen, W writes a form."
_LIST_WIDTH, _WIDE_LIST = 64 * UNIT, 76 * UNIT
_WIDE = 260 * UNIT


class AssessmentSide(Page):
    """The arrow keys go from round to round; single keys do something with the round that is chosen."""

    kinds = frozenset({Assessment, Rating, StageJudgement, Agency, Membership, Group, Threshold})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self.table = HeadedTable(round_columns(RoundSigns()), lambda row: str(row.id), lambda name, rows: name)
        self.table.records = behind_round
        self.view = KeyedView(self.table, "", _LETTERS, 20 * UNIT)
        self.round = RoundView(_LETTERS)
        self.foot = FootRow(_OFFERS)
        self.add = primary_button("New round", icon_name="plus")
        self._first = quiet_button("Start the first round", icon_name="plus")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Self-assessment"

    @property
    def words(self) -> str:
        """How many rounds there are, and the latest."""
        snapshot = self.desk.snapshot
        if snapshot.find(Group, self._group_id) is None:
            return ""
        # Read anew: the line above is written before the side has heard of a change.
        listed = rounds(snapshot, self._group_id)
        if not listed:
            return ""
        return f"{count(len(listed), 'round')} · the latest on {shown(listed[0].on)}: {listed[0].words}"

    @property
    def chosen(self) -> RoundListed | None:
        """The round that is chosen; None if there is none."""
        rows = self.view.chosen_rows
        return rows[0] if rows else None

    def show_place(self, place: Place) -> None:
        if place.group_id and place.group_id != self._group_id:
            self._group_id = place.group_id
            self.view.selectionModel().clear()
        self.refill()
        if place.record_id:
            self.view.choose(place.record_id)

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        if snapshot.find(Group, self._group_id) is None:
            return
        self.table.set_rows(rounds(snapshot, self._group_id))
        self.view.choose_first()
        self._show_chosen()

    def take_focus(self) -> None:
        """Gives the keyboard to the list, or to the button that begins it."""
        (self.view if self.table.total else self._first).setFocus()

    def press(self, key: str, other: bool = False) -> None:
        """Does what a key stands for."""
        if key == _NEW:
            self.start()
        elif key in (_WRITE, _READ):
            self._files(key)
        elif self.chosen is None:
            self.desk.mistaken.emit(_FIRST)
        elif key == _ANSWER:
            self._ask(self.chosen.assessment)
        elif key == _CORRECT:
            correct_round(self.desk, self, self.chosen.assessment)
        elif key == _JUDGE:
            self._judge(self.chosen)
        elif key == _TALK:
            self._talk(self.chosen)

    def start(self) -> None:
        """Asks for a new round, and leads to it."""
        made = start_round(self.desk, self, self._group_id)
        if made is not None:
            self.view.choose(made.id)
            self.desk.said.emit(
                f"Started: {made.asked.label.lower()}, {shown(made.on)}. A asks the members. {UNDO_HINT}"
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = chr(event.key()) if 0x41 <= event.key() <= 0x5A else ""
        if letter and letter in _LETTERS and not event.modifiers():
            self.press(letter)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._list.setFixedWidth(_WIDE_LIST if event.size().width() >= _WIDE else _LIST_WIDTH)

    def _ask(self, assessment: Assessment) -> None:
        from tracker.ui.assessment.rating_dialog import RatingDialog

        dialog = RatingDialog(self.desk, self, assessment.id)
        dialog.exec()
        dialog.deleteLater()

    def _judge(self, chosen: RoundListed) -> None:
        from tracker.ui.assessment.judging import judge, judge_by

        if chosen.suggestion is None:
            self.desk.mistaken.emit("A health check suggests no stage: choose a round that asked for the signs.")
        elif not chosen.coverage.raters:
            self.desk.mistaken.emit(_NO_ANSWER)
        elif chosen.judgement is not None:
            judge(self.desk, self, chosen.judgement)
        else:
            judge_by(self.desk, self, chosen.assessment)

    def _talk(self, chosen: RoundListed) -> None:
        from tracker.ui.assessment.discussion_dialog import DiscussionDialog

        dialog = DiscussionDialog(self.desk, self, chosen.assessment.id)
        dialog.exec()
        dialog.deleteLater()

    def _files(self, key: str) -> None:
        """Forms that are filled in elsewhere: written for the round that is chosen, and read for this group."""
        if key == _WRITE:
            from tracker.ui.assessment.form_out_dialog import FormOutDialog

            if self.chosen is None:
                self.desk.mistaken.emit(_FIRST)
                return
            dialog: QWidget = FormOutDialog(self.desk, self, self.chosen.assessment.id)
        else:
            from tracker.ui.assessment.form_in_dialog import FormInDialog

            dialog = FormInDialog(self.desk, self, self._group_id)
        dialog.exec()  # type: ignore[attr-defined]
        dialog.deleteLater()

    def _lay_out(self) -> None:
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.view.horizontalHeader().hide()
        self.view.setSortingEnabled(False)
        self.add.setToolTip("Starts a round: the signs of the stages, or the health check (N)")
        self._list = TableCard("Rounds", self.view, EmptyState(""), self.add)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * UNIT)
        row.addWidget(self._list)
        row.addWidget(self.round, 1)
        self._stack.addWidget(whole)
        self._stack.addWidget(EmptyState(_NOTHING, self._first))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.add.clicked.connect(self.start)
        self._first.clicked.connect(self.start)
        self.foot.chosen.connect(self.press)
        self.view.key_typed.connect(self.press)
        self.round.key_typed.connect(self.press)
        self.round.suggestion.judge.clicked.connect(lambda: self.press(_JUDGE))
        self.view.opened.connect(lambda: self.press(_CORRECT))
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)

    def _show_chosen(self) -> None:
        chosen = self.chosen
        self._stack.setCurrentIndex(0 if self.table.total else 1)
        allowed = {_READ}
        if chosen:
            self.round.show_round(self.desk.snapshot, chosen)
            allowed |= {_ANSWER, _WRITE, _CORRECT}
            if chosen.suggestion is not None and chosen.coverage.raters:
                allowed |= {_JUDGE, _TALK}
        self.foot.allow(allowed)
