"""`tracker balance`: who brings what, who decides, and who gives more than it gets."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tracker

ASKED = {"kinds", "influence", "gives", "gets", "chair"}
OF_A_KIND = {"kind", "unit", "shares", "largest", "hhi", "hhi_normalised", "effective_partners", "gini", "n"}
GROUPS = ("AUT", "CBT", "GUEDO", "ICM", "MTJ", "NMCC", "RSE", "SEMO")


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_of_the_sample_has_its_balance(tracker: Tracker, sample_path: Path, group: str) -> None:
    found = tracker("balance", sample_path, "--group", group, "--json").json
    assert found.keys() >= ASKED
    assert all(kind.keys() >= OF_A_KIND for kind in found["kinds"])
    for shares in (found["influence"], found["gives"], found["gets"]):
        assert sum(shares.values()) == pytest.approx(1)


def test_shares_of_a_kind_are_by_agency_and_add_up(tracker: Tracker, sample_path: Path) -> None:
    kinds = tracker("balance", sample_path, "--group", "NMCC", "--json").json["kinds"]
    money = kinds[0]
    assert (money["kind"], money["unit"], money["n"]) == ("money", "NZD", 8)
    assert money["shares"]["New Zealand Customs Service"] == money["largest"] == 1
    assert [kind["kind"] for kind in kinds].count("mandate") == 1


def test_the_headline_and_the_chair_are_those_of_the_window(tracker: Tracker, sample_path: Path) -> None:
    found = tracker("balance", sample_path, "--group", "NMCC", "--json").json
    assert found["headline"]["words"].startswith("Defence Force 70% of $1,800,000")
    assert found["chair"]["agency"] == "New Zealand Customs Service"
    assert (found["chair"]["largest"], found["chair"]["resources"]) == (False, 0.15)
    assert found["giving_more_than_it_gets"] == ["New Zealand Defence Force"]


def test_the_day_can_be_set_back_before_anything_was_given(tracker: Tracker, sample_path: Path) -> None:
    found = tracker("balance", sample_path, "--group", "NMCC", "--on", "1 Jan 2001", "--json").json
    assert (found["on"], found["kinds"], found["influence"], found["chair"]) == ("2001-01-01", [], {}, None)


def test_in_words_each_figure_has_its_counts(tracker: Tracker, sample_path: Path) -> None:
    ran = tracker("balance", sample_path, "--group", "NMCC")
    assert (ran.status, ran.err) == (0, "")
    assert "Effective partners: 1.9 of 8" in ran.out
    assert "Customs (chair)" in ran.out
    assert "4 raters from 4 of 8 agencies" in ran.out


def test_a_closed_group_is_told_as_on_its_last_day(tracker: Tracker, sample_path: Path) -> None:
    assert "30 Nov 2007, its last day" in tracker("balance", sample_path, "--group", "CBT").out


def test_reading_the_balance_writes_nothing(tracker: Tracker, sample_path: Path) -> None:
    before = sample_path.read_bytes()
    tracker("balance", sample_path, "--group", "ICM")
    assert sample_path.read_bytes() == before


def test_without_a_group_it_is_a_wrong_use_and_an_unknown_one_is_refused(tracker: Tracker, sample_path: Path) -> None:
    assert tracker("balance", sample_path).status == 2
    assert tracker("balance", sample_path, "--group", "Unicorns").status == 1
