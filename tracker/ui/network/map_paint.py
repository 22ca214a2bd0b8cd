"""How the map is painted: agencies as circles, groups as boxes, lines as wide as the meetings are many."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from tracker.models.figures.agency_map import Column, MapTie
from tracker.ui.network.map_layout import MapLayout, Spot
from tracker.ui.style import SMALL, UNIT, Colours, font

_THIN, _WIDE = 1.2, 6.0
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
LEGEND = (
    ("agency", "agency"),
    ("several", "in several groups: larger"),
    ("group", "group"),
    ("few", "came to few meetings in 12 months"),
    ("many", "to many"),
    ("none", "a seat, came to none"),
    ("unseated", "came without a seat"),
)


def paint_tie(
    painter: QPainter, layout: MapLayout, tie: MapTie, colours: Colours, *, strong: bool, faint: bool
) -> None:
    """A line from the agency's circle to the side of the group's box; `strong` in the accent, `faint` set back."""
    agency, group = layout.spots[tie.agency_id], layout.spots[tie.group_id]
    left = agency.point.column is Column.LEFT
    start = QPointF(agency.mark.right() if left else agency.mark.left(), agency.centre.y())
    end = QPointF(group.mark.left() if left else group.mark.right(), group.centre.y())
    bend = (end.x() - start.x()) * 0.5
    path = QPainterPath(start)
    path.cubicTo(QPointF(start.x() + bend, start.y()), QPointF(end.x() - bend, end.y()), end)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(tie.weight, seated=tie.seated, colour=_line_colour(colours, strong=strong, faint=faint)))
    painter.drawPath(path)


def paint_spot(
    painter: QPainter, spot: Spot, names: QFont, colours: Colours, *, chosen: bool, near: bool, faint: bool
) -> None:
    """A point with its name. `chosen` has a ring, `near` is filled, `faint` is set back."""
    if spot.point.is_group:
        _paint_group(painter, spot, names, colours, chosen=chosen, near=near, faint=faint)
    else:
        _paint_agency(painter, spot, names, colours, chosen=chosen, near=near, faint=faint)


def legend_width(painter: QPainter, words: str) -> float:
    """How much room an entry of the legend takes, in pixels."""
    return 9 * UNIT + QFontMetricsF(painter.font()).horizontalAdvance(words) + 4 * UNIT


def paint_legend(painter: QPainter, place: QPointF, kind: str, words: str, colours: Colours) -> None:
    """One mark with its words; `place` is the upper left corner."""
    middle = QPointF(place.x() + 4 * UNIT, place.y() + 2.5 * UNIT)
    painter.setPen(QPen(QColor(colours.muted), 1.2))
    painter.setBrush(QColor(colours.card))
    if kind in ("agency", "several"):
        radius = 3.5 if kind == "agency" else 5.5
        painter.drawEllipse(middle, radius, radius)
    elif kind == "group":
        painter.drawRoundedRect(QRectF(middle.x() - 10, middle.y() - 6, 20, 12), 3, 3)
    else:
        weight = {"few": 0.1, "many": 1.0}.get(kind, 0.0 if kind == "none" else 0.3)
        painter.setPen(_pen(weight, seated=kind != "unseated", colour=QColor(colours.muted)))
        painter.drawLine(QPointF(middle.x() - 11, middle.y()), QPointF(middle.x() + 11, middle.y()))
    painter.setPen(QColor(colours.muted))
    painter.setFont(font(SMALL))
    painter.drawText(QRectF(place.x() + 8.5 * UNIT, place.y(), 1000, 5 * UNIT), _MIDDLE, words)


def _pen(weight: float, *, seated: bool, colour: QColor) -> QPen:
    pen = QPen(colour, _THIN + (_WIDE - _THIN) * weight)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if not seated:
        pen.setStyle(Qt.PenStyle.DotLine)
    elif not weight:
        pen.setStyle(Qt.PenStyle.DashLine)
    return pen


def _line_colour(colours: Colours, *, strong: bool, faint: bool) -> QColor:
    colour = QColor(colours.link if strong else colours.field_edge)
    colour.setAlphaF(1.0 if strong else 0.3 if faint else 0.75)
    return colour


def _paint_group(
    painter: QPainter, spot: Spot, names: QFont, colours: Colours, *, chosen: bool, near: bool, faint: bool
) -> None:
    marked = chosen or near
    painter.setPen(QPen(QColor(colours.link if marked else colours.field_edge), 2.5 if chosen else 1.5))
    painter.setBrush(QColor(colours.accent_soft if marked else colours.card))
    painter.drawRoundedRect(spot.mark, 6, 6)
    painter.setFont(names)
    painter.setPen(QColor(colours.muted if faint else colours.text))
    room = spot.mark.adjusted(2 * UNIT, 0, -2 * UNIT, 0)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, _fitted(painter, spot.point.name, room.width()))


def _paint_agency(
    painter: QPainter, spot: Spot, names: QFont, colours: Colours, *, chosen: bool, near: bool, faint: bool
) -> None:
    marked = chosen or near
    painter.setPen(QPen(QColor(colours.link if marked else colours.muted), 1.5))
    painter.setBrush(QColor(colours.link if marked else colours.card))
    painter.drawEllipse(spot.mark)
    left = spot.point.column is Column.LEFT
    side = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
    painter.setFont(names)
    if chosen:
        words = painter.fontMetrics().horizontalAdvance(spot.point.name) + 2 * UNIT
        ring = QRectF(spot.name)
        ring.setWidth(min(words, spot.name.width() + 2 * UNIT))
        ring.moveLeft(spot.name.right() - ring.width() + UNIT if left else spot.name.left() - UNIT)
        painter.setPen(QPen(QColor(colours.link), 1.5))
        painter.setBrush(QColor(colours.accent_soft))
        painter.drawRoundedRect(ring.adjusted(0, 0.5, 0, -0.5), 4, 4)
    painter.setPen(QColor(colours.muted if faint else colours.text))
    painter.drawText(spot.name, _MIDDLE | side, _fitted(painter, spot.point.name, spot.name.width()))


def _fitted(painter: QPainter, words: str, width: float) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(width) + 1)
