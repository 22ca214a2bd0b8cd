"""R3, the regional portfolio return: all groups of one office's region in one period."""

from dataclasses import dataclass, replace

from tracker.models.figures.apportioning import RESULTS_UNIT
from tracker.models.records import Mapping, Result, SignOff
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
from tracker.reports.group_facts import leaving
from tracker.reports.preflight import findings, text_findings
from tracker.reports.region_charts import region_charts
from tracker.reports.region_checks import REGION_CHECKS
from tracker.reports.region_facts import RegionFacts
from tracker.reports.region_portfolio import agency_presence_sheet, portfolio_sheet
from tracker.reports.region_results import claims_sheet, results_sheet
from tracker.reports.region_story import barriers_sheet, learning_sheet, outcomes_sheet
from tracker.reports.region_totals import region_totals_sheet
from tracker.reports.sheet import Cell, Sheet
from tracker.reports.sound_text import fitted

REGION_SCHEMA = "nz.partnership-tracker.return.region"
ABOUT = (
    "What all groups of one region did together in one period: who is in them, what came of it, each result counted "
    "once, what was learned, and what needs a decision above the region."
)

_NOTES: tuple[tuple[str, str], ...] = (
    (
        "No order of merit",
        "Groups stand by name. Groups that formed at different times, for different ends, are not compared.",
    ),
    (
        "Restricted results",
        "This return tells no restricted result, not even by its title; how many there are stands on Checks.",
    ),
    (
        "Levels",
        "Activities, outputs and results for people are kept apart: what stands on one level is not added to another.",
    ),
    (
        "Same people",
        "Y under May repeat people says that the same people may be in several of the results that were added up.",
    ),
    (
        "Group returns",
        "National figures are made from the groups' own returns. The totals here are held against them, and added to "
        "nothing.",
    ),
    (
        "Checks by group",
        "A check that finds more than one thing in a group says how many and names the first; errors are all named.",
    ),
)


@dataclass(frozen=True)
class RegionReturn:
    """The sheets of a regional return in their order, its charts, its checks and the checksum of its contents."""

    sheets: tuple[Sheet, ...]
    raw: tuple[Sheet, ...]
    charts: tuple[Chart, ...]
    found: tuple[Finding, ...]
    checksum: str


def region_return(facts: RegionFacts, heading: Heading) -> RegionReturn:
    """The whole return as plain data; nothing is written."""
    before = _raw_sheets(facts)
    raw = tuple(map(fitted, before))
    portfolio, presence, outcomes, barriers, learning, results, claims = raw
    # A check about a result finds its row among the results.
    places = (portfolio, results, outcomes, barriers, learning, presence, claims)
    found = (*findings(REGION_CHECKS, facts, places), *text_findings(before, raw))
    found = tuple(sorted((_placed(each, results) for each in found), key=lambda each: each.severity.rank))
    found = explained(found, facts.snapshot, heading.kind, heading.scope_id, heading.period)
    checks = fitted(checks_sheet(found))
    totals = fitted(region_totals_sheet(facts, results))
    charts, chart_data = region_charts(facts, portfolio)
    body = (portfolio, totals, presence, outcomes, barriers, learning, results, claims, fitted(chart_data))
    checksum = content_checksum(raw)
    metadata = fitted(metadata_sheet(heading, raw, _totals(facts), checksum))
    cover = fitted(cover_sheet(heading, checks, found, ABOUT))
    rest = (_notes(), checks, _sign_off(facts, heading), *body, metadata)
    contents = contents_sheet((cover, *rest), len(charts))
    return RegionReturn((cover, contents, *rest), raw, charts, found, checksum)


def region_sensitivity(facts: RegionFacts) -> Sensitivity:
    """Open only if everything in it is."""
    told = (
        *(group.group for group in facts.groups),
        *(each.result for _, each in facts.figures),
        *(each for group in facts.groups for each in (*group.mappings, *group.outcomes)),
        *(each for group in facts.groups for each in leaving(group.all_lessons)),
        *(each for alike in facts.barriers for each in alike),
    )
    is_open = all(record.sensitivity is Sensitivity.OPEN for record in told)
    return Sensitivity.OPEN if is_open else Sensitivity.IN_CONFIDENCE


def _placed(finding: Finding, results: Sheet) -> Finding:
    """A finding about a claim stands with its result."""
    if finding.sheet or not isinstance(finding.record, Mapping) or not finding.record.result_id:
        return finding
    row = results.row_of(Result(id=finding.record.result_id))
    return replace(finding, sheet=results.name, row=row) if row else finding


def _raw_sheets(facts: RegionFacts) -> tuple[Sheet, ...]:
    claims = claims_sheet(facts)
    results = results_sheet(facts, claims)
    return (
        portfolio_sheet(facts, results),
        agency_presence_sheet(facts, claims),
        outcomes_sheet(facts),
        barriers_sheet(facts),
        learning_sheet(facts),
        results,
        claims,
    )


def _notes() -> Sheet:
    """Those of every return, and what is to say of this one."""
    notes = notes_sheet()
    begin = len(notes.rows) + 1
    own = tuple((f"[note {number}]", about, text) for number, (about, text) in enumerate(_NOTES, start=begin))
    return replace(notes, rows=(*notes.rows, *own))


def _sign_off(facts: RegionFacts, heading: Heading) -> Sheet:
    return fitted(sign_off_sheet(facts.snapshot.of(SignOff, return_id=heading.return_id)))


def _totals(facts: RegionFacts) -> list[tuple[str, Cell]]:
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
