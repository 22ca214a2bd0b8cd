"""Who holds which ball, and since when: one agency at a time, or nobody (§4.2)."""

from datetime import date
from itertools import takewhile

from tracker.models.records.agency import Agency
from tracker.models.records.ball import Ball, Handover
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class BallStanding(Value):
    """An issue and its holder today; `holder` is "" and `holder_id` None when nobody has it.

    `since` is the day from which that holder has had it without a break, `days` the days from then until today (or
    until it was settled), `passed` its handovers up to today, oldest first,
    and `open` whether it is still to be settled.
    """

    ball: Ball
    holder_id: str | None
    holder: str
    since: date | None
    days: int
    passed: tuple[Handover, ...]
    open: bool = True

    @property
    def dropped(self) -> bool:
        """Whether the issue is open and nobody holds it: a warning."""
        return self.open and not self.holder_id


def ball_standings(
    snapshot: Snapshot, group_id: str | None = None, *, settled: bool = False
) -> tuple[BallStanding, ...]:
    """The open balls of a group or of all: those that nobody holds first, then those held longest.

    With `settled`, those that are settled follow, the last one first.
    """
    balls = snapshot.of(Ball) if group_id is None else snapshot.of(Ball, group_id=group_id)
    found = [ball_standing(snapshot, ball) for ball in balls]
    in_play = [standing for standing in found if standing.open]
    in_play.sort(key=lambda standing: (bool(standing.holder_id), standing.since or date.max, standing.ball.id))
    if not settled:
        return tuple(in_play)
    closed = [standing for standing in found if not standing.open]
    closed.sort(key=lambda standing: (standing.ball.closed_on or date.min, standing.ball.id), reverse=True)
    return (*in_play, *closed)


def ball_standing(snapshot: Snapshot, ball: Ball) -> BallStanding:
    """Who holds one ball today; a handover that is noted for a later day has not happened yet."""
    today = snapshot.today
    passed = sorted(
        (one for one in snapshot.of(Handover, ball_id=ball.id) if one.on is not None and one.on <= today),
        key=lambda handover: (handover.on or date.min, handover.id),
    )
    latest = passed[-1] if passed else None
    holder_id = latest.agency_id if latest else None
    run = list(takewhile(lambda handover: handover.agency_id == holder_id, reversed(passed)))
    since = run[-1].on if run else ball.opened_on
    open_today = ball.closed_on is None or ball.closed_on > today
    until = today if open_today or ball.closed_on is None else ball.closed_on
    return BallStanding(
        ball=ball,
        holder_id=holder_id,
        holder=snapshot.called(Agency, holder_id),
        since=since,
        days=max(0, (until - since).days) if since else 0,
        passed=tuple(passed),
        open=open_today,
    )
