"""The days of seats: end to end they are one stay."""

from datetime import date

from tests.models.people_office import OFFICER, a_role, a_seat, people_office
from tracker.models.seat_days import Stay, held_until, overlap, stays

MAY, JUNE = date(2008, 5, 1), date(2008, 6, 1)
END_OF_MAY = date(2008, 5, 31)


def test_seats_that_follow_each_other_at_once_are_one_stay() -> None:
    seats = [a_seat(OFFICER, from_on=JUNE), a_seat(OFFICER, from_on=MAY, to_on=END_OF_MAY)]
    assert stays(seats) == (Stay(MAY, date.max),)


def test_a_day_between_two_seats_makes_two_stays() -> None:
    seats = [a_seat(OFFICER, from_on=MAY, to_on=date(2008, 5, 30)), a_seat(OFFICER, from_on=JUNE)]
    assert len(stays(seats)) == 2


def test_the_last_day_counts_when_two_seats_are_held_against_each_other() -> None:
    first = a_seat(OFFICER, from_on=MAY, to_on=JUNE)
    assert overlap(first, a_seat(OFFICER, from_on=JUNE))
    assert not overlap(first, a_seat(OFFICER, from_on=date(2008, 6, 2)))


def test_a_role_ends_with_the_seat_though_nobody_noted_it() -> None:
    role = a_role(OFFICER, from_on=MAY)
    snapshot = people_office(a_seat(OFFICER, from_on=MAY, to_on=END_OF_MAY), role)
    assert held_until(snapshot, role) == END_OF_MAY


def test_a_role_without_any_seat_has_its_own_dates() -> None:
    role = a_role(OFFICER, from_on=MAY, to_on=JUNE)
    assert held_until(people_office(role), role) == JUNE
    assert held_until(people_office(a_role(OFFICER)), a_role(OFFICER)) is None
