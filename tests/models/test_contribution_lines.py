"""A group's contributions as lines."""

from datetime import date
from decimal import Decimal

from tests.models.balance_office import Table
from tracker.models.figures.contribution_lines import agency_kinds, contribution_lines
from tracker.models.records.contribution import Resource


def test_what_has_not_come_stands_first_the_oldest_promise_before_the_others() -> None:
    table = Table(2).given(0, 5, text="came").given(1, text="young", delivered_on=None, promised_on=date(2008, 6, 1))
    table.given(1, text="old", delivered_on=None, promised_on=date(2008, 1, 1)).given(0, text="last")
    table.given(1, text="ahead", delivered_on=None, promised_on=date(2008, 8, 1))
    lines = contribution_lines(table.snapshot, table.group.id)
    assert [line.contribution.text for line in lines] == ["old", "young", "ahead", "came", "last"]
    assert [line.waits for line in lines] == [181, 29, 0, None, None]


def test_without_a_value_a_line_says_its_quantity_or_nothing() -> None:
    table = Table(1).given(0, quantity=Decimal(40), unit="hours").given(0)
    lines = contribution_lines(table.snapshot, table.group.id)
    assert [(line.amount, line.valued) for line in lines] == [("40 hours", False), ("", False)]


def test_what_is_delivered_on_a_day_to_come_still_waits() -> None:
    table = Table(1).given(0, promised_on=date(2008, 6, 29), delivered_on=date(2008, 7, 2))
    assert contribution_lines(table.snapshot, table.group.id)[0].waits == 1


def test_kinds_of_an_agency_stand_apart_and_say_what_has_not_come() -> None:
    table = Table(2).given(0, 5000).given(1, 1)
    table.given(0, kind=Resource.STAFF_TIME, quantity=Decimal(30), unit="hours", promised_on=date(2008, 1, 1))
    late = {"quantity": Decimal(10), "unit": "hours", "promised_on": date(2008, 1, 1), "delivered_on": None}
    table.given(0, kind=Resource.STAFF_TIME, **late)
    kinds = agency_kinds(contribution_lines(table.snapshot, table.group.id), table.agencies[0].id)
    assert [(each.kind, each.words) for each in kinds] == [
        (Resource.MONEY, "Delivered $5,000"),
        (Resource.STAFF_TIME, "Promised 40 hours; delivered 30 hours · not delivered yet: 10 hours"),
    ]
