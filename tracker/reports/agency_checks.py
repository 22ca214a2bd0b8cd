"""The checks that an agency return goes through: those of its groups that are about its claims, and its own."""

from collections.abc import Iterator

from tracker.models.dates import shown
from tracker.models.records import Mapping, Result
from tracker.reports.agency_facts import AgencyFacts
from tracker.reports.agency_gaps import no_line_sheet
from tracker.reports.claim_row import on_hidden_line
from tracker.reports.finding import Check, Severity, Trouble
from tracker.reports.group_facts import GroupFacts, may_leave
from tracker.reports.mapping_checks import MAPPING_CHECKS
from tracker.reports.result_checks import RESULT_CHECKS
from tracker.reports.text_checks import TEXT_CHECKS

# Of one group, or about results that nobody claims: what takes their place stands below.
_OF_A_GROUP = ("nil_return", "period_over", "unclaimed")


def _concerns(facts: AgencyFacts, trouble: Trouble) -> bool:
    """Whether what was found in a group is about a claim of this agency, or a result that it claims."""
    record = trouble.record
    if isinstance(record, Mapping):
        return record.agency_id == facts.agency.id
    return isinstance(record, Result) and record.id in facts.claimed_ids


def _in_groups(check: Check[GroupFacts]) -> Check[AgencyFacts]:
    """A check of group returns, made in each of the agency's groups."""

    def find(facts: AgencyFacts) -> Iterator[Trouble]:
        for group in facts.claimed_groups:
            yield from (trouble for trouble in check.find(group) if _concerns(facts, trouble))

    return Check(check.check_id, check.rule, check.severity, find)


def _scope(facts: AgencyFacts) -> Iterator[Trouble]:
    for row, reason in facts.scope_queries:
        yield Trouble(reason, row.mapping, row.result.id, item=row.result.name)


def _no_line(facts: AgencyFacts) -> Iterator[Trouble]:
    count = len(no_line_sheet(facts).rows)
    if count:
        results = "1 result stands" if count == 1 else f"{count:,} results stand"
        yield Trouble(f"{results} on no line of this agency: they are listed on No_line.")


def _hidden_line(facts: AgencyFacts) -> Iterator[Trouble]:
    for mapping in facts.all_claims:
        if mapping.live and may_leave(mapping) and on_hidden_line(facts.snapshot, mapping):
            result = facts.snapshot.called(Result, mapping.result_id)
            message = "The line is restricted: the claim stays in the office with it and enters no figure."
            yield Trouble(message, mapping, mapping.result_id or "", item=result)


def _hidden_groups(facts: AgencyFacts) -> Iterator[Trouble]:
    count = len(facts.all_groups) - len(facts.groups)
    if count:
        groups = "1 group is" if count == 1 else f"{count} groups are"
        yield Trouble(f"{groups} restricted to this office: nothing of it leaves.")


def _seated(facts: AgencyFacts) -> Iterator[Trouble]:
    if not facts.all_groups:
        yield Trouble("The agency sat in no group of this office in the period.", facts.agency)


def _nil(facts: AgencyFacts) -> Iterator[Trouble]:
    if not facts.rows:
        yield Trouble("No claims in this period: this is a nil return, and counts as one.")


def _too_early(facts: AgencyFacts) -> Iterator[Trouble]:
    if not facts.over:
        yield Trouble(
            f"The period ends on {shown(facts.period.last_day)}: what is still to come is not in this return."
        )


AGENCY_CHECKS: tuple[Check[AgencyFacts], ...] = (
    *(
        _in_groups(check)
        for check in (*MAPPING_CHECKS, *RESULT_CHECKS, *TEXT_CHECKS)
        if check.check_id not in _OF_A_GROUP
    ),
    Check("scope", "A result lies within its line's scope", Severity.WARNING, _scope),
    Check("no_line", "Results stand on a line", Severity.WARNING, _no_line),
    Check("restricted_line", "Restricted lines stay in the office", Severity.WARNING, _hidden_line),
    Check("restricted_group", "Restricted groups stay in the office", Severity.WARNING, _hidden_groups),
    Check("seated", "The agency sits in a group", Severity.WARNING, _seated),
    Check("nil_return", "The period has claims", Severity.WARNING, _nil),
    Check("period_over", "The period is over", Severity.WARNING, _too_early),
)
