"""Two groups side by side: what each is there for, who sits in both, and who alone joins them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.figures.bridges import Bridges
from tracker.models.figures.overlap import GroupOverlap
from tracker.models.records import Group
from tracker.ui.parts.facts import Facts
from tracker.ui.parts.story_lines import StoryLines
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Title, link_button

_FLAT_HEIGHT, _LOW_HEIGHT = 56 * UNIT, 48 * UNIT
_UNBOUNDED = 16_777_215
_NO_PURPOSE = "No shared purpose is written down yet."


class PairCard(Card):
    """`group_requested` carries the id of the group whose name was pressed."""

    group_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._pair: GroupOverlap | None = None
        self._bridges: Bridges | None = None
        self._flat = True
        self._purposes = [PurposeColumn(), PurposeColumn()]
        self._lines = StoryLines("Who sits in both groups, and who alone joins them")
        self._title = Title("Purposes side by side")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    @property
    def words(self) -> list[str]:
        """All that is told, line by line."""
        return [*(words for purpose in self._purposes for words in purpose.words), *self._lines.words]

    def lay(self, flat: bool, low: bool = False) -> None:
        """Lies below a table (`low` where there is little room), or stands beside it."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._flat = flat
        self._box.setDirection(across if flat else down)
        self._box.setStretch(0, 3 if flat else 0)
        self._box.setStretch(1, 2)
        self._show_lines()
        height = _LOW_HEIGHT if low else _FLAT_HEIGHT
        self.setMinimumHeight(height if flat else 0)
        self.setMaximumHeight(height if flat else _UNBOUNDED)

    def tell(self, pair: GroupOverlap | None, bridges: Bridges) -> None:
        """Shows a pair with who joins it; nothing without one. Where there is room, all `bridges` are told too."""
        self.setVisible(pair is not None)
        self._pair, self._bridges = pair, bridges
        if pair is None:
            return
        for column, group in zip(self._purposes, (pair.one, pair.other), strict=True):
            column.show_group(group)
        self._show_lines()

    def _show_lines(self) -> None:
        pair, found = self._pair, self._bridges
        if pair is None or found is None:
            return
        own = found.between(pair.one.id, pair.other.id)
        lines = [
            ("Agencies", f"{pair.agencies.words}{_named(pair.agencies.names)}"),
            ("People", f"{pair.people.words}{_named(pair.people.names)}"),
            *(("Only bridge", f"{bridge.name}: {_small(bridge.words)}") for bridge in own),
        ]
        every = [(bridge.name, f"{bridge.words}.") for bridge in (*found.people, *found.agencies)]
        self._lines.show_parts([("Who they share", lines), ("All the only bridges", () if self._flat else every)])

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4 * UNIT)
        for column in self._purposes:
            column.requested.connect(self.group_requested)
            row.addWidget(column, 1)
        self._box.setSpacing(4 * UNIT)
        self._box.addLayout(row)
        self._box.addWidget(self._lines)
        self.body.addWidget(self._title)
        self.body.addLayout(self._box, 1)


class PurposeColumn(QWidget):
    """A group's name, which leads to it, and its purpose; a long one scrolls."""

    requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._id = ""
        self._name = link_button("")
        self._name.setStyleSheet("QPushButton { padding-left: 0; text-align: left; }")
        self._purpose = Facts(1)
        self._lay_out()

    @property
    def words(self) -> list[str]:
        """The name and the purpose."""
        return [self._name.text(), *self._purpose.words]

    def show_group(self, group: Group) -> None:
        """Shows another group."""
        self._id = group.id
        self._name.setText(group.called)
        self._name.setAccessibleName(f"Open {group.called}")
        self._purpose.show_facts([(group.purpose, "") if group.purpose else (_NO_PURPOSE, "warning")])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._name, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._purpose, 1)
        self._name.clicked.connect(lambda: self.requested.emit(self._id))


def _named(names: Sequence[str]) -> str:
    return f": {', '.join(names)}" if names else ""


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
