"""Starts Qt, opens an office, and runs until the window is closed."""

import gc
import os
import sys
import time
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from tracker.places import resources
from tracker.store.setting import Setting
from tracker.ui import crash_hook, style
from tracker.ui.preferences import Preferences
from tracker.ui.window import Window

# So many things are made between two searches for garbage: a large office's records and figures go by the hundred
# thousand, none of them is garbage, and Python's own 700 would make a page wait a second time for as long.
SELDOM = 50_000


def start(path: Path | None) -> int:
    """Opens the window on a file, or on the last one; returns the exit status."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = style.application(sys.argv)
    app.setApplicationName("Partnership Tracker")
    app.setDesktopFileName("partnership-tracker")
    app.setWindowIcon(QIcon(str(resources() / "icons" / "tracker.svg")))
    crash_hook.install()
    setting = Setting.of_this_machine()
    preferences = Preferences.keep_in(setting.data_folder)
    style.apply(app, preferences.theme)
    window = Window(setting, preferences)
    window.settled.connect(_collect_garbage_again)
    if os.environ.get("TRACKER_MARK_PAINT"):
        window.painted.connect(_mark_paint)
    _open(window, path, preferences.last_file)
    window.show()
    status = app.exec()
    # However the program was told to end: jobs come to their end, and the office is closed in good order.
    window.close()
    return status


def _open(window: Window, path: Path | None, last: Path | None) -> None:
    # The last office may have been moved since: then the first-start page is the better beginning.
    chosen = path or (last if last and last.exists() else None)
    if chosen:
        window.open_file(chosen)
    else:
        window.show_first_start()


def _collect_garbage_again() -> None:
    """What the start has made stays to the end: it is set aside, and only what comes after it is looked through."""
    gc.freeze()
    gc.set_threshold(SELDOM)
    gc.enable()


def _mark_paint() -> None:
    """For the benchmarks: notes the moment of the first paint, and ends there if asked to."""
    Path(os.environ["TRACKER_MARK_PAINT"]).write_text(str(time.monotonic()), encoding="utf-8")
    if os.environ.get("TRACKER_EXIT_AFTER_PAINT") == "1":
        QApplication.closeAllWindows()
