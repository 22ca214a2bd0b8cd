"""All that is known of one meeting, part by part: what was decided, promised, told and learned, and who came."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from tracker.models.dates import shown
from tracker.models.figures.promises import promise_of
from tracker.models.figures.standing import Standing, closed_on
from tracker.models.figures.timeline_words import joined
from tracker.models.records.agency import Agency
from tracker.models.records.ball import Ball, Handover
from tracker.models.records.commitment import Commitment
from tracker.models.records.meeting import Attendance, Decision, Meeting, Note, NoteKind, Presence
from tracker.models.records.person import Person
from tracker.models.records.record import Record
from tracker.models.records.result import Result, ResultState
from tracker.models.records.review import Lesson, Review
from tracker.models.records.risk import Risk
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class StoryLine(Value):
    """One thing said: `text`, a `note` under it, the `record` behind it, and of a promise how it stands."""

    text: str
    record: Record
    note: str = ""
    standing: Standing | None = None


@value
class StoryPart(Value):
    """The lines of one sort, under what they are called."""

    heading: str
    lines: tuple[StoryLine, ...]


Kept = TypeVar("Kept", bound=Record)

_Lines = Callable[[Snapshot, str], Iterator[StoryLine]]


def meeting_story(snapshot: Snapshot, meeting_id: str) -> tuple[StoryPart, ...]:
    """The parts of a meeting that hold something, what came of it first, and then who was there."""
    parts = (StoryPart(heading, tuple(lines(snapshot, meeting_id))) for heading, lines in _PARTS)
    return tuple(part for part in parts if part.lines)


def _seated(*presences: Presence) -> _Lines:
    def lines(snapshot: Snapshot, meeting_id: str) -> Iterator[StoryLine]:
        seats = [seat for seat in snapshot.of(Attendance, meeting_id=meeting_id) if seat.presence in presences]
        by_agency: dict[str, list[Attendance]] = {}
        for seat in seats:
            by_agency.setdefault(snapshot.called(Agency, seat.agency_id), []).append(seat)
        for agency in sorted(by_agency, key=str.casefold):
            people = ", ".join(filter(None, (_who(snapshot, seat) for seat in by_agency[agency])))
            yield StoryLine(agency, by_agency[agency][0], people)

    return lines


def _who(snapshot: Snapshot, seat: Attendance) -> str:
    """Area manager, or: Ana Example (front line) for the area manager."""
    person = snapshot.called(Person, seat.person_id)
    level = f" ({seat.level.label.lower()})" if seat.level else ""
    if seat.presence is not Presence.SENT_SOMEBODY:
        return f"{person or seat.instead}{level}" if person or seat.instead else ""
    instead = f"{seat.instead or 'somebody'}{level}"
    return f"{instead} for {person}" if person else instead


def _decisions(snapshot: Snapshot, meeting_id: str) -> Iterator[StoryLine]:
    yield from (StoryLine(each.text, each) for each in _kept(snapshot.of(Decision, meeting_id=meeting_id)))


def _promises(snapshot: Snapshot, meeting_id: str) -> Iterator[StoryLine]:
    for commitment in _kept(snapshot.of(Commitment, meeting_id=meeting_id)):
        promise = promise_of(snapshot, commitment)
        who = joined(promise.agency, promise.person, f"to {promise.to}" if promise.to else "")
        due = f"due {shown(commitment.due)}" if promise.unsettled and commitment.due else ""
        ended = shown(closed_on(commitment)) if not promise.unsettled else ""
        state = f"{promise.standing.label} {ended}".strip()
        yield StoryLine(commitment.text, commitment, joined(who, due, state), promise.standing)


def _passed(snapshot: Snapshot, meeting_id: str) -> Iterator[StoryLine]:
    for handover in _kept(snapshot.of(Handover, meeting_id=meeting_id)):
        holder = snapshot.called(Agency, handover.agency_id) or "nobody"
        ball = snapshot.find(Ball, handover.ball_id)
        yield StoryLine(ball.issue if ball else "", handover, joined(f"to {holder}", handover.note))


def _victories(snapshot: Snapshot, meeting_id: str) -> Iterator[StoryLine]:
    for result in _kept(snapshot.of(Result, meeting_id=meeting_id)):
        withdrawn = "withdrawn since" if result.state is ResultState.WITHDRAWN else ""
        yield StoryLine(result.name, result, joined(_credit(snapshot, result.credit_ids), withdrawn))


def _lessons(snapshot: Snapshot, meeting_id: str) -> Iterator[StoryLine]:
    for lesson in _kept(snapshot.of(Lesson, meeting_id=meeting_id)):
        carry_to = ", ".join(filter(None, (snapshot.called(Agency, each) for each in lesson.carry_to_ids)))
        yield StoryLine(lesson.text, lesson, f"to be carried to {carry_to}" if carry_to else "")


def _risks(snapshot: Snapshot, meeting_id: str) -> Iterator[StoryLine]:
    for risk in _kept(snapshot.of(Risk, meeting_id=meeting_id)):
        level = risk.level.label if risk.level else ""
        agency = snapshot.called(Agency, risk.agency_id)
        closed = f"closed {shown(risk.closed_on)}" if risk.closed_on else ""
        yield StoryLine(risk.text, risk, joined(level, f"falls on {agency}" if agency else "", closed))


def _reviews(snapshot: Snapshot, meeting_id: str) -> Iterator[StoryLine]:
    for review in _kept(snapshot.of(Review, meeting_id=meeting_id)):
        yield StoryLine(review.learned, review, f"will change: {review.will_change}" if review.will_change else "")


def _notes(kind: NoteKind) -> _Lines:
    def lines(snapshot: Snapshot, meeting_id: str) -> Iterator[StoryLine]:
        notes = _kept(snapshot.of(Note, meeting_id=meeting_id))
        yield from (StoryLine(note.text, note) for note in notes if note.kind is kind)

    return lines


def _credit(snapshot: Snapshot, credit_ids: Iterable[str]) -> str:
    names = ", ".join(filter(None, (snapshot.called(Agency, each) for each in credit_ids)))
    return f"thanks to {names}" if names else ""


def _kept(records: Iterable[Kept]) -> list[Kept]:
    """In the order in which they were noted."""
    return sorted(records, key=lambda record: record.id)


_PARTS: tuple[tuple[str, _Lines], ...] = (
    ("Decisions", _decisions),
    ("Promises", _promises),
    ("Balls passed", _passed),
    ("Little victories", _victories),
    (NoteKind.NOW_SEE.label, _notes(NoteKind.NOW_SEE)),
    ("Lessons", _lessons),
    ("Risks", _risks),
    ("Reviews", _reviews),
    ("Notes", _notes(NoteKind.NOTE)),
    ("Came", _seated(Presence.PRESENT)),
    ("Sent somebody", _seated(Presence.SENT_SOMEBODY)),
    ("Apologies", _seated(Presence.APOLOGY)),
    ("Did not come", _seated(Presence.ABSENT)),
)


def meeting_of(snapshot: Snapshot, identity: str) -> Meeting | None:
    """The meeting with that id, or that at which the thing with that id was said; None if there is none."""
    if found := snapshot.find(Meeting, identity):
        return found
    for kind in (Attendance, Decision, Note, Commitment, Handover, Result, Lesson, Risk, Review):
        record: Record | None = snapshot.find(kind, identity)
        if record is not None:
            return snapshot.find(Meeting, getattr(record, "meeting_id", None))
    return None
