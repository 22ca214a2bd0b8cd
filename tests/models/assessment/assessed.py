"""Rounds of self-assessment for tests: agencies, and answers by stage."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.builders import a_group, a_member, an_agency, an_id
from tracker.models.guidance.signs import SIGNS
from tracker.models.records import Assessment, Rating, Record
from tracker.models.records.agency import Sector
from tracker.models.records.stage import Stage
from tracker.models.snapshot import Snapshot, snapshot_of

TODAY = date(2008, 6, 30)
GROUP = a_group()
CODES = ("EDU", "POL", "OT", "MSD", "MOH")
AGENCIES = {code: an_agency(code, sector=Sector.CENTRAL_GOVERNMENT) for code in CODES}
SEATS = [a_member(GROUP, agency) for agency in AGENCIES.values()]
AT_THE_TABLE: list[Record] = [GROUP, *AGENCIES.values(), *SEATS]

Answered = Mapping[str, int | None]


def a_round(**fields: Any) -> Assessment:
    """A round of 1 May 2008 that asked all five agencies."""
    defaults = {"id": an_id(), "group_id": GROUP.id, "on": date(2008, 5, 1)}
    return Assessment(**defaults | {"asked_ids": tuple(agency.id for agency in AGENCIES.values())} | fields)


def signs_at(failing: int = 0, **scores: int | None) -> dict[str, int | None]:
    """The same answer to each sign of a stage: `signs_at(forming=1, flying=3)`; those not named are 0."""
    said = {stage.value: 0 for stage in Stage} | {"failing": failing} | scores
    return {sign.key: said[sign.stage.value] for sign in SIGNS}


def rated(assessment: Assessment, code: str, answers: Answered, mark: str = "A", **fields: Any) -> Rating:
    """What one rater of an agency answered."""
    given = tuple(sorted(answers.items()))
    named = {"id": an_id(), "assessment_id": assessment.id, "agency_id": AGENCIES[code].id, "rater": mark}
    return Rating(**named | {"answers": given} | fields)


def seen(*records: Record, today: date = TODAY) -> Snapshot:
    """The group with its five agencies at the table, and what else there is."""
    return snapshot_of(today, [*AT_THE_TABLE, *records])
