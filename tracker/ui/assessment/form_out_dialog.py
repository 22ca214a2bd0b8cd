"""An Excel form of a round before it leaves: what it asks and says, whom it offers, and where it is put (§7.2)."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.mistake import Mistake
from tracker.models.records import Assessment, Group
from tracker.models.records.stage import Asked
from tracker.reports.assessment_form import PreparedForm, form_bytes, prepare_form
from tracker.ui.desk import Desk
from tracker.ui.moving.step_dialog import fitting
from tracker.ui.parts.errand import closing_row, errand_grid
from tracker.ui.printing.hand_out import Errand, save_file
from tracker.ui.style import UNIT
from tracker.ui.widgets import Banner, Card, Heading, Muted, label, primary_button, quiet_button
from tracker.ui.words import count

TO_WHOM = "The agencies asked"
PURPOSES = {Asked.SIGNS: "Self-assessment", Asked.HEALTH: "Health check"}
STEP = "save a self-assessment form"
_WIDTH = 180 * UNIT
_HEADING = "Write a form"
_BACK = (
    "Send a copy to each agency: it fills in the open cells, in Excel or LibreOffice, and sends the file back. "
    "On the page of the rounds, R reads any number of them."
)


class FormOutDialog(QDialog):
    """One form serves all agencies: each chooses its own name on it. What is saved is entered in the register."""

    def __init__(self, desk: Desk, parent: QWidget | None, assessment_id: str) -> None:
        super().__init__(parent)
        self._desk = desk
        self._round = desk.snapshot.one(Assessment, assessment_id)
        self._form: PreparedForm | None = None
        self.banner = Banner()
        self._leaves, self._says = Card("What leaves"), Card("What it says of names")
        self.to_whom, self.purpose = QLineEdit(TO_WHOM), QLineEdit(PURPOSES[self._round.asked])
        self.close_it = quiet_button("&Close")
        self.save = primary_button("&Save the form…", icon_name="file-spreadsheet")
        self._lay_out()
        self._connect()
        self._prepare()

    @property
    def words(self) -> tuple[str, ...]:
        """What is said of what leaves, a line each."""
        if self._form is None:
            return ()
        facts = self._form.facts
        kind = "questions of the health check" if self._round.asked is Asked.HEALTH else "signs, in mixed order"
        names = ", ".join(name for _, name in facts.agencies)
        return (
            f"{len(facts.questions)} {kind}, each with a list of answers. No answer that was given is in it.",
            f"The names of {count(len(facts.agencies), 'agency', 'agencies')} to choose from: {names}.",
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """What the form says of names, a line each."""
        return self._form.notes[2:] if self._form else ()

    def ask_to_save(self) -> None:
        """Asks where to, then puts the form there."""
        if self._form is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(folder) / self._form.file_name)
        name, _ = QFileDialog.getSaveFileName(self, "Save the form", start, "Excel (*.xlsx)")
        if name:
            path = Path(name)
            self.save_to(path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx"))

    def save_to(self, path: Path) -> None:
        """Puts the form there and enters it in the register, both or neither; what is in the way is said."""
        if self._form is None:
            return
        rows = len(self._form.facts.questions)
        errand = Errand(self._form.what, self.to_whom.text(), self.purpose.text(), rows, STEP)
        try:
            save_file(self._desk.office, errand, form_bytes(self._form), path)
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
            for edit in (self.purpose, self.to_whom):
                if not edit.text().strip():
                    edit.setFocus()
            return
        self._desk.said.emit(
            f"Saved: {path.name}. That is noted in the register of what left. R reads what comes back."
        )
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        layout = self.layout()
        if not event.spontaneous() and layout is not None:
            self.resize(fitting(self, _WIDTH, layout.totalHeightForWidth(_WIDTH)))

    def _prepare(self) -> None:
        """Makes the form ready, or says why none can leave."""
        try:
            self._form = prepare_form(self._desk.snapshot, self._round, self._desk.office.setting.clock())
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
        self.save.setEnabled(self._form is not None)
        for card, lines in ((self._leaves, self.words), (self._says, self.notes)):
            card.setVisible(bool(lines))
            for words in lines:
                line = label(words)
                line.setWordWrap(True)
                card.body.addWidget(line)
        (self.save if self._form else self.close_it).setFocus()

    def _lay_out(self) -> None:
        self.setWindowTitle(_HEADING)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(Heading(_HEADING))
        what = PURPOSES[self._round.asked].lower()
        group = self._desk.snapshot.called(Group, self._round.group_id)
        column.addWidget(Muted(f"{group}, {what} of {shown(self._round.on)}"))
        column.addWidget(self.banner)
        column.addWidget(self._leaves)
        column.addWidget(self._says)
        column.addWidget(Muted(_BACK))
        column.addLayout(errand_grid(self.to_whom, self.purpose))
        column.addStretch(1)
        column.addLayout(closing_row(self.close_it, self.save))

    def _connect(self) -> None:
        self.save.setDefault(True)
        self.save.setToolTip("Save the form (Ctrl+S)")
        self.save.clicked.connect(self.ask_to_save)
        self.close_it.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save.click)
