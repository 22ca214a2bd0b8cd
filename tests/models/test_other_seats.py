"""Who left the table before a day, and who is still to come."""

from datetime import date

from tests.models.people_office import GROUP, OFFICER, SERGEANT, TENANCY, a_role, a_seat, people_office
from tracker.models.figures.other_seats import other_seats
from tracker.models.records.membership import RoleName

LEFT, EARLIER = date(2008, 3, 20), date(2007, 9, 1)


def test_who_left_is_listed_with_the_roles_of_the_last_day_the_latest_first() -> None:
    office = people_office(
        a_seat(OFFICER, to_on=EARLIER),
        a_seat(SERGEANT, to_on=LEFT),
        a_seat(TENANCY),
        a_role(SERGEANT),
        a_role(SERGEANT, RoleName.KEY_CONTACT, to_on=date(2007, 5, 1)),
    )
    found = other_seats(office, GROUP.id)
    assert [(seat.name, seat.role_words) for seat in found.gone] == [("Sergeant", "Chair"), ("Youth officer", "")]
    assert found.to_come == ()


def test_on_the_last_day_nobody_has_left_yet_and_a_later_seat_is_to_come() -> None:
    office = people_office(a_seat(OFFICER, to_on=LEFT), a_seat(TENANCY, from_on=date(2008, 4, 1)))
    found = other_seats(office, GROUP.id, LEFT)
    assert found.gone == ()
    assert [seat.name for seat in found.to_come] == ["Tenancy manager"]
