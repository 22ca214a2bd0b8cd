"""The checks that a regional return goes through: those of its groups, group by group, and its own."""

from collections.abc import Iterator

from tracker.models.dates import shown
from tracker.models.records import Barrier, Mapping, Record, Result, Return
from tracker.models.records.handing_in import ReturnKind, ReturnState
from tracker.reports.finding import Check, Severity, Trouble
from tracker.reports.group_checks import GROUP_CHECKS
from tracker.reports.group_facts import GroupFacts, leaving, may_leave
from tracker.reports.region_facts import RegionFacts
from tracker.reports.text_checks import names_in

# What takes their place stands below: a group may have a nil return, and nothing of its own sentences leaves here.
_OF_A_GROUP = ("nil_return", "period_over", "no_names", "restricted")


def _in_groups(check: Check[GroupFacts]) -> Check[RegionFacts]:
    """A check of group returns, made in each group.

    Each error is said; of what else is found in a group more than once, how often, so that a region's queries are few
    enough to be explained.
    """

    def find(facts: RegionFacts) -> Iterator[Trouble]:
        for group in facts.groups:
            troubles = [_named(group, trouble) for trouble in check.find(group)]
            if check.severity is Severity.ERROR or len(troubles) < 2:
                yield from troubles
            else:
                first = troubles[0]
                about = first.item.removeprefix(f"{group.group.called}: ")
                which = f", first of “{about}”" if about != group.group.called else ""
                message = f"{len(troubles)} times in this group{which}: {first.message}"
                yield Trouble(message, group.group, item=group.group.called)

    return Check(check.check_id, check.rule, check.severity, find)


def _named(group: GroupFacts, trouble: Trouble) -> Trouble:
    """What was found, with its group's name before what it is about; of what is restricted the group's name alone."""
    hidden = trouble.record is not None and not may_leave(trouble.record)
    title = "" if hidden else _title(group, trouble)
    called = group.group.called
    item = called if trouble.record is group.group or not title else f"{called}: {title}"
    return Trouble(trouble.message, trouble.record or group.group, trouble.result_id, _short(item))


def _title(group: GroupFacts, trouble: Trouble) -> str:
    """What a trouble is about: of a claim its result, for what a claim says leaves with other returns."""
    if isinstance(trouble.record, Mapping):
        return group.snapshot.called(Result, trouble.record.result_id)
    return trouble.item or (trouble.record.title if trouble.record else "")


def _hidden_groups(facts: RegionFacts) -> Iterator[Trouble]:
    count = len(facts.all_groups) - len(facts.groups)
    if count:
        groups = "1 group is" if count == 1 else f"{count} groups are"
        yield Trouble(f"{groups} restricted to this office: nothing of it leaves.")


def _group_returns(facts: RegionFacts) -> Iterator[Trouble]:
    """Head office counts results from the groups' own returns alone (rule 12)."""
    for group in facts.groups:
        if group.figures and not any(_within(facts, each) for each in _returns_of(group)):
            yield Trouble(
                "No return of this group was made for the period: head office counts its results from that alone.",
                group.group,
                item=group.group.called,
            )


def _returns_of(group: GroupFacts) -> Iterator[Return]:
    for each in group.snapshot.of(Return, scope_id=group.group.id):
        if each.kind is ReturnKind.GROUP and each.state is not ReturnState.WITHDRAWN:
            yield each


def _within(facts: RegionFacts, made: Return) -> bool:
    first, last = facts.period.first_day, facts.period.last_day
    return bool(made.period_from and made.period_to and made.period_from >= first and made.period_to <= last)


def _nobody_asked(facts: RegionFacts) -> Iterator[Trouble]:
    for alike in facts.barriers:
        if not alike[0].asked_of.strip():
            yield Trouble("Nobody has been asked for a decision yet: say who is to decide.", alike[0])


def _names(facts: RegionFacts) -> Iterator[Trouble]:
    known = names_in(facts.snapshot)
    if known is None:
        return
    for record, texts in _leaving_texts(facts):
        if any(map(known.search, texts)):
            yield Trouble("The text names a person: say the post instead.", record)


def _leaving_texts(facts: RegionFacts) -> Iterator[tuple[Record, tuple[str, ...]]]:
    """What people wrote and this return tells, record by record."""
    for alike in facts.barriers:
        yield from ((each, _words_of(each)) for each in alike)
    for group in facts.groups:
        yield group.group, (group.group.name, group.group.theme, group.group.place)
        yield from ((each, (each.name,)) for each in group.told_results)
        yield from ((each, (each.statement, each.place)) for each in group.outcomes)
        yield from ((each, (each.text,)) for each in leaving(group.all_lessons))


def _words_of(barrier: Barrier) -> tuple[str, ...]:
    return barrier.text, barrier.asked_of


def _hidden_barriers(facts: RegionFacts) -> Iterator[Trouble]:
    count = sum(not may_leave(each) for each in facts.all_barriers)
    if count:
        barriers = "1 barrier is" if count == 1 else f"{count} barriers are"
        yield Trouble(f"{barriers} restricted to this office and not told of here.")


def _restricted(facts: RegionFacts) -> Iterator[Trouble]:
    count = sum(1 for _ in facts.restricted_results())
    if count:
        results = "1 result is" if count == 1 else f"{count} results are"
        yield Trouble(f"{results} restricted: nothing of it is in this return.")


def _nil(facts: RegionFacts) -> Iterator[Trouble]:
    if not facts.figures:
        yield Trouble("No results in this period: this is a nil return, and counts as one.")


def _too_early(facts: RegionFacts) -> Iterator[Trouble]:
    if not facts.over:
        yield Trouble(
            f"The period ends on {shown(facts.period.last_day)}: what is still to come is not in this return."
        )


def _short(title: str) -> str:
    line = title.split("\n", 1)[0]
    return line if len(line) <= 80 else f"{line[:79]}…"


REGION_CHECKS: tuple[Check[RegionFacts], ...] = (
    *(_in_groups(check) for check in GROUP_CHECKS if check.check_id not in _OF_A_GROUP),
    Check("no_names", "No text names a person", Severity.QUERY, _names),
    Check("group_returns", "Each group has made its return (rule 12)", Severity.WARNING, _group_returns),
    Check("nobody_asked", "Somebody is asked to settle each barrier", Severity.WARNING, _nobody_asked),
    Check("restricted", "What is restricted stays in the office (rule 15)", Severity.WARNING, _restricted),
    Check("restricted_group", "Restricted groups stay in the office", Severity.WARNING, _hidden_groups),
    Check("restricted_barrier", "Restricted barriers stay in the office", Severity.WARNING, _hidden_barriers),
    Check("nil_return", "The period has results", Severity.WARNING, _nil),
    Check("period_over", "The period is over", Severity.WARNING, _too_early),
)
