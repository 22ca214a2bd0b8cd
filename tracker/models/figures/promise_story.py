"""The story of one promise: made, renegotiated, backed, and what became of it, day by day (§4.1)."""

from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.standing import Standing, standing
from tracker.models.records.agency import Agency
from tracker.models.records.commitment import Commitment, DueChange
from tracker.models.records.meeting import Meeting
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class StoryLine(Value):
    """What happened to a promise on a day; `meeting_id` where a meeting tells more of it, else ""."""

    on: date
    words: str
    meeting_id: str = ""


def promise_story(snapshot: Snapshot, promise: Commitment) -> tuple[StoryLine, ...]:
    """What happened to the promise, oldest first; an overdue one ends with the day on which it fell due."""
    lines = [_made(snapshot, promise)]
    lines += [_moved(change) for change in snapshot.of(DueChange, commitment_id=promise.id) if change.on]
    if promise.backed_on:
        agency = snapshot.called(Agency, promise.agency_id) or "the home agency"
        lines.append(StoryLine(promise.backed_on, f"Backed by {agency}"))
    lines += _ended(snapshot, promise)
    return tuple(sorted(lines, key=lambda line: line.on))


def first_due(snapshot: Snapshot, promise: Commitment) -> date | None:
    """The day for which it was first promised, whatever was renegotiated since."""
    moves = sorted(
        (change for change in snapshot.of(DueChange, commitment_id=promise.id) if change.on),
        key=lambda change: (change.on or date.min, change.id),
    )
    return promise.first_due or (moves[0].due_before if moves else None) or promise.due


def _made(snapshot: Snapshot, promise: Commitment) -> StoryLine:
    assert promise.made_on is not None
    meeting = snapshot.find(Meeting, promise.meeting_id)
    where = f" at the meeting in {meeting.place}" if meeting and meeting.place else " at the meeting" if meeting else ""
    due = first_due(snapshot, promise)
    by_when = f", due {shown(due)}" if due else ", without a date"
    return StoryLine(promise.made_on, f"Promised{where}{by_when}", meeting.id if meeting else "")


def _moved(change: DueChange) -> StoryLine:
    assert change.on is not None
    before = f", not {shown(change.due_before)}" if change.due_before else ""
    now = f"now due {shown(change.due_after)}{before}" if change.due_after else "now without a date"
    why = f". {change.why}" if change.why else ""
    return StoryLine(change.on, f"Renegotiated: {now}{why}")


def _ended(snapshot: Snapshot, promise: Commitment) -> list[StoryLine]:
    now = standing(promise, snapshot.today)
    note = f". {promise.outcome_note}" if promise.outcome_note else ""
    if promise.kept_on:
        late = (promise.kept_on - promise.due).days if promise.due else 0
        words = f"Kept, {late:,} {'day' if late == 1 else 'days'} late" if late > 0 else "Kept"
        return [StoryLine(promise.kept_on, words + note)]
    if promise.released_on:
        return [StoryLine(promise.released_on, f"Released by the group{note}")]
    if promise.missed_on:
        return [StoryLine(promise.missed_on, f"Given up as missed{note}")]
    if now is Standing.OVERDUE and promise.due:
        return [StoryLine(promise.due, f"Fell due, and is still to be kept{note}")]
    return [StoryLine(snapshot.today, promise.outcome_note)] if promise.outcome_note else []
