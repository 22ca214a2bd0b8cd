"""What must hold of seats, roles and readings of power."""

from datetime import date
from itertools import count
from typing import Any

import pytest

from tests.builders import an_id
from tests.models.people_office import (
    GROUP,
    HOUSING,
    OFFICER,
    OTHER,
    POLICE,
    TENANCY,
    TODAY,
    a_role,
    a_seat,
    people_office,
)
from tracker.models.people_invariants import (
    PEOPLE_INVARIANTS,
    one_agency_at_once,
    readings_of_who_is_there,
    roles_within_seats,
)
from tracker.models.records import Reading, Record
from tracker.models.records.reading import Question
from tracker.models.snapshot import snapshot_of
from tracker.places import resources
from tracker.store.sample import read_sample

MARCH, APRIL = date(2008, 3, 31), date(2008, 4, 1)


def test_nobody_sits_for_two_agencies_at_once_in_whatever_groups() -> None:
    seats = (a_seat(OFFICER, to_on=APRIL), a_seat(OFFICER, OTHER, agency_id=HOUSING.id, from_on=APRIL))
    (sentence,) = one_agency_at_once(people_office(*seats))
    assert sentence.startswith("Youth officer would sit for Police (ICM) and for Housing (SEMO) on 1 Apr 2008:")


def test_one_agency_after_the_other_is_allowed() -> None:
    seats = (a_seat(OFFICER, to_on=MARCH), a_seat(OFFICER, agency_id=HOUSING.id, from_on=APRIL))
    assert list(one_agency_at_once(people_office(*seats))) == []


def roles(*records: Record) -> list[str]:
    return list(roles_within_seats(people_office(*records)))


def test_a_role_begins_inside_a_seat() -> None:
    assert "has no seat in the group on 1 Feb 2007" in roles(a_role(OFFICER), a_seat(OFFICER, from_on=APRIL))[0]
    assert "has no seat" in roles(a_role(OFFICER), a_seat(OFFICER, OTHER))[0]


@pytest.mark.parametrize(("to_on", "words"), [(None, "without an end"), (TODAY, "until 30 Jun 2008")])
def test_a_role_ends_with_the_seat_at_the_latest(to_on: date | None, words: str) -> None:
    (sentence,) = roles(a_role(OFFICER, to_on=to_on), a_seat(OFFICER, to_on=MARCH))
    assert f"leaves the group on 31 Mar 2008, and the role of chair goes on {words}" in sentence


def test_a_role_goes_on_through_seats_that_follow_each_other() -> None:
    seats = (a_seat(OFFICER, to_on=MARCH), a_seat(OFFICER, from_on=APRIL, agency_id=HOUSING.id))
    assert roles(a_role(OFFICER), *seats) == []


def a_reading(**fields: Any) -> Reading:
    defaults = {"id": an_id(), "group_id": GROUP.id, "on": TODAY, "agency_id": POLICE.id, "question": Question.GIVES}
    return Reading(**defaults | {"points": ((POLICE.id, 100), (HOUSING.id, 0))} | fields)


def readings(*records: Record) -> list[str]:
    return list(readings_of_who_is_there(people_office(a_seat(OFFICER), *records)))


def test_a_rater_sits_in_the_group_on_that_day() -> None:
    assert (
        "Housing read the balance of ICM on 30 Jun 2008 without a seat"
        in readings(a_reading(agency_id=HOUSING.id, points=((POLICE.id, 100),)))[0]
    )
    assert readings(a_reading(agency_id=HOUSING.id), a_seat(TENANCY)) == []


def test_points_go_to_agencies_at_the_table() -> None:
    outside = a_reading(points=((POLICE.id, 60), (HOUSING.id, 40)))
    assert "Housing was given 40 of 100 points in ICM on 30 Jun 2008" in readings(outside)[0]
    assert "Housing" in readings(outside, a_seat(TENANCY, to_on=MARCH))[0]
    assert readings(outside, a_seat(TENANCY)) == []


def test_no_points_for_somebody_who_is_not_there_say_nothing() -> None:
    assert readings(a_reading()) == []


def test_nobody_in_the_sample_breaks_what_must_hold_of_seats_and_roles() -> None:
    numbers = count()
    snapshot = snapshot_of(TODAY, read_sample(resources() / "sample", lambda: f"{next(numbers):06}"))
    found = [one for kinds, invariant in PEOPLE_INVARIANTS if Reading not in kinds for one in invariant(snapshot)]
    assert found == []
