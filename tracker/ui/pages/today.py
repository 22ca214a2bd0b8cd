"""Today: what needs attention, what is coming, what went well, and what was done since the last start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.figures.day_words import full_day
from tracker.models.figures.need import Need, counted, most_urgent_first
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

# The signals' rules and the line that asks are loaded when the page has been painted.
if TYPE_CHECKING:
    from tracker.ui.parts.asking import Asking
    from tracker.ui.signals.reader import SignalReader

_NOTHING_NEEDED = "Nothing needs you today. Promises that fall due and balls that nobody holds will stand here."

# A higher page shows more of what is coming: one more a section for so many pixels, within these bounds.
_HEIGHT_FOR_ONE = 37 * UNIT
_LEAST, _MOST = 3, 8
# More than anybody reads in a morning: what presses least is left to the groups themselves.
_MOST_NEEDS = 100
_SET_ASIDE = "S"


class TodayPage(Page):
    """Nearly everything shows here, so every change touches it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tiles = tiles()
        self.needs = RowList("Needs you", _SET_ASIDE)
        self.day = RowList("Coming up, little victories, and what was done")
        self._date = label("", "quiet")
        self._painted = False
        self._most = 0
        self._first: QWidget | None = None
        self._reader: SignalReader | None = None
        self._asking: Asking | None = None
        self._sheet = QWidget()
        self._whole = QVBoxLayout(self)
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Today"

    @property
    def asking(self) -> Asking | None:
        """The line that asks until when a signal is set aside; None before it was first wanted."""
        return self._asking

    def show_place(self, place: Place) -> None:
        self.refill()
        (self._first or self.needs).setFocus()

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        empty = not snapshot.of(Group)
        self._show_first(empty)
        if empty:
            return
        self._date.setText(full_day(snapshot.today))
        if self._reader is not None:
            from tracker.ui.signals.reader import AT_ONCE

            self._reader.ask(self, AT_ONCE)
        self._show_needs()
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
            QTimer.singleShot(0, self._show_rest)

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
        self._column = column
        body = QHBoxLayout()
        body.setSpacing(4 * UNIT)
        body.addWidget(self.needs, 3)
        body.addWidget(self.day, 2)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        for tile in self.tiles:
            tile.clicked.connect(self._open_tile)
        self.needs.opened.connect(self._open)
        self.needs.key_typed.connect(self._set_aside)
        self.day.opened.connect(self._open)
        self.day.pressed_button.connect(self._brief)

    def _show_day(self) -> None:
        snapshot = self.desk.snapshot
        rows = [*coming_rows(snapshot, self._most), *victory_rows(snapshot, self._most)]
        if self._painted:
            from tracker.ui.today.since import since_rows

            rows += since_rows(self.desk)
        self.day.show_rows(rows)

    def _show_needs(self) -> None:
        """What the records tell at once, and beside it the signals, as far as they have been read."""
        snapshot = self.desk.snapshot
        found = [*needs(snapshot), *draft_needs(self.desk)]
        if self._reader is not None:
            from tracker.models.signals.needs import signal_needs

            found += signal_needs(self._reader.everything)
        ordered = most_urgent_first(found)
        show_figures(self.tiles, today_figures(snapshot), groups_pressed(ordered))
        rows: list[Row] = [NeedCard(need) for need in ordered[:_MOST_NEEDS]]
        if len(ordered) > _MOST_NEEDS:
            rows.append(quiet_row(f"{len(ordered) - _MOST_NEEDS:,} more stand with their groups.", Place("groups")))
        self._put(rows or [quiet_row(_NOTHING_NEEDED, Place("commitments"))], counted(ordered))

    def _put(self, rows: list[Row], counts: str) -> None:
        """Shows rows; the keyboard stays on what it was on, if somebody has chosen it."""
        before = self.needs.chosen
        moved = self.needs.currentIndex().row() > 1 and isinstance(before, NeedCard)
        kept = before.need if moved and isinstance(before, NeedCard) else None
        asides = any(isinstance(row, NeedCard) and row.need.signal for row in rows)
        parts = (counts, "S sets one aside" if asides else "")
        self.needs.show_rows([Heading("Needs you", " · ".join(part for part in parts if part), first=True), *rows])
        if kept is not None:
            self.needs.choose(1 + next((place for place, row in enumerate(rows) if _tells(row, kept)), 0))

    def _show_rest(self) -> None:
        """What the first paint did not wait for: the signals, and what was done since the last start."""
        # The window may have been closed, and the office with it, before the timer came to this.
        if not self.isVisible():
            self._painted = False
            return
        from tracker.ui.signals.reader import reader_of

        self._show_day()
        self._reader = reader_of(self.desk)
        self._reader.read.connect(self._show_read)
        if self._reader.ask(self):
            self._show_needs()

    def _show_read(self) -> None:
        if self.isVisible():
            self._show_needs()
        else:
            self._stale = True

    def _set_aside(self, row: object, key: str) -> None:
        """Asks until when the signal behind a need can wait."""
        if not isinstance(row, NeedCard):
            return
        if not row.need.signal:
            self.desk.mistaken.emit("This is no signal, and cannot be set aside: Enter leads to where it is settled.")
            return
        from tracker.models.signals.every import RULE_BY_KEY
        from tracker.ui.signals.asides import Asides

        Asides(self.desk, self._made_asking()).ask(row.need.place.group_id, [RULE_BY_KEY[row.need.signal]])

    def _made_asking(self) -> Asking:
        """The line that asks stands over the lists; it is made when it is first wanted."""
        if self._asking is None:
            from tracker.ui.parts.asking import Asking

            self._asking = Asking()
            self._asking.closed.connect(self.needs.setFocus)
            self._column.insertWidget(2, self._asking)
        return self._asking

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


def _tells(row: Row, need: Need) -> bool:
    """Whether a row tells of a need, in whatever words by now."""
    if not isinstance(row, NeedCard):
        return False
    return (row.need.place, row.need.signal, row.need.action) == (need.place, need.signal, need.action)
