"""Everything recorded of a group, an agency or a person, to filter by kind and by word."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit

from tracker.models.dates import shown
from tracker.models.figures.timeline import Entry, Family
from tracker.models.folding import folded
from tracker.ui.flow_box import FlowBox
from tracker.ui.parts.timeline_list import TimelineList
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, EmptyState, Muted, quiet_button
from tracker.ui.words import count

_NOTHING = "Meetings, commitments, victories and all else that is recorded will stand here, newest first."
_NO_MATCH = "Nothing that is recorded fits. Take the filter back to see all of it."


class TimelineCard(Card):
    """`opened` carries the entry that Enter or a double click asks for."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__("Everything recorded")
        self._entries: tuple[Entry, ...] = ()
        self._groups: Mapping[str, str] = {}
        self._counted = Muted("")
        self._counted.setWordWrap(False)
        self.filter = QLineEdit()
        self.list = TimelineList()
        self._nothing = EmptyState(_NOTHING)
        self._no_match = EmptyState(_NO_MATCH)
        self.toggles = {family: quiet_button(family.label) for family in Family}
        self._toggle_box = FlowBox()
        self._lay_out()

    @property
    def entries_shown(self) -> list[Entry]:
        """The entries as filtered."""
        return [row for row in self.list.table.rows if isinstance(row, Entry)]

    def show_entries(self, entries: tuple[Entry, ...], groups: Mapping[str, str] | None = None) -> None:
        """Shows entries; families that have none have no toggle. `groups` names the groups, where there are several."""
        self._entries = entries
        self._groups = groups or {}
        there = {entry.family for entry in entries}
        for family, toggle in self.toggles.items():
            toggle.setVisible(family in there)
        self._toggle_box.arrange()
        self._toggle_box.updateGeometry()
        self._show()

    def _lay_out(self) -> None:
        self.header.addWidget(self._counted)
        self.header.addWidget(self.filter)
        self.filter.setPlaceholderText("Filter (Ctrl+F)")
        self.filter.setAccessibleName("Filter by any word")
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(50 * UNIT)
        self.filter.textChanged.connect(self._show)
        toggles = self._toggle_box
        toggles.setProperty("small", True)
        for family, toggle in self.toggles.items():
            toggle.setCheckable(True)
            toggle.setAccessibleName(f"Show only {family.label.lower()}")
            toggle.toggled.connect(self._show)
        toggles.set_parts(tuple(self.toggles.values()))
        self.body.addWidget(toggles)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._nothing, 1)
        self.body.addWidget(self._no_match, 1)
        self.list.opened.connect(self.opened)
        find = self.addAction("Filter")
        find.setShortcut(QKeySequence.StandardKey.Find)
        find.triggered.connect(self.filter.setFocus)

    def _show(self) -> None:
        """No toggle pressed means every kind."""
        chosen = {family for family, toggle in self.toggles.items() if toggle.isChecked() and not toggle.isHidden()}
        words = folded(self.filter.text()).split()
        fitting = [entry for entry in self._entries if self._fits(entry, chosen, words)]
        self.list.table.set_entries(fitting, self._groups)
        self.list.setVisible(bool(fitting))
        self._nothing.setVisible(not self._entries)
        self._no_match.setVisible(bool(self._entries) and not fitting)
        everything = count(len(self._entries), "entry", "entries")
        self._counted.setText(everything if len(fitting) == len(self._entries) else f"{len(fitting):,} of {everything}")

    def _fits(self, entry: Entry, chosen: set[Family], words: list[str]) -> bool:
        if chosen and entry.family not in chosen:
            return False
        if not words:
            return True
        group = self._groups.get(entry.group_id, "")
        text = folded(f"{entry.kind_word} {entry.title} {entry.detail} {group} {shown(entry.on)}")
        return all(word in text for word in words)
