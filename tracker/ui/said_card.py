"""What was said at a meeting: the lines that are kept, the line that is being typed, and examples below."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from tracker.models.authority import beyond_authority
from tracker.models.item_change import changed_item
from tracker.models.item_words import item_words, questions
from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.meeting_members import agencies_of
from tracker.models.records.agency import Sector
from tracker.models.snapshot import Snapshot
from tracker.ui.draft import Typed
from tracker.ui.item_composer import ItemComposer
from tracker.ui.item_list import Chip, ItemList
from tracker.ui.kept_items import KeptItems
from tracker.ui.line_examples import LineExamples
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Elided

_DIGITS = {Qt.Key(Qt.Key.Key_1 + place): kind for place, kind in enumerate(ItemKind)}
_HELP = "Up to the kept lines: Enter changes one, Delete removes it · Ctrl+Z takes back · @ for a name · F6 goes on"


class SaidCard(Card):
    """Keeps lines, changes and removes them, and takes each of these back again."""

    changed = Signal()
    # How many lines a page of minutes that was pasted gave.
    page_kept = Signal(int)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._snapshot: Snapshot | None = None
        self._group_id = ""
        self._on = today
        self._kept = KeptItems()
        self._edited = -1
        self.list = ItemList()
        self.composer = ItemComposer()
        self.examples = LineExamples()
        self._lay_out()
        self._connect()

    @property
    def items(self) -> tuple[DraftItem, ...]:
        """The lines that are kept, without the one that is still open."""
        return self._kept.all

    @property
    def edited(self) -> int:
        """The place of the kept line that is being changed, -1 for none."""
        return self._edited

    def set_records(self, snapshot: Snapshot, group_id: str, on: date) -> None:
        """The records, the group and the day by which lines are read."""
        self._snapshot, self._group_id, self._on = snapshot, group_id, on
        self.composer.set_records(snapshot, group_id, on)
        self.examples.show_for(on, _an_agency(snapshot, group_id))
        self.list.viewport().update()

    def show_typed(self, items: Sequence[DraftItem], typed: Typed) -> None:
        """Shows other lines, and the line that was open."""
        self._kept = KeptItems(items)
        self._edited = typed.edited if typed.edited < len(items) else -1
        edited = items[self._edited] if self._edited >= 0 else None
        self.composer.set_line(typed.line, typed.line_kind, typed.by_hand, edited)
        self._show_items()

    def keep_line(self) -> bool:
        """Keeps the open line if there is one; returns False if it cannot be kept as it stands."""
        if self.composer.text.strip():
            self.composer.keep()
        return not self.composer.text.strip()

    def take_back(self) -> None:
        """Ctrl+Z where no letters are left to take back: the lines are again as they were before the last change."""
        if not self._kept.can_take_back:
            return
        if self.composer.edited:
            self.composer.clear()
        self._kept.take_back()
        self._show_changed()

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key that means something else in the window is meant for the lines."""
        undo = event.matches(QKeySequence.StandardKey.Undo)
        return _kind_of(event) is not None or (undo and self._kept.can_take_back)

    def take_key(self, event: QKeyEvent) -> bool:
        """Does what such a key means; returns False for any other."""
        if kind := _kind_of(event):
            self._choose_kind(kind)
        elif event.matches(QKeySequence.StandardKey.Undo) and self._kept.can_take_back:
            self.take_back()
        else:
            return False
        return True

    def _lay_out(self) -> None:
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        self.body.addWidget(self.list)
        self.body.addWidget(self.composer)
        self.body.addWidget(self.examples, 1)
        note = Elided(_HELP, "muted")
        note.setContentsMargins(3 * UNIT, 0, 3 * UNIT, 2 * UNIT)
        self.body.addWidget(note)

    def _connect(self) -> None:
        self.list.items.set_chips(self._chip)
        self.list.edit_requested.connect(self._edit)
        self.list.remove_requested.connect(self._remove)
        self.list.left_below.connect(self.composer.line.setFocus)
        self.composer.kept.connect(self._keep)
        self.composer.cancelled.connect(self._show_items)
        self.composer.removed.connect(lambda: self._remove(self._edited))
        self.composer.left_above.connect(self._go_to_list)
        self.composer.page_pasted.connect(self._keep_page)
        self.composer.changed.connect(self.changed)

    def _show_items(self) -> None:
        if self.composer.edited is None:
            self._edited = -1
        self.list.show_items(self._kept.all, self._edited)

    def _show_changed(self) -> None:
        self._show_items()
        self.changed.emit()

    def _chip(self, item: DraftItem) -> Chip:
        if self._snapshot is None:
            return Chip()
        asked = questions(item, self._snapshot, self._group_id, self._on)
        unsure = any(question.part != "kind" for question in asked)
        beyond = bool(beyond_authority(item, self._snapshot, self._group_id, self._on))
        words = item_words(item, self._snapshot) or ("who is meant?" if unsure else "")
        return Chip(words=f"{words} · needs backing" if beyond else words, open=unsure or beyond)

    def _keep(self, item: DraftItem) -> None:
        if 0 <= self._edited < len(self._kept.all):
            self._kept.change(self._edited, item)
        else:
            self._kept.add(item)
            self.list.scroll_down()
        self._show_changed()

    def _keep_page(self, lines: list[str]) -> None:
        """Each paragraph becomes a line; a line that was being changed goes on as the first of them."""
        read, changing = self.composer.read, self.composer.edited
        # Five hundred lines take a second.
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        rest = [read(line) for line in lines[1:]]
        QApplication.restoreOverrideCursor()
        if changing and self._edited >= 0:
            self._kept.change(self._edited, changed_item(changing, lines[0], self.composer.kind, read), *rest)
        else:
            self._kept.add(read(lines[0], self.composer.kind), *rest)
        self.composer.clear()
        self.list.scroll_down()
        self._show_changed()
        self.page_kept.emit(len(lines))

    def _choose_kind(self, kind: ItemKind) -> None:
        """Of the line that is being typed; or, in the list, of the one on which it stands."""
        place = self.list.currentIndex().row()
        if not self.list.hasFocus() or not 0 <= place < len(self._kept.all):
            self.composer.choose_kind(kind)
            return
        item = self._kept.all[place]
        self._kept.change(place, changed_item(item, item.text, kind, self.composer.read))
        self._show_changed()

    def _edit(self, place: int) -> None:
        if self.keep_line():
            self._edited = place
            self.composer.take(self._kept.all[place])
            self._show_items()

    def _remove(self, place: int) -> None:
        if not 0 <= place < len(self._kept.all):
            return
        in_list = self.list.hasFocus()
        if self.composer.edited:
            self.composer.clear()
        self._kept.remove(place)
        self._show_items()
        to_list: QWidget = self.list if self._kept.all and in_list else self.composer.line
        to_list.setFocus()
        self.changed.emit()

    def _go_to_list(self) -> None:
        if self._kept.all:
            self.list.choose(len(self._kept.all) - 1)
            self.list.setFocus()


def _an_agency(snapshot: Snapshot, group_id: str) -> str:
    """An agency of the group for the examples, of the government if there is one; "" if there is none at all."""
    agencies = agencies_of(snapshot, group_id)
    fitting = [agency for agency in agencies if agency.sector is Sector.CENTRAL_GOVERNMENT]
    return next((agency.called for agency in (*fitting, *agencies)), "")


def _kind_of(event: QKeyEvent) -> ItemKind | None:
    ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return _DIGITS.get(Qt.Key(event.key())) if ctrl else None
