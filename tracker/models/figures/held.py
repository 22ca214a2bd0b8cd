"""The meetings that were held: who came of how many, and how much came out of each."""

from collections.abc import Iterable

from tracker.models.records.commitment import Commitment
from tracker.models.records.group import Group
from tracker.models.records.meeting import Attendance, Decision, Meeting, Presence
from tracker.models.records.record import Record
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
    meetings = snapshot.of(Meeting, group_id=group_id) if group_id else snapshot.of(Meeting)
    dated = sorted((meeting.on, meeting.id, meeting) for meeting in meetings if meeting.on)
    return tuple(_held(snapshot, meeting) for _, _, meeting in reversed(dated))


def came_of(seats: Iterable[Attendance]) -> int:
    """How many of the seats came or sent somebody."""
    return sum(seat.presence in THERE for seat in seats)


def _held(snapshot: Snapshot, meeting: Meeting) -> HeldMeeting:
    def noted(kind: type[Record]) -> int:
        return len(snapshot.of(kind, meeting_id=meeting.id))

    seats = snapshot.of(Attendance, meeting_id=meeting.id)
    return HeldMeeting(
        meeting=meeting,
        group=snapshot.called(Group, meeting.group_id),
        came=came_of(seats),
        listed=len(seats),
        decisions=noted(Decision),
        promises=noted(Commitment),
        victories=noted(Result),
    )
