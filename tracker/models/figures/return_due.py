"""The return that is due next: for which period, by when, and how many groups have sent theirs."""

from datetime import date, timedelta

from tracker.models.figures.day_words import days_words
from tracker.models.period import Period, period_of
from tracker.models.records.group import Group
from tracker.models.records.handing_in import Departure, Return, ReturnKind, ReturnState
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# A return is written after its quarter: so long the page asks for the one before, unless every group has sent it.
_AFTER_DAYS = 31


@value
class ReturnDue(Value):
    """`days` are those to the quarter's last day, negative when that is past; `sent` of `groups` have gone out."""

    period: Period
    days: int
    sent: int
    groups: int

    @property
    def words(self) -> str:
        """In 18 days, today, or 3 days over."""
        if self.days == 0:
            return "today"
        return f"in {days_words(self.days)}" if self.days > 0 else f"{days_words(-self.days)} over"


def return_due(snapshot: Snapshot) -> ReturnDue:
    """The quarter that has just ended while a running group has not sent its return, else the quarter that runs."""
    current = period_of(snapshot.today)
    before = period_of(current.first_day - timedelta(days=1))
    earlier = _due(snapshot, before)
    return earlier if -earlier.days <= _AFTER_DAYS and earlier.sent < earlier.groups else _due(snapshot, current)


def last_return_on(snapshot: Snapshot) -> date | None:
    """The day on which the last return left; None if none has."""
    left = [each.at for each in snapshot.of(Departure) if each.at and each.return_id]
    return max(left).astimezone().date() if left else None


def _due(snapshot: Snapshot, period: Period) -> ReturnDue:
    # The year's return holds its last quarter, and all four.
    labels = {period.label, period.year.label} if period.quarter == 4 else {period.label}
    sent = {
        each.scope_id
        for each in snapshot.of(Return)
        if each.kind is ReturnKind.GROUP and each.period in labels and each.state is not ReturnState.WITHDRAWN
    }
    running = {group.id for group in snapshot.of(Group) if group.runs_on(snapshot.today)}
    return ReturnDue(period, (period.last_day - snapshot.today).days, len(sent & running), len(running))
