"""How far few answers agree: the vectors of the published formulas."""

import pytest

from tracker.models.figures.assessment.agreement import (
    average_deviation,
    consensus,
    is_split,
    median,
    share_said,
    wilson,
)

VECTORS = [
    ([3, 3, 4, 4], 0.50, 0.807),
    ([2, 4, 4, 5], 0.75, 0.611),
    ([1, 3, 5], 1.33, 0.333),
    ([1, 5, 1, 5], 2.0, 0.0),
    ([5, 5, 5, 4, 1], 1.0, 0.351),
]


@pytest.mark.parametrize(("answers", "deviation", "agreement"), VECTORS)
def test_the_deviation_and_the_consensus_are_those_published(
    answers: list[int], deviation: float, agreement: float
) -> None:
    assert float(average_deviation(answers)) == pytest.approx(deviation, abs=0.005)
    assert consensus(answers, 4) == pytest.approx(agreement, abs=0.0005)


def test_the_consensus_of_a_thousand_is_the_one_published() -> None:
    counts = [30, 40, 210, 130, 530, 50, 10]
    answers = [place for place, count in enumerate(counts, 1) for _ in range(count)]
    assert consensus(answers, 6) == pytest.approx(0.7256876, abs=5e-8)


def test_all_the_same_is_full_agreement_and_nobody_is_none() -> None:
    assert consensus([2, 2, 2], 4) == 1
    with pytest.raises(ValueError, match="nobody"):
        consensus([], 4)


def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle() -> None:
    assert (median([4, 1, 2]), float(median([4, 1, 2, 3]))) == (2, 2.5)


@pytest.mark.parametrize(("answers", "split"), [([1, 3], True), ([0, 4, 2], True), ([2, 4], False), ([0, 1, 2], False)])
def test_split_is_somebody_at_1_or_less_and_somebody_at_3_or_more(answers: list[int], split: bool) -> None:
    assert is_split(answers) is split


def test_no_per_cent_and_no_interval_below_ten_cases() -> None:
    assert share_said(3, 9) == "3 of 9"
    assert share_said(7, 12) == "7 of 12 (58%, likely 32% to 81%)"
    with pytest.raises(ValueError, match="10 cases"):
        wilson(3, 9)
