"""A group's balance: rows in the order in which they joined, and the five figures with what is behind them."""

from datetime import date
from fractions import Fraction

import pytest

from tests.builders import a_member, an_agency
from tests.models.balance_office import TODAY, Table
from tracker.models.figures.balance import Balance, balance
from tracker.models.figures.share_words import per_cent
from tracker.models.records.group import Group
from tracker.models.records.reading import Question


def of(table: Table, on: date | None = None) -> Balance:
    return balance(table.snapshot, table.group.id, on)


def full() -> Table:
    table = Table(4).gave(70, 10, 10, 10).chaired_by(1).read(0, (40, 30, 20, 10))
    table.read(0, (60, 20, 10, 10), Question.GIVES).read(0, (20, 20, 30, 30), Question.GAINS)
    return table


def test_the_tiles_say_each_figure_with_its_counts_and_its_day() -> None:
    assert [tile.words for tile in of(full()).tiles] == [
        "Largest share of resources: Agency 0 70% · of $100 delivered · 4 of 4 agencies with a value"
        " · 12 months to 30 Jun 2008",
        "Effective partners: 1.9 of 4 · of 4 agencies, resources as if 1.9 gave · 1 ÷ HHI 0.52",
        "Chair: Agency 1 10% · a counterweight to the largest · on 30 Jun 2008",
        "Influence, largest: Agency 0 40% · Reading of 2 May 2008 · 1 rater from 1 of 4 agencies",
        "Gives more than it gains: Agency 0 +40 · 60 of 100 points given, 20 gained"
        " · Reading of 2 May 2008 · 1 rater from 1 of 4 agencies",
    ]
    assert [tile.tone for tile in of(full()).tiles] == ["warning", "warning", "good", "", ""]


def test_agencies_stand_in_the_order_in_which_they_joined_and_never_by_size() -> None:
    rows = of(Table(3).gave(10, 20, 70).chaired_by(1)).rows
    assert [row.called for row in rows] == ["Agency 0", "Agency 1 (chair)", "Agency 2"]


def test_who_has_left_comes_last_and_is_marked() -> None:
    table = Table(1).gave(50)
    gone = an_agency("GO", short_name="Gone")
    table.add(gone, a_member(table.group, gone, from_on=date(2007, 1, 1), to_on=date(2008, 4, 1)))
    table.agencies.append(gone)
    table.given(1, 50)
    assert [row.called for row in of(table).rows] == ["Agency 0", "Gone (has left)"]
    assert of(table).members == 1


@pytest.mark.parametrize("size", [1, 2, 40])
def test_one_agency_two_and_forty_have_their_balance(size: int) -> None:
    found = of(Table(size).gave(*range(1, size + 1)).chaired_by(0))
    assert sum(row.resources or 0 for row in found.rows) == 1
    assert found.tiles[1].figure == ("–" if size < 3 else f"{found.tiles[1].figure.split()[0]} of {size}")


def test_under_three_agencies_the_shares_alone_are_told() -> None:
    tiles = of(Table(2).gave(90, 10)).tiles
    assert (tiles[0].figure, tiles[0].tone) == ("Agency 0 90%", "")
    assert tiles[1].note == "shares only: 2 agencies, and it takes 3"


def test_a_group_of_which_nothing_is_known_says_so_in_each_figure() -> None:
    found = of(Table(0))
    assert found.empty
    assert [tile.figure for tile in found.tiles] == ["–"] * 5
    assert found.tiles[0].note == "not enough to tell · 0 of 0 agencies with a value · 12 months to 30 Jun 2008"


def test_shares_that_are_level_are_not_told_as_a_lead() -> None:
    assert of(Table(3).gave(10, 10, 10)).tiles[0].note.startswith("level with 2 others · ")


def test_a_closed_group_is_seen_on_its_last_day() -> None:
    table = (
        Table(3, closed_on=date(2008, 4, 1), closed_because="Done").gave(50, 30, 20).given(2, 500, delivered_on=TODAY)
    )
    assert (of(table).on, of(table).closed, of(table).headline.total) == (date(2008, 4, 1), True, 100)
    assert of(table, date(2008, 3, 15)).closed is False


def test_the_day_moves_the_whole_of_it() -> None:
    found = of(full(), date(2008, 2, 1))
    assert (found.headline.largest, found.influence, found.gives_gets.rows) == (None, None, ())


def test_there_is_no_balance_of_no_group() -> None:
    with pytest.raises(KeyError):
        balance(Table(1).snapshot, "nobody")
    assert isinstance(of(Table(1)).group, Group)


def test_a_half_per_cent_goes_up_and_what_is_less_than_one_is_said() -> None:
    shares = (Fraction(57, 200), Fraction(1, 200), Fraction(1, 300), Fraction(0))
    assert [per_cent(share) for share in shares] == ["29%", "1%", "under 1%", "0%"]
