"""The table on a day: who sat there then, and who had lately come or gone."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from tests.builders import an_id
from tests.models.people_office import (
    AUNTY,
    GROUP,
    HOUSING,
    OFFICER,
    POLICE,
    SERGEANT,
    START,
    TENANCY,
    TODAY,
    a_role,
    a_seat,
    people_office,
)
from tracker.models.figures.seats_on import seats_on
from tracker.models.records import FormerName, Record
from tracker.models.records.membership import Authority, RoleName

LEFT = date(2008, 6, 1)


def names(*records: Record, on: date = TODAY) -> list[str]:
    return [seat.name for seat in seats_on(people_office(*records), GROUP.id, on).seats]


def test_the_date_moves_who_is_at_the_table() -> None:
    seats = (a_seat(OFFICER, to_on=LEFT), a_seat(SERGEANT, from_on=date(2008, 6, 2)))
    assert names(*seats, on=START) == ["Youth officer"]
    assert names(*seats, on=LEFT) == ["Youth officer"]
    assert names(*seats) == ["Sergeant"]


def test_agencies_stand_in_the_order_in_which_they_joined() -> None:
    seats = (a_seat(OFFICER, from_on=date(2007, 5, 1)), a_seat(TENANCY), a_seat(SERGEANT, from_on=date(2007, 4, 1)))
    assert names(*seats) == ["Tenancy manager", "Sergeant", "Youth officer"]


def test_a_seat_tells_roles_authority_and_the_day_it_was_confirmed() -> None:
    seat = a_seat(
        OFFICER,
        authority=Authority.MONEY,
        authority_nzd=Decimal(500),
        may_commit="petrol only",
        confirmed_on=LEFT,
    )
    roles = (a_role(OFFICER, RoleName.KEY_CONTACT), a_role(OFFICER), a_role(OFFICER, to_on=LEFT))
    (shown,) = seats_on(people_office(seat, *roles), GROUP.id).seats
    assert (shown.role_words, shown.confirmed_on) == ("Chair, key contact", LEFT)
    assert shown.authority_words == "Money up to $500 · petrol only"


def test_an_agency_is_called_by_the_name_it_had_on_that_day() -> None:
    former = FormerName(id=an_id(), agency_id=HOUSING.id, until=LEFT, name="Housing Corporation", code="HC")
    snapshot = people_office(a_seat(TENANCY), former)
    assert [seats_on(snapshot, GROUP.id, day).seats[0].agency for day in (LEFT, TODAY)] == [
        "Housing Corporation",
        "Housing",
    ]


def test_who_came_and_who_went_within_ninety_days_is_named() -> None:
    came, went = a_seat(SERGEANT, from_on=LEFT), a_seat(OFFICER, to_on=date(2008, 5, 1))
    long_gone = a_seat(TENANCY, to_on=TODAY - timedelta(days=91))
    table = seats_on(people_office(came, went, long_gone), GROUP.id)
    assert ([seat.name for seat in table.joined], [seat.name for seat in table.left]) == (
        ["Sergeant"],
        ["Youth officer"],
    )


def test_a_seat_that_follows_another_at_once_is_neither_a_coming_nor_a_going() -> None:
    seats = (a_seat(OFFICER, to_on=LEFT), a_seat(OFFICER, from_on=date(2008, 6, 2)))
    table = seats_on(people_office(*seats), GROUP.id)
    assert (table.joined, table.left) == ((), ())


def test_the_seat_of_an_agency_as_such_is_called_by_the_agency_and_counts_no_person() -> None:
    table = seats_on(people_office(replace(a_seat(OFFICER), person_id=None), a_seat(AUNTY)), GROUP.id)
    assert ([seat.name for seat in table.seats], table.words) == (["Police", "Aunty"], "2 agencies, 1 person")
    assert table.agency_ids == (POLICE.id, AUNTY.agency_id)


def test_a_role_of_somebody_without_a_seat_is_not_lost_from_sight() -> None:
    role = a_role(OFFICER)
    assert seats_on(people_office(role), GROUP.id).unseated == (role,)


def test_an_empty_table_says_so() -> None:
    assert seats_on(people_office(), GROUP.id).words == "Nobody has a seat on 30 Jun 2008"
