"""The template of lines and measures before it leaves: empty, or with an agency's lines; and where it is put."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from tracker.models.figures.handout_words import stays_words
from tracker.models.mistake import Mistake
from tracker.models.records import Agency
from tracker.reports.lines_template import PreparedTemplate, prepare_template, template_bytes
from tracker.ui.choosers import KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.moving.step_dialog import fitting
from tracker.ui.parts.errand import closing_row, errand_grid
from tracker.ui.printing.hand_out import Errand, save_file
from tracker.ui.style import UNIT
from tracker.ui.widgets import Banner, Card, Heading, Muted, label, primary_button, quiet_button
from tracker.ui.words import count

_HEADING = "Write a template of lines"
_WIDTH = 180 * UNIT
_NONE = "none"
_BACK = (
    "Measures stand in plans and reports and in no workbook: an agency types them here, one row each. Reading what "
    "comes back (R) shows each row first; sent again, it updates and does not double."
)


class TemplateOutDialog(QDialog):
    """What is saved is entered in the register of what left."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._template: PreparedTemplate | None = None
        self.banner = Banner()
        self.agency = KeyedCombo("With the lines of", 70)
        self.leaves = Muted()
        self.to_whom, self.purpose = QLineEdit(""), QLineEdit("Lines and measures")
        self.close_it = quiet_button("&Close")
        self.save = primary_button("&Save the template…", icon_name="file-spreadsheet")
        self._lay_out()
        self._connect()
        self.prepare()
        self.agency.setFocus()

    def prepare(self) -> None:
        """Makes the template ready for what is chosen, and says what would leave."""
        agency = self._desk.snapshot.find(Agency, self.agency.key)
        self._template = prepare_template(self._desk.snapshot, self._desk.office.setting.clock(), agency)
        rows = len(self._template.rows)
        told = f"{count(rows, 'row')} with lines and measures, and empty rows below." if rows else "Empty rows alone."
        self.leaves.setText(f"{told} {stays_words(self._template.stays)}".strip())
        if agency and not self.to_whom.isModified():
            self.to_whom.setText(agency.name)

    def ask_to_save(self) -> None:
        """Asks where to, then puts the template there."""
        assert self._template is not None
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(folder) / self._template.file_name)
        name, _ = QFileDialog.getSaveFileName(self, "Save the template", start, "Excel (*.xlsx)")
        if name:
            path = Path(name)
            self.save_to(path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx"))

    def save_to(self, path: Path) -> None:
        """Puts the template there and enters it in the register, both or neither; what is in the way is said."""
        assert self._template is not None
        what, rows = self._template.title, len(self._template.rows)
        errand = Errand(what, self.to_whom.text(), self.purpose.text(), rows, "save a template of lines")
        try:
            save_file(self._desk.office, errand, template_bytes(self._template), path)
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

    def _lay_out(self) -> None:
        self.setWindowTitle(_HEADING)
        agencies = sorted(self._desk.snapshot.of(Agency), key=lambda agency: agency.name)
        self.agency.offer([(_NONE, "None: an empty template"), *((each.id, each.name) for each in agencies)])
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(Heading(_HEADING))
        column.addWidget(self.banner)
        card = Card("What leaves")
        caption = label("With the &lines of", "caption")
        caption.setBuddy(self.agency)
        card.body.addWidget(caption)
        card.body.addWidget(self.agency)
        card.body.addWidget(self.leaves)
        column.addWidget(card)
        column.addWidget(Muted(_BACK))
        column.addLayout(errand_grid(self.to_whom, self.purpose))
        column.addStretch(1)
        column.addLayout(closing_row(self.close_it, self.save))

    def _connect(self) -> None:
        self.agency.currentIndexChanged.connect(self.prepare)
        self.save.setDefault(True)
        self.save.setToolTip("Save the template (Ctrl+S)")
        self.save.clicked.connect(self.ask_to_save)
        self.close_it.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save.click)
