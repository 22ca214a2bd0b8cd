"""The returns that were made and what left, and head office's answers beside them."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from tracker.models.figures.next_return import ReturnMade, returns_made
from tracker.models.mistake import Mistake
from tracker.models.records.handing_in import Receipt, Verdict
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.returns_table import returns_table
from tracker.ui.style import UNIT
from tracker.ui.table_card import TableCard
from tracker.ui.widgets import EmptyState

_OFFERS = (
    ("N", "Note an answer", "What head office said of the return that is chosen"),
    ("F", "Answers from a file", "Reads the workbook that head office sent back"),
)
_EMPTY = "No return has been saved yet. Choose what it is of and a period above, and save the first."


class MadeCard(QWidget):
    """Enter leads to what a return is of; `opened` carries its line. N and F bring head office's answers in."""

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.table = returns_table()
        self.view = KeyedView(self.table, "returns", "NF", 10 * UNIT)
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.foot = FootRow(_OFFERS)
        self.asking = Asking()
        self._lay_out()
        self.view.key_typed.connect(self._act)
        self.foot.chosen.connect(self._act)
        self.view.opened.connect(self.opened)
        self.view.selectionModel().selectionChanged.connect(self._allow)
        self.asking.opened.connect(self.foot.hide)
        self.asking.closed.connect(self.foot.show)
        self.asking.closed.connect(self.view.setFocus)

    def refill(self) -> None:
        """Shows what was made, the latest first."""
        chosen = self.view.chosen_row
        self.table.set_rows(returns_made(self._desk.snapshot))
        if chosen is None:
            self.view.choose_first()
        self._allow()

    def choose_latest(self) -> None:
        """Chooses what left last."""
        if self.table.things:
            self.view.choose(self.table.key_of(self.table.things[0]))

    def record_from(self, path: Path) -> None:
        """Records the answers in a workbook of head office. What cannot be read is said in the page."""
        # Workbooks are read when somebody brings one.
        from tracker.reports.answers import recorded
        from tracker.reports.collation.answer import read_answer

        def work() -> None:
            found = recorded(self._desk.snapshot, read_answer(path), self._desk.office.mint)
            if found.receipts:
                with self._desk.office.step("note head office's answers"):
                    self._desk.office.save(*found.receipts)
            self._desk.said.emit(found.words)

        self._desk.attempt(work)

    def _act(self, key: str, shift: bool) -> None:
        if key == "N":
            self._ask()
        elif key == "F":
            self._choose_file()

    def _ask(self) -> None:
        line = self.view.chosen_row
        if not isinstance(line, ReturnMade) or line.made is None:
            return
        made, today = line.made, self._desk.snapshot.today
        verdict, issues = KeyedCombo("Verdict", 30), QLineEdit()
        verdict.offer([(each.value, each.label) for each in Verdict], Verdict.ACCEPTED.value)
        issues.setMaxLength(2000)
        issues.setPlaceholderText("What it asks for, or what is wrong")

        def keep(values: dict[str, Any]) -> None:
            receipt = Receipt(
                id=self._desk.office.mint(),
                return_id=made.id,
                received_at=_at_noon(values["on"]),
                verdict=Verdict(values["verdict"]),
                issues=values["issues"],
            )
            if values["on"] > today:
                raise Mistake("That day is still to come: give the day on which head office answered.")
            with self._desk.office.step("note head office's answer"):
                self._desk.office.save(receipt)

        inputs = [
            ("verdict", "Verdict", verdict),
            ("on", "Answered on", DayEdit("Answered on", self._desk.snapshot, today, past=True)),
            ("issues", "Errors and queries", issues),
        ]
        self.asking.ask(f"Head office's answer to {line.what}, revision {made.revision}", "Keep", inputs, keep)

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Head office's answer", "", "Excel workbooks (*.xlsx)")
        if name:
            self.record_from(Path(name))

    def _allow(self) -> None:
        line = self.view.chosen_row
        made = isinstance(line, ReturnMade) and line.made is not None
        self.foot.allow({"N", "F"} if made else {"F"})

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(self.asking)
        card = TableCard("Returns made, and what left", self.view, EmptyState(_EMPTY))
        card.body.addWidget(self.foot)
        column.addWidget(card, 1)


def _at_noon(day: date) -> datetime:
    """A day as a moment: noon where the office is, so that it is the same day wherever it is read."""
    return datetime.combine(day, time(12)).astimezone(UTC)
