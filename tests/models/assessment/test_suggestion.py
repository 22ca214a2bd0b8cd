"""The stage that a round suggests: the gates, the lead, and what hangs on single agencies."""

from fractions import Fraction

import pytest

from tests.models.assessment.assessed import signs_at
from tracker.models.figures.assessment.averages import Means
from tracker.models.figures.assessment.gates import Gates, gates_of
from tracker.models.figures.assessment.suggestion import Suggested, Suggestion, figure, suggestion
from tracker.models.guidance.signs import SIGNS
from tracker.models.records import StageJudgement
from tracker.models.records.stage import Stage

FORMING, FRUSTRATION, FUNCTIONING = Stage.FORMING, Stage.FRUSTRATION, Stage.FUNCTIONING


def at(**scores: float | None) -> Means:
    """One agency that gives each sign of a stage the same; None leaves the stage out."""
    said = signs_at(**{stage: None for stage, score in scores.items() if score is None})
    given = {stage: Fraction(str(score)) for stage, score in scores.items() if score is not None}
    stages = {sign.key: sign.stage.value for sign in SIGNS}
    return {key: given.get(stages[key], Fraction(0)) for key, score in said.items() if score is not None}


def suggested(*agencies: Means, raters: int | None = None, gates: Gates | None = None) -> Suggestion:
    return suggestion(agencies, len(agencies) if raters is None else raters, gates or Gates())


@pytest.mark.parametrize(
    ("scores", "stage"),
    [
        ({"failing": 2.5, "functioning": 1.9, "flying": 1.9, "frustration": 4}, Stage.FAILING),
        ({"failing": 2.4, "frustration": 3}, FRUSTRATION),
        ({"failing": 3, "functioning": 2}, FUNCTIONING),
        ({"flying": 2.5, "functioning": 4}, Stage.FLYING),
        ({"flying": 4, "functioning": 1.9}, FUNCTIONING),
        ({"flying": 2.4, "functioning": 2.3}, FUNCTIONING),
        ({"forming": 1.5, "frustration": 0.9}, FORMING),
    ],
)
def test_the_gates_name_the_stage(scores: dict[str, float], stage: Stage) -> None:
    found = suggested(*[at(**scores)] * 3)
    assert (found.kind, found.stage, found.words) == (Suggested.NAMED, stage, stage.label)


def test_the_reasons_have_the_figures_beside_their_thresholds() -> None:
    reasons = suggested(*[at(functioning=3, frustration=1)] * 3).reasons
    assert reasons[0].endswith("Functioning has most with 3.00 (at least 1.50 is needed).")
    assert reasons[1] == "It leads Frustration by 2.00 (at least 0.60 is needed)."
    assert reasons[-1] == "The same comes out with any one of the 3 agencies left out."


def test_a_near_tie_of_frustration_and_functioning_is_the_crossover() -> None:
    found = suggested(*[at(frustration=2.5, functioning=2)] * 3)
    assert (found.kind, found.stage, found.words) == (
        Suggested.CROSSOVER,
        None,
        "crossover: Frustration and Functioning",
    )
    assert found.stages == (FRUSTRATION, FUNCTIONING)


def test_a_near_tie_of_others_is_between_the_two() -> None:
    found = suggested(*[at(forming=2.5, frustration=2)] * 3)
    assert (found.kind, found.words) == (Suggested.BETWEEN, "between Forming and Frustration")


def test_a_lead_of_exactly_sixty_hundredths_is_enough() -> None:
    assert suggested(*[at(frustration=2.6, functioning=2)] * 3).stage is FRUSTRATION
    assert suggested(*[at(frustration=2.59, functioning=2)] * 3).stage is None


def test_what_hangs_on_one_agency_is_seen_differently() -> None:
    found = suggested(at(forming=4), *[at(forming=1.2, frustration=1.5)] * 2)
    assert (found.kind, found.stage) == (Suggested.DIFFERENT, None)
    assert "It hangs on single agencies: with one left out it comes out as Frustration (1 of 3)." in found.reasons
    assert found.reasons[-1] == "Taken alone, the agencies would say: Forming 1, Frustration 2."


def test_flying_that_depends_on_one_agency_is_not_named() -> None:
    found = suggested(at(flying=4, functioning=3), at(flying=2, functioning=3), at(flying=2, functioning=3))
    assert (found.kind, found.words) == (Suggested.DIFFERENT, "members see it differently")


def test_low_scores_all_round_name_no_stage() -> None:
    found = suggested(*[at(frustration=1.4)] * 3)
    assert (found.kind, found.words) == (Suggested.NONE_LEADS, "no stage stands out")


def test_one_rater_is_one_persons_view() -> None:
    assert suggested(at(functioning=4)).words == "one person's view"


def test_under_three_agencies_no_stage_is_named_however_many_rate() -> None:
    found = suggested(*[at(functioning=4)] * 2, raters=9)
    assert (found.kind, found.stage) == (Suggested.FEW_AGENCIES, None)


def test_a_stage_with_too_few_answers_stops_the_naming_and_is_named_itself() -> None:
    found = suggested(*[at(functioning=4, flying=None)] * 3)
    assert found.kind is Suggested.FEW_ANSWERS
    assert "the signs of Flying are answered" in found.reasons[0]


def test_nobody_is_nothing() -> None:
    assert suggested().kind is Suggested.NOBODY


def test_the_thresholds_are_those_that_the_round_was_kept_with() -> None:
    gates = gates_of((("lead", 40), ("of_a_later_version", 9)))
    assert (gates.lead, gates.failing_gate) == (40, 250)
    assert suggested(*[at(frustration=2.5, functioning=2)] * 3, gates=gates).stage is FRUSTRATION


def test_a_score_never_seems_to_reach_what_it_does_not_reach() -> None:
    assert figure(Fraction(2499, 1000)) == "2.49"


def test_a_judgement_fits_what_is_suggested_or_not() -> None:
    named = suggested(*[at(functioning=3)] * 3)
    assert named.fits(StageJudgement(stage=FUNCTIONING))
    assert not named.fits(StageJudgement(stage=FUNCTIONING, crossover=True))
    assert not named.fits(StageJudgement(stage=None))
    assert suggested(at(functioning=3)).fits(StageJudgement(stage=Stage.FAILING))
    crossover = suggested(*[at(frustration=2.5, functioning=2)] * 3)
    assert crossover.fits(StageJudgement(stage=FRUSTRATION, crossover=True))
    assert not crossover.fits(StageJudgement(stage=FRUSTRATION))
