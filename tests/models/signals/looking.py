"""What a test of a rule needs: a group on a day, and what one rule says of it."""

from datetime import date, timedelta
from typing import Any

from tests.builders import a_group
from tracker.models.records import Record
from tracker.models.signals.every import RULE_BY_KEY
from tracker.models.signals.rule import Case, Finding
from tracker.models.signals.signals import limits
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)
GROUP = a_group(id="group", started_on=date(2003, 7, 1))


def ago(days: int) -> date:
    """So many days before today."""
    return TODAY - timedelta(days=days)


def look(key: str, *records: Record, today: date = TODAY, **of_group: Any) -> Finding:
    """What the rule with that key says of the group, with its fields as named and these records beside it."""
    group = a_group(**vars(GROUP) | of_group)
    snapshot = snapshot_of(today, [group, *records])
    return RULE_BY_KEY[key].look(Case(snapshot, group, limits(snapshot)))
