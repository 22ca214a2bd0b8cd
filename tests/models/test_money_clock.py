"""The money clock: six weeks until the first money is secured."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.builders import a_group, an_agency, an_id
from tracker.models.figures.money_clock import ClockState, MoneyClock, money_clock
from tracker.models.records import Contribution, Record, Support
from tracker.models.records.contribution import Resource, SupportKind
from tracker.models.snapshot import snapshot_of

# Six weeks from 1 May 2008 end on 12 June.
STARTED = date(2008, 5, 1)
POLICE = an_agency("POL", short_name="Police")


def clock(*records: Record, on: date, days: int = 42, **fields: Any) -> MoneyClock:
    group = a_group(**{"id": "group", "started_on": STARTED} | fields)
    return money_clock(snapshot_of(on, [group, POLICE, *records]), group.id, days=days)


def money(on: date | None, **fields: Any) -> Support:
    named = {"group_id": "group", "agency_id": POLICE.id, "kind": SupportKind.MONEY, "secured_on": on}
    return Support(**{"id": an_id()} | named | fields)


@pytest.mark.parametrize(
    ("on", "state", "words"),
    [
        (date(2008, 4, 30), ClockState.NOT_STARTED, "The clock starts on 1 May 2008"),
        (STARTED, ClockState.RUNNING, "42 days left, until 12 Jun 2008: no money is secured yet"),
        (date(2008, 6, 12), ClockState.RUNNING, "0 days left, until 12 Jun 2008: no money is secured yet"),
        (date(2008, 6, 13), ClockState.OVER, "1 day over, since 12 Jun 2008: no money is secured yet"),
    ],
)
def test_without_money_the_clock_runs_and_then_is_over(on: date, state: ClockState, words: str) -> None:
    found = clock(on=on)
    assert (found.state, found.words, found.warns) == (state, words, state is ClockState.OVER)


@pytest.mark.parametrize(("secured", "state"), [(12, ClockState.IN_TIME), (13, ClockState.LATE)])
def test_the_last_day_of_the_six_weeks_is_in_time(secured: int, state: ClockState) -> None:
    assert clock(money(date(2008, 6, secured)), on=date(2008, 6, 30)).state is state


def test_the_first_money_is_told_with_its_day_agency_and_amount() -> None:
    later = money(date(2008, 6, 20), amount_nzd=Decimal(90_000))
    found = clock(later, money(date(2008, 5, 18), amount_nzd=Decimal(6_000)), on=date(2008, 6, 30))
    assert found.words == "Secured 18 May 2008, 17 days after the start from Police, $6,000"


def test_money_secured_after_the_day_is_not_there_yet() -> None:
    assert clock(money(date(2008, 6, 2)), on=date(2008, 6, 1)).state is ClockState.RUNNING


def test_money_from_before_the_start_is_in_time() -> None:
    found = clock(money(date(2008, 4, 1)), on=date(2008, 6, 1))
    assert (found.state, found.words) == (ClockState.IN_TIME, "Secured 1 Apr 2008, before the start from Police")


def test_support_of_another_kind_and_money_only_promised_do_not_stop_the_clock() -> None:
    time = money(date(2008, 5, 2), kind=SupportKind.TIME)
    assert clock(time, money(None, promised_on=date(2008, 5, 2)), on=date(2008, 6, 30)).state is ClockState.OVER


def test_money_that_came_in_without_being_noted_as_secured_is_said() -> None:
    given = Contribution(
        id=an_id(), group_id="group", agency_id=POLICE.id, kind=Resource.MONEY, delivered_on=date(2008, 5, 9)
    )
    assert clock(given, on=date(2008, 6, 13)).words.endswith("yet; money came in on 9 May 2008")


def test_the_weeks_can_be_changed() -> None:
    assert clock(on=date(2008, 6, 13), days=60).left == 17


def test_a_closed_group_and_one_without_a_start_have_no_clock_running() -> None:
    closed = clock(on=date(2008, 6, 30), closed_on=date(2008, 6, 1), closed_because="Done")
    assert (closed.state, closed.left, closed.words) == (ClockState.STOPPED, None, "Closed with no money secured")
    unknown = clock(money(date(2008, 5, 2)), on=date(2008, 6, 30), started_on=None)
    assert (unknown.state, unknown.secured_on) == (ClockState.NOT_STARTED, None)
    assert unknown.words.endswith("fill that in")


@pytest.mark.parametrize(
    ("on", "secured", "gone"),
    [
        (STARTED, None, 0.0),
        (date(2008, 5, 22), None, 0.5),
        (date(2008, 6, 30), None, 1.0),
        (date(2008, 6, 30), date(2008, 5, 22), 0.5),
        (date(2008, 6, 30), date(2008, 4, 1), 0.0),
        (date(2008, 4, 1), None, None),
    ],
)
def test_a_part_of_the_time_has_gone_or_had_when_money_came(on: date, secured: date | None, gone: float | None) -> None:
    records = [money(secured)] if secured else []
    assert clock(*records, on=on).gone == gone
