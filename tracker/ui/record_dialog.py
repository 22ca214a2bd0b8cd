"""Adding and correcting one thing by its form: one step of the office each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from tracker.models import records
from tracker.models.records.record import Record
from tracker.ui.desk import Desk

# Forms are imported when the first one is opened: no page has to wait for them.
if TYPE_CHECKING:
    from tracker.ui.form_dialog import FormDialog


def add_record(desk: Desk, parent: QWidget, kind: type[Record], **values: Any) -> Record | None:
    """Asks for a new record of a kind, with some values given; keeps it, or returns None if the person gave up."""
    dialog = record_dialog(desk, parent, kind(id=desk.office.mint(), **values), adding=True)
    return _asked(dialog)


def correct_record(desk: Desk, parent: QWidget, record: Record) -> Record | None:
    """Asks for a corrected record and keeps it; returns None if the person gave up."""
    return _asked(record_dialog(desk, parent, record, adding=False))


def end_record(desk: Desk, parent: QWidget, record: Record) -> Record | None:
    """Asks for the last day (`to_on`) of a membership or a role, and keeps it."""
    return _asked(_dialog(desk, parent, record, f"end {with_article(record.noun)}", ("to_on",)))


def record_dialog(desk: Desk, parent: QWidget, record: Record, *, adding: bool) -> FormDialog:
    """The dialog for a record, not shown yet. What it keeps is one step, such as "add a group"."""
    return _dialog(desk, parent, record, f"{'add' if adding else 'correct'} {with_article(record.noun)}")


def _dialog(
    desk: Desk, parent: QWidget, record: Record, name: str, fields: tuple[str, ...] | None = None
) -> FormDialog:
    from tracker.ui.form import RecordForm
    from tracker.ui.form_dialog import FormDialog

    def keep(typed: Record) -> None:
        with desk.office.step(name):
            desk.office.save(typed)

    form = RecordForm(type(record), desk.snapshot, record, fields)
    dialog = FormDialog(name.capitalize(), form, keep, parent)
    dialog.add_requested.connect(_adder(desk, dialog))
    return dialog


def with_article(noun: str) -> str:
    """A group, an agency."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _adder(desk: Desk, dialog: FormDialog) -> Callable[[str], None]:
    """Adds a person or an agency from inside another form, and lets the form lead to it."""

    def add(name: str) -> None:
        field = dialog.form.inputs[name].field
        values = {}
        if field.refers_to == "Person" and "agency_id" in dialog.form.inputs:
            values["agency_id"] = getattr(dialog.form.record, "agency_id", None)
        made = add_record(desk, dialog, records.KIND_BY_NAME[field.refers_to], **values)
        if made is not None:
            dialog.form.choose(name, desk.snapshot, made.id)

    return add


def _asked(dialog: FormDialog) -> Record | None:
    dialog.exec()
    kept = dialog.kept
    dialog.deleteLater()
    return kept
