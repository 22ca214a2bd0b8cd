"""The chair check: a chair who does not bring the most is a counterweight."""

from datetime import date

import pytest

from tests.builders import a_member, a_person, an_agency, an_id
from tests.models.balance_office import Table
from tracker.models.figures.chair_check import ChairCheck, chair_check
from tracker.models.records import Role
from tracker.models.records.membership import RoleName


def check(table: Table, on: date | None = None) -> ChairCheck:
    return chair_check(table.snapshot, table.group.id, on)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ((9, 71, 20), "Agency 0 9%: a counterweight to the largest"),
        ((71, 9, 20), "Agency 0 71%: also brings the most"),
        ((40, 40, 20), "Agency 0 40%: level with the largest"),
        ((0, 0, 20), "Agency 0: not enough to tell who brings the most"),
        ((0, 60, 40), "Agency 0 0%: a counterweight to the largest"),
    ],
)
def test_the_chair_is_held_against_the_largest_share(values: tuple[int, ...], words: str) -> None:
    assert check(Table(3).gave(*values).chaired_by(0)).words == words


def test_over_half_of_the_resources_is_said() -> None:
    assert [chair.over_half for chair in check(Table(2).gave(51, 49).chaired_by(0)).chairs] == [True]
    assert [chair.over_half for chair in check(Table(2).gave(50, 50).chaired_by(0)).chairs] == [False]


def test_the_influence_of_the_chair_s_agency_stands_beside_it() -> None:
    chair = check(Table(3).chaired_by(1).read(0, (20, 50, 30))).chair
    assert chair is not None
    assert (float(chair.influence or 0), chair.most_influence) == (0.5, True)


def test_nobody_in_the_chair_is_said() -> None:
    table = Table(2).chaired_by(0, to_on=date(2008, 1, 1))
    assert check(table).words == "Nobody has the chair on 30 Jun 2008"
    assert check(table, date(2007, 12, 31)).chair is not None


def test_on_the_day_of_a_change_the_one_who_comes_has_the_chair() -> None:
    day = date(2008, 1, 1)
    table = Table(2).chaired_by(0, to_on=day).chaired_by(1, from_on=day)
    assert [chair.agency for chair in check(table, day).chairs] == ["Agency 1"]


def test_two_who_share_the_chair_are_both_told() -> None:
    assert len(check(Table(2).chaired_by(0).chaired_by(1)).chairs) == 2


def test_a_chair_counts_for_the_agency_whose_seat_it_is() -> None:
    table = Table(2).gave(30, 70)
    person = a_person(an_agency("XX"))
    role = Role(id=an_id(), group_id=table.group.id, person_id=person.id, name=RoleName.CHAIR, from_on=date(2008, 1, 1))
    table.add(person, role, a_member(table.group, table.agencies[1], person_id=person.id))
    assert check(table).words == "Agency 1 70%: also brings the most"


def test_a_chair_of_no_agency_is_named_by_the_person() -> None:
    table = Table(2).gave(30, 70).chaired_by(0)
    table.records = [
        type(one)(**vars(one) | {"agency_id": None}) if one.noun == "person" else one for one in table.records
    ]
    assert check(table).words == "Aroha Example: chairs for no agency"
