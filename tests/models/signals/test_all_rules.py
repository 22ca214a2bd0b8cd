"""What holds for every rule: its words, where it leads, and what it says of the sample office."""

import re
from importlib import import_module

import pytest

from benchmarks.life_course import TODAY
from benchmarks.life_office import life_records
from tests.test_words import BARE, wrong
from tracker.models.records import Group
from tracker.models.signals.every import RULE_BY_KEY, RULES
from tracker.models.signals.rule import Limit, Rule, Signal, Verdict
from tracker.models.signals.signals import all_signals, signals
from tracker.models.snapshot import snapshot_of
from tracker.store.office import Office
from tracker.ui.pages.group import TABS

# Every signal of the domain guide, with its section of the source.
SECTIONS = {
    "no_money": "6.2",
    "nodding": "4.3",
    "unbacked": "3.4",
    "drifting_down": "2.2",
    "overdue": "4.1",
    "chair_holds_most": "4.2",
    "one_dominates": "4.2",
    "gives_more": "4.1",
    "dropped_ball": "4.2",
    "only_at_top": "6.1",
    "only_at_front": "6.1",
    "trio_incomplete": "Summary",
    "key_person_gone": "1.1",
    "home_silent": "6.2",
    "fatigue": "7.2",
    "too_alike": "3.2",
    "no_victories": "7.2",
    "stuck": "7.2",
    "stage_out_of_date": "7.3",
    "equilibrium": "7.2",
    "different_stages": "7.2",
    "gone_quiet": "7.1",
    "lessons_kept": "5.2",
    "results_without_line": "4.2",
    "line_without_results": "4.2",
    "shares_over": "4.2",
    "sharing_basis": "8.2",
    "participation": "8.3",
    "surprise": "4.3",
}
# What the domain guide gives, where a number is given.
USUAL = {
    "money_weeks": 6,
    "nodding_due": 6,
    "nodding_missed": 50,
    "backing_days": 30,
    "drift_meetings": 3,
    "chair_share": 50,
    "dominant_share": 60,
    "partners_part": 50,
    "give_gap": 15,
    "ball_days": 60,
    "gone_days": 90,
    "fatigue_groups": 4,
    "fatigue_part": 50,
    "victory_days": 90,
    "stuck_days": 180,
    "stage_days": 120,
    "review_days": 180,
    "split_signs": 8,
    "quiet_times": 2,
    "lesson_days": 90,
    "participation_days": 30,
}
AN_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7")


def every_limit() -> list[Limit]:
    return [limit for rule in RULES for limit in rule.limits]


@pytest.fixture
def of_sample(sample: Office) -> tuple[Signal, ...]:
    """What every rule says of every group of the sample."""
    snapshot = sample.snapshot()
    return all_signals(snapshot, snapshot.of(Group))


def test_every_signal_of_the_guide_is_there_once_with_its_section() -> None:
    assert {rule.key: rule.section for rule in RULES} == SECTIONS
    assert len(RULES) == len(RULE_BY_KEY) == len(SECTIONS)


def test_the_limits_are_those_of_the_guide_and_named_once() -> None:
    assert {limit.key: limit.usual for limit in every_limit()} == USUAL
    assert len(every_limit()) == len(USUAL)
    assert all(limit.low <= limit.usual <= limit.high and limit.label and limit.unit for limit in every_limit())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_a_rule_says_what_it_is_why_it_matters_and_what_to_do(rule: Rule) -> None:
    assert rule.title
    assert rule.action
    assert not f"{rule.title}{rule.action}".count(".")
    assert rule.why.endswith((".", "?"))
    assert len(rule.why.split()) >= 20
    assert wrong(f"{rule.title} {rule.why} {rule.action}") == ""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_a_rule_leads_to_a_tab_that_there_is(rule: Rule) -> None:
    tab, _, side = rule.tab.partition("/")
    modules = {name: getattr(import_module(module), made) for name, _, module, made in TABS}
    assert tab in modules
    if side and hasattr(modules[tab], "sides"):
        assert side in [each.name for each in modules[tab].sides]


def test_of_the_sample_every_sentence_is_one_and_ends_without_a_full_stop(of_sample: tuple[Signal, ...]) -> None:
    said = [signal.finding.figures for signal in of_sample if signal.finding.figures]
    assert [text for text in said if text.endswith(".") or ". " in text] == []
    assert [text for text in said if AN_ID.search(text) or BARE.search(text) or wrong(text)] == []
    assert all(text[0].isupper() or text[0].isdigit() or text[0] == "“" for text in said)


def test_of_the_sample_every_rule_looks_at_every_group_that_runs(of_sample: tuple[Signal, ...], sample: Office) -> None:
    running = [group for group in sample.snapshot().of(Group) if group.closed_on is None]
    assert len(of_sample) == len(RULES) * len(running)


def test_what_is_seen_or_cannot_be_told_says_why_and_what_is_not_seen_is_silent(of_sample: tuple[Signal, ...]) -> None:
    for signal in of_sample:
        assert bool(signal.finding.figures) is (signal.finding.verdict is not Verdict.NOT_SEEN)
        assert not signal.finding.records or signal.is_seen


def test_what_is_seen_shows_what_it_rests_on(of_sample: tuple[Signal, ...]) -> None:
    # What nobody has is no thing to show: no chair's reading, no role held.
    bare = {signal.rule.key for signal in of_sample if signal.is_seen and not signal.finding.records}
    assert bare <= {"no_money", "trio_incomplete"}


def test_a_new_group_of_which_nothing_is_known_makes_no_rule_fail() -> None:
    group = Group(id="new", started_on=TODAY)
    found = all_signals(snapshot_of(TODAY, [group]), [group])
    assert len(found) == len(RULES)


def test_an_office_of_many_years_is_told_of_in_all_its_groups() -> None:
    records = life_records(groups=20)
    assert [record.problems() for record in records if record.problems()] == []
    snapshot = snapshot_of(TODAY, records)
    seen = signals(snapshot)
    assert len({signal.group.id for signal in seen}) == sum(group.closed_on is None for group in snapshot.of(Group))
    assert life_records(groups=20) == records
