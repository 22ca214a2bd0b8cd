"""The entries of the File menu that bring in what others have, and give out the log that they fill in."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from tracker.ui.window import Window


class BringingMenu(QObject):
    """Each entry opens a dialog over one window; nothing of it is loaded before."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    @property
    def offers(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """The words of each entry, and what it does."""
        return (
            ("Bring in a &list…", self.bring_in_list),
            ("&Read a log…", self.read_log),
            ("Write a log &form…", self.write_log),
        )

    def bring_in_list(self) -> None:
        """Groups, agencies, people or open promises from a file."""
        self._open("list")

    def read_log(self) -> None:
        """A log that was filled in."""
        self._open("log in")

    def write_log(self) -> None:
        """A log for somebody without the program."""
        self._open("log out")

    def _open(self, which: str) -> None:
        if desk := self._window.desk:
            import_module("tracker.ui.office.bringing_card").open_bringing(which, desk, self._window)
