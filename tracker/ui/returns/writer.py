"""One long piece of work of a page: begun, told of, cancelled, and waited for when the window closes."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from tracker.ui.job import Job, Work


class Writer(QObject):
    """Runs one job at a time for a page. A window that closes waits for it, so that what was written is noted."""

    progressed = Signal(float, str)
    done = Signal(object)
    mistaken = Signal(str)
    ended = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        page.installEventFilter(self)
        self.job: Job | None = None

    def begin(self, work: Work) -> Job:
        """Starts the work; its news comes by the signals."""
        job = self.job = Job(work, self)
        job.progressed.connect(self.progressed)
        job.done.connect(self.done)
        job.mistaken.connect(self.mistaken)
        job.finished.connect(self._end)
        self._page.window().installEventFilter(self)
        job.start()
        return job

    def cancel(self) -> None:
        """Asks the work to stop at its next look."""
        if self.job is not None:
            self.job.cancel()

    def wait(self) -> None:
        """Returns when nothing runs any more, and what was done has been told."""
        if self.job is not None:
            self.job.wait()
            QCoreApplication.sendPostedEvents(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and watched is not self._page:
            self.wait()
        elif event.type() == QEvent.Type.DeferredDelete and self.job is not None:
            # The page goes with its office: nobody is left to be told.
            self.job.wait()
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        if (window := self._page.window()) is not self._page:
            window.removeEventFilter(self)
        if self.job is not None:
            self.job.deleteLater()
            self.job = None
        self.ended.emit()
