"""A form made from a kind's declared fields: what is asked, in what order, and what is wrong with the answers."""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from tracker.models.fields import Field, FieldType, field_problems, fields_of
from tracker.models.mistake import Mistake
from tracker.models.records import KIND_BY_NAME, Agency, Person, Record
from tracker.models.snapshot import Snapshot
from tracker.ui.form_plan import HELP, plan_of, words_for
from tracker.ui.inputs import ChoiceInput, DayInput, Input, LineInput, NumberInput, TextInput, TicksInput, YesNoInput
from tracker.ui.reference_input import ReferenceInput
from tracker.ui.style import UNIT
from tracker.ui.widgets import label, link_button

# What can be added from inside another form.
ADDABLE: dict[str, str] = {Agency.__name__: "an agency", Person.__name__: "a person"}

_SIMPLE: dict[FieldType, type[Input]] = {
    FieldType.LINE: LineInput,
    FieldType.TEXT: TextInput,
    FieldType.WHOLE: NumberInput,
    FieldType.DECIMAL: NumberInput,
    FieldType.YES_NO: YesNoInput,
    FieldType.CHOICE: ChoiceInput,
}
_HALF_A_LINE = {FieldType.DAY, FieldType.WHOLE, FieldType.DECIMAL, FieldType.CHOICE}
_SHORT_LINES = {"code", "short_name", "unit", "place", "theme"}


class RecordForm(QWidget):
    """Asks for the fields of one record. What cannot be read stays as it was typed, with a sentence under it.

    `fields` names what is asked; without it the kind's plan says what comes first and what stands under More.
    """

    changed = Signal()
    # The name of the field for which a new agency or person is wanted.
    add_requested = Signal(str)

    def __init__(
        self, kind: type[Record], snapshot: Snapshot, record: Record, fields: Sequence[str] | None = None
    ) -> None:
        super().__init__()
        self._kind = kind
        self._snapshot = snapshot
        self._record = record
        self._inputs: dict[str, Input] = {}
        self._notes: dict[str, QLabel] = {}
        self._declared = {field.name: field for field in fields_of(kind)}
        self._plan = plan_of(kind)
        further = self._plan.further(tuple(self._declared))
        # A kind without a plan asks for all it has; nothing is left for More then.
        first = fields or self._plan.essential or further
        self._lay_out(first, further if first is self._plan.essential else ())
        self._show_record()

    @property
    def record(self) -> Record:
        """The record as typed so far; what cannot be read is as it was before."""
        return dataclasses.replace(self._record, **self._values())

    @property
    def inputs(self) -> dict[str, Input]:
        """The inputs by the names of their fields."""
        return self._inputs

    def problems(self) -> list[str]:
        """What is to be put right, as sentences: first what cannot be read, then what the record says of itself."""
        unread = [sentence for _, sentence in self._unread()]
        return unread or self.record.problems()

    def show_problems(self) -> None:
        """Marks the fields that are wrong and leads to the first of them."""
        wrong = [name for name, _ in self._unread()]
        record = self.record
        wrong += [
            name
            for name in self._inputs
            if name not in wrong and field_problems(self._declared[name], getattr(record, name), record.noun)
        ]
        for name, given in self._inputs.items():
            given.mark(name in wrong)
        if wrong:
            if self._inputs[wrong[0]].parentWidget() is self._more:
                self.show_more(True)
            self._inputs[wrong[0]].setFocus()

    def choose(self, name: str, snapshot: Snapshot, identity: str) -> None:
        """Takes newer records and lets a reference lead to one of them."""
        self._snapshot = snapshot
        self._narrow()
        self._inputs[name].set_value(identity)
        self._inputs[name].setFocus()

    def show_more(self, shown: bool) -> None:
        """Opens or folds what stands under More."""
        self._more.setVisible(shown)
        self._more_button.setText("Less" if shown else "More…")

    def _lay_out(self, first: Sequence[str], further: Sequence[str]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        column.addLayout(self._grid(first, self))
        self._more_button = link_button("More…")
        self._more_button.clicked.connect(self._turn_more)
        self._more = QWidget()
        column.addWidget(self._more_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._more)
        column.addStretch(1)
        grid = self._grid(further, self._more)
        grid.setContentsMargins(0, 0, 0, 0)
        self._more.setLayout(grid)
        self._more.hide()
        self._more_button.setVisible(bool(further))

    def _grid(self, names: Sequence[str], parent: QWidget) -> QGridLayout:
        """Two fields a line where both are short; longer ones take the whole line."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * UNIT)
        grid.setVerticalSpacing(3 * UNIT)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        row, column = 0, 0
        for field in (self._declared[name] for name in names):
            half = field.kept_as in _HALF_A_LINE or field.name in _SHORT_LINES
            if not half and column:
                row, column = row + 1, 0
            grid.addWidget(self._field(field, parent), row, column, 1, 1 if half else 2)
            column = 1 - column if half else 0
            row += not column
        return grid

    def _field(self, field: Field, parent: QWidget) -> QWidget:
        given = self._make_input(field)
        note = label("", "problem")
        note.setWordWrap(True)
        note.hide()
        self._inputs[field.name], self._notes[field.name] = given, note
        given.left.connect(self._show_unread)
        whole = QWidget(parent)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        if field.kept_as is not FieldType.YES_NO:
            column.addWidget(self._caption(field, given))
        column.addWidget(given)
        if help_text := HELP.get(field.name, field.help):
            words = label(help_text, "muted")
            words.setWordWrap(True)
            column.addWidget(words)
        column.addWidget(note)
        column.addStretch(1)
        return whole

    def _caption(self, field: Field, given: Input) -> QLabel:
        words = field.heading.replace("&", "&&")
        taken = {str(caption.property("letter")) for caption in self.findChildren(QLabel)}
        letter, words = _with_mnemonic(words, taken)
        caption = label(words, "title")
        caption.setProperty("letter", letter)
        caption.setWordWrap(True)
        caption.setBuddy(given)
        return caption

    def _make_input(self, field: Field) -> Input:
        if field.kept_as is FieldType.REFERENCE:
            made = ReferenceInput(field, ADDABLE.get(field.refers_to, ""))
            made.add_requested.connect(self._ask_to_add)
            return made
        if field.kept_as is FieldType.CHOICES:
            assert field.choices is not None
            return TicksInput(field, [(member, member.label) for member in field.choices])
        if field.kept_as is FieldType.REFERENCES:
            return TicksInput(field, [(record.id, words) for record, words in self._offered(field, self._as_it_is())])
        if field.kept_as is FieldType.DAY:
            group_id = getattr(self._record, "group_id", None) or ""
            return DayInput(field, self._snapshot, group_id, past=field.name not in self._plan.ahead)
        return _SIMPLE[field.kept_as](field)

    def _show_record(self) -> None:
        """Puts the record's own values into the inputs; a reference can only show what it has been offered."""
        as_it_is = self._as_it_is()
        for name, given in self._inputs.items():
            if isinstance(given, ReferenceInput):
                given.offer(self._options(self._declared[name], as_it_is))
            given.set_value(as_it_is[name])
            given.changed.connect(self._hear)

    def _as_it_is(self) -> dict[str, Any]:
        return {name: getattr(self._record, name) for name in self._declared}

    def _offered(self, field: Field, values: dict[str, Any]) -> Iterator[tuple[Record, str]]:
        kind = KIND_BY_NAME[field.refers_to]
        limit = self._plan.limits.get(field.name)
        records = list(limit(self._snapshot, values | {"id": self._record.id}) if limit else self._snapshot.of(kind))
        # What stands in the record stays to be chosen, even where it would not be offered anew.
        kept = getattr(self._record, field.name) if values == self._as_it_is() else None
        ids = kept if isinstance(kept, tuple) else (kept,)
        records += [record for record in self._snapshot.of(kind) if record.id in ids and record not in records]
        return ((record, words_for(self._snapshot, record)) for record in records)

    def _options(self, field: Field, values: dict[str, Any]) -> list[tuple[str, str]]:
        offered = sorted(self._offered(field, values), key=lambda pair: pair[1].casefold())
        return [(record.id, words) for record, words in offered]

    def _narrow(self, but: ReferenceInput | None = None) -> None:
        """Offers what each reference may lead to, now that other fields have the values they have."""
        for name, given in self._inputs.items():
            if isinstance(given, ReferenceInput) and given is not but:
                given.offer(self._options(self._declared[name], self._as_it_is() | self._values()))

    def _values(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, given in self._inputs.items():
            try:
                found[name] = given.value
            except Mistake:
                continue  # `problems` says so; here the value stays as it was
        return found

    def _unread(self) -> Iterator[tuple[str, str]]:
        for name, given in self._inputs.items():
            try:
                _ = given.value
            except Mistake as mistake:
                yield name, mistake.sentence

    def _show_unread(self) -> None:
        unread = dict(self._unread())
        for name, note in self._notes.items():
            note.setText(unread.get(name, ""))
            note.setVisible(name in unread)

    def _hear(self) -> None:
        given = self.sender()
        if isinstance(given, ReferenceInput) and given.field.refers_to == Agency.__name__:
            self._narrow(but=given)
        self.changed.emit()

    def _ask_to_add(self) -> None:
        given = self.sender()
        if isinstance(given, ReferenceInput):
            self.add_requested.emit(given.field.name)

    def _turn_more(self) -> None:
        self.show_more(self._more.isHidden())


def _with_mnemonic(words: str, taken: set[str]) -> tuple[str, str]:
    """The words with an & before the first letter that no other field of the form uses, and that letter."""
    for place, letter in enumerate(words):
        if letter.isascii() and letter.isalpha() and letter.lower() not in taken:
            return letter.lower(), f"{words[:place]}&{words[place:]}"
    return "", words
