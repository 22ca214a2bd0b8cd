"""Today: how many groups run, what is due, what was kept, what went well, and what is coming."""

from collections.abc import Iterable
from datetime import date, timedelta

from tracker.models.figures.coming import ComingMeeting, coming_meetings
from tracker.models.figures.return_due import ReturnDue, last_return_on, return_due
from tracker.models.figures.standing import Standing, fallen_due, standing
from tracker.models.records.commitment import Commitment
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership
from tracker.models.records.result import Result, ResultState
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

_QUARTER_DAYS = 90
_WEEK_DAYS, _MONTH_DAYS = 7, 30
_COMING_DAYS = 35


@value
class OnTime(Value):
    """Promises kept by their due date, of those that fell due."""

    kept: int
    fallen_due: int

    def beside(self, before: "OnTime") -> int:
        """Above 0 if a larger part was kept than before, below 0 if a smaller one, else 0; 0 too if none fell due."""
        return self.kept * before.fallen_due - before.kept * self.fallen_due


@value
class TodayFigures(Value):
    """The office on one day. `due_week` and `due_month` are promises due within 7 and 30 days, those overdue apart.

    `oldest_days` is how long the oldest of those overdue has been so; `before` is of the 90 days before the last 90;
    `victories` are those since the last return left (`victories_since`), or of the last 90 days where none has.
    """

    running: int
    closed: int
    due_week: int
    due_month: int
    overdue: int
    oldest_days: int
    on_time: OnTime
    before: OnTime
    victories: int
    victories_since: date | None
    return_due: ReturnDue


@value
class Coming(Value):
    """A meeting that is coming, the group's name, and how many people sit in it today."""

    meeting: ComingMeeting
    group: str
    people: int


def today_figures(snapshot: Snapshot) -> TodayFigures:
    """The figures over all groups. Promises of closed groups count for what was kept, and for nothing else."""
    today = snapshot.today
    running = {group.id for group in snapshot.of(Group) if group.runs_on(today)}
    kept_of, days = _standings(snapshot, running)
    overdue = [-number for number in days if number < 0]
    quarter = timedelta(days=_QUARTER_DAYS)
    since = last_return_on(snapshot)
    return TodayFigures(
        running=len(running),
        closed=sum(not group.open_on(today) for group in snapshot.of(Group)),
        due_week=sum(0 <= number <= _WEEK_DAYS for number in days),
        due_month=sum(0 <= number <= _MONTH_DAYS for number in days),
        overdue=len(overdue),
        oldest_days=max(overdue, default=0),
        on_time=_on_time(kept_of, today - quarter, today),
        before=_on_time(kept_of, today - 2 * quarter, today - quarter),
        victories=len(_victories(snapshot, since or today - quarter)),
        victories_since=since,
        return_due=return_due(snapshot),
    )


def coming_up(snapshot: Snapshot, most: int) -> tuple[Coming, ...]:
    """The next meetings, today's among them, the first of them first; none that lies more than five weeks ahead."""
    yesterday = snapshot.today - timedelta(days=1)
    meetings = coming_meetings(snapshot, after=yesterday, until=snapshot.today + timedelta(days=_COMING_DAYS))
    return tuple(
        Coming(meeting, snapshot.called(Group, meeting.group_id), _people(snapshot, meeting.group_id))
        for meeting in meetings[:most]
    )


def latest_victories(snapshot: Snapshot, most: int) -> tuple[Result, ...]:
    """The latest little victories (§7.2), the last one first."""
    found = sorted(_victories(snapshot, date.min), key=lambda result: (result.on or date.min, result.id), reverse=True)
    return tuple(found[:most])


def _standings(snapshot: Snapshot, running: set[str]) -> tuple[list[tuple[date, bool]], list[int]]:
    """Of promises fallen due, the due date and whether they were kept by then; of open ones, the days that are left."""
    fell, left = [], []
    for promise in snapshot.of(Commitment):
        if promise.due is None:
            continue
        stands = standing(promise, snapshot.today)
        if stands in (Standing.OPEN, Standing.OVERDUE) and promise.group_id in running:
            left.append((promise.due - snapshot.today).days)
        if fallen_due(promise, snapshot.today):
            fell.append((promise.due, stands is Standing.KEPT))
    return fell, left


def _on_time(kept_of: Iterable[tuple[date, bool]], after: date, until: date) -> OnTime:
    within = [kept for due, kept in kept_of if after < due <= until]
    return OnTime(sum(within), len(within))


def _victories(snapshot: Snapshot, after: date) -> list[Result]:
    return [
        result
        for result in snapshot.of(Result)
        if result.on and after < result.on <= snapshot.today and result.state is not ResultState.WITHDRAWN
    ]


def _people(snapshot: Snapshot, group_id: str) -> int:
    seats = snapshot.of(Membership, group_id=group_id)
    return len({seat.person_id for seat in seats if seat.person_id and seat.active_on(snapshot.today)})
