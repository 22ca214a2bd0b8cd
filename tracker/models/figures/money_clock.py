"""The money clock: six weeks from a group's start until its first money is secured (§6.2)."""

from datetime import date, timedelta
from decimal import Decimal

from tracker.models.choice import Choice
from tracker.models.dates import shown
from tracker.models.figures.day_words import days_words
from tracker.models.figures.timeline_words import dollars
from tracker.models.records.agency import Agency
from tracker.models.records.contribution import Contribution, Resource, Support, SupportKind
from tracker.models.records.group import Group
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

SIX_WEEKS = 42


class ClockState(Choice):
    """Where the clock stands."""

    NOT_STARTED = "not_started", "Not started"
    RUNNING = "running", "Still time"
    OVER = "over", "Time is up"
    IN_TIME = "in_time", "Secured in time"
    LATE = "late", "Secured late"
    STOPPED = "stopped", "Closed without money"


@value
class MoneyClock(Value):
    """The clock on a day. `until` is the last day in time; `left` counts the days to it, below 0 when it is past.

    `left` is None where the clock does not run: not started, secured, or closed. `secured_on` is the first day on which
    money was secured, by the agencies that `by` names, `amount_nzd` where they said how much. `delivered_on` is the
    first day on which money came in, which nobody may have noted as secured.
    """

    group_id: str
    state: ClockState
    started_on: date | None
    until: date | None
    left: int | None
    secured_on: date | None
    by: tuple[str, ...]
    amount_nzd: Decimal | None
    delivered_on: date | None

    @property
    def warns(self) -> bool:
        """Whether the time is up and no money is secured (§6.2)."""
        return self.state is ClockState.OVER

    @property
    def gone(self) -> float | None:
        """The part of the time, from 0 to 1, that has gone, or had when money was secured; None if it does not run."""
        if self.started_on is None or self.until is None:
            return None
        if self.secured_on:
            days = (self.secured_on - self.started_on).days
        elif self.left is not None:
            days = (self.until - self.started_on).days - self.left
        else:
            return None
        return min(1.0, max(0.0, days / max(1, (self.until - self.started_on).days)))

    @property
    def words(self) -> str:
        """12 days left, until 28 Sep 2006: no money is secured yet."""
        if self.secured_on:
            return self._secured_words()
        if self.started_on is None:
            return "The clock starts on the day on which the group starts: fill that in"
        if self.left is None or self.until is None:
            starts = self.state is ClockState.NOT_STARTED
            return f"The clock starts on {shown(self.started_on)}" if starts else "Closed with no money secured"
        came_in = f"; money came in on {shown(self.delivered_on)}" if self.delivered_on else ""
        none = f"no money is secured yet{came_in}"
        if self.left < 0:
            return f"{days_words(-self.left)} over, since {shown(self.until)}: {none}"
        return f"{days_words(self.left)} left, until {shown(self.until)}: {none}"

    def _secured_words(self) -> str:
        assert self.secured_on
        assert self.started_on
        days = (self.secured_on - self.started_on).days
        when = f"{days_words(days)} after the start" if days >= 0 else "before the start"
        from_whom = f" from {', '.join(self.by)}" if self.by else ""
        amount = f", {dollars(self.amount_nzd)}" if self.amount_nzd else ""
        return f"Secured {shown(self.secured_on)}, {when}{from_whom}{amount}"


def money_clock(snapshot: Snapshot, group_id: str, on: date | None = None, *, days: int = SIX_WEEKS) -> MoneyClock:
    """The clock of a group on a day (today if none), `days` from its start. Raises KeyError if there is no such group.

    The last of these days is still in time.
    """
    day = on or snapshot.today
    group = snapshot.one(Group, group_id)
    started, secured_on = group.started_on, _first_secured(snapshot, group_id, day)
    until = started + timedelta(days=days) if started else None
    state = _state(group, day, until, secured_on)
    # A clock that never started stands still, whatever was secured.
    first = _secured(snapshot, group_id, secured_on) if started and secured_on else []
    amounts = [support.amount_nzd for support in first if support.amount_nzd]
    return MoneyClock(
        group_id=group_id,
        state=state,
        started_on=started,
        until=until,
        left=(until - day).days if until and state in (ClockState.RUNNING, ClockState.OVER) else None,
        secured_on=secured_on if started else None,
        by=tuple(dict.fromkeys(snapshot.called(Agency, support.agency_id) for support in first)),
        amount_nzd=sum(amounts, Decimal(0)) if amounts else None,
        delivered_on=_first_delivered(snapshot, group_id, day),
    )


def _state(group: Group, day: date, until: date | None, secured_on: date | None) -> ClockState:
    if until is None or group.started_on is None:
        return ClockState.NOT_STARTED
    if secured_on:
        return ClockState.IN_TIME if secured_on <= until else ClockState.LATE
    if group.started_on > day:
        return ClockState.NOT_STARTED
    if not group.open_on(day):
        return ClockState.STOPPED
    return ClockState.RUNNING if day <= until else ClockState.OVER


def _first_secured(snapshot: Snapshot, group_id: str, day: date) -> date | None:
    supports = snapshot.of(Support, group_id=group_id)
    money = (support.secured_on for support in supports if support.kind is SupportKind.MONEY)
    return min((secured for secured in money if secured and secured <= day), default=None)


def _secured(snapshot: Snapshot, group_id: str, on: date) -> list[Support]:
    supports = snapshot.of(Support, group_id=group_id)
    return [support for support in supports if support.kind is SupportKind.MONEY and support.secured_on == on]


def _first_delivered(snapshot: Snapshot, group_id: str, day: date) -> date | None:
    given = snapshot.of(Contribution, group_id=group_id)
    money = (each.delivered_on for each in given if each.kind is Resource.MONEY)
    return min((delivered for delivered in money if delivered and delivered <= day), default=None)
