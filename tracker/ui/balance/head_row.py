"""What moves the whole page: the day it shows, pictures or lists, and what if."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.figures.day_in_view import months_away
from tracker.models.snapshot import Snapshot
from tracker.ui.people.date_bar import DateField
from tracker.ui.style import UNIT
from tracker.ui.widgets import Button, label, quiet_button

_DAY_WIDTH = 30 * UNIT


class HeadRow(QWidget):
    """`day_chosen` carries a day, up to today; `mistaken` says why another one cannot be shown."""

    day_chosen = Signal(object)
    mistaken = Signal(str)

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__()
        self._on = self._today = snapshot.today
        self.day = DateField()
        self.earlier = _arrow("arrow-left", "A month earlier (Ctrl+Page Down)")
        self.later = _arrow("arrow-right", "A month later (Ctrl+Page Up)")
        self.to_today = quiet_button("Today")
        self.as_list = quiet_button("As a &list")
        self.what_if = quiet_button("&What if…", icon_name="scale")
        self._lay_out()
        self.day.moved.connect(self._choose)
        self.day.editingFinished.connect(self._say_problem)
        self.earlier.clicked.connect(lambda: self.step(-1))
        self.later.clicked.connect(lambda: self.step(1))
        self.to_today.clicked.connect(self.go_to_today)

    def show_day(self, snapshot: Snapshot, group_id: str, on: date) -> None:
        """Shows the day that the page shows, and reads days by these records from now on."""
        self._on, self._today = on, snapshot.today
        self.day.count_from(snapshot, group_id)
        # What is being typed stays as it is: it may be the same day in other words.
        if self.day.problem or self.day.day != on:
            self.day.set_day(on)
        self.to_today.setEnabled(on != self._today)
        self.later.setEnabled(on != self._today)

    def step(self, months: int) -> None:
        """Goes some months on, or back below 0; today is as far as it goes."""
        self._choose(min(months_away(self._on, months), self._today))

    def go_to_today(self) -> None:
        """Goes back to today."""
        self._choose(self._today)

    def add_keys(self, page: QWidget) -> list[QShortcut]:
        """The keys that move the page, or turn it over, from wherever the keyboard is on it; letters typed stay so."""
        around = Qt.ShortcutContext.WidgetWithChildrenShortcut
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+T", self.go_to_today),
            ("Ctrl+PgUp", lambda: self.step(1)),
            ("Ctrl+PgDown", lambda: self.step(-1)),
            ("L", self.as_list.toggle),
        )
        made = []
        for typed, act in keys:
            made.append(QShortcut(QKeySequence(typed), page, context=around))
            made[-1].activated.connect(act)
        return made

    def _choose(self, day: date) -> None:
        if day > self._today:
            self.mistaken.emit(f"{shown(day)} is still to come: the balance can be shown up to today.")
            self.day.set_day(self._on)
        elif day != self._on:
            self.day_chosen.emit(day)

    def _say_problem(self) -> None:
        if self.day.problem:
            self.mistaken.emit(self.day.problem)

    def _lay_out(self) -> None:
        self.as_list.setCheckable(True)
        self.as_list.setToolTip("The same facts as lists (L)")
        self.to_today.setToolTip("Back to today (Ctrl+T)")
        self.to_today.setProperty("small", True)
        self.what_if.setToolTip("See what would change, with nothing recorded")
        caption = label("Da&y", "caption")
        caption.setBuddy(self.day)
        self.day.setFixedWidth(_DAY_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        for part in (caption, self.day, self.earlier, self.later, self.to_today):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.as_list)
        row.addWidget(self.what_if)


def _arrow(icon_name: str, words: str) -> Button:
    made = quiet_button("", icon_name=icon_name)
    made.setAccessibleName(words)
    made.setToolTip(words)
    made.setProperty("small", True)
    return made
