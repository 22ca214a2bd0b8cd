"""Keeps copies: the backup of the day, a backup when asked for, and a copy anywhere; each as a job."""

from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.models.dates import shown
from tracker.store.office import Office
from tracker.ui.job import Cancelled, Job, Progress, Work

if TYPE_CHECKING:
    from tracker.store.backups import Backup

# How often the window looks whether a command has asked for a backup.
_LOOK_MILLISECONDS = 500


class Keeper(QObject):
    """Says when the last backup was made. A job carries an image of the file, never the office."""

    said = Signal(str)
    mistaken = Signal(str)
    saved = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._watched: Office | None = None
        self._requests = QTimer(self)
        self._requests.timeout.connect(self._answer_request)

    def show_saved(self, office: Office) -> None:
        """Says that all is saved, and when the newest backup was made."""
        found = _backups().list_backups(office.setting.data_folder, office.path)
        made = _moment_words(found[0].made_at, office.setting.clock()) if found else ""
        self.saved.emit(f"All saved · backed up {made}" if made else "All saved · no backup yet")

    def back_up_of_the_day(self, office: Office) -> None:
        """Makes today's backup, unless there is one; an office that is only read has no need of one."""
        if office.read_only:
            return
        setting, path, image, now = office.setting, office.path, office.image(), office.setting.clock()

        def work(progress: Progress, cancelled: Cancelled) -> "Backup | None":
            made: Backup | None = _backups().back_up_of_the_day(image, setting.data_folder, path, now)
            return made

        self._start(office, work, "")

    def back_up(self, office: Office) -> None:
        """Makes a backup now."""
        setting, path, image, now = office.setting, office.path, office.image(), office.setting.clock()

        def work(progress: Progress, cancelled: Cancelled) -> "Backup | None":
            made: Backup | None = _backups().back_up(image, setting.data_folder, path, now, "asked")
            return made

        self._start(office, work, "The office is backed up, and the backup has been checked.")

    def save_copy(self, office: Office, target: Path) -> None:
        """Writes a checked copy of the office to a file."""
        image = office.image()

        def work(progress: Progress, cancelled: Cancelled) -> None:
            _backups().save_image(image, target)

        self._start(office, work, f"A copy of the office is in {target}.")

    def watch(self, office: Office | None) -> None:
        """From now on makes the backups that commands ask for while the window has the office; None ends it."""
        self._watched = office
        if office is None:
            self._requests.stop()
        else:
            self._requests.start(_LOOK_MILLISECONDS)

    def wait(self) -> None:
        """Waits until the copy that is being made is whole."""
        if self._job:
            self._job.wait()

    def _answer_request(self) -> None:
        office = self._watched
        if office is None:
            return
        setting = office.setting

        def make(out: Path | None) -> Path:
            image = office.image()
            if out is not None:
                _backups().save_image(image, out)
                return out
            made: Path = _backups().back_up(image, setting.data_folder, office.path, setting.clock(), "asked").path
            return made

        if import_module("tracker.store.backup_request").answer_request(office.path, make):
            self.show_saved(office)

    def _start(self, office: Office, work: Work, confirmation: str) -> None:
        self.wait()
        self._office = office
        self._job = Job(work, self)
        # What the job before has to say may still be on its way.
        self._job.setProperty("confirmation", confirmation)
        self._job.done.connect(self._hear_done)
        self._job.mistaken.connect(self.mistaken)
        self._job.start()

    def _hear_done(self, made: object) -> None:
        job = self.sender()
        self.show_saved(self._office)
        if job and (confirmation := job.property("confirmation")):
            self.said.emit(confirmation)


def _backups() -> Any:
    return import_module("tracker.store.backups")


def _moment_words(moment: datetime, now: datetime) -> str:
    """09:12 if it was today, else the day."""
    local, today = moment.astimezone(), now.astimezone().date()
    return f"{local:%H:%M}" if local.date() == today else shown(local.date())
