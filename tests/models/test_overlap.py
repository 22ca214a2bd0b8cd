"""How far two groups overlap."""

from datetime import date
from fractions import Fraction

import pytest

from tests.builders import a_group, a_member, a_person, an_agency
from tracker.models.figures.overlap import Shared, overlap, overlaps
from tracker.models.records import Record
from tracker.models.snapshot import Snapshot, snapshot_of

TODAY = date(2008, 6, 30)
ICM, SEMO, RSE = (a_group(code=code, short_name=code, purpose=f"What {code} is for") for code in ("ICM", "SEMO", "RSE"))
CLOSED = a_group(code="OLD", closed_on=date(2008, 1, 1), closed_because="Done")
POLICE, EDUCATION, HOUSING = (an_agency(code, short_name=code) for code in ("POL", "EDU", "HNZ"))
MERE, TAMA = a_person(POLICE, name="Mere Tāwhai"), a_person(EDUCATION, name="Tama Example")
SEATS = [
    a_member(ICM, POLICE, person_id=MERE.id),
    a_member(ICM, EDUCATION, person_id=TAMA.id),
    a_member(SEMO, EDUCATION, person_id=TAMA.id),
    a_member(SEMO, HOUSING),
]


def office(*records: Record) -> Snapshot:
    kept = [ICM, SEMO, RSE, CLOSED, POLICE, EDUCATION, HOUSING, MERE, TAMA]
    return snapshot_of(TODAY, [*kept, *SEATS, *records])


def test_shared_agencies_and_people_are_counted_of_all_in_either() -> None:
    found = overlap(office(), ICM.id, SEMO.id)
    assert (found.agencies.names, found.agencies.both, found.agencies.either) == (("EDU",), 1, 3)
    assert found.agencies.share == Fraction(1, 3)
    assert found.words == "Agencies 1 of 3, people 1 of 2"


def test_the_purposes_stand_side_by_side() -> None:
    found = overlap(office(), ICM.id, SEMO.id)
    assert (found.one.purpose, found.other.purpose) == ("What ICM is for", "What SEMO is for")


def test_a_percentage_is_told_from_ten_cases_on() -> None:
    assert Shared(("a",), ("A",), 9).words == "1 of 9"
    assert Shared(("a",), ("A",), 10).words == "1 of 10 (10%)"
    assert Shared((), (), 10).words == "none of 10"


def test_two_groups_without_members_have_no_share() -> None:
    found = overlap(office(), RSE.id, RSE.id)
    assert (found.agencies.share, found.people.words) == (None, "nobody in either")


def test_the_day_moves_who_sits_there() -> None:
    joined = a_member(SEMO, POLICE, from_on=date(2008, 6, 1))
    assert overlap(office(joined), ICM.id, SEMO.id).agencies.both == 2
    assert overlap(office(joined), ICM.id, SEMO.id, date(2008, 5, 31)).agencies.both == 1


def test_all_pairs_of_running_groups_stand_by_name() -> None:
    pairs = [(found.one.called, found.other.called) for found in overlaps(office(a_member(CLOSED, POLICE)))]
    assert pairs == [("ICM", "RSE"), ("ICM", "SEMO"), ("RSE", "SEMO")]


def test_of_one_group_the_pairs_name_it_first() -> None:
    pairs = [(found.one.called, found.other.called) for found in overlaps(office(), group_id=SEMO.id)]
    assert pairs == [("SEMO", "ICM"), ("SEMO", "RSE")]


def test_one_group_or_none_makes_no_pair() -> None:
    assert overlaps(snapshot_of(TODAY, [ICM])) == ()
    assert overlaps(snapshot_of(TODAY, [])) == ()
    assert overlaps(office(), group_id=CLOSED.id) == ()


def test_a_group_that_is_none_is_an_error() -> None:
    with pytest.raises(KeyError):
        overlap(office(), ICM.id, "nothing")
