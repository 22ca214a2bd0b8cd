"""A small table for tests about people: three agencies, their people, seats and roles; and a change applied to it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from tests.builders import a_group, a_member, a_person, an_agency, an_id
from tracker.models.invariants import all_broken
from tracker.models.people_invariants import PEOPLE_INVARIANTS
from tracker.models.records import KINDS, Group, Membership, Person, Record, Role
from tracker.models.records.membership import RoleName
from tracker.models.records.person import Level
from tracker.models.snapshot import Snapshot, snapshot_of

TODAY, START = date(2008, 6, 30), date(2007, 2, 1)
GROUP, OTHER = a_group(short_name="ICM"), a_group(name="Schooling in Māngere", short_name="SEMO", code="SEMO")
POLICE = an_agency("POL", short_name="Police")
HOUSING = an_agency("HNZ", short_name="Housing")
WHANAU = an_agency("WH", name="Whānau", has_levels=False)
OFFICER = a_person(POLICE, name="Youth officer", level=Level.FRONT_LINE)
SERGEANT = a_person(POLICE, name="Sergeant", level=Level.LINE_MANAGER)
COMMANDER = a_person(POLICE, name="Area commander", level=Level.SENIOR)
TENANCY = a_person(HOUSING, name="Tenancy manager", level=Level.FRONT_LINE)
AUNTY = a_person(WHANAU, name="Aunty")
KNOWN = (GROUP, OTHER, POLICE, HOUSING, WHANAU, OFFICER, SERGEANT, COMMANDER, TENANCY, AUNTY)


def people_office(*records: Record) -> Snapshot:
    return snapshot_of(TODAY, [*KNOWN, *records])


def a_seat(person: Person, group: Group = GROUP, **fields: Any) -> Membership:
    defaults = {"agency_id": person.agency_id, "person_id": person.id, "from_on": START}
    return a_member(group, POLICE, **defaults | fields)


def a_role(person: Person, name: RoleName = RoleName.CHAIR, **fields: Any) -> Role:
    defaults = {"id": an_id(), "group_id": GROUP.id, "person_id": person.id, "name": name, "from_on": START}
    return Role(**defaults | fields)


def after(snapshot: Snapshot, saves: Iterable[Record], removes: Iterable[Record] = ()) -> Snapshot:
    """The office with a change applied; each record saved is sound."""
    kept = {record.id: record for kind in KINDS for record in snapshot.of(kind)}
    for record in saves:
        assert record.problems() == []
        kept[record.id] = record
    for record in removes:
        del kept[record.id]
    return snapshot_of(snapshot.today, kept.values())


def misfits(snapshot: Snapshot) -> list[str]:
    """What does not hold of all that must hold."""
    return [*all_broken(snapshot), *(one for _, invariant in PEOPLE_INVARIANTS for one in invariant(snapshot))]
