"""The brief: what a manager wants to know two minutes before a group's next meeting."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from tracker.models.dates import shown
from tracker.models.figures.ball_standing import ball_standings
from tracker.models.figures.brief_signals import BriefSignals, brief_signals
from tracker.models.figures.coming import ComingMeeting, next_meeting
from tracker.models.figures.follow_through import FollowThrough, follow_through
from tracker.models.figures.gate import Gate, group_that_leaves
from tracker.models.figures.group_summary import group_summary
from tracker.models.figures.lane import Lane
from tracker.models.figures.promises import Promise, promises
from tracker.models.figures.standing import Standing
from tracker.models.figures.timeline_words import several
from tracker.models.figures.watching import Watch, watch_list
from tracker.models.guidance.tactics import Tactic, tactics_for
from tracker.models.records.group import Group
from tracker.models.records.meeting import Decision, Meeting, Note, NoteKind
from tracker.models.records.result import Result, ResultState
from tracker.models.records.stage import StageJudgement
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class BriefPromise(Value):
    """A promise that is still to be kept. `days` until it is due, negative when that is past, None without a date."""

    agency: str
    text: str
    who: str
    to: str
    due: date | None
    days: int | None
    backed_on: date | None

    @property
    def overdue(self) -> bool:
        """Whether it should have been kept by now."""
        return self.days is not None and self.days < 0

    @property
    def days_words(self) -> str:
        """10 days over, due today, in 18 days; "" without a date."""
        if self.days is None:
            return ""
        if self.days == 0:
            return "due today"
        words = several(abs(self.days), "day", "days")
        return f"{words} over" if self.days < 0 else f"in {words}"

    @property
    def backed_words(self) -> str:
        """Whether the home agency stands behind it (§3.4)."""
        return shown(self.backed_on) if self.backed_on else "not yet"


@value
class BriefBall(Value):
    """An open issue; `holder` is "" when nobody holds it, since the day given, for so many days."""

    issue: str
    holder: str
    since: date | None
    days: int


@value
class BriefVictory(Value):
    """A little victory, and the agencies that share the credit."""

    on: date
    text: str
    credit: tuple[str, ...]


@value
class LastMeeting(Value):
    """The last meeting that was held: when, and where."""

    on: date
    place: str


@value
class Brief(Value):
    """Everything for one page before the next meeting, as it may leave the office; each part's weightiest first.

    `lane` is None where the stage is not clear, and `judged` says whether anybody has judged it; `months` are whole
    months in it. `stays` counts the restricted entries that are left out, `as_at` is the day it was made.
    """

    group: Group
    office: str
    as_at: date
    lane: Lane | None
    judged: bool
    months: int
    agencies: int
    people: int
    next_meeting: ComingMeeting | None
    last_meeting: LastMeeting | None
    promises: tuple[BriefPromise, ...]
    balls: tuple[BriefBall, ...]
    decisions: tuple[str, ...]
    victories: tuple[BriefVictory, ...]
    now_see: tuple[tuple[date, str], ...]
    watch: tuple[Watch, ...]
    tactics: tuple[Tactic, ...]
    follow_through: FollowThrough
    signals: BriefSignals
    stays: int

    @property
    def closed_on(self) -> date | None:
        """The day the group closed; None while it is running."""
        return None if self.group.open_on(self.as_at) else self.group.closed_on

    @property
    def overdue(self) -> int:
        """How many of the promises should have been kept by now."""
        return sum(promise.overdue for promise in self.promises)

    @property
    def title(self) -> str:
        """What the page is called."""
        when = f" of {shown(self.next_meeting.on)}" if self.next_meeting else ""
        return f"Brief for the meeting{when}: {self.group.name}"

    def by_agency(self, most: int) -> tuple[tuple[str, tuple[BriefPromise, ...]], ...]:
        """The first `most` promises, agency by agency; the agency with the oldest one first."""
        found: dict[str, list[BriefPromise]] = {}
        for promise in self.promises[:most]:
            found.setdefault(promise.agency, []).append(promise)
        return tuple((agency, tuple(theirs)) for agency, theirs in found.items())


def brief(snapshot: Snapshot, group_id: str) -> Brief:
    """The brief of a group as things stand today.

    Raises KeyError if there is no such group, Mistake if it is restricted to this office.
    """
    group = group_that_leaves(snapshot, group_id)
    gate = Gate(snapshot)
    summary = group_summary(snapshot, group_id)
    now = summary.trajectory.now
    coming = next_meeting(snapshot, group_id, snapshot.today - timedelta(days=1))
    last = last_held(snapshot, gate, group_id)
    return Brief(
        group=group,
        office=snapshot.office.name,
        as_at=snapshot.today,
        lane=summary.lane,
        judged=now is not None,
        months=summary.months,
        agencies=summary.agencies,
        people=summary.people,
        next_meeting=coming,
        last_meeting=LastMeeting(last.on, last.place) if last and last.on else None,
        promises=tuple(_promises(snapshot, gate, group_id)),
        balls=tuple(_balls(snapshot, gate, group_id)),
        decisions=tuple(each.text for each in gate.leaving(_decisions(snapshot, last))),
        victories=tuple(_victories(snapshot, gate, group_id)),
        now_see=tuple(_now_see(snapshot, gate, group_id)),
        watch=watch_list(snapshot, gate, group_id, coming.on if coming else None),
        tactics=_tactics(now.judgement if now else None),
        follow_through=follow_through(snapshot, group_id=group_id),
        signals=brief_signals(snapshot, group_id),
        # Counted at the gate: everything else has passed it by now.
        stays=gate.stays,
    )


def last_held(snapshot: Snapshot, gate: Gate, group_id: str) -> Meeting | None:
    """The last meeting up to today that may be told of; None if there was none."""
    held = [each for each in snapshot.of(Meeting, group_id=group_id) if each.on and each.on <= snapshot.today]
    return max(gate.leaving(held), key=lambda each: (each.on, each.id), default=None)


def _promises(snapshot: Snapshot, gate: Gate, group_id: str) -> Iterator[BriefPromise]:
    for promise in promises(snapshot, group_id=group_id, unsettled=True):
        made = promise.commitment
        if gate.lets(made):
            yield BriefPromise(
                agency=gate.agency(made.agency_id) or "Nobody named",
                text=made.text,
                who=gate.person(made.person_id),
                to=made.to or gate.agency(made.to_agency_id),
                due=made.due,
                days=_days(promise),
                backed_on=made.backed_on if made.backed_on and made.backed_on <= snapshot.today else None,
            )


def _days(promise: Promise) -> int | None:
    """Never below 0 for a promise that is open: only an overdue one says that it is over."""
    return promise.days if promise.standing is Standing.OVERDUE or promise.days is None else max(0, promise.days)


def _balls(snapshot: Snapshot, gate: Gate, group_id: str) -> Iterator[BriefBall]:
    for standing in ball_standings(snapshot, group_id):
        if gate.lets(standing.ball) and all(map(gate.lets, standing.passed[-1:])):
            yield BriefBall(standing.ball.issue, gate.agency(standing.holder_id), standing.since, standing.days)


def _decisions(snapshot: Snapshot, last: Meeting | None) -> Iterable[Decision]:
    return snapshot.of(Decision, meeting_id=last.id) if last else ()


def _victories(snapshot: Snapshot, gate: Gate, group_id: str) -> Iterator[BriefVictory]:
    told = [
        (each.on, each)
        for each in snapshot.of(Result, group_id=group_id)
        if each.on and each.on <= snapshot.today and each.state is not ResultState.WITHDRAWN
    ]
    for on, each in sorted(told, key=lambda pair: (pair[0], pair[1].id), reverse=True):
        if gate.lets(each):
            yield BriefVictory(on, each.name, tuple(filter(None, map(gate.agency, each.credit_ids))))


def _now_see(snapshot: Snapshot, gate: Gate, group_id: str) -> Iterator[tuple[date, str]]:
    seen = [
        (each.on, each)
        for each in snapshot.of(Note, group_id=group_id)
        if each.kind is NoteKind.NOW_SEE and each.on and each.on <= snapshot.today
    ]
    for on, each in sorted(seen, key=lambda pair: (pair[0], pair[1].id), reverse=True):
        if gate.lets(each):
            yield on, each.text


def _tactics(judgement: StageJudgement | None) -> tuple[Tactic, ...]:
    return tactics_for(judgement.stage) if judgement and judgement.stage else ()
