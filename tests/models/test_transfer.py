"""A transfer: one step that ends seats and roles, loses nothing, and refuses what makes no sense."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_person, an_id
from tests.models.people_office import (
    GROUP,
    HOUSING,
    OFFICER,
    OTHER,
    POLICE,
    SERGEANT,
    START,
    TENANCY,
    TODAY,
    a_role,
    a_seat,
    after,
    misfits,
    people_office,
)
from tracker.models.mistake import Mistake
from tracker.models.records import Commitment, Membership, Person, Record, Role
from tracker.models.records.membership import Authority, RoleName
from tracker.models.snapshot import Snapshot
from tracker.models.transfer import Transfer, all_to, transferred

LAST = date(2008, 6, 20)
NEXT = date(2008, 6, 21)
SEAT, CHAIR = a_seat(OFFICER, authority=Authority.FULL), a_role(OFFICER)
PROMISE = Commitment(
    id="p",
    group_id=GROUP.id,
    agency_id=POLICE.id,
    person_id=OFFICER.id,
    text="A van on Mondays",
    made_on=date(2008, 5, 1),
    due=date(2008, 7, 9),
    first_due=date(2008, 7, 1),
    backed_on=date(2008, 5, 9),
)


def moved(*records: Record, **choice: Any) -> Snapshot:
    """The office after a transfer of the officer, of which everything holds."""
    before = people_office(SEAT, *records)
    found = after(before, transferred(before, Transfer(**{"person_id": OFFICER.id, "on": LAST} | choice), an_id))
    assert misfits(found) == []
    return found


def seats_of(snapshot: Snapshot, person: Person) -> list[tuple[date | None, date | None]]:
    return [(seat.from_on, seat.to_on) for seat in snapshot.of(Membership, person_id=person.id)]


def test_seats_and_roles_end_on_the_last_day() -> None:
    found = moved(CHAIR)
    assert seats_of(found, OFFICER) == [(START, LAST)]
    assert found.one(Role, CHAIR.id).to_on == LAST


def test_the_successor_sits_from_the_next_day_with_an_authority_of_their_own() -> None:
    found = moved(successor_id=SERGEANT.id)
    (seat,) = found.of(Membership, person_id=SERGEANT.id)
    assert (seat.agency_id, seat.from_on, seat.to_on, seat.authority) == (POLICE.id, NEXT, None, None)


def test_a_successor_who_sits_there_already_gets_no_second_seat() -> None:
    assert seats_of(moved(a_seat(SERGEANT), successor_id=SERGEANT.id), SERGEANT) == [(START, None)]


def test_a_successor_who_would_come_later_sits_there_without_a_gap() -> None:
    later = a_seat(SERGEANT, from_on=date(2008, 7, 1))
    assert seats_of(moved(later, successor_id=SERGEANT.id), SERGEANT) == [
        (date(2008, 7, 1), None),
        (NEXT, TODAY),
    ]


def test_a_chosen_role_begins_anew_and_the_others_end() -> None:
    contact = a_role(OFFICER, RoleName.KEY_CONTACT)
    found = moved(CHAIR, contact, a_seat(SERGEANT), roles=((CHAIR.id, SERGEANT.id),))
    (role,) = found.of(Role, person_id=SERGEANT.id)
    assert (role.name, role.from_on, role.to_on) == (RoleName.CHAIR, NEXT, None)


def test_a_role_lasts_no_longer_than_the_seat_of_who_takes_it() -> None:
    found = moved(CHAIR, a_seat(SERGEANT, to_on=TODAY), roles=((CHAIR.id, SERGEANT.id),))
    assert found.of(Role, person_id=SERGEANT.id)[0].to_on == TODAY


def test_a_promise_keeps_its_agency_its_backing_and_both_its_dates() -> None:
    promise = moved(PROMISE, successor_id=SERGEANT.id, promises=(("p", SERGEANT.id),)).one(Commitment, "p")
    assert promise == replace(
        PROMISE,
        person_id=SERGEANT.id,
        outcome_note="Taken over from Youth officer, who left on 20 Jun 2008.",
    )


def test_a_promise_can_be_left_to_the_agency() -> None:
    promise = moved(PROMISE, promises=(("p", ""),)).one(Commitment, "p")
    assert (promise.person_id, promise.agency_id) == (None, POLICE.id)


def test_what_nobody_chose_stays_with_who_made_it() -> None:
    assert moved(PROMISE, successor_id=SERGEANT.id).one(Commitment, "p") == PROMISE


def test_across_agencies_the_promise_goes_along_and_has_to_be_backed_anew() -> None:
    found = moved(PROMISE, successor_id=TENANCY.id, across=True, promises=(("p", TENANCY.id),))
    promise = found.one(Commitment, "p")
    assert (promise.agency_id, promise.backed_on) == (HOUSING.id, None)
    assert found.of(Membership, person_id=TENANCY.id)[0].agency_id == HOUSING.id


def test_only_the_chosen_group_is_left() -> None:
    second = a_seat(OFFICER, OTHER)
    found = moved(second, group_ids=(GROUP.id,))
    assert found.one(Membership, second.id) == second
    assert moved(second).one(Membership, second.id).to_on == LAST


def test_who_moves_to_another_agency_works_there_from_then_on_and_sat_for_the_old_one() -> None:
    found = moved(moves_to_id=HOUSING.id, note="New post in Housing")
    assert found.one(Person, OFFICER.id).agency_id == HOUSING.id
    (seat,) = found.of(Membership, person_id=OFFICER.id)
    assert (seat.agency_id, seat.note) == (POLICE.id, "New post in Housing")


def test_a_form_proposes_all_roles_and_open_promises_for_the_successor() -> None:
    snapshot = people_office(SEAT, CHAIR, PROMISE, replace(PROMISE, id="kept", kept_on=TODAY))
    proposed = all_to(snapshot, Transfer(OFFICER.id, TODAY, successor_id=SERGEANT.id))
    assert (proposed.roles, proposed.promises) == (((CHAIR.id, SERGEANT.id),), (("p", SERGEANT.id),))


REFUSED = (
    ("joins ICM on 1 Feb 2007, and would leave on 1 Jan 2007", {"on": date(2007, 1, 1)}),
    ("is the one who leaves", {"successor_id": OFFICER.id}),
    ("works for Housing, and the seat belongs to Police", {"successor_id": TENANCY.id}),
    ("has no seat in ICM on 21 Jun 2008", {"roles": ((CHAIR.id, SERGEANT.id),)}),
    ("Youth officer leaves: choose somebody else", {"promises": (("p", OFFICER.id),)}),
    ("roles is not theirs", {"roles": (("another", SERGEANT.id),)}),
    ("promises is not theirs", {"promises": (("another", ""),)}),
    ("has no seat in SEMO", {"group_ids": (OTHER.id,)}),
    ("is still to come", {"on": date(2008, 7, 31), "moves_to_id": HOUSING.id}),
)


@pytest.mark.parametrize(("sentence", "choice"), REFUSED)
def test_what_makes_no_sense_is_refused(sentence: str, choice: dict[str, Any]) -> None:
    with pytest.raises(Mistake, match=sentence):
        moved(CHAIR, PROMISE, **choice)


def test_a_form_does_not_propose_what_the_successor_cannot_speak_for() -> None:
    snapshot = people_office(SEAT, replace(PROMISE, agency_id=HOUSING.id))
    assert all_to(snapshot, Transfer(OFFICER.id, TODAY, successor_id=SERGEANT.id)).promises == ()


def test_who_has_left_already_cannot_leave_again() -> None:
    gone = people_office(a_seat(OFFICER, to_on=date(2008, 1, 1)))
    with pytest.raises(Mistake, match="left on 1 Jan 2008 already"):
        transferred(gone, Transfer(OFFICER.id, LAST), an_id)


def test_a_settled_promise_is_not_passed_on() -> None:
    with pytest.raises(Mistake, match="is settled"):
        moved(replace(PROMISE, kept_on=date(2008, 6, 1)), a_seat(SERGEANT), promises=(("p", SERGEANT.id),))


def test_a_promise_does_not_wander_to_another_agency_unsaid() -> None:
    with pytest.raises(Mistake, match="does not sit for Police"):
        moved(PROMISE, a_seat(TENANCY), promises=(("p", TENANCY.id),))


def test_a_successor_who_sits_for_another_agency_then_is_refused() -> None:
    lent = a_seat(SERGEANT, OTHER, agency_id=HOUSING.id)
    with pytest.raises(Mistake, match="sits for Housing in SEMO then"):
        moved(lent, successor_id=SERGEANT.id)


COLLEAGUES = (SERGEANT, a_person(POLICE, name="Constable"))
PEOPLE = st.sampled_from((OFFICER, *COLLEAGUES))
SPANS = st.tuples(st.integers(0, 60), st.integers(0, 40) | st.none())


def _held(draws: Sequence[tuple[Person, Any, tuple[int, int | None]]]) -> list[Record]:
    """Seats, and a role inside each; the officer sits there from the start."""
    held: list[Record] = [SEAT, CHAIR]
    for person, group, (first, length) in draws:
        begin = START + timedelta(days=first)
        end = None if length is None else begin + timedelta(days=length)
        held.append(a_seat(person, group, from_on=begin, to_on=end))
        held.append(a_role(person, group_id=group.id, from_on=begin, to_on=end))
    return held


@given(
    st.lists(st.tuples(PEOPLE, st.sampled_from((GROUP, OTHER)), SPANS), max_size=7),
    st.integers(45, 90),
    st.sampled_from(COLLEAGUES),
)
def test_whatever_was_held_after_a_transfer_everything_holds(draws: Any, days: int, successor: Person) -> None:
    before, on = people_office(*COLLEAGUES, *_held(draws), PROMISE), START + timedelta(days=days)
    choice = all_to(before, Transfer(OFFICER.id, on, successor_id=successor.id))
    if any(seat.from_on and seat.from_on > on for seat in before.of(Membership, person_id=OFFICER.id)):
        with pytest.raises(Mistake, match="before that"):
            transferred(before, choice, an_id)
        return
    found = after(before, transferred(before, choice, an_id))
    assert misfits(found) == []
    assert not any(seat.active_on(on + timedelta(days=1)) for seat in found.of(Membership, person_id=OFFICER.id))
    assert any(seat.active_on(on + timedelta(days=1)) for seat in found.of(Membership, person_id=successor.id))
    assert len(found.of(Membership)) >= len(before.of(Membership))
