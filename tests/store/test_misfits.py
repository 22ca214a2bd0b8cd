"""What was amiss before a step does not stand in its way; what the step itself would break does."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import a_group, a_member, a_person, an_agency
from tracker.models.mistake import Mistake
from tracker.models.records import Membership, Role
from tracker.models.records.membership import RoleName
from tracker.store.office import Office

GROUP, POLICE, HOUSING = a_group(), an_agency("POL"), an_agency("HNZ")
OFFICER, SERGEANT = a_person(POLICE), a_person(POLICE)
MARCH = date(2008, 3, 31)


def a_chair(identity: str, person_id: str) -> Role:
    return Role(id=identity, group_id=GROUP.id, person_id=person_id, name=RoleName.CHAIR, from_on=date(2007, 2, 1))


@pytest.fixture
def chairs(office: Office, monkeypatch: pytest.MonkeyPatch) -> tuple[Role, Role]:
    """Two chairs who stayed on after they had left, from a version that did not mind."""
    seats = [a_member(GROUP, POLICE, person_id=who.id, to_on=MARCH) for who in (OFFICER, SERGEANT)]
    left = (a_chair("first", OFFICER.id), a_chair("second", SERGEANT.id))
    with monkeypatch.context() as careless, office.step("an older version"):
        careless.setattr(office, "_refuse_misfits", lambda: None)
        office.save(GROUP, POLICE, HOUSING, OFFICER, SERGEANT, *seats, *left)
    return left


def test_what_is_amiss_is_put_right_one_thing_at_a_time(office: Office, chairs: tuple[Role, Role]) -> None:
    with office.step("end the first"):
        office.save(replace(chairs[0], to_on=MARCH))
    assert len(office.findings()) == 1
    with office.step("end the second"):
        office.save(replace(chairs[1], to_on=MARCH))
    assert office.findings() == []


def test_other_seats_can_be_changed_meanwhile(office: Office, chairs: tuple[Role, Role]) -> None:
    with office.step("a new seat"):
        office.save(a_member(GROUP, HOUSING))
    assert len(office.snapshot().of(Membership)) == 3


def test_what_the_step_breaks_is_refused_all_the_same(office: Office, chairs: tuple[Role, Role]) -> None:
    again = replace(chairs[0], id="third", from_on=date(2008, 4, 1))
    with pytest.raises(Mistake, match="has no seat in the group on 1 Apr 2008"), office.step("a role too many"):
        office.save(again)
