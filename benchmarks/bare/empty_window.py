"""An empty window, from the process's start to its first paint."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class EmptyWindow(QMainWindow):
    """Notes the moment of its first paint, as the program does, and ends there."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        QTimer.singleShot(0, _mark_and_end)


def _mark_and_end() -> None:
    Path(os.environ["TRACKER_MARK_PAINT"]).write_text(str(time.monotonic()), encoding="utf-8")
    QApplication.exit(0)


app = QApplication(sys.argv)
window = EmptyWindow()
window.resize(1280, 820)
window.show()
sys.exit(app.exec())
