"""What is left of a step of winding up, one by one: a day, and words (§7.2)."""

from collections.abc import Iterator

from tracker.models.dates import shown
from tracker.models.figures.ball_standing import ball_standing
from tracker.models.figures.learning_board import agencies_named, lesson_standing
from tracker.models.figures.promises import promise_of
from tracker.models.figures.timeline_words import joined
from tracker.models.figures.winding_up import EndingPath, EndingStep
from tracker.models.records.ball import Ball
from tracker.models.records.commitment import Commitment
from tracker.models.records.record import Record
from tracker.models.records.result import Result
from tracker.models.records.review import Lesson
from tracker.models.snapshot import Snapshot

# A day, "" where there is none, and what is to be done on it or was since.
Line = tuple[str, str]


def ending_lines(snapshot: Snapshot, path: EndingPath, step: EndingStep) -> tuple[Line, ...]:
    """What is still to be done of a step; of deciding the earlier tries, of closing what would stay open."""
    if step.key == "decided":
        return tuple(_given_up(path))
    if step.key == "closed":
        return tuple(("", f"{each.help.title}: {each.words}") for each in path.stays_open)
    return tuple(_line(snapshot, record) for record in step.left)


def _given_up(path: EndingPath) -> Iterator[Line]:
    for each in path.given_up:
        yield (
            shown(each.decided_on),
            f"Decided before, and given up on {shown(each.given_up_on)}: {_one_line(each.why)}",
        )


def _line(snapshot: Snapshot, record: Record) -> Line:
    if isinstance(record, Commitment):
        promise = promise_of(snapshot, record)
        late = promise.standing.label.lower() if record.due else "no day agreed"
        return shown(record.due), joined(_one_line(record.text), promise.agency, promise.person, late)
    if isinstance(record, Ball):
        held = ball_standing(snapshot, record)
        return shown(held.since), joined(_one_line(record.issue), held.holder or "nobody holds it")
    if isinstance(record, Lesson):
        waiting = agencies_named(snapshot, lesson_standing(snapshot, record).waiting)
        to = f"still to {waiting}" if waiting else "to no home agency yet"
        return shown(record.on), joined(_one_line(record.text), to)
    return shown(record.on) if isinstance(record, Result) else "", _one_line(record.title)


def _one_line(words: str) -> str:
    return " ".join(words.split())
