"""Falls in this office's own history: where a group came down in its life cycle (§7.2), and days without one."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from tracker.models.dates import shown
from tracker.models.figures.lane import Lane, lane_of
from tracker.models.period import period_of
from tracker.models.records.group import Group
from tracker.models.records.record import Record
from tracker.models.records.stage import StageJudgement
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# Before a fall it is looked so many days back; within the last of them no other day is without a fall.
DAYS_BEFORE = (30, 60, 90)
_LONGEST = timedelta(days=max(DAYS_BEFORE))


@value
class Fall(Value):
    """A group coming down: judged in a lower lane than before, or closed from Failing, and then `to_lane` is None.

    `record` is the judgement, or the group that was closed.
    """

    group: Group
    on: date
    from_lane: Lane
    to_lane: Lane | None
    record: Record

    @property
    def days(self) -> tuple[date, ...]:
        """The days looked at before it, the nearest first: those on which the group ran already."""
        days = (self.on - timedelta(days=each) for each in DAYS_BEFORE)
        return tuple(day for day in days if self.group.started_on and self.group.started_on <= day)

    @property
    def words(self) -> str:
        """ICM: Functioning to Frustration on 5 May 2007."""
        to = self.to_lane.label if self.to_lane else "closed"
        return f"{self.group.called}: {self.from_lane.label} to {to} on {shown(self.on)}"


def falls(snapshot: Snapshot) -> tuple[Fall, ...]:
    """Every fall of every group up to today, the oldest first. A judgement that was not clear is passed over."""
    found = [fall for group in snapshot.of(Group) for fall in _falls_of(snapshot, group)]
    return tuple(sorted(found, key=lambda fall: (fall.on, fall.record.id)))


def quiet_days(snapshot: Snapshot, group: Group, falls_of_group: Sequence[Fall]) -> tuple[date, ...]:
    """The last days of quarters on which the group ran, its stage was known, and no fall came within 90 days.

    The last 90 days are left out: what comes of them is not known yet.
    """
    judged = _judged(snapshot, group)
    end = min(snapshot.today, group.closed_on or snapshot.today) - _LONGEST
    if not judged or group.started_on is None:
        return ()
    days = _quarter_days(max(judged[0][0], group.started_on), end)
    return tuple(day for day in days if not any(day < fall.on <= day + _LONGEST for fall in falls_of_group))


def _falls_of(snapshot: Snapshot, group: Group) -> Iterator[Fall]:
    judged = _judged(snapshot, group)
    for (_, before, _), (on, lane, judgement) in pairwise(judged):
        if lane.rank < before.rank:
            yield Fall(group, on, before, lane, judgement)
    if group.closed_on and group.closed_on <= snapshot.today and judged and judged[-1][1] is Lane.FAILING:
        yield Fall(group, group.closed_on, Lane.FAILING, None, group)


def _judged(snapshot: Snapshot, group: Group) -> list[tuple[date, Lane, StageJudgement]]:
    """The group's clear judgements while it ran, by day."""
    last = min(snapshot.today, group.closed_on or snapshot.today)
    judged = [
        (one.on, one.id, lane, one)
        for one in snapshot.of(StageJudgement, group_id=group.id)
        if one.on and one.on <= last and (lane := lane_of(one)) is not None
    ]
    return [(on, lane, one) for on, _, lane, one in sorted(judged, key=lambda each: each[:2])]


def _quarter_days(first: date, last: date) -> Iterator[date]:
    day = period_of(first).last_day
    while day <= last:
        yield day
        day = period_of(day + timedelta(days=1)).last_day
