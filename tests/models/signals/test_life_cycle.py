"""Signals of the life cycle: each seen, not seen, and not enough to tell."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tests.builders import a_meeting, a_result, a_stage, an_id
from tests.models.signals.looking import GROUP, ago, look
from tracker.models.guidance.signs import SIGNS
from tracker.models.records import Assessment, Meeting, PlannedMeeting, Rating, Record, Result, Review, StageJudgement
from tracker.models.records.planned_meeting import Repeat
from tracker.models.records.result import ResultState
from tracker.models.records.review import ReviewKind
from tracker.models.records.stage import Asked, Stage
from tracker.models.records.threshold import Threshold
from tracker.models.signals.rule import NOT_SEEN, Verdict


def judged(days: int, stage: Stage | None = Stage.FRUSTRATION, **fields: Any) -> StageJudgement:
    return a_stage(GROUP, stage, on=ago(days), **fields)


def won(days: int, **fields: Any) -> Result:
    return a_result(GROUP, on=ago(days), **fields)


def reviewed(days: int) -> Review:
    return Review(id=an_id(), group_id=GROUP.id, on=ago(days), kind=ReviewKind.BOTH, learned="We talk too little")


def met(*days: int) -> list[Meeting]:
    return [a_meeting(GROUP, on=ago(each)) for each in days]


def asked(*raters: int, signs: int = len(SIGNS), days: int = 10, asks: Asked | None = None) -> Iterable[Record]:
    """A round in which each rater, of an agency of their own, gives all of the first `signs` the same score."""
    assessment = Assessment(id=an_id(), group_id=GROUP.id, on=ago(days), asks=asks)
    yield assessment
    for place, score in enumerate(raters):
        answers = tuple((sign.key, score if number < signs else None) for number, sign in enumerate(SIGNS))
        yield Rating(id=an_id(), assessment_id=assessment.id, agency_id=f"agency {place}", answers=answers)


# No little victories


def test_a_group_in_frustration_without_a_victory_for_over_90_days_is_told() -> None:
    found = look("no_victories", stage := judged(200), last := won(91))
    said = "The last little victory was on 31 Mar 2008, 91 days ago; in Frustration since 13 Dec 2007"
    assert (found.verdict, found.figures, found.records) == (Verdict.SEEN, said, (stage, last))


def test_without_any_victory_the_days_count_from_the_entry_into_frustration() -> None:
    assert look("no_victories", judged(90)) == NOT_SEEN
    said = "No little victory is recorded; in Frustration since 31 Mar 2008"
    assert look("no_victories", judged(91)).figures == said


def test_a_victory_90_days_ago_is_enough() -> None:
    assert look("no_victories", judged(400), won(90)) == NOT_SEEN


def test_the_crossover_belongs_to_the_time_without_victories() -> None:
    found = look("no_victories", judged(100), judged(40, crossover=True))
    assert found.figures == "No little victory is recorded; in Frustration and the crossover since 22 Mar 2008"


def test_a_victory_that_was_withdrawn_or_lies_ahead_is_none() -> None:
    found = look("no_victories", judged(100), won(5, state=ResultState.WITHDRAWN), won(-5))
    assert found.verdict is Verdict.SEEN


def test_a_functioning_group_needs_no_victory_to_go_on() -> None:
    assert look("no_victories", judged(300), judged(200, Stage.FUNCTIONING)) == NOT_SEEN


@pytest.mark.parametrize("key", ["no_victories", "stuck", "equilibrium"])
def test_without_a_judgement_or_with_an_unclear_one_it_cannot_be_told(key: str) -> None:
    assert look(key).verdict is Verdict.NOT_ENOUGH
    found = look(key, judged(400), judged(30, None))
    assert (found.verdict, found.figures) == (Verdict.NOT_ENOUGH, "On 31 May 2008 the stage was not clear")


# Stuck


def test_a_group_is_stuck_after_more_than_180_days_in_frustration() -> None:
    assert look("stuck", judged(180)) == NOT_SEEN
    found = look("stuck", first := judged(181), later := judged(20))
    assert found.figures == "In Frustration for 181 days, since 1 Jan 2008, by 2 judgements"
    assert (found.records, found.weight) == ((later, first), 181)


def test_a_way_out_begins_the_count_anew() -> None:
    assert look("stuck", judged(600), judged(150, crossover=True), judged(100)) == NOT_SEEN


def test_the_crossover_is_not_stuck() -> None:
    assert look("stuck", judged(600, crossover=True)) == NOT_SEEN


def test_an_office_may_set_its_own_limit() -> None:
    own = Threshold(id=an_id(), name="stuck_days", value=Decimal(60))
    assert look("stuck", judged(61), own).verdict is Verdict.SEEN


# Stage out of date


def test_a_stage_judged_over_120_days_ago_is_out_of_date() -> None:
    assert look("stage_out_of_date", judged(400), judged(120)) == NOT_SEEN
    found = look("stage_out_of_date", judged(400), judged(121, Stage.FLYING))
    assert found.figures == "Last judged on 1 Mar 2008, 121 days ago: Flying"


def test_a_stage_never_judged_is_counted_from_the_start() -> None:
    found = look("stage_out_of_date", started_on=ago(121))
    assert found.figures == "No stage has been judged yet, 121 days after the start on 1 Mar 2008"
    assert look("stage_out_of_date", started_on=ago(120)) == NOT_SEEN


def test_not_clear_is_a_judgement_too() -> None:
    assert look("stage_out_of_date", judged(400), judged(5, None)) == NOT_SEEN


def test_a_judgement_that_lies_ahead_is_none_yet() -> None:
    assert look("stage_out_of_date", judged(200), judged(-3)).verdict is Verdict.SEEN


def test_without_a_judgement_and_a_start_its_age_cannot_be_told() -> None:
    assert look("stage_out_of_date", started_on=None).verdict is Verdict.NOT_ENOUGH


# Stability mistaken for equilibrium


def test_a_flying_group_without_a_review_for_over_180_days_is_told() -> None:
    found = look("equilibrium", judged(300, Stage.FLYING), reviewed(181))
    said = "Flying since 4 Sep 2007, and the last review was on 1 Jan 2008, 181 days ago"
    assert (found.verdict, found.figures) == (Verdict.SEEN, said)
    assert look("equilibrium", judged(300, Stage.FLYING), reviewed(180)) == NOT_SEEN


def test_a_group_that_flies_for_half_a_year_has_had_no_time_to_forget() -> None:
    assert look("equilibrium", judged(180, Stage.FLYING)) == NOT_SEEN
    said = "Flying since 1 Jan 2008, and no review is recorded"
    assert look("equilibrium", judged(181, Stage.FLYING)).figures == said


def test_only_a_flying_group_mistakes_stability() -> None:
    assert look("equilibrium", judged(600, Stage.FUNCTIONING)) == NOT_SEEN


# Members see different stages


def test_members_who_split_on_a_third_of_the_signs_see_different_stages() -> None:
    found = look("different_stages", *asked(1, 3, 2, signs=8))
    assert found.figures == "8 of 24 signs are split; 3 raters of 3 agencies on 20 Jun 2008"
    assert [type(record) for record in found.records] == [Assessment]


def test_a_single_split_sign_is_told_in_the_singular_and_dont_know_is_no_rater() -> None:
    round_, first, second = asked(0, 4, signs=1)
    assert isinstance(second, Rating)
    unknowing = replace(second, id=an_id(), agency_id="agency 9", answers=((SIGNS[0].key, None),))
    one = Threshold(id=an_id(), name="split_signs", value=Decimal(1))
    found = look("different_stages", round_, first, second, unknowing, one)
    assert found.figures == "1 of 24 signs is split; 2 raters of 2 agencies on 20 Jun 2008"


def test_members_two_steps_apart_are_not_split_unless_one_says_no_and_one_yes() -> None:
    assert look("different_stages", *asked(2, 4)) == NOT_SEEN
    assert look("different_stages", *asked(0, 2)) == NOT_SEEN


def test_the_latest_round_that_asked_for_signs_counts() -> None:
    split, agreed = list(asked(0, 4, days=90)), list(asked(3, 3, days=30))
    health = asked(0, 4, days=5, asks=Asked.HEALTH)
    assert look("different_stages", *split, *agreed, *health) == NOT_SEEN


def test_one_rater_or_too_few_answers_cannot_be_split() -> None:
    assert look("different_stages", *asked()).figures == "No self-assessment has been answered yet"
    assert look("different_stages", *asked(4)).verdict is Verdict.NOT_ENOUGH
    found = look("different_stages", *asked(0, 4, signs=7))
    said = "Only 7 signs of 24 answered by more than one; 2 raters of 2 agencies on 20 Jun 2008"
    assert (found.verdict, found.figures) == (Verdict.NOT_ENOUGH, said)


# Gone quiet


def test_no_meeting_in_twice_the_usual_interval_is_quiet() -> None:
    found = look("gone_quiet", *met(151, 121, 91, 61))
    said = (
        "Last met on 30 Apr 2008, 61 days ago; usually every 30 days (middle of the last 3 intervals); "
        "no meeting is planned"
    )
    assert (found.verdict, found.figures, found.weight) == (Verdict.SEEN, said, 61)
    assert look("gone_quiet", *met(150, 120, 90, 60)) == NOT_SEEN


def test_a_meeting_that_is_planned_is_said() -> None:
    plan = PlannedMeeting(id=an_id(), group_id=GROUP.id, on=ago(-9), repeats=Repeat.ONCE)
    assert look("gone_quiet", *met(151, 121, 91, 61), plan).figures.endswith("; the next is planned for 9 Jul 2008")


def test_one_long_break_does_not_move_what_is_usual() -> None:
    assert look("gone_quiet", *met(400, 120, 110, 100, 90)).verdict is Verdict.SEEN


def test_the_usual_interval_is_that_of_late() -> None:
    weekly = [1000 + 7 * place for place in range(20)]
    assert look("gone_quiet", *met(*weekly, 460, 370, 280, 190, 100, 10)) == NOT_SEEN


def test_three_meetings_show_no_usual_interval() -> None:
    found = look("gone_quiet", *met(300, 290, 280, 280))
    assert (found.verdict, found.figures) == (
        Verdict.NOT_ENOUGH,
        "3 meetings logged; the usual interval shows from 4 on",
    )


def test_a_meeting_noted_ahead_is_not_held_yet() -> None:
    assert look("gone_quiet", *met(151, 121, 91, 61, -4)).verdict is Verdict.SEEN
