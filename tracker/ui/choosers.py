"""Two small inputs of forms that are typed fast: a list that gives a key, and a date that steps by days."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from tracker.models.dates import read_date, shown
from tracker.models.mistake import Mistake
from tracker.ui.style import UNIT


class KeyedCombo(QComboBox):
    """A list of words, each with a key. Typing leads to the word that begins so."""

    def __init__(self, name: str, least: int = 20) -> None:
        super().__init__()
        self.setAccessibleName(name)
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
    """A date, typed in any usual way and written out when it is left; Up and Down step by a day."""

    def __init__(self, name: str, usual: date) -> None:
        super().__init__()
        self._usual = usual
        self.setAccessibleName(name)
        self.setPlaceholderText("12 Jun 2008")
        self.setToolTip(f"{name}, such as 12 Jun 2008. Up and Down step by a day.")

    @property
    def day(self) -> date | None:
        """The date; None while the field is empty. Raises Mistake if what was typed is no date."""
        text = self.text().strip()
        return read_date(text) if text else None

    def set_day(self, day: date | None) -> None:
        """Shows a date."""
        self.setText(shown(day))

    def set_usual(self, day: date) -> None:
        """The day from which an empty field steps."""
        self._usual = day

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
            self.setText(shown((self.day or self._usual) + timedelta(days=step)))
        except Mistake:
            self.mark(wrong=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        try:
            if self.day and self.text() != shown(self.day):
                self.set_day(self.day)
            self.mark(wrong=False)
        except Mistake:
            self.mark(wrong=True)
