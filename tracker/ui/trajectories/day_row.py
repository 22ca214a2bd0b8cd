"""The day that the whole page is shown as at: typed, stepped, or drawn along a slider of months."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from tracker.models.dates import shown
from tracker.models.figures.day_in_view import months_away
from tracker.models.figures.trajectory import months_between
from tracker.models.snapshot import Snapshot
from tracker.ui.people.date_bar import DateBar
from tracker.ui.style import UNIT


class DayRow(QWidget):
    """`moved` carries a day up to today; `mistaken` says why another one cannot be shown."""

    moved = Signal(object)
    mistaken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.bar = DateBar()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self._day = self._today = date.min
        # While the handle is drawn along, only the day that it has come to is worked out.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._take_slider)
        self._lay_out()
        self.bar.moved.connect(self._take)
        self.slider.valueChanged.connect(lambda: self._rest.start(0))

    def show_day(self, snapshot: Snapshot, day: date, first: date, summary: str) -> None:
        """Shows the day, on a slider that begins with the month of the first group; `summary` stands behind it."""
        self._day, self._today = day, snapshot.today
        self.bar.count_from(snapshot, "")
        self.bar.show_day(day, summary)
        quiet = self.slider.blockSignals(True)
        self.slider.setRange(-(months_between(min(first, self._today), self._today) + 1), 0)
        # The months between two days are whole: a day within a month belongs to the step before it.
        self.slider.setValue(-months_between(day, self._today))
        self.slider.blockSignals(quiet)
        self.slider.setAccessibleDescription(shown(day))
        self.bar.later.setEnabled(day < self._today)

    def _take_slider(self) -> None:
        day = months_away(self._today, self.slider.value())
        if months_between(self._day, self._today) != -self.slider.value():
            self._take(day)

    def _take(self, day: date) -> None:
        if day > self._today:
            beyond = months_between(self._day, day) <= 1 and self._day < self._today
            if not beyond:
                self.mistaken.emit(f"{shown(day)} is still to come: trajectories are shown up to today.")
                self.bar.field.set_day(self._day)
                return
            day = self._today
        if day != self._day:
            self.moved.emit(day)

    def _lay_out(self) -> None:
        self.slider.setAccessibleName("The day, by months")
        self.slider.setToolTip("The whole office as at another day: Left and Right go by months")
        self.slider.setPageStep(12)
        self.slider.setMinimumWidth(36 * UNIT)
        self.slider.setMaximumWidth(110 * UNIT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * UNIT)
        row.addWidget(self.slider, 1)
        row.addWidget(self.bar, 2)
