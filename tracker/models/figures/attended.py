"""Which agencies were at which meetings of a group: by who came or was sent, as noted at each."""

from datetime import date

from tracker.models.figures.held import THERE
from tracker.models.records.meeting import Attendance, Meeting
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class Attended(Value):
    """One meeting for which attendance was taken, with the ids of the agencies that were there."""

    meeting: Meeting
    agencies: frozenset[str]


def attended(snapshot: Snapshot, group_id: str, after: date, until: date) -> tuple[Attended, ...]:
    """The meetings of a group after one day and until another for which attendance was taken, the oldest first."""
    noted = (
        (meeting.on, meeting.id, meeting, seats)
        for meeting in snapshot.of(Meeting, group_id=group_id)
        if meeting.on and after < meeting.on <= until and (seats := snapshot.of(Attendance, meeting_id=meeting.id))
    )
    return tuple(
        Attended(meeting, frozenset(seat.agency_id for seat in seats if seat.agency_id and seat.presence in THERE))
        for _, _, meeting, seats in sorted(noted, key=lambda each: each[:2])
    )
