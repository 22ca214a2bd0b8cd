"""Loads the plotting library beside the window's own work, so that the page stands at once."""

import sys
from importlib import import_module

from PySide6.QtCore import QObject, QThreadPool, Signal

_MODULE = "tracker.ui.plots.trajectory"


class PlotLoader(QObject):
    """Says `loaded` when plots can be drawn: at once if the library is there, else from a thread."""

    loaded = Signal()

    @property
    def ready(self) -> bool:
        """Whether the library is there: a module that is still being read has not its last function yet."""
        return hasattr(sys.modules.get(_MODULE), "save_trajectory")

    def start(self) -> None:
        """Loads it; `loaded` comes on the window's own thread."""
        if self.ready:
            self.loaded.emit()
        else:
            QThreadPool.globalInstance().start(self._load)

    def _load(self) -> None:
        import_module(_MODULE)
        self.loaded.emit()
