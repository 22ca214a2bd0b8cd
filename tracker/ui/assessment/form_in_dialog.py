"""Forms of a self-assessment that came back: looked at first, file by file, and kept in one step (§7.2)."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.mistake import Mistake
from tracker.models.records import Group
from tracker.reports.assessment_reading import (
    ReadForm,
    forms_in,
    ratings_to_keep,
    read_forms,
    step_words,
    summary_words,
)
from tracker.ui.assessment.form_columns import FormSigns, form_columns
from tracker.ui.cells import LinesDelegate
from tracker.ui.desk import Desk
from tracker.ui.moving.step_dialog import fitting
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.style import UNIT
from tracker.ui.table_card import TableCard
from tracker.ui.widgets import Banner, EmptyState, Heading, Muted, label, primary_button, quiet_button
from tracker.ui.words import UNDO_HINT, count

_FILES, _FOLDER, _LEAVE_OUT = "F", "O", "Del"
_OFFERS = (
    (_FILES, "Choose files…", "The forms that came back, any number of them"),
    (_FOLDER, "Choose a folder…", "All Excel workbooks in a folder"),
    (_LEAVE_OUT, "Leave out", "Takes the chosen file off this list; the file itself stays where it is"),
)
_HEADING = "Read forms"
_NOTHING = "The forms that came back stand here, with what each would change, before anything is kept."
_KEYS = _FILES + _FOLDER
_WIDTH, _HEIGHT = 230 * UNIT, 160 * UNIT
_ROW = 13 * UNIT


class FormInDialog(QDialog):
    """Nothing is kept until Keep; then all that can be read is, in one step, and what could not be stays listed."""

    def __init__(self, desk: Desk, parent: QWidget | None, group_id: str) -> None:
        super().__init__(parent)
        self._desk = desk
        self._group_id = group_id
        self._paths: list[Path] = []
        self.forms: tuple[ReadForm, ...] = ()
        self.banner = Banner()
        self.table = HeadedTable(form_columns(FormSigns()), lambda form: str(form.path), lambda name, rows: name)
        self.view = KeyedView(self.table, "", _KEYS, _ROW)
        self.foot = FootRow(_OFFERS)
        self.first = quiet_button("Choose files…", icon_name="upload")
        self.whole = label("", "quiet")
        self.summary = Muted()
        self.close_it = quiet_button("&Close")
        self.keep = primary_button("&Keep")
        self._lay_out()
        self._connect()
        self._show()
        self.first.setFocus()

    def add(self, paths: Iterable[Path]) -> None:
        """Reads further files, a folder standing for all in it, and shows what each would change."""
        self.banner.clear()
        try:
            for path in paths:
                self._paths += forms_in(path) if path.is_dir() else [path]
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
        self._read()

    def press(self, key: str) -> None:
        """Does what a key stands for."""
        if key == _FILES:
            self.ask_for_files()
        elif key == _FOLDER:
            self.ask_for_folder()
        elif key == _LEAVE_OUT:
            self.leave_out()

    def ask_for_files(self) -> None:
        """Asks which files to read."""
        names, _ = QFileDialog.getOpenFileNames(self, "Forms that came back", _documents(), "Excel (*.xlsx)")
        if names:
            self.add(map(Path, names))

    def ask_for_folder(self) -> None:
        """Asks for a folder, and reads the workbooks in it."""
        if name := QFileDialog.getExistingDirectory(self, "The folder with the forms", _documents()):
            self.add([Path(name)])

    def leave_out(self) -> None:
        """Takes the chosen files off the list: of two forms that differ, the one that no longer holds."""
        chosen = {form.path for form in self.view.chosen_rows}
        if chosen:
            self._paths = [path for path in self._paths if path not in chosen]
            self._read()

    def accept(self) -> None:
        ratings = ratings_to_keep(self.forms)
        if not ratings:
            return
        try:
            with self._desk.office.step(step_words(ratings)):
                self._desk.office.save(*ratings)
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
            return
        self._desk.said.emit(done := f"{summary_words(self.forms, done=True)}. {UNDO_HINT}")
        self._paths = [form.path for form in self.forms if form.refused]
        if not self._paths:
            super().accept()
            return
        self._read()
        self.banner.say(done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = chr(event.key()) if 0x41 <= event.key() <= 0x5A else ""
        if event.key() == Qt.Key.Key_Delete:
            self.leave_out()
        elif letter and letter in _KEYS and not event.modifiers():
            self.press(letter)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())

    def _read(self) -> None:
        snapshot, mint = self._desk.snapshot, self._desk.office.mint
        self.forms = read_forms(snapshot, self._paths, mint, group_id=self._group_id)
        self._paths = [form.path for form in self.forms]
        self._show()
        (self.view if self.forms else self.first).setFocus()

    def _show(self) -> None:
        """The forms, what comes of all of them, and whether there is something to keep."""
        self.table.set_rows(self.forms)
        self.view.choose_first()
        number = len(ratings_to_keep(self.forms))
        self.keep.setText(f"&Keep {count(number, 'form')}" if number else "&Keep")
        self.keep.setAccessibleName(self.keep.text().replace("&", ""))
        self.keep.setEnabled(bool(number))
        self.summary.setText(f"{summary_words(self.forms)}." if self.forms else "")
        self._show_chosen()

    def _show_chosen(self) -> None:
        """The whole sentence of the form that is chosen: in the table it may be cut."""
        rows = self.view.chosen_rows
        self.whole.setText(f"{rows[0].file_name}: {rows[0].sentence.rstrip('.')}." if rows else "")
        self.foot.allow({_FILES, _FOLDER} | ({_LEAVE_OUT} if rows else set()))

    def _lay_out(self) -> None:
        self.setWindowTitle(_HEADING)
        self.setAcceptDrops(True)
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.view.setSortingEnabled(False)
        self.whole.setWordWrap(True)
        self.whole.setMinimumHeight(11 * UNIT)
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(Heading(_HEADING))
        group = self._desk.snapshot.called(Group, self._group_id)
        column.addWidget(Muted(f"{group}: forms of its self-assessments and health checks"))
        column.addWidget(self.banner)
        column.addWidget(TableCard("Forms that came back", self.view, EmptyState(_NOTHING, self.first)), 1)
        column.addWidget(self.whole)
        column.addWidget(self.foot)
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(self.summary, 1)
        row.addWidget(self.close_it)
        row.addWidget(self.keep)
        column.addLayout(row)
        self.resize(fitting(self, _WIDTH, _HEIGHT))

    def _connect(self) -> None:
        self.first.clicked.connect(self.ask_for_files)
        self.view.key_typed.connect(self.press)
        self.foot.chosen.connect(self.press)
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)
        self.view.opened.connect(self.accept)
        self.keep.setDefault(True)
        self.keep.setToolTip("Keep what was read, as one step (Ctrl+Enter)")
        self.keep.clicked.connect(self.accept)
        self.close_it.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
