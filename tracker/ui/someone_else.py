"""Two questions about who came: somebody who is not a usual member, and who came in another's stead."""

from dataclasses import replace

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.models.fields import fields_of
from tracker.models.meeting_draft import DraftAttendance
from tracker.models.meeting_members import member_name
from tracker.models.mistake import Mistake
from tracker.models.records import Attendance, Person
from tracker.models.records.meeting import Presence
from tracker.models.records.person import Level
from tracker.ui.desk import Desk
from tracker.ui.record_dialog import add_record
from tracker.ui.reference_input import ReferenceInput
from tracker.ui.style import UNIT
from tracker.ui.widgets import Banner, Heading, Muted, primary_button, quiet_button


class _Question(QDialog):
    """A small dialog: a heading, what is asked, and two buttons."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(110 * UNIT)
        self.banner = Banner()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        self.body.setSpacing(3 * UNIT)
        self.body.addWidget(Heading(title))
        self.body.addWidget(self.banner)

    def add_buttons(self, words: str) -> None:
        """The last line: Cancel, and the button that Enter presses."""
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = quiet_button("Cancel")
        cancel.clicked.connect(self.reject)
        accept = primary_button(words)
        accept.setDefault(True)
        accept.setShortcut(QKeySequence("Ctrl+Return"))
        accept.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(accept)
        self.body.addLayout(row)


class SomeoneElseDialog(_Question):
    """Chooses anybody whom the office knows, or adds a new person (and from there a new agency)."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, "Who else came?")
        self._desk = desk
        field = next(field for field in fields_of(Attendance) if field.name == "person_id")
        self.person = ReferenceInput(field, "a person")
        self.person.add_requested.connect(self._add)
        self.body.addWidget(self.person)
        self.body.addWidget(
            Muted("Type a part of the name or post, or add a new person with +. Never a client's name.")
        )
        self.add_buttons("&Add")
        self._offer()
        self.person.setFocus()

    @property
    def attendance(self) -> DraftAttendance | None:
        """Who was chosen, as come; None if nobody was."""
        person = self._desk.snapshot.find(Person, self.person.value)
        return DraftAttendance(agency_id=person.agency_id or "", person_id=person.id) if person else None

    def accept(self) -> None:
        try:
            chosen = self.attendance
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
            return
        if chosen is None:
            self.banner.warn("Choose who came, or add a new person with +.")
            return
        super().accept()

    def _offer(self) -> None:
        snapshot = self._desk.snapshot
        named = (
            (person.id, member_name(snapshot, person.agency_id or "", person.id)) for person in snapshot.of(Person)
        )
        self.person.offer(sorted(named, key=lambda pair: pair[1].casefold()))

    def _add(self) -> None:
        made = add_record(self._desk, self, Person)
        if made is not None:
            self._offer()
            self.person.set_value(made.id)
        self.person.setFocus()


class SentDialog(_Question):
    """Asks who came instead, and at what level."""

    def __init__(self, parent: QWidget, name: str, attendance: DraftAttendance) -> None:
        super().__init__(parent, "Who came instead?")
        self._attendance = attendance
        self.instead = QLineEdit(attendance.instead)
        self.instead.setMaxLength(300)
        self.instead.setPlaceholderText("Name or post, such as Duty officer")
        self.instead.setAccessibleName("Who came instead")
        self.level = QComboBox()
        self.level.setAccessibleName("Level of who came")
        self.level.addItem("Level not known")
        self.level.addItems([level.label for level in Level])
        self.level.setCurrentIndex(0 if attendance.level is None else attendance.level.rank + 1)
        self.body.addWidget(Muted(f"For {name}. Never a client's name."))
        self.body.addWidget(self.instead)
        self.body.addWidget(self.level)
        self.add_buttons("&OK")
        self.instead.setFocus()

    @property
    def attendance(self) -> DraftAttendance:
        """The seat with who came instead."""
        place = self.level.currentIndex()
        return replace(
            self._attendance,
            presence=Presence.SENT_SOMEBODY,
            instead=" ".join(self.instead.text().split()),
            level=list(Level)[place - 1] if place else None,
        )
