"""The day as at which the page of people is shown: typed, stepped by days and months, and back to today."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.models.figures.day_in_view import day_words, months_away
from tracker.models.mistake import Mistake
from tracker.models.snapshot import Snapshot
from tracker.ui.choosers import DayEdit
from tracker.ui.style import UNIT
from tracker.ui.widgets import Button, Elided, label, quiet_button, set_tone

_MONTHS = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}
_DAYS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class DateField(DayEdit):
    """Up and Down step by a day, Page Up and Page Down by a month; `moved` carries each day that is meant."""

    moved = Signal(object)

    def __init__(self) -> None:
        super().__init__("As at", past=True)
        self.setToolTip("Such as 12 Jun 2008 or last Friday. Up and Down step by a day, Page Up and Down by a month.")
        self.editingFinished.connect(self.say)

    def say(self) -> None:
        """Says which day is meant; nothing while it cannot be read, and today where the field is empty."""
        if not self.problem:
            self.moved.emit(self.day or self._usual)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MONTHS and not event.modifiers():
            self._step_month(_MONTHS[key])
            return
        super().keyPressEvent(event)
        if key in _DAYS:
            self.say()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.say()

    def _step_month(self, months: int) -> None:
        try:
            self.set_day(months_away(self.day or self._usual, months))
        except Mistake:
            self.mark(wrong=True)
            return
        self.say()


class DateBar(QWidget):
    """Moves the whole page: `moved` carries the day. Ctrl+T goes to today, Ctrl+Page Up and Down step by months."""

    moved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._today = self._day = date.min
        self.field = DateField()
        self.earlier = _arrow("arrow-left", "A month earlier", "Ctrl+PgDown")
        self.later = _arrow("arrow-right", "A month later", "Ctrl+PgUp")
        self.today = quiet_button("Today")
        self._said = label("", "title")
        self._summary = Elided("", "muted")
        self._problem = label("", "problem")
        self._lay_out()
        self._connect()

    @property
    def words(self) -> str:
        """What is said of the day."""
        return self._said.text()

    @property
    def summary(self) -> str:
        """Who is there on the day, in a line."""
        return self._summary.whole

    @property
    def problem(self) -> str:
        """Why what was typed is no day; "" if it is one."""
        return self._problem.text()

    def count_from(self, snapshot: Snapshot, group_id: str) -> None:
        """From which day "last Friday" counts, and whose meetings are meant."""
        self._today = snapshot.today
        self.field.count_from(snapshot, group_id)

    def show_day(self, day: date, summary: str) -> None:
        """Shows another day, and who is there on it."""
        self._day = day
        # What is being typed stays as it is: it may be the same day in other words.
        if self.field.problem or self.field.day != day:
            self.field.set_day(day)
        self._say_problem()
        self._said.setText(day_words(day, self._today))
        set_tone(self._said, "" if day == self._today else "warning")
        self._summary.set_text(summary)
        self.today.setEnabled(day != self._today)

    def step(self, months: int) -> None:
        """Goes some months on, or back below 0."""
        self.moved.emit(months_away(self._day, months))

    def go_to_today(self) -> None:
        """Goes back to today."""
        self.moved.emit(self._today)

    def _lay_out(self) -> None:
        caption = label("Da&y", "caption")
        caption.setBuddy(self.field)
        self.field.setFixedWidth(30 * UNIT)
        self.today.setToolTip("Back to today (Ctrl+T)")
        self.today.setProperty("small", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        for widget in (caption, self.field, self.earlier, self.later, self.today, self._said, self._problem):
            row.addWidget(widget)
        row.addWidget(self._summary, 1)

    def _connect(self) -> None:
        self.field.moved.connect(self._hear)
        self.field.editingFinished.connect(self._say_problem)
        self.earlier.clicked.connect(lambda: self.step(-1))
        self.later.clicked.connect(lambda: self.step(1))
        self.today.clicked.connect(self.go_to_today)

    def add_keys(self, page: QWidget) -> None:
        """The keys that move the page from wherever the keyboard is on it."""
        around = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            ("Ctrl+T", self.go_to_today),
            ("Ctrl+PgUp", lambda: self.step(1)),
            ("Ctrl+PgDown", lambda: self.step(-1)),
        ):
            QShortcut(QKeySequence(keys), page, context=around).activated.connect(act)

    def _hear(self, day: date) -> None:
        self._say_problem()
        if day != self._day:
            self.moved.emit(day)

    def _say_problem(self) -> None:
        self._problem.setText(self.field.problem)
        self._problem.setVisible(bool(self.field.problem))
        self._said.setVisible(not self.field.problem)


def _arrow(icon_name: str, words: str, keys: str) -> Button:
    made = quiet_button("", icon_name=icon_name)
    made.setAccessibleName(words)
    made.setToolTip(f"{words} ({keys.replace('PgUp', 'Page Up').replace('PgDown', 'Page Down')})")
    made.setProperty("small", True)
    return made
