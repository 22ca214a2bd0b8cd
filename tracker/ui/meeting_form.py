"""The form of a meeting: its head, who came, its lines and how it felt. It knows no office and hands over a draft."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.draft_now import draft_now
from tracker.models.meeting_draft import DraftAttendance, MeetingDraft
from tracker.models.meeting_members import came_last_time, member_name, usual_members
from tracker.models.records.meeting import Presence
from tracker.models.snapshot import Snapshot
from tracker.ui.attendance import AttendanceStrip
from tracker.ui.draft import Typed
from tracker.ui.feeling_row import FeelingRow
from tracker.ui.meeting_head import MeetingHead
from tracker.ui.said_card import SaidCard
from tracker.ui.still_open import StillOpen
from tracker.ui.style import UNIT

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# From this width on, what is still open from before stands beside the lines.
_WIDE = 300 * UNIT


class MeetingForm(QWidget):
    """Shows what was typed and gives it back at any moment. `foot` is the last line, with room on its right."""

    changed = Signal()
    group_chosen = Signal(str)
    save_requested = Signal()

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()
        self._snapshot = snapshot
        self._begun = MeetingDraft()
        self.head = MeetingHead(snapshot)
        self.strip = AttendanceStrip()
        self.said = SaidCard(snapshot.today)
        self.composer = self.said.composer
        self.list = self.said.list
        self.examples = self.said.examples
        self.still_open = StillOpen()
        self.feeling = FeelingRow()
        self.foot = QHBoxLayout()
        self._lay_out()
        self._connect()

    @property
    def draft(self) -> MeetingDraft:
        """The meeting as it stands, without the line that is still open."""
        return MeetingDraft(
            group_id=self.head.group.key,
            on=self.head.on,
            place=self.head.place.text().strip(),
            chair_id=self.head.chair.key,
            felt=self.feeling.felt,
            attendances=self.strip.attendances,
            items=self.said.items,
            meeting_id=self._begun.meeting_id,
        )

    @property
    def typed(self) -> Typed:
        """All that stands there."""
        return Typed(
            meeting=self.draft,
            day_text=self.head.day.text(),
            line=self.composer.text,
            line_kind=self.composer.kind,
            by_hand=self.composer.fields.by_hand,
            edited=self.said.edited,
        )

    def show_typed(self, typed: Typed, begun: MeetingDraft) -> None:
        """Shows what was typed; `begun` is how the meeting stood before, of a saved one as it is kept."""
        draft = typed.meeting
        self._begun = begun
        self._offer(draft)
        self.head.show_meeting(draft, typed.day_text)
        self.feeling.show_felt(draft.felt)
        self.said.show_typed(draft.items, typed)

    def set_records(self, snapshot: Snapshot) -> None:
        """Offers what the records hold now, and keeps what is typed."""
        self._snapshot = snapshot
        self._offer(self.draft)

    def add_attendance(self, came: DraftAttendance) -> None:
        """Somebody who is not a usual member came."""
        draft = self.draft
        others = [seat for seat in draft.attendances if _key(seat) != _key(came)]
        self._offer(replace(draft, attendances=(*others, came)))
        self.changed.emit()

    def focus(self) -> None:
        """Takes the keyboard to where typing begins: to who came, or first to the group."""
        self.strip.focus()

    def event(self, event: QEvent) -> bool:
        # Ctrl and a figure goes to another page everywhere else, and Ctrl+Z takes back what was saved; while lines are
        # typed both are theirs.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.said.wants(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.said.take_key(event):
            return
        if event.key() in _ENTER and ctrl:
            self.save_requested.emit()
        elif event.key() in _ENTER and self.head.isAncestorOf(self.focusWidget() or self):
            self.strip.focus()
        elif event.key() == Qt.Key.Key_F6:
            self._go_round()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.still_open.setVisible(self.width() >= _WIDE)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(self.head)
        column.addWidget(self.strip)
        row = QHBoxLayout()
        row.setSpacing(3 * UNIT)
        row.addWidget(self.said, 3)
        row.addWidget(self.still_open, 1)
        column.addLayout(row, 1)
        self.foot.setSpacing(2 * UNIT)
        self.foot.addWidget(self.feeling)
        self.foot.addStretch(1)
        column.addLayout(self.foot)
        self.strip.follow(self.head.chair)
        self.still_open.hide()

    def _connect(self) -> None:
        self.head.group_chosen.connect(self.group_chosen)
        self.head.day_changed.connect(self._change_day)
        self.strip.finished.connect(self.composer.line.setFocus)
        for news in (self.head.changed, self.strip.changed, self.said.changed, self.feeling.changed):
            news.connect(self.changed)

    def _offer(self, draft: MeetingDraft) -> None:
        snapshot, on = self._snapshot, draft.on or self._snapshot.today
        self.head.offer(snapshot, draft.group_id, on, draft.chair_id)
        self.said.set_records(snapshot, draft.group_id, on)
        self.still_open.show_group(snapshot, draft.group_id)
        correcting = bool(self._begun.meeting_id)
        attendances = draft_now(draft, snapshot).attendances
        came = [seat for seat in attendances if correcting or seat.presence is not Presence.ABSENT]
        seats = {_key(seat): seat for seat in (*usual_members(snapshot, draft.group_id, on), *came)}
        named = [(member_name(snapshot, *key), seat) for key, seat in seats.items()]
        last_time = came_last_time(snapshot, draft.group_id, on)
        self.strip.show_seats(named, self._begun.attendances, strict=correcting, last_time=last_time)

    def _change_day(self) -> None:
        self.head.day.mark(wrong=False)
        if self.head.on:
            self._offer(self.draft)
        self.changed.emit()

    def _go_round(self) -> None:
        """F6: from the group and the day to who came, to the lines, to how it felt."""
        focused = self.focusWidget() or self
        to_line = self.composer.line.setFocus
        ways: tuple[tuple[QWidget, Callable[[], None]], ...] = (
            (self.head, self.strip.focus),
            (self.strip, to_line),
            (self.list, to_line),
            (self.composer, self.feeling.focus),
        )
        for part, go_on in ways:
            if part is focused or part.isAncestorOf(focused):
                go_on()
                return
        self.head.group.setFocus()


def _key(seat: DraftAttendance) -> tuple[str, str]:
    return seat.agency_id, seat.person_id
