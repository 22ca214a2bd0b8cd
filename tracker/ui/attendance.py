"""Who came: the chips of all seats, and the way to add somebody who has none."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from tracker.models.meeting_draft import DraftAttendance
from tracker.models.records.meeting import Presence
from tracker.ui.flow_box import FlowBox
from tracker.ui.seat_chip import SeatChip
from tracker.ui.style import SMALL, UNIT, font
from tracker.ui.widgets import Button, Muted, label, link_button
from tracker.ui.words import count

# More lines of chips than these scroll, in a low window and in a tall one: what was said needs its room.
_FEW_LINES, _MORE_LINES = 3, 6
_TALL = 190 * UNIT
_LINE = 8 * UNIT


class _Seats(QScrollArea):
    """The chips in as many lines as they need, up to the most."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.flow = FlowBox()
        self.flow.setProperty("look", "page")
        self.setWidget(self.flow)

    def fit(self) -> None:
        """Takes the height that the chips need."""
        lines = _MORE_LINES if self.window().height() > _TALL else _FEW_LINES
        whole = self.flow.height_for(self.width())
        self.setFixedHeight(max(min(whole, lines * _LINE - UNIT), _LINE - UNIT))
        width = self.width() - (self.verticalScrollBar().sizeHint().width() if whole > self.height() else 0)
        self.flow.resize(width, self.flow.height_for(width))
        self.flow.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class AttendanceStrip(QWidget):
    """The chips of all seats, one of them the stop of the Tab key, and the way to add somebody else."""

    changed = Signal()
    someone_else_requested = Signal()
    sent_requested = Signal(SeatChip)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chips: list[SeatChip] = []
        self._follows: QWidget | None = None
        self._kept: set[tuple[str, str]] = set()
        self._last_time: frozenset[tuple[str, str]] = frozenset()
        self._strict = False
        self._seats = _Seats()
        self._count = Muted()
        self.someone_else = link_button("&Someone else", "plus")
        self.someone_else.setToolTip("Somebody who is not a usual member came: Alt+S")
        self.someone_else.clicked.connect(self.someone_else_requested)
        self.all_came = self._quick_link("&All came", "All usual members came: A", self.mark_all)
        self.as_last_time = self._quick_link("As &last time", "Who came last time: L", self.mark_as_last_time)
        top = QHBoxLayout()
        top.setSpacing(2 * UNIT)
        top.addWidget(label("Here", "caption"))
        top.addWidget(self._count, 1)
        for widget in (self.all_came, self.as_last_time, self.someone_else):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._seats)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def chips(self) -> tuple[SeatChip, ...]:
        """The chips from left to right."""
        return tuple(self._chips)

    @property
    def attendances(self) -> tuple[DraftAttendance, ...]:
        """What is to be kept: nothing while nobody is marked, else every seat; of a saved meeting only what was kept
        or is marked now."""
        all_seats = [chip.attendance for chip in self._chips]
        if self._strict:
            return tuple(seat for seat in all_seats if _marked(seat) or _key(seat) in self._kept)
        return tuple(all_seats) if any(map(_marked, all_seats)) else ()

    def show_seats(
        self,
        seats: Sequence[tuple[str, DraftAttendance]],
        known: Sequence[DraftAttendance] = (),
        *,
        strict: bool = False,
        last_time: frozenset[tuple[str, str]] = frozenset(),
    ) -> None:
        """Shows the seats with their names.

        `known` are those that are kept already, and `strict` keeps only them; `last_time` are the agencies and people
        who came to the last meeting.
        """
        self._last_time = last_time
        self.as_last_time.setVisible(bool(last_time))
        self.all_came.setVisible(bool(seats))
        if self._shows(seats, known, strict=strict):
            return
        focused = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), -1)
        self._kept = {_key(seat) for seat in known}
        self._strict = strict
        self._chips = [self._make_chip(name, seat) for name, seat in seats]
        self._seats.flow.set_parts(self._chips)
        self._set_tab_order()
        self._stop_at(max(0, focused), focus=focused >= 0)
        self._seats.fit()
        self._show_count()

    def mark_all(self) -> None:
        """A: everybody who is not marked otherwise came; once all are, nobody is marked."""
        waiting = [chip for chip in self._chips if chip.attendance.presence is Presence.ABSENT]
        self._mark(waiting or self._chips, Presence.PRESENT if waiting else Presence.ABSENT)

    def mark_as_last_time(self) -> None:
        """L: who came last time came now, as far as they are not marked otherwise."""
        there = [chip for chip in self._chips if _key(chip.attendance) in self._last_time]
        self._mark([chip for chip in there if not _marked(chip.attendance)], Presence.PRESENT)

    def follow(self, widget: QWidget) -> None:
        """The widget after which the Tab key comes to the chips."""
        self._follows = widget
        self._set_tab_order()

    def focus(self) -> None:
        """Takes the keyboard to the first chip."""
        if self._chips:
            self._stop_at(0, focus=True)
        else:
            self.someone_else.setFocus()

    def focus_on(self, seat: DraftAttendance) -> None:
        """Takes the keyboard to the chip of one seat, from where Enter leads on to the lines."""
        places = [place for place, chip in enumerate(self._chips) if _key(chip.attendance) == _key(seat)]
        self._stop_at(places[0] if places else 0, focus=True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_A and not event.modifiers():
            self.mark_all()
        elif event.key() == Qt.Key.Key_L and not event.modifiers():
            self.mark_as_last_time()
        else:
            super().keyPressEvent(event)

    def _quick_link(self, words: str, tip: str, act: Callable[[], None]) -> Button:
        """A word for the mouse: the keyboard has its letter on the chips, and Alt with it anywhere."""
        made = link_button(words)
        made.setToolTip(tip)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(act)
        return made

    def _mark(self, chips: Sequence[SeatChip], presence: Presence) -> None:
        """Marks several chips, and says so once."""
        for chip in chips:
            chip.set_attendance(replace(chip.attendance, presence=presence, level=None, instead=""))
        if chips:
            self._hear_turned()

    def _shows(
        self, seats: Sequence[tuple[str, DraftAttendance]], known: Sequence[DraftAttendance], *, strict: bool
    ) -> bool:
        """Whether these very seats stand there already."""
        here = [(chip.name, chip.attendance) for chip in self._chips]
        return here == list(seats) and self._kept == {_key(seat) for seat in known} and self._strict == strict

    def _make_chip(self, name: str, seat: DraftAttendance) -> SeatChip:
        chip = SeatChip(name, seat)
        # Small, because a group may have twenty people; measured as wide as it is when ticked.
        chip.setFont(font(SMALL, QFont.Weight.Medium))
        chip.turned.connect(self._hear_turned)
        chip.stepped.connect(lambda step: self._step_from(chip, step))
        chip.left.connect(self.finished)
        chip.sent_requested.connect(lambda: self.sent_requested.emit(chip))
        return chip

    def _set_tab_order(self) -> None:
        # Qt puts new chips at the very end of the page.
        if self._follows is None:
            return
        row = [self._follows, *self._chips, self.someone_else]
        for before, after in itertools.pairwise(row):
            QWidget.setTabOrder(before, after)

    def _hear_turned(self) -> None:
        self._seats.fit()
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        presences = [chip.attendance.presence for chip in self._chips]
        came = sum(presence in (Presence.PRESENT, Presence.SENT_SOMEBODY) for presence in presences)
        apologies = presences.count(Presence.APOLOGY)
        if came or apologies:
            excused = f", {count(apologies, 'apology', 'apologies')}" if apologies else ""
            self._count.setText(f"{came} of {len(presences)}{excused}")
        elif not presences:
            self._count.setText("Nobody is a usual member yet: Someone else adds who came, and their agencies")
        else:
            last = ", L who came last time" if self._last_time else ""
            self._count.setText(f"Space ticks (again: apology), S somebody instead, A all{last} · Enter goes on")

    def _step_from(self, chip: SeatChip, step: int) -> None:
        self._stop_at((self._chips.index(chip) + step) % len(self._chips), focus=True)

    def _stop_at(self, stop: int, *, focus: bool) -> None:
        for place, chip in enumerate(self._chips):
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == stop else Qt.FocusPolicy.ClickFocus)
        if focus and stop < len(self._chips):
            self._chips[stop].setFocus(Qt.FocusReason.TabFocusReason)
            self._seats.ensureWidgetVisible(self._chips[stop], 0, UNIT)


def _key(seat: DraftAttendance) -> tuple[str, str]:
    return seat.agency_id, seat.person_id


def _marked(seat: DraftAttendance) -> bool:
    return seat.presence is not Presence.ABSENT
