"""R2, the agency return: one agency over all its groups in one period, by its own accountability lines."""

from dataclasses import dataclass, replace

from tracker.models.figures.apportioning import RESULTS_UNIT
from tracker.models.records import Framework, SignOff
from tracker.models.records.record import Sensitivity
from tracker.models.records.result import Aggregation
from tracker.reports.agency_charts import agency_charts
from tracker.reports.agency_checks import AGENCY_CHECKS
from tracker.reports.agency_facts import AgencyFacts
from tracker.reports.agency_gaps import no_line_sheet, scope_query_sheet
from tracker.reports.agency_lines import lines_sheet
from tracker.reports.agency_measures import measures_sheet
from tracker.reports.agency_results import results_by_line_sheet
from tracker.reports.agency_totals import agency_totals_sheet
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
from tracker.reports.preflight import findings, text_findings
from tracker.reports.sheet import Cell, Sheet
from tracker.reports.sound_text import fitted

AGENCY_SCHEMA = "nz.partnership-tracker.return.agency"
# The charts are drawn from Agency_totals and stand before this one.
CHARTS_BEFORE = "Metadata"
ABOUT = (
    "What one agency contributed to together with others in one period, over all its groups, on its own accountability "
    "lines; what stands on no line; and sentences for its annual report."
)

_NOTES: tuple[tuple[str, str], ...] = (
    (
        "Lead and supporting",
        "A result is counted as lead where the agency's claim says that it led, and as supporting where it had any "
        "other part. The two add up to the results.",
    ),
    (
        "Narrative draft",
        "Worded from the titles and figures of the row, up to 800 characters, without restricted results and small "
        "counts. Where all claims of a row lack what rule 11 asks for, it says that the agency reports it.",
    ),
    (
        "Measures",
        "What joint work contributed is never added to a measure's official figure: they stand side by side.",
    ),
    (
        "Parts of agencies",
        "An agency that is part of another is counted as an agency of its own.",
    ),
)


@dataclass(frozen=True)
class AgencyReturn:
    """The sheets of an agency return in their order, its charts, its checks and the checksum of its contents."""

    sheets: tuple[Sheet, ...]
    raw: tuple[Sheet, ...]
    charts: tuple[Chart, ...]
    found: tuple[Finding, ...]
    checksum: str


def agency_return(facts: AgencyFacts, heading: Heading) -> AgencyReturn:
    """The whole return as plain data; nothing is written."""
    before = (results_by_line_sheet(facts), no_line_sheet(facts), scope_query_sheet(facts))
    raw = tuple(map(fitted, before))
    source, no_line, scope_query = raw
    places = (source, _by_result(facts, source), no_line, scope_query)
    found = (*findings(AGENCY_CHECKS, facts, places), *text_findings(before, raw))
    found = tuple(sorted(found, key=lambda finding: finding.severity.rank))
    found = explained(found, facts.snapshot, heading.kind, heading.scope_id, heading.period)
    checks = fitted(checks_sheet(found))
    totals = fitted(agency_totals_sheet(facts, source))
    charts = agency_charts(totals)
    lines, measures = fitted(lines_sheet(facts, source)), fitted(measures_sheet(facts, source))
    body = (lines, source, totals, measures, no_line, scope_query)
    checksum = content_checksum(raw)
    metadata = fitted(metadata_sheet(heading, raw, _totals(facts), checksum))
    cover = fitted(cover_sheet(heading, checks, found, ABOUT))
    rest = (_notes(), checks, _sign_off(facts, heading), *body, metadata)
    contents = contents_sheet((cover, *rest), len(charts), CHARTS_BEFORE)
    return AgencyReturn((cover, contents, *rest), raw, charts, found, checksum)


def agency_sensitivity(facts: AgencyFacts) -> Sensitivity:
    """Open only if everything in it is."""
    told = (*facts.restricted_results, *(record for row in facts.rows for record in (row.result, row.mapping)))
    is_open = all(record.sensitivity is Sensitivity.OPEN for record in told)
    return Sensitivity.OPEN if is_open else Sensitivity.IN_CONFIDENCE


def agency_frameworks(facts: AgencyFacts) -> tuple[Framework, ...]:
    """The frameworks of the lines in the return, each once."""
    ids = dict.fromkeys(line.line.framework_id for line in facts.lines)
    found = (facts.snapshot.find(Framework, identity) for identity in ids)
    return tuple(framework for framework in found if framework)


def _by_result(facts: AgencyFacts, source: Sheet) -> Sheet:
    """Results_by_line with the results in place of the claims, so that a check about a result finds its row."""
    results = {row.mapping.id: row.result for row in facts.rows}
    records = tuple(results.get(each.id, each) if each else None for each in source.records)
    return replace(source, records=records)


def _notes() -> Sheet:
    """Those of every return, and what is to say of this one."""
    notes = notes_sheet()
    begin = len(notes.rows) + 1
    own = tuple((f"[note {number}]", about, text) for number, (about, text) in enumerate(_NOTES, start=begin))
    return replace(notes, rows=(*notes.rows, *own))


def _sign_off(facts: AgencyFacts, heading: Heading) -> Sheet:
    return fitted(sign_off_sheet(facts.snapshot.of(SignOff, return_id=heading.return_id)))


def _totals(facts: AgencyFacts) -> list[tuple[str, Cell]]:
    """What was contributed to, by unit; a unit that is counted on two bases has its basis beside it."""
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
