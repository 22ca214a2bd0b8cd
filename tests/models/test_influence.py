"""Readings of power: means over agencies, spread, own view, who was asked, and what has changed."""

from datetime import date
from fractions import Fraction

from tests.builders import a_member, an_agency
from tests.models.balance_office import Table
from tracker.models.figures.influence import Influence, influence
from tracker.models.records.reading import Question

BEFORE = date(2007, 5, 2)


def read(table: Table, on: date | None = None) -> Influence:
    found = influence(table.snapshot, table.group.id, on=on)
    assert found is not None
    return found


def shares(found: Influence) -> list[float]:
    return [float(row.share) for row in found.rows]


def test_raters_of_one_agency_are_averaged_before_the_agencies_are() -> None:
    table = Table(2).read(0, (90, 10)).read(0, (70, 30), rater="B").read(0, (80, 20), rater="C").read(1, (40, 60))
    found = read(table)
    assert shares(found) == [0.6, 0.4]
    assert (found.raters, len(found.agencies), len(found.asked)) == (4, 2, 2)


def test_the_spread_and_the_own_view_less_the_others_are_told() -> None:
    row = read(Table(3).read(0, (60, 20, 20)).read(1, (30, 40, 30)).read(2, (40, 20, 40))).rows[0]
    assert (row.lowest, row.highest, row.views) == (Fraction(3, 10), Fraction(6, 10), (0.3, 0.4, 0.6))
    assert (row.own, row.others, row.own_less_others) == (Fraction(6, 10), Fraction(35, 100), Fraction(25, 100))


def test_with_two_agencies_rating_nobody_s_view_is_told_apart() -> None:
    found = read(Table(3).read(0, (60, 20, 20)).read(1, (30, 40, 30)))
    assert [row.own_less_others for row in found.rows] == [None, None, None]


def test_who_was_asked_stands_beside_who_rated() -> None:
    assert read(Table(7).read(0, (100,)).read(1, (50, 50))).words == (
        "Reading of 2 May 2008 · 2 raters from 2 of 7 agencies"
    )


def test_what_does_not_share_out_100_points_is_left_out_and_counted() -> None:
    found = read(Table(2).read(0, (60, 40)).read(1, (60, 50)).read(1, (150, -50), rater="B"))
    assert (shares(found), found.left_out) == ([0.6, 0.4], 2)


def test_a_rater_of_an_agency_without_a_seat_is_left_out() -> None:
    table = Table(2).read(0, (60, 40)).read(1, (10, 90))
    stranger = an_agency("XX")
    table.add(stranger).read(1, (0, 100), agency_id=stranger.id)
    assert (shares(read(table)), read(table).left_out) == ([0.35, 0.65], 1)


def test_a_day_on_which_nothing_counts_is_passed_over() -> None:
    table = Table(2).read(0, (60, 40), on=BEFORE).read(0, (1, 2))
    assert (read(table).on, read(table).left_out) == (BEFORE, 1)


def test_an_agency_that_has_left_keeps_its_points_and_is_marked() -> None:
    table = Table(2)
    gone = an_agency("GO")
    table.add(gone, a_member(table.group, gone, to_on=date(2008, 5, 31)))
    table.agencies.append(gone)
    found = read(table.read(0, (50, 30, 20)).read(2, (20, 20, 60)))
    assert sorted((float(row.share), row.present) for row in found.rows) == [(0.25, True), (0.35, True), (0.4, False)]


def test_one_who_joined_later_was_not_there_to_be_rated() -> None:
    table = Table(2).read(0, (60, 40))
    late = an_agency("LA")
    table.add(late, a_member(table.group, late, from_on=date(2008, 6, 1)))
    assert read(table).row(late.id) is None


def test_of_a_rater_s_several_readings_of_a_day_the_last_one_counts() -> None:
    assert shares(read(Table(2).read(0, (60, 40)).read(0, (20, 80), rater=" a "))) == [0.2, 0.8]


def test_two_readings_are_held_together_by_those_alone_who_rated_both_times() -> None:
    table = Table(3).read(0, (50, 30, 20), on=BEFORE).read(1, (90, 10, 0), on=BEFORE)
    found = read(table.read(0, (40, 40, 20)).read(2, (0, 0, 100)))
    assert [row.change for row in found.rows] == [Fraction(-1, 10), Fraction(1, 10), 0]
    assert found.rows[0].before == Fraction(70, 100)
    assert found.change_words == "Since 2 May 2007: 1 agency up, 1 the same, 1 down, by 1 rater in both"


def test_changed_membership_is_marked_and_nobody_in_both_is_said() -> None:
    table = Table(2)
    table.add(late := an_agency("LA"), a_member(table.group, late, from_on=date(2008, 1, 1)))
    table.read(0, (50, 50), on=BEFORE).read(1, (50, 50))
    assert read(table).joined == ("Agency LA",)
    assert read(table).change_words.startswith("Nobody rated both now and on 2 May 2007")
    assert read(table.read(0, (50, 50))).change_words.endswith("joined since: Agency LA")


def test_each_question_has_its_readings_and_a_day_before_them_has_none() -> None:
    table = Table(2).read(0, (60, 40), Question.GIVES)
    assert influence(table.snapshot, table.group.id) is None
    assert influence(table.snapshot, table.group.id, Question.GIVES) is not None
    assert influence(table.snapshot, table.group.id, Question.GIVES, BEFORE) is None


def test_one_agency_and_forty_are_read_as_well() -> None:
    assert shares(read(Table(1).read(0, (100,)))) == [1.0]
    forty = Table(40)
    for place in range(40):
        forty.read(place, (61, *(1 for _ in range(39))))
    assert sum(row.share for row in read(forty).rows) == 1


def test_points_that_lead_to_no_agency_any_more_do_no_harm() -> None:
    table = Table(2)
    table.agencies.append(an_agency("GO"))
    assert shares(read(table.read(0, (30, 0, 70)))) == [0.3, 0.0]
