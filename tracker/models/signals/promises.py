"""Signals of promises and of the ball (§3.4, §4)."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from tracker.models.dates import shown
from tracker.models.figures.ball_standing import BallStanding, ball_standings
from tracker.models.figures.day_words import days_words
from tracker.models.figures.held import THERE
from tracker.models.figures.need import Urgency
from tracker.models.figures.standing import Standing, standing
from tracker.models.records.agency import Agency
from tracker.models.records.ball import Ball
from tracker.models.records.commitment import Commitment
from tracker.models.records.meeting import Attendance, Meeting
from tracker.models.records.person import Person
from tracker.models.signals.at_table import agencies_now, part_of, quoted
from tracker.models.signals.rule import NOT_SEEN, Case, Finding, Limit, Rule, not_enough, seen
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

_MISSED = (Standing.OVERDUE, Standing.MISSED)


def open_promises(case: Case) -> list[Commitment]:
    """Those made by today and still to be kept: open, or overdue."""
    today = case.snapshot.today
    return [
        promise
        for promise in case.snapshot.of(Commitment, group_id=case.group.id)
        if not (
            (promise.kept_on and promise.kept_on <= today)
            or (promise.released_on and promise.released_on <= today)
            or (promise.missed_on and promise.missed_on <= today)
            or (promise.made_on and promise.made_on > today)
        )
    ]


def _overdue(case: Case) -> Finding:
    today, to_keep = case.snapshot.today, open_promises(case)
    late = sorted((one for one in to_keep if one.due and one.due < today), key=_by_due)
    if not late:
        return _nothing_due(case, to_keep)
    oldest = late[0]
    assert oldest.due is not None
    days = (today - oldest.due).days
    told = f"{_told(case.snapshot, oldest)}, was due on {shown(oldest.due)}, {days_words(days)} ago"
    of_all = part_of(len(late), len(to_keep), "open promise", "open promises")
    past = "past its date:" if len(late) == 1 else "past their dates: first,"
    return seen(f"{of_all} {past} {told}", *late, weight=days)


def _unbacked(case: Case) -> Finding:
    today, to_keep = case.snapshot.today, open_promises(case)
    until = today + timedelta(days=case.limit("backing_days"))
    soon = sorted((one for one in to_keep if one.due and today <= one.due <= until), key=_by_due)
    bare = [one for one in soon if not (one.backed_on and one.backed_on <= today)]
    if not bare:
        return NOT_SEEN if soon else _nothing_due(case, to_keep)
    told = f"{_told(case.snapshot, bare[0])}, falls due on {shown(bare[0].due)}"
    by = shown(until)
    of_all = part_of(len(bare), len(soon), f"promise due by {by}", f"promises due by {by}")
    first = "" if len(bare) == 1 else "first, "
    return seen(f"{of_all} not backed at home: {first}{told}", *bare, weight=len(bare))


def _nothing_due(case: Case, to_keep: Sequence[Commitment]) -> Finding:
    """What can be told where nothing is late or falls due: without promises or dates, nothing."""
    if not case.snapshot.of(Commitment, group_id=case.group.id):
        return not_enough("No promise is recorded")
    if to_keep and not any(one.due for one in to_keep):
        if len(to_keep) == 1:
            return not_enough("The one open promise has no date")
        return not_enough(f"None of {len(to_keep):,} open promises has a date")
    return NOT_SEEN


@value
class _Nodding(Value):
    """An agency that comes and promises: it came to so many of so many meetings, and missed some of its promises."""

    agency: Agency
    came: int
    meetings: int
    due: int
    missed: tuple[Commitment, ...]

    @property
    def words(self) -> str:
        met = f"{self.came:,} of the last {self.meetings:,} meetings"
        if self.came == self.meetings:
            met = f"each of the last {self.meetings:,} meetings" if self.meetings > 1 else "the last meeting"
        promises = f"{len(self.missed):,} of its last {self.due:,} promises fallen due"
        return f"{self.agency.called} came to {met} and missed {promises}"


def _nodding(case: Case) -> Finding:
    by_agency = _fallen_due(case)
    told = [(agency, by_agency.get(agency.id, [])) for agency in agencies_now(case)]
    enough = [(agency, due) for agency, due in told if len(due) >= case.limit("nodding_due")]
    if not enough:
        return not_enough(f"No agency has had {case.limit('nodding_due'):,} promises fall due yet")
    suspected = [(agency, last) for agency, due in enough if (last := _missing_most(case, due))]
    meetings = _meetings(case, [one for _, last in suspected for one in last])
    looked = [_nodding_of(case, agency, last, meetings) for agency, last in suspected]
    nodding = [one for one in looked if one.meetings and 2 * one.came >= one.meetings]
    if nodding:
        missed = sorted((one for each in nodding for one in each.missed), key=_by_due)
        return seen("; ".join(one.words for one in nodding), *missed, weight=len(missed))
    if any(not one.meetings for one in looked):
        return not_enough("Promises are missed, and who came to the meetings since is not noted")
    return NOT_SEEN


def _fallen_due(case: Case) -> dict[str, list[Commitment]]:
    """What has fallen due, released promises left out, by agency."""
    today = case.snapshot.today
    found: dict[str, list[Commitment]] = {}
    for one in case.snapshot.of(Commitment, group_id=case.group.id):
        if one.agency_id and one.due and one.due <= today and not (one.released_on and one.released_on <= today):
            found.setdefault(one.agency_id, []).append(one)
    return found


def _missing_most(case: Case, due: list[Commitment]) -> list[Commitment]:
    """The last promises, if so large a part of them was missed; else none.

    Those that fell due on one day with the last of them count as well: there is no order among them.
    """
    due.sort(key=_by_due, reverse=True)
    fewest = case.limit("nodding_due")
    last = [one for place, one in enumerate(due) if place < fewest or one.due == due[fewest - 1].due]
    missed = sum(standing(one, case.snapshot.today) in _MISSED for one in last)
    return last if 100 * missed >= case.limit("nodding_missed") * len(last) else []


def _meetings(case: Case, promises: Sequence[Commitment]) -> list[tuple[date, set[str | None]]]:
    """The day of each meeting since the first of these promises was made, with the agencies that were noted there."""
    snapshot, today = case.snapshot, case.snapshot.today
    first = min((one.made_on for one in promises if one.made_on), default=date.max)
    return [
        (meeting.on, {seat.agency_id for seat in seats if seat.presence in THERE})
        for meeting in snapshot.of(Meeting, group_id=case.group.id)
        if meeting.on and first <= meeting.on <= today and (seats := snapshot.of(Attendance, meeting_id=meeting.id))
    ]


def _nodding_of(
    case: Case, agency: Agency, last: Sequence[Commitment], meetings: Sequence[tuple[date, set[str | None]]]
) -> _Nodding:
    """The agency over the span of these promises: from the day on which the first of them was made."""
    first = min((one.made_on for one in last if one.made_on), default=date.max)
    there = [agency.id in agencies for on, agencies in meetings if on >= first]
    missed = tuple(one for one in last if standing(one, case.snapshot.today) in _MISSED)
    return _Nodding(agency, sum(there), len(there), len(last), missed)


def _dropped_ball(case: Case) -> Finding:
    balls = [ball for ball in case.snapshot.of(Ball, group_id=case.group.id) if _opened(ball, case.snapshot.today)]
    if not balls:
        return not_enough("No ball is recorded")
    rest = [
        one
        for one in ball_standings(case.snapshot, case.group.id)
        if _opened(one.ball, case.snapshot.today) and (one.dropped or one.days > case.limit("ball_days"))
    ]
    if not rest:
        return NOT_SEEN
    told = [_ball_words(one) for one in rest[:2]]
    more = [f"{len(rest) - 2:,} more {'is' if len(rest) == 3 else 'are'} at rest"] if len(rest) > 2 else []
    return seen("; ".join((*told, *more)), *(one.ball for one in rest), weight=max(one.days for one in rest))


def _opened(ball: Ball, today: date) -> bool:
    return ball.opened_on is None or ball.opened_on <= today


def _ball_words(one: BallStanding) -> str:
    issue, days = quoted(one.ball.issue), days_words(one.days)
    if not one.dropped:
        return f"{one.holder} has held {issue} for {days} without moving it on"
    return f"Nobody has held {issue} for {days}" if one.days else f"Nobody holds {issue}"


def _told(snapshot: Snapshot, promise: Commitment) -> str:
    """“Bring the list”, from Police."""
    who = snapshot.called(Agency, promise.agency_id) or snapshot.called(Person, promise.person_id)
    return f"{quoted(promise.text)}, from {who}" if who else quoted(promise.text)


def _by_due(promise: Commitment) -> tuple[date, str]:
    return promise.due or date.max, promise.id


PROMISE_RULES: tuple[Rule, ...] = (
    Rule(
        key="overdue",
        title="Overdue commitments",
        section="4.1",
        why=(
            "Members trust each other by what gets done. A promise that slips without a word costs more of that trust "
            "than one that is settled anew, or let go, in the open."
        ),
        action="Open commitments",
        tab="commitments",
        urgency=Urgency.NOW,
        look=_overdue,
    ),
    Rule(
        key="nodding",
        title="Nodding and smiling",
        section="4.3",
        why=(
            "An agency can come, agree and mean well, and still have something at home that keeps it from acting. A "
            "talk with its home manager about what stands in the way helps more than another reminder."
        ),
        action="Open commitments",
        tab="commitments",
        urgency=Urgency.NOW,
        look=_nodding,
        limits=(
            Limit("nodding_due", "Nodding is told from", Decimal(6), "promises fallen due", Decimal(2)),
            Limit("nodding_missed", "Nodding: missed at least", Decimal(50), "%", Decimal(1), Decimal(100)),
        ),
    ),
    Rule(
        key="unbacked",
        title="Promise without backing",
        section="3.4",
        why=(
            "Who sits here can promise in good faith what the agency at home has not agreed to. Asked before the day "
            "comes, home can still find the people and the money, or say no in time."
        ),
        action="Ask for backing",
        tab="commitments",
        urgency=Urgency.SOON,
        look=_unbacked,
        limits=(Limit("backing_days", "Backing is asked for ahead of the date", Decimal(30), "days", Decimal(1)),),
    ),
    Rule(
        key="dropped_ball",
        title="Dropped ball",
        section="4.2",
        why=(
            "An issue moves when one agency has it in hand and all know which. With nobody's name on it each waits for "
            "the others, and one that lies long in the same hands may be stuck there."
        ),
        action="Hand it over",
        tab="commitments",
        urgency=Urgency.NOW,
        look=_dropped_ball,
        limits=(Limit("ball_days", "A ball held without movement", Decimal(60), "days", Decimal(1)),),
    ),
)
