"""Requisite variety: what is needed, who brings it, and what nobody brings."""

from datetime import date
from typing import Any

from tests.builders import an_id
from tests.models.people_office import (
    AUNTY,
    GROUP,
    HOUSING,
    OFFICER,
    POLICE,
    START,
    TENANCY,
    TODAY,
    a_seat,
    people_office,
)
from tracker.models.figures.variety import Variety, variety
from tracker.models.records import Record, Requisite
from tracker.models.records.agency import Sector
from tracker.models.records.person import Level

LEFT = date(2008, 3, 20)


def needed(text: str = "Say over tenancies", *agency_ids: str, **fields: Any) -> Requisite:
    defaults = {"id": an_id(), "group_id": GROUP.id, "text": text, "since": START, "brought_by_ids": agency_ids}
    return Requisite(**defaults | fields)


def room(*records: Record, on: date = TODAY) -> Variety:
    return variety(people_office(*records), GROUP.id, on)


def test_what_nobody_brings_comes_first_and_is_counted() -> None:
    found = room(a_seat(OFFICER), needed("Local knowledge", POLICE.id), needed("Te reo Māori"))
    assert [need.words for need in found.needed] == ["nobody", "Police"]
    assert found.words == "1 of 2 things that are needed is brought"


def test_an_agency_brings_only_while_it_has_a_seat() -> None:
    records = (a_seat(TENANCY, to_on=LEFT), needed("Say over tenancies", HOUSING.id))
    assert room(*records, on=LEFT).needed[0].words == "Housing"
    assert room(*records).needed[0].words == "nobody since 21 Mar 2008 · before: Housing"


def test_what_one_of_two_still_brings_is_brought() -> None:
    records = (a_seat(TENANCY, to_on=LEFT), a_seat(OFFICER), needed("Cars", HOUSING.id, POLICE.id))
    (need,) = room(*records).needed
    assert (need.brought_by, need.away, need.lost_since) == (("Police",), ("Housing",), None)


def test_an_agency_that_never_sat_there_does_not_bring_it() -> None:
    assert room(needed("Houses", HOUSING.id)).needed[0].words == "nobody · not at the table: Housing"


def test_what_is_not_yet_or_no_longer_needed_is_left_out() -> None:
    gone, to_come = needed(until=LEFT), needed(since=date(2008, 7, 1))
    assert room(gone, to_come).words == "What the issue asks for is not noted yet"


def test_sectors_count_agencies_and_levels_count_people() -> None:
    found = room(a_seat(OFFICER), a_seat(TENANCY), a_seat(AUNTY))
    assert found.sectors == ((Sector.CENTRAL_GOVERNMENT, 3),)
    assert (found.levels, found.no_level, found.too_alike) == (((Level.FRONT_LINE, 2),), 1, True)
    assert found.room_words == "1 sector: 3 central government · 1 level: 2 front line, 1 without a level"


def test_one_agency_alone_is_not_called_too_alike() -> None:
    assert not room(a_seat(OFFICER)).too_alike
