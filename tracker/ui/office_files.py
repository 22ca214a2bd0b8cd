"""Choosing a file: the office to open, and where a copy of it goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from tracker.ui.window import Window

_OFFICE_FILES = "Offices of Partnership Tracker (*.tracker);;All files (*)"


class OfficeFiles(QObject):
    """The File menu's questions, for one window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def ask_to_open(self) -> None:
        """File → Open."""
        # File dialogs are imported when the first one opens: no start has to wait for them.
        from PySide6.QtWidgets import QFileDialog

        desk = self._window.desk
        start = str(desk.office.path.parent if desk else Path.home())
        name, _ = QFileDialog.getOpenFileName(self._window, "Open an office", start, _OFFICE_FILES)
        if name:
            self._window.open_file(Path(name))

    def ask_to_copy(self) -> None:
        """File → Save a copy."""
        from PySide6.QtWidgets import QFileDialog

        desk = self._window.desk
        if desk is None:
            return
        path = desk.office.path
        start = str(path.with_name(f"{path.stem} copy{path.suffix}"))
        name, _ = QFileDialog.getSaveFileName(self._window, "Save a copy of the office", start, _OFFICE_FILES)
        if name:
            self._window.keeper.save_copy(desk.office, Path(name))

    def back_up_now(self) -> None:
        """File → Back up now."""
        if desk := self._window.desk:
            self._window.keeper.back_up(desk.office)
