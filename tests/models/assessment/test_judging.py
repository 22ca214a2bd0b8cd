"""Judging the stage: what is refused, and what a new judgement starts from."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.builders import a_group, a_stage, an_id
from tests.models.assessment.assessed import CODES, GROUP, a_round, rated, seen, signs_at
from tracker.models.invariants import all_broken
from tracker.models.judging import differs, judged, judgement_problems, proposed
from tracker.models.mistake import Mistake
from tracker.models.records import Record, StageJudgement
from tracker.models.records.stage import Asked, Stage

ROUND = a_round()
ANSWERS = [rated(ROUND, code, signs_at(functioning=3, frustration=1)) for code in CODES]


def judgement(stage: Stage | None = Stage.FUNCTIONING, **fields: Any) -> StageJudgement:
    return a_stage(GROUP, stage, **{"on": date(2008, 6, 1)} | fields)


def problems(made: StageJudgement, *others: Record) -> str:
    return " ".join(judgement_problems(seen(ROUND, *ANSWERS, *others), made))


def test_a_sound_judgement_is_kept_as_it_is() -> None:
    made = judgement()
    assert judged(seen(), made) == (made,)


@pytest.mark.parametrize(
    ("on", "says"),
    [(date(2007, 1, 31), "began on 1 Feb 2007"), (date(2008, 7, 1), "1 Jul 2008 is still to come")],
)
def test_a_day_before_the_group_or_ahead_is_refused(on: date, says: str) -> None:
    with pytest.raises(Mistake, match=says):
        judged(seen(), judgement(on=on))


def test_a_day_after_the_group_closed_is_refused() -> None:
    closed = replace(GROUP, closed_on=date(2008, 3, 1), closed_because="Done.")
    assert "closed on 1 Mar 2008" in " ".join(judgement_problems(seen(closed), judgement()))


def test_a_second_judgement_on_one_day_says_which_stands_there() -> None:
    there = judgement(Stage.FRUSTRATION)
    assert problems(judgement(), there) == (
        "On 1 Jun 2008 the group was judged already: “Frustration”. Correct that one, or choose another day."
    )
    assert problems(replace(there, why="Put better."), there) == ""


def test_a_stage_other_than_suggested_asks_for_a_line_of_why() -> None:
    other = judgement(Stage.FLYING, assessment_id=ROUND.id)
    assert problems(other) == "The self-assessment suggests “Functioning”: say in a line why you see it differently."
    assert problems(replace(other, differs_because="The last month was better.")) == ""
    assert problems(judgement(assessment_id=ROUND.id)) == ""


def test_not_clear_is_an_answer_and_differs_from_a_suggested_stage() -> None:
    assert problems(judgement(None)) == ""
    assert differs(seen(ROUND, *ANSWERS), judgement(None, assessment_id=ROUND.id))


def test_where_nothing_is_suggested_nothing_differs() -> None:
    health = a_round(asks=Asked.HEALTH)
    assert problems(judgement(assessment_id=health.id), health) == ""
    assert judgement_problems(seen(ROUND, ANSWERS[0]), judgement(assessment_id=ROUND.id)) == []


def test_a_self_assessment_of_another_group_or_a_later_day_cannot_be_behind_it() -> None:
    other = a_group(short_name="SEMO")
    strange = a_round(group_id=other.id)
    assert "is not of " in problems(judgement(assessment_id=strange.id), other, strange)
    assert "after the judgement" in problems(judgement(assessment_id=ROUND.id, on=date(2008, 4, 1)))


def test_a_new_judgement_starts_from_the_latest_self_assessment() -> None:
    made = proposed(seen(ROUND, *ANSWERS), GROUP.id, an_id)
    assert (made.on, made.stage, made.assessment_id) == (date(2008, 6, 30), None, ROUND.id)
    assert made.evidence == "Self-assessment of 1 May 2008: 5 raters from 5 of 5 agencies asked."


@pytest.mark.parametrize(
    "later", [judgement(assessment_id=ROUND.id, on=date(2008, 5, 1)), judgement(on=date(2008, 5, 2))]
)
def test_one_that_is_used_or_overtaken_is_not_put_behind_another(later: StageJudgement) -> None:
    assert proposed(seen(ROUND, *ANSWERS, later), GROUP.id, an_id).assessment_id is None


def test_a_closed_group_is_judged_as_on_its_last_day() -> None:
    closed = replace(GROUP, closed_on=date(2008, 3, 1), closed_because="Done.")
    made = proposed(seen(closed), GROUP.id, an_id)
    assert (made.on, made.assessment_id) == (date(2008, 3, 1), None)


def broken(*records: Record) -> str:
    return " ".join(all_broken(seen(*records)))


def test_two_judgements_on_one_day_do_not_hold_in_any_office() -> None:
    twice = broken(judgement(), judgement(Stage.FLYING))
    assert "would be judged twice on 1 Jun 2008: “Functioning” and “Flying”" in twice
    assert broken(judgement(), judgement(on=date(2008, 6, 2))) == ""


def test_a_stage_before_the_start_or_after_the_end_does_not_hold() -> None:
    assert "it began on 1 Feb 2007" in broken(judgement(on=date(2007, 1, 1)))
    closed = replace(GROUP, closed_on=date(2008, 3, 1), closed_because="Done.")
    assert "it closed on 1 Mar 2008" in broken(closed, judgement())


def test_answers_to_what_was_not_asked_do_not_hold() -> None:
    assert broken(ROUND, *ANSWERS) == ""
    health = a_round(asks=Asked.HEALTH)
    assert "24 are to questions that were not asked" in broken(health, rated(health, "EDU", signs_at()))
