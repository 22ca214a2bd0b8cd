"""The return of a small office's region, for tests of R3."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.builders import a_group, a_mapping, a_meeting, a_result, an_agency, an_id
from tests.reports.conftest import MADE_AT, Maker
from tracker.models.period import Period
from tracker.models.records import Agency, Attendance, Barrier, Group, Support
from tracker.models.records.accountability import MappingRole
from tracker.models.records.contribution import SupportKind
from tracker.models.records.handing_in import ReturnState
from tracker.models.records.result import Aggregation, CountBasis, ResultLevel
from tracker.models.records.risk import BarrierKind, BarrierState
from tracker.models.snapshot import snapshot_of
from tracker.reports.returning import PreparedReturn, WrittenReturn, prepare_region_return, write_return

Q4 = Period(2008, 4)


def prepared(maker: Maker, period: Period = Q4, **told: Any) -> PreparedReturn:
    """The return of the office's region, as at the last day of 2007/08."""
    snapshot = snapshot_of(Period(2008).last_day, [*maker.records, maker.group])
    options = {"revision": 1, "return_id": an_id(), "made_at": MADE_AT, "app_version": "0.1.0"} | told
    state = options.pop("state", ReturnState.DRAFT)
    return prepare_region_return(snapshot, snapshot.office.id, period, state=state, **options)


def written(maker: Maker, **told: Any) -> WrittenReturn:
    """The same as a file."""
    made = prepared(maker, **told)
    return write_return(made, maker.folder / made.file_name)


def with_second_group(maker: Maker) -> Group:
    """A second group, by name before the first: people counted there too, a barrier that both have, and a meeting."""
    group = a_group(name="Attendance Circle", code="ATT", theme="Learning", place="Ōtara")
    agency = next((each for each in maker.records if isinstance(each, Agency)), None) or an_agency()
    people = a_result(group, 30, name="Tamariki met at the gate")
    claim = a_mapping(people, agency, role=MappingRole.CORE)
    fields = {"kind": BarrierKind.PRIVACY, "text": "No law lets us share names", "asked_of": "The Privacy Commissioner"}
    shared = Barrier(id=an_id(), group_id=group.id, since=date(2008, 4, 1), state=BarrierState.ASKED, **fields)
    settled = Barrier(id=an_id(), group_id=group.id, since=date(2008, 3, 1), state=BarrierState.SETTLED, **fields)
    meeting = a_meeting(group)
    came = Attendance(id=an_id(), meeting_id=meeting.id, agency_id=agency.id)
    wanted = Support(
        id=an_id(), group_id=group.id, agency_id=agency.id, kind=SupportKind.MONEY, asked_on=date(2008, 5, 1)
    )
    hours = {"unit": "hours", "count_basis": CountBasis.HOURS, "level": ResultLevel.ACTIVITY}
    maker.keep(group, people, claim, shared, replace(shared, id=an_id(), group_id=maker.group.id), settled)
    maker.keep(meeting, came, wanted, a_result(group, 40, name="Hours at the gate", **hours))
    maker.keep(a_result(group, name="A shared plan", aggregation=Aggregation.NONE))
    return group
