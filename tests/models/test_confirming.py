"""What nobody has confirmed for half a year is listed, and can be confirmed."""

from dataclasses import replace
from datetime import date

import pytest

from tests.models.people_office import (
    GROUP,
    OFFICER,
    OTHER,
    POLICE,
    SERGEANT,
    START,
    TENANCY,
    TODAY,
    a_role,
    a_seat,
    people_office,
)
from tracker.models.confirming import confirmed, half_a_year_before, unconfirmed, unconfirmed_of_agency
from tracker.models.mistake import Mistake
from tracker.models.records import Record
from tracker.models.snapshot import snapshot_of

HALF = date(2007, 12, 30)
FRESH = date(2007, 12, 31)


def listed(*records: Record, on: date = TODAY) -> list[str]:
    return [one.what for one in unconfirmed(people_office(*records), on)]


def test_seats_and_roles_older_than_six_months_are_listed_the_oldest_first() -> None:
    assert listed(a_role(OFFICER, from_on=date(2007, 3, 1)), a_seat(OFFICER)) == ["Seat for Police", "Chair"]


def test_six_months_to_the_day_are_listed_and_a_day_less_is_not() -> None:
    assert listed(a_seat(OFFICER, from_on=HALF)) == ["Seat for Police"]
    assert listed(a_seat(OFFICER, from_on=FRESH), a_seat(SERGEANT, confirmed_on=FRESH)) == []


def test_what_has_ended_or_is_in_a_closed_group_is_not_asked_for() -> None:
    closed = replace(GROUP, closed_on=TODAY, closed_because="Done")
    assert listed(a_seat(OFFICER, to_on=HALF)) == []
    assert unconfirmed(snapshot_of(TODAY, [closed, OFFICER, a_seat(OFFICER)])) == ()


def test_it_says_when_it_was_last_confirmed_or_that_it_never_was() -> None:
    never, once = a_seat(OFFICER), a_seat(SERGEANT, confirmed_on=date(2007, 11, 12))
    found = [one.words for one in unconfirmed(people_office(never, once))]
    assert found == ["Never confirmed, since 1 Feb 2007", "Last confirmed 12 Nov 2007, 231 days ago"]


def test_one_group_or_one_person_can_be_asked_for() -> None:
    snapshot = people_office(a_seat(OFFICER), a_seat(SERGEANT, OTHER))
    assert [one.group for one in unconfirmed(snapshot, group_id=OTHER.id)] == ["SEMO"]
    assert [one.who for one in unconfirmed(snapshot, person_id=OFFICER.id)] == ["Youth officer"]


def test_an_agency_has_its_seats_and_the_roles_of_those_who_sit_for_it() -> None:
    snapshot = people_office(a_seat(OFFICER), a_role(OFFICER), a_seat(TENANCY), a_role(TENANCY))
    found = [(one.who, one.what) for one in unconfirmed_of_agency(snapshot, POLICE.id)]
    assert found == [("Youth officer", "Seat for Police"), ("Youth officer", "Chair")]


def test_what_is_confirmed_is_not_listed_any_more() -> None:
    seat, role = a_seat(OFFICER), a_role(OFFICER)
    assert listed(confirmed(seat, TODAY), confirmed(role, TODAY)) == []
    assert confirmed(role, TODAY) == replace(role, confirmed_on=TODAY)


@pytest.mark.parametrize("day", [date(2007, 1, 31), date(2008, 7, 1)])
def test_what_does_not_hold_on_a_day_is_not_confirmed_for_it(day: date) -> None:
    with pytest.raises(Mistake, match="does not hold"):
        confirmed(a_seat(OFFICER, to_on=TODAY), day)


def test_a_later_confirmation_is_not_taken_back() -> None:
    with pytest.raises(Mistake, match="was confirmed on 30 Jun 2008 already"):
        confirmed(a_seat(OFFICER, confirmed_on=TODAY), START)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2008, 8, 31), date(2008, 2, 29)),
        (date(2007, 8, 30), date(2007, 2, 28)),
        (date(2008, 1, 15), date(2007, 7, 15)),
        (date(2008, 6, 30), date(2007, 12, 30)),
    ],
)
def test_half_a_year_is_six_months_by_the_calendar(day: date, before: date) -> None:
    assert half_a_year_before(day) == before
