"""What comes from elsewhere: lists that the office has, and logs of those who are without the program."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from PySide6.QtWidgets import QDialog, QWidget

from tracker.ui.desk import Desk
from tracker.ui.flow_box import FlowBox
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Muted, quiet_button

_ABOUT = "Lists come in from CSV or Excel, and logs from those without the program. Each is tried first, row by row."
# Loaded when one is opened: reading workbooks takes a while to load.
_DIALOGS = {
    "list": ("tracker.ui.bringing.bring_in_dialog", "BringInDialog"),
    "log in": ("tracker.ui.bringing.log_in_dialog", "LogInDialog"),
    "log out": ("tracker.ui.bringing.log_out_dialog", "LogOutDialog"),
}


class BringingCard(Card):
    """Three buttons, each with a dialog of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Bringing in")
        self._desk = desk
        self.list = quiet_button("Bring in a lis&t…", icon_name="upload")
        self.log_in = quiet_button("Read &a log…", icon_name="upload")
        self.log_out = quiet_button("Write a log form…", icon_name="file-spreadsheet")
        row = FlowBox(2 * UNIT)
        buttons = (self.list, self.log_in, self.log_out)
        for button, which in zip(buttons, _DIALOGS, strict=True):
            button.setProperty("small", True)
            button.setProperty("which", which)
            button.clicked.connect(self._open)
        row.set_parts(list(buttons))
        self.body.addWidget(Muted(_ABOUT))
        self.body.addWidget(row)

    def _open(self) -> None:
        sender = cast(QWidget, self.sender())
        open_bringing(str(sender.property("which")), self._desk, self.window())


def open_bringing(which: str, desk: Desk, parent: QWidget | None) -> None:
    """Opens one of the dialogs: "list", "log in" or "log out"."""
    module, name = _DIALOGS[which]
    make = cast(Callable[[Desk, QWidget | None], QDialog], getattr(import_module(module), name))
    dialog = make(desk, parent)
    dialog.exec()
    dialog.deleteLater()
