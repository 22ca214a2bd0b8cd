"""Meetings of all groups: what is planned, and what was."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.figures.coming import waiting_meetings
from tracker.models.records import Group, Meeting
from tracker.ui.desk import Desk
from tracker.ui.group_first import lay_out_after_group
from tracker.ui.meetings.board import MeetingsBoard
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.record_dialog import add_record
from tracker.ui.style import UNIT
from tracker.ui.widgets import Heading, Muted
from tracker.ui.words import count


class MeetingsPage(Page):
    """The board over all groups."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board = MeetingsBoard(desk, with_group=True)
        self._summary = Muted()
        sentence = "A meeting belongs to a group: add the first group, then plan its meetings here."
        self._stack = lay_out_after_group(self, self._sheet(), self.heading, sentence, self._add_group)

    @property
    def heading(self) -> str:
        return "Meetings"

    def show_place(self, place: Place) -> None:
        self._show_whether_empty()
        self.board.show_group("", place.record_id)
        self._summary.setText(self._summed_up())
        self.board.take_focus()

    def refill(self) -> None:
        self._show_whether_empty()
        self.board.refill()
        self._summary.setText(self._summed_up())

    def _show_whether_empty(self) -> None:
        self._stack.setCurrentIndex(1 if self.desk.snapshot.of(Group) else 0)

    def _summed_up(self) -> str:
        snapshot = self.desk.snapshot
        waiting = len(waiting_meetings(snapshot))
        to_log = f"{count(waiting, 'planned meeting')} to be logged" if waiting else ""
        held = f"{count(len(snapshot.of(Meeting)), 'meeting')} held"
        return " · ".join(part for part in (held, to_log, f"as at {shown(snapshot.today)}") if part)

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        top = QHBoxLayout()
        top.setSpacing(3 * UNIT)
        top.addWidget(Heading(self.heading))
        top.addWidget(self._summary, 1)
        column.addLayout(top)
        column.addWidget(self.board, 1)
        return sheet

    def _add_group(self) -> None:
        made = add_record(self.desk, self, Group)
        if made is not None:
            self.desk.go(Place("meetings"))
