"""The card of the chosen indicator: its curve and, one key away, the same values as a list; below, what they say."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from tracker.models.figures.indicator_curve import IndicatorCurve
from tracker.models.figures.outcome_board import OutcomeStanding
from tracker.models.mistake import Mistake
from tracker.models.records import IndicatorValue
from tracker.ui.outcomes.curve_plot import CurvePlot
from tracker.ui.outcomes.deleting_view import DeletingView
from tracker.ui.outcomes.value_columns import ValueTable
from tracker.ui.parts.facts import Facts
from tracker.ui.plots.picture_file import KINDS
from tracker.ui.style import UNIT, current
from tracker.ui.widgets import Card, Elided, EmptyState, quiet_button

# As high as what is said below the picture may be.
_MOST = 40 * UNIT
_NO_PICTURE = "There is no curve to save yet: choose an indicator that has values."
_PICTURE, _LIST, _NOTHING = range(3)
_HINT = "Arrow keys: value by value. Enter corrects, Delete removes."
_LIST_HINT = "Enter corrects the chosen value, Delete removes it."
_NO_VALUE = "No value has been entered yet: its curve begins with the first one."
_NO_INDICATOR = "Nothing shows yet whether this outcome comes nearer: give it an indicator."


class CurveCard(Card):
    """`key_typed` carries the keys of the page that were typed here; `mistaken` and `said` tell of a saved picture."""

    key_typed = Signal(str, bool)
    mistaken = Signal(str)
    said = Signal(str)

    def __init__(self, letters: str) -> None:
        super().__init__("Indicator")
        self._standing: OutcomeStanding | None = None
        self._curve: IndicatorCurve | None = None
        self._listed = False
        self._roomless = False
        self.plot = CurvePlot(letters)
        self.table = ValueTable()
        self.view = DeletingView(self.table, "", letters, 8 * UNIT)
        self.first = quiet_button("", icon_name="plus")
        self._empty = EmptyState("", self.first)
        self._stack = QStackedWidget()
        self._marked = Elided("", "muted")
        self._facts = Facts(4)
        self._lay_out()
        self._connect()

    @property
    def value(self) -> IndicatorValue | None:
        """The value that the keyboard is on, while it is in this card."""
        if self.view.hasFocus():
            row = self.view.chosen_row
            return row if isinstance(row, IndicatorValue) else None
        return self.plot.value if self.plot.hasFocus() else None

    @property
    def words(self) -> list[str]:
        """What stands below the picture."""
        return self._facts.words

    @property
    def listed(self) -> bool:
        """Whether the list stands there."""
        return self._listed

    def show_curve(self, standing: OutcomeStanding, curve: IndicatorCurve | None) -> None:
        """Shows an indicator; without one says that the outcome has none."""
        self._standing, self._curve = standing, curve
        self.set_title(curve.indicator.name if curve else "Indicators")
        if curve is not None:
            self.plot.show_curve(curve)
            self.table.show_values(curve.values, curve.indicator.unit)
            self.view.choose_first()
            source = f"Source: {curve.indicator.source}" if curve.indicator.source else ""
            lines = (curve.movement_sentence, curve.target_sentence, curve.turn_sentence, source)
            self._facts.show_facts([(line, "") for line in lines])
        self._empty.say(_NO_VALUE if curve else _NO_INDICATOR)
        self.first.setText(" Add the first value" if curve else " Add an indicator")
        self._turn()

    def turn(self, *, listed: bool) -> None:
        """Shows the values as a list, or the curve again."""
        had_focus = self.plot.hasFocus() or self.view.hasFocus()
        self._listed = listed
        self._turn()
        if had_focus:
            (self.view if listed else self.plot).setFocus()

    def make_room(self, wanted: bool) -> None:
        """Takes away what is said below the picture while something is asked, or shows it again."""
        self._roomless = wanted
        self._turn()

    def lead_to(self, identity: str) -> None:
        """Goes to a value."""
        self.plot.lead_to(identity)
        self.view.choose(identity)

    def save_picture(self, path: Path) -> None:
        """Saves the curve in the colours of the window, as the path's ending says."""
        # What writes pictures is loaded when one is wanted.
        from tracker.ui.outcomes.curve_picture import save_curve

        if self._curve is None or self._standing is None:
            return
        try:
            save_curve(self._curve, self._standing.outcome.statement, current(), path)
        except Mistake as mistake:
            self.mistaken.emit(mistake.sentence)
        else:
            self.said.emit(f"The curve is saved as {path}.")

    def ask_where(self) -> None:
        """Asks for the file of a picture, and saves it."""
        if self._curve is None or not self._curve.values:
            self.mistaken.emit(_NO_PICTURE)
            return
        proposed = f"{self._curve.indicator.name}.png".replace("/", "-")
        chosen, kind = QFileDialog.getSaveFileName(self, "Save the curve as a picture", proposed, ";;".join(KINDS))
        if chosen:
            path = Path(chosen)
            self.save_picture(path if path.suffix else path.with_suffix(KINDS[kind]))

    def _turn(self) -> None:
        nothing = self._curve is None or not self._curve.values
        self._stack.setCurrentIndex(_NOTHING if nothing else _LIST if self._listed else _PICTURE)
        for part in (self._marked, self._facts):
            part.setVisible(not nothing and not self._roomless)
        self._say("")

    def _say(self, words: str) -> None:
        self._marked.set_text(words or (_LIST_HINT if self._listed else _HINT))

    def _lay_out(self) -> None:
        self._title.setWordWrap(True)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.header.setStretch(0, 1)
        self.header.setStretch(1, 0)
        self.view.setSortingEnabled(False)
        self.view.setAccessibleName("Values of the indicator")
        for part in (self.plot, self.view, _roomy(self._empty)):
            self._stack.addWidget(part)
        self._facts.setMaximumHeight(_MOST)
        self.body.setSpacing(UNIT)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._marked)
        self.body.addWidget(self._facts)

    def _connect(self) -> None:
        self.first.clicked.connect(lambda: self.key_typed.emit("V" if self._curve else "I", False))
        self.plot.said.connect(self._say)
        self.plot.key_typed.connect(self.key_typed)
        self.plot.opened.connect(lambda _: self.key_typed.emit("Enter", False))
        self.view.key_typed.connect(self.key_typed)
        self.view.opened.connect(lambda _: self.key_typed.emit("Enter", False))


def _roomy(empty: EmptyState) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(empty)
    return whole
