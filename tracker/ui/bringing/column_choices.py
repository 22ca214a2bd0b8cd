"""Which column of a file is which part: a chooser for each part, guessed by the headings at first."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.models.bring_fields import Part, Source, Sources, Thing
from tracker.ui.choosers import KeyedCombo
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Muted, label

_NOT_THERE = "Not in the file"
_WIDTH = 78 * UNIT
_ASKS = "What is always needed is marked with *. Where the file does not say it, choose what holds for all rows."


class ColumnChoices(Card):
    """`changed` says that somebody chose another column."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("Columns")
        self.combos: dict[Part, KeyedCombo] = {}
        self._area = QScrollArea()
        self._area.setProperty("look", "page")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self.body.addWidget(Muted(_ASKS))
        self.body.addWidget(self._area, 1)
        self.setFixedWidth(_WIDTH)

    @property
    def sources(self) -> Sources:
        """Where each part comes from, as it is chosen now."""
        found: Sources = {}
        for part, combo in self.combos.items():
            if combo.key.startswith("column "):
                found[part] = Source(int(combo.key.removeprefix("column ")))
            elif combo.key.startswith("all "):
                found[part] = Source(words=combo.key.removeprefix("all "))
        return found

    def show_parts(
        self, thing: Thing, headings: tuple[str, ...], sources: Sources, same: Mapping[Part, tuple[str, ...]]
    ) -> None:
        """Offers the headings for each part, and beside them what can hold for all rows."""
        self.combos = {}
        inside = QWidget()
        inside.setProperty("look", "page")
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, UNIT, 0)
        grid.setVerticalSpacing(UNIT)
        for place, part in enumerate(thing.parts):
            words = f"{part.label} *" if part in thing.needed else part.label
            combo = KeyedCombo(part.label)
            combo.offer(self._options(headings, same.get(part, ())), _key(sources.get(part)))
            combo.activated.connect(self.changed)
            caption = label(words, "caption")
            caption.setBuddy(combo)
            grid.addWidget(caption, 2 * place, 0)
            grid.addWidget(combo, 2 * place + 1, 0)
            self.combos[part] = combo
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addStretch(1)
        self._area.setWidget(inside)

    def _options(self, headings: tuple[str, ...], same: tuple[str, ...]) -> list[tuple[str, str]]:
        columns = [(f"column {place}", words or f"Column {place + 1}") for place, words in enumerate(headings)]
        return [("", _NOT_THERE), *columns, *((f"all {words}", f"For all: {words}") for words in same)]


def _key(source: Source | None) -> str:
    if source is None:
        return ""
    return f"all {source.words}" if source.column is None else f"column {source.column}"
