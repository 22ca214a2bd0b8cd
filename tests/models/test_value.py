"""Plain values behave as frozen dataclasses do."""

import dataclasses

import pytest

from tracker.models.value import Value, value


@value
class Pair(Value):
    first: int
    second: str = "two"


def test_fields_are_given_in_order_or_by_name_and_the_rest_have_their_defaults() -> None:
    assert Pair(1) == Pair(first=1, second="two")
    assert Pair(1, "zwei").second == "zwei"


def test_equal_values_are_one_in_a_set() -> None:
    assert len({Pair(1), Pair(1), Pair(2)}) == 2


def test_a_changed_one_is_another() -> None:
    assert dataclasses.replace(Pair(1), first=3) == Pair(3)
    with pytest.raises(dataclasses.FrozenInstanceError):
        Pair(1).first = 2  # type: ignore[misc]


@pytest.mark.parametrize(("given", "named"), [((), {}), ((1, "a", 3), {}), ((1,), {"first": 1}), ((1,), {"third": 1})])
def test_what_does_not_fit_is_our_bug(given: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Pair(*given, **named)  # type: ignore[arg-type]


def test_it_shows_what_it_holds() -> None:
    assert repr(Pair(1)) == "Pair(first=1, second='two')"
