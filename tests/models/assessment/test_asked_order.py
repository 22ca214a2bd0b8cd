"""The order in which the signs are asked."""

from collections import Counter
from itertools import pairwise

import pytest

from tracker.models.figures.assessment.asked_order import asked_texts, keys_asked, mixed_order
from tracker.models.guidance.signs import SIGNS
from tracker.models.records.stage import Asked, Assessment


@pytest.mark.parametrize("seed", [*map(str, range(200)), "01a20aeb-c888-73c4-9daa-9d6fcc732924"])
def test_all_signs_are_asked_once_and_no_two_neighbours_are_of_one_stage(seed: str) -> None:
    order = mixed_order(seed)
    assert Counter(order) == Counter(SIGNS)
    assert all(one.stage is not following.stage for one, following in pairwise(order))


def test_the_order_of_one_round_never_changes_and_another_has_another() -> None:
    assert [sign.key for sign in mixed_order("a round")][:3] == [sign.key for sign in mixed_order("a round")][:3]
    assert mixed_order("a round") != mixed_order("another")
    assert mixed_order("a round")[0].key == "functioning_accountable"


def test_the_first_sign_is_not_always_of_one_stage() -> None:
    assert len({mixed_order(str(seed))[0].stage for seed in range(60)}) == 5


@pytest.mark.parametrize("asked", list(Asked))
def test_what_is_asked_is_what_may_be_answered(asked: Asked) -> None:
    texts = asked_texts(Assessment(id="x", asks=asked))
    assert {key for key, _ in texts} == keys_asked(asked)
    assert len({text for _, text in texts}) == len(texts)
