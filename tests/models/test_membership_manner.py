"""How a group is made up: counts of agencies, never of seats."""

from dataclasses import replace
from datetime import date

from tests.models.people_office import GROUP, OFFICER, SERGEANT, TENANCY, TODAY, a_seat, people_office
from tracker.models.figures.membership_manner import MembershipManner, membership_manner
from tracker.models.records import Group, Record
from tracker.models.records.group import Joining, Openness
from tracker.models.snapshot import snapshot_of

SENT, CAME = Joining.MANDATED, Joining.SELF_SELECTED


def manner(*records: Record, on: date = TODAY) -> MembershipManner:
    return membership_manner(people_office(*records), GROUP.id, on)


def test_agencies_are_counted_once_however_many_people_they_send() -> None:
    found = manner(a_seat(OFFICER, joining=SENT), a_seat(SERGEANT, joining=SENT), a_seat(TENANCY, joining=CAME))
    assert (found.mandated, found.self_selected, found.agencies) == (1, 1, 2)


def test_an_agency_of_which_some_were_sent_and_some_came_is_some_of_each() -> None:
    found = manner(a_seat(OFFICER, joining=SENT), a_seat(SERGEANT, joining=CAME))
    assert (found.mixed, found.words) == (1, "Open or closed: not noted · 1 of 1 agency some of each")


def test_what_is_not_noted_is_counted_as_such() -> None:
    found = manner(a_seat(OFFICER, joining=SENT), a_seat(TENANCY))
    assert found.words.endswith("1 of 2 agencies mandated, 1 not noted")


def test_the_day_moves_the_counts() -> None:
    assert manner(a_seat(OFFICER, joining=SENT, to_on=date(2008, 1, 1))).agencies == 0


def test_with_nothing_noted_of_seats_the_group_speaks() -> None:
    group: Group = replace(GROUP, openness=Openness.CLOSED, joining=SENT)
    found = membership_manner(snapshot_of(TODAY, [group, OFFICER, a_seat(OFFICER)]), group.id)
    assert found.words == "Closed membership · how the 1 agency joined is not noted (the group: mandated)"
