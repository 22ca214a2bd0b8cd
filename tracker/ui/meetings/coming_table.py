"""The planned meetings in a table: those to be logged, those to come, and those called off."""

from collections.abc import Sequence
from typing import Any

from tracker.models.dates import shown
from tracker.models.figures.coming import ComingMeeting, called_off_meetings, meetings_in_view, waiting_meetings
from tracker.models.records import Group
from tracker.models.records.planned_meeting import Repeat
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.table import Column
from tracker.ui.words import count

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_PARTS = ("To be logged", "Coming", "Called off")


@value
class PlannedRow(Value):
    """A planned meeting with what people call its group. `part` is 0 to be logged, 1 coming, 2 called off."""

    meeting: ComingMeeting
    group: str
    part: int

    @property
    def waits(self) -> bool:
        """Whether its day has come and nobody has logged it."""
        return self.part == 0


def planned_rows(snapshot: Snapshot, group_id: str = "") -> list[PlannedRow]:
    """The rows of one group, or of all."""
    whose = group_id or None
    parts = (
        waiting_meetings(snapshot, whose),
        meetings_in_view(snapshot, whose),
        called_off_meetings(snapshot, whose, after=snapshot.today),
    )
    return [
        PlannedRow(meeting, snapshot.called(Group, meeting.group_id), part)
        for part, meetings in enumerate(parts)
        for meeting in meetings
    ]


def planned_table(*, with_group: bool) -> HeadedTable:
    """The table; the group where there are several."""
    group = Column("Group", lambda row: row.group, width=150, least=96, share=2, bold=True, tone=_tone)
    return HeadedTable(
        (
            Column("When", _value, _when, width=150, least=128, share=1, tone=_tone, bold=not with_group),
            *((group,) if with_group else ()),
            Column("Place", lambda row: row.meeting.place, width=130, least=90, share=2, drop=2, tone=_tone),
            Column("Comes back", repeats_words, width=150, least=104, share=1, drop=1, tone=_tone),
        ),
        lambda row: str(row.meeting.key),
        lambda name, rows: f"{name}: {count(len(rows), 'meeting')}",
    )


def show_planned(table: HeadedTable, rows: Sequence[PlannedRow]) -> None:
    """Shows other rows, under headings where some of them are not simply coming."""
    apart = any(row.part != 1 for row in rows)
    table.set_part((lambda row: (row.part, _PARTS[row.part])) if apart else None)
    table.set_rows(rows)


def day_words(meeting: ComingMeeting) -> str:
    """Tue 8 Jul 2008."""
    return f"{_WEEKDAYS[meeting.on.weekday()]} {shown(meeting.on)}"


def moved_words(meeting: ComingMeeting) -> str:
    """Moved from 8 Jul 2008; "" for a meeting on its usual day."""
    return "" if meeting.called_off or meeting.on == meeting.planned_for else f"moved from {shown(meeting.planned_for)}"


def repeats_words(row: PlannedRow) -> str:
    """Every two weeks; "" for a single meeting."""
    planned = row.meeting.planned
    if planned is None:
        return "Not planned yet"
    return "" if planned.repeats in (None, Repeat.ONCE) else planned.repeats.label


def _value(row: PlannedRow) -> Any:
    return (row.meeting.on, row.meeting.starts)


def _when(row: PlannedRow) -> str:
    notes = [note for note in (row.meeting.starts, "moved" if moved_words(row.meeting) else "") if note]
    return "\n".join([day_words(row.meeting), " · ".join(notes)] if notes else [day_words(row.meeting)])


def _tone(row: PlannedRow) -> str:
    return ("warning", "", "muted")[row.part]
