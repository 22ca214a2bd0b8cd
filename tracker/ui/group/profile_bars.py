"""The plain profile of a self-assessment: a bar for each stage and a dot for each agency, without names (§7.2)."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.models.figures.lane import Lane
from tracker.models.figures.self_profile import HIGHEST, SelfProfile
from tracker.models.value import Value, value
from tracker.ui.icons import paint_mark
from tracker.ui.style import NORMAL, SMALL, UNIT, current, font

_ROW = 6 * UNIT
_MARK = 20
_FIGURES = 9 * UNIT
_SCALE = 5 * UNIT
# Dots nearer than this hide each other; then one stands so much above or below the line.
_DOT, _LIFT = 6.0, 5.0
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@value
class ProfileRow(Value):
    """One row of the picture: `score` is 0 to 4, None without a bar; `figure` is what stands at its end.

    A row of a stage has its `lane`; `words` say the whole row.
    """

    label: str
    score: float | None
    figure: str
    dots: tuple[float, ...]
    words: str
    lane: Lane | None = None
    marked: bool = False


class ProfileBars(QWidget):
    """Rows over one scale from 0, not at all, to 4, fully."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[ProfileRow, ...] = ()
        self._names = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> list[str]:
        """The picture in words, row by row."""
        return [f"{row.label}: {row.words}" for row in self._rows]

    def show_profile(self, profile: SelfProfile) -> None:
        """Shows the five stages; the accessible description says the same in words."""
        rows = [
            ProfileRow(
                label=bar.stage.label,
                score=bar.score,
                figure="–" if bar.score is None else f"{bar.score:.1f}",
                dots=bar.dots,
                words=bar.words,
                lane=Lane(bar.stage.value),
                marked=True,
            )
            for bar in profile.bars
        ]
        self.show_rows(rows, f"Profile of the self-assessment: {profile.coverage}")

    def show_rows(self, rows: Sequence[ProfileRow], name: str) -> None:
        """Shows other rows; `name` says what they are."""
        self._rows = tuple(rows)
        metrics = QFontMetrics(font(NORMAL))
        widest = max((metrics.horizontalAdvance(row.label) for row in self._rows), default=0)
        self._names = widest + (_MARK if any(row.marked for row in self._rows) else 0) + 3 * UNIT
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(f"{row.label} {row.words}" for row in self._rows))
        self.setToolTip("\n".join(self.words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60 * UNIT, len(self._rows) * _ROW + _SCALE)

    def minimumSizeHint(self) -> QSize:
        return QSize(50 * UNIT, len(self._rows) * _ROW + _SCALE)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place, row in enumerate(self._rows):
                self._paint_row(painter, row, place * _ROW)
            if self._rows:
                self._paint_scale(painter)

    def _paint_row(self, painter: QPainter, row: ProfileRow, top: float) -> None:
        colours = current()
        middle = top + _ROW / 2
        if row.marked:
            paint_mark(painter, QRectF(0, middle - 5.5, 11, 11), row.lane, colours.lane(row.lane))
        left = _MARK if row.marked else 0
        painter.setPen(QColor(colours.text))
        painter.setFont(font(NORMAL))
        painter.drawText(QRectF(left, top, self._names - left, _ROW), Qt.AlignmentFlag.AlignVCenter, row.label)
        track = QRectF(self._names, middle - 4, self._length(), 8)
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.setBrush(QColor(colours.stripe))
        painter.drawRoundedRect(track, 4, 4)
        painter.setPen(QColor(colours.text))
        painter.drawText(QRectF(self.width() - _FIGURES, top, _FIGURES, _ROW), _RIGHT, row.figure)
        self._paint_bar(painter, row, track)

    def _paint_bar(self, painter: QPainter, row: ProfileRow, track: QRectF) -> None:
        colours = current()
        colour = QColor(colours.lane(row.lane) if row.marked else colours.accent)
        if row.score is not None:
            filled = QColor(colour)
            filled.setAlpha(90)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(filled)
            painter.drawRoundedRect(QRectF(track.left(), track.top(), self._x(row.score), track.height()), 4, 4)
        painter.setPen(QPen(QColor(colours.card), 1))
        painter.setBrush(colour)
        for across, up in _apart([self._x(dot) for dot in row.dots]):
            painter.drawEllipse(QPointF(track.left() + across, track.center().y() - up), 4, 4)

    def _paint_scale(self, painter: QPainter) -> None:
        painter.setPen(QColor(current().muted))
        painter.setFont(font(SMALL))
        place = QRectF(self._names, len(self._rows) * _ROW, self._length(), _SCALE)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(HIGHEST))

    def _length(self) -> float:
        return float(self.width() - self._names - _FIGURES)

    def _x(self, score: float) -> float:
        return self._length() * score / HIGHEST


def _apart(dots: Sequence[float]) -> Iterator[tuple[float, float]]:
    """Where each dot stands across, and how far up: those that would hide each other stand over one another."""
    taken: list[tuple[float, int]] = []
    for across in dots:
        rank = sum(abs(across - other) < _DOT for other, _ in taken)
        taken.append((across, rank))
        # In turn above and below the line: 0, 1, -1, 2, -2.
        yield across, _LIFT * ((rank + 1) // 2) * (1 if rank % 2 else -1) + 0.0
