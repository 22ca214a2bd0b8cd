"""The curve of an indicator on the page: arrow keys go from value to value, and the page's keys hold here too."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

from tracker.models.figures.indicator_curve import CurvePoint, IndicatorCurve
from tracker.models.records import IndicatorValue
from tracker.ui.balance.keyed_picture import KeyedPicture
from tracker.ui.outcomes.curve_paint import CurvePaint
from tracker.ui.outcomes.value_columns import value_words
from tracker.ui.style import UNIT, current

_NEAR = 14.0
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class CurvePlot(KeyedPicture):
    """`key_typed` carries a letter of the page, or "Delete"."""

    key_typed = Signal(str, bool)

    def __init__(self, letters: str) -> None:
        super().__init__("The indicator's curve")
        self._letters = letters
        self._curve: IndicatorCurve | None = None
        self.setMinimumSize(60 * UNIT, 54 * UNIT)

    @property
    def number(self) -> int:
        return len(self._values)

    @property
    def value(self) -> IndicatorValue | None:
        """The value that the keyboard is on."""
        return self._values[self.chosen] if self._values else None

    def show_curve(self, curve: IndicatorCurve) -> None:
        """Shows another curve, or the same after a change: the value that was chosen stays so."""
        kept = self.value
        same = self._curve is not None and self._curve.id == curve.id
        self._curve = curve
        ids = [each.id for each in self._values]
        if same and kept is not None and kept.id in ids:
            self._chosen = ids.index(kept.id)
        elif not same:
            self._chosen = max(0, self.number - 1)
        self.tell()

    def lead_to(self, identity: str) -> None:
        """Goes to a value."""
        for place, each in enumerate(self._values):
            if each.id == identity:
                self.choose(place)

    def words_of(self, place: int) -> str:
        assert self._curve is not None
        return f"{value_words(self._values[place], self._curve)}"

    def at(self, point: QPointF) -> int | None:
        if self._curve is None or not self.number:
            return None
        scale = CurvePaint(self._curve, self._room, current()).scale
        spots = (scale.at(_point(each)) - point for each in self._values)
        far, place = min((spot.manhattanLength(), place) for place, spot in enumerate(spots))
        return place if far <= _NEAR else None

    def sizeHint(self) -> QSize:
        return QSize(120 * UNIT, 72 * UNIT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = chr(event.key()).upper() if 0x20 <= event.key() < 0x7F else ""
        if letter and letter in self._letters and not event.modifiers() & _WITH:
            self.key_typed.emit(letter, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Delete:
            self.key_typed.emit("Delete", False)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._curve is None:
            return
        marked = None if self.marked is None else self._values[self.marked]
        with QPainter(self) as painter:
            drawing = CurvePaint(self._curve, self._room, current())
            drawing.paint(painter, _point(marked) if marked else None, marked.kind if marked else None)

    @property
    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(1, 1, -1, -1)

    @property
    def _values(self) -> tuple[IndicatorValue, ...]:
        """From the oldest on."""
        return tuple(reversed(self._curve.values)) if self._curve else ()


def _point(each: IndicatorValue) -> CurvePoint:
    assert each.period_end is not None
    assert each.value is not None
    return CurvePoint(each.period_end, each.value)
