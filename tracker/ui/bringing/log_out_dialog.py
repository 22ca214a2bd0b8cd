"""A log before it leaves: a form for somebody without the program, or a meeting for the office's own file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from tracker.models.figures.handout_words import stays_words
from tracker.models.mistake import Mistake
from tracker.reports.log_template import PreparedLog, prepare_template
from tracker.reports.log_workbook import log_bytes
from tracker.reports.meeting_as_log import prepare_meeting
from tracker.ui.desk import Desk
from tracker.ui.moving.step_dialog import fitting, opened
from tracker.ui.parts.errand import closing_row, errand_grid
from tracker.ui.printing.hand_out import Errand, save_file
from tracker.ui.style import UNIT
from tracker.ui.widgets import Banner, Card, Heading, Muted, label, primary_button, quiet_button
from tracker.ui.words import count

_WIDTH = 180 * UNIT
_FORM = (
    "A log for somebody without the program: one row for each thing that happened or was agreed. It is for one person; "
    "write another for each colleague. “Read a log” on the page Office reads what comes back."
)
_MEETING = (
    "Send it to the office that keeps the file: “Read a log” on its page Office reads it in. Saved and sent again, it "
    "updates and does not double."
)

Prepare = Callable[[], PreparedLog]


class LogOutDialog(QDialog):
    """Says what leaves and what stays; what is saved is entered in the register."""

    def __init__(self, desk: Desk, parent: QWidget | None, meeting_id: str = "") -> None:
        """Of a meeting by its id, or an empty form."""
        super().__init__(parent)
        self._desk = desk
        self._meeting_id = meeting_id
        self._log: PreparedLog | None = None
        self.banner = Banner()
        self._leaves = Card("What leaves")
        self.to_whom = QLineEdit("The office" if meeting_id else "")
        self.purpose = QLineEdit("To be read into the office's file" if meeting_id else "Log of meetings")
        self.close_it = quiet_button("&Close")
        self.save = primary_button("&Save as a log…", icon_name="file-spreadsheet")
        self._lay_out()
        self._connect()
        self._prepare()

    @property
    def words(self) -> tuple[str, ...]:
        """What is said of what leaves, a line each."""
        if self._log is None:
            return ()
        book, stays = self._log.book, stays_words(self._log.stays)
        people = len(book.lists.get("member", ()))
        names = f"The names of {count(people, 'person', 'people')}, and the codes of "
        names += (
            f"{count(len(book.lists['agency']), 'agency', 'agencies')} and {count(len(book.lists['group']), 'group')}"
        )
        if self._meeting_id:
            return (f"{book.title}: {count(len(book.rows), 'row')} of what was said there, and who came.", stays)
        return (f"{names}, to choose from. Nothing of what was logged is in it.", stays)

    def ask_to_save(self) -> None:
        """Asks where to, then puts the log there."""
        if self._log is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(folder) / self._log.file_name)
        name, _ = QFileDialog.getSaveFileName(self, "Save as a log", start, "Excel (*.xlsx)")
        if name:
            path = Path(name)
            self.save_to(path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx"))

    def save_to(self, path: Path) -> None:
        """Puts the log there and enters it in the register, both or neither; what is in the way is said."""
        if self._log is None:
            return
        step = "save a meeting as a log" if self._meeting_id else "save a log form"
        errand = Errand(self._log.what, self.to_whom.text(), self.purpose.text(), self._log.rows, step)
        try:
            save_file(self._desk.office, errand, log_bytes(self._log.book), path)
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
            for edit in (self.purpose, self.to_whom):
                if not edit.text().strip():
                    edit.setFocus()
            return
        self._desk.said.emit(f"Saved: {path.name}. That is noted in the register of what left.")
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        layout = self.layout()
        if not event.spontaneous() and layout is not None:
            self.resize(fitting(self, _WIDTH, layout.totalHeightForWidth(_WIDTH)))

    def _prepare(self) -> None:
        """Makes the log ready, or says why none can leave."""
        office, snapshot = self._desk.office, self._desk.snapshot
        try:
            if self._meeting_id:
                self._log = prepare_meeting(snapshot, self._meeting_id, office.setting.clock(), office.setting.who)
            else:
                self._log = prepare_template(snapshot, office.mint(), office.setting.clock())
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
        self.save.setEnabled(self._log is not None)
        self._leaves.setVisible(bool(self.words))
        for words in self.words:
            line = label(words)
            line.setWordWrap(True)
            self._leaves.body.addWidget(line)
        (self.close_it if self._log is None else self.save if self._meeting_id else self.to_whom).setFocus()

    def _lay_out(self) -> None:
        heading = "Save a meeting as a log" if self._meeting_id else "Write a log form"
        self.setWindowTitle(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(Heading(heading))
        column.addWidget(self.banner)
        column.addWidget(self._leaves)
        column.addWidget(Muted(_MEETING if self._meeting_id else _FORM))
        column.addLayout(errand_grid(self.to_whom, self.purpose))
        column.addStretch(1)
        column.addLayout(closing_row(self.close_it, self.save))

    def _connect(self) -> None:
        self.save.setDefault(True)
        self.save.setToolTip("Save as a log (Ctrl+S)")
        self.save.clicked.connect(self.ask_to_save)
        self.close_it.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save.click)


def save_meeting_as_log(desk: Desk, parent: QWidget | None, meeting_id: str) -> bool:
    """Shows what would leave of a meeting and lets it go; whether it was saved."""
    return opened(LogOutDialog(desk, parent, meeting_id))
