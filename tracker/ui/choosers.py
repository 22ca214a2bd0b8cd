"""Two small inputs of forms that are typed fast: a list that gives a key, and a day that steps by days."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from tracker.models.dates import read_date, shown
from tracker.models.mistake import Mistake
from tracker.models.snapshot import Snapshot
from tracker.ui.style import UNIT


class KeyedCombo(QComboBox):
    """A list of words, each with a key. Typing leads to the word that begins so."""

    def __init__(self, name: str, least: int = 20) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMinimumWidth(least * UNIT)
        self.view().setTextElideMode(Qt.TextElideMode.ElideNone)

    @property
    def key(self) -> str:
        """The key of what is chosen, "" if nothing is."""
        return str(self.currentData() or "")

    def offer(self, options: Sequence[tuple[str, str]], chosen: str | None = None) -> None:
        """Offers (key, words) pairs and keeps what is chosen where it can; says nothing of it."""
        kept = self.key if chosen is None else chosen
        quiet = self.blockSignals(True)
        self.clear()
        for key, words in options:
            self.addItem(words, key)
        self.setCurrentIndex(max(0, self.findData(kept)))
        self.blockSignals(quiet)
        # The list that drops down is as wide as its longest words, however narrow the field.
        widest = max((self.fontMetrics().horizontalAdvance(words) for _, words in options), default=0)
        self.view().setMinimumWidth(widest + 10 * UNIT)

    def choose(self, key: str) -> None:
        """Chooses by key, and says nothing of it; an unknown key chooses the first line."""
        quiet = self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(key)))
        self.blockSignals(quiet)


class DayEdit(QLineEdit):
    """A day, written in any usual way or said as in a line, and written out when it is left.

    Up and Down step by a day, in an empty field from the day that it began with.
    """

    def __init__(
        self, name: str, snapshot: Snapshot | None = None, day: date | None = None, *, past: bool = False
    ) -> None:
        """With `past` a day without a year is the last such day and not the next; without records, dates are read."""
        super().__init__()
        self._snapshot = snapshot
        self._usual = day or (snapshot.today if snapshot else date.max)
        self._on: date | None = None
        self._group_id = ""
        self._past = past
        self.setAccessibleName(name)
        self.setPlaceholderText("12 Jun 2008")
        self.setToolTip(f"{name}, such as 12 Jun 2008, 27/6 or next Friday. Up and Down step by a day.")
        self.set_day(day)
        self.editingFinished.connect(self._write_out)

    @property
    def day(self) -> date | None:
        """The day; None while the field is empty. Raises Mistake if what was typed is none."""
        text = self.text().strip()
        return self._read(text) if text else None

    @property
    def problem(self) -> str:
        """Why the day cannot be read, "" if it can."""
        try:
            _ = self.day
        except Mistake as mistake:
            return mistake.sentence
        return ""

    def set_day(self, day: date | None) -> None:
        """Shows a day."""
        self.setText(shown(day))

    def count_from(self, snapshot: Snapshot, group_id: str, on: date | None = None) -> None:
        """From which day, today if none is given, "tomorrow" counts, and whose "next meeting" is meant."""
        self._snapshot, self._group_id, self._on = snapshot, group_id, on
        self._usual = on or snapshot.today

    def mark(self, wrong: bool) -> None:
        """Draws or removes the red edge."""
        if (self.property("wrong") == "true") != wrong:
            self.setProperty("wrong", "true" if wrong else "false")
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        try:
            self.set_day((self.day or self._usual) + timedelta(days=step))
        except (Mistake, OverflowError):
            self.mark(wrong=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._write_out()

    def _read(self, text: str) -> date:
        if self._snapshot is None:
            return read_date(text)
        # What reads words is loaded when the first day is read.
        from tracker.models.said_day import said_day

        return said_day(text, self._snapshot, on=self._on, group_id=self._group_id, past=self._past)

    def _write_out(self) -> None:
        """What cannot be read stays as it was typed, with a red edge."""
        self.mark(wrong=bool(self.problem))
        if not self.problem and self.text() != shown(self.day):
            self.set_day(self.day)
