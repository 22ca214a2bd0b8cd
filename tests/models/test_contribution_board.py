"""Contributions promised and delivered, by agency, kind and time."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from tests.builders import a_group, a_member, an_agency, an_id
from tracker.models.figures.buckets import Span, buckets_until
from tracker.models.figures.contribution_board import ContributionBoard, contribution_board
from tracker.models.figures.tally import added, tally
from tracker.models.records import Agency, Contribution, Record
from tracker.models.records.contribution import Resource
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)
GROUP = a_group()
POLICE, EDUCATION = an_agency("POL", short_name="Police"), an_agency("EDU", short_name="Education")
SEATS = [a_member(GROUP, POLICE), a_member(GROUP, EDUCATION, from_on=date(2007, 3, 1))]


def given(
    kind: Resource = Resource.STAFF_TIME, number: int | None = None, unit: str = "hours", **fields: Any
) -> Contribution:
    quantity = {} if number is None else {"quantity": Decimal(number), "unit": unit}
    agency: Agency = fields.pop("agency", POLICE)
    return Contribution(
        **{"id": an_id(), "group_id": GROUP.id, "agency_id": agency.id, "kind": kind} | quantity | fields
    )


def board(*records: Record, on: date | None = None, **asked: Any) -> ContributionBoard:
    return contribution_board(snapshot_of(TODAY, [GROUP, POLICE, EDUCATION, *SEATS, *records]), GROUP.id, on, **asked)


@pytest.mark.parametrize(
    ("span", "labels"),
    [
        (Span.MONTH, ["Dec 2007", "Jan 2008", "Feb 2008"]),
        (Span.QUARTER, ["2007/08-Q1", "2007/08-Q2", "2007/08-Q3"]),
        (Span.YEAR, ["2005/06", "2006/07", "2007/08"]),
    ],
)
def test_columns_end_with_that_of_the_day_and_leave_no_gap(span: Span, labels: list[str]) -> None:
    found = buckets_until(span, date(2008, 2, 29), 3)
    assert [bucket.label for bucket in found] == labels
    assert date(2008, 2, 29) in found[-1]
    assert all((later.first_day - earlier.last_day).days == 1 for earlier, later in pairwise(found))


def test_a_promise_stands_in_one_column_and_its_delivery_in_another() -> None:
    part = given(number=40, promised_on=date(2008, 1, 5), delivered_on=date(2008, 5, 5))
    (row,) = board(part, columns=2).rows
    assert [cell.words for cell in row.cells] == ["Promised 40 hours", "Delivered 40 hours"]
    assert row.total.words == "Promised 40 hours; delivered 40 hours"


def test_what_came_before_the_first_column_is_kept_apart_and_counts_in_all() -> None:
    old, new = given(number=5, delivered_on=date(2007, 1, 1)), given(number=3, delivered_on=TODAY)
    (row,) = board(old, new, span=Span.MONTH, columns=1).rows
    assert (row.before.words, row.cells[0].words) == ("Delivered 5 hours", "Delivered 3 hours")
    assert row.total.words == "Delivered 8 hours"


def test_kinds_and_units_are_never_added_up() -> None:
    hours, days = given(number=40, delivered_on=TODAY), given(number=2, unit="days", delivered_on=TODAY)
    money = given(Resource.MONEY, value_nzd=Decimal(5_000), delivered_on=TODAY)
    found = board(hours, days, money)
    assert [(row.kind, row.total.words) for row in found.rows] == [
        (Resource.MONEY, "Delivered $5,000"),
        (Resource.STAFF_TIME, "Delivered 2 days · 40 hours"),
    ]


def test_a_kind_is_told_over_all_agencies_with_how_many_gave() -> None:
    parts = [given(number=4, delivered_on=TODAY), given(number=6, agency=EDUCATION, promised_on=TODAY)]
    (total,) = board(*parts).kinds
    assert (total.total.words, total.agencies) == ("Promised 6 hours; delivered 4 hours", 1)
    assert total.outstanding.words == "6 hours"


def test_values_are_told_with_how_many_carry_one_and_dollars_once() -> None:
    valued = given(Resource.MONEY, 500, "NZD", value_nzd=Decimal(500))
    assert tally([valued, given(Resource.MONEY, 300, "NZD"), given(Resource.MONEY)]).words == (
        "$800 for 2 of 3 · 1 without an amount"
    )
    assert tally([]).words == ""


def test_tallies_are_added_as_if_counted_at_once() -> None:
    parts = [given(number=4), given(number=2, unit="days"), given(value_nzd=Decimal("0.1")), given(number=10**14)]
    assert added(tally([part]) for part in parts) == tally(parts)
    assert added([]) == tally([])


def test_what_has_not_come_is_outstanding_with_its_age_the_oldest_first() -> None:
    late = given(number=8, text="A youth worker", promised_on=date(2008, 3, 3))
    kept = given(number=1, promised_on=date(2008, 1, 1), delivered_on=TODAY)
    older = given(Resource.MANDATE, promised_on=date(2008, 1, 1), agency=EDUCATION)
    found = board(late, kept, older).outstanding
    assert [one.contribution for one in found] == [older, late]
    assert found[1].words == "Police: A youth worker, 8 hours; promised 3 Mar 2008, 119 days ago"
    assert found[0].words == "Education: no amount; promised 1 Jan 2008, 181 days ago"


def test_on_an_earlier_day_what_came_later_was_outstanding_or_not_there() -> None:
    part = given(number=8, promised_on=date(2008, 3, 3), delivered_on=date(2008, 5, 1))
    assert board(part, on=date(2008, 4, 1)).outstanding[0].days == 29
    assert board(part, on=date(2008, 4, 1)).rows[0].total.words == "Promised 8 hours"
    assert board(part, on=date(2008, 3, 2)).rows == ()


def test_agencies_of_which_nothing_is_noted_are_named() -> None:
    assert board(given(number=1, delivered_on=TODAY)).nothing == ("Education",)


def test_a_group_without_members_or_contributions_has_an_empty_board() -> None:
    found = contribution_board(snapshot_of(TODAY, [GROUP]), GROUP.id)
    assert (found.rows, found.kinds, found.outstanding, found.nothing) == ((), (), (), ())
    assert len(found.columns) == 8
    with pytest.raises(KeyError):
        contribution_board(snapshot_of(TODAY, []), GROUP.id)
