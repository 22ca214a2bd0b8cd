"""The five places of the continuum (§1.2) in a row: where the group is, and where it means to be."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from tracker.models.dates import shown
from tracker.models.figures.continuum import Continuum
from tracker.models.guidance.closeness import closeness_help
from tracker.models.records.outlook import Closeness
from tracker.ui.balance.keyed_picture import KeyedPicture
from tracker.ui.style import SMALL, UNIT, current, font

_PLACES = tuple(Closeness)
_HEIGHT, _DOT = 19 * UNIT, 2.5 * UNIT


class ContinuumPicture(KeyedPicture):
    """Arrow keys go over the places; a filled dot is where the group is, a ring where it means to be."""

    def __init__(self) -> None:
        super().__init__("The continuum")
        self._continuum: Continuum | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def number(self) -> int:
        return len(_PLACES)

    @property
    def closeness(self) -> Closeness:
        """The place that the keyboard is on."""
        return _PLACES[self.chosen]

    def show_continuum(self, continuum: Continuum) -> None:
        """Shows a group's places; the keyboard begins where the group is."""
        self._continuum = continuum
        if continuum.now and not self.hasFocus():
            self._chosen = continuum.now.closeness.rank
        self.tell()

    def words_of(self, place: int) -> str:
        closeness = _PLACES[place]
        told = [f"{closeness.label}: {closeness_help(closeness).text} (§1.2)"]
        now, target = self._ends
        if now is closeness and self._continuum and self._continuum.now:
            told.append(f"here since {shown(self._continuum.now.on)}")
        if target is closeness:
            told.append("where the group means to be")
        return " · ".join(told)

    def at(self, point: QPointF) -> int | None:
        return min(len(_PLACES) - 1, max(0, int(point.x() / max(1, self.width()) * len(_PLACES))))

    def sizeHint(self) -> QSize:
        return QSize(110 * UNIT, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(90 * UNIT, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_line(painter)
            for place in range(len(_PLACES)):
                self._draw_place(painter, place)

    @property
    def _ends(self) -> tuple[Closeness | None, Closeness | None]:
        found = self._continuum
        now = found.now.closeness if found and found.now else None
        return now, found.target.closeness if found and found.target else None

    def _middle(self, place: int) -> QPointF:
        return QPointF((place + 0.5) * self.width() / len(_PLACES), 6 * UNIT)

    def _draw_line(self, painter: QPainter) -> None:
        now, target = self._ends
        painter.setPen(QPen(QColor(current().edge), 3))
        painter.drawLine(self._middle(0), self._middle(len(_PLACES) - 1))
        if now and target and now is not target:
            # The way that is still to go.
            painter.setPen(QPen(QColor(current().accent), 2, Qt.PenStyle.DotLine))
            painter.drawLine(self._middle(now.rank), self._middle(target.rank))

    def _draw_place(self, painter: QPainter, place: int) -> None:
        colours, middle, closeness = current(), self._middle(place), _PLACES[place]
        now, target = self._ends
        box = QRectF(place * self.width() / len(_PLACES), 0, self.width() / len(_PLACES), self.height())
        if self.marked == place:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QPen(QColor(colours.field_edge), 1.5))
        painter.setBrush(QColor(colours.card))
        painter.drawEllipse(middle, _DOT / 2, _DOT / 2)
        if target is closeness:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawEllipse(middle, 1.1 * _DOT, 1.1 * _DOT)
        if now is closeness:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(middle, 0.7 * _DOT, 0.7 * _DOT)
        strong = closeness in (now, target)
        painter.setFont(font(SMALL, QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
        painter.setPen(QColor(colours.text if strong else colours.muted))
        words = QRectF(box.left(), middle.y() + 3 * UNIT, box.width(), 4 * UNIT)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, closeness.label)
        painter.setFont(font(SMALL))
        painter.setPen(QColor(colours.muted))
        note = " · ".join(word for word, holds in (("now", now is closeness), ("meant", target is closeness)) if holds)
        painter.drawText(words.translated(0, 4 * UNIT), Qt.AlignmentFlag.AlignCenter, note)
