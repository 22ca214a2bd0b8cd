"""What all trajectories say together: months in each stage, moves between stages, and who is where others fell."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tracker.models.figures.lane import Lane
from tracker.models.figures.months_in_stage import MonthsInStage, months_in_stage
from tracker.models.figures.stage_moves import StageMoves, stage_moves
from tracker.models.figures.trajectories import GroupLine, Trajectories
from tracker.models.figures.where_others_fell import WhereOthersFell, where_others_fell
from tracker.models.records.record import Record
from tracker.ui.cells import LinesDelegate
from tracker.ui.parts.counts_card import CountsCard
from tracker.ui.style import UNIT
from tracker.ui.table import Column, Table
from tracker.ui.table_view import TableView
from tracker.ui.trajectories.columns import FELL_COLUMNS, MONTHS_COLUMNS, MOVES_COLUMNS, months_key
from tracker.ui.widgets import Card, Elided, EmptyState, Muted, quiet_button

_ROW, _HEADER = 7 * UNIT, 9 * UNIT
# The height in which the six lanes stand under their headings.
HEIGHT = _HEADER + 6 * _ROW + 5 * UNIT
# Beside the chart the moves between all lanes have room.
_WIDTH = 190 * UNIT
_ANY_HEIGHT = 16_777_215
_TITLES = ("Months in each stage", "Moves between stages", "Where others fell")
_NOTES = (
    "Counted from judgement to judgement, over all groups of the office, the closed ones too.",
    "Of all stays in a stage: how many groups went where next. Counts of what was, not chances.",
    "Running groups that are in a stage for about as long as other groups were when they fell from it (§7.2).",
)
_NO_STAYS = "Once a stage is judged, it is counted here."


class Facts(QWidget):
    """One of the three at a time, or all below each other where there is room; `group_requested` carries an id."""

    group_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._told: Trajectories | None = None
        self._wide = False
        self._chosen = 0
        self.months = _view(MONTHS_COLUMNS, months_key, self._behind_lane)
        self.moves = _view(MOVES_COLUMNS, months_key, self._behind_lane)
        self.fell = _view(FELL_COLUMNS, lambda row: str(row.line.id), _behind_group)
        self._nobody = EmptyState("")
        empties = (EmptyState(_NO_STAYS), EmptyState(_NO_STAYS), self._nobody)
        views = (self.months, self.moves, self.fell)
        self.cards = [CountsCard(*part) for part in zip(_TITLES, views, empties, strict=True)]
        self.buttons = [quiet_button(title) for title in _TITLES]
        self._strip = QWidget()
        self._note = Elided("", "muted")
        self._notes = [Muted(note) for note in _NOTES]
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.fell.opened.connect(self._open)

    @property
    def nothing_words(self) -> str:
        """Why nobody is where others fell."""
        return self._nobody.sentence

    def show_facts(self, told: Trajectories) -> None:
        """Works them out of all groups, whatever the page is narrowed to."""
        self._told = told
        stays = [stay for line in told.lines for stay in line.stays]
        self.months.table.set_rows(months_in_stage(stays))
        self.moves.table.set_rows(stage_moves(stays))
        falls = where_others_fell(told.lines)
        self._nobody.say(falls.nothing_words)
        self.fell.table.set_rows(falls.found)
        number = f" ({len(falls.found)})" if falls.found else ""
        self.buttons[2].setText(f"{_TITLES[2]}{number}")

    def fit(self, *, wide: bool) -> None:
        """Shows all three, or one of them in its height."""
        self._wide = wide
        self.setMinimumWidth(_WIDTH if wide else 0)
        self._strip.setVisible(not wide)
        for card in self.cards:
            card.setMaximumHeight(_ANY_HEIGHT if wide else HEIGHT)
            card.setMinimumHeight(0 if wide else HEIGHT)
        self._show()

    def show_part(self, place: int) -> None:
        """Turns to one of the three."""
        self._chosen = place
        self._show()

    def _show(self) -> None:
        self.buttons[self._chosen].setChecked(True)
        self._note.set_text(_NOTES[self._chosen])
        for place, (card, note) in enumerate(zip(self.cards, self._notes, strict=True)):
            card.setVisible(self._wide or place == self._chosen)
            note.setVisible(self._wide)
            _head(card, shown=self._wide)

    def _open(self, row: object) -> None:
        if isinstance(row, WhereOthersFell):
            self.group_requested.emit(row.line.id)

    def _behind_lane(self, row: MonthsInStage | StageMoves) -> Iterable[Record]:
        """What a lane's counts rest on: the judgements that put a group there."""
        lane: Lane = row.lane
        for line in self._told.lines if self._told else ():
            yield from (point.judgement for point in line.trajectory.points if point.lane is lane)

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * UNIT)
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        choice = QButtonGroup(self)
        for place, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.setProperty("small", True)
            choice.addButton(button, place)
            row.addWidget(button)
        row.addSpacing(2 * UNIT)
        row.addWidget(self._note, 1)
        choice.idClicked.connect(self.show_part)
        self._column.addWidget(self._strip)
        for card, note in zip(self.cards, self._notes, strict=True):
            note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            note.setContentsMargins(2 * UNIT, 0, 0, 0)
            card.body.insertWidget(1, note)
            self._column.addWidget(card, 1)


def _head(card: Card, *, shown: bool) -> None:
    """The title of a card, which stands on its button where only one is seen."""
    first = card.header.itemAt(0)
    title = first.widget() if first else None
    if title is not None:
        title.setVisible(shown)


def _view(
    columns: Sequence[Column], key: Callable[[Any], str], records: Callable[[Any], Iterable[Record]]
) -> TableView:
    view = TableView(Table(columns, key, records), row_height=_ROW)
    view.verticalHeader().setMinimumSectionSize(_ROW)
    view.verticalHeader().setDefaultSectionSize(_ROW)
    view.setItemDelegate(LinesDelegate(view))
    # In the order of the life cycle; sorted by a figure the stages would read as a ranking.
    view.setSortingEnabled(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
    return view


def _behind_group(row: WhereOthersFell) -> Iterable[Record]:
    line: GroupLine = row.line
    yield line.group
    yield from (point.judgement for point in line.trajectory.points)
