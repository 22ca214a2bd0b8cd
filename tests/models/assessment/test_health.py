"""The health check: six domains, each with its dots, and no total."""

from collections import Counter

import pytest

from tests.models.assessment.assessed import CODES, GROUP, a_round, rated, seen
from tracker.models.figures.assessment.health import HealthRound, health_round, latest_health
from tracker.models.guidance.health import HEALTH_QUESTIONS, HealthDomain, HealthQuestion, questions_of
from tracker.models.guidance.sign_questions import SIGN_QUESTIONS
from tracker.models.guidance.signs import SIGNS
from tracker.models.records.stage import Asked, Assessment

ROUND = a_round(asks=Asked.HEALTH)
ALL_TWO: dict[str, int | None] = {question.key: 2 for question in HEALTH_QUESTIONS}


def shown(*said: dict[str, int | None], round_: Assessment = ROUND) -> HealthRound:
    ratings = [rated(round_, code, ALL_TWO | answers) for code, answers in zip(CODES, said, strict=False)]
    return health_round(seen(round_, *ratings), round_)


@pytest.mark.parametrize("domain", list(HealthDomain))
def test_each_domain_has_three_or_four_questions(domain: HealthDomain) -> None:
    assert len(questions_of(domain)) in (3, 4)


@pytest.mark.parametrize("question", HEALTH_QUESTIONS, ids=lambda question: question.key)
def test_each_question_is_one_clause_with_its_section(question: HealthQuestion) -> None:
    assert question.text[0].isupper()
    assert question.text[-1] not in ".?"
    assert question.section[0] in "12345678"
    assert question.key.startswith(f"{question.domain.value}_")


def test_no_key_stands_twice_or_is_a_signs() -> None:
    keys = Counter(each.key for each in (*HEALTH_QUESTIONS, *SIGNS))
    assert set(keys.values()) == {1}


def test_iwi_and_maori_and_the_groups_history_are_asked_about() -> None:
    assert {"arrangements_iwi_maori", "trust_history"} <= {question.key for question in HEALTH_QUESTIONS}


def test_every_sign_has_a_question_to_talk_about() -> None:
    assert SIGN_QUESTIONS.keys() == {sign.key for sign in SIGNS}
    assert all(question[-1] in "?." and question[0].isupper() for question in SIGN_QUESTIONS.values())
    assert len(set(SIGN_QUESTIONS.values())) == len(SIGNS)


def test_a_domain_has_a_dot_for_each_agency_and_its_middle() -> None:
    low: dict[str, int | None] = {question.key: 0 for question in questions_of(HealthDomain.TRUST)}
    found = shown({}, {}, {}, {}, low)
    trust = next(each for each in found.domains if each.domain is HealthDomain.TRUST)
    assert ([dot.score for dot in trust.dots], trust.median) == ([0, 2, 2, 2, 2], 2)
    assert [each.domain for each in found.domains] == list(HealthDomain)


def test_a_split_question_is_counted_in_its_domain_and_listed_first() -> None:
    found = shown({"trust_history": 4}, {"trust_history": 0}, {})
    assert [question.key for question in found.splits] == ["trust_history"]
    assert [each.split for each in found.domains] == [0, 0, 1, 0, 0, 0]


def test_an_agency_that_answered_too_little_of_a_domain_has_no_dot_there() -> None:
    unknown: dict[str, int | None] = {question.key: None for question in questions_of(HealthDomain.DELIVERY)[:2]}
    delivery = shown({}, {}, {}, {}, unknown).domains[4]
    assert len(delivery.dots) == 4


def test_of_up_to_four_raters_only_the_lowest_and_the_highest_are_told() -> None:
    found = shown({}, {}, {})
    assert [len(each.dots) for each in found.domains] == [2] * 6
    assert found.domains[0].median is None


def test_the_latest_health_check_is_the_last_that_was_answered() -> None:
    signs = a_round()
    assert latest_health(seen(signs, ROUND), GROUP.id) is None
    found = latest_health(seen(ROUND, rated(ROUND, "EDU", ALL_TWO)), GROUP.id)
    assert found is not None
    assert found.coverage.words == "1 rater from 1 of 5 agencies asked"
