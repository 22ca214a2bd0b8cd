"""What stands over a meeting: the group, the day, the place and who chaired."""

from datetime import date

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QWidget

from tracker.models.meeting_draft import MeetingDraft
from tracker.models.meeting_members import people_of, places_of
from tracker.models.mistake import Mistake
from tracker.models.records import Person
from tracker.models.snapshot import Snapshot
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.group_list import groups_in_order
from tracker.ui.style import UNIT
from tracker.ui.widgets import label


class MeetingHead(QWidget):
    """Asks for the four; says which of them changed."""

    group_chosen = Signal(str)
    day_changed = Signal()
    changed = Signal()

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()
        self.group = KeyedCombo("Group", 40)
        self.day = DayEdit("Date", snapshot, past=True)
        self.day.setMinimumWidth(30 * UNIT)
        self.place = QLineEdit()
        self.place.setAccessibleName("Place")
        self.chair = KeyedCombo("Chaired by", 30)
        self._places = QStringListModel(self)
        completer = QCompleter(self._places, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = completer.popup()
        assert popup is not None
        popup.setProperty("look", "popup")
        self.place.setCompleter(completer)
        self._lay_out()
        self.group.currentIndexChanged.connect(lambda: self.group_chosen.emit(self.group.key))
        self.day.textChanged.connect(self.day_changed)
        self.place.textEdited.connect(self.changed)
        self.chair.currentIndexChanged.connect(self.changed)

    @property
    def on(self) -> date | None:
        """The day; None while it is missing or cannot be read."""
        try:
            return self.day.day
        except Mistake:
            return None

    @property
    def day_problem(self) -> str:
        """Why the day cannot be read, "" if it can."""
        return self.day.problem

    def show_meeting(self, draft: MeetingDraft, day_text: str = "") -> None:
        """Shows what a draft says; `day_text` is a date as it was typed, read or not. Says nothing of it."""
        quiet = self.day.blockSignals(True)
        self.group.choose(draft.group_id)
        # A saved meeting stays with its group, because all that was said there does.
        self.group.setEnabled(not draft.meeting_id)
        self.day.set_day(draft.on)
        if day_text:
            self.day.setText(day_text)
        self.place.setText(draft.place)
        self.place.setCursorPosition(0)
        self.chair.choose(draft.chair_id)
        self.day.blockSignals(quiet)

    def offer(self, snapshot: Snapshot, group_id: str, on: date, chair_id: str) -> None:
        """Offers the groups, and of one of them the people and the places."""
        self.day.count_from(snapshot, group_id)
        groups = [(group.id, group.called) for group in groups_in_order(snapshot)]
        self.group.offer(groups, group_id)
        people = {person.id: person.title for person in people_of(snapshot, group_id, on)}
        if chair_id and (chair := snapshot.find(Person, chair_id)):
            people[chair.id] = chair.title
        self.chair.offer([("", "Not noted"), *people.items()], chair_id)
        places = places_of(snapshot, group_id)
        self._places.setStringList(list(places))
        self.place.setPlaceholderText("Where the group met")

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * UNIT)
        grid.setVerticalSpacing(UNIT)
        parts = (
            ("Gro&up", self.group, 4),
            ("&Date", self.day, 2),
            ("&Place", self.place, 6),
            ("Chai&r", self.chair, 3),
        )
        for place, (words, widget, stretch) in enumerate(parts):
            caption = label(words, "caption")
            caption.setBuddy(widget)
            grid.addWidget(caption, 0, place)
            grid.addWidget(widget, 1, place)
            grid.setColumnStretch(place, stretch)
