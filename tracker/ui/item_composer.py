"""The line that is being typed, what it will be kept as, and the small fields that put it right."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.models.meeting_checks import item_questions
from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.meeting_lines import agencies_of, cleaned, read_line
from tracker.models.meeting_members import full_words, people_of
from tracker.models.mistake import Mistake
from tracker.models.records import Person
from tracker.models.records.risk import RiskLevel
from tracker.models.snapshot import Snapshot
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.item_list import kind_colour
from tracker.ui.kind_row import KindRow
from tracker.ui.style import UNIT
from tracker.ui.widgets import Elided, label, link_button, set_tone

_OWNER = {
    ItemKind.COMMITMENT: "Who promises?",
    ItemKind.RISK: "Falls on?",
    ItemKind.BALL: "Nobody holds it",
}

_EXAMPLE = "what you say with Ctrl+1 to 8, or with a letter and a space in front, such as “c ”"


class ItemComposer(QWidget):
    """Gives an item when Enter is pressed. Ctrl+1 to Ctrl+8 choose its kind; Up in the empty line leads to the list."""

    kept = Signal(DraftItem)
    changed = Signal()
    cancelled = Signal()
    removed = Signal()
    left_above = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._snapshot: Snapshot | None = None
        self._group_id = ""
        self._on = date.min
        self._kind: ItemKind | None = None
        self._edited: DraftItem | None = None
        self._touched: set[str] = set()
        self._make_inputs()
        self._lay_out()
        self._show_reading()

    @property
    def text(self) -> str:
        """The line as it stands."""
        return self.line.text()

    @property
    def kind(self) -> ItemKind | None:
        """The kind that was chosen; None while it is read from the line."""
        return self._kind

    @property
    def edited(self) -> DraftItem | None:
        """The kept line that is being changed."""
        return self._edited

    @property
    def item(self) -> DraftItem:
        """What the line will be kept as. Raises Mistake if its due date cannot be read."""
        return self._with_fields(self._read())

    def set_records(self, snapshot: Snapshot, group_id: str, on: date) -> None:
        """The records and the group by which lines are read."""
        self._snapshot, self._group_id, self._on = snapshot, group_id, on
        self.due.set_usual(on)
        self._show_reading()

    def set_line(self, text: str, kind: ItemKind | None) -> None:
        """Brings back an unfinished line."""
        self._kind = kind
        self.line.setText(text)
        self._show_reading()

    def take(self, item: DraftItem) -> None:
        """Brings a kept line back to be changed."""
        self.clear()
        self._edited, self._kind = item, item.kind
        self._touched = {"agency_id", "person_id", "to", "due", "level"}
        self.line.setText(item.text)
        self._offer(item)
        self._set_fields(item)
        self._show_reading()
        self.line.setFocus()

    def keep(self) -> None:
        """Gives the line as an item; a due date that cannot be read is said instead."""
        try:
            item = self.item
        except Mistake as mistake:
            self._say(mistake.sentence, "danger")
            self.due.setFocus()
            return
        if item.text.strip():
            self.clear()
            self.kept.emit(item)
            self.line.setFocus()

    def clear(self) -> None:
        """An empty line."""
        self._edited, self._kind = None, None
        self._touched.clear()
        self.to.clear()
        self.due.clear()
        self.level.choose(RiskLevel.MEDIUM)
        self.line.clear()
        self._show_reading()

    def choose_kind(self, kind: ItemKind) -> None:
        """Makes the line a decision, a commitment and so on."""
        self._kind = kind
        self._show_reading()
        self.changed.emit()
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not ctrl:
            self.keep()
        elif event.key() == Qt.Key.Key_Escape and self._edited:
            self.clear()
            self.cancelled.emit()
        elif event.key() == Qt.Key.Key_Up and self.line.hasFocus():
            self.left_above.emit()
        else:
            super().keyPressEvent(event)

    def _make_inputs(self) -> None:
        self.line = QLineEdit()
        self.line.setMaxLength(1_000_000)
        self.line.setPlaceholderText("What was decided, promised, learned …  One line each")
        self.line.setAccessibleName("Line")
        self.line.setAccessibleDescription(
            "Begin with d, c, v, l, r, b, s or n for a decision, commitment, victory, lesson, risk, ball, "
            "what we now see, or note."
        )
        self.line.textChanged.connect(self._hear_typing)
        self.agency = KeyedCombo("Agency", 32)
        self.person = KeyedCombo("Person", 32)
        self.to = QLineEdit()
        self.to.setPlaceholderText("To whom?")
        self.to.setAccessibleName("To whom")
        self.due = DayEdit("Due", date.min)
        self.due.setPlaceholderText("Due date")
        self.level = KeyedCombo("How high", 24)
        self.level.offer([(level.value, f"{level.label} risk") for level in RiskLevel], RiskLevel.MEDIUM.value)
        self.agency.currentIndexChanged.connect(lambda: self._hear_field("agency_id"))
        self.person.currentIndexChanged.connect(lambda: self._hear_field("person_id"))
        self.level.currentIndexChanged.connect(lambda: self._hear_field("level"))
        self.to.textEdited.connect(lambda: self._hear_field("to"))
        self.due.textChanged.connect(self._hear_due)
        self.kinds = KindRow()
        self.kinds.chosen.connect(self.choose_kind)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(2 * UNIT)
        column.addWidget(self.line)
        fields = QHBoxLayout()
        fields.setSpacing(2 * UNIT)
        for widget, stretch in ((self.agency, 3), (self.person, 3), (self.to, 2), (self.due, 2), (self.level, 1)):
            fields.addWidget(widget, stretch)
        fields.addStretch(1)
        column.addLayout(fields)
        reading = QHBoxLayout()
        reading.setSpacing(2 * UNIT)
        self._kind_word = label("", "caption")
        self._words = Elided("", "muted")
        self._hint = label("", "muted")
        reading.addWidget(label("Kept as", "muted"))
        reading.addWidget(self._kind_word)
        reading.addWidget(self._words, 1)
        reading.addWidget(self._hint)
        self._remove = link_button("Remove this line")
        self._remove.clicked.connect(self.removed)
        reading.addWidget(self._remove)
        column.addLayout(reading)
        column.addWidget(self.kinds)

    def _read(self) -> DraftItem:
        if self._edited:
            text, left_out = cleaned(self.text)
            kind = self._kind or self._edited.kind
            return replace(self._edited, kind=kind, kind_open=False, text=text.strip(), left_out=left_out)
        if self._snapshot is None:
            return DraftItem(kind=self._kind or ItemKind.NOTE, text=self.text)
        return read_line(self.text, self._snapshot, self._group_id, self._kind)

    def _with_fields(self, item: DraftItem) -> DraftItem:
        """The item with what was chosen by hand; fields that its kind does not have are empty."""
        values: dict[str, Any] = {"agency_id": item.agency_id, "due": item.due}
        if "agency_id" in self._touched:
            values["agency_id"] = self.agency.key
        if "due" in self._touched:
            values["due"] = self.due.day
        promise = item.kind is ItemKind.COMMITMENT
        return replace(
            item,
            agency_id=values["agency_id"] if item.kind.owned else "",
            person_id=self.person.key if promise else "",
            to=self.to.text().strip() if promise else "",
            due=values["due"] if promise else None,
            level=RiskLevel(self.level.key) if item.kind is ItemKind.RISK else RiskLevel.MEDIUM,
        )

    def _offer(self, item: DraftItem) -> None:
        """Offers the agencies of the group, and the people of the chosen one."""
        if self._snapshot is None:
            return
        agencies = agencies_of(self._snapshot, self._group_id)
        owner = _OWNER.get(item.kind, "")
        self.agency.offer([("", owner), *((agency.id, agency.called) for agency in agencies)], item.agency_id)
        people = people_of(self._snapshot, self._group_id, self._on, item.agency_id)
        self.person.offer([("", "Which person?"), *((person.id, person.title) for person in people)], item.person_id)

    def _set_fields(self, item: DraftItem) -> None:
        self.agency.choose(item.agency_id)
        self.person.choose(item.person_id)
        self.to.setText(item.to)
        self.due.set_day(item.due)
        self.level.choose(item.level.value)

    def _show_reading(self) -> None:
        base = self._read()
        try:
            item = self._with_fields(base)
        except Mistake as mistake:
            self._say(mistake.sentence, "danger")
            return
        self._offer(item)
        if "due" not in self._touched:
            self.due.set_day(item.due)
        self._show_fields(item.kind)
        named = bool(self._kind) or bool(self.text.strip())
        self._kind_word.setText(item.kind.label.upper())
        self._kind_word.setVisible(named)
        self._kind_word.setStyleSheet(f"color: {kind_colour(item.kind)};")
        self.kinds.show_kind(item.kind if named else None)
        self._say(self._reading_words(item), "warning" if self.text.strip() and item_questions(item) else "")
        self._hint.setText(self._hint_words())
        self._remove.setVisible(self._edited is not None)

    def _reading_words(self, item: DraftItem) -> str:
        if not self.text.strip():
            return "" if self._kind else _EXAMPLE
        if item.kind_open:
            return "begin with a letter such as “c ”, or press Ctrl+1 to 8, if it is more"
        return full_words(item, self._snapshot) if self._snapshot else ""

    def _hint_words(self) -> str:
        if self._edited:
            return "Enter keeps the change · Esc leaves it"
        return "Enter keeps it" if self.text.strip() else ""

    def _show_fields(self, kind: ItemKind) -> None:
        self.agency.setVisible(kind.owned)
        self.level.setVisible(kind is ItemKind.RISK)
        for widget in (self.person, self.to, self.due):
            widget.setVisible(kind is ItemKind.COMMITMENT)

    def _say(self, words: str, tone: str) -> None:
        self._words.set_text(words)
        set_tone(self._words, tone)

    def _hear_typing(self) -> None:
        self._show_reading()
        self.changed.emit()

    def _hear_due(self) -> None:
        # What the reading writes there is not the person's own.
        if self.due.hasFocus():
            self._hear_field("due")

    def _hear_field(self, name: str) -> None:
        self._touched.add(name)
        if name == "person_id" and self.person.key and self._snapshot:
            person = self._snapshot.find(Person, self.person.key)
            if person and not self.agency.key:
                self.agency.choose(person.agency_id or "")
                self._touched.add("agency_id")
        self._show_reading()
        self.changed.emit()
