"""The line that is being typed, what it is read as, and the small fields that put it right."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.authority import NOT_NOTED, authority_words, beyond_authority
from tracker.models.item_change import changed_item
from tracker.models.item_words import questions, reading_words
from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.mistake import Mistake
from tracker.models.records import Agency, Person
from tracker.models.snapshot import Snapshot
from tracker.models.typed_line.cleaning import paragraphs
from tracker.models.typed_line.reader import LineReader
from tracker.ui.item_fields import ItemFields
from tracker.ui.kind_row import KindRow
from tracker.ui.reading_line import Reading, ReadingLine
from tracker.ui.style import UNIT
from tracker.ui.typed_edit import TypedEdit
from tracker.ui.widgets import link_button

_BEGIN = "Type a line as it was said. What it is read as stands here before Enter keeps it."
_NO_KIND = "Kept as a note. Ctrl+1 to 8 makes it something else."
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BREAKS = ("\n", "\r", "\x85", "\u2028", "\u2029")


class ItemComposer(QWidget):
    """Gives an item when Enter is pressed.

    Ctrl+1 to Ctrl+8 choose its kind (the form hands them on), Down leads to its parts, and Up to the kept lines.
    `page_pasted` carries what was pasted when it is more than one line.
    """

    kept = Signal(DraftItem)
    changed = Signal()
    cancelled = Signal()
    removed = Signal()
    left_above = Signal()
    page_pasted = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._snapshot: Snapshot | None = None
        self._group_id = ""
        self._on = date.min
        self._reader: LineReader | None = None
        self._kind: ItemKind | None = None
        self._edited: DraftItem | None = None
        self.line = TypedEdit("Line")
        self.reading = ReadingLine()
        self.fields = ItemFields()
        self.kinds = KindRow()
        self._remove = link_button("Remove this line", "trash-2")
        self._lay_out()
        self._connect()
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
        return self.fields.applied(self._read())

    def set_records(self, snapshot: Snapshot, group_id: str, on: date) -> None:
        """The records and the group by which lines are read."""
        if self._snapshot is snapshot and (group_id, on) == (self._group_id, self._on):
            return
        self._snapshot, self._group_id, self._on = snapshot, group_id, on
        self._reader = None
        self.line.set_names(self._names)
        self.fields.set_group(snapshot, group_id, on)
        self._show_reading()

    def read(self, text: str, kind: ItemKind | None = None) -> DraftItem:
        """What a text is read as. The reader is made with the first line: it looks through all names."""
        if self._snapshot is None:
            return DraftItem(kind=kind or ItemKind.NOTE, text=text.strip(), kind_open=kind is None)
        if self._reader is None:
            self._reader = LineReader(self._snapshot, self._group_id, self._on)
        return self._reader.read(text, kind)

    def set_line(
        self,
        text: str,
        kind: ItemKind | None,
        by_hand: Mapping[str, str] | None = None,
        edited: DraftItem | None = None,
    ) -> None:
        """Brings back an unfinished line, or with `edited` an unfinished change of a kept one."""
        self._edited, self._kind = edited, kind
        self._set_text(text)
        self._show_reading()
        self.fields.set_by_hand(by_hand or {})
        self._show_reading()

    def take(self, item: DraftItem) -> None:
        """Brings a kept line back to be changed."""
        self.set_line(item.text, None if item.kind_open else item.kind, edited=item)
        self.line.setFocus()

    def keep(self) -> None:
        """Gives the line as an item; a due date that cannot be read is said instead."""
        try:
            item = self.item
        except Mistake as mistake:
            self._refuse(mistake)
            self.fields.focus_part("due")
            return
        if item.text.strip():
            self.clear()
            self.kept.emit(item)
            self.line.setFocus()

    def clear(self) -> None:
        """An empty line."""
        self._edited, self._kind = None, None
        self.fields.clear()
        self._set_text("")
        self._show_reading()

    def choose_kind(self, kind: ItemKind) -> None:
        """Makes the line a decision, a commitment and so on."""
        self._kind = kind
        self._show_reading()
        self.changed.emit()
        focused = QApplication.focusWidget()
        if focused is None or not focused.isVisible() or not self.isAncestorOf(focused):
            self.line.setFocus()

    def ask_for(self, part: str) -> None:
        """Takes the keyboard to the field that answers a question."""
        if not self.fields.focus_part(part):
            self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and not ctrl:
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.key() == Qt.Key.Key_Delete and ctrl and self._edited:
            self.removed.emit()
        elif event.key() == Qt.Key.Key_Up and self.line.hasFocus():
            self.left_above.emit()
        elif event.key() == Qt.Key.Key_Down and self.line.hasFocus():
            self.ask_for(self._asked())
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.line.setMaxLength(1_000_000)
        self.line.setPlaceholderText("What was decided, promised, learned …  One line each, as it was said")
        self.line.setAccessibleDescription(
            "Begin with d, c, v, l, r, b, s or n for a decision, commitment, victory, lesson, risk, ball, "
            "what we now see, or note, or type it as it was said. @ completes names."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.line)
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(self.reading, 1)
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.fields)
        column.addWidget(self.kinds)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._hear_typing)
        self.fields.changed.connect(self._hear_field)
        self.kinds.chosen.connect(self.choose_kind)
        self._remove.clicked.connect(self.removed)
        self._remove.setToolTip("Ctrl+Delete")

    def _read(self) -> DraftItem:
        if self._edited:
            return changed_item(self._edited, self.text, self._kind, self.read)
        return self.read(self.text, self._kind)

    def _show_reading(self) -> None:
        item = self._read()
        begun = bool(self.text.strip()) or self._kind is not None
        if begun:
            self.fields.show_item(item)
        else:
            self.fields.show_parts(None)
        self.kinds.show_kind(item.kind if begun else None)
        self._remove.setVisible(self._edited is not None)
        try:
            self.reading.show_reading(self._reading_of(self.fields.applied(item)))
        except Mistake as mistake:
            self._refuse(mistake)

    def _reading_of(self, item: DraftItem) -> Reading:
        if not self.text.strip():
            return Reading(kind=self._kind, words="" if self._kind else _BEGIN)
        hint = "Enter keeps the change · Esc leaves it" if self._edited else "Enter keeps it"
        words = reading_words(item, self._snapshot) if self._snapshot else ""
        note, tone = self._note(item)
        return Reading(kind=item.kind, words=words, note=note, tone=tone, hint=hint)

    def _note(self, item: DraftItem) -> tuple[str, str]:
        """The second line: what is asked for, a promise beyond its authority, or how far the authority goes."""
        if self._snapshot is None:
            return "", ""
        place = (self._snapshot, self._group_id)
        asked = questions(item, *place, self._on)
        if asked and asked[0].part == "kind":
            return _NO_KIND, ""
        if asked:
            return f"{asked[0].sentence} Down leads there.", "warning"
        if beyond := beyond_authority(item, *place, self._on):
            return beyond, "warning"
        if item.kind is ItemKind.COMMITMENT:
            who = self._snapshot.called(Person, item.person_id) or self._snapshot.called(Agency, item.agency_id)
            may = authority_words(*place, item.agency_id, item.person_id, self._on)
            return f"{who}{':' if may == NOT_NOTED else ''} {may[:1].lower()}{may[1:]}", ""
        return "", ""

    def _asked(self) -> str:
        """The part of the first question, "" if none is open."""
        if self._snapshot is None:
            return ""
        try:
            asked = questions(self.item, self._snapshot, self._group_id, self._on)
        except Mistake:
            return "due"
        return asked[0].part if asked else ""

    def _refuse(self, mistake: Mistake) -> None:
        self.reading.show_reading(replace(self.reading.reading, note=mistake.sentence, tone="danger"))

    def _escape(self) -> None:
        """From a field back to the line; from the line, a change of a kept line is left."""
        if not self.line.hasFocus():
            self.line.setFocus()
        elif self._edited:
            self.clear()
            self.cancelled.emit()

    def _set_text(self, text: str) -> None:
        """Other text, with nothing of it to undo; no names are offered for it."""
        self.line.setText(text)
        self.line.close_names()

    def _hear_typing(self) -> None:
        if any(mark in self.text for mark in _BREAKS) and self._take_page():
            return
        self._show_reading()
        self.changed.emit()

    def _take_page(self) -> bool:
        """What was pasted with breaks in it: several lines are handed on, one goes on as a line."""
        lines = paragraphs(self.text)
        if len(lines) > 1:
            self.page_pasted.emit(lines)
            return True
        self.line.setText(" ".join(lines))
        return True

    def _hear_field(self) -> None:
        self._show_reading()
        self.changed.emit()

    def _names(self, beginning: str) -> tuple[str, ...]:
        self.read("")
        return self._reader.names(beginning) if self._reader else ()
