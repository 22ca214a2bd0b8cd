"""Concentration over time, drawn: the largest share above, the effective partners of those at the table below."""

from collections.abc import Callable, Iterator
from datetime import date
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QPolygonF

from tracker.models.dates import shown
from tracker.models.figures.balance_over_time import BalanceOverTime, BalancePoint
from tracker.models.figures.balance_tiles import DOMINATES
from tracker.models.figures.share_words import per_cent
from tracker.models.figures.shares import NOT_ENOUGH
from tracker.ui.balance.keyed_picture import KeyedPicture
from tracker.ui.style import SMALL, UNIT, current, font

_LEFT, _RIGHT, _TOP, _BOTTOM = 11 * UNIT, 3 * UNIT, 5 * UNIT, 5 * UNIT
_BETWEEN = 8 * UNIT
_LINE = 4 * UNIT
_MARK = 3.5
# The room that the longer of the two titles takes.
_TITLE = 31 * UNIT
_YEAR = 11 * UNIT
_LEAST_GAP_WORDS = 26 * UNIT
_AXIS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_Figure = Callable[[BalancePoint], float | None]


class OverTimePlot(KeyedPicture):
    """Points are joined only where there is enough to tell from one to the next; Enter moves the page to a point's day.

    Hollow points stand for less than a full year of the group.
    """

    def __init__(self) -> None:
        super().__init__("Concentration over time")
        self._told: BalanceOverTime | None = None
        self._on: date | None = None
        self.setMinimumSize(60 * UNIT, 46 * UNIT)

    @property
    def number(self) -> int:
        return len(self._points)

    def show_points(self, told: BalanceOverTime, on: date) -> None:
        """Shows another course of time, and marks the day that the page shows."""
        same = told is self._told
        self._told, self._on = told, on
        if not same:
            self._chosen = max(0, self.number - 1)
        self.tell()

    def day_of(self, place: int) -> date:
        """The day of a point."""
        return self._points[place].on

    def words_of(self, place: int) -> str:
        first = " · the group was not a year old" if self._points[place].first_year else ""
        return f"{self._points[place].words}{first}. Enter shows the page as at that day."

    def at(self, point: QPointF) -> int | None:
        if not self.number:
            return None
        far = [(abs(self._x(each.on) - point.x()), number) for number, each in enumerate(self._points)]
        distance, number = min(far)
        return number if distance <= max(10.0, self.width() / max(1, self.number)) else None

    def sizeHint(self) -> QSize:
        return QSize(110 * UNIT, 50 * UNIT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._told is None or not self._points:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(font(SMALL))
            upper, lower = self._bands
            most = max(point.n for point in self._points) or 1
            self._paint_band(painter, upper, "Largest share", (0.0, 1.0), lambda share: f"{share * 100:.0f}%")
            self._paint_band(painter, lower, "Effective partners", (0.0, 1.0), _of(most))
            self._paint_gaps(painter, upper, lambda point: _number(point.largest))
            self._paint_gaps(painter, lower, lambda point: point.effective_partners)
            self._paint_years(painter, lower)
            self._paint_threshold(painter, upper)
            self._paint_members(painter, lower, most)
            self._paint_day(painter)
            self._paint_runs(painter, upper, lambda point: _number(point.largest))
            self._paint_runs(painter, lower, lambda point: _part(point.effective_partners, most))
            self._paint_last(painter, upper, lower)

    @property
    def _points(self) -> tuple[BalancePoint, ...]:
        return self._told.begun if self._told else ()

    @property
    def _bands(self) -> tuple[QRectF, QRectF]:
        width = self.width() - _LEFT - _RIGHT
        height = (self.height() - _TOP - _BETWEEN - _BOTTOM) / 2
        upper = QRectF(_LEFT, _TOP, width, height)
        return upper, upper.translated(0, height + _BETWEEN)

    def _x(self, day: date) -> float:
        first, last = self._points[0].on, self._points[-1].on
        width = self.width() - _LEFT - _RIGHT - 4 * UNIT
        days = max(1, (last - first).days)
        return _LEFT + 2 * UNIT + max(0, min((day - first).days, days)) / days * width

    def _paint_band(
        self, painter: QPainter, band: QRectF, title: str, lines: tuple[float, ...], written: Callable[[float], str]
    ) -> None:
        colours = current()
        painter.setPen(QColor(colours.muted))
        painter.drawText(QRectF(band.left(), band.top() - _LINE - 2, band.width(), _LINE), title)
        for part in lines:
            y = round(band.bottom() - part * band.height()) + 0.5
            painter.setPen(QPen(QColor(colours.edge), 1))
            painter.drawLine(QPointF(band.left(), y), QPointF(band.right(), y))
            painter.setPen(QColor(colours.muted))
            painter.drawText(QRectF(0, y - _LINE / 2, band.left() - UNIT, _LINE), _AXIS, written(part))

    def _paint_gaps(self, painter: QPainter, band: QRectF, figure: _Figure) -> None:
        """Where there is not enough to tell, the ground is hatched and says so."""
        colours = current()
        for left, right in self._gaps(figure):
            place = QRectF(left, band.top(), right - left, band.height())
            painter.fillRect(place, QColor(colours.stripe))
            painter.fillRect(place, QBrush(QColor(colours.edge), Qt.BrushStyle.BDiagPattern))
            if place.width() >= _LEAST_GAP_WORDS:
                painter.setPen(QColor(colours.muted))
                # In the lower half, where no threshold lies.
                painter.drawText(place.adjusted(0, place.height() / 2, 0, 0), _CENTRE, NOT_ENOUGH)

    def _gaps(self, figure: _Figure) -> Iterator[tuple[float, float]]:
        """From half way after the last point that tells to half way before the next one."""
        points = self._points
        begun: int | None = None
        for number in range(len(points) + 1):
            nothing = number < len(points) and figure(points[number]) is None
            if nothing and begun is None:
                begun = number
            elif not nothing and begun is not None:
                yield self._between(begun - 1, begun), self._between(number - 1, number)
                begun = None

    def _between(self, one: int, other: int) -> float:
        points = self._points
        if one < 0:
            return float(_LEFT)
        if other >= len(points):
            return float(self.width() - _RIGHT)
        return (self._x(points[one].on) + self._x(points[other].on)) / 2

    def _paint_years(self, painter: QPainter, band: QRectF) -> None:
        first, last = self._points[0].on.year + 1, self._points[-1].on.year
        room = max(1, last - first + 1)
        every = max(1, ceil(room * _YEAR / max(1.0, band.width())))
        for year in range(first, last + 1):
            x = self._x(date(year, 1, 1))
            painter.setPen(QPen(QColor(current().edge), 1))
            painter.drawLine(QPointF(x, band.bottom()), QPointF(x, band.bottom() + UNIT))
            place = QRectF(x - 20, band.bottom() + UNIT, 40, _LINE)
            if (year - first) % every == 0 and place.right() <= self.width():
                painter.setPen(QColor(current().muted))
                painter.drawText(place, _CENTRE, str(year))

    def _paint_threshold(self, painter: QPainter, band: QRectF) -> None:
        """Above this line one agency dominates."""
        y = band.bottom() - float(DOMINATES) * band.height()
        painter.setPen(QPen(QColor(current().warning), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(band.left(), y), QPointF(band.right(), y))
        painter.drawText(QRectF(0, y - _LINE / 2, band.left() - UNIT, _LINE), _AXIS, per_cent(DOMINATES))

    def _paint_members(self, painter: QPainter, band: QRectF, most: int) -> None:
        """How many were at the table: a thin line in steps."""
        corners: list[QPointF] = []
        for point in self._points:
            place = QPointF(self._x(point.on), band.bottom() - point.n / most * band.height())
            if corners:
                corners.append(QPointF(place.x(), corners[-1].y()))
            corners.append(place)
        painter.setPen(QPen(QColor(current().field_edge), 1, Qt.PenStyle.DotLine))
        painter.drawPolyline(QPolygonF(corners))

    def _paint_day(self, painter: QPainter) -> None:
        if self._on is None or not self._points[0].on <= self._on <= self._points[-1].on:
            return
        upper, lower = self._bands
        x = self._x(self._on)
        painter.setPen(QPen(QColor(current().link), 1.5))
        for band in (upper, lower):
            painter.drawLine(QPointF(x, band.top()), QPointF(x, band.bottom()))
        painter.setBrush(QColor(current().link))
        tip = QPointF(x, lower.bottom())
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-4, 6), tip + QPointF(4, 6)]))

    def _paint_runs(self, painter: QPainter, band: QRectF, figure: _Figure) -> None:
        """Lines between the points that tell, and the points over them; the marked one is large."""
        colours = current()
        run: list[QPointF] = []
        for point in (*self._points, None):
            told = None if point is None else figure(point)
            if point is None or told is None:
                painter.setPen(QPen(QColor(colours.accent), 2))
                painter.drawPolyline(QPolygonF(run))
                run = []
            else:
                run.append(QPointF(self._x(point.on), band.bottom() - told * band.height()))
        for number, point in enumerate(self._points):
            marked = number == self.marked
            if (told := figure(point)) is not None and (marked or self._apart or self._alone(number)):
                painter.setPen(QPen(QColor(colours.accent), 1.5))
                painter.setBrush(QColor(colours.card if point.first_year else colours.accent))
                size = 2 * _MARK if marked else _MARK
                painter.drawEllipse(QPointF(self._x(point.on), band.bottom() - told * band.height()), size, size)

    @property
    def _apart(self) -> bool:
        """Whether the points stand so far apart that each can be drawn."""
        return self.width() / max(1, self.number) >= 3 * _MARK

    def _alone(self, number: int) -> bool:
        """Whether no line leads to a point, so that nothing would be seen of it."""
        beside = self._points[max(0, number - 1) : number + 2]
        return sum(point.largest is not None for point in beside) == 1

    def _paint_last(self, painter: QPainter, *bands: QRectF) -> None:
        """What the last point that tells says, over each band at its end: there it is in nothing's way."""
        last = next((point for point in reversed(self._points) if point.largest is not None), None)
        if last is None:
            return
        partners = "" if last.effective_partners is None else f"{last.effective_partners:.1f} of {last.n}"
        painter.setPen(QColor(current().text))
        for band, words in zip(bands, (f"{last.agency} {per_cent(last.largest)}", partners), strict=True):
            place = QRectF(band.left() + _TITLE, band.top() - _LINE - 2, band.width() - _TITLE, _LINE)
            metrics = painter.fontMetrics()
            said = f"{words}, {shown(last.on)}" if words else ""
            if metrics.horizontalAdvance(said) > place.width():
                said = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, int(place.width()))
            painter.drawText(place, _AXIS, said)


def _number(share: object) -> float | None:
    return None if share is None else float(share)  # type: ignore[arg-type]


def _part(partners: float | None, most: int) -> float | None:
    return None if partners is None else partners / most


def _of(most: int) -> Callable[[float], str]:
    return lambda part: f"{part * most:.0f}"
