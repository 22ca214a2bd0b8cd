"""A card with facts and a story: side by side where it lies flat, under each other where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from tracker.ui.parts.facts import Facts
from tracker.ui.parts.story_lines import StoryLines
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card

_FLAT_HEIGHT, _LOW_HEIGHT = 44 * UNIT, 36 * UNIT


class StoryCard(Card):
    """What is chosen, told in full: a title, a few facts, and what happened day by day."""

    def __init__(self, title: str, facts: int) -> None:
        super().__init__(title)
        self._title.setWordWrap(True)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        # The title is as long as what was promised: it has the line's whole room.
        self.header.setStretch(0, 1)
        self.header.setStretch(1, 0)
        self._facts = Facts(facts)
        self._lines = StoryLines("What happened, day by day")
        self._inner = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._inner.setSpacing(4 * UNIT)
        self._inner.addWidget(self._facts, 1)
        self._inner.addWidget(self._lines, 1)
        self.body.addLayout(self._inner, 1)
        self._links = QWidget()
        self._link_row = QHBoxLayout(self._links)
        self._link_row.setContentsMargins(0, 0, 0, 0)
        self._link_row.addStretch(1)
        self.header.addWidget(self._links, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def words(self) -> list[str]:
        """All that is told, line by line."""
        return [self._title.text(), *self._facts.words, *self._lines.words]

    def add_link(self, link: QPushButton) -> None:
        """Takes a button that leads on: beside the title where the card lies, at its foot where it stands."""
        self._link_row.addWidget(link)

    def lay(self, flat: bool, low: bool = False) -> None:
        """Lies below a table (`low` where there is little room), or stands beside it."""
        sideways, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._inner.setDirection(sideways if flat else down)
        self._inner.setStretch(0, 1 if flat else 0)
        if flat:
            self.header.addWidget(self._links, 0, Qt.AlignmentFlag.AlignTop)
            self.setFixedHeight(_LOW_HEIGHT if low else _FLAT_HEIGHT)
        else:
            self.body.addWidget(self._links)
            self._stand()

    def tell(self, title: str, facts: Sequence[tuple[str, str]], lines: Sequence[tuple[str, str]]) -> None:
        """Shows a title, facts with their tones, and lines of day and words."""
        self.set_title(" ".join(title.split()))
        self._facts.show_facts(facts)
        self._lines.show_lines(lines)

    def _stand(self) -> None:
        self.setMinimumHeight(0)
        self.setMaximumHeight(16_777_215)
