"""Contributions by kind and time: promised and delivered in months, quarters or years, each kind by itself."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.models.figures.buckets import Span
from tracker.models.figures.contribution_board import ContributionBoard
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import KeyedCombo
from tracker.ui.parts.counts_card import CountsCard
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.resources.board_table import BoardTable
from tracker.ui.resources.high_rows import HighRowsView
from tracker.ui.widgets import EmptyState, Muted

_BACK, _OPEN = "B", "Enter"
_OFFERS = (
    (_OPEN, "Open", "Lists the contributions of that agency and kind"),
    (_BACK, "As a list", "Every contribution by itself"),
)
_NOTE = "Dollars, hours and mandate stay apart: kinds are never added up (§4.1)."
_NOTHING = "Once agencies have promised or put something in, it stands here kind by kind."


class BoardView(QWidget):
    """`list_requested` asks for the list, and `opened` for the list of one row; `span_changed` for other spans."""

    list_requested = Signal()
    opened = Signal(object)
    span_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = BoardTable()
        self.view = HighRowsView(self.table, _BACK)
        self.spans = KeyedCombo("Spans of time", 30)
        self.foot = FootRow(_OFFERS)
        self._nothing = Muted()
        self._lay_out()
        self._connect()

    @property
    def span(self) -> Span:
        """How long each column is."""
        return Span(self.spans.key)

    @property
    def silent_words(self) -> str:
        """Of whom nothing is noted; "" where there is nobody."""
        return self._nothing.text()

    def show_board(self, board: ContributionBoard) -> None:
        """Shows a board; its rows are in the order in which agencies joined, and no ranking."""
        self.table.show_board(board)
        self.view.fit_columns()
        self.view.choose_first()
        names = ", ".join(board.nothing)
        self._nothing.setText(f"Nothing is noted of {names}. {_NOTE}" if names else _NOTE)
        self.foot.allow({_OPEN, _BACK} if board.rows else {_BACK})

    def press(self, key: str, other_day: bool = False) -> None:
        """Does what a key stands for."""
        if key == _BACK:
            self.list_requested.emit()
        elif self.view.chosen_rows:
            self._open(self.view.chosen_rows[0])

    def _lay_out(self) -> None:
        self.spans.offer([(span.value, f"By {span.label.lower().removesuffix('s')}") for span in Span], Span.QUARTER)
        self.view.setItemDelegate(LinesDelegate(self.view))
        card = CountsCard("Promised and delivered, by kind", self.view, EmptyState(_NOTHING))
        card.header.addWidget(self.spans)
        card.body.addWidget(self._nothing)
        card.body.addWidget(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _connect(self) -> None:
        self.spans.currentIndexChanged.connect(self.span_changed)
        self.foot.chosen.connect(self.press)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(self._open)

    def _open(self, row: Any) -> None:
        self.opened.emit(row)
