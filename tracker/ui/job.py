"""Work that takes long, away from the window's thread: it carries plain records, never the office."""

import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from tracker.models.mistake import Mistake

# Told by the work how far it is: a share from 0 to 1, and what it is doing.
Progress = Callable[[float, str], None]
# Asked by the work from time to time: has the person given up?
Cancelled = Callable[[], bool]
Work = Callable[[Progress, Cancelled], Any]

# Seconds between two pieces of news from a job.
_BETWEEN_NEWS = 0.05


class Job(QThread):
    """Runs one piece of work. Connect to bound methods of widgets: they are called in the window's thread.

    `done` carries what the work returned, `mistaken` a sentence, `failed` an error that is our bug; a job that was
    cancelled ends with `finished` alone.
    """

    progressed = Signal(float, str)
    done = Signal(object)
    mistaken = Signal(str)
    failed = Signal(object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._said_at = 0.0
        self.failed.connect(self._crash)

    def cancel(self) -> None:
        """Asks the work to stop; it does so at its next look."""
        self.requestInterruption()

    def run(self) -> None:
        try:
            result = self._work(self._progress, self.isInterruptionRequested)
        except Mistake as mistake:
            self.mistaken.emit(mistake.sentence)
        except Exception as error:  # noqa: BLE001 - goes on to the crash window: a thread has no other way out
            self.failed.emit(error)
        else:
            if not self.isInterruptionRequested():
                self.done.emit(result)

    def _progress(self, share: float, words: str = "") -> None:
        # Work may say it thousands of times a second: more than an eye can follow would only flood the window.
        now = time.monotonic()
        if now - self._said_at >= _BETWEEN_NEWS:
            self._said_at = now
            self.progressed.emit(share, words)

    def _crash(self, error: Exception) -> None:
        sys.excepthook(type(error), error, error.__traceback__)


def run(work: Work, parent: QObject | None = None) -> Job:
    """Starts a job that belongs to `parent`. Connect its signals at once: they arrive when the window is idle."""
    job = Job(work, parent)
    job.start()
    return job
