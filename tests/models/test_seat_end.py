"""The end of a seat: roles end with it, and only with it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import a_member
from tests.models.people_office import (
    GROUP,
    OFFICER,
    OTHER,
    POLICE,
    SERGEANT,
    START,
    TODAY,
    a_role,
    a_seat,
    after,
    misfits,
    people_office,
)
from tracker.models.mistake import Mistake
from tracker.models.records import Membership, Role
from tracker.models.records.membership import RoleName
from tracker.models.seat_end import roles_that_end, seat_ended

SEAT, CHAIR = a_seat(OFFICER), a_role(OFFICER)


def test_the_seat_and_its_roles_end_on_the_day_and_everything_holds() -> None:
    snapshot = people_office(SEAT, CHAIR)
    found = after(snapshot, seat_ended(snapshot, SEAT, TODAY))
    assert (found.one(Membership, SEAT.id).to_on, found.one(Role, CHAIR.id).to_on) == (TODAY, TODAY)
    assert misfits(found) == []


def test_a_role_that_ended_before_and_one_elsewhere_stay_as_they_are() -> None:
    past = a_role(OFFICER, to_on=date(2008, 1, 31))
    elsewhere = a_role(OFFICER, group_id=OTHER.id)
    snapshot = people_office(SEAT, a_seat(OFFICER, OTHER), past, elsewhere)
    assert seat_ended(snapshot, SEAT, TODAY) == (replace(SEAT, to_on=TODAY),)


def test_roles_go_on_with_another_seat_that_follows() -> None:
    following = a_seat(OFFICER, from_on=TODAY + timedelta(days=1))
    snapshot = people_office(SEAT, following, CHAIR)
    assert roles_that_end(snapshot, SEAT, TODAY) == ()


def test_a_role_says_whether_it_stands_empty_then() -> None:
    fellow = RoleName.FELLOW_TRAVELLER
    snapshot = people_office(SEAT, a_seat(SERGEANT), CHAIR, a_role(OFFICER, fellow), a_role(SERGEANT, fellow))
    words = [end.words for end in roles_that_end(snapshot, SEAT, TODAY)]
    assert sorted(words) == ["Chair (nobody else holds it)", "Fellow-traveller"]


def test_an_agency_s_own_seat_has_no_roles() -> None:
    seat = a_member(GROUP, POLICE)
    assert seat_ended(people_office(seat, SEAT, CHAIR), seat, TODAY) == (replace(seat, to_on=TODAY),)


def test_a_day_before_the_seat_is_refused() -> None:
    with pytest.raises(Mistake, match="The seat begins on 1 Feb 2007"):
        seat_ended(people_office(SEAT), SEAT, START - timedelta(days=1))


def test_a_role_that_begins_after_the_day_is_named() -> None:
    snapshot = people_office(SEAT, a_role(OFFICER, from_on=date(2008, 5, 1)))
    with pytest.raises(Mistake, match="takes on the role of chair in ICM on 1 May 2008, after that"):
        seat_ended(snapshot, SEAT, date(2008, 4, 1))
