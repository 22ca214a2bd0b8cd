"""Which meetings are coming: the days on which planned meetings fall, with what was moved or called off."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from tracker.models.clock_time import shown_time
from tracker.models.records.group import Group
from tracker.models.records.meeting import Meeting
from tracker.models.records.planned_meeting import MovedMeeting, PlannedMeeting, Repeat
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

_DAYS = {Repeat.WEEKLY: 7, Repeat.FORTNIGHTLY: 14, Repeat.FOUR_WEEKLY: 28}
_MONTHS = {Repeat.MONTHLY: 1, Repeat.MONTHLY_WEEKDAY: 1, Repeat.QUARTERLY: 3}
# What comes back without an end is worked out so far ahead, and no further.
AHEAD = timedelta(days=400)
# So long a planned day that is past waits for its meeting to be logged.
_WAITING = timedelta(days=28)
# A list of what is coming reaches so far.
_IN_VIEW = timedelta(days=92)
_DAY = timedelta(days=1)


@value
class ComingMeeting(Value):
    """One meeting that is planned. `starts` is "14:00", or "" while the time is open; `planned_for` the usual day.

    `planned` is None where the day stands only as the group's next meeting; `moved` is what was changed of this one.
    """

    group_id: str
    on: date
    starts: str
    place: str
    planned_for: date
    planned: PlannedMeeting | None
    moved: MovedMeeting | None = None

    @property
    def key(self) -> str:
        """Tells this meeting from all others, however it is moved."""
        return f"{self.planned.id if self.planned else self.group_id} {self.planned_for}"

    @property
    def called_off(self) -> bool:
        """Whether it will not be held."""
        return self.moved is not None and self.moved.moved_to is None


def coming_meetings(
    snapshot: Snapshot, group_id: str | None = None, *, after: date, until: date | None = None
) -> tuple[ComingMeeting, ...]:
    """The meetings planned after a day, of one running group or of all, by day and time; up to 400 days ahead.

    A day on which a meeting of the group is recorded is no longer coming.
    """
    planned = _planned(snapshot, _groups(snapshot, group_id), after, until or after + AHEAD)
    return _in_order(meeting for meeting in planned if not meeting.called_off and not _held(snapshot, meeting))


def called_off_meetings(
    snapshot: Snapshot, group_id: str | None = None, *, after: date, until: date | None = None
) -> tuple[ComingMeeting, ...]:
    """The meetings after a day that were called off, on the days for which they were planned."""
    planned = _planned(snapshot, _groups(snapshot, group_id), after, until or after + AHEAD)
    return _in_order(meeting for meeting in planned if meeting.called_off)


def waiting_meetings(snapshot: Snapshot, group_id: str | None = None) -> tuple[ComingMeeting, ...]:
    """The planned meetings of the last 28 days, today's among them, that nobody has logged yet."""
    today = snapshot.today
    planned = _planned(snapshot, _groups(snapshot, group_id), today - _WAITING - _DAY, today)
    return _in_order(meeting for meeting in planned if not meeting.called_off and not _held(snapshot, meeting))


def next_meeting(snapshot: Snapshot, group_id: str, after: date) -> ComingMeeting | None:
    """The group's first meeting after a day; None if nothing is planned."""
    return next(iter(coming_meetings(snapshot, group_id, after=after)), None)


def meetings_in_view(snapshot: Snapshot, group_id: str | None = None) -> tuple[ComingMeeting, ...]:
    """What is coming from tomorrow on for a list: a quarter of a year, and of each plan at least its next meeting."""
    found, plans = [], set()
    for meeting in coming_meetings(snapshot, group_id, after=snapshot.today):
        plan = meeting.planned.id if meeting.planned else meeting.group_id
        if plan not in plans or meeting.on <= snapshot.today + _IN_VIEW:
            found.append(meeting)
        plans.add(plan)
    return tuple(found)


def planned_meeting(snapshot: Snapshot, key: str) -> ComingMeeting | None:
    """The planned meeting with a key (`ComingMeeting.key`), past or coming; None for what is no such key now."""
    identity, _, day = key.partition(" ")
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return None
    if planned := snapshot.find(PlannedMeeting, identity):
        return next((each for each in meetings_of(snapshot, planned, on - _DAY, on) if each.planned_for == on), None)
    group = snapshot.find(Group, identity)
    return _alone(group, on) if group and group.next_meeting_on == on else None


def days_of(planned: PlannedMeeting, end: date, begin: date | None = None) -> Iterator[date]:
    """The days on which a plan falls up to `end`, from `begin` or its first day on, before anything is moved.

    Monthly on the 31st falls on the last day of a shorter month; a fifth Monday falls on the last one.
    """
    first, repeats = planned.on, planned.repeats or Repeat.ONCE
    if first is None:
        return
    last = min(end, planned.until) if planned.until else end
    number = _number_before(first, repeats, begin or first)
    while (day := _nth(first, repeats, number)) is not None and day <= last:
        if begin is None or day >= begin:
            yield day
        number += 1


def meetings_of(snapshot: Snapshot, planned: PlannedMeeting, after: date, end: date) -> Iterator[ComingMeeting]:
    """The meetings of one plan by their usual day, called off or not: those planned after a day up to `end`.

    Those of which something was changed are among them whatever their day, for they may be moved to any other.
    """
    moved = {change.on: change for change in snapshot.of(MovedMeeting, planned_id=planned.id) if change.on}
    # What was moved of a plan that was put right since is no day of it now.
    changed = {day for day in moved if day in days_of(planned, day, day)}
    for day in sorted(changed.union(days_of(planned, end, after + _DAY))):
        change = moved.get(day)
        yield ComingMeeting(
            group_id=planned.group_id or "",
            on=(change.moved_to if change else None) or day,
            starts=shown_time((change.starts if change else None) or planned.starts),
            place=(change.place if change else "") or planned.place,
            planned_for=day,
            planned=planned,
            moved=change,
        )


def last_day(group: Group, planned: PlannedMeeting) -> date | None:
    """The last day on which the plan can come back: its own, or that on which the group closes; None without an end."""
    ends = [day for day in (planned.until, group.closed_on) if day]
    return min(ends, default=None)


def _groups(snapshot: Snapshot, group_id: str | None) -> Iterator[Group]:
    groups = (snapshot.one(Group, group_id),) if group_id else snapshot.of(Group)
    return (group for group in groups if group.open_on(snapshot.today))


def _in_order(meetings: Iterable[ComingMeeting]) -> tuple[ComingMeeting, ...]:
    return tuple(sorted(meetings, key=lambda meeting: (meeting.on, meeting.starts, meeting.group_id, meeting.key)))


def _planned(snapshot: Snapshot, groups: Iterable[Group], after: date, end: date) -> Iterator[ComingMeeting]:
    """All that is planned after a day up to `end`, called off or not; nothing lies beyond the day a group closes."""
    for group in groups:
        last = min(end, group.closed_on) if group.closed_on else end
        for meeting in _of_group(snapshot, group, after, end):
            if after < meeting.on <= last:
                yield meeting


def _of_group(snapshot: Snapshot, group: Group, after: date, end: date) -> Iterator[ComingMeeting]:
    told = set()
    for planned in snapshot.of(PlannedMeeting, group_id=group.id):
        for meeting in meetings_of(snapshot, planned, after, end):
            # A day that was moved or called off is settled, though it may stand as the group's next meeting still.
            told |= {meeting.on, meeting.planned_for}
            yield meeting
    if group.next_meeting_on and group.next_meeting_on not in told:
        yield _alone(group, group.next_meeting_on)


def _alone(group: Group, day: date) -> ComingMeeting:
    return ComingMeeting(group_id=group.id, on=day, starts="", place="", planned_for=day, planned=None)


def _held(snapshot: Snapshot, meeting: ComingMeeting) -> bool:
    """Whether it is recorded; a day without a plan is past once the group has met on it or since."""
    held = [each.on for each in snapshot.of(Meeting, group_id=meeting.group_id) if each.on]
    if meeting.planned is None:
        return any(meeting.on <= day <= snapshot.today for day in held) or meeting.on in held
    return meeting.on in held


def _number_before(first: date, repeats: Repeat, begin: date) -> int:
    """The number of a meeting on or before `begin`, so that the years before it need not be counted through."""
    if begin <= first or repeats is Repeat.ONCE:
        return 0
    if repeats in _DAYS:
        return (begin - first).days // _DAYS[repeats]
    months = (begin.year - first.year) * 12 + begin.month - first.month
    return max(0, months // _MONTHS[repeats] - 1)


def _nth(first: date, repeats: Repeat, number: int) -> date | None:
    if repeats is Repeat.ONCE:
        return first if number == 0 else None
    if repeats in _DAYS:
        return first + timedelta(days=_DAYS[repeats] * number)
    months = first.year * 12 + first.month - 1 + _MONTHS[repeats] * number
    year, month = months // 12, months % 12 + 1
    # The calendar module would do it as well, and be loaded before the first page.
    length = (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days
    if repeats is Repeat.MONTHLY_WEEKDAY:
        week = (first.day - 1) // 7
        days = [day for day in range(1, length + 1) if date(year, month, day).weekday() == first.weekday()]
        return date(year, month, days[min(week, len(days) - 1)])
    return date(year, month, min(first.day, length))
