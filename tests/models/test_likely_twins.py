"""Who may have been typed twice."""

import pytest

from tests.builders import a_person, an_agency
from tests.models.people_office import OFFICER, POLICE, a_seat, people_office
from tracker.models.likely_twins import likely_twins


@pytest.mark.parametrize(
    "name",
    ["youth  OFFICER", "Yoūth officer", "Officer, Youth", "Youth oficer", "Youth officer (second)", "Youth officr"],
)
def test_a_name_that_reads_alike_is_the_first(name: str) -> None:
    twin = a_person(POLICE, name=name)
    first = likely_twins(people_office(twin), OFFICER)[0]
    assert (first.record, first.likely) == (twin, True)


def test_the_others_follow_by_name_and_are_not_likely() -> None:
    found = likely_twins(people_office(), OFFICER)
    assert [twin.record.name for twin in found] == ["Area commander", "Aunty", "Sergeant", "Tenancy manager"]
    assert not any(twin.likely for twin in found)


def test_the_same_e_mail_address_is_the_same_person() -> None:
    one = a_person(POLICE, name="M Tāwhai", email="Mere@example.nz")
    other = a_person(POLICE, name="Mere", email="mere@example.nz")
    first = likely_twins(people_office(one, other), one)[0]
    assert (first.record, first.why) == (other, "the same e-mail address")


def test_an_agency_s_short_name_and_its_name_in_te_reo_count() -> None:
    other = an_agency("NZP", name="Ngā Pirihimana", short_name="police")
    first = likely_twins(people_office(other), POLICE)[0]
    assert (first.record, first.why, first.about) == (other, "the same name", "police · NZP · 0 seats")


def test_what_tells_them_apart_is_the_post_the_agency_and_the_seats() -> None:
    twin = a_person(POLICE, name="Youth officer", post="Constable")
    snapshot = people_office(a_seat(twin), twin)
    assert likely_twins(snapshot, OFFICER)[0].about == "Constable · Police · 1 seat"


def test_one_alone_has_no_twin() -> None:
    snapshot = people_office()
    assert all(twin.record.id != OFFICER.id for twin in likely_twins(snapshot, OFFICER))
