"""`tracker assess`: the latest self-assessment, its profile, its splits and what it suggests."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tracker

ASKED = {"group", "on", "coverage", "profile", "suggestion", "splits", "signs", "to_discuss", "before", "limits"}


@pytest.mark.parametrize(
    ("group", "kind", "stage"),
    [("ICM", "named", "functioning"), ("CBT", "named", "failing"), ("NMCC", "named", "flying")],
)
def test_the_suggestion_of_the_latest_round(
    tracker: Tracker, sample_path: Path, group: str, kind: str, stage: str
) -> None:
    found = tracker("assess", sample_path, "--group", group, "--json").json
    assert found.keys() >= ASKED
    assert (found["suggestion"]["kind"], found["suggestion"]["stage"]) == (kind, stage)
    assert len(found["profile"]) == 5


def test_the_day_can_be_set_back_to_an_earlier_round(tracker: Tracker, sample_path: Path) -> None:
    found = tracker("assess", sample_path, "--group", "ICM", "--on", "1 Jul 2007", "--json").json
    assert (found["on"], found["suggestion"]["lane"]) == ("2007-05-24", "crossover")
    assert found["suggestion"]["words"] == "crossover: Frustration and Functioning"
    assert found["before"]["on"] == "2006-12-07"


def test_splits_come_first_among_the_signs(tracker: Tracker, sample_path: Path) -> None:
    found = tracker("assess", sample_path, "--group", "AUT", "--on", "1 Jul 2004", "--json").json
    assert found["suggestion"]["kind"] == "different"
    assert [sign["key"] for sign in found["signs"]][: len(found["splits"])] == found["splits"]
    assert len(found["to_discuss"]) == 3


def test_no_answer_is_told_with_an_agencys_name(tracker: Tracker, sample_path: Path) -> None:
    found = tracker("assess", sample_path, "--group", "ICM", "--json").json
    told = str(found["signs"]) + str(found["profile"])
    assert not [name for name in found["coverage"]["asked"] if name in told]


def test_in_words_it_has_the_coverage_the_reasons_and_the_questions(tracker: Tracker, sample_path: Path) -> None:
    ran = tracker("assess", sample_path, "--group", "ICM")
    assert (ran.status, ran.err) == (0, "")
    assert "9 raters from 7 of 8 agencies asked." in ran.out
    assert "It suggests: Functioning" in ran.out
    assert "The same comes out with any one of the 7 agencies left out." in ran.out
    assert "Since 24 May 2007: 7 raters answered in both rounds" in ran.out


def test_a_group_without_any_is_told_what_to_do(tracker: Tracker, sample_path: Path) -> None:
    ran = tracker("assess", sample_path, "--group", "ICM", "--on", "1 Sep 2006")
    assert ran.status == 1
    assert "Nobody has answered a self-assessment" in ran.err


def test_it_writes_nothing_and_needs_a_group(tracker: Tracker, sample_path: Path) -> None:
    before = sample_path.read_bytes()
    tracker("assess", sample_path, "--group", "ICM")
    assert sample_path.read_bytes() == before
    assert tracker("assess", sample_path).status == 2
