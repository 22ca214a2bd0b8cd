"""School terms: what "end of term" means in a typed line."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout

from tracker.models.records import SchoolTerm
from tracker.models.snapshot import Snapshot
from tracker.ui.cells import LinesDelegate
from tracker.ui.style import UNIT
from tracker.ui.table import Column, Table
from tracker.ui.table_card import TableCard
from tracker.ui.table_view import TableView
from tracker.ui.widgets import EmptyState, Muted, quiet_button

_HELP = "“End of term” in a typed line is the last day of the term that runs then. Without terms the day is asked for."
_NOTHING = "The school terms of the year stand here, so that “end of term” can be read as a day."


class TermsCard(TableCard):
    """Add, correct, remove; Enter corrects the chosen term, and Delete removes it."""

    add_requested = Signal()
    correct_requested = Signal()
    remove_requested = Signal()

    def __init__(self) -> None:
        self.table = Table(_columns(date.min))
        self.add = quiet_button("Add te&rm", icon_name="plus")
        self.correct = quiet_button("&Correct", icon_name="pencil")
        self.remove = quiet_button("Re&move", icon_name="trash-2")
        first = quiet_button("Add the first term", icon_name="plus")
        view = TableView(self.table, "school terms", 8 * UNIT, tallest=14 * UNIT)
        view.setItemDelegate(LinesDelegate(view))
        super().__init__("School terms", view, EmptyState(_NOTHING, first), self.add)
        first.clicked.connect(self.add_requested)
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> SchoolTerm | None:
        """The term that is chosen; None if there is none."""
        row = self.view.chosen_row
        return row if isinstance(row, SchoolTerm) else None

    def show_terms(self, snapshot: Snapshot) -> None:
        """Shows the terms in their order, and which of them runs today."""
        self.table.columns = _columns(snapshot.today)
        self.table.set_rows(sorted(snapshot.of(SchoolTerm), key=lambda term: (term.from_on or date.min, term.id)))
        self._show_chosen()

    def _lay_out(self) -> None:
        foot = QGridLayout()
        foot.setContentsMargins(2 * UNIT, 0, 2 * UNIT, UNIT)
        foot.setSpacing(2 * UNIT)
        foot.setColumnStretch(2, 1)
        foot.addWidget(Muted(_HELP), 0, 0, 1, 3)
        foot.addWidget(self.correct, 1, 0)
        foot.addWidget(self.remove, 1, 1)
        self.body.addLayout(foot)
        for button in (self.add, self.correct, self.remove):
            button.setProperty("small", True)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_requested)
        self.correct.clicked.connect(self.correct_requested)
        self.remove.clicked.connect(self.remove_requested)
        self.view.opened.connect(self.correct_requested)
        self.view.chosen.connect(self._show_chosen)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove_requested)
        self.remove.setToolTip("Removes the chosen term (Delete)")

    def _show_chosen(self) -> None:
        for button in (self.correct, self.remove):
            button.setEnabled(self.chosen is not None)


def _columns(today: date) -> tuple[Column, ...]:
    def runs(term: SchoolTerm) -> str:
        inside = term.from_on and term.to_on and term.from_on <= today <= term.to_on
        return "Now" if inside else ""

    return (
        Column("Term", lambda term: term.name, width=120, least=108, share=2, bold=True),
        Column("First day", lambda term: term.from_on, width=104, least=100, share=1),
        Column("Last day", lambda term: term.to_on, width=104, least=100, share=1),
        Column("Runs", runs, width=56, least=52, drop=1, tone=lambda _: "good"),
    )
