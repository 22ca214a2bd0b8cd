"""A group's Meetings: what is planned, what was, and who came to them over time."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.figures.attendance_strip import attendance_strip
from tracker.ui.desk import Desk
from tracker.ui.meetings.board import MeetingsBoard
from tracker.ui.meetings.strip_card import StripCard
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.style import UNIT
from tracker.ui.widgets import quiet_button

# From this height on the lists and the strip stand under each other.
_TALL = 190 * UNIT


class MeetingsTab(Page):
    """The board of one group, and beside or below it the strip."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self.board = MeetingsBoard(desk, with_group=False)
        self.strip_card = StripCard()
        self.buttons = [quiet_button(words) for words in ("&Meetings", "&Attendance over time")]
        self._switch = QWidget()
        self._lay_out()

    @property
    def heading(self) -> str:
        return "Meetings"

    def show_place(self, place: Place) -> None:
        self._group_id = place.group_id
        if place.record_id:
            self.buttons[0].setChecked(True)
        self.board.show_group(place.group_id, place.record_id)
        self._show_strip()
        self._share_out()
        if place.record_id:
            self.board.take_focus()

    def refill(self) -> None:
        if self._group_id:
            self.board.refill()
            self._show_strip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _show_strip(self) -> None:
        self.strip_card.show_strip(attendance_strip(self.desk.snapshot, self._group_id))

    def _share_out(self) -> None:
        """Both where there is room; else the one that is chosen."""
        tall = self.height() >= _TALL
        attendance = self.buttons[1].isChecked()
        self._switch.setVisible(not tall)
        self.board.setVisible(tall or not attendance)
        self.strip_card.setVisible(tall or attendance)

    def _turn(self) -> None:
        self._share_out()
        if self.buttons[1].isChecked():
            self.strip_card.take_focus()
        else:
            self.board.take_focus()

    def _read(self, meeting_id: str) -> None:
        """From the strip to the meeting."""
        self.desk.go(Place("group", self._group_id, "meetings", meeting_id))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._switch)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        choice = QButtonGroup(self)
        for place, button in enumerate(self.buttons):
            button.setCheckable(True)
            # The chosen one is set in bolder letters.
            button.setMinimumWidth(button.sizeHint().width() + 3 * UNIT)
            choice.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        self.buttons[0].setChecked(True)
        choice.idClicked.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        column.addWidget(self._switch)
        column.addWidget(self.board, 3)
        column.addWidget(self.strip_card, 2)
        self.strip_card.meeting_requested.connect(self._read)
