"""A list of meetings: it says when the keyboard comes to it, for the chosen one is told beside it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent

from tracker.ui.parts.keyed_view import KeyedView


class MeetingsView(KeyedView):
    """`focused` is sent when it has the keyboard."""

    focused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()
