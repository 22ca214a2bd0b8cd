"""Every sentence that signals say of the sample office, today and in the years before, read as a person would."""

import re
from datetime import date

import pytest

from tracker.models.as_at import as_at
from tracker.models.records import Group
from tracker.models.records.record import Record
from tracker.models.signals.every import RULES
from tracker.models.signals.rule import Rule
from tracker.models.signals.signals import all_signals
from tracker.models.snapshot import Snapshot
from tracker.store.office import Office

DAYS = [date(2008, 6, 30), date(2008, 1, 31), date(2007, 4, 30), date(2006, 2, 28), date(2003, 9, 30)]
# One of many, or many of one; a gap or a mark twice; an id, or a value of the program's own.
AMISS = re.compile(
    r"\b1 (days|weeks|meetings|promises|agencies|balls|groups|points|people)\b(?! against)|  | ,|,,|\(\)|: *$|;$"
    r"|[0-9a-f]{8}-[0-9a-f]{4}|\bNone\b(?! of)|\bdatetime\b|Decimal|Fraction|<|_"
)


def said(snapshot: Snapshot) -> dict[str, str]:
    return {
        f"{one.group.code} {one.rule.key}": one.finding.figures for one in all_signals(snapshot, snapshot.of(Group))
    }


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_sentences_begin_with_a_capital_end_without_a_stop_and_count_right(sample: Office, day: date) -> None:
    told = said(as_at(sample.snapshot(), day))
    wrong = {key: text for key, text in told.items() if text and (AMISS.search(text) or text.endswith("."))}
    assert wrong == {}
    assert {key: text for key, text in told.items() if text and text[0].islower()} == {}


def test_what_is_seen_says_what_was_seen_and_leads_to_something_that_is_kept(sample: Office) -> None:
    snapshot = sample.snapshot()
    seen = [one for one in all_signals(snapshot, snapshot.of(Group)) if one.is_seen]
    assert all(one.finding.figures for one in seen)
    behind: list[Record] = [record for one in seen for record in one.finding.records]
    assert all(snapshot.find(type(record), record.id) == record for record in behind)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_each_rule_says_why_and_what_to_do(rule: Rule) -> None:
    assert rule.why
    assert rule.title
    assert rule.action
    assert rule.section
    assert not rule.action.endswith(".")
