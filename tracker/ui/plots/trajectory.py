"""The trajectory of one group, drawn with pyqtgraph: to look at, to step through, to open what is marked."""

import textwrap
from pathlib import Path

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from tracker.models.figures.trajectory import Trajectory
from tracker.ui.disposal import take_down
from tracker.ui.plots.lane_axis import LaneAxis
from tracker.ui.plots.picture import save_picture
from tracker.ui.plots.stops import HIGHEST, LOWEST, Stop, stops_of
from tracker.ui.plots.time_axis import TimeAxis
from tracker.ui.plots.trajectory_item import TrajectoryItem
from tracker.ui.style import SMALL, Colours, Theme, current, font, palette

# How near the mouse must come to a mark, in pixels.
_REACH = 10.0
_SHORTEST_VIEW = 92.0
_END_ROOM = 90.0


class TrajectoryPlot(pg.PlotWidget):
    """Zooms and pans by time alone. Left and right step from mark to mark, Enter opens the one that is ringed.

    `record_requested` carries the record behind a mark; `stepped_to` the words of the one that the keyboard is on.
    """

    record_requested = Signal(object)
    stepped_to = Signal(str)

    # Qt calls some of the overrides below while the widget is still being made, and while it is taken apart.
    _whole = False
    _follows_theme = False
    _chosen = -1

    def __init__(self, trajectory: Trajectory, colours: Colours | None = None, parent: QWidget | None = None) -> None:
        self._time_axis = TimeAxis()
        self._lane_axis = LaneAxis(colours or current())
        axes = {"bottom": self._time_axis, "left": self._lane_axis}
        super().__init__(parent, axisItems=axes, enableMenu=False)
        self._pressed_at = QPointF()
        self._stops = stops_of(trajectory)
        self._life = _life(trajectory, self._stops)
        self._span = self._life
        self._item = TrajectoryItem(trajectory, self._stops, self._life, colours or current())
        self._lay_out()
        self._set_colours(colours or current())
        self._follows_theme = colours is None
        self._whole = True
        self._fit_span()
        self.setAccessibleName(f"Trajectory of {trajectory.name}")
        self.setAccessibleDescription("Left and right step from mark to mark, Enter opens one.")

    @property
    def stops(self) -> tuple[Stop, ...]:
        """Everything that can be pointed at, oldest first."""
        return self._stops

    @property
    def chosen(self) -> Stop | None:
        """The stop that is ringed."""
        return self._stops[self._chosen] if self._chosen >= 0 else None

    @property
    def days_in_view(self) -> tuple[float, float]:
        """The first and last day that are seen, as `date.toordinal()` counts them."""
        low, high = self.plotItem.vb.viewRange()[0]
        return float(low), float(high)

    def show_whole_life(self) -> None:
        """Shows all of it, from the beginning to the day it is seen as at."""
        self.plotItem.vb.setRange(xRange=self._span, yRange=(LOWEST, HIGHEST), padding=0)

    def choose(self, place: int) -> None:
        """Rings the stop at that place, brings it into view and says its words; -1 for none."""
        self._chosen = place
        self._item.choose(self.chosen)
        stop = self.chosen
        if stop is not None:
            self._bring_into_view(stop.x)
        self.stepped_to.emit(stop.words if stop else "")

    def position_of(self, stop: Stop) -> QPointF:
        """Where a stop is drawn, in the widget's own pixels."""
        scene = self.plotItem.vb.mapViewToScene(QPointF(stop.x, stop.height))
        return QPointF(self.mapFromScene(scene))

    def stop_at(self, position: QPointF) -> Stop | None:
        """The stop nearest to a position in pixels, if one is near."""
        if not self.plotItem.vb.sceneBoundingRect().contains(self.mapToScene(position.toPoint())):
            return None
        low, high = self.days_in_view
        near = ((_distance(self.position_of(stop), position), stop) for stop in self._stops if low <= stop.x <= high)
        distance, stop = min(near, key=lambda pair: pair[0], default=(_REACH, None))
        return stop if distance < _REACH else None

    def close(self) -> None:
        """Takes the plot apart; nothing of it may be asked for afterwards."""
        self._whole = False
        super().close()

    def sizeHint(self) -> QSize:
        return QSize(480, 240)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if self._whole:
            self._fit_span()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._stops) - 1
        towards = {
            Qt.Key.Key_Right: min(self._chosen + 1, last),
            Qt.Key.Key_Left: max(self._chosen - 1, 0) if self._chosen >= 0 else last,
            Qt.Key.Key_Home: min(0, last),
            Qt.Key.Key_End: last,
            Qt.Key.Key_Escape: -1,
        }
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            self.record_requested.emit(self.chosen.record)
        elif key is Qt.Key.Key_Escape and self._chosen < 0:
            event.ignore()
        elif key in towards:
            self.choose(towards[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom(0.8 if key is not Qt.Key.Key_Minus else 1.25)
        elif key is Qt.Key.Key_0:
            self.show_whole_life()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self._point_at(self.stop_at(event.position()), event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        super().mousePressEvent(event)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()
        clicked = _distance(self._pressed_at, event.position()) < 4 and event.button() == Qt.MouseButton.LeftButton
        stop = self.stop_at(event.position()) if clicked else None
        if stop is not None:
            self.record_requested.emit(stop.record)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.show_whole_life()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._whole:
            self._point_at(None, None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._whole:
            self.choose(-1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._whole and self._follows_theme:
            self._set_colours(current())

    def _lay_out(self) -> None:
        plot = self.plotItem
        plot.hideButtons()
        plot.vb.setMouseEnabled(x=True, y=False)
        plot.vb.disableAutoRange()
        plot.vb.setDefaultPadding(0)
        plot.addItem(self._item, ignoreBounds=True)
        self._time_axis.setStyle(tickFont=font(SMALL), tickTextOffset=6, hideOverlappingLabels=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFrameShape(self.Shape.NoFrame)

    def _fit_span(self) -> None:
        """The life of the group and a margin, at its end as wide as the words of the last line."""
        first, until = self._life
        life = until - first
        room = max(self.plotItem.vb.width(), 4 * _END_ROOM)
        whole = self._span in (self.days_in_view, self._life)
        self._span = first - 0.03 * life, until + max(0.04 * life, 1.03 * life * _END_ROOM / (room - _END_ROOM))
        longest = self._span[1] - self._span[0]
        self.plotItem.vb.setLimits(
            xMin=self._span[0],
            xMax=self._span[1],
            yMin=LOWEST,
            yMax=HIGHEST,
            minXRange=min(_SHORTEST_VIEW, longest),
            maxXRange=longest,
        )
        if whole:
            self.show_whole_life()

    def _set_colours(self, colours: Colours) -> None:
        self.setBackground(colours.card)
        self._lane_axis.set_colours(colours)
        self._item.set_colours(colours)
        self._time_axis.setPen(pg.mkPen(colours.field_edge))
        self._time_axis.setTextPen(pg.mkPen(colours.muted))

    def _point_at(self, stop: Stop | None, event: QMouseEvent | None) -> None:
        self._item.choose(stop or self.chosen)
        self.setCursor(Qt.CursorShape.PointingHandCursor if stop else Qt.CursorShape.ArrowCursor)
        if stop is not None and event is not None:
            QToolTip.showText(event.globalPosition().toPoint(), textwrap.fill(stop.words, 64), self)
        else:
            QToolTip.hideText()

    def _bring_into_view(self, x: float) -> None:
        low, high = self.days_in_view
        margin = (high - low) * 0.05
        if not low <= x <= high:
            shift = x - high + margin if x > high else x - low - margin
            self.plotItem.vb.setXRange(low + shift, high + shift, padding=0)

    def _zoom(self, factor: float) -> None:
        low, high = self.days_in_view
        centre = self.chosen.x if self.chosen else (low + high) / 2
        self.plotItem.vb.setXRange(centre - (centre - low) * factor, centre + (high - centre) * factor, padding=0)


def save_trajectory(trajectory: Trajectory, path: Path, theme: Theme, size: tuple[int, int] = (1280, 560)) -> None:
    """Writes the whole trajectory as .png, .svg or .pdf, by the path's ending; `size` in pixels.

    A QApplication must be there (offscreen will do). Raises Mistake for another ending, or where it cannot be written.
    """
    colours = palette(theme)
    plot = TrajectoryPlot(trajectory, colours)
    try:
        save_picture(plot, trajectory, colours, path, QSize(*size))
    finally:
        take_down(plot)


def _life(trajectory: Trajectory, stops: tuple[Stop, ...]) -> tuple[float, float]:
    """From the first thing marked to the day it is seen as at; two months at least."""
    until = float(trajectory.until.toordinal())
    first = min((stop.x for stop in stops), default=until - 365)
    return min(first, until - 60), until


def _distance(one: QPointF, other: QPointF) -> float:
    between = one - other
    return float((between.x() ** 2 + between.y() ** 2) ** 0.5)
