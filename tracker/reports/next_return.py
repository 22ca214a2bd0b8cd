"""The next revision of a return, and the records that saving it leaves behind: window and command line share it."""

from datetime import datetime

from tracker import __version__
from tracker.models.period import Period
from tracker.models.records import Record
from tracker.models.records.handing_in import ReturnKind, ReturnState
from tracker.models.snapshot import Snapshot
from tracker.reports.returning import (
    PreparedReturn,
    WrittenReturn,
    latest_return,
    prepare_agency_return,
    prepare_group_return,
    prepare_region_return,
)


def next_group_return(
    snapshot: Snapshot, group_id: str, period: Period, state: ReturnState, *, return_id: str, made_at: datetime
) -> PreparedReturn:
    """The return of a group that follows the last one made for the period. Raises as `prepare_group_return` does."""
    before = latest_return(snapshot, ReturnKind.GROUP, group_id, period)
    return prepare_group_return(
        snapshot,
        group_id,
        period,
        revision=before.revision + 1 if before else 1,
        state=state,
        return_id=return_id,
        made_at=made_at,
        app_version=__version__,
        supersedes=before,
    )


def next_agency_return(
    snapshot: Snapshot, agency_id: str, period: Period, state: ReturnState, *, return_id: str, made_at: datetime
) -> PreparedReturn:
    """The return of an agency that follows the last one made for the period. Raises as `prepare_agency_return` does."""
    before = latest_return(snapshot, ReturnKind.AGENCY, agency_id, period)
    return prepare_agency_return(
        snapshot,
        agency_id,
        period,
        revision=before.revision + 1 if before else 1,
        state=state,
        return_id=return_id,
        made_at=made_at,
        app_version=__version__,
        supersedes=before,
    )


def next_region_return(
    snapshot: Snapshot, office_id: str, period: Period, state: ReturnState, *, return_id: str, made_at: datetime
) -> PreparedReturn:
    """The return of an office's region that follows the last one made. Raises as `prepare_region_return` does."""
    before = latest_return(snapshot, ReturnKind.REGION, office_id, period)
    return prepare_region_return(
        snapshot,
        office_id,
        period,
        revision=before.revision + 1 if before else 1,
        state=state,
        return_id=return_id,
        made_at=made_at,
        app_version=__version__,
        supersedes=before,
    )


NEXT = {
    ReturnKind.GROUP: next_group_return,
    ReturnKind.AGENCY: next_agency_return,
    ReturnKind.REGION: next_region_return,
}


def records_of(written: WrittenReturn, departure_id: str, to_whom: str, purpose: str) -> tuple[Record, ...]:
    """The return and its entry in the register of what left, to be saved in one step that is a barrier."""
    return written.prepared.record, written.departure(departure_id, to_whom, purpose)
