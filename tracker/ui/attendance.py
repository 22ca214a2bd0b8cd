"""Who came: one chip a seat; arrow keys move, the space bar turns it through came, apology and did not come."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from tracker.models.meeting_draft import DraftAttendance
from tracker.models.records.meeting import Presence
from tracker.ui.flow_layout import FlowLayout
from tracker.ui.style import UNIT, current, font
from tracker.ui.widgets import label, link_button

_NEXT = {Presence.ABSENT: Presence.PRESENT, Presence.PRESENT: Presence.APOLOGY}
_STEP = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class SeatChip(QAbstractButton):
    """One seat: its name and whether somebody came."""

    turned = Signal()
    sent_requested = Signal()

    def __init__(self, name: str, attendance: DraftAttendance) -> None:
        super().__init__()
        self._name = name
        self._attendance = attendance
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip("Space: came, apology, did not come. S: sent somebody else.")
        self.clicked.connect(self._turn)
        self.set_attendance(attendance)

    @property
    def attendance(self) -> DraftAttendance:
        """Whether somebody came, and who came instead."""
        return self._attendance

    def set_attendance(self, attendance: DraftAttendance) -> None:
        """Shows another state."""
        self._attendance = attendance
        presence = attendance.presence
        instead = f"sent {attendance.instead or 'somebody'}"
        suffix = {Presence.APOLOGY: " · apology", Presence.SENT_SOMEBODY: f" · {instead}"}.get(presence, "")
        mark = "✓ " if self._ticked else ""
        self.setText(f"{mark}{self._name}{suffix}")
        self.setAccessibleName(f"{self._name}: {instead if suffix.startswith(' · sent') else presence.label}")
        self.updateGeometry()
        self.update()

    def set_presence(self, presence: Presence) -> None:
        """Marks somebody as come, apologised or not there."""
        self.set_attendance(replace(self._attendance, presence=presence, level=None, instead=""))
        self.turned.emit()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 7 * UNIT, 7 * UNIT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_S:
            self.sent_requested.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        for presence in (Presence.PRESENT, Presence.APOLOGY, Presence.ABSENT):
            menu.addAction(presence.label, partial(self.set_presence, presence))
        menu.addAction("Sent somebody…", self.sent_requested.emit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = current()
        filled = self._attendance.presence is Presence.PRESENT
        ground = {Presence.PRESENT: colours.accent, Presence.SENT_SOMEBODY: colours.accent_soft}
        ink = {
            Presence.PRESENT: colours.accent_text,
            Presence.SENT_SOMEBODY: colours.link,
            Presence.APOLOGY: colours.warning,
        }
        presence = self._attendance.presence
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pill = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            painter.setBrush(QColor(ground.get(presence, colours.card)))
            painter.setPen(QPen(QColor(colours.accent if filled else colours.field_edge), 1))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(colours.text), 2))
                ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
                painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
            painter.setFont(font(weight=QFont.Weight.Medium if self._ticked else QFont.Weight.Normal))
            painter.setPen(QColor(ink.get(presence, colours.muted)))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._fitted())

    @property
    def _ticked(self) -> bool:
        return self._attendance.presence in (Presence.PRESENT, Presence.SENT_SOMEBODY)

    def _turn(self) -> None:
        self.set_presence(_NEXT.get(self._attendance.presence, Presence.ABSENT))

    def _fitted(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width() - 5 * UNIT)


class AttendanceStrip(QWidget):
    """The chips of all seats, one of them the stop of the Tab key, and the way to add somebody else."""

    changed = Signal()
    someone_else_requested = Signal()
    sent_requested = Signal(SeatChip)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chips: list[SeatChip] = []
        self._kept: set[tuple[str, str]] = set()
        self._strict = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        here = label("Here", "caption")
        here.setFixedHeight(7 * UNIT)
        self._flow = FlowLayout()
        self._else = link_button("Someone else", "plus")
        self._else.setToolTip("Somebody who is not a usual member came")
        self._else.clicked.connect(self.someone_else_requested)
        row.addWidget(here, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._flow, 1)
        self._flow.addWidget(self._else)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

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
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self._else)
        self._chips = [self._make_chip(name, seat) for name, seat in seats]
        self._flow.addWidget(self._else)
        self._stop_at(max(0, focused), focus=focused >= 0)
        self.updateGeometry()

    def focus(self) -> None:
        """Takes the keyboard to the first chip."""
        if self._chips:
            self._stop_at(0, focus=True)
        else:
            self._else.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), -1)
        step = _STEP.get(Qt.Key(event.key()))
        if place >= 0 and step:
            self._stop_at((place + step) % len(self._chips), focus=True)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.focus()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.setMinimumHeight(self._flow.heightForWidth(max(1, self._flow.geometry().width())))

    def _make_chip(self, name: str, seat: DraftAttendance) -> SeatChip:
        chip = SeatChip(name, seat)
        chip.setFont(font())
        self._flow.addWidget(chip)
        chip.turned.connect(self.changed)
        chip.sent_requested.connect(lambda: self.sent_requested.emit(chip))
        return chip

    def _stop_at(self, stop: int, *, focus: bool) -> None:
        for place, chip in enumerate(self._chips):
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == stop else Qt.FocusPolicy.ClickFocus)
        if focus and stop < len(self._chips):
            self._chips[stop].setFocus(Qt.FocusReason.TabFocusReason)


def _key(seat: DraftAttendance) -> tuple[str, str]:
    return seat.agency_id, seat.person_id


def _marked(seat: DraftAttendance) -> bool:
    return seat.presence is not Presence.ABSENT
