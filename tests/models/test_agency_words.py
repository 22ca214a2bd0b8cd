"""The previews of a new name and of a split say what will happen."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.builders import an_agency
from tests.models.people_office import HOUSING, OFFICER, POLICE, SERGEANT, a_seat, people_office
from tests.models.test_transfer_rows import PROMISE
from tracker.models.agency_change import NewName
from tracker.models.agency_split import Split
from tracker.models.agency_words import renaming_words, split_rows, split_words
from tracker.models.mistake import Mistake
from tracker.models.records import Record

ON = date(2008, 6, 1)
YOUTH, ROADS = an_agency("YP", name="Youth Police"), an_agency("RP", name="Road Police")
SEATS = (a_seat(OFFICER), a_seat(SERGEANT), PROMISE)
BOTH = ((OFFICER.id, YOUTH.id), (SERGEANT.id, ROADS.id))


def a_split(**fields: Any) -> Split:
    return Split(**{"agency_id": POLICE.id, "on": ON, "parts": (YOUTH, ROADS), "rest_id": ROADS.id} | fields)


def words(*records: Record, **fields: Any) -> tuple[str, ...]:
    return split_words(people_office(*SEATS, *records), a_split(**fields))


def test_a_new_name_is_told_with_the_old_one_and_what_stays() -> None:
    told = renaming_words(people_office(*SEATS), POLICE.id, ON, NewName("Police of Aotearoa", "Police", "PA"))
    assert told == (
        "Up to 31 May 2008 it is called New Zealand Police (Police · POL): what was noted until then keeps that name.",
        "From 1 Jun 2008 it is called Police of Aotearoa (Police · PA).",
        "Returns have the code PA instead of POL.",
        "It is one agency still: 2 seats and 1 promise stay with it.",
    )


def test_the_same_name_and_a_taken_code_are_refused() -> None:
    for new in (NewName(POLICE.name, POLICE.short_name), NewName("Another", code=HOUSING.code)):
        with pytest.raises(Mistake):
            renaming_words(people_office(), POLICE.id, ON, new)


def test_each_part_is_told_with_what_it_gets() -> None:
    assert words(people=BOTH) == (
        "From 1 Jun 2008 Youth Police and Road Police take over from Police, which is no more.",
        "Youth Police has from then: 1 person, 1 seat, 1 open promise.",
        "Road Police has from then: 1 person, 1 seat.",
        "What was done up to 31 May 2008 stays with Police.",
    )


def test_an_agency_that_goes_on_keeps_whoever_chose_no_part() -> None:
    told = words(stays=True, rest_id="", people=BOTH[:1])
    assert told[0].endswith("take over from Police, which goes on beside.")
    assert "Road Police begins with nothing." in told


def test_agencies_below_it_stay_where_they_are_and_are_named() -> None:
    below = an_agency("DOGS", name="Dog section", part_of_id=POLICE.id)
    told = words(below, people=BOTH)
    assert "Dog section stays part of Police: correct that afterwards if it is otherwise." in told


def test_whoever_has_not_chosen_is_named() -> None:
    with pytest.raises(Mistake, match="Sergeant"):
        words(people=BOTH[:1])


def test_people_choose_for_themselves_unless_there_is_one_part() -> None:
    snapshot = people_office(*SEATS)
    assert [row.proposed for row in split_rows(snapshot, a_split())] == [None, None]
    alone = split_rows(snapshot, a_split(parts=(YOUTH,)))
    assert [row.proposed for row in alone] == [YOUTH.id, YOUTH.id]
    staying = split_rows(snapshot, replace(a_split(parts=(YOUTH,)), stays=True))
    assert [row.to(row.proposed) for row in staying] == ["stays with Police"] * 2
