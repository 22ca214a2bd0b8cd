"""A group with something of everything that ending it touches, for tests of winding up."""

from datetime import date
from typing import Any

from tests.builders import a_group, a_meeting, a_member, a_person, a_result, an_agency, an_id
from tracker.models.records import Ball, Commitment, Lesson, PlannedMeeting, Record, Role, WindingUp
from tracker.models.records.membership import RoleName
from tracker.models.records.planned_meeting import Repeat
from tracker.models.snapshot import Snapshot, snapshot_of

TODAY, DECIDED, LAST = date(2008, 6, 30), date(2008, 6, 2), date(2008, 6, 20)
GROUP = a_group(short_name="ICM", next_meeting_on=date(2008, 7, 8))
POLICE, HOUSING = an_agency("POL", short_name="Police"), an_agency("HNZ", short_name="Housing")
MERE, ANA = a_person(POLICE, name="Mere Example"), a_person(HOUSING, name="Ana Example")
SEAT = a_member(GROUP, POLICE, person_id=MERE.id)
LEFT = a_member(GROUP, HOUSING, person_id=ANA.id, to_on=date(2008, 1, 31))
CHAIR = Role(id=an_id(), group_id=GROUP.id, person_id=MERE.id, name=RoleName.CHAIR, from_on=date(2007, 2, 1))
VAN = Commitment(
    id=an_id(),
    group_id=GROUP.id,
    text="A van on Mondays",
    agency_id=POLICE.id,
    made_on=date(2008, 5, 1),
    due=date(2008, 6, 9),
    outcome_note="Asked twice",
)
HALL = Commitment(id=an_id(), group_id=GROUP.id, text="Book the hall", made_on=date(2008, 5, 6), due=date(2008, 7, 9))
KEPT = Commitment(
    id=an_id(), group_id=GROUP.id, text="Ring the school", made_on=date(2008, 5, 1), kept_on=date(2008, 5, 9)
)
BALL = Ball(id=an_id(), group_id=GROUP.id, issue="Who rings the school", opened_on=date(2008, 3, 3))
LESSON = Lesson(id=an_id(), group_id=GROUP.id, text="Ask the whānau first", on=date(2008, 4, 4))
WON = a_result(GROUP, on=date(2008, 5, 20))
PLAN = PlannedMeeting(id=an_id(), group_id=GROUP.id, on=date(2008, 1, 8), repeats=Repeat.MONTHLY)
MET = a_meeting(GROUP, on=date(2008, 6, 10))
RECORDS: tuple[Record, ...] = (
    *(GROUP, POLICE, HOUSING, MERE, ANA, SEAT, LEFT, CHAIR, VAN, HALL, KEPT, BALL, LESSON, WON, PLAN, MET),
)


def a_winding(**fields: Any) -> WindingUp:
    defaults = {"id": an_id(), "group_id": GROUP.id, "decided_on": DECIDED, "why": "The work is done."}
    return WindingUp(**defaults | fields)


def office(*records: Record) -> Snapshot:
    """The group and what is given; of two with the same id the later holds."""
    kept = {record.id: record for record in (*RECORDS, *records)}
    return snapshot_of(TODAY, list(kept.values()))
