"""The sample's agencies, seats and roles: who sits there, what they may promise and what is needed."""

from collections import Counter
from datetime import date, timedelta

import pytest

from tests.store.sample_read import each_group, group_called, read_snapshot
from tracker.models.agency_change import agency_name_on
from tracker.models.confirming import unconfirmed
from tracker.models.figures.variety import variety
from tracker.models.records import Agency, Group, Membership, Person, Requisite, Role, Succession
from tracker.models.records.membership import Authority
from tracker.models.snapshot import Snapshot


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return read_snapshot()


@each_group
def test_five_to_twelve_agencies_have_had_a_seat(snapshot: Snapshot, code: str) -> None:
    seats = snapshot.of(Membership, group_id=group_called(snapshot, code).id)
    assert 5 <= len({seat.agency_id for seat in seats}) <= 12


@each_group
def test_people_sit_at_several_levels(snapshot: Snapshot, code: str) -> None:
    seats = snapshot.of(Membership, group_id=group_called(snapshot, code).id)
    people = {snapshot.one(Person, seat.person_id) for seat in seats if seat.person_id}
    assert len({person.level for person in people if person.level}) >= 3


def test_most_who_sit_there_now_know_how_far_they_may_promise(snapshot: Snapshot) -> None:
    seats = [seat for seat in snapshot.of(Membership) if seat.active_on(snapshot.today)]
    known = Counter(seat.authority for seat in seats)
    assert min(known[authority] for authority in Authority) >= 5
    assert 5 <= known[None] <= len(seats) // 4


@each_group
def test_a_group_knows_what_it_needs_and_that_somebody_is_missing(snapshot: Snapshot, code: str) -> None:
    group = group_called(snapshot, code)
    needed = variety(snapshot, group.id, group.closed_on)
    assert 5 <= len(snapshot.of(Requisite, group_id=group.id)) <= 8
    assert needed.missing
    assert len(needed.missing) < len(needed.needed)


def test_one_thing_was_needed_for_a_time_only(snapshot: Snapshot) -> None:
    assert [need.text for need in snapshot.of(Requisite) if need.until] == [
        "Somebody who can read the swell two days ahead"
    ]


def test_many_seats_and_roles_are_confirmed_some_long_ago_and_some_never(snapshot: Snapshot) -> None:
    running = [group.id for group in snapshot.of(Group) if group.open_on(snapshot.today)]
    stale = [one for group_id in running for one in unconfirmed(snapshot, group_id=group_id)]
    never = [one for one in stale if one.held.confirmed_on is None]
    confirmed = [one.confirmed_on for one in (*snapshot.of(Membership), *snapshot.of(Role)) if one.confirmed_on]
    assert len(confirmed) >= 100
    assert len(never) >= 10
    assert len(stale) - len(never) >= 10


def test_an_agency_is_found_under_the_name_that_it_had_then(snapshot: Snapshot) -> None:
    (agency,) = snapshot.of(Agency, code="MNZ")
    names = [agency_name_on(snapshot, agency.id, date(2005, month, 1)) for month in (6, 7)]
    assert names == ["Maritime Safety", "Maritime NZ"]


def test_one_agency_has_gone_up_in_another_and_left_its_seat_with_it(snapshot: Snapshot) -> None:
    (taken_over,) = snapshot.of(Succession)
    seats = snapshot.of(Membership, agency_id=taken_over.agency_id)
    assert taken_over.on
    assert [seat.to_on for seat in seats] == [taken_over.on - timedelta(days=1)]
