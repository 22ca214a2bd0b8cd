"""Support from each home agency by kind."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.builders import a_group, a_member, an_agency, an_id
from tracker.models.figures.support_board import SupportBoard, SupportState, support_board
from tracker.models.records import Agency, Record, Support
from tracker.models.records.contribution import SupportKind
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)
GROUP = a_group()
POLICE, EDUCATION = an_agency("POL", short_name="Police"), an_agency("EDU", short_name="Education")
SEATS = [a_member(GROUP, POLICE), a_member(GROUP, EDUCATION, from_on=date(2007, 3, 1))]


def support(agency: Agency = POLICE, kind: SupportKind = SupportKind.MONEY, **fields: Any) -> Support:
    return Support(id=an_id(), group_id=GROUP.id, agency_id=agency.id, kind=kind, **fields)


def board(*records: Record, on: date | None = None) -> SupportBoard:
    return support_board(snapshot_of(TODAY, [GROUP, POLICE, EDUCATION, *SEATS, *records]), GROUP.id, on)


def said(*records: Record, kind: SupportKind = SupportKind.MONEY, on: date | None = None) -> str:
    return board(*records, on=on).rows[0].cells[kind.rank].words


ALL_DATES = {"asked_on": date(2008, 1, 1), "promised_on": date(2008, 2, 1), "secured_on": date(2008, 3, 1)}


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2007, 12, 31), "Nothing noted"),
        (date(2008, 1, 1), "Asked for 1 Jan 2008, $20,000"),
        (date(2008, 2, 1), "Promised 1 Feb 2008, $20,000"),
        (date(2008, 3, 1), "Secured 1 Mar 2008, $20,000"),
    ],
)
def test_a_support_stands_where_it_had_come_to_on_the_day(on: date, words: str) -> None:
    assert said(support(amount_nzd=Decimal(20_000), **ALL_DATES), on=on) == words


def test_a_support_without_dates_is_said_to_be_so() -> None:
    assert said(support()) == "Noted without a date"


def test_the_furthest_of_several_stands_first() -> None:
    asked, secured = support(asked_on=date(2008, 5, 1)), support(secured_on=date(2008, 3, 1))
    cell = board(asked, secured).rows[0].cells[SupportKind.MONEY.rank]
    assert (cell.state, cell.words) == (SupportState.SECURED, "Secured 1 Mar 2008; Asked for 1 May 2008")


def test_every_home_agency_has_a_row_in_the_order_of_joining_and_the_silent_are_named() -> None:
    found = board(support(EDUCATION, asked_on=date(2008, 5, 1)))
    assert [row.agency for row in found.rows] == ["Police", "Education"]
    assert found.silent == ("Police",)


def test_secured_is_counted_of_the_home_agencies_kind_by_kind() -> None:
    money = [support(secured_on=TODAY, amount_nzd=Decimal(1_500)), support(secured_on=TODAY, amount_nzd=Decimal(500))]
    totals = board(*money, support(kind=SupportKind.TIME, asked_on=TODAY)).totals
    assert totals[SupportKind.MONEY.rank].words == "1 of 2 home agencies, $2,000"
    assert totals[SupportKind.TIME.rank].words == "0 of 2 home agencies"


def test_support_of_an_agency_that_left_is_told_and_not_counted_among_those_at_the_table() -> None:
    other = an_agency("HNZ", short_name="Housing")
    left = a_member(GROUP, other, to_on=date(2008, 1, 1))
    found = board(other, left, support(other, secured_on=date(2007, 6, 1)))
    assert [(row.agency, row.seated) for row in found.rows][-1:] == [("Education", True)]
    assert ("Housing", False) in [(row.agency, row.seated) for row in found.rows]
    assert found.totals[SupportKind.MONEY.rank].words == "0 of 2 home agencies"


def test_of_a_closed_group_those_count_who_sat_there_on_its_last_day() -> None:
    closed = a_group(closed_on=date(2008, 1, 1), closed_because="Done")
    seat = a_member(closed, POLICE, to_on=date(2008, 1, 1))
    found = support_board(snapshot_of(TODAY, [closed, POLICE, seat]), closed.id)
    assert found.silent == ("Police",)


def test_a_group_without_members_has_an_empty_board() -> None:
    found = support_board(snapshot_of(TODAY, [GROUP]), GROUP.id)
    assert (found.rows, found.silent) == ((), ())
    assert found.totals[0].words == "0 of 0 home agencies"
