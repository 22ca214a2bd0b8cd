"""The plain profile of a self-assessment."""

from datetime import date

import pytest

from tests.builders import a_group, an_agency, an_id
from tracker.models.figures.self_profile import SelfProfile, latest_profile
from tracker.models.guidance.signs import SIGNS
from tracker.models.records import Agency, Assessment, Rating
from tracker.models.records.stage import Stage
from tracker.models.snapshot import snapshot_of

GROUP = a_group()
AGENCIES = [an_agency(code) for code in ("EDU", "POL", "OT")]
ROUND = Assessment(
    id=an_id(), group_id=GROUP.id, on=date(2008, 5, 1), asked_ids=tuple(agency.id for agency in AGENCIES)
)
FLYING = [sign.key for sign in SIGNS if sign.stage is Stage.FLYING]


def rated(agency: Agency, *scores: int | None) -> Rating:
    """Answers to the five signs of Flying, in their order."""
    answers = tuple(zip(FLYING, scores, strict=False))
    return Rating(id=an_id(), assessment_id=ROUND.id, agency_id=agency.id, answers=answers)


def profile_of(*ratings: Rating) -> SelfProfile:
    found = latest_profile(snapshot_of(date(2008, 6, 30), [GROUP, ROUND, *AGENCIES, *ratings]), GROUP.id)
    assert found is not None
    return found


def test_three_raters_of_one_agency_do_not_count_three_times() -> None:
    education, police, _ = AGENCIES
    ratings = [rated(education, 4, 4, 4, 4, 4) for _ in range(3)]
    bar = profile_of(*ratings, rated(police, 0, 0, 0, 0, 0)).bars[3]
    assert (bar.stage, bar.score, bar.dots) == (Stage.FLYING, 2.0, (0.0, 4.0))


def test_a_stage_needs_two_thirds_of_its_signs_answered() -> None:
    bars = profile_of(rated(AGENCIES[0], 4, 4, 4)).bars
    assert bars[3].score is None
    assert profile_of(rated(AGENCIES[0], 4, 4, 4, 4)).bars[3].score == 4.0
    assert bars[0].words == "too few answers"


def test_dont_know_is_no_answer_and_never_nought() -> None:
    bar = profile_of(rated(AGENCIES[0], 3, 3, 3, 3, None)).bars[3]
    assert bar.score == pytest.approx(3.0)


def test_the_coverage_counts_agencies_and_raters() -> None:
    education, police, _ = AGENCIES
    profile = profile_of(rated(education, 1), rated(education, 2), rated(police, 3))
    assert profile.coverage == "2 of 3 agencies answered, 3 raters"


def test_a_round_that_nobody_answered_has_no_profile() -> None:
    assert latest_profile(snapshot_of(date(2008, 6, 30), [GROUP, ROUND]), GROUP.id) is None
