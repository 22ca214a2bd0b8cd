"""Two rounds side by side: only those who rated in both."""

from dataclasses import replace
from datetime import date

from tests.builders import a_member, an_agency
from tests.models.assessment.assessed import CODES, GROUP, a_round, rated, seen, signs_at
from tracker.models.figures.assessment.comparison import Comparison, compared, compared_with_before
from tracker.models.records import Rating

THEN, NOW = a_round(on=date(2007, 5, 1)), a_round()


def of(then: dict[str, int], now: dict[str, int]) -> list[Rating]:
    """What each agency's rater gave Functioning in the two rounds."""
    rounds = ((THEN, then), (NOW, now))
    return [rated(one, code, signs_at(functioning=score)) for one, said in rounds for code, score in said.items()]


def compare(then: dict[str, int], now: dict[str, int]) -> Comparison:
    return compared(seen(THEN, NOW, *of(then, now)), THEN, NOW)


def test_up_the_same_and_down_are_counted_in_raters_of_both_rounds() -> None:
    found = compare({"EDU": 1, "POL": 2, "OT": 3, "MSD": 1}, {"EDU": 2, "POL": 2, "OT": 1, "MSD": 4, "MOH": 4})
    changes = {change.key: change.words for change in (*found.whole, *found.questions)}
    assert changes["functioning"] == changes["functioning_we"] == "2 up, 1 the same, 1 down"
    assert found.words == "4 raters answered in both rounds; 1 only now"


def test_the_mark_tells_who_is_who_however_it_is_written() -> None:
    ratings = of(dict.fromkeys(CODES, 1), {})
    again = [rated(NOW, code, signs_at(functioning=2), mark=" a ") for code in CODES[:3]]
    other = rated(NOW, "MSD", signs_at(functioning=2), mark="B")
    found = compared(seen(THEN, NOW, *ratings, *again, other), THEN, NOW)
    assert (found.in_both, found.only_earlier, found.only_later) == (3, 2, 1)


def test_under_three_in_both_the_counts_would_be_somebodys_answers() -> None:
    found = compare({"EDU": 1, "POL": 2, "OT": 1}, {"EDU": 2, "POL": 2, "MOH": 1})
    assert (found.whole, found.questions) == ((), ())
    assert found.words == "2 raters answered in both rounds; 1 only then, 1 only now: not enough to compare"


def test_who_joined_and_left_between_is_marked() -> None:
    came, went = an_agency("HNZ", short_name="Housing"), an_agency("TPK", short_name="TPK")
    seats = a_member(GROUP, came, from_on=date(2007, 9, 1)), a_member(GROUP, went, to_on=date(2007, 9, 1))
    found = compared(seen(THEN, NOW, came, went, *seats), THEN, NOW)
    assert found.membership_words == "Joined in between: Housing; left: TPK"


def test_a_round_is_compared_with_the_last_one_that_was_answered() -> None:
    empty = replace(a_round(), on=date(2008, 1, 1))
    found = compared_with_before(seen(THEN, empty, NOW, *of(dict.fromkeys(CODES, 1), dict.fromkeys(CODES, 2))), NOW)
    assert found is not None
    assert found.earlier == THEN
    assert compared_with_before(seen(NOW), NOW) is None
