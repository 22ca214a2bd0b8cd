"""Checks of a group return's results (rules 9, 12 and 15)."""

from collections.abc import Iterator

from tracker.models.dates import shown
from tracker.models.records.result import ResultState
from tracker.reports.finding import Check, Severity, Trouble
from tracker.reports.group_facts import GroupFacts, may_leave


def _unsound(facts: GroupFacts) -> Iterator[Trouble]:
    for result in facts.told_results:
        for sentence in result.problems():
            yield Trouble(sentence, result, result.id)


def _drafts(facts: GroupFacts) -> Iterator[Trouble]:
    for result in facts.told_results:
        if result.state is ResultState.DRAFT:
            yield Trouble(
                "This is still a draft, and it is counted: confirm it, or say why it stays.", result, result.id
            )


def _withdrawn(facts: GroupFacts) -> Iterator[Trouble]:
    for result in facts.all_results:
        if result.state is ResultState.WITHDRAWN and may_leave(result):
            yield Trouble("Withdrawn: it is kept in the office and is not in this return.", result, item=result.name)


def _reported_elsewhere(facts: GroupFacts) -> Iterator[Trouble]:
    for result in facts.told_results:
        if not facts.is_counted_here(result):
            message = f"{result.primary_reporter} reports this result first, so it is not counted once from here."
            yield Trouble(message, result, result.id)


def _small(facts: GroupFacts) -> Iterator[Trouble]:
    for result in facts.told_results:
        if result.id in facts.withheld_ids:
            yield Trouble("The number is a small count of people and stays in the office.", result, result.id)


def _restricted(facts: GroupFacts) -> Iterator[Trouble]:
    for result in facts.results:
        if not may_leave(result):
            yield Trouble("Restricted: only its title leaves, and it enters no figure.", result)


def _unclaimed(facts: GroupFacts) -> Iterator[Trouble]:
    for each in facts.figures:
        if not each.agency_ids:
            message = "No agency claims it: map it to the lines it counts towards, or leave it as the group's own."
            yield Trouble(message, each.result, each.result.id)


def _without_evidence(facts: GroupFacts) -> Iterator[Trouble]:
    evident = {result_id for result_id, _ in facts.evidence}
    for result in facts.told_results:
        if result.id not in evident:
            yield Trouble("Nothing shows that it is so: add where the evidence is kept.", result, result.id)


def _nil(facts: GroupFacts) -> Iterator[Trouble]:
    if not facts.results:
        yield Trouble("No results in this period: this is a nil return, and counts as one.")


def _too_early(facts: GroupFacts) -> Iterator[Trouble]:
    if facts.on < facts.period.last_day:
        yield Trouble(
            f"The period ends on {shown(facts.period.last_day)}: what is still to come is not in this return."
        )


RESULT_CHECKS: tuple[Check[GroupFacts], ...] = (
    Check("sound_result", "A result is complete and its number can be read", Severity.ERROR, _unsound),
    Check("one_primary", "One office reports a result first (rule 12)", Severity.QUERY, _reported_elsewhere),
    Check("draft_result", "Results are confirmed", Severity.QUERY, _drafts),
    Check("small_count", "Counts of people under 6 are withheld (rule 15)", Severity.WARNING, _small),
    Check("restricted", "What is restricted stays in the office (rule 15)", Severity.WARNING, _restricted),
    Check("withdrawn_result", "Withdrawn results are left out", Severity.WARNING, _withdrawn),
    Check("unclaimed", "Each result counts towards somebody's line", Severity.WARNING, _unclaimed),
    Check("evidence", "Each result has evidence", Severity.WARNING, _without_evidence),
    Check("nil_return", "The period has results", Severity.WARNING, _nil),
    Check("period_over", "The period is over", Severity.WARNING, _too_early),
)
