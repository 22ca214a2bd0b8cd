"""Signals as needs of the Today page, set aside, and told by what they rest on."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders import a_group, a_member, an_agency, an_id
from tracker.models.figures.need import Lead, Need, Urgency
from tracker.models.mistake import Mistake
from tracker.models.records import Commitment, SetAside
from tracker.models.signals.behind import behind
from tracker.models.signals.needs import signal_needs
from tracker.models.signals.rule import NOT_SEEN, Rule, Signal, not_enough, seen
from tracker.models.signals.setting_aside import brought_back, holds, put_aside, usual_day
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)
GROUP, EDUCATION = a_group(short_name="Papakura"), an_agency(short_name="Education")
PROMISE = Commitment(id=an_id(), group_id=GROUP.id, agency_id=EDUCATION.id, text="Bring the list", due=date(2008, 7, 2))
ASIDE = SetAside(id=an_id(), group_id=GROUP.id, signal="stuck")


def a_rule(key: str = "stuck", urgency: Urgency = Urgency.NOW, **fields: Any) -> Rule:
    defaults = {"key": key, "title": f"Rule {key}", "section": "7.2", "why": "It lasts.", "action": "Choose a tactic"}
    return Rule(**defaults | {"tab": "life-cycle/forward", "urgency": urgency, "look": lambda case: NOT_SEEN} | fields)


def a_signal(rule: Rule | None = None, **fields: Any) -> Signal:
    defaults = {"rule": rule or a_rule(), "group": GROUP, "finding": seen("200 days", PROMISE, weight=200)}
    return Signal(**defaults | fields)


def test_a_signal_becomes_a_need_that_leads_to_what_it_rests_on() -> None:
    assert signal_needs([a_signal()]) == [
        Need(
            "Papakura: rule stuck",
            "200 days",
            "7.2",
            "Choose a tactic",
            Lead("group", GROUP.id, "life-cycle/forward", PROMISE.id),
            Urgency.NOW,
            200,
            "stuck",
            "It lasts.",
        )
    ]


def test_only_what_is_seen_and_not_set_aside_needs_anybody() -> None:
    hidden = [
        a_signal(finding=NOT_SEEN),
        a_signal(finding=not_enough("no stage is judged")),
        a_signal(aside=replace(ASIDE, until=TODAY + timedelta(days=3))),
    ]
    assert signal_needs(hidden) == []


def test_what_the_needs_tell_anyway_is_not_told_twice() -> None:
    assert signal_needs([a_signal(a_rule("overdue"))]) == []


def test_several_to_be_kept_in_view_are_one_need_of_their_group() -> None:
    later = [a_signal(a_rule(key, Urgency.LATER)) for key in ("alike", "silent")]
    (need,) = signal_needs(later)
    assert need.title == "Papakura: 2 signals to keep in view"
    assert need.figures == "Rule alike, rule silent"
    assert need.place == Lead("group", GROUP.id, "overview/signals")
    assert signal_needs(later[:1])[0].signal == "alike"


def test_set_aside_it_holds_until_its_day_and_is_kept_with_the_day_and_the_reason() -> None:
    aside = put_aside(ASIDE, usual_day(TODAY), " On leave ", TODAY)
    assert (aside.on, aside.until, aside.why) == (TODAY, date(2008, 7, 30), "On leave")
    assert holds(aside, date(2008, 7, 29))
    assert not holds(aside, date(2008, 7, 30))
    assert not holds(aside, TODAY - timedelta(days=1))
    assert not holds(brought_back(aside, TODAY), TODAY)


@pytest.mark.parametrize(("days", "why"), [(0, "On leave"), (-1, "On leave"), (3, "  ")])
def test_a_day_not_after_today_and_no_reason_are_refused(days: int, why: str) -> None:
    with pytest.raises(Mistake):
        put_aside(ASIDE, TODAY + timedelta(days=days), why, TODAY)


def test_what_a_signal_rests_on_is_told_by_its_day_its_kind_and_its_words() -> None:
    seat = a_member(GROUP, EDUCATION)
    snapshot = snapshot_of(TODAY, [GROUP, EDUCATION, PROMISE, seat])
    line = behind(snapshot, PROMISE)
    assert (line.day, line.what, line.words) == (date(2008, 7, 2), "Commitment", "Bring the list, Education")
    assert behind(snapshot, seat).words == "Education"
    assert behind(snapshot, EDUCATION).day is None
