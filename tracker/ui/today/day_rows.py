"""The rows on the right of the Today page: meetings that are coming, victories, and what others have done."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tracker.models.value import Value, value
from tracker.ui import style
from tracker.ui.place import Place
from tracker.ui.style import NORMAL, SMALL, UNIT
from tracker.ui.today.painting import BOLD, PILL_HEIGHT, PLAIN, look, paint_line, paint_pill, pill_width, wrapped

_PADDING = 3 * UNIT
_LINE, _TITLE = 4 * UNIT, 5 * UNIT
_HEADING = 8 * UNIT
_ABOVE_HEADING = 3 * UNIT
_SHORT_PART = 14


class Heading:
    """What the rows under it are about."""

    leads = False

    def __init__(self, text: str, note: str = "", *, first: bool = False) -> None:
        self.words = f"{text} {note}".strip()
        self._text, self._note = text, note
        self._above = 0 if first else _ABOVE_HEADING

    def height(self, width: int) -> int:
        """One line, with room above it that parts it from what came before."""
        return _HEADING + self._above

    def button(self, place: QRect) -> QRect:
        """None."""
        return QRect()

    def paint(self, painter: QPainter, place: QRect, *, current: bool, lit: bool) -> None:
        """The heading, and its note in small letters."""
        line = place.adjusted(0, self._above, 0, -UNIT)
        paint_line(painter, line, self._text, NORMAL, BOLD, style.current().text)
        left = look(NORMAL, BOLD)[1].horizontalAdvance(self._text) + 2 * UNIT
        paint_line(painter, line.adjusted(left, 0, 0, 0), self._note, SMALL, PLAIN, style.current().muted)


@value
class Told(Value):
    """What a row of a card says: a small line above, its title, and a small line below; each may be empty.

    `place` is where Enter leads; `pill` the word of a button of its own; `tone` "", "good" or "quiet"; `sign` stands
    before the title.
    """

    title: str
    below: str
    place: Place | None
    above: str = ""
    pill: str = ""
    tone: str = ""
    sign: str = ""


def card_of(told: Sequence[Told]) -> list["DayRow"]:
    """The rows of one card: the first and the last of them have its corners."""
    last = len(told) - 1
    return [DayRow(one, first=not place, last=place == last) for place, one in enumerate(told)]


class DayRow:
    """A row of a card."""

    def __init__(self, told: Told, *, first: bool, last: bool) -> None:
        self.told = told
        self._first, self._last = first, last
        self._lines: dict[int, tuple[list[str], list[str]]] = {}

    @property
    def place(self) -> Place | None:
        """Where Enter leads."""
        return self.told.place

    @property
    def leads(self) -> bool:
        """Whether Enter goes anywhere."""
        return self.place is not None

    @property
    def words(self) -> str:
        """All that is seen of it."""
        button = f"Right arrow: {self.told.pill}" if self.told.pill else ""
        return " · ".join(part for part in (self.told.above, self.told.title, self.told.below, button) if part)

    def height(self, width: int) -> int:
        """As high as its lines."""
        titles, belows = self._wrapped(width)
        small = _LINE * (bool(self.told.above) + len(belows))
        edges = (UNIT if self._first else 0) + (UNIT if self._last else 0)
        return _TITLE * len(titles) + small + 3 * UNIT + edges

    def button(self, place: QRect) -> QRect:
        """The pill at the right, if there is one."""
        if not self.told.pill:
            return QRect()
        width = pill_width(self.told.pill)
        return QRect(place.right() - width - _PADDING, place.center().y() - PILL_HEIGHT // 2, width, PILL_HEIGHT)

    def paint(self, painter: QPainter, place: QRect, *, current: bool, lit: bool) -> None:
        """Its part of the card, its lines, and its button."""
        colours = style.current()
        self._paint_ground(painter, QRectF(place).adjusted(0.5, 0, -0.5, 0), current=current)
        left = place.left() + _PADDING + UNIT
        top = place.top() + 3 * UNIT // 2 + (UNIT if self._first else 0)
        right = (self.button(place).left() if self.told.pill else place.right()) - _PADDING
        line = QRect(left, top, right - left, _LINE)
        if self.told.above:
            paint_line(painter, line, self.told.above, SMALL, BOLD, colours.link)
            line.translate(0, _LINE)
        line.setHeight(_TITLE)
        tone = {"good": colours.good, "quiet": colours.muted}.get(self.told.tone, colours.text)
        weight = PLAIN if self.told.tone == "quiet" else BOLD
        titles, belows = self._wrapped(place.width())
        for text in titles:
            paint_line(painter, line, text, NORMAL, weight, tone)
            line.translate(0, _TITLE)
        line.setHeight(_LINE)
        for text in belows:
            paint_line(painter, line, text, SMALL, PLAIN, colours.muted)
            line.translate(0, _LINE)
        if self.told.pill:
            paint_pill(painter, self.button(place), self.told.pill, lit=lit)

    def _paint_ground(self, painter: QPainter, place: QRectF, *, current: bool) -> None:
        """Rows of one card stand on one ground: only the ends of the card have corners."""
        colours = style.current()
        card = place.adjusted(0, 0.5 if self._first else -12, 0, -0.5 if self._last else 12)
        painter.save()
        painter.setClipRect(place)
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(card, 8, 8)
        painter.restore()
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(place.adjusted(UNIT, UNIT / 2, -UNIT, -UNIT / 2), 6, 6)

    def _wrapped(self, width: int) -> tuple[list[str], list[str]]:
        if width not in self._lines:
            room = width - 2 * _PADDING - 2 * UNIT - (pill_width(self.told.pill) + _PADDING if self.told.pill else 0)
            text = f"{self.told.sign} {self.told.title}" if self.told.sign else self.told.title
            titles = wrapped(text, room, 2, NORMAL, PLAIN if self.told.tone == "quiet" else BOLD)
            self._lines = {width: (titles, wrapped(_kept_together(self.told.below), room, 2))}
        return self._lines[width]


def _kept_together(text: str) -> str:
    """With short parts such as "16 people" unbroken where the line breaks."""
    parts = text.split(" · ")
    return " · ".join(part.replace(" ", "\u00a0") if len(part) <= _SHORT_PART else part for part in parts)
