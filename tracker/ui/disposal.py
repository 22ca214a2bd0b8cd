"""Taking a widget down at once, for those that draw without a window loop that would do it later."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


def take_down(widget: QWidget) -> None:
    """Closes and deletes a widget now.

    Left to the garbage collector, a plot's many parts would be freed in any order, and Qt falls over that.
    """
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)
