"""R1, the group return: one group and one period, as plain sheets."""

from dataclasses import dataclass

from tracker.models.figures.apportioning import RESULTS_UNIT
from tracker.models.records import Framework, Line, Person, SignOff
from tracker.models.records.membership import RoleName
from tracker.models.records.record import Sensitivity
from tracker.models.records.result import Aggregation
from tracker.reports.chart import Chart
from tracker.reports.checksum import content_checksum
from tracker.reports.explaining import explained
from tracker.reports.finding import Finding
from tracker.reports.front_sheets import (
    Heading,
    checks_sheet,
    contents_sheet,
    cover_sheet,
    metadata_sheet,
    notes_sheet,
    sign_off_sheet,
)
from tracker.reports.group_charts import group_charts
from tracker.reports.group_checks import GROUP_CHECKS
from tracker.reports.group_facts import GroupFacts, may_leave
from tracker.reports.group_figures import share_check_sheet, summary_sheet
from tracker.reports.group_outcomes import contributions_sheet, outcomes_sheet
from tracker.reports.group_results import evidence_sheet, mappings_sheet, results_sheet
from tracker.reports.group_story import commitments_sheet, learning_sheet, life_cycle_sheet, members_sheet, post_of
from tracker.reports.preflight import findings, text_findings
from tracker.reports.sheet import Cell, Sheet
from tracker.reports.sound_text import fitted

ABOUT = (
    "What one group of agencies did together in one period: its results, the accountability lines that they count "
    "towards, and the group's own story."
)


@dataclass(frozen=True)
class GroupReturn:
    """The sheets of a group return in their order, its charts, its checks and the checksum of its contents."""

    sheets: tuple[Sheet, ...]
    raw: tuple[Sheet, ...]
    charts: tuple[Chart, ...]
    found: tuple[Finding, ...]
    checksum: str


def group_return(facts: GroupFacts, heading: Heading) -> GroupReturn:
    """The whole return as plain data; nothing is written."""
    before = _raw_sheets(facts)
    raw = tuple(map(fitted, before))
    by_name = {sheet.name: sheet for sheet in raw}
    found = (*findings(GROUP_CHECKS, facts, raw), *text_findings(before, raw))
    found = tuple(sorted(found, key=lambda finding: finding.severity.rank))
    found = explained(found, facts.snapshot, heading.kind, heading.scope_id, heading.period)
    checks = fitted(checks_sheet(found))
    share_check = fitted(share_check_sheet(facts, by_name["Results"], by_name["Mappings"]))
    summary = fitted(summary_sheet(facts, by_name["Results"], share_check, checks))
    charts, chart_data = group_charts(facts)
    results, mappings, *rest = raw
    body = (summary, results, mappings, share_check, *rest, fitted(chart_data))
    checksum = content_checksum(raw)
    metadata = fitted(metadata_sheet(heading, raw, _totals(facts), checksum))
    front = (fitted(cover_sheet(heading, checks, found, ABOUT)), notes_sheet(), checks, _sign_off(facts, heading))
    sheets = (*front, *body, metadata)
    contents = contents_sheet(sheets, len(charts))
    return GroupReturn((front[0], contents, *front[1:], *body, metadata), raw, charts, found, checksum)


def sensitivity_of(facts: GroupFacts) -> Sensitivity:
    """Open only if everything in it is."""
    told = (
        *facts.results,
        *facts.mappings,
        *(each for _, each in facts.evidence),
        *facts.outcomes,
        *facts.all_contributions,
        *facts.all_seats,
        *(point.judgement for point in facts.trajectory.points),
        *facts.all_commitments,
        *facts.all_lessons,
    )
    is_open = all(record.sensitivity is Sensitivity.OPEN for record in told)
    return Sensitivity.OPEN if is_open else Sensitivity.IN_CONFIDENCE


def contact_of(facts: GroupFacts) -> str:
    """The post of the group's key contact, or the office."""
    for role in facts.all_roles:
        if role.name is RoleName.KEY_CONTACT and may_leave(role):
            person = facts.snapshot.find(Person, role.person_id)
            return f"{post_of(person)} (key contact of the group), through {facts.office.name}"
    return facts.office.name


def frameworks_of(facts: GroupFacts) -> tuple[Framework, ...]:
    """The frameworks whose lines are claimed, each once."""
    lines = (facts.snapshot.find(Line, mapping.line_id) for mapping in facts.mappings)
    ids = dict.fromkeys(line.framework_id for line in lines if line)
    found = (facts.snapshot.find(Framework, identity) for identity in ids)
    return tuple(framework for framework in found if framework)


def _raw_sheets(facts: GroupFacts) -> tuple[Sheet, ...]:
    return (
        results_sheet(facts),
        mappings_sheet(facts),
        contributions_sheet(facts),
        outcomes_sheet(facts),
        evidence_sheet(facts),
        members_sheet(facts),
        life_cycle_sheet(facts),
        commitments_sheet(facts),
        learning_sheet(facts),
    )


def _sign_off(facts: GroupFacts, heading: Heading) -> Sheet:
    return fitted(sign_off_sheet(facts.snapshot.of(SignOff, return_id=heading.return_id)))


def _totals(facts: GroupFacts) -> list[tuple[str, Cell]]:
    """Counted once, by unit; a unit that is counted on two bases has its basis beside it."""
    told = [
        tally
        for tally in facts.tallies
        if tally.aggregation in (Aggregation.SUM, Aggregation.NONE) and tally.counted_once is not None
    ]
    units = [tally.unit for tally in told]
    totals: list[tuple[str, Cell]] = []
    for tally in told:
        twice = units.count(tally.unit) > 1 and tally.count_basis is not None
        key = f"total.{tally.unit}.{tally.count_basis}" if twice else f"total.{tally.unit}"
        totals.append((key, tally.counted_once))
    if RESULTS_UNIT not in units:
        totals.append((f"total.{RESULTS_UNIT}", 0))
    return totals
