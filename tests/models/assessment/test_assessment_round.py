"""One round as it is shown: dots, splits, coverage, and what so few raters cannot tell."""

from datetime import date

import pytest

from tests.builders import a_member, an_agency
from tests.models.assessment.assessed import AGENCIES, CODES, GROUP, a_round, rated, seen, signs_at
from tracker.models.figures.assessment.assessment_round import AssessmentRound, assessment_round
from tracker.models.figures.assessment.question_view import QuestionView
from tracker.models.figures.assessment.rounds import latest_round, rounds
from tracker.models.figures.assessment.suggestion import Suggested
from tracker.models.records import Rating, Record
from tracker.models.records.stage import Asked, Assessment

ROUND = a_round()
ALIKE = signs_at(functioning=3, frustration=1)


def shown(*ratings: Rating, round_: Assessment = ROUND, others: tuple[Record, ...] = ()) -> AssessmentRound:
    return assessment_round(seen(round_, *ratings, *others), round_)


def sign(found: AssessmentRound, key: str = "flying_trust") -> QuestionView:
    return next(each for each in found.signs if each.key == key)


def trusting(*scores: int | None) -> list[Rating]:
    """Five raters of five agencies who differ on trust alone."""
    return [rated(ROUND, code, ALIKE | {"flying_trust": score}) for code, score in zip(CODES, scores, strict=False)]


def test_each_agency_is_a_dot_without_its_name() -> None:
    twice = rated(ROUND, "EDU", ALIKE | {"flying_trust": 2}, "B")
    found = sign(shown(*trusting(4, 1, 2, 2, 3), twice))
    assert [(dot.score, dot.agency) for dot in found.dots] == [(1, ""), (2, ""), (2, ""), (3, ""), (3, "")]
    assert (found.median, found.lowest, found.highest, found.raters) == (2, 1, 3, 6)


def test_names_are_shown_only_where_the_group_had_agreed_to_it() -> None:
    agreed = a_round(named=True)
    ratings = [rated(agreed, code, {"flying_trust": 2}) for code in CODES]
    assert {dot.agency for dot in sign(shown(*ratings, round_=agreed)).dots} == {
        each.called for each in AGENCIES.values()
    }


def test_of_up_to_four_raters_only_the_lowest_and_the_highest_are_told() -> None:
    found = sign(shown(*trusting(0, 2, 2, 4)))
    assert [dot.score for dot in found.dots] == [0, 4]
    assert (found.median, found.deviation, found.agreement) == (None, None, None)
    assert found.words == "from 0 to 4 · split · 4 raters"


def test_a_split_is_told_in_counts_of_people() -> None:
    found = sign(shown(*trusting(0, 1, 2, 3, None)))
    assert (found.split, found.unknowing) == (True, 1)
    assert sign(shown(*trusting(0, 1, 2, 3, 4))).words == (
        "median 2, from 0 to 4 · split: 2 say 1 or less, 2 say 3 or more · 5 raters"
    )


def test_a_split_inside_one_agency_is_not_averaged_away() -> None:
    other = rated(ROUND, "EDU", ALIKE | {"flying_trust": 4}, "B")
    assert sign(shown(*trusting(0, 2, 2, 2, 2), other)).split


def test_what_members_differ_on_most_comes_first_with_a_question_each() -> None:
    found = shown(*trusting(0, 0, 2, 4, 4))
    assert [each.key for each in found.splits] == ["flying_trust"]
    assert found.splits_first[0].key == "flying_trust"
    assert [each.discussion[-1] for each in found.to_discuss] == ["?"]


def test_where_all_say_the_same_there_is_nothing_to_discuss() -> None:
    assert shown(*trusting(2, 2, 2, 2, 2)).to_discuss == ()


def test_the_coverage_says_who_was_not_asked() -> None:
    health = an_agency("HNZ", short_name="Housing")
    found = shown(*trusting(2, 2), others=(health, a_member(GROUP, health)))
    assert found.coverage.words == "2 raters from 2 of 5 agencies asked; not asked: Housing"
    assert {agency.code for agency in found.coverage.waited_for} == {"MOH", "MSD", "OT"}


def test_all_dont_know_is_no_answer_and_is_said() -> None:
    unknowing = rated(ROUND, "MOH", dict.fromkeys(ALIKE))
    found = shown(*trusting(2, 2), unknowing)
    assert found.coverage.words == "2 raters from 2 of 5 agencies asked; not counted: 1 rater with only “don't know”"
    assert found.profile.raters == 2


def test_answers_that_came_after_the_day_are_not_seen_on_it() -> None:
    late = rated(ROUND, "MOH", ALIKE, given_on=date(2008, 5, 20))
    assert assessment_round(seen(ROUND, late, today=date(2008, 5, 19)), ROUND).coverage.raters == 0


def test_with_few_raters_the_limits_are_said() -> None:
    assert "With up to 4 raters no middle is told" in shown(*trusting(2, 2)).limits[0]
    assert "never in per cent" in shown(*trusting(2, 2, 2, 2, 2)).limits[0]


def test_the_rounds_are_listed_newest_first_with_what_they_suggest() -> None:
    before, health = a_round(on=date(2007, 5, 1)), a_round(on=date(2008, 6, 1), asks=Asked.HEALTH)
    snapshot = seen(before, ROUND, health, *(rated(ROUND, code, ALIKE) for code in CODES))
    listed = rounds(snapshot, GROUP.id)
    assert [each.words for each in listed] == ["The health check", "Functioning", "nobody has answered"]
    assert listed[1].suggestion is not None
    assert listed[1].suggestion.kind is Suggested.NAMED
    latest = latest_round(snapshot, GROUP.id)
    assert latest is not None
    assert latest.assessment == ROUND


def test_a_group_without_any_round_has_none() -> None:
    assert (rounds(seen(), GROUP.id), latest_round(seen(), GROUP.id)) == ((), None)


@pytest.mark.parametrize("score", [None, 2])
def test_a_sign_that_nobody_knows_says_so(score: int | None) -> None:
    words = sign(shown(rated(ROUND, "EDU", ALIKE | {"flying_trust": score}))).words
    assert words == ("nobody knows" if score is None else "all at 2 · 1 rater")
