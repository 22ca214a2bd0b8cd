"""A window with pyqtgraph and one plot, all at once, from the process's start until the plot is drawn."""

import os
import sys
import time
from pathlib import Path

import pyqtgraph
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Plot(pyqtgraph.PlotWidget):  # type: ignore[misc] # pyqtgraph has no types
    """Notes the moment when it is drawn, and ends there."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        QTimer.singleShot(0, _mark_and_end)


def _mark_and_end() -> None:
    Path(os.environ["TRACKER_MARK_PAINT"]).write_text(str(time.monotonic()), encoding="utf-8")
    QApplication.exit(0)


app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1280, 820)
plot = Plot()
plot.plot([0, 3, 3, 8, 8, 12], [0, 0, 2, 2, 4, 4])
window.setCentralWidget(plot)
window.show()
sys.exit(app.exec())
