"""Records for tests, everything defaulted: a test names only the one fact that it is about."""

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from tracker.models.identity import mint
from tracker.models.records import (
    Agency,
    Evidence,
    Framework,
    Group,
    Line,
    Mapping,
    Meeting,
    Membership,
    OfficeDetails,
    Person,
    Result,
    StageJudgement,
)
from tracker.models.records.accountability import FrameworkKind, GroupType, MappingState, MappingType, ShareBasis
from tracker.models.records.agency import Sector
from tracker.models.records.result import Aggregation, CountBasis, EvidenceKind, Grade, ResultLevel, ResultState
from tracker.models.records.stage import Stage

_numbers = count(1)


def an_id() -> str:
    """A new id; within a run each is later than the one before."""
    number = next(_numbers)
    return mint(1_200_000_000_000 + number, number)


def an_office(**fields: Any) -> OfficeDetails:
    return OfficeDetails(**{"id": an_id(), "name": "Papakura office", "code": "AKL", "region": "Auckland"} | fields)


def an_agency(code: str = "EDU", **fields: Any) -> Agency:
    names = {"EDU": "Ministry of Education", "POL": "New Zealand Police", "OT": "Oranga Tamariki"}
    defaults = {"id": an_id(), "name": names.get(code, f"Agency {code}"), "code": code}
    return Agency(**defaults | {"sector": Sector.CENTRAL_GOVERNMENT} | fields)


def a_group(**fields: Any) -> Group:
    defaults = {"id": an_id(), "name": "Case Management, Papakura", "code": "ICM", "place": "Papakura"}
    return Group(**defaults | {"started_on": date(2007, 2, 1)} | fields)


def a_person(agency: Agency, **fields: Any) -> Person:
    return Person(
        **{"id": an_id(), "name": "Aroha Example", "post": "Service manager", "agency_id": agency.id} | fields
    )


def a_member(group: Group, agency: Agency, **fields: Any) -> Membership:
    defaults = {"id": an_id(), "group_id": group.id, "agency_id": agency.id, "from_on": date(2007, 2, 1)}
    return Membership(**defaults | fields)


def a_meeting(group: Group, **fields: Any) -> Meeting:
    return Meeting(**{"id": an_id(), "group_id": group.id, "on": date(2008, 5, 6), "place": "Papakura"} | fields)


def a_stage(group: Group, stage: Stage | None = Stage.FORMING, **fields: Any) -> StageJudgement:
    defaults = {"id": an_id(), "group_id": group.id, "on": date(2007, 3, 1), "stage": stage}
    return StageJudgement(**defaults | {"why": "Everybody is new here.", "judged_by": "The group"} | fields)


def a_result(group: Group, value: int | str | None = None, **fields: Any) -> Result:
    """A story, or with a value a number of people that adds up."""
    numbers: dict[str, Any] = {}
    if value is not None:
        numbers = {"value": Decimal(value), "unit": "people", "aggregation": Aggregation.SUM}
        numbers |= {"count_basis": CountBasis.PEOPLE}
    defaults = {"id": an_id(), "group_id": group.id, "name": "Tamariki back at school", "on": date(2008, 5, 20)}
    states = {"level": ResultLevel.CLIENT_RESULT, "state": ResultState.CONFIRMED}
    return Result(**defaults | states | numbers | fields)


def a_framework(**fields: Any) -> Framework:
    defaults = {"id": an_id(), "name": "Estimates 2007/08", "kind": FrameworkKind.ESTIMATES, "vintage": "Illustrative"}
    return Framework(**defaults | {"period_from": date(2007, 7, 1), "period_to": date(2008, 6, 30)} | fields)


def a_line(framework: Framework, code: str = "11768", **fields: Any) -> Line:
    defaults = {"id": an_id(), "framework_id": framework.id, "code": code, "parent_code": code, "vote": "Education"}
    names = {"name": f"Appropriation {code}", "administering_agency": "Ministry of Education", "year_end": 2008}
    rest = {"line_key": f"Ministry of Education|{code}|2008|Main Estimates", "group_type": GroupType.SINGLE}
    return Line(**defaults | names | rest | {"amount_type": "Main Estimates"} | fields)


def a_mapping(result: Result, agency: Agency, share_bp: int | None = None, **fields: Any) -> Mapping:
    """A claim that the group has agreed, with a share or without."""
    basis = ShareBasis.NONE if share_bp is None else ShareBasis.AGREED
    defaults = {"id": an_id(), "result_id": result.id, "agency_id": agency.id, "share_bp": share_bp}
    rest = {"share_basis": basis, "type": MappingType.CO_DELIVERED, "state": MappingState.GROUP_AGREED}
    return Mapping(**defaults | rest | {"narrative": "Worked with the schools each week."} | fields)


def some_evidence(result: Result, **fields: Any) -> Evidence:
    defaults = {"id": an_id(), "result_id": result.id, "kind": EvidenceKind.DATA, "name": "Attendance register"}
    return Evidence(**defaults | {"reference": "School file 12", "on": date(2008, 6, 1), "grade": Grade.A} | fields)
