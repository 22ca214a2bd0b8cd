"""A curve, drawn: what was measured beside what was forecast without action, with the target and the baseline.

Points are joined by straight lines and nothing is smoothed. Each kind has its own shape as well as its colour; the
window and the saved picture share the drawing.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from tracker.models.dates import shown
from tracker.models.figures.indicator_curve import CurvePoint, IndicatorCurve, figure
from tracker.models.figures.timeline_words import joined
from tracker.models.records.outcome import ValueKind
from tracker.ui.outcomes.curve_scale import CurveScale
from tracker.ui.style import SMALL, UNIT, Colours, font

_LINE = 4 * UNIT
_ROW = 5 * UNIT
_SIGN = 6 * UNIT
_GAP = 4 * UNIT
_MARK = 4.0
_YEAR = 11 * UNIT
_AXIS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter

# What is explained below the picture: the kind drawn, and its word.
_Entry = tuple[str, str]


class CurvePaint:
    """Draws a curve into a room, which may be a widget's or a page's."""

    def __init__(self, curve: IndicatorCurve, room: QRectF, colours: Colours) -> None:
        self._curve = curve
        self._room = room
        self._colours = colours
        self._metrics = QFontMetrics(font(SMALL))
        self._legend = self._legend_rows()
        self.scale = CurveScale(curve, self._place(CurveScale(curve, room)))

    def paint(self, painter: QPainter, marked: CurvePoint | None = None, kind: ValueKind | None = None) -> None:
        """Draws it all; the marked point of a kind is large."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL))
        self._paint_axes(painter)
        self._paint_baseline(painter)
        self._paint_targets(painter)
        self._paint_forecast(painter)
        self._paint_measured(painter)
        self._paint_last(painter)
        self._paint_legend(painter)
        if marked is not None and kind is not None:
            self._paint_mark(painter, self.scale.at(marked), _DRAWN[kind], 2 * _MARK)

    def _place(self, scale: CurveScale) -> QRectF:
        """Where points may lie: between the axis' words and the end of the room, over days and legend."""
        widest = max(self._metrics.horizontalAdvance(self._axis_words(line)) for line in scale.lines)
        left, right = widest + 3 * UNIT, 7 * UNIT
        below = _LINE + 3 * UNIT + len(self._legend) * _ROW
        return self._room.adjusted(left, _LINE + 4 * UNIT, -right, -below)

    def _axis_words(self, line: Decimal) -> str:
        return figure(line, self._curve.indicator.unit)

    def _paint_axes(self, painter: QPainter) -> None:
        place, colours = self.scale.place, self._colours
        caption = joined(self._curve.indicator.unit, self._curve.better_words)
        painter.setPen(QColor(colours.text))
        painter.drawText(QRectF(self._room.left(), self._room.top(), self._room.width(), _LINE), _MIDDLE, caption)
        for line in self.scale.lines:
            y = round(self.scale.y(line)) + 0.5
            painter.setPen(QPen(QColor(colours.edge), 1))
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right() + 4 * UNIT, y))
            painter.setPen(QColor(colours.muted))
            words = QRectF(self._room.left(), y - _LINE / 2, place.left() - self._room.left() - 2 * UNIT, _LINE)
            painter.drawText(words, _AXIS, self._axis_words(line))
        self._paint_years(painter)

    def _paint_years(self, painter: QPainter) -> None:
        """The year's number stands where it begins; in a picture of less than a year the two ends say their days."""
        place, scale = self.scale.place, self.scale
        top = place.bottom() + UNIT
        years = range(scale.first.year + 1, scale.last.year + 1)
        if not years:
            ends = {scale.first: Qt.AlignmentFlag.AlignLeft, scale.last: Qt.AlignmentFlag.AlignRight}
            if len(ends) == 1:
                ends = {scale.first: Qt.AlignmentFlag.AlignHCenter}
            painter.setPen(QColor(self._colours.muted))
            for day, side in ends.items():
                painter.drawText(QRectF(place.left(), top, place.width(), _LINE), _MIDDLE | side, shown(day))
            return
        every = max(1, ceil(len(years) * _YEAR / max(1.0, place.width())))
        for year in years[::every]:
            x = scale.x(date(year, 1, 1))
            painter.setPen(QPen(QColor(self._colours.field_edge), 1))
            painter.drawLine(QPointF(x, place.bottom()), QPointF(x, top))
            painter.setPen(QColor(self._colours.muted))
            painter.drawText(QRectF(x - 20, top, 40, _LINE), _CENTRE, str(year))

    def _paint_baseline(self, painter: QPainter) -> None:
        if self._curve.baseline is None:
            return
        y, place = self.scale.y(self._curve.baseline.value), self.scale.place
        painter.setPen(QPen(QColor(self._colours.field_edge), 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right() + 4 * UNIT, y))

    def _paint_targets(self, painter: QPainter) -> None:
        """A target is a line that ends on its day: it holds from the day of the one before."""
        painter.setPen(QPen(QColor(self._colours.good), 1.5))
        left = self.scale.place.left()
        for target in self._curve.targets:
            at = self.scale.at(target)
            painter.drawLine(QPointF(left, at.y()), at)
            left = at.x()
        for target in self._curve.targets:
            self._paint_mark(painter, self.scale.at(target), "target", _MARK)

    def _paint_forecast(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self._colours.warning), 1.5, Qt.PenStyle.DashLine))
        painter.drawPolyline(self._line(self._curve.forecast))
        for point in self._curve.forecast:
            self._paint_mark(painter, self.scale.at(point), "forecast", _MARK)

    def _paint_measured(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self._colours.accent), 2))
        painter.drawPolyline(self._line(self._curve.measured))
        known = {point.on for point in self._curve.measured}
        # An estimate that an actual overtook is drawn beside the line.
        for each in self._curve.values:
            if each.kind is ValueKind.ESTIMATE and each.period_end in known and each.value is not None:
                assert each.period_end is not None
                at = QPointF(self.scale.x(each.period_end), self.scale.y(each.value))
                self._paint_mark(painter, at, "estimate", _MARK)
        for point in self._curve.measured:
            if not point.estimated:
                self._paint_mark(painter, self.scale.at(point), "actual", _MARK)

    def _line(self, points: Sequence[CurvePoint]) -> QPolygonF:
        return QPolygonF([self.scale.at(point) for point in points])

    def _paint_last(self, painter: QPainter) -> None:
        """The latest value stands beside its point, on the side that the line leaves free."""
        latest = self._curve.latest
        if latest is None:
            return
        at, measured = self.scale.at(latest), self._curve.measured
        rose = len(measured) > 1 and latest.value > measured[-2].value
        bold = font(SMALL, QFont.Weight.DemiBold)
        words = figure(latest.value, self._curve.indicator.unit)
        width = QFontMetrics(bold).horizontalAdvance(words) + 2 * UNIT
        left = max(at.x() - UNIT - width, self.scale.place.left())
        place = QRectF(left, at.y() - _LINE - 3 if rose else at.y() + 3, width, _LINE)
        ground = QColor(self._colours.card)
        ground.setAlpha(200)
        painter.fillRect(place, ground)
        painter.setFont(bold)
        painter.setPen(QColor(self._colours.text))
        painter.drawText(place, _CENTRE, words)
        painter.setFont(font(SMALL))

    def _paint_mark(self, painter: QPainter, at: QPointF, drawn: str, size: float) -> None:
        """A circle, hollow for an estimate; a square for a forecast, a diamond for a target."""
        colours = self._colours
        tone = {"forecast": colours.warning, "target": colours.good}.get(drawn, colours.accent)
        painter.setPen(QPen(QColor(tone), 1.5))
        painter.setBrush(QColor(colours.card if drawn in ("estimate", "forecast") else tone))
        if drawn == "forecast":
            painter.drawRect(QRectF(at.x() - size * 0.8, at.y() - size * 0.8, size * 1.6, size * 1.6))
        elif drawn == "target":
            size *= 1.3
            corners = ((0, -size), (size, 0), (0, size), (-size, 0))
            painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in corners]))
        else:
            painter.drawEllipse(at, size, size)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _entries(self) -> list[_Entry]:
        curve = self._curve
        kinds = {each.kind for each in curve.values}
        told = [
            ("actual", "measured", ValueKind.ACTUAL in kinds),
            ("estimate", "estimate", ValueKind.ESTIMATE in kinds),
            ("forecast", "forecast without action", ValueKind.FORECAST in kinds),
        ]
        entries = [(drawn, words) for drawn, words, there in told if there]
        if curve.aim is not None:
            entries.append(("target", "target"))
        if curve.baseline is not None:
            entries.append(("baseline", "baseline"))
        return entries

    def _legend_rows(self) -> list[list[_Entry]]:
        rows: list[list[_Entry]] = [[]]
        x = 0.0
        for drawn, words in self._entries():
            width = _SIGN + self._metrics.horizontalAdvance(words) + _GAP
            if x + width > self._room.width() + _GAP and rows[-1]:
                rows.append([])
                x = 0.0
            rows[-1].append((drawn, words))
            x += width
        return rows

    def _paint_legend(self, painter: QPainter) -> None:
        y = self._room.bottom() - len(self._legend) * _ROW
        for row in self._legend:
            x = self._room.left()
            for drawn, words in row:
                self._paint_sign(painter, QPointF(x, y + _ROW / 2), drawn)
                painter.setPen(QColor(self._colours.muted))
                width = self._metrics.horizontalAdvance(words)
                painter.drawText(QRectF(x + _SIGN, y, width + 2, _ROW), _MIDDLE, words)
                x += _SIGN + width + _GAP
            y += _ROW

    def _paint_sign(self, painter: QPainter, left: QPointF, drawn: str) -> None:
        colours = self._colours
        styles = {
            "forecast": (colours.warning, Qt.PenStyle.DashLine),
            "target": (colours.good, Qt.PenStyle.SolidLine),
            "baseline": (colours.field_edge, Qt.PenStyle.DotLine),
        }
        tone, style = styles.get(drawn, (colours.accent, Qt.PenStyle.SolidLine))
        painter.setPen(QPen(QColor(tone), 1.5, style))
        painter.drawLine(left, left + QPointF(_SIGN - 2 * UNIT, 0))
        if drawn != "baseline":
            self._paint_mark(painter, left + QPointF(_SIGN / 2 - UNIT, 0), drawn, _MARK)


_DRAWN = {
    ValueKind.ACTUAL: "actual",
    ValueKind.ESTIMATE: "estimate",
    ValueKind.FORECAST: "forecast",
    ValueKind.TARGET: "target",
}
