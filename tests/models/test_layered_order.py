"""Rows of points in an order in which few lines cross."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from tracker.models.figures.layered_order import crossings, untangled
from tracker.models.figures.linear_order import drawn_together

ONE, OTHER = ("a", "b", "c", "d"), ("1", "2", "3", "4")
EDGES = st.sets(st.tuples(st.sampled_from(ONE), st.sampled_from(OTHER)), max_size=16)
PULLS = st.dictionaries(st.tuples(st.sampled_from(ONE), st.sampled_from(ONE)), st.integers(1, 9), max_size=8)


def length(order: tuple[str, ...], pulls: dict[tuple[str, str], int]) -> int:
    return sum(pull * abs(order.index(one) - order.index(other)) for (one, other), pull in pulls.items())


def test_lines_cross_where_their_ends_change_sides() -> None:
    assert crossings("ab", "12", [("a", "2"), ("b", "1")]) == 1
    assert crossings("ab", "12", [("a", "1"), ("a", "2"), ("b", "2")]) == 0


def test_what_can_be_untangled_is() -> None:
    one, other = untangled("abc", "123", [("a", "3"), ("b", "1"), ("c", "2")])
    assert crossings(one, other, [("a", "3"), ("b", "1"), ("c", "2")]) == 0


@given(EDGES)
def test_the_same_points_come_back_with_no_more_crossings_and_always_the_same(edges: set[tuple[str, str]]) -> None:
    found = untangled(ONE, OTHER, edges)
    assert (sorted(found[0]), sorted(found[1])) == (list(ONE), list(OTHER))
    assert crossings(*found, edges) <= crossings(ONE, OTHER, edges)
    assert untangled(ONE, OTHER, sorted(edges)) == untangled(ONE, OTHER, sorted(edges, reverse=True)) == found


def test_points_that_pull_at_each_other_come_to_stand_side_by_side() -> None:
    order = drawn_together(ONE, {("a", "d"): 3})
    assert abs(order.index("a") - order.index("d")) == 1


def test_points_that_pull_at_nothing_stay_where_they_are() -> None:
    assert drawn_together(ONE, {}) == ONE
    assert drawn_together((), {}) == ()


@given(PULLS)
def test_the_lines_never_grow_longer_and_no_single_move_makes_them_shorter(pulls: dict[tuple[str, str], int]) -> None:
    found = drawn_together(ONE, pulls)
    assert length(found, pulls) <= length(ONE, pulls)
    moved = (order for order in permutations(ONE) if one_move(order, found))
    assert all(length(found, pulls) <= length(order, pulls) for order in moved)


def one_move(order: tuple[str, ...], found: tuple[str, ...]) -> bool:
    return any([each for each in order if each != point] == [each for each in found if each != point] for point in ONE)


@given(PULLS)
def test_the_order_is_that_of_trying_each_point_at_each_place(pulls: dict[tuple[str, str], int]) -> None:
    order = list(ONE)
    for _ in range(8):
        before = list(order)
        for point in ONE:
            now = order.index(point)
            rest = [each for each in order if each != point]
            tried = [(*rest[:place], point, *rest[place:]) for place in range(len(order))]
            lengths = [length(each, pulls) for each in tried]
            order = list(tried[min(range(len(tried)), key=lambda place: (lengths[place], place != now, place))])
        if order == before:
            break
    assert drawn_together(ONE, pulls) == tuple(order)
