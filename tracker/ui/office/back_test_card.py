"""How often each signal came before a fall in this office's own history, in counts."""

from typing import Any

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from tracker.models.records import StageJudgement, Threshold
from tracker.models.signals.back_test import BackTest, Before
from tracker.ui.cells import LinesDelegate
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.signals.looking_back import looking_back_of
from tracker.ui.style import UNIT
from tracker.ui.table import RIGHT, Column, Table
from tracker.ui.table_card import TableCard
from tracker.ui.table_view import TableView
from tracker.ui.widgets import EmptyState, Muted

_LOOKING = "Looking back over the history of all groups …"
_TOO_FEW = (
    "Falls are where a group came down in its life cycle, or closed from Failing. With so few, nothing can be said."
)
_HELP = (
    "Each day is seen as it was known then, by the limits that hold now. A signal that is nearly always seen tells "
    "little; nor does one prove anything, with so few groups."
)


class BackTestCard(Page):
    """Looked up beside the window when it is first seen; given up when it is left."""

    kinds = frozenset({StageJudgement, Threshold})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._looking = looking_back_of(desk)
        self.table = Table(_COLUMNS, lambda row: str(row.rule.key))
        self.view = TableView(self.table, "back-test", 8 * UNIT)
        self.empty = EmptyState(_LOOKING)
        self._said = Muted()
        self._lay_out()
        self._looking.done.connect(self._show)

    @property
    def heading(self) -> str:
        return "What came before a fall"

    @property
    def words(self) -> str:
        """What was looked at, in a line."""
        return self._looking.told.words if self._looking.told else ""

    def show_place(self, place: Place) -> None:
        self.refill()

    def refill(self) -> None:
        self._looking.start(self)
        self._show()

    def take_focus(self) -> None:
        """Gives the keyboard to the table."""
        self.view.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._looking.stop()

    def _show(self) -> None:
        told: BackTest | None = self._looking.told
        self.table.set_rows(told.rows if told else ())
        self.empty.say(_LOOKING if told is None else f"{told.words}. {_TOO_FEW}")
        self._said.setText(f"{told.words}. {_HELP}" if told and told.rows else "")
        self._said.setVisible(bool(self._said.text()))

    def _lay_out(self) -> None:
        self.view.setItemDelegate(LinesDelegate(self.view))
        card = TableCard("What came before a fall", self.view, self.empty)
        self._said.setContentsMargins(2 * UNIT, 0, 2 * UNIT, UNIT)
        card.body.addWidget(self._said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card, 1)


def _falls(row: Before) -> str:
    return f"{row.seen:,} of {row.told:,}" if row.enough else "not enough to tell"


def _of(counted: Any) -> str:
    return f"{counted.seen:,} of {counted.told:,}" if counted.told else ""


_COLUMNS = (
    Column("Signal", lambda row: row.rule.title, width=240, least=180, share=3),
    Column(
        "Seen before falls",
        lambda row: row.seen if row.enough else None,
        _falls,
        RIGHT,
        width=150,
        least=140,
        share=1,
        tone=lambda row: "" if row.enough else "muted",
    ),
    Column(
        "On days before one",
        lambda row: row.days_before.seen if row.enough else None,
        lambda row: _of(row.days_before) if row.enough else "",
        RIGHT,
        width=150,
        least=140,
        share=1,
    ),
    Column(
        "On days without one",
        lambda row: row.other_days.seen if row.enough else None,
        lambda row: _of(row.other_days) if row.enough else "",
        RIGHT,
        width=150,
        least=140,
        share=1,
    ),
)
