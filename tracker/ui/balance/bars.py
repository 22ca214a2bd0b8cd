"""What each agency brings beside how much it decides: two bars an agency, in the order in which they joined."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen

from tracker.models.figures.balance import AgencyBalance, Balance
from tracker.models.figures.balance_words import agency_words
from tracker.models.figures.share_words import per_cent
from tracker.ui.balance.keyed_picture import KeyedPicture
from tracker.ui.style import NORMAL, SMALL, UNIT, current, font

_LEAST_ROW, _MOST_ROW = 9 * UNIT, 14 * UNIT
_LEGEND = 6 * UNIT
_BAR, _GAP = 2.5 * UNIT, 0.5 * UNIT
_NARROW_NAMES, _WIDE_NAMES = 28 * UNIT, 60 * UNIT
_HATCHING = 150
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
# The scale ends at a whole tenth above the largest share.
_TENTHS = 10
# With so many agencies rating, each view is a dot; with fewer the lowest and the highest are told.
_DOTS_FROM = 5


class Bars(KeyedPicture):
    """The upper bar, plain, is the share of resources; the lower, hatched, the share of influence with its spread."""

    def __init__(self) -> None:
        super().__init__("What each agency brings, and how much it decides")
        self._balance: Balance | None = None
        self._before: dict[str, AgencyBalance] = {}
        self._end = 1.0

    @property
    def number(self) -> int:
        return len(self._rows)

    @property
    def row_height(self) -> float:
        """The height of a row, in pixels: more where there is room."""
        return max(_LEAST_ROW, min(_MOST_ROW, (self.height() - _LEGEND) / max(1, self.number)))

    def show_balance(self, balance: Balance, before: Balance | None = None) -> None:
        """Shows another balance; of what was `before`, a line marks where each bar ended."""
        self._balance = balance
        self._before = {row.id: row for row in before.rows} if before else {}
        self._end = self._scale_end()
        self.setMinimumHeight(_LEGEND + _LEAST_ROW * self.number)
        self.tell()

    def agency_id(self, place: int) -> str:
        """Whose row it is."""
        return self._rows[place].id

    def height_for(self, rows: int) -> int:
        """The least height in which so many rows are seen, in pixels."""
        return _LEGEND + _LEAST_ROW * max(3, rows)

    def words_of(self, place: int) -> str:
        assert self._balance is not None
        return agency_words(self._rows[place], self._balance.influence)

    def at(self, point: QPointF) -> int | None:
        place = int((point.y() - _LEGEND) // self.row_height)
        return place if 0 <= place < self.number else None

    def place_of(self, number: int) -> QRectF:
        """Where a row stands."""
        return QRectF(0, _LEGEND + number * self.row_height, self.width(), self.row_height)

    def sizeHint(self) -> QSize:
        return QSize(120 * UNIT, _LEGEND + _LEAST_ROW * max(3, self.number))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._balance is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            names = self._names_width()
            figures = QFontMetrics(font(SMALL)).horizontalAdvance(_figure_words("under 1%", "resources")) + 2 * UNIT
            track = QRectF(names, 0, max(10.0, self.width() - names - figures - 2 * UNIT), self.height())
            self._paint_legend(painter, track)
            for number, row in enumerate(self._rows):
                place = self.place_of(number)
                if event.rect().toRectF().intersects(place):
                    if number % 2:
                        painter.fillRect(place, QColor(current().stripe))
                    self._paint_row(painter, row, place, track, marked=number == self.marked)

    @property
    def _rows(self) -> tuple[AgencyBalance, ...]:
        return self._balance.rows if self._balance else ()

    def _scale_end(self) -> float:
        """The share at the right end of the scale."""
        rows = (*self._rows, *self._before.values())
        shares = [float(row.resources or 0) for row in rows]
        shares += [float(row.influence.highest) for row in rows if row.influence]
        return max(1, -(-max(shares, default=0) * _TENTHS // 1)) / _TENTHS

    def _names_width(self) -> float:
        metrics = QFontMetrics(font(NORMAL, QFont.Weight.DemiBold))
        widest = max((metrics.horizontalAdvance(row.called) for row in self._rows), default=0) + 4 * UNIT
        return float(max(_NARROW_NAMES, min(widest, _WIDE_NAMES, self.width() // 3)))

    def _paint_legend(self, painter: QPainter, track: QRectF) -> None:
        """What the two bars are."""
        colours = current()
        painter.setFont(font(SMALL))
        left = track.left()
        for words, influence in (("resources", False), ("influence, with the spread of the views", True)):
            sample = QRectF(left, 1.5 * UNIT, 5 * UNIT, _BAR)
            _paint_bar(painter, sample, influence=influence)
            painter.setPen(QColor(colours.muted))
            place = QRectF(sample.right() + UNIT, 0, self.width(), _LEGEND - UNIT)
            painter.drawText(place, _MIDDLE, words)
            left = place.left() + painter.fontMetrics().horizontalAdvance(words) + 4 * UNIT

    def _paint_lines(self, painter: QPainter, track: QRectF, place: QRectF) -> None:
        """A thin line at each whole tenth or fifth."""
        painter.setPen(QPen(QColor(current().edge), 1))
        step = 0.1 if self._end <= 0.5 else 0.2
        for number in range(int(self._end / step + 1.01)):
            x = round(track.left() + number * step / self._end * track.width()) + 0.5
            painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))

    def _paint_row(self, painter: QPainter, row: AgencyBalance, place: QRectF, track: QRectF, *, marked: bool) -> None:
        colours = current()
        if marked:
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), UNIT, UNIT)
        self._paint_lines(painter, track, place)
        painter.setPen(QColor(colours.text if row.present else colours.muted))
        self._paint_name(painter, row, QRectF(2 * UNIT, place.top(), track.left() - 3 * UNIT, place.height()))
        upper = QRectF(track.left(), place.center().y() - _BAR - _GAP, track.width(), _BAR)
        lower = upper.translated(0, _BAR + 2 * _GAP)
        self._paint_bars(painter, row, upper, lower)
        self._paint_figures(painter, row, place, track.right() + 2 * UNIT)

    def _paint_name(self, painter: QPainter, row: AgencyBalance, room: QRectF) -> None:
        """In one line; smaller and over two where it is too long, so that "(chair)" stays in sight."""
        weight = QFont.Weight.DemiBold if row.chairs else QFont.Weight.Normal
        painter.setFont(font(NORMAL, weight))
        if painter.fontMetrics().horizontalAdvance(row.called) <= room.width():
            painter.drawText(room, _MIDDLE, row.called)
            return
        painter.setFont(font(SMALL, weight))
        painter.drawText(room, _MIDDLE | Qt.TextFlag.TextWordWrap, row.called)

    def _paint_bars(self, painter: QPainter, row: AgencyBalance, upper: QRectF, lower: QRectF) -> None:
        if row.resources is not None:
            _paint_bar(painter, self._part(upper, float(row.resources)), influence=False)
        if row.influence is not None:
            _paint_bar(painter, self._part(lower, float(row.influence.share)), influence=True)
            self._paint_spread(painter, row.influence.views, lower)
        was = self._before.get(row.id)
        if was is not None and was.resources is not None and was.resources != row.resources:
            painter.setPen(QPen(QColor(current().text), 2))
            x = self._part(upper, float(was.resources)).right()
            painter.drawLine(QPointF(x, upper.top() - 2), QPointF(x, upper.bottom() + 1))

    def _paint_spread(self, painter: QPainter, views: tuple[float, ...], track: QRectF) -> None:
        """Each view a dot; of up to four only the lowest and the highest, with a line between."""
        if len(views) < 2:
            return
        middle = track.center().y()
        ends = [self._part(track, share).right() for share in (views[0], views[-1])]
        painter.setPen(QPen(QColor(current().text), 1))
        painter.drawLine(QPointF(ends[0], middle), QPointF(ends[1], middle))
        for x in ends:
            painter.drawLine(QPointF(x, middle - 3), QPointF(x, middle + 3))
        if len(views) >= _DOTS_FROM:
            painter.setPen(QPen(QColor(current().text), 1))
            painter.setBrush(QColor(current().card))
            for share in views:
                painter.drawEllipse(QPointF(self._part(track, share).right(), middle), 2.5, 2.5)

    def _paint_figures(self, painter: QPainter, row: AgencyBalance, place: QRectF, left: float) -> None:
        colours = current()
        painter.setFont(font(SMALL))
        half = place.height() / 2
        resources = "– resources" if row.resources is None else _figure_words(per_cent(row.resources), "resources")
        read = "– influence" if row.influence is None else _figure_words(per_cent(row.influence.share), "influence")
        for words, top in ((resources, max(0.0, half - 4 * UNIT)), (read, half)):
            painter.setPen(QColor(colours.muted if words.startswith("–") else colours.text))
            line = QRectF(left, place.top() + top, self.width() - left, min(half, 4 * UNIT))
            painter.drawText(line, _MIDDLE, words)

    def _part(self, track: QRectF, share: float) -> QRectF:
        return QRectF(track.left(), track.top(), track.width() * share / self._end, track.height())


def _figure_words(figure: str, what: str) -> str:
    return f"{figure} {what}"


def _paint_bar(painter: QPainter, place: QRectF, *, influence: bool) -> None:
    """A plain bar for resources; a lighter one with an edge and hatching for influence."""
    colours = current()
    if influence:
        painter.setPen(QPen(QColor(colours.warning), 1))
        painter.setBrush(QColor(colours.action))
        painter.drawRoundedRect(place, 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        hatching = QColor(colours.action_text)
        hatching.setAlpha(_HATCHING)
        painter.setBrush(QBrush(hatching, Qt.BrushStyle.BDiagPattern))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
    painter.drawRoundedRect(place, 2, 2)
