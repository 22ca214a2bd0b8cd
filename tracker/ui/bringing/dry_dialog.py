"""A dialog that reads a file, shows row by row what would become of it, and keeps all of it in one step or nothing."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tracker.models.mistake import Mistake
from tracker.models.records import Record
from tracker.ui.bringing.dry_run import DryRow, DrySigns, dry_columns, first_to_look_at
from tracker.ui.cells import LinesDelegate
from tracker.ui.desk import Desk
from tracker.ui.moving.step_dialog import fitting
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.style import UNIT
from tracker.ui.table_card import TableCard
from tracker.ui.widgets import Banner, EmptyState, Heading, Muted, label, primary_button, quiet_button
from tracker.ui.words import UNDO_HINT, count

_WIDTH, _HEIGHT = 250 * UNIT, 170 * UNIT
_ROW = 13 * UNIT
_WORDS_HEIGHT = 14 * UNIT


class DryDialog(QDialog):
    """A subclass reads the file (`read`) and says what is kept (`saves`, `removes`, `step_name`)."""

    kinds = "Excel (*.xlsx)"

    def __init__(self, desk: Desk, parent: QWidget | None, heading: str, nothing: str, keys: str = "F") -> None:
        super().__init__(parent)
        self.desk = desk
        self.path: Path | None = None
        self.rows: tuple[DryRow, ...] = ()
        self.banner = Banner()
        self.about = Muted()
        self.table = HeadedTable(dry_columns(DrySigns()), lambda row: str(row.id), lambda name, rows: name)
        self.view = KeyedView(self.table, "", keys, _ROW)
        self.first = quiet_button("Choose a &file…", icon_name="upload")
        self.other = quiet_button("Another &file…", icon_name="upload")
        self.whole: QLabel = label("", "quiet")
        self.notes = Muted()
        self.summary = Muted()
        self.close_it = quiet_button("&Close")
        self.keep = primary_button("&Bring in")
        self.foot = QHBoxLayout()
        self.middle = QHBoxLayout()
        self.card = TableCard("What would become of each row", self.view, EmptyState(nothing, self.first))
        self._lay_out(heading)
        self.about.hide()
        self._connect()
        self.show_rows((), "", "")
        self.first.setFocus()

    @property
    def saves(self) -> tuple[Record, ...]:
        """What would be kept; nothing while a row is rejected."""
        raise NotImplementedError

    @property
    def removes(self) -> tuple[Record, ...]:
        """What would be taken out."""
        return ()

    @property
    def step_name(self) -> str:
        """As undo names it."""
        raise NotImplementedError

    def read(self, path: Path) -> None:
        """Reads a file and shows what would become of it. Raises Mistake if it cannot be read."""
        raise NotImplementedError

    def add(self, path: Path) -> None:
        """Takes a file, or says why it cannot."""
        self.banner.clear()
        try:
            self.read(path)
        except Mistake as mistake:
            self.path = None
            self.show_rows((), "", "")
            self.banner.warn(f"{path.name}: {mistake.sentence}")
            self.first.setFocus()
            return
        self.path = path
        self.about.setText(path.name)
        self.about.show()
        self.view.setFocus()

    def ask_for_file(self) -> None:
        """Asks which file to read."""
        folder = str(self.path.parent) if self.path else _documents()
        name, _ = QFileDialog.getOpenFileName(self, self.windowTitle(), folder, self.kinds)
        if name:
            self.add(Path(name))

    def press(self, key: str) -> None:
        """Does what a key stands for."""
        if key == "F":
            self.ask_for_file()

    def show_rows(self, rows: Iterable[DryRow], summary: str, notes: str) -> None:
        """Shows the rows, what comes of all of them, and whether there is something to keep."""
        self.rows = tuple(rows)
        self.table.set_rows(self.rows)
        if (look := first_to_look_at(self.rows)) is not None:
            self.view.choose(look.id)
        else:
            self.view.choose_first()
        self.summary.setText(summary)
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))
        self.other.setVisible(bool(self.rows))
        self.keep.setEnabled(bool(self.rows) and bool(self.saves or self.removes))
        self._show_chosen()

    def accept(self) -> None:
        if not self.keep.isEnabled():
            return
        try:
            with self.desk.office.step(self.step_name):
                self.desk.office.remove(*self.removes)
                self.desk.office.save(*self.saves)
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
            return
        new = sum(row.outcome.value == "new" for row in self.rows)
        changed = sum(row.outcome.value == "changed" for row in self.rows)
        parts = [count(new, "row") + " brought in"] if new else []
        parts += [count(changed, "row") + " changed"] if changed else []
        self.desk.said.emit(f"{', '.join(parts) or 'Brought in'}. {UNDO_HINT}")
        super().accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.add(paths[0])

    def _show_chosen(self) -> None:
        """All that is to be said of the chosen row: in the table it may be cut."""
        rows = self.view.chosen_rows
        told = f"Row {rows[0].number}: {rows[0].told or rows[0].said}" if rows else ""
        self.whole.setText(told)
        self.whole.setVisible(bool(told))

    def _lay_out(self, heading: str) -> None:
        self.setWindowTitle(heading)
        self.setAcceptDrops(True)
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.view.setSortingEnabled(False)
        self.whole.setWordWrap(True)
        self.whole.setMinimumHeight(_WORDS_HEIGHT)
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(Heading(heading))
        column.addWidget(self.about)
        column.addWidget(self.banner)
        self.middle.setSpacing(3 * UNIT)
        self.middle.addWidget(self.card, 1)
        column.addLayout(self.middle, 1)
        column.addWidget(self.notes)
        column.addWidget(self.whole)
        self.foot.setSpacing(2 * UNIT)
        self.foot.addWidget(self.other)
        self.foot.addWidget(self.summary, 1)
        self.foot.addWidget(self.close_it)
        self.foot.addWidget(self.keep)
        column.addLayout(self.foot)
        self.resize(fitting(self, _WIDTH, _HEIGHT))

    def _connect(self) -> None:
        for button in (self.first, self.other):
            button.clicked.connect(self.ask_for_file)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(self.accept)
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)
        self.keep.setDefault(True)
        self.keep.setToolTip("Bring in all rows, as one step (Ctrl+Enter)")
        self.keep.clicked.connect(self.accept)
        self.close_it.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
