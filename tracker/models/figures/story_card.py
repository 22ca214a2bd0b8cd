"""The story card: one page that tells a group's story for others to learn from, essence before form (§7.2).

What somebody wrote of the group stands first; where nobody has, what was recorded at its meetings speaks for itself.
"""

from datetime import date
from decimal import Decimal

from tracker.models.dates import shown
from tracker.models.figures.follow_through import FollowThrough, follow_through
from tracker.models.figures.gate import Gate, group_that_leaves
from tracker.models.figures.lane import Lane
from tracker.models.figures.timeline_words import dollars, joined, several
from tracker.models.figures.trajectory import Trajectory, trajectory
from tracker.models.records.contribution import Contribution, Resource
from tracker.models.records.ending import Story
from tracker.models.records.event import Event
from tracker.models.records.group import Group
from tracker.models.records.meeting import Meeting, Note, NoteKind
from tracker.models.records.membership import Membership
from tracker.models.records.outlook import Purpose
from tracker.models.records.record import Record
from tracker.models.records.result import Result, ResultState
from tracker.models.records.review import Carrying, Lesson, TakenUp
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class StoryCard(Value):
    """A group's story as it may leave the office. `stays` counts the restricted entries left out.

    `seen` is what was seen differently, `turned` what turned it, `took` what it took, each oldest first; `stages` are
    the lanes passed through with the month each began; `told` says whether somebody wrote the essence.
    """

    group: str
    office: str
    place: str
    when: str
    purpose: str
    essence: str
    seen: tuple[str, ...]
    turned: tuple[str, ...]
    took: tuple[str, ...]
    stages: tuple[tuple[str, Lane | None], ...]
    victories: tuple[str, ...]
    lessons: tuple[str, ...]
    told_by: str
    on: date
    stays: int

    @property
    def title(self) -> str:
        """What the page is called."""
        return f"Story of {self.group}"


def latest_story(snapshot: Snapshot, group_id: str) -> Story | None:
    """What was written last of the group; None if nothing was."""
    written = [each for each in snapshot.of(Story, group_id=group_id) if each.on and each.on <= snapshot.today]
    return max(written, key=lambda each: (each.on, each.id), default=None)


def story_card(snapshot: Snapshot, group_id: str) -> StoryCard:
    """The story as it stands today. Raises KeyError if there is no such group, Mistake if the group is restricted."""
    group = group_that_leaves(snapshot, group_id)
    gate = Gate(snapshot)
    written = latest_story(snapshot, group_id)
    story = written if written and gate.lets(written) else None
    line = trajectory(snapshot, group_id)
    return StoryCard(
        group=group.name,
        office=snapshot.office.name,
        place=group.place,
        when=_when(group, line),
        purpose=_purpose(snapshot, gate, group),
        essence=story.essence if story else "",
        seen=_lines(story.seen_differently) if story and story.seen_differently else _seen(snapshot, gate, group_id),
        turned=_lines(story.turned_by) if story and story.turned_by else _turned(snapshot, gate, line),
        took=(*(_lines(story.took) if story else ()), *_took(snapshot, gate, group, line)),
        stages=_stages(gate, line),
        victories=_victories(snapshot, gate, group_id),
        lessons=_lessons(snapshot, gate, group_id),
        told_by=story.told_by if story else "",
        on=snapshot.today,
        stays=gate.stays,
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _when(group: Group, line: Trajectory) -> str:
    began = f"since {shown(group.started_on)}"
    return f"{shown(group.started_on)} to {shown(group.closed_on)}" if line.closed else began


def _purpose(snapshot: Snapshot, gate: Gate, group: Group) -> str:
    """A wording that is restricted stays, though it is the one the group has."""
    wordings = [each for each in snapshot.of(Purpose, group_id=group.id) if each.text == group.purpose]
    return group.purpose if not wordings or any(map(gate.lets, wordings)) else ""


def _seen(snapshot: Snapshot, gate: Gate, group_id: str) -> tuple[str, ...]:
    notes = [
        each
        for each in snapshot.of(Note, group_id=group_id)
        if each.kind is NoteKind.NOW_SEE and each.on and each.on <= snapshot.today
    ]
    return tuple(each.text for each in sorted(gate.leaving(notes), key=_order))


def _turned(snapshot: Snapshot, gate: Gate, line: Trajectory) -> tuple[str, ...]:
    """What happened outside, and why the group came into another stage, in the order of their days."""
    told: list[tuple[date, str]] = [
        (each.on, each.text)
        for each in gate.leaving(snapshot.of(Event, group_id=line.group_id))
        if each.on and each.on <= line.until
    ]
    before = None
    for point in line.points:
        if point.lane is not before and point.lane is not None and gate.lets(point.judgement):
            told.append((point.on, f"{point.lane.label}: {point.judgement.why}"))
        before = point.lane
    return tuple(f"{shown(day)}: {text}" for day, text in sorted(told))


def _took(snapshot: Snapshot, gate: Gate, group: Group, line: Trajectory) -> tuple[str, ...]:
    """What can be counted: members, meetings, promises kept, and what was put in, kind by kind."""
    seats = gate.leaving(snapshot.of(Membership, group_id=group.id))
    agencies = {seat.agency_id for seat in seats if seat.from_on and seat.from_on <= line.until}
    people = {seat.person_id for seat in seats if seat.person_id and seat.from_on and seat.from_on <= line.until}
    met = [each for each in snapshot.of(Meeting, group_id=group.id) if each.on and each.on <= line.until]
    kept = follow_through(snapshot, group_id=group.id)
    told = (
        joined(
            several(len(agencies), "agency", "agencies"),
            several(len(people), "person", "people"),
            several(len(met), "meeting", "meetings"),
        ),
        _kept_words(kept),
        _money(snapshot, gate, group, line),
    )
    return tuple(words for words in told if words)


def _kept_words(kept: FollowThrough) -> str:
    return f"Promises: {kept.words}" if kept.fallen_due else ""


def _money(snapshot: Snapshot, gate: Gate, group: Group, line: Trajectory) -> str:
    given = [
        each
        for each in gate.leaving(snapshot.of(Contribution, group_id=group.id))
        if each.kind is Resource.MONEY and each.delivered_on and each.delivered_on <= line.until
    ]
    amounts = [each.value_nzd for each in given if each.value_nzd is not None]
    times = several(len(amounts), "time", "times")
    return f"Money put in: {dollars(sum(amounts, Decimal(0)))}, {times}" if amounts else ""


def _stages(gate: Gate, line: Trajectory) -> tuple[tuple[str, Lane | None], ...]:
    told: list[tuple[str, Lane | None]] = []
    for point in line.points:
        if gate.lets(point.judgement) and (not told or told[-1][1] is not point.lane):
            told.append((shown(point.on), point.lane))
    return tuple(told)


def _victories(snapshot: Snapshot, gate: Gate, group_id: str) -> tuple[str, ...]:
    found = [
        each
        for each in snapshot.of(Result, group_id=group_id)
        if each.on and each.on <= snapshot.today and each.state is not ResultState.WITHDRAWN
    ]
    return tuple(f"{shown(each.on)}: {each.name}" for each in sorted(gate.leaving(found), key=_order, reverse=True))


def _lessons(snapshot: Snapshot, gate: Gate, group_id: str) -> tuple[str, ...]:
    """Lessons that some home agency took up first; then the others, latest first."""
    found = [each for each in snapshot.of(Lesson, group_id=group_id) if each.on and each.on <= snapshot.today]
    leaving = sorted(gate.leaving(found), key=_order, reverse=True)
    leaving.sort(key=lambda each: not _taken_up(snapshot, each))
    return tuple(f"{each.text} (taken up)" if _taken_up(snapshot, each) else each.text for each in leaving)


def _taken_up(snapshot: Snapshot, lesson: Lesson) -> bool:
    return any(each.taken_up is TakenUp.YES for each in snapshot.of(Carrying, lesson_id=lesson.id))


def _order(record: Record) -> tuple[date, str]:
    return getattr(record, "on", None) or date.min, record.id
