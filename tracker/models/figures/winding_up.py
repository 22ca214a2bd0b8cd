"""The path on which a group ends well (§7.2): worked out from what is recorded, what is done of it and what is left."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from tracker.models.choice import Choice
from tracker.models.dates import shown
from tracker.models.figures.ball_standing import ball_standings
from tracker.models.figures.learning_board import LessonState, lesson_standing
from tracker.models.figures.promises import promises
from tracker.models.figures.standing import Standing
from tracker.models.figures.timeline_words import counted, joined, several
from tracker.models.figures.victories import Victory, victories
from tracker.models.guidance.ending import ENDING_HELP, EndingHelp
from tracker.models.records.ending import WindingUp
from tracker.models.records.group import Group
from tracker.models.records.record import Record
from tracker.models.records.review import Lesson
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


class StepState(Choice):
    """How far one step is; what a group that has closed did not do is left open."""

    TO_DO = "to_do", "To do"
    IN_PART = "in_part", "In part"
    LEFT_OPEN = "left_open", "Left open"
    DONE = "done", "Done"
    NOTHING = "nothing", "Nothing to do"


@value
class EndingStep(Value):
    """One step of the path. `words` are its counts, `left` what is still to be done, of `total` in all.

    `source` is the record whose own words it shows, None where it counts.
    """

    help: EndingHelp
    state: StepState
    words: str
    left: tuple[Record, ...] = ()
    total: int = 0
    source: Record | None = None

    @property
    def key(self) -> str:
        """What the step is known by, such as "promises"."""
        return self.help.key

    @property
    def open(self) -> bool:
        """Whether something of it is still to be done."""
        return self.state in (StepState.TO_DO, StepState.IN_PART, StepState.LEFT_OPEN)


@value
class EndingPath(Value):
    """How far a group is on the path. `winding` is None where nobody has decided to end it, or gave that up.

    `given_up` are the earlier tries that the group went on from, latest first.
    """

    group: Group
    closed: bool
    winding: WindingUp | None
    steps: tuple[EndingStep, ...]
    given_up: tuple[WindingUp, ...]

    @property
    def begun(self) -> bool:
        """Whether the group is on the path now."""
        return self.winding is not None and not self.closed

    @property
    def words(self) -> str:
        """Decided 4 May 2008 · 5 of 8 steps done; "" where nothing was decided."""
        if self.closed:
            left = sum(step.open for step in self.steps)
            still = f"{left:,} of {len(self.steps):,} steps left open" if left else "no step left open"
            return joined(f"Closed {shown(self.group.closed_on)}", still)
        if self.winding is None:
            return ""
        done = sum(not step.open for step in self.steps)
        return joined(f"Decided {shown(self.winding.decided_on)}", f"{done:,} of {len(self.steps):,} steps done")

    @property
    def ended_words(self) -> str:
        """When it ended: closed 30 Nov 2007, after 27 months; "" while the group runs."""
        started, closed = self.group.started_on, self.group.closed_on
        if not self.closed or closed is None:
            return ""
        ran = f", after {several(_months(started, closed), 'month', 'months')}" if started else ""
        return f"closed {shown(closed)}{ran}"

    @property
    def stays_open(self) -> tuple[EndingStep, ...]:
        """The steps before the last that are not done."""
        return tuple(step for step in self.steps[:-1] if step.open)

    def step(self, key: str) -> EndingStep:
        """The step of that name. Raises StopIteration if there is none."""
        return next(step for step in self.steps if step.key == key)


def ending_path(snapshot: Snapshot, group_id: str) -> EndingPath:
    """How far a group has come on the path by today. Raises KeyError if there is no such group."""
    group = snapshot.one(Group, group_id)
    winding, given_up = _tries(snapshot, group_id)
    work_out: dict[str, Callable[[Snapshot, Group, WindingUp | None], _Found]] = {
        "decided": _decided,
        "promises": _promises,
        "balls": _balls,
        "lessons": _lessons,
        "victories": _victories,
        "thanks": _thanks,
        "papers": _papers,
        "closed": _closed,
    }
    closed = not group.open_on(snapshot.today)
    steps = []
    for help in ENDING_HELP:
        state, words, left, total = work_out[help.key](snapshot, group, winding)
        if closed and state in (StepState.TO_DO, StepState.IN_PART):
            state = StepState.LEFT_OPEN
        steps.append(EndingStep(help, state, words, tuple(left), total, _source(help.key, group, winding)))
    return EndingPath(group, closed, winding, tuple(steps), given_up)


def to_tell(snapshot: Snapshot, group_id: str, winding: WindingUp | None) -> tuple[Victory, ...]:
    """The victories still to be told at home; those up to the day on which all of them were told need no day of own."""
    told_on = winding.told_on if winding else None
    return tuple(
        each
        for each in victories(snapshot, group_id)
        if each.to_tell and not (told_on and each.result.on and each.result.on <= told_on)
    )


# State, words, what is left, and how many there are in all.
_Found = tuple[StepState, str, Sequence[Record], int]


def _tries(snapshot: Snapshot, group_id: str) -> tuple[WindingUp | None, tuple[WindingUp, ...]]:
    every = sorted(
        snapshot.of(WindingUp, group_id=group_id), key=lambda each: (each.decided_on or date.min, each.id), reverse=True
    )
    going = [each for each in every if each.given_up_on is None]
    return (going[0] if going else None), tuple(each for each in every if each.given_up_on)


def _source(key: str, group: Group, winding: WindingUp | None) -> Record | None:
    if key in ("decided", "victories", "thanks", "papers"):
        return winding
    return group if key == "closed" else None


def _decided(snapshot: Snapshot, group: Group, winding: WindingUp | None) -> _Found:
    if winding is None:
        return StepState.TO_DO, "Not noted", (), 1
    return StepState.DONE, joined(shown(winding.decided_on), _one_line(winding.why)), (), 1


def _promises(snapshot: Snapshot, group: Group, winding: WindingUp | None) -> _Found:
    every = promises(snapshot, group_id=group.id)
    left = [promise for promise in every if promise.unsettled]
    overdue = sum(promise.standing is Standing.OVERDUE for promise in left)
    words = f"{len(left):,} of {several(len(every), 'promise', 'promises')} still open"
    if overdue:
        words += f", {overdue:,} overdue"
    became = counted(Counter(promise.standing.label.lower() for promise in every))
    done = f"{several(len(every), 'promise', 'promises')}: {became}"
    return _counted(words, done, "promise", [promise.commitment for promise in left], len(every))


def _balls(snapshot: Snapshot, group: Group, winding: WindingUp | None) -> _Found:
    every = ball_standings(snapshot, group.id, settled=True)
    left = [standing.ball for standing in every if standing.open]
    words = f"{len(left):,} of {several(len(every), 'issue', 'issues')} not settled"
    return _counted(words, f"{several(len(every), 'issue', 'issues')} settled", "issue", left, len(every))


def _lessons(snapshot: Snapshot, group: Group, winding: WindingUp | None) -> _Found:
    every = [lesson_standing(snapshot, lesson) for lesson in snapshot.of(Lesson, group_id=group.id)]
    left = [each.lesson for each in every if each.state is LessonState.STAYS or each.waiting]
    words = f"{len(left):,} of {several(len(every), 'lesson', 'lessons')} still to carry home"
    return _counted(words, f"{several(len(every), 'lesson', 'lessons')} carried home", "lesson", left, len(every))


def _victories(snapshot: Snapshot, group: Group, winding: WindingUp | None) -> _Found:
    every = [victory for victory in victories(snapshot, group.id) if not victory.withdrawn]
    left = [victory.result for victory in to_tell(snapshot, group.id, winding)]
    how_many = several(len(every), "victory", "victories")
    words = f"{len(left):,} of {how_many} not told yet"
    if winding and winding.told_on and not left:
        return StepState.DONE, joined(f"Told {shown(winding.told_on)}", _one_line(winding.told_note)), (), len(every)
    return _counted(words, f"{how_many} told", "victory", left, len(every))


def _thanks(snapshot: Snapshot, group: Group, winding: WindingUp | None) -> _Found:
    on, note = (winding.thanked_on, winding.thanked_note) if winding else (None, "")
    return _noted(on, note, "Nobody thanked yet")


def _papers(snapshot: Snapshot, group: Group, winding: WindingUp | None) -> _Found:
    on, note = (winding.kept_on, winding.kept_at) if winding else (None, "")
    return _noted(on, note, "No place named yet")


def _closed(snapshot: Snapshot, group: Group, winding: WindingUp | None) -> _Found:
    if group.open_on(snapshot.today):
        words = f"Closes {shown(group.closed_on)}" if group.closed_on else "Still running"
        return StepState.TO_DO, words, (), 1
    return StepState.DONE, joined(shown(group.closed_on), _one_line(group.closed_because)), (), 1


def _noted(on: date | None, note: str, nothing: str) -> _Found:
    if on is None:
        return StepState.TO_DO, nothing, (), 1
    return StepState.DONE, joined(shown(on), _one_line(note)), (), 1


def _counted(words: str, done: str, noun: str, left: Sequence[Record], total: int) -> _Found:
    if not total:
        return StepState.NOTHING, f"No {noun} is recorded", (), 0
    if left:
        return (StepState.TO_DO if len(left) == total else StepState.IN_PART), words, left, total
    return StepState.DONE, done, (), total


def _months(first: date, last: date) -> int:
    """Whole months from one day to another."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


def _one_line(words: str) -> str:
    return " ".join(words.split())
