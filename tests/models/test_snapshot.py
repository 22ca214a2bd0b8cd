"""A snapshot: records by kind, by one field, by id."""

import threading
from datetime import date

import pytest

from tests.builders import a_group, a_meeting, a_person, an_agency, an_office
from tracker.models.records import KINDS, Agency, Group, Meeting, Person, Record
from tracker.models.snapshot import Snapshot, snapshot_of

TODAY = date(2008, 6, 30)


def test_records_are_found_by_kind_in_their_order() -> None:
    groups = [a_group(code="B"), a_group(code="A")]
    assert snapshot_of(TODAY, groups).of(Group) == tuple(groups)


def test_records_are_found_by_one_field() -> None:
    here, there = a_group(), a_group()
    meeting = a_meeting(here)
    snapshot = snapshot_of(TODAY, [here, there, meeting])
    assert snapshot.of(Meeting, group_id=here.id) == (meeting,)
    assert snapshot.of(Meeting, group_id=there.id) == ()


def test_a_record_is_found_by_its_id_or_not_at_all() -> None:
    group = a_group()
    snapshot = snapshot_of(TODAY, [group])
    assert snapshot.one(Group, group.id) is snapshot.find(Group, group.id) is group
    assert (snapshot.find(Group, None), snapshot.find(Agency, group.id)) == (None, None)
    with pytest.raises(KeyError):
        snapshot.one(Group, "nobody")


def test_an_agency_is_called_by_its_short_name_and_a_person_by_the_whole() -> None:
    agency = an_agency(short_name="Police")
    person = a_person(agency)
    snapshot = snapshot_of(TODAY, [agency, person])
    assert (snapshot.called(Agency, agency.id), snapshot.called(Person, person.id)) == ("Police", "Aroha Example")
    assert snapshot.called(Agency, "nobody") == ""


def test_a_kind_is_loaded_when_it_is_first_asked_for_and_once() -> None:
    asked: list[type[Record]] = []

    def load(kind: type[Record]) -> tuple[Record, ...]:
        asked.append(kind)
        return ()

    snapshot = Snapshot(TODAY, load)
    for _ in range(3):
        snapshot.of(Group)
        snapshot.find(Group, "x")
    assert asked == [Group]


def test_a_complete_snapshot_needs_nobody_and_may_go_to_another_thread() -> None:
    asked: list[int] = []

    def load(kind: type[Record]) -> tuple[Record, ...]:
        asked.append(threading.get_ident())
        return ()

    snapshot = Snapshot(TODAY, load).complete()
    thread = threading.Thread(target=lambda: [snapshot.of(kind) for kind in KINDS])
    thread.start()
    thread.join()
    assert asked == [threading.get_ident()] * len(KINDS)


def test_the_office_and_today_are_at_hand() -> None:
    office = an_office()
    snapshot = snapshot_of(TODAY, [office])
    assert (snapshot.office, snapshot.today) == (office, TODAY)


def test_what_is_worked_out_of_the_whole_is_worked_out_once() -> None:
    looked: list[int] = []

    def groups(snapshot: Snapshot) -> int:
        looked.append(len(snapshot.of(Group)))
        return len(snapshot.of(Group))

    snapshot = snapshot_of(TODAY, [a_group()])
    assert [snapshot.once(groups), snapshot.once(groups)] == [1, 1]
    assert looked == [1]
