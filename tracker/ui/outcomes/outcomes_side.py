"""The Outcomes and indicators side of a group's Victories: what it works for, and whether the curve turns (§4.2)."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.models.figures.indicator_curve import IndicatorCurve
from tracker.models.figures.outcome_board import OutcomeBoard, outcome_board
from tracker.models.figures.timeline_words import number
from tracker.models.records import Agency, Group, Indicator, IndicatorValue, Record, Result, SharedOutcome
from tracker.models.records.outcome import ValueKind
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.outcomes.board_view import BoardView
from tracker.ui.outcomes.curve_card import CurveCard
from tracker.ui.outcomes.outcome_card import OutcomeCard
from tracker.ui.outcomes.outcome_columns import (
    BoardLine,
    heading_words,
    lines_of,
    outcome_columns,
    part_of,
    records_behind,
)
from tracker.ui.outcomes.outcome_deeds import OutcomeDeeds
from tracker.ui.outcomes.outcome_delegate import OutcomeDelegate
from tracker.ui.outcomes.outcome_forms import (
    add_indicator,
    add_outcome,
    correct_indicator,
    correct_outcome,
    move_status,
)
from tracker.ui.page import Page
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.signs import Signs
from tracker.ui.place import Place
from tracker.ui.style import UNIT
from tracker.ui.table_card import TableCard
from tracker.ui.widgets import EmptyState, primary_button, quiet_button
from tracker.ui.words import in_quotes

_OFFERS = (
    ("I", "Indicator", "Adds an indicator to the chosen outcome"),
    ("V", "Value", "Enters what was measured: the day, the value, and whether it is an estimate"),
    ("T", "Target", "Enters where the indicator should be on a day"),
    ("F", "Forecast", "Enters what is to be expected on a day without the group's work"),
    ("S", "Status", "Says how the outcome stands and what is behind the curve"),
    ("L", "List", "The values of the indicator as a list, or its curve again"),
    ("P", "Picture", "Saves the curve as PNG, SVG or PDF"),
    ("Enter", "Correct", "Opens what is chosen, an outcome, an indicator or a value, to put it right"),
    ("Delete", "Remove", "Takes away the chosen value, or what has nothing resting on it"),
)
_LETTERS = "AIVTFSLP"
_NOTHING = (
    "What the group wants to be true for people in a place stands here, with the figures that show whether it comes "
    "nearer (§4.2)."
)
# From this width on every column has room; from this height on there is room to ask beside all that is told.
_WIDE, _ROOMY = 330 * UNIT, 150 * UNIT
_LEAST_STORY, _MOST_STORY = 36 * UNIT, 66 * UNIT
_WORDS = {
    ValueKind.ACTUAL: "A value",
    ValueKind.TARGET: "A target",
    ValueKind.FORECAST: "A forecast without action",
}
Keep = Callable[[date, str, str], IndicatorValue]
_KINDS = {"T": ValueKind.TARGET, "F": ValueKind.FORECAST}


class OutcomesSide(Page):
    """Outcomes with their indicators on the left; the curve of the chosen one on the right."""

    kinds = frozenset({SharedOutcome, Indicator, IndicatorValue, Result, Agency, Group})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self._board: OutcomeBoard | None = None
        self._back: QWidget | None = None
        self._deeds = OutcomeDeeds(desk)
        self.table = HeadedTable(outcome_columns(Signs()), lambda line: str(line.id), heading_words)
        self.table.records = records_behind
        self.table.set_part(part_of)
        self.view = BoardView(self.table, _LETTERS)
        self.add = primary_button("&Add outcome", icon_name="plus")
        self.foot = FootRow(_OFFERS)
        self.asking = Asking()
        self.curve = CurveCard(_LETTERS)
        self.story = OutcomeCard()
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Outcomes and indicators"

    @property
    def words(self) -> str:
        """The board in a line."""
        return self._board.words if self._board and self._board.outcomes else ""

    @property
    def chosen(self) -> BoardLine | None:
        """The outcome or indicator that is chosen."""
        return next(iter(self.view.chosen_rows), None)

    def show_place(self, place: Place) -> None:
        if place.group_id and place.group_id != self._group_id:
            self.asking.leave()
            self.view.selectionModel().clear()
        self._group_id = place.group_id or self._group_id
        self.refill()
        if place.record_id:
            self._lead_to(place.record_id)

    def refill(self) -> None:
        if self.desk.snapshot.find(Group, self._group_id) is None:
            return
        self._board = outcome_board(self.desk.snapshot, self._group_id)
        self.table.set_rows(lines_of(self._board))
        self._choose_first()
        self._show_chosen()

    def take_focus(self) -> None:
        """Gives the keyboard to the table, so that its keys work at once."""
        (self.view if self.table.total else self._first).setFocus()

    def press(self, key: str, other_day: bool = False) -> None:
        """Does what a key stands for with what is chosen."""
        line = self.chosen
        if key == "A":
            self.add_outcome()
        elif line is None:
            return
        elif key == "I":
            self._choose_made(add_indicator(self.desk, self, line.standing.outcome))
        elif key == "S":
            move_status(self.desk, self, line.standing.outcome)
        elif key == "L":
            self.curve.turn(listed=not self.curve.listed)
        elif key == "P":
            self.curve.ask_where()
        elif key == "Enter":
            self._correct(line)
        elif key == "Delete":
            self._remove(line)
        elif line.curve is None:
            self.desk.mistaken.emit("Choose an indicator first, or add one to this outcome with I.")
        else:
            self._ask_for_value(line.curve, _KINDS.get(key, ValueKind.ACTUAL))

    def add_outcome(self) -> None:
        """Asks for a new outcome."""
        self._choose_made(add_outcome(self.desk, self, self._group_id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _choose_first(self) -> None:
        """The first indicator, because it has a curve; else the first outcome."""
        if self.chosen is None:
            lines = self.table.things
            first = next((line for line in lines if line.curve), next(iter(lines), None))
            if first is not None:
                self.view.choose(first.id)

    def _choose_made(self, made: Record | None) -> None:
        if made is not None:
            self.view.choose(made.id)
            self.view.setFocus()

    def _lead_to(self, identity: str) -> None:
        value = self.desk.snapshot.find(IndicatorValue, identity)
        self.view.choose(value.indicator_id or "" if value else identity)
        self.view.setFocus()
        if value is not None:
            self.curve.lead_to(value.id)

    def _correct(self, line: BoardLine) -> None:
        value = self.curve.value
        if value is not None and line.curve is not None:
            self._ask_to_correct(line.curve, value)
        elif line.curve is not None:
            correct_indicator(self.desk, self, line.curve.indicator)
        else:
            correct_outcome(self.desk, self, line.standing.outcome)

    def _remove(self, line: BoardLine) -> None:
        thing: Record = self.curve.value or (line.curve.indicator if line.curve else line.standing.outcome)
        self.desk.attempt(lambda: self._deeds.remove(thing))

    def _ask_for_value(self, curve: IndicatorCurve, kind: ValueKind) -> None:
        indicator, snapshot = curve.indicator, self.desk.snapshot
        measured = kind is ValueKind.ACTUAL
        day = DayEdit("The day", snapshot, snapshot.today if measured else None, past=measured)
        kinds = _kinds((ValueKind.ACTUAL, ValueKind.ESTIMATE) if measured else (kind,), kind)
        title = f"{_WORDS[kind]} of {in_quotes(indicator.name)}, in {indicator.unit}"
        self._ask(title, "Add", day, QLineEdit(), kinds, partial(self._deeds.add, indicator))

    def _ask_to_correct(self, curve: IndicatorCurve, value: IndicatorValue) -> None:
        indicator = curve.indicator
        day = DayEdit("The day", self.desk.snapshot, value.period_end)
        figure = QLineEdit("" if value.value is None else number(value.value))
        title = f"Correct a value of {in_quotes(indicator.name)}, in {indicator.unit}"
        kinds = _kinds(tuple(ValueKind), value.kind)
        self._ask(title, "Correct", day, figure, kinds, partial(self._deeds.correct, value, indicator))

    def _ask(self, title: str, word: str, day: DayEdit, figure: QLineEdit, kinds: KeyedCombo, keep: Keep) -> None:
        """Asks in the page, and leads to the value that was kept."""
        self._back = QApplication.focusWidget()

        def done(given: dict[str, Any]) -> None:
            self.curve.lead_to(keep(given["on"], given["value"], given["kind"]).id)

        inputs = [("on", "Day", day), ("value", "Value", figure), ("kind", "What it is", kinds)]
        self.asking.ask(title, word, inputs if kinds.count() > 1 else inputs[:2], _with_kind(kinds, done))

    def _make_room(self) -> None:
        """Where list and picture would be left with little, the words beside them go while something is asked."""
        tight = not self.asking.isHidden() and self.height() < _ROOMY
        self.story.setVisible(not tight and self.chosen is not None)
        self.curve.make_room(tight)

    def _go_on(self) -> None:
        """The keyboard goes back to where the key was typed."""
        self._make_room()
        back = self._back if self._back in (self.view, self.curve.plot, self.curve.view) else self.view
        (back if back is not None and back.isVisible() else self.view).setFocus()

    def _show_chosen(self) -> None:
        line = self.chosen
        self.foot.setVisible(line is not None)
        self.curve.setVisible(line is not None)
        self._make_room()
        if line is None:
            return
        self.curve.show_curve(line.standing, line.curve)
        self.story.show_outcome(line.standing)
        self.foot.allow({offer[0] for offer in _OFFERS} - (set() if line.curve else set("VTFLP")))

    def _fit(self) -> None:
        """The list is as wide as its columns need, and the curve has the rest."""
        self._halves.setStretch(0, 6 if self.width() >= _WIDE else 5)
        self._halves.setStretch(1, 5)
        self.story.setFixedHeight(max(_LEAST_STORY, min(self.height() // 4, _MOST_STORY)))

    def _lay_out(self) -> None:
        self.view.setItemDelegate(OutcomeDelegate(self.view))
        # An outcome stands over its indicators, whatever they say.
        self.view.setSortingEnabled(False)
        self.add.setToolTip("Something that the group wants to be true for people in a place (A)")
        self._first = quiet_button("Add the first outcome", icon_name="plus")
        self._first.clicked.connect(self.add_outcome)
        card = TableCard("Outcomes and indicators", self.view, EmptyState(_NOTHING, self._first), self.add)
        left = QVBoxLayout()
        left.setSpacing(3 * UNIT)
        left.addWidget(card, 1)
        left.addWidget(self.story)
        self._halves = QHBoxLayout()
        self._halves.setSpacing(3 * UNIT)
        self._halves.addLayout(left)
        self._halves.addWidget(self.curve)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addLayout(self._halves, 1)
        column.addWidget(self.asking)
        column.addWidget(self.foot)
        self._fit()

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_outcome)
        self.foot.chosen.connect(self.press)
        self.asking.opened.connect(self._make_room)
        self.asking.closed.connect(self._go_on)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(lambda: self.press("Enter"))
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)
        self.curve.key_typed.connect(self.press)
        self.curve.mistaken.connect(self.desk.mistaken)
        self.curve.said.connect(self.desk.said)


def _kinds(kinds: Sequence[ValueKind], chosen: ValueKind | None) -> KeyedCombo:
    combo = KeyedCombo("What it is")
    combo.offer([(kind.value, kind.label) for kind in kinds], chosen)
    return combo


def _with_kind(kinds: KeyedCombo, keep: Callable[[dict[str, Any]], None]) -> Callable[[dict[str, Any]], None]:
    """A target or a forecast is asked for without its kind."""
    return lambda given: keep({"kind": kinds.key, **given})
