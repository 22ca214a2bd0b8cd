"""Answers the dialog that is about to open, as a person would."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tracker.ui.form_dialog import FormDialog

Answer = Callable[[FormDialog], None]


@contextmanager
def answering(answer: Answer) -> Iterator[None]:
    """The next dialog that opens is given to `answer`; it fails if none opened, and closes one that stays open."""
    seen: list[FormDialog] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FormDialog)
        seen.append(dialog)
        try:
            answer(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, act)
    yield
    assert seen, "no dialog opened"
