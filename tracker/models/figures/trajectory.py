"""A group's trajectory: its stages over time as a step line over lanes, and the marks on it (§7.2).

There are no slopes and no averages of stages: a judgement holds until the next one.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from tracker.models.choice import Choice
from tracker.models.dates import shown
from tracker.models.figures.lane import Lane, lane_of
from tracker.models.records.agency import Agency
from tracker.models.records.event import Event
from tracker.models.records.group import Group
from tracker.models.records.meeting import Meeting
from tracker.models.records.membership import Membership
from tracker.models.records.person import Person
from tracker.models.records.record import Record
from tracker.models.records.result import Result, ResultState
from tracker.models.records.review import Review
from tracker.models.records.stage import StageJudgement
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


class MarkKind(Choice):
    """What a mark on the trajectory stands for."""

    VICTORY = "victory", "Little victory"
    REVIEW = "review", "Review"
    JOINED = "joined", "Member joined"
    LEFT = "left", "Member left"
    MEETING = "meeting", "Meeting"
    EVENT = "event", "Outside event"


@value
class Point(Value):
    """A judgement as a point. `lane` is None where the stage was not clear.

    `months` are the whole months until the next judgement, or until the trajectory's end.
    """

    on: date
    lane: Lane | None
    months: int
    judgement: StageJudgement


@value
class Mark(Value):
    """Something that happened, beside the line. `lane` is the stage the group was in, None if not clear."""

    on: date
    kind: MarkKind
    title: str
    lane: Lane | None
    record: Record


@value
class Trajectory(Value):
    """The points and marks of one group, oldest first. `until` is the day it was closed, or is seen as at."""

    group_id: str
    name: str
    points: tuple[Point, ...]
    marks: tuple[Mark, ...]
    until: date
    closed: bool = False

    @property
    def now(self) -> Point | None:
        """The latest judgement; None if there is none."""
        return self.points[-1] if self.points else None

    @property
    def since(self) -> date | None:
        """The day the group came into the stage it is in: judgements that only confirm it do not begin it anew."""
        since = None
        for point in reversed(self.points):
            if point.lane is not self.points[-1].lane:
                break
            since = point.on
        return since

    @property
    def months(self) -> int:
        """Whole months in the stage it is in; 0 if there is no judgement."""
        return months_between(self.since, self.until) if self.since else 0

    def corners(self) -> tuple[tuple[tuple[date, int], ...], ...]:
        """The step line as runs of (day, rank of the lane); a run ends where the stage was not clear."""
        runs: list[list[tuple[date, int]]] = []
        open_run: list[tuple[date, int]] = []
        for point in self.points:
            if open_run:
                open_run.append((point.on, open_run[-1][1]))
            if point.lane is None:
                open_run = []
                continue
            if not open_run:
                runs.append(open_run)
            open_run.append((point.on, point.lane.rank))
        if open_run:
            open_run.append((self.until, open_run[-1][1]))
        return tuple(tuple(run) for run in runs)


def trajectory(snapshot: Snapshot, group_id: str, on: date | None = None, *, marked: bool = True) -> Trajectory:
    """The group's trajectory up to a day (today if none), or to the day it closed; without its marks if not `marked`.

    Raises KeyError if there is no such group.
    """
    group = snapshot.one(Group, group_id)
    day = on or snapshot.today
    closed = not group.open_on(day)
    until = group.closed_on if closed and group.closed_on else day
    points = _points(snapshot, group_id, until)
    marks = _marks(snapshot, group, points, until) if marked else ()
    return Trajectory(group_id, group.name, points, marks, until, closed)


def months_between(first: date, last: date) -> int:
    """Whole calendar months from one day to another: 15 Jan to 14 Mar is 1. Never below 0."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return max(0, months - (last.day < first.day))


def _points(snapshot: Snapshot, group_id: str, until: date) -> tuple[Point, ...]:
    dated = [
        (judgement.on, judgement)
        for judgement in snapshot.of(StageJudgement, group_id=group_id)
        if judgement.on and judgement.on <= until
    ]
    dated.sort(key=lambda pair: (pair[0], pair[1].id))
    ends = [day for day, _ in dated[1:]] + [until]
    return tuple(
        Point(on=day, lane=lane_of(judgement), months=months_between(day, end), judgement=judgement)
        for (day, judgement), end in zip(dated, ends, strict=False)
    )


def _marks(snapshot: Snapshot, group: Group, points: tuple[Point, ...], until: date) -> tuple[Mark, ...]:
    days = [point.on for point in points]

    def lane_on(day: date) -> Lane | None:
        place = bisect_right(days, day)
        return points[place - 1].lane if place else None

    found = [
        Mark(day, kind, title, lane_on(day), record)
        for day, kind, title, record in _happenings(snapshot, group)
        if day is not None and day <= until
    ]
    return tuple(sorted(found, key=lambda mark: (mark.on, mark.kind.rank, mark.record.id)))


def _happenings(snapshot: Snapshot, group: Group) -> Iterator[tuple[date | None, MarkKind, str, Record]]:
    for result in snapshot.of(Result, group_id=group.id):
        if result.state is not ResultState.WITHDRAWN:
            yield result.on, MarkKind.VICTORY, result.name, result
    for review in snapshot.of(Review, group_id=group.id):
        yield review.on, MarkKind.REVIEW, review.learned, review
    for meeting in snapshot.of(Meeting, group_id=group.id):
        yield meeting.on, MarkKind.MEETING, meeting.place or f"Met on {shown(meeting.on)}", meeting
    for event in snapshot.of(Event, group_id=group.id):
        yield event.on, MarkKind.EVENT, event.text, event
    for seat in snapshot.of(Membership, group_id=group.id):
        yield from _comings_and_goings(snapshot, group, seat)


def _comings_and_goings(
    snapshot: Snapshot, group: Group, seat: Membership
) -> Iterator[tuple[date | None, MarkKind, str, Record]]:
    """Who was there from the start did not join, and who stays to the end does not leave."""
    person = snapshot.find(Person, seat.person_id)
    agency = snapshot.called(Agency, seat.agency_id)
    who = f"{person.shown_post}, {agency}" if person else agency
    if seat.from_on and group.started_on and seat.from_on > group.started_on:
        yield seat.from_on, MarkKind.JOINED, who, seat
    if seat.to_on and (group.closed_on is None or seat.to_on < group.closed_on):
        yield seat.to_on, MarkKind.LEFT, who, seat
