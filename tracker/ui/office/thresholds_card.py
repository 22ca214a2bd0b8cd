"""The limits that signals go by: the usual ones, and those that this office has set for itself."""

from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from tracker.models.records.threshold import Threshold
from tracker.models.signals.limit_board import LimitRow, amount, limit_board, own_limit, with_unit
from tracker.ui.cells import LinesDelegate
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.filtered_card import FilteredCard
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.place import Place
from tracker.ui.style import UNIT
from tracker.ui.table import RIGHT, Column, Table
from tracker.ui.table_view import TableView
from tracker.ui.widgets import EmptyState
from tracker.ui.words import UNDO_HINT

_OFFERS = (
    ("Enter", "Change", "Asks for this office's own value, and why it differs"),
    ("Delete", "Back to the usual", "This office goes by the usual value again"),
)
_HINT = "What is set here holds for every group of this office, from now on."
_NOTHING = "The limits that signals go by stand here."


class ThresholdsCard(Page):
    """Enter changes a limit, Delete goes back to the usual one; each is one step."""

    kinds = frozenset({Threshold})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.table = Table(_COLUMNS, lambda row: str(row.id))
        self.view = TableView(self.table, "thresholds", 11 * UNIT)
        self.filter = QLineEdit()
        self.asking = Asking()
        self.foot = FootRow(_OFFERS, _HINT)
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Limits of signals"

    @property
    def words(self) -> str:
        """How many limits differ from the usual ones."""
        rows = limit_board(self.desk.snapshot)
        own = sum(row.is_own for row in rows)
        return f"{len(rows):,} limits, {own:,} of this office's own" if own else f"{len(rows):,} limits, all as usual"

    @property
    def chosen(self) -> LimitRow | None:
        """The limit that is chosen; None if there is none."""
        row = self.view.chosen_row
        return row if isinstance(row, LimitRow) else None

    def show_place(self, place: Place) -> None:
        self.refill()
        if place.record_id:
            self.view.choose(place.record_id)

    def refill(self) -> None:
        rows = limit_board(self.desk.snapshot)
        self.table.set_rows(rows)
        if rows and self.chosen is None:
            self.view.choose(rows[0].id)
        self._show_chosen()

    def take_focus(self) -> None:
        """Gives the keyboard to the table."""
        self.view.setFocus()

    def change(self) -> None:
        """Asks for the office's own value of the chosen limit, and why."""
        row = self.chosen
        if row is None:
            return
        typed = QLineEdit(amount(row.now).replace(",", ""))
        unit = f", in {row.limit.unit}" if row.limit.unit else ""
        usual = with_unit(row.limit.usual, row.limit.unit)
        self.asking.ask(
            f"{row.limit.label}: which value here, and why? Usual is {usual}",
            "Change",
            [("value", f"Value{unit}", typed), ("why", "Why this office differs", QLineEdit(_why(row)))],
            lambda given: self._keep(row, given),
        )

    def go_back(self) -> None:
        """The usual value holds again."""
        row = self.chosen
        if row is None:
            return
        if row.own is None:
            self.desk.mistaken.emit("It is the usual value already: Enter changes it.")
        elif self.desk.do("go back to the usual limit", removes=(row.own,)):
            usual = with_unit(row.limit.usual, row.limit.unit)
            self.desk.said.emit(f"{row.limit.label}: {usual} again, as usual. {UNDO_HINT}")

    def press(self, key: str, shift: bool = False) -> None:
        """Does what a key of the foot row stands for."""
        (self.change if key == "Enter" else self.go_back)()

    def _keep(self, row: LimitRow, given: dict[str, Any]) -> None:
        own = row.own or Threshold(id=self.desk.office.mint(), name=row.limit.key)
        kept = own_limit(row, own, given["value"], given["why"])
        with self.desk.office.step("change a limit"):
            self.desk.office.save(kept)
        now = with_unit(kept.value or Decimal(0), row.limit.unit)
        self.desk.said.emit(f"{row.limit.label}: {now} in this office. {UNDO_HINT}")

    def _show_chosen(self) -> None:
        row = self.chosen
        self.foot.allow(set() if row is None else {"Enter", "Delete"} if row.own else {"Enter"})

    def _lay_out(self) -> None:
        self.view.setItemDelegate(LinesDelegate(self.view))
        card = FilteredCard("Limits of signals", self.view, EmptyState(_NOTHING), self.filter, [])
        card.body.addWidget(self.asking)
        card.body.addWidget(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.table.set_filter)
        self.view.opened.connect(self.change)
        self.view.chosen.connect(self._show_chosen)
        self.foot.chosen.connect(self.press)
        self.asking.closed.connect(self.view.setFocus)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.go_back)


def _why(row: LimitRow) -> str:
    return row.own.why if row.own else ""


def _signals(row: LimitRow) -> str:
    return ", ".join(rule.title for rule in row.rules)


def _own(row: LimitRow) -> str:
    return amount(row.now) if row.is_own else "as usual"


_COLUMNS = (
    Column("Limit", lambda row: row.limit.label, width=240, least=170, share=3),
    Column("Signal", _signals, width=180, least=130, share=2, drop=2, tone=lambda row: "muted"),
    Column("Unit", lambda row: row.limit.unit, width=112, least=100),
    Column("Usual", lambda row: row.limit.usual, lambda row: amount(row.limit.usual), RIGHT, width=64, least=60),
    Column(
        "This office",
        lambda row: row.now if row.is_own else None,
        _own,
        RIGHT,
        width=92,
        least=88,
        tone=lambda row: "" if row.is_own else "muted",
    ),
    Column("Why", lambda row: " ".join(_why(row).split()), width=200, least=100, share=3),
)
