"""The preview of a transfer says what the transfer does."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.models.people_office import (
    GROUP,
    OFFICER,
    OTHER,
    SERGEANT,
    TENANCY,
    a_role,
    a_seat,
    people_office,
)
from tests.models.test_transfer_rows import CHAIR, LAST, PROMISE, SEAT, transfer
from tracker.models.mistake import Mistake
from tracker.models.records import Record
from tracker.models.records.membership import RoleName
from tracker.models.transfer import all_to
from tracker.models.transfer_words import transfer_words


def words(*records: Record, **choice: Any) -> list[str]:
    return list(transfer_words(people_office(SEAT, *records), transfer(**choice)))


def test_all_to_a_colleague_in_four_sentences() -> None:
    snapshot = people_office(SEAT, CHAIR, PROMISE)
    assert transfer_words(snapshot, all_to(snapshot, transfer())) == (
        "Youth officer left ICM: 20 Jun 2008 is the last day.",
        "Sergeant has the seat for Police in ICM from 21 Jun 2008.",
        "Sergeant takes on from then: Chair of ICM.",
        "Passed on: 1 open promise to Sergeant.",
    )


def test_seats_in_several_groups_stand_in_one_sentence() -> None:
    assert words(a_seat(OFFICER, OTHER))[:2] == [
        "Youth officer left ICM and SEMO: 20 Jun 2008 is the last day.",
        "Sergeant has the seats for Police in ICM and SEMO from 21 Jun 2008.",
    ]


def test_nobody_in_the_seat_says_who_has_nobody_left() -> None:
    assert "Nobody takes over the seat in ICM: Police has nobody left at the table there." in words(successor_id="")
    assert "Nobody takes over the seat in ICM." in words(a_seat(SERGEANT), successor_id="")


def test_a_successor_who_sits_there_gets_no_second_seat() -> None:
    assert "Sergeant sits in ICM already, and gets no second seat." in words(a_seat(SERGEANT))


def test_roles_that_nobody_takes_are_told_from_those_that_others_hold() -> None:
    fellow = RoleName.FELLOW_TRAVELLER
    told = words(CHAIR, a_seat(TENANCY), a_role(OFFICER, fellow), a_role(TENANCY, fellow))
    assert "Others go on as Fellow-traveller of ICM." in told
    assert "Nobody holds any more: Chair of ICM." in told


def test_promises_are_counted_by_who_has_them_then() -> None:
    others = tuple(replace(PROMISE, id=f"p{number}") for number in range(3))
    told = words(PROMISE, *others, promises=((PROMISE.id, SERGEANT.id), ("p0", SERGEANT.id), ("p1", "")))
    assert "Passed on: 2 open promises to Sergeant, 1 open promise to Police with nobody named." in told
    assert "1 open promise stays with Youth officer." in told


def test_another_agency_has_to_back_a_promise_anew() -> None:
    backed = replace(PROMISE, backed_on=date(2008, 5, 9))
    pairs = ((backed.id, TENANCY.id),)
    told = words(backed, successor_id=TENANCY.id, across=True, promises=pairs)
    assert "1 promise of these the other agency has to back anew (§3.4)." in told


def test_a_day_to_come_passes_promises_at_once() -> None:
    told = words(PROMISE, on=date(2008, 7, 31), promises=((PROMISE.id, SERGEANT.id),))
    assert told[0] == "Youth officer leaves ICM: 31 Jul 2008 is the last day."
    assert told[-1] == "Passed on at once: 1 open promise to Sergeant."


def test_a_closed_group_has_no_seat_to_take_over() -> None:
    closed = replace(GROUP, closed_on=LAST, closed_because="Its work is done")
    snapshot = people_office(SEAT, closed)
    assert "ICM is closed by then: nobody takes over the seat there." in transfer_words(snapshot, transfer())


@pytest.mark.parametrize("choice", [{"on": date(2006, 1, 1)}, {"successor_id": OFFICER.id}, {"person_id": TENANCY.id}])
def test_what_cannot_be_is_refused_in_a_sentence(choice: dict[str, Any]) -> None:
    with pytest.raises(Mistake):
        words(**choice)
