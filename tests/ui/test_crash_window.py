"""When something goes wrong that is our fault."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tracker.ui import crash_hook
from tracker.ui.crash_window import CrashWindow


def raised(whose: str) -> Exception:
    try:
        raise KeyError(whose)
    except KeyError as error:
        return error


def test_the_details_can_be_copied_and_hold_nothing_that_was_typed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    error = raised("Aunty Mere's address")
    copied = []

    def answer() -> None:
        window = next(window for window in QApplication.topLevelWidgets() if isinstance(window, CrashWindow))
        next(button for button in window.findChildren(QPushButton) if "Copy" in button.text()).click()
        copied.append(QGuiApplication.clipboard().text())
        window.accept()

    QTimer.singleShot(0, answer)
    crash_hook.crashed(type(error), error, error.__traceback__)
    assert "KeyError" in copied[0]
    assert "Mere" not in copied[0]


def test_the_details_are_folded_at_first(qtbot: QtBot) -> None:
    window = CrashWindow("KeyError", None)
    qtbot.addWidget(window)
    window.show()
    assert not window.details.isVisible()
