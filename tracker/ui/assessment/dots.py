"""Answers as dots over the scale from 0 to 4: one for each agency, stacked where several lie together."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from tracker.models.figures.self_profile import HIGHEST
from tracker.ui.cells import LinesDelegate
from tracker.ui.style import UNIT, current
from tracker.ui.table_view import TableView

Index = QModelIndex | QPersistentModelIndex
# The dots of a row, and what stands in their middle; None where there is nothing to mark.
Dots = tuple[Sequence[float], float | None]

_RADIUS = 4.0
_SIDE = 3 * UNIT
# Two dots that lie nearer than this, in pixels, stand above each other.
_NEAR = 1.6 * _RADIUS


class DotsDelegate(LinesDelegate):
    """Paints one column of a table as dots; the cell's words say the same."""

    def __init__(self, dots: Callable[[Any], Dots | None], view: TableView) -> None:
        super().__init__(view)
        self._dots = dots

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        told = self._dots(self.view.table.row_at(index))
        if told is None or not told[0]:
            super().paint(painter, option, index)
            return
        self.paint_ground(painter, option, index)
        place = QRectF(option.rect).adjusted(_SIDE, 2, -_SIDE, -2)
        paint_dots(painter, place, *told)

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """What lies below the dots: the colour of a chosen row."""
        if self.view.selectionModel().isSelected(index):
            painter.fillRect(option.rect, QColor(current().accent_soft))


def paint_dots(painter: QPainter, place: QRectF, dots: Sequence[float], middle: float | None) -> None:
    """Paints the scale with its five ticks, the dots over it, and a line where the middle is."""
    colours = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    base = place.center().y()
    painter.setPen(QPen(QColor(colours.field_edge), 1))
    painter.drawLine(QPointF(place.left(), base), QPointF(place.right(), base))
    for tick in range(HIGHEST + 1):
        x = _x(place, tick)
        painter.drawLine(QPointF(x, base - 3), QPointF(x, base + 3))
    if middle is not None:
        painter.setPen(QPen(QColor(colours.text), 2))
        painter.drawLine(QPointF(_x(place, middle), base - 11), QPointF(_x(place, middle), base + 11))
    painter.setPen(QPen(QColor(colours.card), 1))
    painter.setBrush(QColor(colours.accent))
    for x, level in _stacked([_x(place, dot) for dot in sorted(dots)], place.height() / 2):
        painter.drawEllipse(QPointF(x, base - level), _RADIUS, _RADIUS)
    painter.restore()


def _stacked(places: Sequence[float], room: float) -> list[tuple[float, float]]:
    """Each dot's place and how far it stands above the line; a pile is no higher than there is room."""
    piles: list[list[float]] = []
    for x in places:
        if piles and x - piles[-1][0] < _NEAR:
            piles[-1].append(x)
        else:
            piles.append([x])
    found = []
    for pile in piles:
        step = min(_RADIUS * 1.6, (2 * room - 2 * _RADIUS - 2) / max(1, len(pile) - 1))
        lowest = -step * (len(pile) - 1) / 2
        found += [(x, lowest + level * step) for level, x in enumerate(pile)]
    return found


def _x(place: QRectF, score: float) -> float:
    return place.left() + place.width() * score / HIGHEST
