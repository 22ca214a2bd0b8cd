"""Prepare a return, look at its checks and at what leaves, save it as Excel; and what was made before."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.figures.next_return import ReturnMade, last_sign_offs
from tracker.models.mistake import Mistake
from tracker.models.records import Agency, Group, Result, SignOff
from tracker.models.records.handing_in import ReturnKind, ReturnState, SignOffRole
from tracker.ui.checks_card import ChecksCard
from tracker.ui.desk import Desk
from tracker.ui.group_first import lay_out_after_group
from tracker.ui.job import Cancelled, Job, Progress
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.record_dialog import add_record
from tracker.ui.return_card import ReturnCard
from tracker.ui.returns.made_card import MadeCard
from tracker.ui.returns.sign_off_dialog import SignOffDialog
from tracker.ui.returns.writer import Writer
from tracker.ui.style import UNIT
from tracker.ui.wayfinder import place_of
from tracker.ui.widgets import Banner

if TYPE_CHECKING:
    from tracker.reports.finding import Finding
    from tracker.reports.prepared_return import PreparedReturn, WrittenReturn

_AS_DRAFT = "Save it as a draft"
_SIGNED = (ReturnState.CERTIFIED, ReturnState.AMENDED)


class PrepareSide(Page):
    """A return is written by a job from a complete snapshot; the office notes it when the file is there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = ReturnCard()
        self.checks = ChecksCard()
        self.made = MadeCard(desk)
        self.banner = Banner()
        self.writer = Writer(self)
        self._prepared: PreparedReturn | None = None
        # Names that were typed and stand under the return that is saved next.
        self.sign_offs: tuple[SignOff, ...] = ()
        self._signed_for: tuple[str, ...] = ()
        self._lay_out()
        self._connect()

    @property
    def prepared(self) -> "PreparedReturn | None":
        """The return as it would be saved now; None if it cannot be made."""
        return self._prepared

    def show_place(self, place: Place) -> None:
        self.refill()
        if place.group_id and (self.card.chosen_kind, self.card.scope.key) != (ReturnKind.GROUP, place.group_id):
            self.card.choose(ReturnKind.GROUP, place.group_id, self.desk.snapshot)
            self._choose()
        self.card.scope.setFocus()

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        self._stack.setCurrentIndex(1 if snapshot.of(Group) else 0)
        self.made.refill()
        if snapshot.of(Group):
            self.card.offer(snapshot)
            self._prepare()

    def preview(self) -> None:
        """Shows the rows that would leave, before anything is written."""
        from tracker.ui.return_preview import ReturnPreview

        if self._prepared is None:
            return
        dialog = ReturnPreview(self._prepared.signed(self.sign_offs), self)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if wanted:
            self.save()

    def sign(self) -> None:
        """Asks for the names that stand under the return."""
        last = last_sign_offs(self.desk.snapshot, self.card.chosen_kind, self.card.scope.key)
        dialog = SignOffDialog(self.desk.snapshot, self.sign_offs, last, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.sign_offs = dialog.sign_offs
            self.card.say_signed(len(self.sign_offs))
        dialog.deleteLater()

    def save(self) -> None:
        """Asks where to, then writes the return; one that cannot be signed is offered as a draft."""
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
        kind, scope_id = self.card.chosen_kind, self.card.scope.key
        period, state, sign_offs = self.card.chosen_period, self.card.chosen_state, self.sign_offs
        return_id, made_at = office.mint(), office.setting.clock()

        def work(progress: Progress, cancelled: Cancelled) -> object:
            from tracker.reports.next_return import next_return
            from tracker.reports.returning import write_return

            def told(done: int, of: int) -> None:
                if cancelled():
                    raise Mistake("You stopped it: nothing was saved.")
                progress(done / of, f"Sheet {done} of {of}")

            prepared = next_return(kind, snapshot, scope_id, period, state, return_id=return_id, made_at=made_at)
            return write_return(prepared.signed(sign_offs), path, told)

        self.banner.clear()
        self.card.set_busy(True)
        return self.writer.begin(work)

    def _lay_out(self) -> None:
        sentence = "A return tells of a group: add the first group, then prepare it here."
        self._stack = lay_out_after_group(self, self._sheet(), "", sentence, self._add_group)

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        column.addWidget(self.banner)
        upper = QHBoxLayout()
        upper.setSpacing(3 * UNIT)
        upper.addWidget(self.card, 1)
        upper.addWidget(self.checks, 1)
        column.addLayout(upper, 4)
        column.addWidget(self.made, 3)
        return sheet

    def _connect(self) -> None:
        self.card.changed.connect(self._choose)
        self.card.preview_requested.connect(self.preview)
        self.card.sign_off_requested.connect(self.sign)
        self.card.save_requested.connect(self.save)
        self.card.cancel_requested.connect(self.writer.cancel)
        self.checks.followed.connect(self._follow)
        self.checks.explained.connect(self._explain)
        self.banner.action_chosen.connect(self._save_as_draft)
        self.made.opened.connect(self._open)
        self.writer.progressed.connect(self.card.show_progress)
        self.writer.done.connect(self._note)
        self.writer.mistaken.connect(self.banner.warn)
        self.writer.ended.connect(self._end)

    def _choose(self) -> None:
        self.banner.clear()
        self.card.offer(self.desk.snapshot)
        self._prepare()

    def _prepare(self) -> None:
        """Works the return out as it would be saved now; nothing is written."""
        from tracker.reports.next_return import next_return
        from tracker.reports.returning import latest_return

        office, snapshot = self.desk.office, self.desk.snapshot
        kind, scope_id, period = self.card.chosen_kind, self.card.scope.key, self.card.chosen_period
        self.card.offer_states(latest_return(snapshot, kind, scope_id, period))
        self._forget_names((kind, scope_id, period.label))
        made_at, state = office.setting.clock(), self.card.chosen_state
        try:
            self._prepared = next_return(
                kind, snapshot, scope_id, period, state, return_id=office.mint(), made_at=made_at
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

    def _forget_names(self, signed_for: tuple[str, ...]) -> None:
        """A name was typed under one return, and stands under no other."""
        if signed_for != self._signed_for:
            self._signed_for, self.sign_offs = signed_for, ()
            self.card.say_signed(0)

    def _may_leave(self, prepared: "PreparedReturn") -> bool:
        missing = [edit for edit in (self.card.to_whom, self.card.purpose) if not edit.text().strip()]
        if missing:
            self.banner.warn("Say to whom the return goes and what for: both are noted with what left.")
            missing[0].setFocus()
            return False
        state = self.card.chosen_state
        if prepared.obstacle and state not in (ReturnState.DRAFT, ReturnState.WITHDRAWN):
            there_is = "is" if prepared.errors + prepared.unexplained == 1 else "are"
            sentence = f"There {there_is} {prepared.obstacle} on the checks, so this return cannot be "
            self.banner.warn(f"{sentence}{state.label.lower()} yet: see to that, or save a draft.", _AS_DRAFT)
            return False
        if state in _SIGNED and not any(each.role is SignOffRole.PREPARED for each in self.sign_offs):
            sentence = "Nobody stands behind this return yet: type who prepared it under Sign-off."
            self.banner.warn(sentence, _AS_DRAFT if ReturnState.DRAFT in self._states else "")
            self.card.sign_off.setFocus()
            return False
        return True

    @property
    def _states(self) -> list[str]:
        return [self.card.state.itemData(place) for place in range(self.card.state.count())]

    def _save_as_draft(self) -> None:
        self.card.state.choose(ReturnState.DRAFT.value)
        self._choose()
        self.save()

    def _note(self, written: "WrittenReturn") -> None:
        """Keeps the return, its names and its entry in the register: one step, where undo stops."""
        from tracker.reports.next_return import records_of

        office = self.desk.office
        to_whom, purpose = self.card.to_whom.text().strip(), self.card.purpose.text().strip()
        heading = written.prepared.heading
        names = [replace(each, id=office.mint(), return_id=heading.return_id) for each in self.sign_offs]

        def keep() -> None:
            with office.step("save a return", barrier=True):
                office.save(*records_of(written, office.mint(), to_whom, purpose), *names)

        # They stood under this one; the next is signed anew.
        self._signed_for = ()
        if self.desk.attempt(keep):
            self.made.choose_latest()
            self.banner.say(f"Saved: {written.path.name}, revision {heading.revision}, {written.prepared.rows:,} rows.")

    def _end(self) -> None:
        self.card.set_busy(False)
        self.card.save.setFocus()

    def _explain(self, finding: "Finding", text: str) -> None:
        """Keeps what was typed about a query, or takes it back where nothing is left of it."""
        from tracker.reports.explaining import explanation_of, explanation_with

        if self._prepared is None:
            return
        heading, snapshot, office = self._prepared.heading, self.desk.snapshot, self.desk.office
        if text:
            told = explanation_with(snapshot, finding, heading, text, office.mint(), office.setting.who)
            self.desk.do("explain a query", told)
        elif kept := explanation_of(snapshot, finding, heading.kind, heading.scope_id, heading.period):
            self.desk.do("take back an explanation", removes=(kept,))

    def _follow(self, finding: "Finding") -> None:
        snapshot = self.desk.snapshot
        place = place_of(snapshot, Result, finding.result_id) if finding.result_id else None
        if place is None and finding.record is not None:
            place = place_of(snapshot, type(finding.record), finding.record.id)
        if place is not None:
            self.desk.go(place)

    def _open(self, line: ReturnMade) -> None:
        """What a return is of; the region's is in the list of groups."""
        scope_id = line.made.scope_id if line.made else ""
        if self.desk.snapshot.find(Group, scope_id):
            self.desk.go(Place("group", scope_id, "overview"))
        elif self.desk.snapshot.find(Agency, scope_id):
            self.desk.go(Place("agency", record_id=scope_id))
        elif line.made and line.made.kind is ReturnKind.REGION:
            self.desk.go(Place("groups"))

    def _add_group(self) -> None:
        made = add_record(self.desk, self, Group)
        if made is not None:
            self.desk.go(Place("returns", made.id))
