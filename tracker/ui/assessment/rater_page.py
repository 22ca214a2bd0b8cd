"""Who answers: the agency, a mark that tells raters of one agency apart, and what is said of who can tell."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.ui.choosers import KeyedCombo
from tracker.ui.style import UNIT
from tracker.ui.widgets import Muted, label, set_tone


class RaterPage(QWidget):
    """`agency_chosen` asks for the mark that is free in the agency chosen."""

    agency_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.agency = KeyedCombo("Your agency", 80)
        self.mark = QLineEdit()
        self._privacy = label("")
        self._how = Muted(
            "Each question asks how true it is of the group now, from 0, not at all, to 4, fully. “Don’t know” is an "
            "answer of its own and is never counted as 0. No answer is wrong: the spread is the useful part (§7.2)."
        )
        self._lay_out()
        self.agency.currentIndexChanged.connect(self.agency_chosen)

    @property
    def privacy(self) -> str:
        """What is said of who can tell whose answers they are."""
        return self._privacy.text()

    def offer(self, agencies: Sequence[tuple[str, str]], chosen: str, mark: str, privacy: str) -> None:
        """Offers the agencies (id, words), the one proposed and its free mark."""
        self.agency.offer(agencies, chosen)
        self.mark.setText(mark)
        self._privacy.setText(privacy)

    def _lay_out(self) -> None:
        self.mark.setFixedWidth(20 * UNIT)
        self.mark.setMaxLength(20)
        self.mark.setToolTip("Tells the raters of one agency apart, such as A or B; no name is needed")
        self.mark.setAccessibleName("Your mark")
        row = QHBoxLayout()
        row.setSpacing(3 * UNIT)
        for caption, widget in (("Your &agency", self.agency), ("Your &mark", self.mark)):
            column = QVBoxLayout()
            column.setSpacing(0)
            words = label(caption, "caption")
            words.setBuddy(widget)
            column.addWidget(words)
            column.addWidget(widget)
            row.addLayout(column)
        row.addStretch(1)
        self._privacy.setWordWrap(True)
        set_tone(self._privacy, "warning")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(3 * UNIT)
        whole.addLayout(row)
        whole.addWidget(self._privacy)
        whole.addWidget(self._how)
        whole.addStretch(1)
