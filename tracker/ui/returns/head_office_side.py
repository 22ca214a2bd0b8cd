"""Head office: a folder of returns put together, what was said of each, and the differences that people decide."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from tracker.models.mistake import Mistake
from tracker.reports.collation.collating import Collation, collate
from tracker.reports.collation.conflict import CHOICES, Action, Conflict, Decision
from tracker.reports.collation.expected import read_expected
from tracker.reports.collation.register import FileVerdict, Registered
from tracker.ui.cells import LinesDelegate
from tracker.ui.desk import Desk
from tracker.ui.job import Cancelled, Job, Progress
from tracker.ui.page import Page
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.place import Place
from tracker.ui.returns.collated_tables import conflicts_table, files_table, in_order, said_of
from tracker.ui.returns.collating_card import CollatingCard
from tracker.ui.returns.writer import Writer
from tracker.ui.style import UNIT
from tracker.ui.table_card import TableCard
from tracker.ui.widgets import Banner, EmptyState, Muted, label
from tracker.ui.words import count

_KEYS = {"A": Action.USE_A, "B": Action.USE_B, "C": Action.ACCEPT, "L": Action.LEAVE_OUT}
_OFFERS = tuple((key, action.label, "Decides the difference that is chosen") for key, action in _KEYS.items())
_NO_FILES = "Nothing has been put together yet. Choose the folder with the returns that came, and where the national "
_NO_FILES += "workbook goes."
_NO_CONFLICTS = "No differences to decide."


class HeadOfficeSide(Page):
    """Reads in a job of its own. What is decided here goes into the workbook when it is put together again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = CollatingCard()
        self.files = KeyedView(files_table(), "files", "", 11 * UNIT)
        self.conflicts = KeyedView(conflicts_table(), "differences", "".join(_KEYS), 11 * UNIT)
        self.foot = FootRow(_OFFERS, "Then put together again")
        self.banner = Banner()
        self._said = Muted()
        self.name = QLineEdit()
        self.writer = Writer(self)
        self.done: Collation | None = None
        self._decisions: dict[str, Decision] = {}
        self._lay_out()
        self._connect()

    def show_place(self, place: Place) -> None:
        self.card.folder.setFocus()

    def touched_by(self, kinds: frozenset[type]) -> bool:
        """Nothing here is about this office's own records."""
        return False

    def put_together(self) -> Job | None:
        """Begins to read; None if it cannot begin, with the reason in the page."""
        try:
            folder, out = self._path(self.card.folder.text(), "the folder with the returns"), self._out()
            listed = self.card.expected.text().strip()
            expected = read_expected(Path(listed)) if listed else None
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
            return None
        now, decisions = self.desk.office.setting.clock(), tuple(self._decisions.values())

        def work(progress: Progress, cancelled: Cancelled) -> object:
            def told(done: int, of: int) -> None:
                if cancelled():
                    raise Mistake("You stopped it. What was read is kept, and the next time goes on from there.")
                progress(done / max(of, 1), f"{done:,} of {of:,} files")

            return collate([folder], out, now=now, expected=expected, progress=told, decisions=decisions)

        self.banner.clear()
        self.card.set_busy(True)
        return self.writer.begin(work)

    def decide(self, action: Action) -> None:
        """Decides the difference that is chosen, in the name that stands above."""
        conflict = self.conflicts.chosen_row
        if not isinstance(conflict, Conflict) or action not in CHOICES[conflict.type]:
            return
        name = self.name.text().strip()
        if not name:
            self.banner.warn("Type your name under Decided by first: it stands beside the decision.")
            self.name.setFocus()
            return
        today = self.desk.office.setting.clock().astimezone().date()
        self._decisions[conflict.key] = Decision(conflict.key, action, name, today.isoformat(), conflict.about)
        self._show_conflicts()
        decided = count(len(self._decisions), "decision waits", "decisions wait")
        self.banner.say(f"{decided} for the workbook: put together again.")

    def _path(self, text: str, what: str) -> Path:
        if not text.strip():
            raise Mistake(f"Choose {what} first.")
        return Path(text.strip())

    def _out(self) -> Path:
        out = self._path(self.card.out.text(), "where the national workbook goes")
        if out.suffix.lower() != ".xlsx":
            raise Mistake(f"{out.name} is no workbook's name: end it in .xlsx.")
        return out

    def _show(self, done: Collation) -> None:
        self.done = done
        self._decisions.clear()
        self.files.table.set_rows(in_order(done.entries))
        self.files.choose_first()
        self._show_conflicts()
        self.card.open.setEnabled(True)
        say = self.banner.warn if done.refused else self.banner.say
        say(_words(done))

    def _show_conflicts(self) -> None:
        if self.done is None:
            return
        chosen = self.conflicts.chosen_row
        rows = [self._as_decided(conflict) for conflict in self.done.conflicts]
        self._decided.setVisible(bool(rows))
        self.conflicts.table.set_rows(rows)
        if chosen is None:
            self.conflicts.choose_first()
        self._allow()

    def _as_decided(self, conflict: Conflict) -> Conflict:
        decision = self._decisions.get(conflict.key)
        return replace(conflict, decision=decision) if decision else conflict

    def _allow(self) -> None:
        conflict = self.conflicts.chosen_row
        allowed = CHOICES[conflict.type] if isinstance(conflict, Conflict) else ()
        self.foot.allow({key for key, action in _KEYS.items() if action in allowed})

    def _say_file(self) -> None:
        """The whole of what is said of the file that is chosen, for the table has room for its beginning."""
        entry = self.files.chosen_row
        self._said.setText(f"{entry.read.file}: {said_of(entry)}" if isinstance(entry, Registered) else "")

    def _end(self) -> None:
        self.card.set_busy(False)
        (self.conflicts if self.done and self.done.undecided else self.card.go).setFocus()

    def _open(self) -> None:
        if self.done is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.done.out)))

    def _lay_out(self) -> None:
        for view in (self.files, self.conflicts):
            view.setItemDelegate(LinesDelegate(view))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        column.addWidget(self.banner)
        column.addWidget(self.card)
        files = TableCard("Files that came", self.files, EmptyState(_NO_FILES))
        self._said.setContentsMargins(2 * UNIT, 0, 2 * UNIT, UNIT)
        files.body.addWidget(self._said)
        column.addWidget(files, 1)
        self._decided = TableCard("Differences to decide", self.conflicts, EmptyState(_NO_CONFLICTS))
        self._decided.body.addWidget(self.foot)
        caption = label("&Decided by", "caption")
        caption.setBuddy(self.name)
        self.name.setAccessibleName("Decided by")
        self.name.setPlaceholderText("Your name")
        self.name.setMaxLength(100)
        self.name.setMaximumWidth(60 * UNIT)
        self._decided.header.addWidget(caption)
        self._decided.header.addWidget(self.name)
        # There until there are some, it would only take room.
        self._decided.hide()
        column.addWidget(self._decided, 1)
        self.foot.allow(set())

    def _connect(self) -> None:
        self.card.wanted.connect(self.put_together)
        self.card.cancel_requested.connect(self.writer.cancel)
        self.card.open_requested.connect(self._open)
        self.conflicts.key_typed.connect(lambda key, shift: self.decide(_KEYS[key]))
        self.foot.chosen.connect(lambda key, shift: self.decide(_KEYS[key]))
        self.files.selectionModel().selectionChanged.connect(self._say_file)
        self.conflicts.selectionModel().selectionChanged.connect(self._allow)
        self.writer.progressed.connect(self.card.show_progress)
        self.writer.done.connect(self._show)
        self.writer.mistaken.connect(self.banner.warn)
        self.writer.ended.connect(self._end)


def _words(done: Collation) -> str:
    """What came of it, in a sentence or two."""
    counts = {verdict: sum(entry.verdict is verdict for entry in done.entries) for verdict in FileVerdict}
    told = ", ".join(f"{number} {verdict.label.lower()}" for verdict, number in counts.items() if number)
    results = sum(len(total.results) for total in done.figures.totals)
    parts = [f"{count(len(done.entries), 'file', 'files')}: {told or 'none'}."]
    parts.append(f"{count(results, 'result', 'results')} counted once, in {done.out.name}.")
    if done.undecided:
        parts.append(f"{count(len(done.undecided), 'difference', 'differences')} to decide.")
    if done.reporting.missing:
        parts.append(f"{len(done.reporting.missing):,} of {done.reporting.expected:,} expected returns are missing.")
    return " ".join(parts)
