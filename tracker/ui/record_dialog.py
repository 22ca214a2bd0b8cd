"""Adding and correcting one thing by its form: one step of the office each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtWidgets import QWidget

from tracker.models import records
from tracker.models.records.record import Record
from tracker.ui.desk import Desk

# Forms are imported when the first one is opened: no page has to wait for them.
if TYPE_CHECKING:
    from tracker.ui.form_dialog import FormDialog

Finish = Callable[[Record], Record]
Asked = TypeVar("Asked", bound=Record)


def add_record(desk: Desk, parent: QWidget, kind: type[Asked], **values: Any) -> Asked | None:
    """Asks for a new record of a kind, with some values given; keeps it, or returns None if the person gave up."""
    return ask_for(desk, parent, kind(id=desk.office.mint(), **values), f"add {with_article(kind.noun)}")


def correct_record(desk: Desk, parent: QWidget, record: Asked) -> Asked | None:
    """Asks for a corrected record and keeps it; returns None if the person gave up."""
    return ask_for(desk, parent, record, f"correct {with_article(record.noun)}")


def end_record(desk: Desk, parent: QWidget, record: Asked) -> Asked | None:
    """Asks for the last day (`to_on`) of a membership or a role, and keeps it."""
    return ask_for(desk, parent, record, f"end {with_article(record.noun)}", ("to_on",))


def ask_for(desk: Desk, parent: QWidget, record: Asked, step: str, fields: Sequence[str] | None = None) -> Asked | None:
    """Asks for a record, or some of its fields; what is kept is one step. Returns None if the person gave up."""
    return cast("Asked | None", asked(record_dialog(desk, parent, record, step, fields)))


def record_dialog(
    desk: Desk,
    parent: QWidget,
    record: Record,
    step: str,
    fields: Sequence[str] | None = None,
    finished: Finish | None = None,
) -> FormDialog:
    """The dialog for a record, not shown yet. What it keeps is one step, such as "add a group".

    `finished` puts in what follows from what was typed, before it is kept.
    """
    from tracker.ui.form import RecordForm
    from tracker.ui.form_dialog import FormDialog

    def keep(typed: Record) -> None:
        with desk.office.step(step):
            desk.office.save(finished(typed) if finished else typed)

    form = RecordForm(type(record), desk.snapshot, record, fields)
    dialog = FormDialog(step.capitalize(), form, keep, parent)
    dialog.add_requested.connect(_adder(desk, dialog))
    return dialog


def asked(dialog: FormDialog) -> Record | None:
    """Shows a dialog and gives what was kept; None if the person gave up."""
    dialog.exec()
    kept = dialog.kept
    dialog.deleteLater()
    return kept


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
