"""Who came: the chips of all seats, and the way to add somebody who has none."""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from tracker.models.meeting_draft import DraftAttendance
from tracker.models.records.meeting import Presence
from tracker.ui.flow_box import FlowBox
from tracker.ui.seat_chip import SeatChip
from tracker.ui.style import SMALL, UNIT, font
from tracker.ui.widgets import Muted, label, link_button
from tracker.ui.words import count

# More lines of chips than these scroll, in a low window and in a tall one: what was said needs its room.
_FEW_LINES, _MORE_LINES = 4, 6
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
        self._strict = False
        self._seats = _Seats()
        self._count = Muted()
        self.someone_else = link_button("Someone else", "plus")
        self.someone_else.setToolTip("Somebody who is not a usual member came")
        self.someone_else.clicked.connect(self.someone_else_requested)
        top = QHBoxLayout()
        top.setSpacing(2 * UNIT)
        top.addWidget(label("Who came", "caption"))
        top.addWidget(self._count, 1)
        top.addWidget(self.someone_else)
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
    ) -> None:
        """Shows the seats with their names; `known` are those that are kept already, and `strict` keeps only them."""
        focused = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), -1)
        self._kept = {_key(seat) for seat in known}
        self._strict = strict
        self._chips = [self._make_chip(name, seat) for name, seat in seats]
        self._seats.flow.set_parts(self._chips)
        self._set_tab_order()
        self._stop_at(max(0, focused), focus=focused >= 0)
        self._seats.fit()
        self._show_count()

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
            self._count.setText("Space ticks, arrow keys go on, S says who came instead")

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
