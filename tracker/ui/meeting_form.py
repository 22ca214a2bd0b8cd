"""The form of a meeting: its head, who came, its lines and how it felt. It knows no office and hands over a draft."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.meeting_draft import DraftAttendance, DraftItem, ItemKind, MeetingDraft
from tracker.models.meeting_lines import agencies_of
from tracker.models.meeting_members import item_words, member_name, usual_members
from tracker.models.records.agency import Sector
from tracker.models.records.meeting import Presence
from tracker.models.snapshot import Snapshot
from tracker.ui.attendance import AttendanceStrip
from tracker.ui.draft import Typed
from tracker.ui.feeling_row import FeelingRow
from tracker.ui.item_composer import ItemComposer
from tracker.ui.item_list import ItemList
from tracker.ui.line_examples import LineExamples
from tracker.ui.meeting_head import MeetingHead
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Muted

_DIGITS = {Qt.Key(Qt.Key.Key_1 + place): kind for place, kind in enumerate(ItemKind)}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELP = "Up brings a kept line back, Delete removes it · Tab and F6 go on · Ctrl+Enter saves the meeting"


class MeetingForm(QWidget):
    """Shows what was typed and gives it back at any moment. `foot` is the last line, with room on its right."""

    changed = Signal()
    group_chosen = Signal(str)
    save_requested = Signal()

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()
        self._snapshot = snapshot
        self._begun = MeetingDraft()
        self._items: list[DraftItem] = []
        self._edited = -1
        self.head = MeetingHead(snapshot.today)
        self.strip = AttendanceStrip()
        self.list = ItemList()
        self.examples = LineExamples()
        self.composer = ItemComposer()
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
            items=tuple(self._items),
            meeting_id=self._begun.meeting_id,
        )

    @property
    def typed(self) -> Typed:
        """All that stands there."""
        return Typed(
            meeting=self.draft, day_text=self.head.day.text(), line=self.composer.text, line_kind=self.composer.kind
        )

    def show_typed(self, typed: Typed, begun: MeetingDraft) -> None:
        """Shows what was typed; `begun` is how the meeting stood before, of a saved one as it is kept."""
        draft = typed.meeting
        self._begun = begun
        self._items, self._edited = list(draft.items), -1
        self.composer.clear()
        self._offer(draft)
        self.head.show_meeting(draft, typed.day_text)
        self.feeling.show_felt(draft.felt)
        self.composer.set_line(typed.line, typed.line_kind)
        self._show_items()

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

    def keep_line(self) -> bool:
        """Keeps the open line if there is one; returns False if it cannot be kept as it stands."""
        if self.composer.text.strip():
            self.composer.keep()
        return not self.composer.text.strip()

    def focus(self) -> None:
        """Takes the keyboard to where typing begins: to who came, or first to the group."""
        self.strip.focus()

    def event(self, event: QEvent) -> bool:
        # Ctrl and a figure goes to another page everywhere else; while lines are typed it chooses their kind.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _kind_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if kind := _kind_of(event):
            self.composer.choose_kind(kind)
        elif event.key() in _ENTER and ctrl:
            self.save_requested.emit()
        elif event.key() in _ENTER and self.head.isAncestorOf(self.focusWidget() or self):
            self.strip.focus()
        elif event.key() == Qt.Key.Key_F6:
            self._go_round()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addWidget(self.head)
        column.addWidget(self.strip)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.setSpacing(0)
        card.body.addWidget(self.list)
        card.body.addWidget(self.composer)
        card.body.addWidget(self.examples)
        card.body.addStretch(1)
        note = Muted(_HELP)
        note.setContentsMargins(3 * UNIT, 0, 3 * UNIT, 2 * UNIT)
        card.body.addWidget(note)
        column.addWidget(card, 1)
        self.foot.setSpacing(2 * UNIT)
        self.foot.addWidget(self.feeling)
        self.foot.addStretch(1)
        column.addLayout(self.foot)
        self.strip.follow(self.head.chair)

    def _connect(self) -> None:
        self.head.group_chosen.connect(self.group_chosen)
        self.head.day_changed.connect(self._change_day)
        self.strip.finished.connect(self.composer.line.setFocus)
        self.list.edit_requested.connect(self._edit)
        self.list.remove_requested.connect(self._remove)
        self.list.left_below.connect(self.composer.line.setFocus)
        self.composer.kept.connect(self._keep)
        self.composer.cancelled.connect(self._show_items)
        self.composer.removed.connect(self._remove_edited)
        self.composer.left_above.connect(self._go_to_list)
        for news in (self.head.changed, self.strip.changed, self.composer.changed, self.feeling.changed):
            news.connect(self.changed)

    def _offer(self, draft: MeetingDraft) -> None:
        snapshot, on = self._snapshot, draft.on or self._snapshot.today
        self.head.offer(snapshot, draft.group_id, on, draft.chair_id)
        self.composer.set_records(snapshot, draft.group_id, on)
        self.examples.show_for(on, _an_agency(snapshot, draft.group_id))
        correcting = bool(self._begun.meeting_id)
        came = [seat for seat in draft.attendances if correcting or seat.presence is not Presence.ABSENT]
        seats = {_key(seat): seat for seat in (*usual_members(snapshot, draft.group_id, on), *came)}
        named = [(member_name(snapshot, *key), seat) for key, seat in seats.items()]
        self.strip.show_seats(named, self._begun.attendances, strict=correcting)
        self._show_items()

    def _show_items(self) -> None:
        if self.composer.edited is None:
            self._edited = -1
        rows = [(item, item_words(item, self._snapshot)) for item in self._items]
        self.list.show_items(rows, self._edited)
        self.examples.setVisible(not rows)

    def _change_day(self) -> None:
        self.head.day.mark(wrong=False)
        if self.head.on:
            self._offer(self.draft)
        self.changed.emit()

    def _keep(self, item: DraftItem) -> None:
        if 0 <= self._edited < len(self._items):
            self._items[self._edited] = item
        else:
            self._items.append(item)
        self._show_items()
        self.list.scrollToBottom()
        self.changed.emit()

    def _edit(self, place: int) -> None:
        if self.keep_line():
            self._edited = place
            self.composer.take(self._items[place])
            self._show_items()

    def _remove_edited(self) -> None:
        self._remove(self._edited)

    def _remove(self, place: int) -> None:
        if not 0 <= place < len(self._items):
            return
        in_list = self.list.hasFocus()
        if self.composer.edited:
            self.composer.clear()
        del self._items[place]
        self._show_items()
        (self.list if self._items and in_list else self.composer.line).setFocus()
        self.changed.emit()

    def _go_to_list(self) -> None:
        if self._items:
            self.list.choose(len(self._items) - 1)
            self.list.setFocus()

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


def _an_agency(snapshot: Snapshot, group_id: str) -> str:
    """An agency of the group for the examples, of the government if there is one; "" if there is none at all."""
    agencies = agencies_of(snapshot, group_id)
    fitting = [agency for agency in agencies if agency.sector is Sector.CENTRAL_GOVERNMENT]
    return next((agency.called for agency in (*fitting, *agencies)), "")


def _kind_of(event: QKeyEvent) -> ItemKind | None:
    ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return _DIGITS.get(Qt.Key(event.key())) if ctrl else None
