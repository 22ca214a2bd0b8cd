"""Who is the only bridge between two groups."""

from datetime import date

from tests.builders import a_group, a_member, a_person, an_agency
from tracker.models.figures.bridges import bridges
from tracker.models.records import Record
from tracker.models.snapshot import Snapshot, snapshot_of

TODAY = date(2008, 6, 30)
ICM, SEMO, RSE = (a_group(code=code, short_name=code) for code in ("ICM", "SEMO", "RSE"))
CLOSED = a_group(code="OLD", closed_on=date(2008, 1, 1), closed_because="Done")
POLICE, EDUCATION = (an_agency(code, short_name=code) for code in ("Police", "Education"))
MERE, TAMA = a_person(POLICE, name="Mere Tāwhai"), a_person(EDUCATION, name="Tama Example")


def office(*records: Record) -> Snapshot:
    return snapshot_of(TODAY, [ICM, SEMO, RSE, CLOSED, POLICE, EDUCATION, MERE, TAMA, *records])


def test_the_only_person_in_both_groups_is_a_bridge_and_the_agency_too() -> None:
    found = bridges(office(*(a_member(group, POLICE, person_id=MERE.id) for group in (ICM, SEMO))))
    assert [bridge.name for bridge in found.people] == ["Mere Tāwhai"]
    assert [bridge.name for bridge in found.agencies] == ["Police"]
    assert found.people[0].alone
    assert found.people[0].words == "The only person in both ICM and SEMO; without them nobody sits in both"


def test_an_agency_that_stays_without_the_person_is_said() -> None:
    seats = [a_member(group, POLICE, person_id=MERE.id) for group in (ICM, SEMO)]
    stays = [a_member(group, POLICE) for group in (ICM, SEMO)]
    found = bridges(office(*seats, *stays)).people[0]
    assert not found.alone
    assert found.words == "The only person in both ICM and SEMO; without them 1 agency still sits in both"


def test_two_shared_people_or_agencies_are_no_only_bridge() -> None:
    seats = [a_member(group, POLICE, person_id=MERE.id) for group in (ICM, SEMO)]
    seats += [a_member(group, EDUCATION, person_id=TAMA.id) for group in (ICM, SEMO)]
    found = bridges(office(*seats))
    assert (found.people, found.agencies) == ((), ())


def test_an_agency_with_other_people_in_each_group_is_a_bridge_of_agencies_alone() -> None:
    seats = [a_member(ICM, POLICE, person_id=MERE.id), a_member(SEMO, POLICE, person_id=TAMA.id)]
    found = bridges(office(*seats))
    assert found.people == ()
    assert found.agencies[0].words == "The only agency in both ICM and SEMO; without it nobody sits in both"


def test_a_person_who_sits_for_two_agencies_still_sits_in_both_without_one_of_them() -> None:
    seats = [a_member(group, POLICE, person_id=MERE.id) for group in (ICM, SEMO)]
    other = [a_member(ICM, EDUCATION, person_id=MERE.id), a_member(SEMO, an_agency("X"), person_id=MERE.id)]
    found = bridges(office(*seats, *other)).agencies[0]
    assert (found.people_left, found.agencies_left) == (1, 0)


def test_bridges_are_found_by_party_and_by_group_and_never_to_a_closed_group() -> None:
    snapshot = office(*(a_member(group, POLICE, person_id=MERE.id) for group in (ICM, SEMO, RSE, CLOSED)))
    assert len(bridges(snapshot).of(MERE.id)) == 3
    pairs = [(bridge.one.code, bridge.other.code) for bridge in bridges(snapshot, group_id=RSE.id).people]
    assert pairs == [("ICM", "RSE"), ("RSE", "SEMO")]
    assert [bridge.name for bridge in bridges(snapshot).between(SEMO.id, ICM.id)] == [MERE.name, POLICE.called]


def test_one_group_none_or_groups_without_members_have_no_bridge() -> None:
    for records in ([], [ICM, POLICE, a_member(ICM, POLICE)], [ICM, SEMO]):
        found = bridges(snapshot_of(TODAY, records))
        assert (found.people, found.agencies) == ((), ())
