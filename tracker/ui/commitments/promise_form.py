"""The form of a promise made outside a meeting, or put right: authority to commit stands under it as it is typed."""

from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.models.authority import authority_words, beyond_authority
from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.promise_changes import with_first_due
from tracker.models.records import Commitment, DueChange, Record
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.record_dialog import asked, record_dialog
from tracker.ui.widgets import label, set_tone


def add_promise(desk: Desk, parent: QWidget, group_id: str) -> Commitment | None:
    """Asks for a promise made today; None if the person gave up."""
    promise = Commitment(id=desk.office.mint(), group_id=group_id, made_on=desk.snapshot.today)
    return _asked(desk, parent, promise, None)


def correct_promise(desk: Desk, parent: QWidget, promise: Commitment) -> Commitment | None:
    """Asks for a promise's details; None if the person gave up."""
    return _asked(desk, parent, promise, promise)


def _asked(desk: Desk, parent: QWidget, promise: Commitment, before: Commitment | None) -> Commitment | None:
    moved = bool(desk.snapshot.of(DueChange, commitment_id=promise.id))

    def finished(typed: Record) -> Record:
        return with_first_due(cast(Commitment, typed), before, renegotiated=moved)

    step = "correct a commitment" if before else "add a commitment"
    dialog = record_dialog(desk, parent, promise, step, finished=finished)
    AuthorityNote(desk, dialog)
    return cast(Commitment | None, asked(dialog))


class AuthorityNote(QObject):
    """Says under the form what may be promised by whom is named in it, and what goes beyond that (§3.4)."""

    def __init__(self, desk: Desk, dialog: FormDialog) -> None:
        super().__init__(dialog)
        self._desk = desk
        self._form = dialog.form
        self._words = label("", "quiet")
        self._beyond = label("")
        column = dialog.layout()
        assert isinstance(column, QVBoxLayout)
        for part in (self._words, self._beyond):
            part.setWordWrap(True)
            column.insertWidget(column.count() - 1, part)
        set_tone(self._beyond, "warning")
        dialog.form.changed.connect(self._show)
        self._show()

    @property
    def words(self) -> str:
        """What stands there."""
        return " ".join(part.text() for part in (self._words, self._beyond) if part.text())

    def _show(self) -> None:
        promise, snapshot = cast(Commitment, self._form.record), self._desk.snapshot
        agency, person, group = promise.agency_id or "", promise.person_id or "", promise.group_id or ""
        on = promise.made_on or snapshot.today
        item = DraftItem(kind=ItemKind.COMMITMENT, text=promise.text, agency_id=agency, person_id=person)
        self._words.setText(authority_words(snapshot, group, agency, person, on))
        self._beyond.setText(beyond_authority(item, snapshot, group, on))
        for part in (self._words, self._beyond):
            part.setVisible(bool(part.text()))
