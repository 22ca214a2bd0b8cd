"""The card beside the lists: the chosen meeting told in full, and what can be done with it, each by one key."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy

from tracker.ui.meetings.reading import Reading
from tracker.ui.meetings.told import Told
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.widgets import Card, Muted, label

_NOTHING = "Choose a meeting to read it here."
Offers = Sequence[tuple[str, str, str]]


class ReadingCard(Card):
    """Has a row of buttons for planned meetings and one for those that were held, and shows that of the chosen one."""

    def __init__(self, planned: Offers, held: Offers) -> None:
        super().__init__(_NOTHING)
        self._title.setWordWrap(True)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.header.setStretch(0, 1)
        self.header.setStretch(1, 0)
        self._facts = Muted()
        self._call = label("", "", "warning")
        self._call.setWordWrap(True)
        self.reading = Reading()
        self.planned = FootRow(planned)
        self.held = FootRow(held)
        self.body.addWidget(self._facts)
        self.body.addWidget(self._call)
        self.body.addWidget(self.reading, 1)
        for part in (self.planned, self.held):
            self.body.addWidget(part)
        self.show_told(None, None)

    @property
    def words(self) -> list[str]:
        """All that is told, line by line."""
        top = [self._title.text(), self._facts.text(), self._call.text()]
        return [line for line in top if line] + self.reading.words

    def show_told(self, told: Told | None, foot: FootRow | None, marked: str = "") -> None:
        """Shows a meeting with the row of buttons that is its own; None says that nothing is chosen."""
        self.set_title(told.title if told else _NOTHING)
        self._facts.setText(" · ".join(fact for fact in told.facts if fact) if told else "")
        self._facts.setVisible(told is not None)
        self._call.setText(told.call if told else "")
        self._call.setVisible(bool(told and told.call))
        self.reading.show_told(told, marked)
        self.planned.setVisible(foot is self.planned)
        self.held.setVisible(foot is self.held)
