"""The left axis of a trajectory: the lanes by name and shape, in the colours of their stages."""

from collections.abc import Mapping
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from tracker.models.figures.lane import Lane
from tracker.ui.icons import paint_mark
from tracker.ui.plots.stops import EVENTS_ROW, MEETINGS_ROW, PEOPLE_ROW
from tracker.ui.style import NORMAL, SMALL, UNIT, Colours, font

_WIDTH = 122
_ROWS = {EVENTS_ROW: "Outside events", PEOPLE_ROW: "Coming and going", MEETINGS_ROW: "Meetings"}


class LaneAxis(pg.AxisItem):
    """Names instead of numbers: they stand at fixed heights and never move."""

    def __init__(self, colours: Colours, rows: Mapping[float, str] = _ROWS) -> None:
        """`rows` are further names by their heights."""
        super().__init__("left")
        self._colours = colours
        self._rows = rows
        self.setWidth(_WIDTH)
        # Pictures of the labels are not kept: they would blur in a file.
        self.setStyle(tickLength=0, showValues=False)

    def set_colours(self, colours: Colours) -> None:
        """Draws in another theme."""
        self._colours = colours
        self.update()

    def paint(self, p: QPainter, opt: Any, widget: Any) -> None:
        """Draws the names where the plot beside it has their heights."""
        view = self.linkedView()
        if view is None:
            return
        for lane in Lane:
            self._paint_lane(p, lane, self._line(view, float(lane.rank)))
        p.setPen(QColor(self._colours.muted))
        p.setFont(font(SMALL))
        for height, name in self._rows.items():
            self._paint_name(p, name, self._line(view, height), 2 * UNIT)

    def _line(self, view: Any, height: float) -> float:
        point = view.mapFromViewToItem(self, QPointF(view.viewRect().center().x(), height))
        return float(point.y())

    def _paint_lane(self, painter: QPainter, lane: Lane, line: float) -> None:
        colour = self._colours.lane(lane)
        right = self.size().width() - 2 * UNIT
        paint_mark(painter, QRectF(right - 11, line - 5.5, 11, 11), lane, colour)
        painter.setPen(QColor(colour))
        painter.setFont(font(NORMAL))
        self._paint_name(painter, lane.label, line, 5 * UNIT + 2)

    def _paint_name(self, painter: QPainter, name: str, line: float, margin: float) -> None:
        place = QRectF(0, line - 10, self.size().width() - margin, 20)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)
