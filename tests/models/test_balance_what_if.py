"""What if another agency brought it, or another chaired: before, after, and nothing recorded."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.builders import a_person
from tests.models.balance_office import Table
from tracker.models.figures.balance import balance
from tracker.models.figures.balance_moves import MoveChair, MoveResource
from tracker.models.figures.balance_what_if import BalanceWhatIf, balance_what_if
from tracker.models.mistake import Mistake
from tracker.models.records import Contribution
from tracker.models.records.contribution import Resource


def move(table: Table, worth: int | str, giver: int = 0, taker: int = 1, **fields: Any) -> MoveResource:
    defaults = {"kind": Resource.MONEY, "unit": "NZD", "amount": Decimal(worth)}
    ids = {"from_id": table.agencies[giver].id, "to_id": table.agencies[taker].id}
    return MoveResource(**defaults | ids | fields)


def supposed(table: Table, *moves: MoveResource | MoveChair) -> BalanceWhatIf:
    return balance_what_if(table.snapshot, table.group.id, moves)


def values(found: BalanceWhatIf) -> list[int]:
    return [int(row.worth) for row in found.after.rows]


def test_a_resource_moves_and_the_words_say_what_changes() -> None:
    table = Table(4).gave(70, 10, 10, 10).chaired_by(1)
    found = supposed(table, move(table, 60))
    assert values(found) == [10, 70, 10, 10]
    assert found.words == (
        "Largest share of resources: Agency 0 70% → Agency 1 70%",
        "Chair: Agency 1 10% → Agency 1 70%",
        "Chair check: Agency 1 10%: a counterweight to the largest → Agency 1 70%: also brings the most",
        "Resources of Agency 0: 70% → 10%",
        "Resources of Agency 1: 10% → 70%",
        "Money (NZD), Agency 0: 70% → 10%",
        "Money (NZD), Agency 1: 10% → 70%",
    )


def test_hours_take_their_part_of_the_value_with_them() -> None:
    hours = {"kind": Resource.STAFF_TIME, "unit": "hours"}
    table = Table(2).given(0, 1000, quantity=Decimal(40), **hours).given(1, None, quantity=Decimal(10), **hours)
    table.given(1, 500)
    found = supposed(table, move(table, 10, **hours))
    (row,) = [row for row in found.after.kinds if row.unit == "hours"]
    assert (list(row.amounts.values()), values(found)) == ([30, 20], [750, 750])


def test_the_whole_moves_exactly_over_several_contributions() -> None:
    table = Table(3).gave(1, 1, 1)
    for cents in ("0.10", "0.20", "33.33"):
        table.given(0, cents, delivered_on=date(2008, 4, 1))
    found = supposed(table, move(table, "34.03"))
    assert [row.worth for row in found.after.rows] == [Decimal("0.60"), Decimal("35.03"), 1]
    assert found.after.headline.total == found.before.headline.total


def test_nothing_is_recorded_and_what_is_older_does_not_move() -> None:
    table = Table(2).gave(50, 50).given(0, 500, delivered_on=date(2006, 1, 1))
    snapshot = table.snapshot
    before = balance(snapshot, table.group.id)
    kept = snapshot.of(Contribution)
    with pytest.raises(Mistake, match=r"Agency 0 delivered 50 NZD of money in these 12 months"):
        balance_what_if(snapshot, table.group.id, [move(table, 51)])
    balance_what_if(snapshot, table.group.id, [move(table, 50)])
    assert (balance(snapshot, table.group.id), snapshot.of(Contribution)) == (before, kept)


def test_the_chair_may_go_to_an_agency_or_to_a_person() -> None:
    table = Table(3).gave(70, 20, 10).chaired_by(0)
    table.add(person := a_person(table.agencies[2], name="Hēmi Example"))
    to_agency = supposed(table, MoveChair(agency_id=table.agencies[1].id)).after.chair
    to_person = supposed(table, MoveChair(person_id=person.id)).after.chair
    assert to_agency.words == "Agency 1 20%: a counterweight to the largest"
    assert [chair.person for chair in to_person.chairs] == ["Hēmi Example"]


def test_several_moves_follow_one_another_and_back_again_changes_nothing() -> None:
    table = Table(3).gave(70, 20, 10)
    found = supposed(table, move(table, 70), move(table, 70, giver=1, taker=0))
    assert found.words == ("Nothing that is shown here would change.",)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"amount": Decimal("-3")}, "Give an amount above 0"),
        ({"amount": Decimal("1e-999999")}, "round it"),
        ({"amount": Decimal("NaN")}, "Give an amount above 0"),
        ({"to_id": "nobody"}, "has no seat in the group"),
        ({"unit": "hours"}, "delivered 0 hours of money"),
        ({"kind": Resource.MANDATE}, "of mandate"),
    ],
)
def test_a_move_that_cannot_be_made_is_a_sentence(fields: dict[str, Any], said: str) -> None:
    table = Table(2).gave(50, 50)
    with pytest.raises(Mistake, match=said):
        supposed(table, move(table, 5, **fields))


def test_a_chair_for_nobody_or_for_a_stranger_is_a_sentence() -> None:
    table = Table(2)
    with pytest.raises(Mistake, match="Say who would take the chair"):
        supposed(table, MoveChair())
    with pytest.raises(Mistake, match="no seat"):
        supposed(table, MoveChair(agency_id="nobody"))
    with pytest.raises(Mistake, match="has it already"):
        supposed(table, move(table, 5, taker=0))
