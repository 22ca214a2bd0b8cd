"""Follow-through: promises kept of promises fallen due, always as counts (§4.3)."""

from collections.abc import Iterable
from datetime import date

from tracker.models.figures.standing import Standing, fallen_due, standing
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


def follow_through(
    snapshot: Snapshot, *, group_id: str | None = None, agency_id: str | None = None, on: date | None = None
) -> FollowThrough:
    """Follow-through of a group, an agency, an agency in a group, or the whole office, on a day (today if none)."""
    day = on or snapshot.today
    due = [promise for promise in _promises(snapshot, group_id, agency_id) if fallen_due(promise, day)]
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
