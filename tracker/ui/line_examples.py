"""What a line of a meeting can look like, for each kind: as many as there is room for under the line."""

from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.models.dates import MONTHS
from tracker.models.meeting_draft import ItemKind
from tracker.ui.kind_look import kind_colour
from tracker.ui.style import SMALL, UNIT, current, font

_IN_TWO_WEEKS = timedelta(days=14)
_ROW = 6 * UNIT
_WORDS_FROM = 30 * UNIT
_HEADING = "As it was said, for example. A letter and a space in front, such as “c ”, say the kind as well."


class LineExamples(QWidget):
    """One quiet line a kind, painted. They are only read: nothing here takes the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[ItemKind, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    @property
    def lines(self) -> tuple[str, ...]:
        """The examples from top to bottom."""
        return tuple(self._lines.values())

    def show_for(self, on: date, agency: str) -> None:
        """Writes the examples for a meeting on that day, of a group with that agency."""
        day = on + _IN_TWO_WEEKS
        self._lines = _lines(agency or "Police", f"{day.day} {MONTHS[day.month - 1]}")
        self.setAccessibleName(_HEADING)
        self.setAccessibleDescription(". ".join(self._lines.values()))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100 * UNIT, (len(ItemKind) + 1) * _ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = current()
        place = QRectF(3 * UNIT, UNIT, self.width() - 6 * UNIT, _ROW)
        rows = [("", _HEADING, colours.muted)]
        rows += [(kind.label, words, kind_colour(kind)) for kind, words in self._lines.items()]
        with QPainter(self) as painter:
            for name, words, colour in rows:
                # A row is there as a whole or not at all.
                if place.bottom() > self.height():
                    return
                self._draw_row(painter, place, (name, words, colour))
                place.translate(0, _ROW)

    def _draw_row(self, painter: QPainter, place: QRectF, row: tuple[str, str, str]) -> None:
        name, words, colour = row
        painter.setFont(font(SMALL, QFont.Weight.DemiBold))
        painter.setPen(QColor(colour))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
        beside = place.adjusted(_WORDS_FROM if name else 0, 0, 0, 0)
        face = font(SMALL)
        painter.setFont(face)
        painter.setPen(QColor(current().muted))
        fitted = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, int(beside.width()))
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, fitted)


def _lines(who: str, by: str) -> dict[ItemKind, str]:
    return {
        ItemKind.DECISION: "Decided on one plan for each family, kept by whoever calls most",
        ItemKind.COMMITMENT: f"{who} will run the driving course for the school by {by}",
        ItemKind.VICTORY: f"Well done: six learner licences, thanks to {who} and the whānau",
        ItemKind.LESSON: "Learned to ring before we call: a door opens to somebody who is expected",
        ItemKind.RISK: f"Risk: the lease of the hall ends in spring, which falls on {who}",
        ItemKind.BALL: f"Ball: {who} holds school attendance",
        ItemKind.NOW_SEE: "We now see that the house was the worry all along, and not the school",
        ItemKind.NOTE: "n Next time at the marae, with the line managers",
    }
