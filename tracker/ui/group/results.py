"""A group's Results: little victories and other results, with the story of the one that is chosen."""

from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout

from tracker.models.dates import shown
from tracker.models.records import Evidence, Result, SharedOutcome
from tracker.models.records.result import ResultState
from tracker.models.snapshot import Snapshot
from tracker.ui.cells import LinesDelegate
from tracker.ui.desk import Desk
from tracker.ui.group.amounts import measured
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.record_dialog import add_record, correct_record
from tracker.ui.style import UNIT
from tracker.ui.table import RIGHT, Column, Table
from tracker.ui.table_card import TableCard
from tracker.ui.table_view import TableView
from tracker.ui.widgets import Card, EmptyState, Muted, label, primary_button, quiet_button


def _value(result: Result) -> str:
    return measured(result.value, result.unit)


def _result(result: Result) -> str:
    gained = " ".join(result.who_gained.split())
    return f"{result.name}\n{gained}" if gained else result.name


def _tone(result: Result) -> str:
    return "muted" if result.state is ResultState.WITHDRAWN else ""


COLUMNS = (
    Column("Date", lambda result: result.on, width=112, least=108, tone=_tone),
    Column("Result", lambda result: result.name, _result, width=360, least=300, share=4, bold=True, tone=_tone),
    Column("Level", lambda result: result.level, width=164, least=160, drop=2, tone=_tone),
    Column("Value", lambda result: result.value, _value, align=RIGHT, width=120, least=96, tone=_tone),
    Column("State", lambda result: result.state, width=100, least=88, tone=_tone),
)


class ResultsTab(Page):
    """Results can be added, corrected and filtered; the chosen one is told in full below."""

    kinds = frozenset({Result, Evidence, SharedOutcome})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self.view = TableView(Table(COLUMNS), "results", 11 * UNIT)
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.filter = QLineEdit()
        self.add = primary_button("Add &result", icon_name="plus")
        self.correct = quiet_button("&Correct", icon_name="pencil")
        self._story = Card("The story")
        self._text = label("")
        self._facts = Muted()
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Results"

    @property
    def story(self) -> str:
        """What is told of the chosen result."""
        return self._text.text()

    def show_place(self, place: Place) -> None:
        if place.group_id != self._group_id or place.record_id:
            self.filter.clear()
        self._group_id = place.group_id
        self.refill()
        if place.record_id:
            self.view.choose(_result_id(self.desk.snapshot, place.record_id))

    def refill(self) -> None:
        results = self.desk.snapshot.of(Result, group_id=self._group_id)
        self.view.table.set_rows(sorted(results, key=lambda result: str(result.on or ""), reverse=True))
        if self.view.chosen_row is None and self.view.table.rows:
            self.view.choose(self.view.table.rows[0].id)
        self._show_chosen()

    def add_result(self) -> None:
        """Asks for a new result, of today."""
        made = add_record(
            self.desk,
            self,
            Result,
            group_id=self._group_id,
            on=self.desk.snapshot.today,
            primary_reporter=self.desk.snapshot.office.code,
        )
        if made is not None:
            self.view.choose(made.id)

    def correct_result(self) -> None:
        """Asks for the chosen result's details."""
        if isinstance(result := self.view.chosen_row, Result):
            correct_record(self.desk, self, result)

    def _lay_out(self) -> None:
        self.filter.setPlaceholderText("Filter")
        self.filter.setAccessibleName("Filter the results")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(60 * UNIT)
        first = quiet_button("Add the first result", icon_name="plus")
        first.clicked.connect(self.add_result)
        card = TableCard(
            "Results",
            self.view,
            EmptyState(
                "What came of the work stands here: little victories (§7.2), with a number or as a story.", first
            ),
            self.correct,
            self.add,
        )
        card.header.insertWidget(2, self.filter, 1)
        self._text.setWordWrap(True)
        self._story.body.addWidget(self._text)
        self._story.body.addWidget(self._facts)
        self._story.body.addStretch(1)
        self._story.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        column.addWidget(card, 1)
        # As high as what it tells: the rows have the rest.
        self._story.setMinimumHeight(30 * UNIT)
        column.addWidget(self._story)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_result)
        self.correct.clicked.connect(self.correct_result)
        self.filter.textChanged.connect(self.view.table.set_filter)
        self.view.opened.connect(self.correct_result)
        self.view.chosen.connect(self._show_chosen)
        self._show_chosen()

    def _show_chosen(self) -> None:
        result = self.view.chosen_row
        self.correct.setEnabled(isinstance(result, Result))
        self._story.setVisible(isinstance(result, Result))
        if isinstance(result, Result):
            self._story.set_title(result.name)
            self._text.setText("\n".join(part for part in (result.narrative, result.who_gained) if part))
            self._facts.setText(_facts(self.desk.snapshot, result))


def _result_id(snapshot: Snapshot, identity: str) -> str:
    """The result that something leads to: itself, or that of a piece of evidence."""
    evidence = snapshot.find(Evidence, identity)
    return (evidence.result_id or "") if evidence else identity


def _facts(snapshot: Snapshot, result: Result) -> str:
    outcome = snapshot.called(SharedOutcome, result.outcome_id)
    evidence = [
        f"{piece.name} ({piece.grade.label.partition(':')[0]})" if piece.grade else piece.name
        for piece in snapshot.of(Evidence, result_id=result.id)
    ]
    parts = (
        f"Before: {measured(result.baseline, result.unit)}" if result.baseline is not None else "",
        result.place,
        f"Celebrated {shown(result.celebrated_on)}" if result.celebrated_on else "",
        f"Told to the home agencies {shown(result.told_home_on)}" if result.told_home_on else "",
        f"Serves: {outcome}" if outcome else "",
        f"Evidence: {'; '.join(evidence)}" if evidence else "No evidence yet",
    )
    return " · ".join(part for part in parts if part)
