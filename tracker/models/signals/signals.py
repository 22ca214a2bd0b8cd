"""What all rules say of groups today: computed when asked for, never stored."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from tracker.models.figures.need import Urgency
from tracker.models.records.group import Group
from tracker.models.records.risk import SetAside
from tracker.models.records.threshold import Threshold
from tracker.models.signals.every import RULES
from tracker.models.signals.rule import Case, Rule, Signal
from tracker.models.snapshot import Snapshot


def limits(snapshot: Snapshot) -> Mapping[str, Decimal]:
    """Every limit by its key: the office's own where it has set one, else the usual."""
    usual = {limit.key: limit.usual for rule in RULES for limit in rule.limits}
    own = {each.name: each.value for each in snapshot.of(Threshold) if each.value is not None and each.name in usual}
    return usual | own


def signals(snapshot: Snapshot, group_id: str | None = None, *, aside: bool = False) -> tuple[Signal, ...]:
    """What is seen today in a group, or in all that run, the most urgent first; `aside` adds those set aside."""
    groups = (snapshot.one(Group, group_id),) if group_id else snapshot.of(Group)
    found = [each for each in all_signals(snapshot, groups) if each.is_seen and (aside or each.aside is None)]
    return most_urgent_first(found)


def all_signals(snapshot: Snapshot, groups: Iterable[Group]) -> tuple[Signal, ...]:
    """What every rule says of each of these groups that runs today, whatever it says. A closed group has none."""
    lengths = limits(snapshot)
    cases = (Case(snapshot, group, lengths) for group in groups if _runs(snapshot, group))
    return tuple(
        Signal(rule, case.group, rule.look(case), set_aside(snapshot, case.group.id, rule))
        for case in cases
        for rule in RULES
    )


def most_urgent_first(found: Iterable[Signal]) -> tuple[Signal, ...]:
    """Signals in the order in which a person should see them."""
    ranks = {urgency: rank for rank, urgency in enumerate(Urgency)}
    return tuple(
        sorted(
            found,
            key=lambda each: (ranks[each.rule.urgency], -each.finding.weight, each.group.called, each.rule.key),
        )
    )


def set_aside(snapshot: Snapshot, group_id: str, rule: Rule) -> SetAside | None:
    """Why this signal is set aside for the group today, and until when; None if it is not. On that day it is back."""
    today = snapshot.today
    asides = [each for each in snapshot.of(SetAside, group_id=group_id) if each.signal == rule.key]
    if not asides:
        return None
    live = [each for each in asides if each.until and each.until > today and (each.on is None or each.on <= today)]
    return max(live, key=lambda each: (each.until, each.id), default=None)


def _runs(snapshot: Snapshot, group: Group) -> bool:
    return bool(group.started_on and group.started_on <= snapshot.today) and group.open_on(snapshot.today)
