"""All groups' trajectories over each other, by calendar or from their beginnings: to look at, step through, open."""

import textwrap
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from tracker.models.figures.trajectories import Trajectories
from tracker.ui.plots.lane_axis import LaneAxis
from tracker.ui.plots.months_axis import MonthsAxis
from tracker.ui.plots.office_item import HIGHEST, LOWEST, OfficeItem
from tracker.ui.plots.office_lines import OfficeLines, Spot
from tracker.ui.plots.time_axis import TimeAxis
from tracker.ui.style import SMALL, Colours, current, font

# How near the mouse must come to a line, in pixels, and to a judgement on it.
_REACH, _NEAR = 7.0, 9.0
_SHORTEST_DAYS, _SHORTEST_MONTHS = 92.0, 4.0
# The room after the last day, for the names of those who are there.
_NAMES_ROOM, _END_ROOM = 150.0, 24.0


class OfficePlot(pg.PlotWidget):
    """Up and Down go from group to group, Left and Right through its judgements; Enter or a click opens it.

    `group_requested` carries the place of a group and of its judgement (-1 for none), `stepped_to` those of what is
    chosen, `pointed_at` the words of what the mouse is on.
    """

    group_requested = Signal(int, int)
    stepped_to = Signal(int, int)
    pointed_at = Signal(str)

    # Qt calls some of the overrides below while the widget is still being made, and while it is taken apart.
    _whole = False
    _follows_theme = False

    def __init__(
        self,
        told: Trajectories,
        apart: Sequence[float] | None = None,
        *,
        since_start: bool = False,
        life: tuple[float, float] | None = None,
        colours: Colours | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`apart` has how far each line is moved within its lanes and `life` the span to show, of all groups."""
        self._bottom = MonthsAxis() if since_start else TimeAxis(life[1] if life else float(told.on.toordinal()))
        self._lanes = LaneAxis(colours or current(), rows={})
        super().__init__(parent, axisItems={"bottom": self._bottom, "left": self._lanes}, enableMenu=False)
        self._pressed_at = QPointF()
        self._colours = colours or current()
        self._lines = OfficeLines(told.lines, since_start=since_start, apart=apart)
        self._life = self._span = life or self._lines.span
        self._group = self._point = -1
        self._item = OfficeItem(self._lines, float(told.on.toordinal()), self._colours)
        self._lay_out()
        self._set_colours(colours or current())
        self._follows_theme = colours is None
        self._whole = True
        self._fit_span()
        self.setAccessibleName("Trajectories of all groups shown")
        self.setAccessibleDescription("Up and down go from group to group, left and right through its judgements.")

    @property
    def chosen(self) -> tuple[int, int]:
        """The places of the chosen group and judgement; -1 for none."""
        return self._group, self._point

    @property
    def in_view(self) -> tuple[float, float]:
        """The first and last day, or month, that are seen."""
        low, high = self.plotItem.vb.viewRange()[0]
        return float(low), float(high)

    def show_lines(self, told: Trajectories, apart: Sequence[float], life: tuple[float, float] | None = None) -> None:
        """Shows other lines in the same plot; `life` is the span to show, where it is not that of these lines.

        What was zoomed to stays in view.
        """
        self._lines = OfficeLines(told.lines, since_start=self._lines.since_start, apart=apart)
        self.plotItem.vb.removeItem(self._item)
        self._item = OfficeItem(self._lines, float(told.on.toordinal()), self._colours)
        self.plotItem.vb.addItem(self._item, ignoreBounds=True)
        self._group = self._point = -1
        seen = self.in_view
        whole = self._span in (seen, self._life)
        self._life = life or self._lines.span
        if isinstance(self._bottom, TimeAxis):
            self._bottom.until = self._life[1]
        self._fit_span()
        if whole:
            self.show_whole()
        else:
            self.plotItem.vb.setXRange(*seen, padding=0)

    def show_whole(self) -> None:
        """Shows all of it."""
        self.plotItem.vb.setRange(xRange=self._span, yRange=(LOWEST, HIGHEST), padding=0)

    def choose(self, group: int, point: int = -1) -> None:
        """Draws a group strongly and rings one of its judgements, and says so; -1 for none."""
        self._mark(group, point)
        self.stepped_to.emit(self._group, self._point)

    def show_chosen(self, group: int) -> None:
        """Draws a group strongly without saying so: it was chosen elsewhere."""
        if group != self._group:
            self._mark(group, -1)

    def position_of(self, group: int, point: int) -> QPointF:
        """Where a judgement is drawn, in the widget's own pixels."""
        return self._pixels(self._lines.spots(group)[point])

    def found_at(self, position: QPointF) -> tuple[int, int]:
        """The group whose line is near a position in pixels, and its judgement in force there; -1 for none."""
        box = self.plotItem.vb
        if not box.sceneBoundingRect().contains(self.mapToScene(position.toPoint())):
            return -1, -1
        at = box.mapSceneToView(QPointF(self.mapToScene(position.toPoint())))
        low, high = self.in_view
        near = self._lines.nearest(at.x(), at.y(), box.width() / (high - low), box.height() / (HIGHEST - LOWEST))
        if near is None or near[1] > _REACH:
            return -1, -1
        return near[0], self._lines.point_at(near[0], at.x(), _NEAR * (high - low) / box.width())

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
        key = Qt.Key(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._group >= 0:
            self.group_requested.emit(self._group, self._point)
        elif key is Qt.Key.Key_Escape and self._group >= 0:
            self.choose(-1)
        elif key in _STEPS and self._lines.lines:
            self._step(key)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom(0.8 if key is not Qt.Key.Key_Minus else 1.25)
        elif key is Qt.Key.Key_0:
            self.show_whole()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self._hover(*self.found_at(event.position()), event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        super().mousePressEvent(event)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()
        moved = self._pressed_at - event.position()
        if event.button() != Qt.MouseButton.LeftButton or abs(moved.x()) + abs(moved.y()) > 4:
            return
        group, point = self.found_at(event.position())
        if group >= 0:
            self.group_requested.emit(group, point)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.show_whole()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._whole:
            self._hover(-1, -1, None)

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
        self._bottom.setStyle(tickFont=font(SMALL), tickTextOffset=6, hideOverlappingLabels=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFrameShape(self.Shape.NoFrame)

    def _fit_span(self) -> None:
        first, last = self._life
        whole = self._span in (self.in_view, self._life)
        shortest = _SHORTEST_MONTHS if self._lines.since_start else _SHORTEST_DAYS
        first = min(first, last - shortest)
        wanted = _END_ROOM if self._lines.since_start else _NAMES_ROOM
        pixels = max(self.plotItem.vb.width(), 2 * wanted)
        long = last - first
        self._span = first - 0.02 * long, last + long * wanted / (pixels - wanted)
        longest = self._span[1] - self._span[0]
        self.plotItem.vb.setLimits(
            xMin=self._span[0],
            xMax=self._span[1],
            yMin=LOWEST,
            yMax=HIGHEST,
            minXRange=min(shortest, longest),
            maxXRange=longest,
        )
        if whole:
            self.show_whole()

    def _set_colours(self, colours: Colours) -> None:
        self._colours = colours
        self.setBackground(colours.card)
        self._lanes.set_colours(colours)
        self._item.set_colours(colours)
        self._bottom.setPen(pg.mkPen(colours.field_edge))
        self._bottom.setTextPen(pg.mkPen(colours.muted))

    def _mark(self, group: int, point: int) -> None:
        self._group, self._point = group, point
        self._item.choose(group, point)
        spots = self._lines.spots(group) if group >= 0 else ()
        if spots:
            self._bring_into_view(spots[point].x)

    def _step(self, key: Qt.Key) -> None:
        groups, points = _STEPS[key]
        last = len(self._lines.lines) - 1
        if self._group < 0:
            self.choose(last if key is Qt.Key.Key_End else 0)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(0 if key is Qt.Key.Key_Home else last)
        elif groups:
            self.choose(max(0, min(last, self._group + groups)))
        else:
            self._step_point(points)

    def _step_point(self, step: int) -> None:
        number = len(self._lines.lines[self._group].trajectory.points)
        if number:
            # From no judgement at all the first step leads to the latest one, or to the first.
            begin = number - 1 if step < 0 else 0
            self.choose(self._group, begin if self._point < 0 else max(0, min(number - 1, self._point + step)))

    def _hover(self, group: int, point: int, event: QMouseEvent | None) -> None:
        self._item.choose(*(self.chosen if group < 0 else (group, point)))
        self.setCursor(Qt.CursorShape.PointingHandCursor if group >= 0 else Qt.CursorShape.ArrowCursor)
        words = self._lines.words_of(group, point) if group >= 0 else ""
        self.pointed_at.emit(words)
        if words and event is not None:
            QToolTip.showText(event.globalPosition().toPoint(), textwrap.fill(words, 64), self)
        else:
            QToolTip.hideText()

    def _pixels(self, spot: Spot) -> QPointF:
        return QPointF(self.mapFromScene(self.plotItem.vb.mapViewToScene(QPointF(spot.x, spot.height))))

    def _bring_into_view(self, x: float) -> None:
        low, high = self.in_view
        margin = (high - low) * 0.05
        if not low <= x <= high:
            shift = x - high + margin if x > high else x - low - margin
            self.plotItem.vb.setXRange(low + shift, high + shift, padding=0)

    def _zoom(self, factor: float) -> None:
        low, high = self.in_view
        centre = (low + high) / 2
        if self._group >= 0 and self._point >= 0:
            centre = self._lines.spots(self._group)[self._point].x
        self.plotItem.vb.setXRange(centre - (centre - low) * factor, centre + (high - centre) * factor, padding=0)


# How many groups and how many judgements each key goes on.
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_PageUp: (-10, 0),
    Qt.Key.Key_PageDown: (10, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Home: (0, 0),
    Qt.Key.Key_End: (0, 0),
}
