"""Where the points of the map stand in the room that there is, in pixels."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from tracker.models.figures.agency_map import AgencyMap, Column, MapPoint
from tracker.models.value import Value, value
from tracker.ui.style import NORMAL, SMALL, UNIT, font

# The least height of a line of names, and of a group's box with what is between two of them.
LINE, _BOX, _BOX_LINE = 4 * UNIT, 6 * UNIT, 8 * UNIT
# From this height of a line on, names are written in the usual size.
_ROOMY = 5.5 * UNIT
_EDGE, _GAP = 2 * UNIT, 3 * UNIT
_RADIUS, _LARGEST = 3.0, 7.0
# Names and boxes leave the lines between them at least so much room: parts of the whole width.
_SIDE, _MIDDLE, _IN_BOX = 0.24, 0.25, 6 * UNIT


@value
class Spot(Value):
    """One point's place: its middle, the box of what is drawn, and the room of its name."""

    point: MapPoint
    centre: QPointF
    mark: QRectF
    name: QRectF

    @property
    def area(self) -> QRectF:
        """What is meant when somebody points at it."""
        return self.mark.united(self.name).adjusted(-2, 0, 2, 0)


@value
class MapLayout(Value):
    """All spots by the id of their point, in the order of the map, and the size that they take."""

    spots: Mapping[str, Spot]
    size: QSizeF
    names: QFont
    groups: QFont

    def at(self, place: QPointF) -> str:
        """The id of the point at a place; "" if there is none."""
        return next((identity for identity, spot in self.spots.items() if spot.area.contains(place)), "")


def least_height(shown: AgencyMap) -> int:
    """The least height at which no name stands upon another, in pixels."""
    return max(LINE * shown.lines, _BOX_LINE * len(shown.groups)) + 2 * _EDGE


def laid_out(shown: AgencyMap, room: QSizeF) -> MapLayout:
    """Names of agencies stand outside, groups in boxes in the middle; a window that is low makes the map scroll."""
    height = max(room.height(), least_height(shown))
    line = (height - 2 * _EDGE) / max(1, shown.lines)
    names = font(NORMAL if line >= _ROOMY else SMALL)
    sides = min(_widest(names, shown.agencies) + 2, room.width() * _SIDE)
    groups = font(NORMAL, QFont.Weight.DemiBold)
    if _widest(groups, shown.groups) + _IN_BOX > room.width() * _MIDDLE:
        groups = font(SMALL, QFont.Weight.DemiBold)
    box = min(_widest(groups, shown.groups) + _IN_BOX, room.width() * _MIDDLE)
    spots = {}
    for point in shown.points:
        y = _EDGE + point.y * (height - 2 * _EDGE)
        spots[point.id] = (
            _group_spot(point, room.width() / 2, y, box)
            if point.is_group
            else _agency_spot(point, room.width(), y, sides, line)
        )
    return MapLayout(spots, QSizeF(room.width(), height), names, groups)


def _widest(names: QFont, points: Iterable[MapPoint]) -> float:
    metrics = QFontMetricsF(names)
    return max((metrics.horizontalAdvance(point.name) for point in points), default=0.0)


def _group_spot(point: MapPoint, x: float, y: float, width: float) -> Spot:
    box = QRectF(x - width / 2, y - _BOX / 2, width, _BOX)
    return Spot(point, box.center(), box, box)


def _agency_spot(point: MapPoint, width: float, y: float, names: float, line: float) -> Spot:
    left = point.column is Column.LEFT
    radius = min(_RADIUS + 0.8 * (point.ties - 1), _LARGEST, line / 2)
    x = _EDGE + names + _GAP if left else width - _EDGE - names - _GAP
    name = QRectF(_EDGE if left else x + _GAP, y - line / 2, names, line)
    return Spot(point, QPointF(x, y), QRectF(x - radius, y - radius, 2 * radius, 2 * radius), name)
