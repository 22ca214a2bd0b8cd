"""A group's risks and barriers: what is open first, one key for each deed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tracker.models.figures.risk_board import BoardRow, RiskBoard, risk_board
from tracker.models.records import Agency, Barrier, Risk
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.context.risk_card import RiskCard
from tracker.ui.context.risk_columns import heading_words, part_of, risk_columns
from tracker.ui.context.risk_deeds import RiskDeeds
from tracker.ui.desk import Desk
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.filtered_card import FilteredCard
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.parts.signs import Signs
from tracker.ui.record_dialog import add_record, correct_record
from tracker.ui.style import UNIT
from tracker.ui.widgets import EmptyState, primary_button, quiet_button
from tracker.ui.words import count, in_quotes

_OFFERS = (
    ("N", "Note given", "Whoever it falls on was told today. With Shift: on another day, to somebody else"),
    ("K", "Asked above", "Asks who above the group has been asked to settle it"),
    ("C", "Close", "A risk is over today (with Shift: since another day); a barrier is settled"),
    ("O", "Open again", "It stands again"),
    ("Enter", "Correct", "Opens the chosen risk or barrier to put it right"),
)
# From this height on what is chosen is told in full under the table.
_HIGH = 140 * UNIT
_ADD_RISK, _ADD_BARRIER = "A", "B"
_NOTHING = "What could go wrong (§4.3), and what must be decided above the group (§8.2), stands here."
_ALL_CLOSED = "Everything here is closed or settled. Choose “All” above to see it."


class RisksView(QWidget):
    """Risks stand over barriers; what is closed is shown when it is asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._group_id = ""
        self._board: RiskBoard | None = None
        self._deeds = RiskDeeds(desk)
        self.table = HeadedTable(risk_columns(Signs()), lambda row: str(row.id), heading_words)
        self.table.set_part(part_of)
        self.view = KeyedView(self.table, "risks", "NKCOAB", 15 * UNIT)
        self.filter = QLineEdit()
        self.which = KeyedCombo("Which risks and barriers", 24)
        self.foot = FootRow(_OFFERS, "B: add a barrier")
        self.asking = Asking()
        self.story = RiskCard()
        self.add = primary_button("Add &risk", icon_name="plus")
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> list[BoardRow]:
        """What is chosen, from the top."""
        return self.view.chosen_rows

    @property
    def words(self) -> str:
        """The board in a line."""
        return self._board.words if self._board else ""

    def show_group(self, group_id: str) -> None:
        """Shows a group; what is chosen stays chosen."""
        if group_id != self._group_id:
            self.filter.clear()
            self.asking.leave()
        self._group_id = group_id
        self.refill()

    def refill(self) -> None:
        """Draws what the snapshot says."""
        self._board = risk_board(self._desk.snapshot, self._group_id)
        rows = self._board.rows
        self.table.set_rows(row for row in rows if row.open or self.which.key == "all")
        self.view.choose_first()
        self.foot.setVisible(bool(rows))
        self._empty.say(_ALL_CLOSED if rows else _NOTHING)
        self._show_chosen()

    def lead_to(self, identity: str) -> None:
        """Chooses a risk or a barrier."""
        self.filter.clear()
        if not self.table.index_of(identity).isValid():
            self.which.choose("all")
            self.refill()
        self.view.choose(identity)
        self.view.setFocus()

    def add_risk(self) -> None:
        """Asks for a new risk, seen today."""
        self._add(Risk, on=self._desk.snapshot.today)

    def add_barrier(self) -> None:
        """Asks for a new barrier, there since today."""
        self._add(Barrier, since=self._desk.snapshot.today)

    def press(self, key: str, other_day: bool = False) -> None:
        """Does what a key stands for with all that are chosen."""
        rows = self.chosen
        if key == _ADD_RISK:
            self.add_risk()
        elif key == _ADD_BARRIER:
            self.add_barrier()
        elif rows and key not in _fitting(rows):
            self._desk.mistaken.emit(_cannot(key))
        elif rows:
            self._do(key, rows, other_day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_chosen()

    def _do(self, key: str, rows: Sequence[BoardRow], other_day: bool) -> None:
        if key == "Enter":
            correct_record(self._desk, self, rows[0].thing)
        elif key == "N":
            self._tell([row.thing for row in rows if isinstance(row.thing, Risk)], other_day)
        elif key == "K":
            self._ask_above([row.thing for row in rows if isinstance(row.thing, Barrier)])
        elif key == "C":
            self._close(rows, other_day)
        else:
            self._desk.attempt(lambda: self._deeds.open_again(rows))

    def _tell(self, risks: Sequence[Risk], other_day: bool) -> None:
        nameless = [risk for risk in risks if not risk.agency_id and not risk.told_whom]
        if not other_day and not nameless:
            self._desk.attempt(lambda: self._deeds.tell(risks, self._desk.snapshot.today, ""))
            return
        whom = QLineEdit(risks[0].told_whom or self._desk.snapshot.called(Agency, risks[0].agency_id))
        self.asking.ask(
            f"Who was told, and when? {_named(risks)}",
            "Note given",
            [("on", "Day", self._day()), ("whom", "Given to", whom)],
            lambda given: self._deeds.tell(risks, given["on"], given["whom"]),
        )

    def _ask_above(self, barriers: Sequence[Barrier]) -> None:
        self.asking.ask(
            f"Who above the group was asked? {_named(barriers)}",
            "Asked above",
            [("whom", "Asked of", QLineEdit(barriers[0].asked_of))],
            lambda given: self._deeds.ask(barriers, given["whom"]),
        )

    def _close(self, rows: Sequence[BoardRow], other_day: bool) -> None:
        if not other_day or not any(row.is_risk for row in rows):
            self._desk.attempt(lambda: self._deeds.close(rows, self._desk.snapshot.today))
            return
        self.asking.ask(
            f"Over since which day? {_named([row.thing for row in rows])}",
            "Close",
            [("on", "Day", self._day())],
            lambda given: self._deeds.close(rows, given["on"]),
        )

    def _add(self, kind: type[Risk] | type[Barrier], **values: Any) -> None:
        made = add_record(self._desk, self, kind, group_id=self._group_id, **values)
        if made is not None:
            self.lead_to(made.id)

    def _day(self) -> DayEdit:
        snapshot = self._desk.snapshot
        return DayEdit("The day", snapshot, snapshot.today, past=True)

    def _show_chosen(self) -> None:
        rows = self.chosen
        self.foot.allow(_fitting(rows))
        self.story.setVisible(bool(rows) and self.height() >= _HIGH)
        if rows:
            self.story.show_row(self._desk.snapshot, rows[0])

    def _filter(self, text: str) -> None:
        self.table.set_filter(text)
        self.view.choose_first()

    def _lay_out(self) -> None:
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.which.offer((("open", "Open"), ("all", "All")), "open")
        self.add.setToolTip("Something that could go wrong (A); B adds a barrier")
        first = quiet_button("Add the first risk", icon_name="plus")
        first.clicked.connect(self.add_risk)
        self._empty = EmptyState(_NOTHING, first)
        card = FilteredCard("Risks and barriers", self.view, self._empty, self.filter, [self.which], self.add)
        card.body.addWidget(self.asking)
        card.body.addWidget(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        column.addWidget(card, 1)
        column.addWidget(self.story)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._filter)
        self.which.currentIndexChanged.connect(self.refill)
        self.add.clicked.connect(self.add_risk)
        self.foot.chosen.connect(self.press)
        self.asking.closed.connect(self.view.setFocus)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(lambda: self.press("Enter"))
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)


def _fitting(rows: Sequence[BoardRow]) -> set[str]:
    """The keys that do something with what is chosen."""
    fits = {"Enter"} if rows else set()
    fits |= {"N"} if any(row.is_risk for row in rows) else set()
    fits |= {"K"} if any(not row.is_risk and row.open for row in rows) else set()
    fits |= {"C"} if any(row.open for row in rows) else set()
    return fits | ({"O"} if any(not row.open for row in rows) else set())


def _cannot(key: str) -> str:
    return {
        "N": "A note is given of a risk: K says who was asked about a barrier.",
        "K": "Only a barrier that is not settled is asked above: N notes who was told of a risk.",
        "C": "It is closed already: O opens it again.",
        "O": "It is open already.",
    }[key]


def _named(things: Sequence[Risk | Barrier]) -> str:
    return in_quotes(things[0].text) if len(things) == 1 else count(len(things), "entry", "entries")
