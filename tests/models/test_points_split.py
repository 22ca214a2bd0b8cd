"""100 points shared out: always whole, always 100, never below 0, and locked ones stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.models.mistake import Mistake
from tracker.models.points_split import WHOLE, PointsSplit, shared_out

SIZES = st.integers(1, 40)


@st.composite
def splits(draw: st.DrawFn) -> PointsSplit:
    """Any points that add up to 100, with any of them locked."""
    size = draw(SIZES)
    points = shared_out(WHOLE, draw(st.lists(st.integers(0, 100), min_size=size, max_size=size)))
    locked = draw(st.frozensets(st.integers(0, size - 1)))
    return PointsSplit(points, locked)


@st.composite
def moves(draw: st.DrawFn) -> tuple[PointsSplit, int, int]:
    split = draw(splits())
    return split, draw(st.integers(0, len(split.points) - 1)), draw(st.integers(-50, 150))


def holds(split: PointsSplit) -> bool:
    return sum(split.points) == WHOLE and all(isinstance(each, int) and each >= 0 for each in split.points)


@given(moves())
def test_however_one_is_moved_all_add_up_to_100_and_locked_ones_stay(move: tuple[PointsSplit, int, int]) -> None:
    split, place, to = move
    moved = split.moved(place, to)
    least, most = split.room(place)
    assert holds(moved)
    assert moved.points[place] == min(max(to, least), most)
    assert all(moved.points[other] == split.points[other] for other in split.locked if other != place)


@given(moves(), st.lists(st.integers(0, 100), max_size=5))
def test_moving_one_to_and_fro_loses_nothing_of_the_others(move: tuple[PointsSplit, int, int], ways: list[int]) -> None:
    split, place, to = move
    moved = split.moved(place, to)
    for way in ways:
        moved = moved.moved(place, way)
    assert moved.moved(place, to).points == split.moved(place, to).points
    assert moved.moved(place, split.points[place]).points == split.points


@given(moves())
def test_the_others_keep_their_order(move: tuple[PointsSplit, int, int]) -> None:
    split, place, to = move
    moved = split.moved(place, to)
    free = [other for other in range(len(split.points)) if other != place and other not in split.locked]
    pairs = [(one, two) for one in free for two in free if split.points[one] > split.points[two]]
    assert all(moved.points[one] >= moved.points[two] for one, two in pairs)


@given(moves())
def test_a_typed_number_stays_as_it_was_typed_or_is_refused(move: tuple[PointsSplit, int, int]) -> None:
    split, place, to = move
    least, most = split.room(place)
    if least <= to <= most:
        typed = split.typed(place, to)
        assert holds(typed)
        assert typed.points[place] == to
        assert place in typed.locked
    else:
        with pytest.raises(Mistake):
            split.typed(place, to)


@given(splits())
def test_evened_out_no_unlocked_ones_differ_by_more_than_a_point(split: PointsSplit) -> None:
    even = split.evened_out()
    free = [each for place, each in enumerate(even.points) if place not in even.locked]
    assert holds(even)
    assert max(free) - min(free) <= 1
    assert all(even.points[place] == split.points[place] for place in even.locked)


@given(SIZES)
def test_an_equal_split_is_of_whole_points(parts: int) -> None:
    assert holds(PointsSplit.equal(parts))


def test_three_share_equally_as_far_as_whole_points_go() -> None:
    assert PointsSplit.equal(3).points == (34, 33, 33)


def test_the_others_give_in_proportion() -> None:
    assert PointsSplit((40, 40, 20)).moved(0, 70).points == (70, 20, 10)


def test_points_that_become_free_go_to_those_that_have_none_alike() -> None:
    assert PointsSplit((100, 0, 0)).moved(0, 60).points == (60, 20, 20)


def test_numbers_typed_from_a_sheet_of_paper_stay_one_after_another() -> None:
    split = PointsSplit.equal(4)
    for place, points in enumerate((40, 30, 20)):
        split = split.typed(place, points)
    assert split.points == (40, 30, 20, 10)


def test_a_sheet_that_adds_up_to_more_than_100_is_told_at_the_number_that_is_too_many() -> None:
    split = PointsSplit.equal(4).typed(0, 40).typed(1, 30).typed(2, 20)
    with pytest.raises(Mistake, match="All others are locked, which leaves 10: take a lock off"):
        split.typed(3, 15)
    with pytest.raises(Mistake, match="50 cannot be given: 30 points are left beside those that are locked"):
        PointsSplit.equal(4).typed(0, 40).typed(1, 30).typed(2, 50)


@pytest.mark.parametrize("typed", [-1, 101, 10**30])
def test_more_than_there_are_or_fewer_than_none_cannot_be_typed(typed: int) -> None:
    with pytest.raises(Mistake, match="there are 100 points in all, and none below 0"):
        PointsSplit.equal(4).typed(0, typed)


def test_one_agency_alone_has_all_points() -> None:
    assert PointsSplit.equal(1).moved(0, 30).points == (100,)


def test_two_agencies_are_each_others_rest() -> None:
    assert PointsSplit.equal(2).moved(1, 80).points == (20, 80)


def test_without_agencies_there_is_nothing_to_share_out() -> None:
    with pytest.raises(Mistake, match="nobody to share the points out over"):
        PointsSplit.equal(0)


@pytest.mark.parametrize("points", [(50, 40), (60, 50), (120, -20), ()])
def test_points_that_do_not_add_up_to_100_are_refused(points: tuple[int, ...]) -> None:
    with pytest.raises(Mistake, match="share out exactly 100"):
        PointsSplit.given(points)


def test_equal_takes_the_locks_off_where_all_are_locked() -> None:
    split = PointsSplit((70, 30), frozenset({0, 1})).evened_out()
    assert (split.points, split.locked) == ((50, 50), frozenset())
