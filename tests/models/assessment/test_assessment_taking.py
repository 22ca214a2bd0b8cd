"""Taking a self-assessment: who may answer, what is refused, and in which words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.builders import a_member, an_agency, an_id
from tests.models.assessment.assessed import AGENCIES, GROUP, a_round, rated, seen, signs_at
from tracker.models.assessment_taking import (
    Answerer,
    answers_said,
    corrected,
    free_mark,
    given,
    rating_of,
    ratings_of,
    started,
)
from tracker.models.figures.assessment.gates import Gates
from tracker.models.mistake import Mistake
from tracker.models.records import Threshold
from tracker.models.records.stage import Asked

ROUND = a_round()
EDU = Answerer(ROUND.id, AGENCIES["EDU"].id, "A")
DAY = date(2008, 6, 1)


def refused(answerer: Answerer = EDU, answers: dict[Any, Any] | None = None, *others: Any, **fields: Any) -> str:
    with pytest.raises(Mistake) as caught:
        given(seen(ROUND, *others), answerer, signs_at() if answers is None else answers, an_id, **fields)
    return caught.value.sentence


def not_started(on: date, *others: Any, **fields: Any) -> str:
    with pytest.raises(Mistake) as caught:
        started(seen(*others), GROUP.id, on, an_id, **fields)
    return caught.value.sentence


def test_a_round_asks_all_who_have_a_seat_by_the_thresholds_of_the_day() -> None:
    lead = Threshold(id=an_id(), name="lead", value=Decimal("0.4"), why="Few of us.")
    made = started(seen(lead), GROUP.id, DAY, an_id)
    assert set(made.asked_ids) == {agency.id for agency in AGENCIES.values()}
    assert dict(made.thresholds) == vars(Gates(lead=40))
    assert (made.asked, made.named, made.problems()) == (Asked.SIGNS, False, [])


def test_whether_dots_are_named_is_as_the_group_had_agreed_before() -> None:
    agreed = replace(GROUP, ratings_named=True)
    snapshot = seen(agreed)
    assert started(snapshot, agreed.id, DAY, an_id).named


@pytest.mark.parametrize(
    ("on", "says"),
    [(date(2008, 7, 1), "still to come"), (date(2007, 1, 1), "began on 1 Feb 2007")],
)
def test_a_round_is_not_started_ahead_of_time_or_before_the_group(on: date, says: str) -> None:
    assert says in not_started(on)


def test_nobody_is_asked_twice_the_same_on_one_day_but_the_health_check_may_go_with_the_signs() -> None:
    assert "were asked on 1 May 2008 already" in not_started(date(2008, 5, 1), ROUND)
    health = started(seen(ROUND), GROUP.id, date(2008, 5, 1), an_id, asks=Asked.HEALTH)
    assert (health.asked, health.thresholds) == (Asked.HEALTH, ())


def test_only_an_agency_with_a_seat_can_be_asked() -> None:
    stranger = an_agency("HNZ", short_name="Housing")
    assert "Housing has no seat" in not_started(DAY, stranger, asked_ids=[stranger.id])
    assert not_started(DAY, asked_ids=[]) == "Choose at least one agency to ask."


def test_answers_are_kept_as_they_were_given() -> None:
    made = given(seen(ROUND), EDU, {"flying_trust": 3, "forming_cause": None}, an_id, form="edu.xlsx")
    assert made.answers == (("flying_trust", 3), ("forming_cause", None))
    assert (made.rater, made.given_on, made.form) == ("A", date(2008, 6, 30), "edu.xlsx")
    assert made.problems() == []


@pytest.mark.parametrize("score", [-1, 5, 2.5, "3", True])
def test_an_answer_out_of_the_scale_is_refused_with_its_question(score: object) -> None:
    sentence = refused(EDU, {"flying_trust": score})
    assert sentence.startswith("“We trust and respect each other” has the answer")
    assert "from 0 to 4" in sentence


def test_a_question_of_another_kind_is_refused() -> None:
    assert "not among the questions of this round" in refused(EDU, {"trust_candour": 3})
    assert refused(EDU, {}) == "Nothing is answered yet: give at least one answer, or “don't know”."


def test_an_agency_that_was_not_asked_or_has_no_seat_is_refused() -> None:
    housing = an_agency("HNZ", short_name="Housing")
    strange = replace(EDU, agency_id=housing.id)
    assert "Housing was not asked in the round of 1 May 2008" in refused(
        strange, None, housing, a_member(GROUP, housing)
    )
    everybody = replace(ROUND, asked_ids=())
    with pytest.raises(Mistake, match="Housing had no seat"):
        given(seen(everybody, housing), strange, signs_at(), an_id)
    assert refused(replace(EDU, agency_id="")) == "Say which agency the answers come from."


def test_a_second_rating_of_one_rater_is_refused_and_a_mark_offered() -> None:
    before = rated(ROUND, "EDU", signs_at())
    sentence = refused(replace(EDU, mark=" a"), None, before)
    assert "answers of rater a of Ministry of Education already: correct those" in sentence
    assert "give the mark B to another rater" in sentence
    assert free_mark(seen(ROUND, before), ROUND.id, EDU.agency_id) == "B"
    assert rating_of(seen(ROUND, before), EDU) == before


def test_an_answer_is_not_dated_before_the_round_or_ahead() -> None:
    assert "began on 1 May 2008" in refused(EDU, None, on=date(2008, 4, 30))
    assert "still to come" in refused(EDU, None, on=date(2008, 7, 1))


def test_a_rating_is_put_right_as_a_whole() -> None:
    before = rated(ROUND, "EDU", signs_at(), form="edu.xlsx")
    after = corrected(seen(ROUND, before), before, {"flying_trust": 4})
    assert (after.id, after.answers, after.form) == (before.id, (("flying_trust", 4),), "edu.xlsx")
    with pytest.raises(Mistake, match="from 0 to 4"):
        corrected(seen(ROUND, before), before, {"flying_trust": 9})


def test_all_dont_know_may_be_kept_and_is_said_to_count_as_no_answer() -> None:
    unknowing = dict.fromkeys(signs_at())
    assert given(seen(ROUND), EDU, unknowing, an_id).problems() == []
    assert answers_said(unknowing) == "All “don't know”: it is kept, and counts as no answer."
    assert answers_said({"a": 1, "b": None}) == "1 answered, 1 don't know"


def test_the_ratings_of_a_round_are_in_the_order_of_agencies_and_marks() -> None:
    ratings = [rated(ROUND, "POL", signs_at()), rated(ROUND, "EDU", signs_at(), "B"), rated(ROUND, "EDU", signs_at())]
    assert [each.rater for each in ratings_of(seen(ROUND, *ratings), ROUND.id)] == ["A", "B", "A"]
