"""Who rates, and on which day: the line on top of the form for readings."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.models.reading_taking import Rater, free_mark, marks_on, table_on
from tracker.models.records import Agency
from tracker.models.snapshot import Snapshot
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.style import UNIT
from tracker.ui.widgets import label


class RaterHead(QWidget):
    """Asks for the day, the rater's agency among those at the table then, and the mark that tells raters apart.

    `day_changed` and `rater_changed` tell what was chosen.
    """

    day_changed = Signal()
    rater_changed = Signal()

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()
        self._snapshot = snapshot
        self._group_id = ""
        self._on = snapshot.today
        self.day = DayEdit("Day of the reading", snapshot, snapshot.today, past=True)
        self.agency = KeyedCombo("Rater's agency", 72)
        self.mark = QLineEdit()
        self._lay_out()
        self._connect()

    @property
    def rater(self) -> Rater:
        """Who rates. Raises Mistake if the day cannot be read."""
        return Rater(self._group_id, self.day.day or self._on, self.agency.key, self.mark.text().strip())

    def begin(self, snapshot: Snapshot, group_id: str, on: date) -> tuple[Agency, ...]:
        """Begins for a group on a day; returns the agencies at the table then."""
        self._snapshot, self._group_id, self._on = snapshot, group_id, on
        self.day.count_from(snapshot, group_id)
        self.day.set_day(on)
        there = table_on(snapshot, group_id, on)
        marks = marks_on(snapshot, group_id, on)
        self.agency.offer([(agency.id, _offered(agency, marks.get(agency.id, ()))) for agency in there])
        return there

    def choose(self, agency_id: str, mark: str) -> None:
        """Shows a rater."""
        self.agency.choose(agency_id)
        self.mark.setText(mark)

    def known_rater(self, agency_id: str) -> None:
        """Somebody of an agency who rated on that day; a new rater of it where nobody has."""
        marks = marks_on(self._snapshot, self._group_id, self._on).get(agency_id)
        self.choose(agency_id, marks[0] if marks else free_mark(self._snapshot, self._group_id, self._on, agency_id))

    def next_rater(self) -> None:
        """The first agency of which nobody has rated on that day; the one that is chosen where all have."""
        marks = marks_on(self._snapshot, self._group_id, self._on)
        ids = [str(self.agency.itemData(place)) for place in range(self.agency.count())]
        agency_id = next((each for each in ids if each not in marks), self.agency.key)
        self.choose(agency_id, free_mark(self._snapshot, self._group_id, self._on, agency_id))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * UNIT)
        self.day.setFixedWidth(32 * UNIT)
        self.mark.setFixedWidth(16 * UNIT)
        self.mark.setMaxLength(20)
        self.mark.setToolTip("Tells the raters of one agency apart, such as A or B; no name is needed")
        self.mark.setAccessibleName("Rater")
        for caption, widget in (("&Day", self.day), ("Rater's &agency", self.agency), ("Ra&ter", self.mark)):
            column = QVBoxLayout()
            column.setSpacing(0)
            words = label(caption, "caption")
            words.setBuddy(widget)
            column.addWidget(words)
            column.addWidget(widget)
            row.addLayout(column)
        row.addStretch(1)

    def _connect(self) -> None:
        self.day.editingFinished.connect(self._hear_day)
        self.agency.currentIndexChanged.connect(self._hear_agency)
        self.mark.editingFinished.connect(self.rater_changed)

    def _hear_day(self) -> None:
        day = None if self.day.problem else self.day.day
        if day and day != self._on:
            self._on = day
            self.day_changed.emit()

    def _hear_agency(self) -> None:
        self.mark.setText(free_mark(self._snapshot, self._group_id, self._on, self.agency.key))
        self.rater_changed.emit()


def _offered(agency: Agency, marks: tuple[str, ...]) -> str:
    rated = ", ".join(mark for mark in marks if mark) or ("one" if marks else "")
    return f"{agency.called} ({rated} rated)" if rated else agency.called
