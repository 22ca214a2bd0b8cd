"""What is drawn between the axes: bands, the step line, the marks, the events' words and the line of today."""

from itertools import pairwise
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTransform

from tracker.models.dates import shown
from tracker.models.figures.lane import Lane
from tracker.models.figures.trajectory import MarkKind, Trajectory
from tracker.ui.plots.marks import paint_kind, paint_kind_clearly
from tracker.ui.plots.stops import HIGHEST, LOWEST, Stop
from tracker.ui.style import SMALL, Colours, font

_HALF_LANE = 0.46
# The words at the end stand clear of a mark on the last day.
_BESIDE = 10.0
_LONGEST_LABEL = 420.0
# The words of the last line stand between the lanes and the axis.
_WORDS_ROW = -1.15


class TrajectoryItem(pg.GraphicsObject):
    """Draws in pixels, so that shapes and words keep their size at every zoom, on the screen and in a file."""

    def __init__(self, trajectory: Trajectory, stops: tuple[Stop, ...], span: tuple[float, float], c: Colours) -> None:
        super().__init__()
        self._trajectory = trajectory
        self._stops = stops
        margin = span[1] - span[0]
        self._bounds = QRectF(span[0] - margin, LOWEST, 3 * margin, HIGHEST - LOWEST)
        self._colours = c
        self._chosen: Stop | None = None

    def set_colours(self, colours: Colours) -> None:
        """Draws in another theme."""
        self._colours = colours
        self.update()

    def choose(self, stop: Stop | None) -> None:
        """Rings one stop."""
        self._chosen = stop
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, p: QPainter, opt: Any, widget: Any) -> None:
        to_pixels = p.transform()
        view = self.viewRect()
        p.save()
        p.resetTransform()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bands(p, to_pixels, view)
        self._paint_until(p, to_pixels, view)
        self._paint_events(p, to_pixels, view)
        self._paint_steps(p, to_pixels, view)
        self._paint_stops(p, to_pixels, view)
        p.restore()

    def _paint_bands(self, painter: QPainter, to_pixels: QTransform, view: QRectF) -> None:
        for lane in Lane:
            band = QRectF(view.left(), lane.rank - _HALF_LANE, view.width(), 2 * _HALF_LANE)
            painter.fillRect(to_pixels.mapRect(band), QColor(self._colours.lane_soft(lane)))

    def _paint_steps(self, painter: QPainter, to_pixels: QTransform, view: QRectF) -> None:
        painter.setPen(QPen(QColor(self._colours.text), 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for run in self._trajectory.corners():
            for (day, height), (next_day, next_height) in pairwise(run):
                piece = QLineF(day.toordinal(), height, next_day.toordinal(), next_height)
                if (seen := _within(piece, view)) is not None:
                    painter.drawLine(to_pixels.map(seen))

    def _paint_until(self, painter: QPainter, to_pixels: QTransform, view: QRectF) -> None:
        day = float(self._trajectory.until.toordinal())
        if not view.left() <= day <= view.right():
            return
        line = to_pixels.map(QLineF(day, LOWEST, day, HIGHEST))
        painter.setPen(QPen(QColor(self._colours.field_edge), 1, Qt.PenStyle.DashLine))
        painter.drawLine(line)
        word = "Closed" if self._trajectory.closed else "As at"
        lines = (word, shown(self._trajectory.until))
        metrics = QFontMetricsF(font(SMALL))
        width = max(metrics.horizontalAdvance(text) for text in lines) + 4
        middle = to_pixels.map(QPointF(day, _WORDS_ROW)).y()
        painter.setPen(QColor(self._colours.muted))
        painter.setFont(font(SMALL))
        place = QRectF(line.x1() + _BESIDE, middle - metrics.height(), width, 2 * metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, "\n".join(lines))

    def _paint_events(self, painter: QPainter, to_pixels: QTransform, view: QRectF) -> None:
        events = [stop for stop in self._seen(view) if stop.kind is MarkKind.EVENT]
        right_end = to_pixels.map(QPointF(view.right(), 0)).x()
        ends = [*(to_pixels.map(QPointF(stop.x, 0)).x() - 8 for stop in events[1:]), right_end]
        painter.setFont(font(SMALL))
        for stop, end in zip(events, ends, strict=False):
            top = to_pixels.map(QPointF(stop.x, stop.height))
            painter.setPen(QPen(QColor(self._colours.warning), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(top, to_pixels.map(QPointF(stop.x, LOWEST))))
            painter.setPen(QColor(self._colours.muted))
            self._paint_label(painter, stop.label, top, end)

    def _paint_label(self, painter: QPainter, label: str, at: QPointF, end: float) -> None:
        """The words beside an event, cut short; none at all where fewer than a few letters have room."""
        metrics = QFontMetricsF(painter.font())
        room = min(_LONGEST_LABEL, end - at.x() - 10)
        words = metrics.elidedText(" ".join(label.split()), Qt.TextElideMode.ElideRight, room)
        if room > 40:
            place = QRectF(at.x() + 10, at.y() - metrics.height() / 2, room + 2, metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_stops(self, painter: QPainter, to_pixels: QTransform, view: QRectF) -> None:
        for stop in self._seen(view):
            paint = paint_kind_clearly if stop is self._chosen else paint_kind
            paint(painter, to_pixels.map(QPointF(stop.x, stop.height)), stop.kind, self._colours)

    def _seen(self, view: QRectF) -> list[Stop]:
        return [stop for stop in self._stops if view.left() <= stop.x <= view.right()]


def _within(piece: QLineF, view: QRectF) -> QLineF | None:
    """The part of a level or upright line that lies in view: vector files cut nothing off by themselves."""
    if piece.x2() < view.left() or piece.x1() > view.right():
        return None
    return QLineF(max(piece.x1(), view.left()), piece.y1(), min(piece.x2(), view.right()), piece.y2())
