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

_PREPARE = {
    ReturnKind.GROUP: prepare_group_return,
    ReturnKind.AGENCY: prepare_agency_return,
    ReturnKind.REGION: prepare_region_return,
}


def next_return(
    kind: ReturnKind,
    snapshot: Snapshot,
    scope_id: str,
    period: Period,
    state: ReturnState,
    *,
    return_id: str,
    made_at: datetime,
) -> PreparedReturn:
    """The return of a group, an agency or an office's region that follows the last one made for the period.

    Raises KeyError for the national workbook, which is no such return, and as `prepare_group_return` and the others do.
    """
    before = latest_return(snapshot, kind, scope_id, period)
    return _PREPARE[kind](
        snapshot,
        scope_id,
        period,
        revision=before.revision + 1 if before else 1,
        state=state,
        return_id=return_id,
        made_at=made_at,
        app_version=__version__,
        supersedes=before,
    )


def records_of(written: WrittenReturn, departure_id: str, to_whom: str, purpose: str) -> tuple[Record, ...]:
    """The return and its entry in the register of what left, to be saved in one step that is a barrier."""
    return written.prepared.record, written.departure(departure_id, to_whom, purpose)
