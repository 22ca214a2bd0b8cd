"""A keyed table in which Delete takes away what is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from tracker.ui.parts.keyed_view import KeyedView


class DeletingView(KeyedView):
    """`key_typed` carries "Delete" as well."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.key_typed.emit("Delete", False)
        else:
            super().keyPressEvent(event)
