"""Signs and tactics: as many as the source has for each stage, in sentences of our own."""

from collections import Counter

import pytest

from tracker.models.guidance.signs import SIGNS, Sign
from tracker.models.guidance.tactics import TACTICS, Tactic, tactics_for
from tracker.models.records.stage import Stage

# Figure 6 of the source: stage, signs, tactics.
FIGURE_6 = {"forming": (4, 5), "frustration": (6, 7), "functioning": (5, 5), "flying": (5, 7), "failing": (4, 2)}


@pytest.mark.parametrize("stage", list(Stage))
def test_each_stage_has_as_many_signs_and_tactics_as_the_source(stage: Stage) -> None:
    counts = Counter(sign.stage for sign in SIGNS)
    assert (counts[stage], len(tactics_for(stage))) == FIGURE_6[stage.value]


@pytest.mark.parametrize("said", [*SIGNS, *TACTICS], ids=lambda said: said.key)
def test_each_is_one_clause_with_its_section_and_a_key_of_its_stage(said: Sign | Tactic) -> None:
    assert said.text[0].isupper()
    assert not said.text.endswith(".")
    assert said.section.startswith("7.2")
    assert said.key.startswith(f"{said.stage.value}_")


@pytest.mark.parametrize("several", [SIGNS, TACTICS], ids=["signs", "tactics"])
def test_no_key_and_no_text_stands_twice(several: tuple[Sign | Tactic, ...]) -> None:
    assert len({said.key for said in several}) == len({said.text for said in several}) == len(several)
