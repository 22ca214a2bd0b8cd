"""The meetings that were held: who came of how many, and how much came out of each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from tracker.models.records.commitment import Commitment
from tracker.models.records.group import Group
from tracker.models.records.meeting import Attendance, Decision, Meeting, Presence
from tracker.models.records.result import Result
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# Who sent somebody was at the table as well.
THERE = frozenset({Presence.PRESENT, Presence.SENT_SOMEBODY})


@value
class HeldMeeting(Value):
    """One meeting in a list. `came` of `listed` seats came or sent somebody; the rest counts what was noted there."""

    meeting: Meeting
    group: str
    came: int
    listed: int
    decisions: int
    promises: int
    victories: int

    @property
    def came_words(self) -> str:
        """9 of 11; "" where nobody was noted."""
        return f"{self.came} of {self.listed}" if self.listed else ""


def held_meetings(snapshot: Snapshot, group_id: str | None = None) -> tuple[HeldMeeting, ...]:
    """The meetings of a group, closed or not, or of all groups; the latest first."""
    if not group_id:
        return snapshot.once(_held_in_all)
    meetings = _latest_first(snapshot.of(Meeting, group_id=group_id))
    return tuple(_held(snapshot, meeting, lambda kind, at: snapshot.of(kind, meeting_id=at)) for meeting in meetings)


def came_of(seats: Iterable[Attendance]) -> int:
    """How many of the seats came or sent somebody."""
    return sum(seat.presence in THERE for seat in seats)


def _held_in_all(snapshot: Snapshot) -> tuple[HeldMeeting, ...]:
    noted = {kind: _by_meeting(snapshot.of(kind)) for kind in (Attendance, Decision, Commitment, Result)}
    meetings = _latest_first(snapshot.of(Meeting))
    return tuple(_held(snapshot, meeting, lambda kind, at: noted[kind].get(at, ())) for meeting in meetings)


def _by_meeting(records: Iterable[Any]) -> dict[str, list[Any]]:
    """Of an office of many years the fewest calls count: its meetings go by the ten thousand."""
    found: dict[str, list[Any]] = {}
    for record in records:
        found.setdefault(record.meeting_id, []).append(record)
    return found


def _latest_first(meetings: Iterable[Meeting]) -> Iterator[Meeting]:
    dated = sorted((meeting.on, meeting.id, meeting) for meeting in meetings if meeting.on)
    return (meeting for _, _, meeting in reversed(dated))


def _held(snapshot: Snapshot, meeting: Meeting, noted: Callable[[type[Any], str], Sequence[Any]]) -> HeldMeeting:
    seats = noted(Attendance, meeting.id)
    return HeldMeeting(
        meeting=meeting,
        group=snapshot.called(Group, meeting.group_id),
        came=came_of(seats),
        listed=len(seats),
        decisions=len(noted(Decision, meeting.id)),
        promises=len(noted(Commitment, meeting.id)),
        victories=len(noted(Result, meeting.id)),
    )
