"""How cells are painted that hold more than a word: lines under each other, a stage, a small trajectory."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from tracker.models.figures.lane import Lane
from tracker.models.figures.trajectory import Trajectory
from tracker.ui.stage_badge import badge_size, paint_badge
from tracker.ui.style import SMALL, UNIT, current, font
from tracker.ui.table_view import TableView

Index = QModelIndex | QPersistentModelIndex

_LINE = 5 * UNIT
_SIGN = 4 * UNIT


class GroundDelegate(QStyledItemDelegate):
    """Paints what a cell has below its contents. The stripes are the view's own."""

    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self.view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # Qt's own painting would ask the table seven things for each cell, and each of them costs.
        if self.view.selectionModel().isSelected(index):
            painter.fillRect(option.rect, QColor(current().accent_soft))
            if self.view.hasFocus() and index.column() == 0:
                painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(current().link))


class LinesDelegate(GroundDelegate):
    """The first line of a cell in the usual size, those below it small and muted; each elided by itself."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        colours = current()
        look = self.view.table.look(index)
        words, *notes = look.words.split("\n")
        toned = QColor(getattr(colours, look.tone)) if look.tone else None
        first = font(weight=QFont.Weight.DemiBold if look.bold else QFont.Weight.Normal)
        room: QRect = option.rect.adjusted(2 * UNIT, 0, -2 * UNIT, 0)
        if (sign := self._sign(index)) is not None:
            sign.paint(painter, QRect(room.left(), room.center().y() - 7, _SIGN, _SIGN))
            room.setLeft(room.left() + _SIGN + 2 * UNIT)
        spare = room.height() // _LINE - len(notes) - 1
        heads = over_two_lines(words, first, room.width()) if spare or look.bold else [words]
        if look.bold and not spare and len(heads) > 1:
            # A name that would be cut takes the place of the note below it.
            notes = notes[:-1]
        if notes and spare + 1 > len(heads):
            notes[-1:] = over_two_lines(notes[-1], font(SMALL), room.width())
        usual = QColor(colours.text)
        lines = [(line, first, usual if "\n" in look.words else toned or usual) for line in heads]
        lines += [(line, font(SMALL), toned or QColor(colours.muted)) for line in notes]
        _draw_lines(painter, room, look.align, lines)

    def _sign(self, index: Index) -> QIcon | None:
        column = self.view.table.columns[index.column()]
        return column.icon(self.view.table.row_at(index)) if column.icon else None


class StageDelegate(GroundDelegate):
    """A stage's pill; what else the cell says stands small below it."""

    def __init__(self, lane: Callable[[Any], Lane | None], view: TableView) -> None:
        super().__init__(view)
        self._lane = lane

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        lane = self._lane(self.view.table.row_at(index))
        words, _, note = self.view.table.look(index).words.partition("\n")
        room: QRect = option.rect.adjusted(2 * UNIT, 0, -2 * UNIT, 0)
        if not note:
            # Not judged at all is something else than judged and not clear.
            painter.setPen(QColor(current().muted))
            painter.setFont(font())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
            return
        size = badge_size(lane)
        height = size.height() + 5 * UNIT
        top = room.center().y() - height // 2
        paint_badge(painter, QRectF(room.left(), top, min(size.width(), room.width()), size.height()), lane)
        painter.save()
        painter.setFont(font(SMALL))
        painter.setPen(QColor(current().muted))
        place = QRect(room.left() + UNIT, top + size.height(), room.width() - UNIT, 5 * UNIT)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, note)
        painter.restore()


class TrajectoryDelegate(GroundDelegate):
    """A group's step line over its lanes, small: from its first judgement to now, or to the day it was closed."""

    def __init__(self, trajectory: Callable[[Any], Trajectory], view: TableView) -> None:
        super().__init__(view)
        self._trajectory = trajectory

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        place = QRectF(option.rect).adjusted(2 * UNIT, 2 * UNIT, -2 * UNIT, -2 * UNIT)
        paint_trajectory(painter, place, self._trajectory(self.view.table.row_at(index)))


def paint_trajectory(painter: QPainter, place: QRectF, trajectory: Trajectory) -> None:
    """Paints the lanes as bands and the step line over them, in the colour of the stage it has come to."""
    colours = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    height = place.height() / len(Lane)
    for lane in Lane:
        band = QRectF(place.left(), place.bottom() - (lane.rank + 1) * height, place.width(), height - 1)
        painter.fillRect(band, QColor(colours.lane_soft(lane)))
    runs = trajectory.corners()
    if runs:
        pen = QPen(QColor(colours.lane(trajectory.now.lane if trajectory.now else None)), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        for run in runs:
            painter.drawPolyline(_line(run, place, (runs[0][0][0], trajectory.until)))
    painter.restore()


def _draw_lines(
    painter: QPainter, room: QRect, align: Qt.AlignmentFlag, lines: Sequence[tuple[str, QFont, QColor]]
) -> None:
    """Lines in the middle of the room, each with its font and colour."""
    painter.save()
    top = room.center().y() - _LINE * len(lines) // 2 + 1
    for line, size, colour in lines:
        place = QRect(room.left(), top, room.width(), _LINE)
        painter.setFont(size)
        painter.setPen(colour)
        shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, align, shown)
        top += _LINE
    painter.restore()


def over_two_lines(words: str, size: QFont, width: int) -> list[str]:
    """The words in one line where they fit, else broken between two words into two."""
    metrics = QFontMetrics(size)
    # What just fits by these measures may be cut when it is painted.
    room = width - 2
    if metrics.horizontalAdvance(words) <= room:
        return [words]
    parts = words.split()
    for cut in range(len(parts) - 1, 0, -1):
        head = " ".join(parts[:cut])
        if metrics.horizontalAdvance(head) <= room:
            return [head, " ".join(parts[cut:])]
    return [words]


def _line(run: tuple[tuple[date, int], ...], place: QRectF, span: tuple[date, date]) -> QPolygonF:
    first, until = span
    days = max(1, (until - first).days)
    height = place.height() / len(Lane)
    width = place.width() - 4
    return QPolygonF(
        [
            QPointF(
                place.left() + 2 + (day - first).days / days * width,
                place.bottom() - (rank + 0.5) * height - 0.5,
            )
            for day, rank in run
        ]
    )
