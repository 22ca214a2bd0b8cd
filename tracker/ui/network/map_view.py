"""The map of agencies by groups, drawn: to point at, and to walk through with the arrow keys."""

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from tracker.models.figures.agency_map import AgencyMap, Column
from tracker.ui.network.map_layout import LINE, MapLayout, Spot, laid_out, least_height
from tracker.ui.network.map_paint import paint_spot, paint_tie
from tracker.ui.style import UNIT, current

_COLUMNS = (Column.LEFT, Column.MIDDLE, Column.RIGHT)
_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class MapView(QAbstractScrollArea):
    """Up and Down go along a column, Left and Right to the next one, along a line where there is one.

    `pointed` carries the id of the point that is pointed at or that the keyboard is on, `opened` that of Enter.
    """

    pointed = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._map: AgencyMap | None = None
        self._layout: MapLayout | None = None
        self._chosen = self._hovered = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Map of agencies by groups: arrow keys go from one to the next, Enter opens it")
        self.verticalScrollBar().setSingleStep(LINE)
        self.viewport().setMouseTracking(True)
        self.setMinimumHeight(60 * UNIT)

    @property
    def chosen(self) -> str:
        """The id of the point that the keyboard is on; "" on an empty map."""
        return self._chosen

    @property
    def layout_now(self) -> MapLayout | None:
        """Where everything stands."""
        return self._layout

    def show_map(self, shown: AgencyMap) -> None:
        """Shows another map; the chosen point stays chosen while it is on it."""
        self._map = shown
        ids = {point.id for point in shown.points}
        self._hovered = ""
        if self._chosen not in ids:
            self._chosen = shown.points[0].id if shown.points else ""
        self._lay_out()
        self._tell()

    def choose(self, point_id: str) -> None:
        """Puts the keyboard on a point and brings it into view."""
        if self._layout and point_id in self._layout.spots:
            self._chosen, self._hovered = point_id, ""
            self._bring_into_view(self._layout.spots[point_id])
            self._tell()

    def sizeHint(self) -> QSize:
        return QSize(160 * UNIT, least_height(self._map) if self._map else 60 * UNIT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _UP_DOWN:
            self._go_along(_UP_DOWN[key])
        elif key in _ACROSS:
            self._go_across(_ACROSS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_along(-len(self._column()) if key == Qt.Key.Key_Home else len(self._column()))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen:
            self.opened.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        if found != self._hovered:
            self._hovered = found
            self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if found := self._at(event.position()):
            self.choose(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if found := self._at(event.position()):
            self.opened.emit(found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and self._hovered:
            self._hovered = ""
            self._tell()
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), QColor(current().card))
            if self._map is None or self._layout is None:
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -self.verticalScrollBar().value())
            self._paint(painter, self._map, self._layout)

    def _paint(self, painter: QPainter, shown: AgencyMap, layout: MapLayout) -> None:
        colours, lit = current(), self._lit
        own = {tie.id for tie in shown.ties_of(lit)} if lit else set()
        # Those of the point in question last, over the others.
        for tie in sorted(shown.ties, key=lambda tie: tie.id in own):
            strong = tie.id in own
            paint_tie(painter, layout, tie, colours, strong=strong, faint=bool(lit) and not strong)
        near = {end for tie in shown.ties if tie.id in own for end in (tie.agency_id, tie.group_id)}
        for identity, spot in layout.spots.items():
            related = identity in near or identity == lit
            paint_spot(
                painter,
                spot,
                layout.groups if spot.point.is_group else layout.names,
                colours,
                chosen=identity == lit,
                near=related,
                faint=bool(lit) and not related,
            )

    @property
    def _lit(self) -> str:
        """The point whose lines stand out: that pointed at, else that which the keyboard is on."""
        return self._hovered or (self._chosen if self.hasFocus() else "")

    def _at(self, place: QPointF) -> str:
        return self._layout.at(place + QPointF(0, self.verticalScrollBar().value())) if self._layout else ""

    def _lay_out(self) -> None:
        if self._map is None:
            return
        room = self.viewport().size()
        self._layout = laid_out(self._map, QSizeF(room))
        bar = self.verticalScrollBar()
        bar.setPageStep(room.height())
        bar.setRange(0, max(0, round(self._layout.size.height()) - room.height()))
        self.viewport().update()

    def _column(self) -> list[Spot]:
        """The points of the column that the keyboard is on, from the top."""
        if not self._layout or not self._chosen:
            return []
        column = self._layout.spots[self._chosen].point.column
        return [spot for spot in self._layout.spots.values() if spot.point.column is column]

    def _go_along(self, step: int) -> None:
        ids = [spot.point.id for spot in self._column()]
        if ids:
            self.choose(ids[min(max(ids.index(self._chosen) + step, 0), len(ids) - 1)])

    def _go_across(self, step: int) -> None:
        """To the nearest of those that it is tied to in the next column; else to the nearest one there."""
        if not self._layout or not self._map or not self._chosen:
            return
        here = self._layout.spots[self._chosen]
        place = _COLUMNS.index(here.point.column) + step
        if not 0 <= place < len(_COLUMNS):
            return
        there = [spot for spot in self._layout.spots.values() if spot.point.column is _COLUMNS[place]]
        tied = {end for tie in self._map.ties_of(self._chosen) for end in (tie.agency_id, tie.group_id)}
        near = [spot for spot in there if spot.point.id in tied] or there
        if near:
            self.choose(min(near, key=lambda spot: abs(spot.centre.y() - here.centre.y())).point.id)

    def _bring_into_view(self, spot: Spot) -> None:
        bar, area = self.verticalScrollBar(), spot.area
        bar.setValue(max(min(bar.value(), int(area.top())), int(area.bottom()) + 1 - self.viewport().height()))

    def _tell(self) -> None:
        self.viewport().update()
        self.pointed.emit(self._hovered or self._chosen)
