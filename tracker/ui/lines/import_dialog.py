"""Treasury's workbook before it comes in: what it holds, Vote by Vote, and what is new, changed or not to be read."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from tracker.models.identity import minting_in_order
from tracker.models.line_import import EstimatesFrameworks, Fate, LinePlan, Source, VoteCount, plan_lines
from tracker.models.mistake import Mistake
from tracker.models.period import Period
from tracker.models.snapshot import Snapshot
from tracker.reports.treasury_lines import TreasuryLines, read_treasury_lines
from tracker.ui.choosers import KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.job import Cancelled, Job, Progress, run
from tracker.ui.moving.step_dialog import fitting
from tracker.ui.style import UNIT
from tracker.ui.table import RIGHT, Column, Table
from tracker.ui.table_card import TableCard
from tracker.ui.table_view import TableView
from tracker.ui.widgets import Banner, EmptyState, Heading, Muted, primary_button, quiet_button
from tracker.ui.words import UNDO_HINT, count

_HEADING = "Bring in lines"
_WIDTH, _HEIGHT = 230 * UNIT, 170 * UNIT
_NOTHING = (
    "Choose Treasury's workbook of expenditure data, or a CSV of its sheet Raw Data. What it holds stands here, Vote "
    "by Vote, before anything is kept."
)
_FILES = "Workbooks and CSV (*.xlsx *.csv)"
_ALL = "all"
_NOT_READ, _LOOK = "Not read", "Look at it"


@dataclass(frozen=True)
class _Read:
    """What a file gave, and the frameworks its lines would stand in."""

    found: TreasuryLines
    frameworks: EstimatesFrameworks


class LinesImportDialog(QDialog):
    """Reading runs beside the window and can be cancelled; nothing is kept until Bring in."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._read: _Read | None = None
        self.found: TreasuryLines | None = None
        self.plan: LinePlan | None = None
        self.job: Job | None = None
        self.banner = Banner()
        self.about = Muted(_NOTHING)
        self.progress = QProgressBar()
        self.table = Table(_COLUMNS)
        self.view = TableView(self.table)
        self.notes_table = Table(_NOTE_COLUMNS)
        self.notes_view = TableView(self.notes_table)
        self.year = KeyedCombo("Year", 28)
        self.amount_type = KeyedCombo("Amount type", 40)
        self.department = KeyedCombo("Agency", 50)
        self.summary = Muted()
        self.first = quiet_button("Choose a &file…", icon_name="upload")
        self.other = quiet_button("Another &file…", icon_name="upload")
        self.close_it = quiet_button("&Close")
        self.keep = primary_button("&Bring in")
        self._lay_out()
        self._connect()
        self._show()
        self.first.setFocus()

    @property
    def framework_id(self) -> str:
        """The framework to look at when it is done; "" if nothing was brought in."""
        changes = self.plan.changes if self.plan else ()
        return (changes[-1].line.framework_id or "") if changes else ""

    def ask_for_file(self) -> None:
        """Asks which file to read."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _ = QFileDialog.getOpenFileName(self, _HEADING, folder, _FILES)
        if name:
            self.add(Path(name))

    def add(self, path: Path) -> None:
        """Begins to read a file."""
        if self.job is not None:
            return
        self.banner.clear()
        self._read, self.found, self.plan = None, None, None
        self._show()
        office = self._desk.office
        work = _reading(path, self._desk.snapshot.complete(), minting_in_order(office.setting.mint))
        self.job = run(work, self)
        self.job.done.connect(self._take)
        self.job.mistaken.connect(self._refuse)
        self.job.finished.connect(self._end)
        self.progress.show()
        self.close_it.setText("&Cancel")

    def choose(self) -> None:
        """Holds what is chosen of the file against the office."""
        if self._read is None:
            return
        year = int(self.year.key) if self.year.key != _ALL else None
        amount_type = self.amount_type.key if self.amount_type.key != _ALL else ""
        departments = [self.department.key] if self.department.key != _ALL else []
        try:
            found = self._read.found.chosen(year, amount_type, departments)
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
            self.plan = None
        else:
            self.banner.clear()
            self.found = found
            source = Source(found.file_name, found.sha256, self._desk.office.setting.clock())
            frameworks = self._read.frameworks
            self.plan = plan_lines(self._desk.snapshot, frameworks, found.lines, found.parents, source)
        self._show()

    def accept(self) -> None:
        if self.plan is None or not self.plan.records:
            return
        try:
            with self._desk.office.step("bring in accountability lines"):
                self._desk.office.save(*self.plan.records)
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
            return
        counts = self.plan.counts
        changed = f", {count(counts[Fate.CHANGED], 'line')} changed" if counts[Fate.CHANGED] else ""
        self._desk.said.emit(f"{count(counts[Fate.NEW], 'line')} brought in{changed}. {UNDO_HINT}")
        super().accept()

    def reject(self) -> None:
        if self.job is not None:
            self.job.cancel()
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.job is not None:
            self.job.cancel()
            self.job.wait()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.add(paths[0])

    def _take(self, read: object) -> None:
        assert isinstance(read, _Read)
        self._read = read
        found = self.found = read.found
        self.year.offer([(_ALL, "All years"), *((str(each), Period(each).label) for each in found.years)], _ALL)
        self.year.choose(str(found.years[-1]))
        self.amount_type.offer([(_ALL, "All amounts"), *((each, each) for each in found.amount_types)], _ALL)
        self.department.offer([(_ALL, "All agencies"), *((each, each) for each in found.departments)], _ALL)
        self.choose()
        self.view.setFocus()

    def _refuse(self, sentence: str) -> None:
        self.banner.warn(sentence)
        self.first.setFocus()

    def _end(self) -> None:
        self.job = None
        self.progress.hide()
        self.close_it.setText("&Close")

    def _show(self) -> None:
        found = self.found
        self.table.set_rows(self.plan.votes if self.plan else ())
        notes = [_Note(note.row, _NOT_READ, note.sentence) for note in (found.bad_rows if found else ())]
        notes += [_Note(note.row, _LOOK, note.sentence) for note in (found.warnings if found else ())]
        self.notes_table.set_rows(notes)
        self._notes_card.setVisible(bool(notes))
        for widget in (self.year, self.amount_type, self.department, self.other):
            widget.setVisible(found is not None)
        self.about.setText(". ".join((found.file_name, *found.notes)) if found else "")
        self.about.setVisible(found is not None)
        self.summary.setText(self._words())
        self.keep.setEnabled(bool(self.plan and self.plan.records))

    def _words(self) -> str:
        if self.plan is None or self.found is None:
            return ""
        bad = len(self.found.bad_rows)
        told = [f"{self.plan.words}."]
        if bad:
            told.append(f"{count(bad, 'row')} cannot be read and would stay out.")
        if self.plan.missing:
            told.append(f"{count(len(self.plan.missing), 'line')} of before would stay, though the file lacks them.")
        if not self.plan.records:
            told.append("All of it is here already: there is nothing to bring in.")
        return " ".join(told)

    def _lay_out(self) -> None:
        self.setWindowTitle(_HEADING)
        self.setAcceptDrops(True)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("The file is being read")
        self.progress.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(Heading(_HEADING))
        column.addWidget(self.about)
        column.addWidget(self.banner)
        column.addWidget(self.progress)
        choosers = QHBoxLayout()
        choosers.setSpacing(2 * UNIT)
        for combo in (self.year, self.amount_type, self.department):
            choosers.addWidget(combo)
        choosers.addStretch(1)
        column.addLayout(choosers)
        column.addWidget(TableCard("What would come in", self.view, EmptyState(_NOTHING, self.first)), 3)
        self._notes_card = TableCard("Rows to look at", self.notes_view, EmptyState("None."))
        column.addWidget(self._notes_card, 2)
        column.addWidget(self.summary)
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(self.close_it)
        row.addWidget(self.keep)
        column.addLayout(row)
        self.resize(fitting(self, _WIDTH, _HEIGHT))

    def _connect(self) -> None:
        for button in (self.first, self.other):
            button.clicked.connect(self.ask_for_file)
        for combo in (self.year, self.amount_type, self.department):
            combo.currentIndexChanged.connect(self.choose)
        self.keep.setDefault(True)
        self.keep.setToolTip("Bring all of it in, as one step (Ctrl+Enter)")
        self.keep.clicked.connect(self.accept)
        self.close_it.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)


@dataclass(frozen=True)
class _Note:
    """What is to be said of a row of the file."""

    row: int
    word: str
    sentence: str

    @property
    def id(self) -> str:
        """What tells it from the others."""
        return f"{self.row} {self.sentence}"


def _reading(path: Path, snapshot: Snapshot, mint: Callable[[], str]) -> Callable[[Progress, Cancelled], _Read]:
    def work(progress: Progress, cancelled: Cancelled) -> _Read:
        frameworks = EstimatesFrameworks(snapshot, mint)
        return _Read(read_treasury_lines(path, frameworks.id_of, mint, cancelled), frameworks)

    return work


def _amount(row: VoteCount) -> str:
    return f"{row.amount_000:,}"


_COLUMNS = (
    Column("Vote", lambda row: row.vote, width=260, least=150, share=2),
    Column("Lines", lambda row: row.lines, align=RIGHT, width=80, least=64),
    Column("Wholes of categories", lambda row: row.parents, align=RIGHT, width=150, least=140, drop=1),
    Column("New", lambda row: row.new, align=RIGHT, width=80, least=64),
    Column("Changed", lambda row: row.changed, align=RIGHT, width=84, least=76),
    Column("$000", lambda row: row.amount_000, _amount, RIGHT, width=110, least=96),
)
_TONES = {_NOT_READ: "danger", _LOOK: "warning"}
_NOTE_COLUMNS = (
    Column("Row", lambda row: row.row, align=RIGHT, width=64, least=56),
    Column("What", lambda row: row.word, width=96, least=90, tone=lambda row: _TONES[row.word]),
    Column("Why", lambda row: row.sentence, width=420, least=240, share=1, tip=lambda row: row.sentence),
)
