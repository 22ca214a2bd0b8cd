"""The plain profile of a self-assessment: a bar for each stage and a dot for each agency, without names (§7.2)."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.models.figures.lane import Lane
from tracker.models.figures.self_profile import HIGHEST, Bar, SelfProfile
from tracker.ui.icons import paint_mark
from tracker.ui.style import NORMAL, SMALL, UNIT, current, font

_ROW = 6 * UNIT
_NAMES = 26 * UNIT
_FIGURES = 9 * UNIT
_SCALE = 5 * UNIT
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ProfileBars(QWidget):
    """Five rows over one scale from 0, not at all, to 4, fully."""

    def __init__(self) -> None:
        super().__init__()
        self._profile: SelfProfile | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_profile(self, profile: SelfProfile) -> None:
        """Shows a profile; its accessible description says the same in words."""
        self._profile = profile
        self.setAccessibleName(f"Profile of the self-assessment: {profile.coverage}")
        words = "; ".join(f"{bar.stage.label} {bar.words}" for bar in profile.bars)
        self.setAccessibleDescription(words)
        self.setToolTip("\n".join(f"{bar.stage.label}: {bar.words}" for bar in profile.bars))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60 * UNIT, 5 * _ROW + _SCALE)

    def minimumSizeHint(self) -> QSize:
        return QSize(50 * UNIT, 5 * _ROW + _SCALE)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._profile is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place, bar in enumerate(self._profile.bars):
                self._paint_row(painter, bar, place * _ROW)
            self._paint_scale(painter)

    def _paint_row(self, painter: QPainter, bar: Bar, top: float) -> None:
        colours = current()
        lane = Lane(bar.stage.value)
        middle = top + _ROW / 2
        paint_mark(painter, QRectF(0, middle - 5.5, 11, 11), lane, colours.lane(lane))
        painter.setPen(QColor(colours.text))
        painter.setFont(font(NORMAL))
        painter.drawText(QRectF(20, top, _NAMES - 20, _ROW), Qt.AlignmentFlag.AlignVCenter, bar.stage.label)
        track = QRectF(_NAMES, middle - 4, self._length(), 8)
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.setBrush(QColor(colours.stripe))
        painter.drawRoundedRect(track, 4, 4)
        figure = "–" if bar.score is None else f"{bar.score:.1f}"
        painter.setPen(QColor(colours.text))
        painter.drawText(QRectF(self.width() - _FIGURES, top, _FIGURES, _ROW), _RIGHT, figure)
        self._paint_bar(painter, bar, track)

    def _paint_bar(self, painter: QPainter, bar: Bar, track: QRectF) -> None:
        colours = current()
        colour = QColor(colours.lane(Lane(bar.stage.value)))
        if bar.score is not None:
            filled = QColor(colour)
            filled.setAlpha(90)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(filled)
            painter.drawRoundedRect(QRectF(track.left(), track.top(), self._x(bar.score), track.height()), 4, 4)
        painter.setPen(QPen(QColor(colours.card), 1))
        painter.setBrush(colour)
        for dot in bar.dots:
            painter.drawEllipse(QPointF(track.left() + self._x(dot), track.center().y()), 4, 4)

    def _paint_scale(self, painter: QPainter) -> None:
        painter.setPen(QColor(current().muted))
        painter.setFont(font(SMALL))
        place = QRectF(_NAMES, 5 * _ROW, self._length(), _SCALE)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(HIGHEST))

    def _length(self) -> float:
        return float(self.width() - _NAMES - _FIGURES)

    def _x(self, score: float) -> float:
        return self._length() * score / HIGHEST
