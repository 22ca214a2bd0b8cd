"""What if another agency brought it, or somebody else chaired: what would change, with nothing recorded (§4.2)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.figures.balance_moves import MoveChair, MoveResource
from tracker.models.figures.balance_what_if import NOTHING_CHANGES, BalanceWhatIf, Change, balance_what_if
from tracker.models.mistake import Mistake
from tracker.models.snapshot import Snapshot
from tracker.ui.balance.balance_cards import scrolled
from tracker.ui.balance.bars import Bars
from tracker.ui.balance.what_if_form import WhatIfForm
from tracker.ui.cells import LinesDelegate
from tracker.ui.style import UNIT
from tracker.ui.table import Column, Table
from tracker.ui.table_card import TableCard
from tracker.ui.table_view import TableView
from tracker.ui.widgets import Card, EmptyState, Heading, Muted, quiet_button

_WIDTH, _HEIGHT = 250 * UNIT, 175 * UNIT
_FORM_WIDTH = 88 * UNIT
_AS_IT_IS, _AS_IT_WOULD_BE = "As it is", "As it would be; a line marks where each bar of resources ends now"
_SUPPOSE = "Say on the left who would bring it, or who would chair: what would change stands here."


class WhatIfDialog(QDialog):
    """Supposes one thing after another; Esc closes it without a trace, for it never had a way to keep anything."""

    def __init__(self, snapshot: Snapshot, parent: QWidget | None, group_id: str, on: date) -> None:
        super().__init__(parent)
        self._snapshot, self._group_id, self._on = snapshot, group_id, on
        self._moves: list[MoveResource | MoveChair] = []
        self._told = balance_what_if(snapshot, group_id, (), on)
        self.form = WhatIfForm(snapshot, group_id)
        self.view = TableView(Table(_COLUMNS, lambda change: str(change.about)), row_height=11 * UNIT)
        self.bars = Bars()
        self._empty = EmptyState(_SUPPOSE)
        self._bars_card = Card(_AS_IT_IS)
        self.setWindowTitle("What if…")
        self._lay_out()
        self.form.supposed.connect(self.suppose)
        self.form.taken_back.connect(self._take_back)
        self._show()

    @property
    def moves(self) -> Sequence[MoveResource | MoveChair]:
        """What is supposed, one after another."""
        return tuple(self._moves)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What would be different."""
        return self._told.changes

    def suppose(self, move: MoveResource | MoveChair) -> None:
        """Supposes one thing more; says why where it cannot be."""
        try:
            told = balance_what_if(self._snapshot, self._group_id, [*self._moves, move], self._on)
        except Mistake as mistake:
            self.form.say(mistake.sentence)
            return
        self._moves.append(move)
        self.form.clear()
        self._show(told)

    def _take_back(self) -> None:
        """Supposes the last thing no more."""
        del self._moves[-1:]
        self._show(balance_what_if(self._snapshot, self._group_id, self._moves, self._on))

    def _show(self, told: BalanceWhatIf | None = None) -> None:
        self._told = told or self._told
        self.form.show_balance(self._told.after, self._moves)
        self._empty.say(NOTHING_CHANGES if self._moves else _SUPPOSE)
        self.view.table.set_rows(self._told.changes)
        self._bars_card.set_title(_AS_IT_WOULD_BE if self._moves else _AS_IT_IS)
        self.bars.show_balance(self._told.after, self._told.before if self._moves else None)

    def _lay_out(self) -> None:
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.view.setSortingEnabled(False)
        self.form.setFixedWidth(_FORM_WIDTH)
        bars = self._bars_card
        bars.body.addWidget(scrolled(self.bars), 1)
        right = QVBoxLayout()
        right.setSpacing(3 * UNIT)
        right.addWidget(TableCard("What would change", self.view, self._empty), 1)
        right.addWidget(bars, 1)
        parts = QHBoxLayout()
        parts.setSpacing(3 * UNIT)
        parts.addWidget(self.form)
        parts.addLayout(right, 1)
        close = quiet_button("&Close")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(Heading("What if…"))
        note = f"As at {shown(self._on)}. Nothing here is recorded: close it (Esc), and it is forgotten."
        column.addWidget(Muted(note))
        column.addLayout(parts, 1)
        column.addLayout(foot)
        self._fit()

    def _fit(self) -> None:
        parent = self.parentWidget()
        window = parent.window().size() if parent else None
        width = min(_WIDTH, window.width() - 6 * UNIT) if window else _WIDTH
        height = min(_HEIGHT, window.height() - 6 * UNIT) if window else _HEIGHT
        self.resize(width, height)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)


_COLUMNS = (
    Column("What", lambda change: change.about, width=200, least=150, share=2, bold=True),
    Column("Now", lambda change: change.before, width=160, least=110, share=2),
    Column("Would be", lambda change: change.after, width=160, least=110, share=2),
)
