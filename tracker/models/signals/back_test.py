"""How often each signal came before a fall in this office's own history, in counts: what it was worth so far.

Each day looked at is seen as it was known then (`as_at`), by the limits that hold now. A few groups prove nothing: no
percentage is made of these counts, and below five falls nothing is said.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from tracker.models.as_at import as_at
from tracker.models.figures.timeline_words import several
from tracker.models.records.group import Group
from tracker.models.signals.every import RULES
from tracker.models.signals.falls import DAYS_BEFORE, Fall, falls, quiet_days
from tracker.models.signals.group_alone import groups_alone
from tracker.models.signals.rule import Case, Rule, Verdict
from tracker.models.signals.signals import limits
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

FEWEST_FALLS = 5
NOT_ENOUGH = "Not enough to tell"

_Verdicts = Mapping[str, Verdict]


@value
class Count(Value):
    """On how many of the days looked at a signal was seen. `told` are those on which there was enough to tell."""

    seen: int
    told: int
    days: int


@value
class Before(Value):
    """One signal. Of the `falls` looked at, it could be told before `told` on one day at least, and seen before `seen`.

    `days_before` counts the single days before falls, `other_days` the ends of quarters without a fall in the 90 days
    that followed: these two can be held against each other, day for day.
    """

    rule: Rule
    falls: int
    told: int
    seen: int
    days_before: Count
    other_days: Count

    @property
    def enough(self) -> bool:
        """Whether it could be told before five falls or more."""
        return self.told >= FEWEST_FALLS

    @property
    def words(self) -> str:
        """Seen before 4 of 7 falls: on 9 of 20 days before one, and on 12 of 80 days without one."""
        if not self.enough:
            return f"{NOT_ENOUGH}: it could be told before {self.told:,} of {several(self.falls, 'fall', 'falls')}"
        before, other = self.days_before, self.other_days
        near = f"on {before.seen:,} of {before.told:,} days before one"
        elsewhere = f"on {other.seen:,} of {other.told:,} without one"
        return f"Seen before {self.seen:,} of {self.told:,} falls: {near}, and {elsewhere}"


@value
class BackTest(Value):
    """All falls that could be looked at, and what each signal said before them; `rows` is empty if they are too few."""

    falls: tuple[Fall, ...]
    other_days: int
    rows: tuple[Before, ...]

    @property
    def enough(self) -> bool:
        """Whether the office has seen enough falls for anything to be said."""
        return len(self.falls) >= FEWEST_FALLS

    @property
    def words(self) -> str:
        """7 falls, looked at 30, 60 and 90 days before; beside them 80 ends of quarters without one."""
        number = several(len(self.falls), "fall", "falls")
        if not self.enough:
            return f"{NOT_ENOUGH}: {number} in this office's history, and {FEWEST_FALLS} are needed"
        nearest, middle, longest = DAYS_BEFORE
        others = several(self.other_days, "end of a quarter", "ends of quarters")
        return f"{number}, looked at {nearest}, {middle} and {longest} days before; beside them {others} without one"


def back_test(snapshot: Snapshot, rules: Sequence[Rule] = RULES) -> BackTest:
    """Looks back over the office's whole history, which takes some milliseconds for each day looked at.

    A fall before which the group did not run yet is left out. Signals come in the order of how often they were seen.
    """
    every = falls(snapshot)
    looked_at = tuple(fall for fall in every if fall.days)
    if len(looked_at) < FEWEST_FALLS:
        return BackTest(looked_at, 0, ())
    of_group = defaultdict(list)
    for fall in every:
        of_group[fall.group.id].append(fall)
    lengths, before, others = limits(snapshot), [], []
    for group, alone in groups_alone(snapshot):
        fallen = of_group[group.id]
        before += [[_verdicts(alone, group, day, rules, lengths) for day in fall.days] for fall in fallen if fall.days]
        others += [_verdicts(alone, group, day, rules, lengths) for day in quiet_days(snapshot, group, fallen)]
    rows = (_before(rule, before, others) for rule in rules)
    ordered = sorted(rows, key=lambda row: (not row.enough, -row.seen, row.other_days.seen))
    return BackTest(looked_at, len(others), tuple(ordered))


def _verdicts(
    alone: Snapshot, group: Group, day: date, rules: Iterable[Rule], lengths: Mapping[str, Decimal]
) -> _Verdicts:
    then = as_at(alone, day)
    case = Case(then, then.one(Group, group.id), lengths)
    return {rule.key: rule.look(case).verdict for rule in rules}


def _before(rule: Rule, before: Sequence[Sequence[_Verdicts]], others: Sequence[_Verdicts]) -> Before:
    by_fall = [_count(rule, days) for days in before]
    return Before(
        rule=rule,
        falls=len(before),
        told=sum(each.told > 0 for each in by_fall),
        seen=sum(each.seen > 0 for each in by_fall),
        days_before=_count(rule, [day for days in before for day in days]),
        other_days=_count(rule, others),
    )


def _count(rule: Rule, days: Sequence[_Verdicts]) -> Count:
    verdicts = [day[rule.key] for day in days]
    seen, untold = verdicts.count(Verdict.SEEN), verdicts.count(Verdict.NOT_ENOUGH)
    return Count(seen, len(verdicts) - untold, len(verdicts))
