"""Checks of the group itself in its return, and the list of all checks that a group return goes through."""

from collections.abc import Iterator

from tracker.models.dates import shown
from tracker.reports.finding import Check, Severity, Trouble
from tracker.reports.group_facts import GroupFacts
from tracker.reports.mapping_checks import MAPPING_CHECKS
from tracker.reports.result_checks import RESULT_CHECKS
from tracker.reports.text_checks import TEXT_CHECKS

# As the signal "stage out of date".
_STAGE_DAYS = 120


def _running(facts: GroupFacts) -> Iterator[Trouble]:
    group = facts.group
    if group.started_on and group.started_on > facts.on:
        yield Trouble(f"The group started on {shown(group.started_on)}, after this period.", group)
    if group.closed_on and group.closed_on < facts.period.first_day:
        yield Trouble(f"The group closed on {shown(group.closed_on)}, before this period.", group)


def _stage(facts: GroupFacts) -> Iterator[Trouble]:
    now = facts.trajectory.now
    if now is None:
        yield Trouble("Nobody has judged yet where the group stands: record its stage.", facts.group)
    elif (facts.trajectory.until - now.on).days > _STAGE_DAYS:
        message = f"The latest judgement of the stage is of {shown(now.on)}: ask the group whether it still holds."
        yield Trouble(message, now.judgement)


def _members(facts: GroupFacts) -> Iterator[Trouble]:
    if not facts.all_seats and facts.group.open_on(facts.on):
        yield Trouble("No member is recorded on the last day: record who sits in the group.", facts.group)


GROUP_CHECKS: tuple[Check[GroupFacts], ...] = (
    *MAPPING_CHECKS,
    *RESULT_CHECKS,
    *TEXT_CHECKS,
    Check("running", "The group runs in the period", Severity.QUERY, _running),
    Check("members", "The group has members", Severity.WARNING, _members),
    Check("stage_in_date", "The stage was judged within 120 days", Severity.WARNING, _stage),
)
