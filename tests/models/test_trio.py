"""The trio and the other roles on a day: held, soon to be left, or empty since when."""

from dataclasses import replace
from datetime import date

from tests.models.people_office import (
    GROUP,
    OFFICER,
    SERGEANT,
    TENANCY,
    TODAY,
    a_role,
    a_seat,
    people_office,
)
from tracker.models.figures.trio import TRIO, Trio, trio
from tracker.models.records import Record
from tracker.models.records.membership import RoleName
from tracker.models.snapshot import snapshot_of

ANGEL, FELLOW = RoleName.GUARDIAN_ANGEL, RoleName.FELLOW_TRAVELLER
GONE = date(2008, 6, 1)
SEATS = (a_seat(OFFICER), a_seat(SERGEANT), a_seat(TENANCY))


def roles(*records: Record, on: date = TODAY) -> Trio:
    return trio(people_office(*SEATS, *records), GROUP.id, on)


def test_the_trio_is_complete_when_somebody_holds_each_of_its_roles() -> None:
    found = roles(*(a_role(OFFICER, name) for name in TRIO))
    assert (found.complete, found.words) == (True, "The trio is complete")


def test_what_is_missing_is_said_with_the_day_since_when() -> None:
    found = roles(a_role(OFFICER, RoleName.PUBLIC_ENTREPRENEUR), a_role(SERGEANT, ANGEL, to_on=GONE))
    assert not found.complete
    assert found.words == "No guardian angel since 2 Jun 2008; No fellow-traveller yet"


def test_a_role_tells_who_holds_it_since_when_and_when_they_leave() -> None:
    found = roles(a_role(OFFICER, ANGEL, to_on=date(2008, 7, 31))).role(ANGEL)
    assert found.words == "Youth officer, Police · since 1 Feb 2007 · leaves 31 Jul 2008"
    assert found.leaves_on == date(2008, 7, 31)


def test_a_role_that_somebody_else_goes_on_with_is_not_left() -> None:
    assert (
        roles(a_role(OFFICER, FELLOW, to_on=date(2008, 7, 31)), a_role(TENANCY, FELLOW)).role(FELLOW).leaves_on is None
    )


def test_several_fellow_travellers_are_counted_with_their_agencies() -> None:
    found = roles(*(a_role(person, FELLOW) for person in (OFFICER, SERGEANT, TENANCY)))
    assert found.role(FELLOW).words == "3 people in 2 agencies"


def test_an_empty_role_names_who_had_it_last() -> None:
    found = roles(a_role(OFFICER, to_on=date(2008, 3, 1)), a_role(TENANCY, to_on=GONE)).role(RoleName.CHAIR)
    assert (found.words, found.lately) == ("nobody since 2 Jun 2008 · before: Tenancy manager, Housing", True)


def test_who_leaves_the_table_gives_up_the_role() -> None:
    seat = a_seat(OFFICER, to_on=GONE)
    found = trio(people_office(seat, a_role(OFFICER, ANGEL)), GROUP.id)
    assert found.role(ANGEL).empty_since == date(2008, 6, 2)
    assert trio(people_office(seat, a_role(OFFICER, ANGEL)), GROUP.id, GONE).role(ANGEL).leaves_on == GONE


def test_roles_that_became_empty_come_the_latest_first_and_those_never_held_not_at_all() -> None:
    found = roles(a_role(OFFICER, to_on=date(2007, 6, 1)), a_role(TENANCY, RoleName.KEY_CONTACT, to_on=GONE))
    assert [(role.name, role.lately) for role in found.became_empty] == [
        (RoleName.KEY_CONTACT, True),
        (RoleName.CHAIR, False),
    ]


def test_of_a_closed_group_nothing_is_missing() -> None:
    closed = replace(GROUP, closed_on=GONE, closed_because="Done")
    found = trio(snapshot_of(TODAY, [closed, OFFICER, a_role(OFFICER, to_on=GONE)]), GROUP.id)
    assert (found.missing, found.became_empty, found.words) == ((), (), "The group is closed")
