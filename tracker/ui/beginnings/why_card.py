"""Why the group formed, and who set it off (§2.2)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.models.guidance.triggers import CATALYST, TRIGGERS
from tracker.models.records.group import Group
from tracker.ui.desk import Desk
from tracker.ui.record_dialog import ask_for
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Muted, label, quiet_button
from tracker.ui.words import UNDO_HINT

_FIELDS = ("triggers", "catalyst")
_NOTHING = "What made people come together, and who set it off, stands here. It may be one of these, or several:"


class WhyCard(Card):
    """The reasons that were ticked, each with what to ask because of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Why it formed (§2.2)")
        self._desk = desk
        self._group: Group | None = None
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(UNIT)
        self.note_button = quiet_button("Say why")
        self.note_button.setProperty("small", True)
        self.note_button.clicked.connect(self.note)
        self.header.addWidget(self.note_button)
        self.body.addWidget(self._lines)
        self.body.addStretch(1)

    @property
    def words(self) -> list[str]:
        """All that is shown, line by line."""
        return list(self._lines.property("words") or [])

    def show_group(self, group_id: str) -> None:
        """Shows a group's reasons."""
        self._group = self._desk.snapshot.find(Group, group_id)
        if self._group is None:
            return
        ticked = [help for help in TRIGGERS if help.trigger in self._group.triggers]
        lines = [(help.trigger.label, help.text) for help in ticked]
        if self._group.catalyst:
            lines.append((f"Set off by: {self._group.catalyst}", CATALYST))
        elif ticked:
            lines.append(("Who set it off is not noted", CATALYST))
        self._fill(lines or [("", _NOTHING), *(("", f"{each.trigger.label}. {each.text}") for each in TRIGGERS)])
        self.note_button.setText("Correct" if lines else "Say why")
        self.note_button.setAccessibleName("Why the group formed: correct" if lines else "Say why the group formed")

    def note(self) -> None:
        """Asks for the reasons and for who set it off."""
        if self._group and ask_for(self._desk, self, self._group, "note why the group formed", _FIELDS) is not None:
            self._desk.said.emit(f"Noted: why the group formed. {UNDO_HINT}")

    def _fill(self, lines: list[tuple[str, str]]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for head, note in lines:
            if head:
                words = label(head)
                words.setWordWrap(True)
                self._column.addWidget(words)
            self._column.addWidget(Muted(note))
        self._lines.setProperty("words", [part for line in lines for part in line if part])
