"""The sheets and columns that a return has: those of an empty return, so that reading follows writing."""

from datetime import UTC, date, datetime
from functools import cache

from tracker.models.period import Period
from tracker.models.records import Agency, Group, OfficeDetails
from tracker.models.records.agency import Sector
from tracker.models.records.handing_in import ReturnKind, ReturnState
from tracker.models.snapshot import snapshot_of
from tracker.reports.returning import (
    PreparedReturn,
    prepare_agency_return,
    prepare_group_return,
    prepare_region_return,
)
from tracker.reports.sheet import Column

Shape = dict[str, tuple[Column, ...]]
_ID = "00000000-0000-0000-0000-00000000000"
_MADE = {
    ReturnKind.GROUP: prepare_group_return,
    ReturnKind.AGENCY: prepare_agency_return,
    ReturnKind.REGION: prepare_region_return,
}
_MADE_AT = datetime(2008, 7, 1, tzinfo=UTC)
# Only what is written today is read; a later shape will need the earlier ones written down here.
VERSION = "1.0"


@cache
def shapes() -> dict[ReturnKind, Shape]:
    """By kind of return: the columns of its raw sheets."""
    return {kind: _shape(kind) for kind in (ReturnKind.GROUP, ReturnKind.AGENCY, ReturnKind.REGION)}


@cache
def schemas() -> dict[str, ReturnKind]:
    """The kinds of return by the name of their schema."""
    return {_empty(kind).heading.schema: kind for kind in shapes()}


def _shape(kind: ReturnKind) -> Shape:
    return {sheet.name: sheet.columns for sheet in _empty(kind).book.sheets if sheet.raw}


@cache
def _empty(kind: ReturnKind) -> PreparedReturn:
    """A return with nothing in it."""
    office = OfficeDetails(id=f"{_ID}1", name="Office", code="X", region="Region")
    group = Group(id=f"{_ID}2", name="Group", code="G", place="Place", started_on=date(2007, 7, 1))
    agency = Agency(id=f"{_ID}3", name="Agency", code="A", sector=Sector.CENTRAL_GOVERNMENT)
    snapshot = snapshot_of(date(2008, 6, 30), [office, group, agency])
    prepare, scope_id = {
        ReturnKind.GROUP: (prepare_group_return, group.id),
        ReturnKind.AGENCY: (prepare_agency_return, agency.id),
        ReturnKind.REGION: (prepare_region_return, office.id),
    }[kind]
    return prepare(
        snapshot,
        scope_id,
        Period(2008),
        revision=1,
        state=ReturnState.DRAFT,
        return_id=f"{_ID}4",
        made_at=_MADE_AT,
        app_version="",
    )
