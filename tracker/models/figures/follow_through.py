"""Follow-through: promises kept of promises fallen due, always as counts (§4.3)."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

from tracker.models.figures.joining_order import agencies_in_order
from tracker.models.figures.standing import Standing, fallen_due, standing
from tracker.models.period import Period, period_of
from tracker.models.records.agency import Agency
from tracker.models.records.commitment import Commitment, DueChange
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class FollowThrough(Value):
    """Counts of promises. `kept` (in time or late) and `renegotiated` are of those that have `fallen_due`."""

    kept: int = 0
    fallen_due: int = 0
    renegotiated: int = 0

    @property
    def words(self) -> str:
        """7 of 9 kept, 1 renegotiated."""
        if not self.fallen_due:
            return "none due yet"
        kept = f"{self.kept} of {self.fallen_due} kept"
        return f"{kept}, {self.renegotiated} renegotiated" if self.renegotiated else kept


@value
class AgencyFollowThrough(Value):
    """An agency's counts in all, and by the quarter in which promises fell due."""

    agency: Agency
    counts: FollowThrough
    quarters: Mapping[Period, FollowThrough]


def follow_through(
    snapshot: Snapshot, *, group_id: str | None = None, agency_id: str | None = None, on: date | None = None
) -> FollowThrough:
    """Follow-through of a group, an agency, an agency in a group, or the whole office, on a day (today if none)."""
    day = on or snapshot.today
    return _counted(snapshot, _due(snapshot, group_id, agency_id, day), day)


def by_quarter(
    snapshot: Snapshot, *, group_id: str | None = None, agency_id: str | None = None
) -> tuple[tuple[Period, FollowThrough], ...]:
    """Follow-through by the quarter in which promises fell due, from the first to today's, none left out.

    What has been kept until today counts, also after the quarter's end.
    """
    today = snapshot.today
    quarters: dict[Period, list[Commitment]] = {}
    for promise in _due(snapshot, group_id, agency_id, today):
        assert promise.due is not None
        quarters.setdefault(period_of(promise.due), []).append(promise)
    first = min(quarters, key=lambda quarter: quarter.first_day, default=None)
    return tuple(
        (quarter, _counted(snapshot, quarters.get(quarter, ()), today))
        for quarter in (quarters_from(first.first_day, today) if first else ())
    )


def by_agency(snapshot: Snapshot, group_id: str | None = None) -> tuple[AgencyFollowThrough, ...]:
    """Each agency with promises fallen due, in the order of joining; over all groups by name. Never a ranking."""
    told = (
        AgencyFollowThrough(
            agency=agency,
            counts=follow_through(snapshot, group_id=group_id, agency_id=agency.id),
            quarters=dict(by_quarter(snapshot, group_id=group_id, agency_id=agency.id)),
        )
        for agency in agencies_in_order(snapshot, group_id)
    )
    return tuple(row for row in told if row.counts.fallen_due)


def quarters_from(first: date, last: date) -> tuple[Period, ...]:
    """The quarters from that of one day to that of another."""
    found = [period_of(first)]
    while found[-1].last_day < last:
        found.append(period_of(found[-1].last_day + timedelta(days=1)))
    return tuple(found)


def _due(snapshot: Snapshot, group_id: str | None, agency_id: str | None, day: date) -> list[Commitment]:
    return [promise for promise in _promises(snapshot, group_id, agency_id) if fallen_due(promise, day)]


def _counted(snapshot: Snapshot, due: Collection[Commitment], day: date) -> FollowThrough:
    return FollowThrough(
        kept=sum(standing(promise, day) in (Standing.KEPT, Standing.KEPT_LATE) for promise in due),
        fallen_due=len(due),
        renegotiated=sum(_renegotiated(snapshot, promise) for promise in due),
    )


def _promises(snapshot: Snapshot, group_id: str | None, agency_id: str | None) -> Iterable[Commitment]:
    if group_id is None:
        return snapshot.of(Commitment) if agency_id is None else snapshot.of(Commitment, agency_id=agency_id)
    promises = snapshot.of(Commitment, group_id=group_id)
    return promises if agency_id is None else [promise for promise in promises if promise.agency_id == agency_id]


def _renegotiated(snapshot: Snapshot, promise: Commitment) -> bool:
    moved = promise.first_due is not None and promise.first_due != promise.due
    return moved or bool(snapshot.of(DueChange, commitment_id=promise.id))
