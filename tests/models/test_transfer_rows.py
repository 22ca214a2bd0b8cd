"""What can be handed on, to whom, and what is proposed."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.builders import a_person, an_id
from tests.models.people_office import (
    GROUP,
    HOUSING,
    OFFICER,
    OTHER,
    POLICE,
    SERGEANT,
    TENANCY,
    a_role,
    a_seat,
    people_office,
)
from tracker.models.records import Commitment, Record
from tracker.models.records.membership import RoleName
from tracker.models.snapshot import Snapshot
from tracker.models.transfer import Transfer, all_to, transferred
from tracker.models.transfer_rows import (
    AGENCY,
    HandRow,
    agency_that_would_change,
    groups_of,
    successors,
    transfer_rows,
    who_can_leave,
)

LAST = date(2008, 6, 20)
SEAT, CHAIR = a_seat(OFFICER), a_role(OFFICER)
PROMISE = Commitment(
    id=an_id(),
    group_id=GROUP.id,
    agency_id=POLICE.id,
    person_id=OFFICER.id,
    text="A van on Mondays",
    made_on=date(2008, 5, 1),
    due=date(2008, 7, 9),
)


def transfer(**choice: Any) -> Transfer:
    return Transfer(**{"person_id": OFFICER.id, "on": LAST, "successor_id": SERGEANT.id} | choice)


def rows(*records: Record, **choice: Any) -> tuple[HandRow, ...]:
    return transfer_rows(people_office(SEAT, *records), transfer(**choice))


def proposed(snapshot: Snapshot, choice: Transfer) -> Transfer:
    found = transfer_rows(snapshot, choice)
    pairs = {row.id: row.proposed for row in found if row.proposed is not None}
    roles = tuple((key, taker) for key, taker in pairs.items() if key == CHAIR.id)
    return replace(choice, roles=roles, promises=tuple(pair for pair in pairs.items() if pair not in roles))


def test_roles_come_first_and_all_are_proposed_to_the_successor() -> None:
    found = rows(CHAIR, PROMISE)
    assert [(row.what, row.proposed) for row in found] == [("Chair", SERGEANT.id), ("A van on Mondays", SERGEANT.id)]
    assert found[1].note == "Promise · ICM · due 9 Jul 2008"


def test_what_is_proposed_is_what_passes_all_to_a_colleague() -> None:
    snapshot = people_office(SEAT, CHAIR, PROMISE)
    assert proposed(snapshot, transfer()) == all_to(snapshot, transfer())


def test_every_taker_that_is_offered_can_take_it() -> None:
    snapshot = people_office(SEAT, CHAIR, PROMISE, a_seat(TENANCY))
    for row in transfer_rows(snapshot, transfer()):
        for taker, _ in row.takers:
            kind = "roles" if row.id == CHAIR.id else "promises"
            assert transferred(snapshot, transfer(**{kind: ((row.id, taker),)}), an_id)


def test_a_promise_can_be_left_to_the_agency_and_a_role_to_anybody_at_the_table() -> None:
    role, promise = rows(CHAIR, PROMISE, a_seat(TENANCY))
    assert [words for _, words in role.takers] == ["Sergeant · Police", "Tenancy manager · Housing"]
    assert [words for _, words in promise.takers] == ["Sergeant · Police", "Police, nobody named"]


def test_without_a_successor_the_agency_keeps_promises_and_roles_end() -> None:
    role, promise = rows(CHAIR, PROMISE, successor_id="")
    assert (role.proposed, role.to(None)) == (None, "ends: nobody holds it")
    assert (promise.proposed, promise.to(None)) == (AGENCY, "stays with Youth officer")


def test_another_agency_takes_promises_only_if_the_seat_passes_to_it() -> None:
    (promise,) = rows(PROMISE, successor_id=TENANCY.id)
    assert promise.proposed == AGENCY
    (promise,) = rows(PROMISE, successor_id=TENANCY.id, across=True)
    assert promise.to(promise.proposed) == "Tenancy manager · Housing"


def test_in_a_group_without_a_seat_nothing_is_proposed() -> None:
    (promise,) = rows(replace(PROMISE, group_id=OTHER.id))
    assert promise.proposed is None


def test_only_the_groups_of_the_transfer_are_listed() -> None:
    elsewhere = (a_seat(OFFICER, OTHER), a_role(OFFICER, RoleName.KEY_CONTACT, group_id=OTHER.id))
    assert [row.what for row in rows(CHAIR, *elsewhere, group_ids=(GROUP.id,))] == ["Chair"]


def test_people_of_the_same_agency_are_offered_first() -> None:
    snapshot = people_office(SEAT, a_person(HOUSING, name="Aardvark"))
    names = [person.name for person, _ in successors(snapshot, transfer())]
    assert names[:3] == ["Area commander", "Sergeant", "Aardvark"]
    assert OFFICER.name not in names


def test_another_agency_s_successor_asks_whether_the_seat_passes() -> None:
    snapshot = people_office(SEAT)
    assert agency_that_would_change(snapshot, transfer()) == ""
    assert agency_that_would_change(snapshot, transfer(successor_id=TENANCY.id)) == "Housing"
    assert agency_that_would_change(snapshot, transfer(successor_id="")) == ""


def test_who_left_cannot_leave_again() -> None:
    snapshot = people_office(SEAT, a_seat(SERGEANT, to_on=LAST), a_seat(TENANCY, OTHER))
    assert who_can_leave(snapshot, GROUP.id) == (OFFICER,)
    assert groups_of(snapshot, TENANCY.id) == (OTHER,)
    assert groups_of(snapshot, SERGEANT.id) == ()
