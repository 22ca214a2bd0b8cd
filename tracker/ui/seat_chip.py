"""One seat at a meeting as a chip: the space bar turns it through came, apology and did not come."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from tracker.models.meeting_draft import DraftAttendance
from tracker.models.records.meeting import Presence
from tracker.ui.style import SMALL, UNIT, current, font

_NEXT = {Presence.ABSENT: Presence.PRESENT, Presence.PRESENT: Presence.APOLOGY}
_STEP = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class SeatChip(QAbstractButton):
    """One seat: its name and whether somebody came."""

    turned = Signal()
    sent_requested = Signal()
    # Asks to go on by so many chips, or out of them.
    stepped = Signal(int)
    left = Signal()

    def __init__(self, name: str, attendance: DraftAttendance) -> None:
        super().__init__()
        self._name = name
        self._attendance = attendance
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip("Space: came, apology, did not come. S: sent somebody else. A: all came. L: as last time.")
        self.clicked.connect(self._turn)
        self.set_attendance(attendance)

    @property
    def name(self) -> str:
        """Whose seat it is."""
        return self._name

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
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 6 * UNIT, 7 * UNIT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := _STEP.get(Qt.Key(event.key())):
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.left.emit()
        elif event.key() == Qt.Key.Key_S and not event.modifiers():
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
            painter.setFont(font(SMALL, QFont.Weight.Medium if self._ticked else QFont.Weight.Normal))
            painter.setPen(QColor(ink.get(presence, colours.muted)))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._fitted())

    @property
    def _ticked(self) -> bool:
        return self._attendance.presence in (Presence.PRESENT, Presence.SENT_SOMEBODY)

    def _turn(self) -> None:
        self.set_presence(_NEXT.get(self._attendance.presence, Presence.ABSENT))

    def _fitted(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width() - 4 * UNIT)
