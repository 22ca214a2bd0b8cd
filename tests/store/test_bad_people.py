"""What cannot be of people, power and contributions is refused with a sentence, and nothing of the step is kept."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.builders import a_group, a_member, a_person, an_agency, an_id
from tracker.models.figures.balance import balance
from tracker.models.mistake import Mistake
from tracker.models.records import Contribution, Membership, Reading, Record, Role
from tracker.models.records.contribution import Resource
from tracker.models.records.membership import RoleName
from tracker.models.records.reading import Question
from tracker.store.office import Office

TODAY = date(2008, 6, 30)
GROUP, OTHER = a_group(), a_group(name="Schooling", code="SEMO")
POLICE, HOUSING = an_agency("POL", short_name="Police"), an_agency("HNZ", short_name="Housing")
OFFICER = a_person(POLICE, name="Youth officer")
SEAT = a_member(GROUP, POLICE, person_id=OFFICER.id, to_on=date(2008, 3, 31))


@pytest.fixture
def seated(office: Office) -> Office:
    """Police sit there to the end of March with a person, and go on without one; Housing has no seat."""
    with office.step("make ready"):
        office.save(GROUP, OTHER, POLICE, HOUSING, OFFICER, SEAT, a_member(GROUP, POLICE))
    return office


def a_reading(**fields: Any) -> Reading:
    defaults = {"id": an_id(), "group_id": GROUP.id, "on": TODAY, "agency_id": POLICE.id, "question": Question.GIVES}
    return Reading(**defaults | {"points": ((POLICE.id, 100),)} | fields)


def a_contribution(**fields: Any) -> Contribution:
    defaults = {"id": an_id(), "group_id": GROUP.id, "agency_id": POLICE.id, "kind": Resource.MONEY}
    return Contribution(**defaults | {"delivered_on": date(2008, 5, 1)} | fields)


def a_chair(from_on: date, to_on: date | None) -> Role:
    return Role(id=an_id(), group_id=GROUP.id, person_id=OFFICER.id, name=RoleName.CHAIR, from_on=from_on, to_on=to_on)


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (a_reading(points=((POLICE.id, 99),)), "The points add up to 99: share out exactly 100."),
        (a_reading(points=((POLICE.id, 120), (HOUSING.id, -20))), "Points"),
        (a_reading(agency_id=HOUSING.id), "Housing read the balance of Case Management, Papakura on 30 Jun 2008"),
        (a_reading(points=((POLICE.id, 60), (HOUSING.id, 40))), "Housing was given 40 of 100 points"),
        (a_contribution(value_nzd=Decimal(-1)), "Value"),
        (a_contribution(quantity=Decimal(-5), unit="hours"), "Quantity"),
        (a_contribution(value_nzd=Decimal("1e40")), "Value"),
        (a_contribution(value_nzd=Decimal("NaN")), "Value"),
        (a_contribution(delivered_on=None), "Say when it was promised or delivered."),
        (a_member(OTHER, HOUSING, person_id=OFFICER.id), "Youth officer would sit for Police"),
        (a_chair(date(2008, 4, 1), None), "has no seat in the group on 1 Apr 2008"),
        (a_chair(date(2008, 2, 1), None), "leaves the group on 31 Mar 2008"),
        (a_chair(date(2008, 2, 1), date(2008, 4, 30)), "goes on until 30 Apr 2008"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_what_cannot_be_is_refused(seated: Office, record: Record, sentence: str) -> None:
    with pytest.raises(Mistake) as refused, seated.step("try it"):
        seated.save(record)
    assert sentence in refused.value.sentence
    assert seated.snapshot().find(type(record), record.id) is None


def test_a_contribution_without_a_value_is_kept_and_counts_in_its_own_unit_alone(seated: Office) -> None:
    with seated.step("give"):
        seated.save(a_contribution(kind=Resource.STAFF_TIME, quantity=Decimal(12), unit="hours"))
    (row,) = balance(seated.snapshot(), GROUP.id).resources.delivered
    assert (row.kind, row.unit, row.amounts) == (Resource.STAFF_TIME, "hours", {POLICE.id: Decimal(12)})


def test_an_agency_may_be_followed_by_another_on_the_day_after(seated: Office) -> None:
    with seated.step("change sides"):
        seated.save(a_member(OTHER, HOUSING, person_id=OFFICER.id, from_on=date(2008, 4, 1)))
    assert len(seated.snapshot().of(Membership, person_id=OFFICER.id)) == 2
