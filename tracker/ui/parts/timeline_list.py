"""The list that shows a timeline: a line a month, and under it what was recorded, newest first."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.models.dates import MONTHS, shown
from tracker.models.figures.lane import lane_of
from tracker.models.figures.timeline import Entry, Family
from tracker.models.figures.timeline_words import joined
from tracker.models.records import IndicatorValue, StageJudgement
from tracker.models.records.record import Provenance
from tracker.ui.icons import icon, stage_icon
from tracker.ui.style import NORMAL, SMALL, UNIT, current, font
from tracker.ui.table import ROW, Column, Table

_ICONS = {
    Family.MEETINGS: "calendar",
    Family.COMMITMENTS: "handshake",
    Family.VICTORIES: "star",
    Family.LIFE_CYCLE: "chart-line",
    Family.PEOPLE: "users-round",
    Family.RESOURCES: "scale",
    Family.LEARNING: "lightbulb",
    Family.CONTEXT: "flag",
}
_MONTH_HEIGHT, _ENTRY_HEIGHT = 8 * UNIT, 11 * UNIT
_DAY_WIDTH = 12 * UNIT
_ICON_SIZE = 4 * UNIT
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TimelineTable(Table):
    """Rows are entries, and the words of a month above the entries of that month; months cannot be chosen."""

    def __init__(self) -> None:
        super().__init__([Column("What happened", self._words)], key=_key)
        self._groups: Mapping[str, str] = {}

    def set_entries(self, entries: Iterable[Entry], groups: Mapping[str, str] | None = None) -> None:
        """Shows entries, newest first, month by month; `groups` names their groups, where they are of several."""
        self._groups = groups or {}
        rows: list[Entry | str] = []
        for month, several in groupby(entries, key=lambda entry: month_words(entry.on)):
            rows.append(month)
            rows.extend(several)
        self.set_rows(rows)

    def detail_of(self, entry: Entry) -> str:
        """What stands under an entry's title: its group, where they are several, and its detail."""
        return joined(self._groups.get(entry.group_id, ""), entry.detail)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return Qt.ItemFlag.NoItemFlags if isinstance(self.row_at(index), str) else super().flags(index)

    def _words(self, row: Entry | str) -> str:
        """All that is seen of a row, for a tooltip, for copying and for who listens."""
        if isinstance(row, str):
            return row
        made_up = "illustrative" if row.record.provenance is Provenance.ILLUSTRATIVE else ""
        return joined(shown(row.on), f"{row.kind_word}: {row.title}", self.detail_of(row), made_up)


class TimelineList(QListView):
    """Enter or a double click opens an entry."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table = TimelineTable()
        self.setModel(self.table)
        self.setItemDelegate(TimelineDelegate(self))
        self.setAccessibleName("Everything recorded, newest first")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        entry = self.table.row_at(index)
        if isinstance(entry, Entry):
            self.opened.emit(entry)


class TimelineDelegate(QStyledItemDelegate):
    """Paints day, icon, kind and title on one line and the detail under it."""

    def __init__(self, view: "TimelineList") -> None:
        super().__init__(view)
        self._view = view
        self._icons: dict[tuple[str, str], QIcon] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        month = isinstance(index.data(ROW), str)
        return QSize(50 * UNIT, _MONTH_HEIGHT if month else _ENTRY_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        row: Any = index.data(ROW)
        place: QRect = option.rect
        if isinstance(row, Entry):
            self._paint_ground(painter, option, place)
            self._paint_entry(painter, place.adjusted(2 * UNIT, UNIT, -2 * UNIT, -UNIT), row)
        else:
            painter.setPen(QColor(current().muted))
            painter.setFont(font(SMALL, QFont.Weight.DemiBold))
            painter.drawText(place.adjusted(2 * UNIT, UNIT, 0, 0), _MIDDLE, str(row))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect) -> None:
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(current().accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, QColor(current().stripe))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(place.adjusted(0, 0, -place.width() + 3, 0), QColor(current().accent))

    def _paint_entry(self, painter: QPainter, place: QRect, entry: Entry) -> None:
        colours = current()
        detail = self._view.table.detail_of(entry)
        upper = QRect(place.left(), place.top(), place.width(), place.height() // 2 if detail else place.height())
        painter.setPen(QColor(colours.muted))
        painter.setFont(font(SMALL))
        painter.drawText(upper, _MIDDLE, f"{entry.on.day} {MONTHS[entry.on.month - 1]}")
        left = place.left() + _DAY_WIDTH
        self._icon(entry).paint(painter, QRect(left, upper.center().y() - 7, _ICON_SIZE, _ICON_SIZE))
        left += _ICON_SIZE + 2 * UNIT
        right = self._paint_illustrative(painter, upper, entry)
        kind_width = QFontMetrics(font(SMALL)).horizontalAdvance(entry.kind_word) + 2 * UNIT
        painter.drawText(QRect(left, upper.top(), kind_width, upper.height()), _MIDDLE, entry.kind_word)
        painter.setPen(QColor(colours.text))
        painter.setFont(font(NORMAL))
        title = QRect(left + kind_width, upper.top(), right - left - kind_width, upper.height())
        self._elided(painter, title, entry.title)
        if detail:
            painter.setPen(QColor(colours.muted))
            painter.setFont(font(SMALL))
            self._elided(painter, QRect(left, upper.bottom() + 1, place.right() - left, upper.height()), detail)

    def _paint_illustrative(self, painter: QPainter, place: QRect, entry: Entry) -> int:
        """Marks what the sample made up; returns where the title has to end."""
        if entry.record.provenance is not Provenance.ILLUSTRATIVE:
            return place.right()
        word = Provenance.ILLUSTRATIVE.label.lower()
        width = QFontMetrics(font(SMALL)).horizontalAdvance(word)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | _MIDDLE, word)
        return place.right() - width - 2 * UNIT

    def _elided(self, painter: QPainter, place: QRect, text: str) -> None:
        metrics = QFontMetrics(painter.font())
        words = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _MIDDLE, words)

    def _icon(self, entry: Entry) -> QIcon:
        colours = current()
        lane = lane_of(entry.record) if isinstance(entry.record, StageJudgement) else None
        name = lane.value if lane else _icon_name(entry)
        colour = colours.lane(lane) if lane else colours.good if name == "star" else colours.muted
        if (name, colour) not in self._icons:
            self._icons[name, colour] = stage_icon(lane) if lane else icon(name, colour, _ICON_SIZE)
        return self._icons[name, colour]


def _icon_name(entry: Entry) -> str:
    return "chart-line" if isinstance(entry.record, IndicatorValue) else _ICONS[entry.family]


def month_words(day: date) -> str:
    """Jun 2008."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def _key(row: Entry | str) -> str:
    return row if isinstance(row, str) else f"{row.record.id} {row.kind_word}"
