"""Today: what needs attention, what is coming, what went well, and what was done since the last start."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.figures.day_words import full_day
from tracker.models.figures.need import most_urgent_first
from tracker.models.figures.needs import groups_pressed, needs
from tracker.models.figures.today import today_figures
from tracker.models.records.group import Group
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.style import UNIT
from tracker.ui.today.day_rows import DayRow, Heading
from tracker.ui.today.draft_needs import draft_needs
from tracker.ui.today.need_card import NeedCard
from tracker.ui.today.row_list import Row, RowList
from tracker.ui.today.sections import coming_rows, quiet_row, victory_rows
from tracker.ui.today.tiles import show_figures, tiles
from tracker.ui.widgets import label

_NOTHING_NEEDED = "Nothing needs you today. Promises that fall due and balls that nobody holds will stand here."

# A higher page shows more of what is coming: one more a section for so many pixels, within these bounds.
_HEIGHT_FOR_ONE = 37 * UNIT
_LEAST, _MOST = 3, 8


class TodayPage(Page):
    """Nearly everything shows here, so every change touches it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tiles = tiles()
        self.needs = RowList("Needs you")
        self.day = RowList("Coming up, little victories, and what was done")
        self._date = label("", "quiet")
        self._painted = False
        self._most = 0
        self._first: QWidget | None = None
        self._sheet = QWidget()
        self._whole = QVBoxLayout(self)
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Today"

    def show_place(self, place: Place) -> None:
        self.refill()
        (self._first or self.needs).setFocus()

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        empty = not snapshot.of(Group)
        self._show_first(empty)
        if empty:
            return
        # A source of needs is a function that gives them: signals will be one more.
        found = most_urgent_first([*needs(snapshot), *draft_needs(self.desk)])
        self._date.setText(full_day(snapshot.today))
        show_figures(self.tiles, today_figures(snapshot), groups_pressed(found))
        cards: list[Row] = [NeedCard(need) for need in found]
        note = f"{len(found):,}, the most urgent first" if len(found) > 1 else ""
        rows = cards or [quiet_row(_NOTHING_NEEDED, Place("commitments"))]
        self.needs.show_rows([Heading("Needs you", note, first=True), *rows])
        if self._most:
            self._show_day()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        most = min(max(event.size().height() // _HEIGHT_FOR_ONE, _LEAST), _MOST)
        if most != self._most:
            self._most = most
            self._show_day()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # It reads the history, and stands at the end of the list: nothing moves when it comes.
            QTimer.singleShot(0, self._show_since)

    def _lay_out(self) -> None:
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._sheet)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        top = QHBoxLayout()
        top.addWidget(label("Today", "heading"), 1)
        top.addWidget(self._date, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(top)
        row = QHBoxLayout()
        row.setSpacing(3 * UNIT)
        for tile in self.tiles:
            row.addWidget(tile, 1)
        column.addLayout(row)
        body = QHBoxLayout()
        body.setSpacing(4 * UNIT)
        body.addWidget(self.needs, 3)
        body.addWidget(self.day, 2)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        for tile in self.tiles:
            tile.clicked.connect(self._open_tile)
        self.needs.opened.connect(self._open)
        self.day.opened.connect(self._open)
        self.day.pressed_button.connect(self._brief)

    def _show_day(self) -> None:
        snapshot = self.desk.snapshot
        rows = [*coming_rows(snapshot, self._most), *victory_rows(snapshot, self._most)]
        if self._painted:
            from tracker.ui.today.since import since_rows

            rows += since_rows(self.desk)
        self.day.show_rows(rows)

    def _show_since(self) -> None:
        # The window may have been closed, and the office with it, before the timer came to this.
        if self.isVisible():
            self._show_day()

    def _show_first(self, empty: bool) -> None:
        """The page of an office without groups is made when it is wanted."""
        if empty and self._first is None:
            from tracker.ui.today.first_group import FirstGroup

            self._first = FirstGroup(self.desk)
            self._whole.addWidget(self._first)
            # At once: it may be given the keyboard before Qt would come to showing it.
            self._first.show()
        self._sheet.setVisible(not empty)
        if self._first is not None and not empty:
            self._first.deleteLater()
            self._first = None

    def _open_tile(self) -> None:
        tile = self.sender()
        for one in self.tiles:
            if one is tile:
                self.desk.go(one.place)

    def _open(self, row: object) -> None:
        if isinstance(row, NeedCard):
            lead = row.need.place
            self.desk.go(Place(lead.page, lead.group_id, lead.tab, lead.record_id))
        elif isinstance(row, DayRow) and row.place:
            self.desk.go(row.place)

    def _brief(self, row: object) -> None:
        if isinstance(row, DayRow) and row.place:
            from tracker.ui.printing.brief_dialog import BriefDialog

            dialog = BriefDialog(self.desk, self, row.place.group_id)
            dialog.exec()
            dialog.deleteLater()
