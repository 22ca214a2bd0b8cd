"""What each agency promised and delivered: by kind, in its own unit, never added over kinds."""

from datetime import date
from decimal import Decimal

import pytest

from tests.models.balance_office import TODAY, Table
from tracker.models.figures.headline import Headline, headline
from tracker.models.figures.resource_shares import ResourceShare, resource_shares
from tracker.models.figures.shares import largest_share
from tracker.models.records.contribution import Resource

HOURS = {"kind": Resource.STAFF_TIME, "unit": "hours"}


def delivered(table: Table) -> tuple[ResourceShare, ...]:
    return resource_shares(table.snapshot, table.group.id).delivered


def head(table: Table, on: date | None = None) -> Headline:
    return headline(table.snapshot, table.group.id, on)


def amounts(row: ResourceShare) -> list[int]:
    return [int(amount) for amount in row.amounts.values()]


def test_kinds_stay_apart_each_with_the_zeros_of_those_who_gave_none() -> None:
    table = Table(3).given(0, 700).given(1, 300).given(2, None, quantity=Decimal(12), **HOURS)
    assert [(row.heading, amounts(row)) for row in delivered(table)] == [
        ("Money (NZD)", [700, 300, 0]),
        ("Staff time (hours)", [0, 0, 12]),
    ]


def test_values_count_where_all_of_a_kind_carry_one_and_quantities_where_one_does_not() -> None:
    table = Table(2).given(0, 500, quantity=Decimal(10), **HOURS).given(1, 900, quantity=Decimal(6), **HOURS)
    assert [(row.unit, amounts(row)) for row in delivered(table)] == [("NZD", [500, 900])]
    table.given(1, None, quantity=Decimal(4), **HOURS)
    assert [(row.unit, amounts(row)) for row in delivered(table)] == [("hours", [10, 10])]


def test_several_units_of_a_kind_stay_apart_and_a_capital_makes_no_other_unit() -> None:
    table = Table(2)
    for unit in ("rooms", "Desks", "desks", "nzd"):
        table.given(0, None, kind=Resource.PLACE_OR_GOODS, quantity=Decimal(2), unit=unit)
    assert [(row.unit, amounts(row)) for row in delivered(table)] == [
        ("Desks", [4, 0]),
        ("NZD", [2, 0]),
        ("rooms", [2, 0]),
    ]


def test_what_has_no_amount_is_counted_and_not_shared_out() -> None:
    (row,) = delivered(Table(2).given(1, None, kind=Resource.MANDATE))
    assert (row.heading, row.concentration, row.count, row.giving) == ("Mandate, without an amount", None, 1, 1)
    assert row.words == "1 of 2 agencies · 1 entry · 1 Mar 2008"


def test_promised_and_delivered_are_counted_by_their_own_days_and_in_the_same_unit() -> None:
    promise = {"promised_on": date(2008, 1, 5), "quantity": Decimal(8), **HOURS}
    table = Table(2).given(0, 400, delivered_on=None, **promise).given(1, None, quantity=Decimal(3), **HOURS)
    found = resource_shares(table.snapshot, table.group.id)
    assert [(row.unit, amounts(row)) for row in found.promised] == [("hours", [8, 0])]
    assert [(row.unit, amounts(row)) for row in found.delivered] == [("hours", [0, 3])]
    assert found.to_come == 1


def test_a_period_counts_both_its_days() -> None:
    table = Table(1)
    for number in (1, 2, 3):
        table.given(0, 10, delivered_on=date(2008, 3, number))
    (row,) = resource_shares(table.snapshot, table.group.id, date(2008, 3, 2), date(2008, 3, 1)).delivered
    assert (row.count, row.first, row.last) == (2, date(2008, 3, 1), date(2008, 3, 2))


def test_who_has_left_is_counted_with_what_it_gave() -> None:
    table = Table(2).gave(10, 20)
    table.records[-4:-2] = [
        type(seat)(**vars(seat) | {"to_on": date(2008, 4, 1)}) if place else seat
        for place, seat in enumerate(table.records[-4:-2])
    ]
    (row,) = delivered(table)
    assert (row.n, resource_shares(table.snapshot, table.group.id).members) == (2, 1)


@pytest.mark.parametrize("values", [(70, 10, 10, 10), (40, 30, 20, 10), (25, 25, 25, 25), (9, 0, 0), (1,), (3, 3)])
def test_the_headline_says_the_same_as_every_other_page(values: tuple[int, ...]) -> None:
    table = Table(len(values)).gave(*values)
    found, told = head(table), largest_share(table.snapshot, table.group.id)
    assert found.largest == told
    if told is None:
        assert (found.concentration, found.share(table.agencies[0].id)) == (None, None)
    else:
        assert found.concentration is not None
        assert found.concentration.largest == (told.agency_id, pytest.approx(told.share))


def test_under_half_the_agencies_with_a_value_is_not_enough_and_says_so() -> None:
    found = head(Table(5).gave(70, 30))
    assert (found.n, found.with_value, found.largest, found.concentration) == (5, 2, None, None)
    assert found.words == "not enough to tell: 2 of 5 agencies with a value, 1 Jul 2007 to 30 Jun 2008"


def test_nothing_and_nothing_but_zeros_are_no_share() -> None:
    assert head(Table(3)).concentration is None
    zeros = Table(2).given(0, 0).given(1, 0)
    assert head(zeros).largest is None
    assert [row.concentration for row in delivered(zeros)] == [None]


def test_a_day_without_anybody_at_the_table_has_nothing_to_tell() -> None:
    assert head(Table(3).gave(1, 2, 3), date(1999, 1, 1)).n == 0
    assert resource_shares(Table(0).snapshot, "nobody", TODAY).delivered == ()
