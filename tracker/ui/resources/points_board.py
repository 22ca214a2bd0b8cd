"""100 points over the agencies, a row each: whatever is moved or typed, they add up to exactly 100."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tracker.models.mistake import Mistake
from tracker.models.points_split import PointsSplit
from tracker.ui.resources.points_row import PointsRow
from tracker.ui.style import UNIT


class PointsBoard(QScrollArea):
    """`changed` tells that points were moved, typed or evened out; `mistaken` carries what cannot be.

    Rows scroll where there are more than fit, and the row with the keyboard is always in view.
    """

    changed = Signal()
    mistaken = Signal(str)
    confirmed = Signal()
    letter_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[PointsRow] = []
        self._split: PointsSplit | None = None
        self._at = 0
        self.setProperty("look", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("100 points over the agencies")

    @property
    def split(self) -> PointsSplit | None:
        """The points as they stand; None before there are agencies."""
        return self._split

    @property
    def settled(self) -> bool:
        """Whether every number that was typed has been taken."""
        return not any(row.edit.isModified() for row in self.rows)

    def set_names(self, names: Sequence[str]) -> None:
        """Takes other agencies, in their order."""
        inside = QWidget()
        inside.setProperty("look", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 2 * UNIT, 0)
        column.setSpacing(2 * UNIT)
        self.rows = [PointsRow(name) for name in names]
        for place, row in enumerate(self.rows):
            column.addWidget(row)
            self._connect(place, row)
        column.addStretch(1)
        self.setWidget(inside)
        width = max((row.name_width for row in self.rows), default=0)
        for row in self.rows:
            row.set_name_width(width)
        self._at = 0

    def show_split(self, split: PointsSplit) -> None:
        """Shows other points; what was being typed is given up."""
        self._split = split
        for row in self.rows:
            row.settle()
        self._draw()

    def take_focus(self, *, first: bool = False) -> None:
        """Gives the keyboard to the agency that had it last, or to the first."""
        self._at = 0 if first else self._at
        if self.rows:
            self.rows[min(self._at, len(self.rows) - 1)].edit.setFocus(Qt.FocusReason.TabFocusReason)

    def even_out(self) -> None:
        """The same for each that is not locked."""
        if self._split:
            self._give_up_typing()
            self._take(self._split.evened_out())

    def turn_lock(self) -> None:
        """Locks the agency that has the keyboard, or takes its lock off."""
        self._turn_lock(self._at)

    def settle(self) -> bool:
        """Takes the number that is still being typed; returns whether that was possible."""
        for place, row in enumerate(self.rows):
            if row.edit.isModified():
                self._leave(place, row.edit.text())
        return self.settled

    def _connect(self, place: int, row: PointsRow) -> None:
        row.moved.connect(partial(self._move, place))
        row.typed.connect(partial(self._type, place))
        row.left.connect(partial(self._leave, place))
        row.lock_turned.connect(partial(self._turn_lock, place))
        row.edit.stepped.connect(partial(self._step, place))
        row.edit.walked.connect(partial(self._walk, place))
        row.edit.letter_typed.connect(self._hear_letter)
        row.edit.confirmed.connect(self._confirm)
        row.edit.entered.connect(partial(self._note, place))

    def _move(self, place: int, to: int) -> None:
        if self._split:
            self._at = place
            self._give_up_typing()
            self._take(self._split.moved(place, to))

    def _step(self, place: int, by: int) -> None:
        if self._split and self._settle_row(place):
            self._take(self._split.moved(place, self._split.points[place] + by))

    def _type(self, place: int, text: str) -> None:
        """While it is typed the others follow where they can; what is wrong is said when the field is left."""
        if self._split and text.strip().isdecimal():
            try:
                self._take(self._split.typed(place, int(text)))
            except Mistake:
                return

    def _leave(self, place: int, text: str) -> None:
        row = self.rows[place]
        if self._split is None or not text.strip():
            row.settle()
            self._draw()
            return
        try:
            self._take(self._split.typed(place, _whole(text)))
        except Mistake as mistake:
            row.edit.mark(wrong=True)
            self.mistaken.emit(mistake.sentence)
            return
        row.settle()
        self._draw()

    def _settle_row(self, place: int) -> bool:
        row = self.rows[place]
        if row.edit.isModified():
            self._leave(place, row.edit.text())
        return not row.edit.isModified()

    def _give_up_typing(self) -> None:
        for row in self.rows:
            row.settle()

    def _turn_lock(self, place: int) -> None:
        if self._split and self._settle_row(place):
            self._split = self._split.turned(place)
            self._draw()

    def _walk(self, place: int, by: int) -> None:
        self._at = min(max(place + by, 0), len(self.rows) - 1)
        self.take_focus()
        self._note(self._at)

    def _note(self, place: int) -> None:
        """The row with the keyboard is brought into view."""
        self._at = place
        self.ensureWidgetVisible(self.rows[place], 0, 4 * UNIT)

    def _hear_letter(self, letter: str) -> None:
        self.letter_typed.emit(letter)

    def _confirm(self) -> None:
        if self.settle():
            self.confirmed.emit()

    def _take(self, split: PointsSplit) -> None:
        self._split = split
        self._draw()
        self.changed.emit()

    def _draw(self) -> None:
        if self._split is None:
            return
        for place, row in enumerate(self.rows):
            row.show_points(self._split.points[place], locked=place in self._split.locked)


def _whole(text: str) -> int:
    try:
        return int(text.replace(",", ""))
    except ValueError as error:
        raise Mistake(f"“{text.strip()}” is no whole number: give points from 0 to 100.") from error
