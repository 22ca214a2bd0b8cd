"""All groups' lines as one item between the axes: bands, pale lines, where each stands, and one that is chosen."""

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from tracker.models.dates import shown
from tracker.models.figures.lane import Lane
from tracker.ui.icons import paint_mark
from tracker.ui.plots.marks import paint_kind, paint_kind_clearly
from tracker.ui.plots.office_lines import Numbers, OfficeLines, Spot
from tracker.ui.style import SMALL, UNIT, Colours, font

LOWEST, HIGHEST = -0.56, 5.56
_HALF_LANE = 0.46
_DOT = 6.0
# With so many lines each of them is thinner and paler, so that where many lie shows as darker.
_MANY, _VERY_MANY = 40, 250
# From their beginnings the lines end apart: so many can each have its name there.
_NAMED = 24
_LEAST_NAME = 30.0
_BESIDE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class OfficeItem(pg.GraphicsObject):
    """The lines are kept as one path, which Qt moves and stretches: a pan costs no Python for each group."""

    def __init__(self, lines: OfficeLines, today: float, colours: Colours) -> None:
        super().__init__()
        self._lines = lines
        self._today = today
        self._colours = colours
        self._path = _path(lines.pieces)
        self._ends = {(lane, closed): lines.ends_of(lane, closed=closed) for lane in Lane for closed in (False, True)}
        self._chosen = -1
        self._chosen_path = QPainterPath()
        self._spots: Sequence[Spot] = ()
        self._point = -1
        first, last = lines.span
        margin = max(last - first, 1.0)
        self._bounds = QRectF(first - margin, LOWEST, 3 * margin, HIGHEST - LOWEST)

    def set_colours(self, colours: Colours) -> None:
        """Draws in another theme."""
        self._colours = colours
        self.update()

    def choose(self, group: int, point: int = -1) -> None:
        """Draws one group strongly, by its place, and rings one of its judgements; -1 for none."""
        if group != self._chosen:
            self._chosen_path = _path(self._lines.pieces_of(group))
            self._spots = self._lines.spots(group) if group >= 0 else ()
        self._chosen, self._point = group, point
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, p: QPainter, opt: Any, widget: Any) -> None:
        to_pixels = p.transform()
        view = self.viewRect()
        p.save()
        self._paint_bands(p, to_pixels, view)
        self._paint_lines(p)
        p.resetTransform()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_today(p, to_pixels, view)
        self._paint_ends(p, to_pixels, view)
        if self._lines.since_start:
            self._paint_names(p, to_pixels, view)
        else:
            self._paint_who_is_where(p, to_pixels, view)
        if self._chosen >= 0:
            self._paint_chosen(p, to_pixels, view)
        p.restore()

    def _paint_bands(self, painter: QPainter, to_pixels: QTransform, view: QRectF) -> None:
        painter.save()
        painter.resetTransform()
        for lane in Lane:
            band = QRectF(view.left(), lane.rank - _HALF_LANE, view.width(), 2 * _HALF_LANE)
            painter.fillRect(to_pixels.mapRect(band), QColor(self._colours.lane_soft(lane)))
        painter.restore()

    def _paint_lines(self, painter: QPainter) -> None:
        """Level and upright alone, so they are sharp without smoothing, which would cost five times as much."""
        number = len(self._lines.lines)
        colour = QColor(self._colours.muted)
        alpha = 190 if number <= _MANY else 90 if number <= _VERY_MANY else 40
        colour.setAlpha(alpha * 2 // 3 if self._chosen >= 0 else alpha)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        # A pen that keeps its width at every zoom counts in the dots of the screen or the file.
        pen = QPen(colour, (2 if number <= _MANY else 1) * painter.device().devicePixelRatioF())
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)

    def _paint_today(self, painter: QPainter, to_pixels: QTransform, view: QRectF) -> None:
        if self._lines.since_start or not view.left() <= self._today <= view.right():
            return
        painter.setPen(QPen(QColor(self._colours.field_edge), 1, Qt.PenStyle.DashLine))
        painter.drawLine(to_pixels.map(QLineF(self._today, LOWEST, self._today, HIGHEST)))

    def _paint_ends(self, painter: QPainter, to_pixels: QTransform, view: QRectF) -> None:
        """A running group's line ends in a dot of its stage's colour, a closed one's in an upright stroke."""
        for (lane, closed), ends in self._ends.items():
            seen = ends[(ends[:, 0] >= view.left()) & (ends[:, 0] <= view.right())]
            if not len(seen):
                continue
            points = [to_pixels.map(QPointF(x, y)) for x, y in seen]
            colour = QColor(self._colours.lane(lane))
            if self._chosen >= 0:
                colour.setAlpha(110)
            if closed:
                painter.setPen(QPen(colour, 2))
                painter.drawLines([QLineF(at.x(), at.y() - 4, at.x(), at.y() + 4) for at in points])
            else:
                painter.setPen(QPen(colour, _DOT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                painter.drawPoints(QPolygonF(points))

    def _paint_who_is_where(self, painter: QPainter, to_pixels: QTransform, view: QRectF) -> None:
        """By calendar, the running groups of each lane stand by name where their lines end, or as a number."""
        if not view.left() <= self._today <= view.right():
            return
        room = to_pixels.map(QPointF(view.right(), 0)).x() - to_pixels.map(QPointF(self._today, 0)).x() - 3 * UNIT
        metrics = QFontMetricsF(font(SMALL))
        painter.setFont(font(SMALL))
        left = to_pixels.map(QPointF(self._today, 0)).x() + 2 * UNIT
        height = abs(to_pixels.map(QPointF(0, 1)).y() - to_pixels.map(QPointF(0, 0)).y())
        for lane in Lane:
            if room < _LEAST_NAME or not (names := self._names_in(lane)):
                continue
            rows = _fitted(names, max(1, int(height // metrics.height())), room, metrics)
            top = to_pixels.map(QPointF(0, lane.rank)).y() - len(rows) * metrics.height() / 2
            painter.setPen(QColor(self._colours.lane(lane)))
            for number, row in enumerate(rows):
                place = QRectF(left, top + number * metrics.height(), room, metrics.height())
                painter.drawText(place, _BESIDE, row)

    def _paint_names(self, painter: QPainter, to_pixels: QTransform, view: QRectF) -> None:
        """Each where its line ends, but for those that would lie on another name."""
        if len(self._lines.lines) > _NAMED:
            return
        metrics = QFontMetricsF(font(SMALL))
        painter.setFont(font(SMALL))
        right = to_pixels.map(QPointF(view.right(), 0)).x()
        taken: list[QRectF] = []
        for place, line in enumerate(self._lines.lines):
            end = self._lines.end(place)
            if end is None or place == self._chosen or not view.left() <= end[0] <= view.right():
                continue
            at = to_pixels.map(QPointF(*end))
            width = metrics.horizontalAdvance(line.group.called)
            beside = at.x() + 2 * UNIT + width < right
            left = at.x() + 2 * UNIT if beside else right - width - 2
            top = at.y() - metrics.height() / 2 - (0 if beside else 2.5 * UNIT)
            box = QRectF(left, top, width + 1, metrics.height())
            if not any(box.intersects(other) for other in taken):
                taken.append(box)
                painter.setPen(QColor(self._colours.lane(line.lane)))
                painter.drawText(box, _BESIDE, line.group.called)

    def _names_in(self, lane: Lane) -> list[str]:
        lines = self._lines.lines
        return [line.group.called for line in lines if line.lane is lane and not line.trajectory.closed]

    def _paint_chosen(self, painter: QPainter, to_pixels: QTransform, view: QRectF) -> None:
        colour = QColor(self._colours.text)
        painter.setPen(QPen(colour, 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin))
        for _, x1, y1, x2, y2 in self._lines.pieces_of(self._chosen):
            if x2 >= view.left() and x1 <= view.right():
                piece = QLineF(max(x1, view.left()), y1, min(x2, view.right()), y2)
                painter.drawLine(to_pixels.map(piece))
        for number, spot in enumerate(self._spots):
            if view.left() <= spot.x <= view.right():
                paint = paint_kind_clearly if number == self._point else paint_kind
                paint(painter, to_pixels.map(QPointF(spot.x, spot.height)), None, self._colours)
        self._paint_name(painter, to_pixels, view)

    def _paint_name(self, painter: QPainter, to_pixels: QTransform, view: QRectF) -> None:
        """At the end of its line, on a ground of its own: many other lines may pass there."""
        line = self._lines.lines[self._chosen]
        if not self._spots:
            return
        end = self._lines.end(self._chosen) or (self._spots[-1].x, self._spots[-1].height)
        small = font(SMALL, QFont.Weight.DemiBold)
        metrics = QFontMetricsF(small)
        area = to_pixels.mapRect(view)
        words = line.group.called + (f", closed {shown(line.trajectory.until)}" if line.trajectory.closed else "")
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width() / 2)
        width = metrics.horizontalAdvance(words) + 6 * UNIT
        at = to_pixels.map(QPointF(*end))
        right = min(at.x() + (3 if self._lines.since_start else -2) * UNIT, area.right() - 2)
        below = at.y() + 2 * UNIT + metrics.height() + 6 < area.bottom()
        top = at.y() + 2 * UNIT if below else at.y() - 2 * UNIT - metrics.height() - 6
        place = QRectF(max(area.left() + 2, right - width), top, width, metrics.height() + 4)
        painter.setPen(QPen(QColor(self._colours.edge), 1))
        painter.setBrush(QColor(self._colours.card))
        painter.drawRoundedRect(place, 4, 4)
        mark = QRectF(place.left() + 4, place.center().y() - 5, 10, 10)
        paint_mark(painter, mark, line.lane, self._colours.lane(line.lane))
        painter.setPen(QColor(self._colours.text))
        painter.setFont(small)
        painter.drawText(place.adjusted(4 * UNIT + 2, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)


def _path(pieces: Numbers) -> QPainterPath:
    """All pieces as one path, which pyqtgraph puts together without a loop in Python."""
    if not len(pieces):
        return QPainterPath()
    x, y = pieces[:, [1, 3]].ravel(), pieces[:, [2, 4]].ravel()
    path: QPainterPath = pg.arrayToQPath(x, y, connect="pairs")
    return path


def _fitted(names: Sequence[str], rows: int, room: float, metrics: QFontMetricsF) -> list[str]:
    """The names one under another where there are as many rows, else how many groups there are."""
    if len(names) <= rows:
        return [metrics.elidedText(name, Qt.TextElideMode.ElideRight, room) for name in names]
    rest = len(names) - rows + 1
    head = [metrics.elidedText(name, Qt.TextElideMode.ElideRight, room) for name in names[: rows - 1]]
    return [*head, f"and {rest:,} more" if head else f"{rest:,} groups"]
