"""A window on an office, for tests of the whole."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tracker.store.setting import Setting
from tracker.ui.preferences import Preferences
from tracker.ui.window import Window


def a_window(setting: Setting, qtbot: QtBot, path: Path | None = None) -> Window:
    """Shown and painted; closed in good order when the test ends, and its preferences forgotten."""
    window = Window(setting, Preferences.keep_in(setting.data_folder))
    # pytest-qt holds a window weakly: one that a test does not name would be collected with its office open.
    qtbot.addWidget(window, before_close_func=lambda _: close(window))
    if path:
        window.open_file(path)
    else:
        window.show_first_start()
    with qtbot.waitSignal(window.painted):
        window.show()
    return window


def close(window: Window) -> None:
    """As a person closes it."""
    window.close()
    Preferences.forget()
