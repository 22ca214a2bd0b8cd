"""A group's contributions: promised and delivered, as a list and by kind and time."""

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from tracker.models.figures.contribution_board import contribution_board
from tracker.models.records import Agency, Contribution, Group, Membership, Support
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.resources.board_view import BoardView
from tracker.ui.resources.contribution_list import ContributionList


class ContributionsSide(Page):
    """B turns from the list to the board and back; both show the same contributions."""

    kinds = frozenset({Contribution, Support, Agency, Membership, Group})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self.list = ContributionList(desk)
        self.board = BoardView()
        self._stack = QStackedWidget()
        self._lay_out()

    @property
    def heading(self) -> str:
        return "Contributions"

    def show_place(self, place: Place) -> None:
        self._group_id = place.group_id
        self.refill()
        if place.record_id and self.list.lead_to(place.record_id):
            self.show_list()

    def refill(self) -> None:
        if self.desk.snapshot.find(Group, self._group_id) is None:
            return
        self.list.show_group(self._group_id)
        if self._stack.currentIndex():
            self._fill_board()

    def show_list(self) -> None:
        """Turns to the list."""
        self._turn_to(0)

    def show_board(self) -> None:
        """Turns to what came kind by kind and time by time."""
        self._fill_board()
        self._turn_to(1)

    def take_focus(self) -> None:
        """Gives the keyboard to the table in view, so that its keys work at once."""
        if self._stack.currentIndex():
            self.board.view.setFocus()
        else:
            self.list.take_focus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.board)
        self.list.board_requested.connect(self.show_board)
        self.board.list_requested.connect(self.show_list)
        self.board.opened.connect(self._open)
        self.board.span_changed.connect(self._fill_board)

    def _fill_board(self) -> None:
        """Counted only while it is seen: of thousands of contributions it takes a moment."""
        self.board.show_board(contribution_board(self.desk.snapshot, self._group_id, span=self.board.span))

    def _turn_to(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.take_focus()

    def _open(self, row: Any) -> None:
        self.show_list()
        self.list.narrow_to(f"{row.agency} {row.kind.label}")
