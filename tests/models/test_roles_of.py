"""All roles of a group with their dates, and what a change leaves empty."""

from datetime import date

from tests.models.people_office import GROUP, OFFICER, SERGEANT, TODAY, a_role, a_seat, people_office
from tracker.models.figures.roles_of import emptied_words, roles_of, unseated_words
from tracker.models.figures.seats_on import seats_on
from tracker.models.figures.trio import trio
from tracker.models.records.membership import RoleName

LEFT = date(2008, 3, 20)
ANGEL = RoleName.GUARDIAN_ANGEL


def test_roles_held_on_the_day_stand_first_and_the_trio_before_the_others() -> None:
    office = people_office(
        a_seat(OFFICER),
        a_seat(SERGEANT, to_on=LEFT),
        a_role(OFFICER),
        a_role(OFFICER, ANGEL),
        a_role(SERGEANT, RoleName.PUBLIC_ENTREPRENEUR),
    )
    found = roles_of(office, GROUP.id)
    assert [(one.role.title, one.person, one.held) for one in found] == [
        ("Guardian angel", "Youth officer", True),
        ("Chair", "Youth officer", True),
        ("Public entrepreneur", "Sergeant", False),
    ]
    assert (found[2].until, found[2].agency) == (LEFT, "Police")


def test_what_a_change_leaves_empty_is_said_for_now_and_for_a_day_to_come() -> None:
    seat, role = a_seat(OFFICER), a_role(OFFICER, ANGEL)
    before = trio(people_office(seat, role), GROUP.id)
    ends_today = people_office(a_seat(OFFICER, to_on=TODAY), role)
    ended = people_office(a_seat(OFFICER, to_on=LEFT), role)
    assert emptied_words(before, trio(ends_today, GROUP.id)) == "Nobody is guardian angel after 30 Jun 2008"
    assert emptied_words(before, trio(ended, GROUP.id)) == "Nobody is guardian angel now"
    assert emptied_words(before, before) == ""


def test_a_role_without_a_seat_is_named() -> None:
    office = people_office(a_role(SERGEANT), a_seat(OFFICER))
    assert unseated_words(office, seats_on(office, GROUP.id)) == "Without a seat: Sergeant (chair)"
