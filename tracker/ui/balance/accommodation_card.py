"""What the group agreed to do about an imbalance, and when it looks at it again (§4.2)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.models.figures.accommodations import Agreed
from tracker.ui.style import UNIT
from tracker.ui.widgets import Button, Card, EmptyState, label, link_button, quiet_button

_NOTHING = (
    "Concentrated need not be wrong, but it is best dealt with openly (§4.2): what the group agrees to do about it "
    "stands here, with the day on which it looks at it again."
)
_WORDS_HEIGHT = 44 * UNIT


class AccommodationCard(Card):
    """The latest agreement first; a second look that is overdue says so. Each can be corrected, or looked at again."""

    add_requested = Signal()
    # Both carry the accommodation's id.
    correct_requested = Signal(str)
    again_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__("What was agreed about it")
        self.add = quiet_button("A&dd", icon_name="plus")
        self.add.setProperty("small", True)
        self.add.setToolTip("Note what the group agreed to do about an imbalance")
        self.buttons: list[tuple[Button, Button]] = []
        self._words: list[str] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._area = QScrollArea()
        self._empty = EmptyState(_NOTHING)
        self._lay_out()

    @property
    def words(self) -> list[str]:
        """All that is told, line by line."""
        return list(self._words)

    def show_agreed(self, agreed: Sequence[Agreed], *, marked: str = "") -> None:
        """Shows what was agreed; `marked` is the id of the one to bring into view."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.buttons, self._words = [], []
        for one in agreed:
            part = self._part(one)
            self._column.addWidget(part)
            if one.id == marked:
                self._area.ensureWidgetVisible(part)
                self.buttons[-1][1].setFocus()
        self._column.addStretch(1)
        self._area.setVisible(bool(agreed))
        self._empty.setVisible(not agreed)

    def _part(self, one: Agreed) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 2 * UNIT, 3 * UNIT)
        column.setSpacing(0)
        sign = "! " if one.overdue else ""
        said = (
            (one.accommodation.imbalance, "title", ""),
            (one.accommodation.text, "", ""),
            (one.when, "muted", ""),
            (f"{sign}{one.review_words}", "muted", "warning" if one.overdue else ""),
        )
        for words, look, tone in said:
            part = label(" ".join(words.split()), look, tone)
            part.setWordWrap(True)
            column.addWidget(part)
            self._words.append(part.text())
        column.addLayout(self._row(one))
        return whole

    def _row(self, one: Agreed) -> QHBoxLayout:
        again, correct = link_button("Looked at it again…"), link_button("Correct…")
        again.setAccessibleDescription(one.words)
        correct.setAccessibleDescription(one.words)
        again.clicked.connect(lambda: self.again_requested.emit(one.id))
        correct.clicked.connect(lambda: self.correct_requested.emit(one.id))
        # What has been agreed anew is history. To show a button before it stands on the page would open a window.
        if one.looked_at_on is not None:
            again.hide()
        self.buttons.append((again, correct))
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(again)
        row.addWidget(correct)
        row.addStretch(1)
        return row

    def _lay_out(self) -> None:
        self._inside.setProperty("look", "page")
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._area.setProperty("look", "page")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inside)
        self._area.setMinimumHeight(_WORDS_HEIGHT)
        self._area.setAccessibleName("What was agreed about it")
        self.header.addWidget(self.add)
        self.add.clicked.connect(self.add_requested)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self._empty, 1)
