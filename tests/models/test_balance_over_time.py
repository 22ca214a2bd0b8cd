"""Concentration over time: month and quarter ends of the group's life, and gaps where it is not enough to tell."""

from datetime import date

import pytest

from tests.models.balance_office import TODAY, Table
from tracker.models.figures.balance_over_time import BalanceOverTime, Step, balance_over_time
from tracker.models.figures.headline import headline


def of(table: Table, step: Step = Step.QUARTER) -> BalanceOverTime:
    return balance_over_time(table.snapshot, table.group.id, step=step)


def years() -> Table:
    table = Table(3, started_on=date(2005, 2, 10))
    for year in (2007, 2008):
        for place, value in enumerate((50 * (year - 2006), 30, 20)):
            table.given(place, value, delivered_on=date(year, 3, 10 + place))
    return table


def test_points_stand_at_the_ends_of_quarters_and_on_the_day_itself() -> None:
    table = Table(1, started_on=date(2007, 11, 5))
    days = [point.on for point in balance_over_time(table.snapshot, table.group.id, date(2008, 5, 15)).points]
    assert days == [date(2007, 12, 31), date(2008, 3, 31), date(2008, 5, 15)]


def test_points_stand_at_the_ends_of_months_over_a_leap_year() -> None:
    table = Table(1, started_on=date(2007, 12, 31))
    days = [point.on for point in of(table, Step.MONTH).points]
    assert days[:4] == [date(2007, 12, 31), date(2008, 1, 31), date(2008, 2, 29), date(2008, 3, 31)]
    assert days[-1] == TODAY
    assert len(days) == 7


@pytest.mark.parametrize("step", list(Step))
def test_each_point_says_what_the_headline_of_its_day_says(step: Step) -> None:
    table = years()
    for point in of(table, step).points:
        told = headline(table.snapshot, table.group.id, point.on)
        partners = told.concentration.effective_partners if told.concentration else None
        assert (point.agency, point.effective_partners) == (told.largest.agency if told.largest else "", partners)
        assert (point.n, point.members, point.with_value) == (told.n, told.members, told.with_value)


def test_where_it_is_not_enough_to_tell_there_is_a_gap() -> None:
    table = Table(3, started_on=date(2005, 2, 10)).given(0, 5, delivered_on=date(2007, 1, 10))
    table.given(1, 5, delivered_on=date(2007, 2, 10)).given(1, 5, delivered_on=date(2008, 6, 20))
    table.given(2, 5, delivered_on=date(2008, 6, 20))
    runs = of(table).runs
    assert [(run[0].on, run[-1].on) for run in runs] == [(date(2007, 3, 31), date(2007, 12, 31)), (TODAY, TODAY)]


def test_a_point_says_its_counts_in_words() -> None:
    assert of(years()).points[-1].words == (
        "30 Jun 2008: Agency 0 67%, 2.0 effective partners of 3 (3 entries, 3 of 3 agencies with a value)"
    )
    assert of(years()).points[0].words == "31 Mar 2005: not enough to tell (0 entries, 0 of 0 agencies with a value)"


def test_in_the_first_year_the_twelve_months_are_not_full() -> None:
    flags = [point.first_year for point in of(Table(1, started_on=date(2007, 3, 31))).points]
    assert flags == [True, True, True, True, False, False]


def test_a_closed_group_ends_on_its_last_day_and_one_to_come_has_no_points() -> None:
    closed = Table(1, started_on=date(2006, 1, 1), closed_on=date(2007, 5, 5), closed_because="Done")
    assert of(closed).points[-1].on == date(2007, 5, 5)
    assert of(Table(1, started_on=date(2009, 1, 1))).points == ()
    assert of(Table(1, started_on=None)).points == ()


def test_the_picture_begins_just_before_the_first_delivery_with_a_value() -> None:
    days = [point.on for point in of(years()).begun]
    assert days[:2] == [date(2006, 12, 31), date(2007, 3, 31)]
    assert of(Table(3)).begun == ()
