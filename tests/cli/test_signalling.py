"""`tracker signals`: what needs attention, why, and what to do next."""

from collections import Counter
from pathlib import Path

from tests.cli.conftest import Tracker
from tracker.models.signals.every import RULES

ASKED = {"signal", "group", "group_id", "seen", "figures", "records", "why", "section", "action"}


def test_every_rule_is_told_of_every_group_that_runs(tracker: Tracker, sample_path: Path) -> None:
    found = tracker("signals", sample_path, "--json").json
    assert all(each.keys() >= ASKED for each in found)
    assert Counter(each["signal"] for each in found) == {rule.key: 7 for rule in RULES}
    assert {each["seen"] for each in found} == {True, False, None}


def test_the_most_urgent_stands_first(tracker: Tracker, sample_path: Path) -> None:
    seen = [each for each in tracker("signals", sample_path, "--json").json if each["seen"]]
    order = ["now", "soon", "later"]
    assert [each["urgency"] for each in seen] == sorted((each["urgency"] for each in seen), key=order.index)


def test_of_one_group_its_figures_and_records_are_told(tracker: Tracker, sample_path: Path) -> None:
    found = tracker("signals", sample_path, "--group", "GUEDO", "--json").json
    stuck = next(each for each in found if each["signal"] == "stuck")
    assert (stuck["seen"], stuck["section"]) == (True, "7.2")
    assert stuck["figures"].startswith("In Frustration for 257 days")
    assert [each["kind"] for each in stuck["records"]] == ["stage judgement"] * 3


def test_in_words_only_what_is_seen_stands_in_the_table(tracker: Tracker, sample_path: Path) -> None:
    ran = tracker("signals", sample_path, "--group", "GUEDO")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0].split()[:2] == ["Group", "How"]
    assert all(line.startswith("GUEDO") for line in lines[1:])
    assert "§7.2" in ran.out


def test_on_an_earlier_day_nothing_later_is_known(tracker: Tracker, sample_path: Path) -> None:
    found = tracker("signals", sample_path, "--group", "GUEDO", "--on", "30 Oct 2007", "--json").json
    stuck = next(each for each in found if each["signal"] == "stuck")
    assert stuck["seen"] is False


def test_before_a_group_began_it_says_that_it_does_not_run(tracker: Tracker, sample_path: Path) -> None:
    ran = tracker("signals", sample_path, "--group", "GUEDO", "--on", "2001-01-01")
    assert ran.status == 0
    assert ran.out.startswith("Government Urban and Economic Development Office does not run on 1 Jan 2001")
    assert tracker("signals", sample_path, "--group", "GUEDO", "--on", "2001-01-01", "--json").json == []


def test_a_closed_group_has_none(tracker: Tracker, sample_path: Path) -> None:
    assert "does not run on 30 Jun 2008" in tracker("signals", sample_path, "--group", "CBT").out


def test_reading_the_signals_writes_nothing(tracker: Tracker, sample_path: Path) -> None:
    before = sample_path.read_bytes()
    tracker("signals", sample_path)
    assert sample_path.read_bytes() == before


def test_an_unknown_group_is_refused_and_a_wrong_day_is_a_wrong_use(tracker: Tracker, sample_path: Path) -> None:
    assert tracker("signals", sample_path, "--group", "Unicorns").status == 1
    assert tracker("signals", sample_path, "--on", "some day").status == 2


def test_before_any_group_began_it_says_that_none_runs(tracker: Tracker, sample_path: Path) -> None:
    ran = tracker("signals", sample_path, "--on", "1990-01-01")
    assert (ran.status, ran.out) == (0, "No group runs on 1 Jan 1990: signals are about groups that do.\n")
