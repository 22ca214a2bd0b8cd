"""The largest share of what was put in."""

from datetime import date
from decimal import Decimal
from typing import Any

from tests.builders import a_group, a_member, an_agency, an_id
from tracker.models.figures.shares import largest_share, year_before
from tracker.models.records import Agency, Contribution, Record
from tracker.models.records.contribution import Resource
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)
GROUP = a_group()
EDUCATION, POLICE, HOUSING = an_agency("EDU", short_name="Education"), an_agency("POL"), an_agency("HNZ")
SEATS = [a_member(GROUP, agency) for agency in (EDUCATION, POLICE, HOUSING)]


def given(agency: Agency, value: int | None, **fields: Any) -> Contribution:
    defaults = {"id": an_id(), "group_id": GROUP.id, "agency_id": agency.id, "kind": Resource.MONEY}
    amount = None if value is None else Decimal(value)
    return Contribution(**defaults | {"value_nzd": amount, "delivered_on": date(2008, 3, 1)} | fields)


def words(*records: Record) -> str:
    largest = largest_share(snapshot_of(TODAY, [GROUP, EDUCATION, POLICE, HOUSING, *SEATS, *records]), GROUP.id)
    return largest.words if largest else ""


def test_the_largest_share_is_named_with_the_total_behind_it() -> None:
    assert words(given(EDUCATION, 49_200), given(POLICE, 70_800)) == "New Zealand Police 59% of $120,000"


def test_under_half_the_agencies_is_not_enough_to_tell() -> None:
    assert words(given(EDUCATION, 50_000), given(POLICE, None, quantity=Decimal(12), unit="hours")) == ""


def test_a_promise_and_what_is_older_than_a_year_do_not_count() -> None:
    promised = given(POLICE, 90_000, delivered_on=None, promised_on=date(2008, 3, 1))
    old = given(HOUSING, 90_000, delivered_on=date(2007, 6, 30))
    counted = [given(EDUCATION, 3_000), given(POLICE, 1_000)]
    assert words(promised, old, *counted) == "Education 75% of $4,000"


def test_a_year_before_a_leap_day_is_the_last_of_february() -> None:
    assert year_before(date(2008, 2, 29)) == date(2007, 2, 28)
