"""The rows of the Groups page: one a group, on request under a heading for each stage."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon

from tracker.models.dates import shown
from tracker.models.figures.group_summary import GroupSummary
from tracker.models.figures.lane import Lane
from tracker.models.figures.need import Urgency
from tracker.models.signals.rule import Signal
from tracker.models.value import Value, value
from tracker.ui.parts.signs import Signs
from tracker.ui.signals.signal_columns import URGENCY_LOOKS
from tracker.ui.stage_badge import lane_word
from tracker.ui.table import Column, Index, Look, Table
from tracker.ui.words import count

# Highest on the life cycle first; closed groups stand last.
_ORDER = (*reversed(Lane), None)


@value
class StageHeading(Value):
    """A line over the groups of one stage."""

    words: str


class GroupTable(Table):
    """Sorted like any table; grouped by stage, each stage is sorted by itself."""

    def __init__(self) -> None:
        super().__init__((*COLUMNS, self._signal_column()), _key)
        self._by_stage = False
        self._signals: Mapping[str, tuple[Signal, ...]] | None = None
        self._signs = Signs()

    @property
    def by_stage(self) -> bool:
        """Whether the groups stand under headings."""
        return self._by_stage

    def set_signals(self, signals: Mapping[str, tuple[Signal, ...]] | None) -> None:
        """Shows what is seen in each group, most urgent first; None while nobody has looked yet."""
        if signals == self._signals:
            return
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.key_at(index)) for index in self.persistentIndexList()]
        self._signals = signals
        self._arrange()
        for old, key in kept:
            self.changePersistentIndex(old, self.index(self.index_of(key).row(), old.column()))
        self.layoutChanged.emit()

    def set_by_stage(self, wanted: bool) -> None:
        """Puts the groups under a heading for each stage, or takes the headings away."""
        self.beginResetModel()
        self._by_stage = wanted
        self._arrange()
        self.endResetModel()

    def as_text(self, rows: Iterable[int] | None = None) -> str:
        places = range(len(self._rows)) if rows is None else rows
        return super().as_text(place for place in places if isinstance(self._rows[place], GroupSummary))

    def look(self, index: Index) -> Look:
        row = self.row_at(index)
        return Look(row.words, bold=True) if isinstance(row, StageHeading) else super().look(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index) if index.isValid() else None
        if not isinstance(row, StageHeading):
            return super().data(index, role)
        if index.column():
            return None
        return row.words if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_heading = isinstance(self.row_at(index), StageHeading)
        return Qt.ItemFlag.ItemIsEnabled if is_heading else super().flags(index)

    def _signal_column(self) -> Column:
        return Column(
            "Signals",
            self._signal_rank,
            self._signal_words,
            width=100,
            least=98,
            tone=self._signal_tone,
            tip=self._signal_titles,
            icon=self._signal_sign,
        )

    def _seen(self, row: Any) -> tuple[Signal, ...] | None:
        """What is seen in the group of a row; None if nobody has looked yet, or the group is closed."""
        if self._signals is None or not isinstance(row, GroupSummary):
            return None
        return self._signals.get(row.group.id, ()) if _running(row) else None

    def _signal_rank(self, row: Any) -> tuple[int, int] | None:
        seen = self._seen(row)
        return None if seen is None else (_urgent(seen), len(seen))

    def _signal_words(self, row: Any) -> str:
        seen = self._seen(row)
        if not seen:
            return "" if seen is None else "none"
        urgent = f"\n{_urgent(seen):,} urgent" if _urgent(seen) else ""
        return f"{len(seen):,} seen{urgent}"

    def _signal_tone(self, row: Any) -> str:
        seen = self._seen(row) or ()
        return "danger" if _urgent(seen) else "" if seen else "muted"

    def _signal_titles(self, row: Any) -> str:
        if self._signals is None:
            return "The signals are being read."
        return "\n".join(f"{each.rule.urgency.label}: {each.rule.title}" for each in self._seen(row) or ())

    def _signal_sign(self, row: Any) -> QIcon:
        seen = self._seen(row)
        return self._signs.drawn(*URGENCY_LOOKS[seen[0].rule.urgency]) if seen else QIcon()

    def _arrange(self) -> None:
        super()._arrange()
        if not self._by_stage:
            return
        groups, self._rows = self._rows, []
        for running, lane in [(True, lane) for lane in _ORDER] + [(False, None)]:
            part = [row for row in groups if _running(row) is running and (not running or row.lane is lane)]
            if part:
                word = lane_word(lane) if running else "Closed"
                self._rows += [StageHeading(f"{word}: {count(len(part), 'group')}"), *part]


def _urgent(seen: Sequence[Signal]) -> int:
    return sum(each.rule.urgency is Urgency.NOW for each in seen)


def _key(row: Any) -> str:
    return row.words if isinstance(row, StageHeading) else str(row.group.id)


def _running(row: GroupSummary) -> bool:
    return row.group.closed_on is None or row.group.closed_on > row.trajectory.until


def _name(row: GroupSummary) -> str:
    note = f"closed {shown(row.group.closed_on)}" if not _running(row) else row.group.place or row.group.theme
    return f"{row.group.called}\n{note}" if note else row.group.called


def _whole_name(row: GroupSummary) -> str:
    return "\n".join(part for part in (row.group.name, row.group.place) if part)


def _purpose(row: GroupSummary) -> str:
    """One line of text, whatever it was typed in."""
    return " ".join(row.group.purpose.split())


def _whole_purpose(row: GroupSummary) -> str:
    return textwrap.fill(row.group.purpose, 64)


def _first_day(row: GroupSummary) -> date | None:
    return row.trajectory.points[0].on if row.trajectory.points else None


def _months(row: GroupSummary) -> str:
    return f"{lane_word(row.lane)}\n{count(row.months, 'month')}" if row.trajectory.now else "Not judged yet"


def _follow_through(row: GroupSummary) -> str:
    kept, _, moved = row.follow_through.words.partition(", ")
    return f"{kept}\n{moved}" if moved else kept


def _share(row: GroupSummary) -> str:
    name, of, amount = row.largest_share.partition(" of ")
    return f"{name}\nof {amount}" if of else row.largest_share


def _last_meeting(row: GroupSummary) -> str:
    coming = f"next {shown(row.next_meeting)}" if row.next_meeting else ""
    return "\n".join(part for part in (shown(row.last_meeting) or "none yet", coming) if part)


def _open(row: GroupSummary) -> str:
    overdue = f"\n{row.overdue:,} overdue" if row.overdue else ""
    return f"{row.open_commitments:,} open{overdue}"


def _rate(row: GroupSummary) -> float | None:
    """Sorted by the share that was kept; without a promise due there is nothing to sort by."""
    promises = row.follow_through
    return promises.kept / promises.fallen_due if promises.fallen_due else None


def trajectory_words(row: GroupSummary) -> str:
    """The trajectory in words: the plot's facts for those who do not see it."""
    steps = [f"{lane_word(point.lane)} from {shown(point.on)}" for point in row.trajectory.points]
    return "\n".join(steps) or "No stage has been judged yet."


COLUMNS = (
    Column("Group", lambda row: row.group.called, _name, width=190, least=120, share=3, bold=True, tip=_whole_name),
    Column("Purpose", _purpose, width=330, least=260, share=2, drop=3, tip=_whole_purpose),
    Column("Stage", lambda row: (row.lane.rank if row.lane else -1, row.months), _months, width=132, least=130),
    Column("Trajectory", _first_day, lambda row: "", width=112, least=76, share=2, tip=trajectory_words),
    Column(
        "At the table",
        lambda row: row.agencies,
        lambda row: f"{count(row.agencies, 'agency', 'agencies')}\n{count(row.people, 'person', 'people')}",
        width=104,
        least=100,
    ),
    Column("Follow-through", _rate, _follow_through, width=114, least=112, tip=lambda row: row.follow_through.words),
    Column("Largest share", lambda row: row.largest_share, _share, width=160, least=120, share=1, drop=2),
    Column("Last meeting", lambda row: row.last_meeting, _last_meeting, width=116, least=113, drop=1),
    Column(
        "Commitments",
        lambda row: (row.overdue, row.open_commitments),
        _open,
        width=100,
        least=98,
        tone=lambda row: "danger" if row.overdue else "",
    ),
)
