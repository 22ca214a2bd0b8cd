"""A group at a glance: one row of the Groups page and the tiles of its Overview."""

from datetime import date, timedelta

from tracker.models.figures.coming import next_meeting
from tracker.models.figures.follow_through import FollowThrough, follow_through
from tracker.models.figures.lane import Lane
from tracker.models.figures.shares import NOT_ENOUGH, LargestShare, agencies_on, largest_share, year_before
from tracker.models.figures.standing import Standing, standing
from tracker.models.figures.trajectory import Trajectory, trajectory
from tracker.models.records.commitment import Commitment
from tracker.models.records.group import Group
from tracker.models.records.meeting import Meeting
from tracker.models.records.membership import Membership
from tracker.models.records.result import Result, ResultState
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class GroupSummary(Value):
    """A group's figures today; of a closed group, its members and shares on its last day.

    `months` are whole months in the stage; `open_commitments` counts the `overdue` ones too; `victories` are the
    little victories of the last 12 months; `largest_share` says `largest` in words.
    """

    group: Group
    lane: Lane | None
    months: int
    trajectory: Trajectory
    agencies: int
    people: int
    follow_through: FollowThrough
    largest_share: str
    last_meeting: date | None
    next_meeting: date | None
    open_commitments: int
    overdue: int
    victories: int
    largest: LargestShare | None


def group_summary(snapshot: Snapshot, group_id: str) -> GroupSummary:
    """The figures of one group. Raises KeyError if there is no such group."""
    group = snapshot.one(Group, group_id)
    # Every row of the Groups page asks for this: the marks are left to the page that draws them.
    line = trajectory(snapshot, group_id, marked=False)
    largest = largest_share(snapshot, group_id, line.until)
    last_meeting, next_meeting = _meetings(snapshot, group)
    open_commitments, overdue = _unsettled(snapshot, group_id)
    return GroupSummary(
        group=group,
        lane=line.now.lane if line.now else None,
        months=line.months,
        trajectory=line,
        agencies=len(agencies_on(snapshot, group_id, line.until)),
        people=_people(snapshot, group_id, line.until),
        follow_through=follow_through(snapshot, group_id=group_id),
        largest_share=largest.words if largest else NOT_ENOUGH,
        last_meeting=last_meeting,
        next_meeting=next_meeting,
        open_commitments=open_commitments,
        overdue=overdue,
        victories=_victories(snapshot, line),
        largest=largest,
    )


def _people(snapshot: Snapshot, group_id: str, day: date) -> int:
    seats = snapshot.of(Membership, group_id=group_id)
    return len({seat.person_id for seat in seats if seat.person_id and seat.active_on(day)})


def _meetings(snapshot: Snapshot, group: Group) -> tuple[date | None, date | None]:
    """The last meeting up to today, and the next one that is written down."""
    held = [meeting.on for meeting in snapshot.of(Meeting, group_id=group.id) if meeting.on]
    last = max((day for day in held if day <= snapshot.today), default=None)
    coming = next_meeting(snapshot, group.id, snapshot.today - timedelta(days=1))
    return last, coming.on if coming else None


def _unsettled(snapshot: Snapshot, group_id: str) -> tuple[int, int]:
    standings = [standing(promise, snapshot.today) for promise in snapshot.of(Commitment, group_id=group_id)]
    overdue = standings.count(Standing.OVERDUE)
    return standings.count(Standing.OPEN) + overdue, overdue


def _victories(snapshot: Snapshot, line: Trajectory) -> int:
    after = year_before(line.until)
    return sum(
        result.on is not None and after < result.on <= line.until and result.state is not ResultState.WITHDRAWN
        for result in snapshot.of(Result, group_id=line.group_id)
    )
