"""Returns: prepare one, look at its checks and at what leaves, save it as Excel; and what was made before."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.figures.next_return import ReturnMade, returns_made
from tracker.models.mistake import Mistake
from tracker.models.records import Group, Result
from tracker.models.records.handing_in import ReturnState
from tracker.ui.cells import LinesDelegate
from tracker.ui.checks_card import ChecksCard
from tracker.ui.desk import Desk
from tracker.ui.group_first import lay_out_after_group
from tracker.ui.job import Cancelled, Job, Progress
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.record_dialog import add_record
from tracker.ui.return_card import ReturnCard
from tracker.ui.returns_table import returns_table
from tracker.ui.style import UNIT
from tracker.ui.table_card import TableCard
from tracker.ui.table_view import TableView
from tracker.ui.wayfinder import place_of
from tracker.ui.widgets import Banner, EmptyState, Heading, label

if TYPE_CHECKING:
    from tracker.reports.finding import Finding
    from tracker.reports.returning import PreparedReturn, WrittenReturn

_AS_DRAFT = "Save it as a draft"


class ReturnsPage(Page):
    """A return is written by a job from a complete snapshot; the office notes it when the file is there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = ReturnCard()
        self.checks = ChecksCard()
        self.table = returns_table()
        self.view = TableView(self.table, "returns", 11 * UNIT)
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.banner = Banner()
        self.job: Job | None = None
        self._prepared: PreparedReturn | None = None
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Returns"

    @property
    def prepared(self) -> "PreparedReturn | None":
        """The return as it would be saved now; None if it cannot be made."""
        return self._prepared

    def show_place(self, place: Place) -> None:
        self.refill()
        if place.group_id and place.group_id != self.card.group.key:
            self.card.group.choose(place.group_id)
            self._choose()
        self.card.group.setFocus()

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        self._stack.setCurrentIndex(1 if snapshot.of(Group) else 0)
        self.table.set_rows(returns_made(snapshot))
        if snapshot.of(Group):
            self.card.offer(snapshot)
            self._prepare()

    def preview(self) -> None:
        """Shows the rows that would leave, before anything is written."""
        from tracker.ui.return_preview import ReturnPreview

        if self._prepared is None:
            return
        dialog = ReturnPreview(self._prepared, self)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if wanted:
            self.save()

    def save(self) -> None:
        """Asks where to, then writes the return; one with errors is offered as a draft."""
        if self._prepared is None or not self._may_leave(self._prepared):
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(folder) / self._prepared.file_name)
        name, _ = QFileDialog.getSaveFileName(self, "Save the return", start, "Excel workbooks (*.xlsx)")
        if name:
            path = Path(name)
            self.save_to(path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx"))

    def save_to(self, path: Path) -> Job:
        """Writes the return there in a job of its own, and notes it when the file is in place."""
        snapshot = self.desk.snapshot.complete()
        office = self.desk.office
        group_id, period, state = self.card.group.key, self.card.chosen_period, self.card.chosen_state
        return_id, made_at = office.mint(), office.setting.clock()

        def work(progress: Progress, cancelled: Cancelled) -> object:
            from tracker.reports.next_return import next_group_return
            from tracker.reports.returning import write_group_return

            def told(done: int, of: int) -> None:
                if cancelled():
                    raise Mistake("You stopped it: nothing was saved.")
                progress(done / of, f"Sheet {done} of {of}")

            prepared = next_group_return(snapshot, group_id, period, state, return_id=return_id, made_at=made_at)
            return write_group_return(prepared, path, told)

        return self._begin(Job(work, self))

    def _begin(self, job: Job) -> Job:
        self.banner.clear()
        self.card.set_busy(True)
        self.job = job
        self.job.progressed.connect(self.card.show_progress)
        self.job.done.connect(self._note)
        self.job.mistaken.connect(self.banner.warn)
        self.job.finished.connect(self._end)
        # A window that closes waits for the file, so that what left is noted.
        self.window().installEventFilter(self)
        self.job.start()
        return self.job

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and self.job is not None:
            self._wait()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete and self.job is not None:
            self.job.wait()
        return super().event(event)

    def _lay_out(self) -> None:
        sentence = "A return tells of a group: add the first group, then prepare it here."
        self._stack = lay_out_after_group(self, self._sheet(), "Returns", sentence, self._add_group)

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        top = QHBoxLayout()
        top.addWidget(Heading("Returns"))
        top.addStretch(1)
        note = label("What is saved is noted below: what left, to whom and what for.", "muted")
        top.addWidget(note, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(top)
        column.addWidget(self.banner)
        upper = QHBoxLayout()
        upper.setSpacing(3 * UNIT)
        upper.addWidget(self.card, 1)
        upper.addWidget(self.checks, 1)
        column.addLayout(upper, 4)
        empty = EmptyState("No return has been saved yet. Choose a group and a period above, and save the first.")
        column.addWidget(TableCard("Returns made, and what left", self.view, empty), 3)
        return sheet

    def _connect(self) -> None:
        self.card.changed.connect(self._choose)
        self.card.preview_requested.connect(self.preview)
        self.card.save_requested.connect(self.save)
        self.card.cancel_requested.connect(self._cancel)
        self.checks.followed.connect(self._follow)
        self.banner.action_chosen.connect(self._save_as_draft)
        self.view.opened.connect(self._open)

    def _choose(self) -> None:
        self.banner.clear()
        self.card.suggest(self.desk.snapshot)
        self._prepare()

    def _prepare(self) -> None:
        """Works the return out as it would be saved now; nothing is written."""
        from tracker.reports.next_return import next_group_return

        office = self.desk.office
        try:
            self._prepared = next_group_return(
                self.desk.snapshot,
                self.card.group.key,
                self.card.chosen_period,
                self.card.chosen_state,
                return_id=office.mint(),
                made_at=office.setting.clock(),
            )
        except Mistake as mistake:
            self._prepared = None
            self.checks.show_findings(())
            self.banner.warn(mistake.sentence)
        else:
            self.checks.show_findings(self._prepared.checks)
            self.card.show_preview(self._prepared.preview)
        for button in (self.card.preview, self.card.save):
            button.setEnabled(self._prepared is not None)

    def _may_leave(self, prepared: "PreparedReturn") -> bool:
        missing = [edit for edit in (self.card.to_whom, self.card.purpose) if not edit.text().strip()]
        if missing:
            self.banner.warn("Say to whom the return goes and what for: both are noted with what left.")
            missing[0].setFocus()
            return False
        if prepared.errors and self.card.chosen_state is not ReturnState.DRAFT:
            errors = "an error" if prepared.errors == 1 else f"{prepared.errors} errors"
            state = self.card.chosen_state.label.lower()
            sentence = f"There is {errors} on the checks, so this return cannot be {state} yet: put that right, or"
            self.banner.warn(f"{sentence} save a draft, with the errors on its sheet Checks.", _AS_DRAFT)
            return False
        return True

    def _save_as_draft(self) -> None:
        self.card.state.choose(ReturnState.DRAFT.value)
        self._choose()
        self.save()

    def _note(self, written: "WrittenReturn") -> None:
        """Keeps the return and its entry in the register: one step, where undo stops."""
        from tracker.reports.next_return import records_of

        office = self.desk.office
        to_whom, purpose = self.card.to_whom.text().strip(), self.card.purpose.text().strip()

        def keep() -> None:
            with office.step("save a return", barrier=True):
                office.save(*records_of(written, office.mint(), to_whom, purpose))

        if self.desk.attempt(keep):
            revision = written.prepared.heading.revision
            self.banner.say(f"Saved: {written.path.name}, revision {revision}, {written.prepared.rows:,} rows.")

    def _end(self) -> None:
        self.window().removeEventFilter(self)
        if self.job is not None:
            self.job.deleteLater()
            self.job = None
        self.card.set_busy(False)
        self.card.save.setFocus()

    def _wait(self) -> None:
        if self.job is not None:
            self.job.wait()
            QCoreApplication.sendPostedEvents(self)

    def _cancel(self) -> None:
        if self.job is not None:
            self.job.cancel()

    def _follow(self, finding: "Finding") -> None:
        snapshot = self.desk.snapshot
        place = place_of(snapshot, Result, finding.result_id) if finding.result_id else None
        if place is None and finding.record is not None:
            place = place_of(snapshot, type(finding.record), finding.record.id)
        if place is not None:
            self.desk.go(place)

    def _open(self, line: ReturnMade) -> None:
        group = self.desk.snapshot.find(Group, line.made.scope_id) if line.made else None
        if group is not None:
            self.desk.go(Place("group", group.id, "overview"))

    def _add_group(self) -> None:
        made = add_record(self.desk, self, Group)
        if made is not None:
            self.desk.go(Place("returns", made.id))
