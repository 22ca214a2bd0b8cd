"""Accountability lines of the financial year: whose they are, and which of them a result counts towards (§4.2)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from tracker.models.period import period_of
from tracker.models.records.accountability import Framework, FrameworkState, GroupType, Line
from tracker.models.records.accountability import Mapping as Claim
from tracker.models.records.agency import Agency
from tracker.models.records.result import Result, ResultState
from tracker.models.snapshot import Snapshot


def lines_by_agency(snapshot: Snapshot) -> Mapping[str, frozenset[str]]:
    """The ids of this year's lines by the agency's id: of its own frameworks, and what it administers or uses.

    The whole of a multi-category appropriation is left to its categories. An office may keep all of government's lines.
    """
    named = defaultdict(list)
    for agency in snapshot.of(Agency):
        for name in {agency.name, agency.short_name, agency.code} - {""}:
            named[name].append(agency.id)
    found: dict[str, set[str]] = defaultdict(set)
    for framework, line in _in_force(snapshot):
        owners = [framework.owner_agency_id] if framework.owner_agency_id else []
        for agency_id in (*owners, *named.get(line.administering_agency, ()), *named.get(line.using_agency, ())):
            found[agency_id].add(line.id)
    return {agency_id: frozenset(ids) for agency_id, ids in found.items()}


def lines_served(snapshot: Snapshot) -> frozenset[str]:
    """The ids of the lines towards which a result of this year counts, of any group, or towards the whole of them."""
    year, today = period_of(snapshot.today).year, snapshot.today
    first = year.first_day
    of_year = {
        result.id
        for result in snapshot.of(Result)
        if result.on and first <= result.on <= today and result.state is not ResultState.WITHDRAWN
    }
    claimed = {claim.line_id for claim in snapshot.of(Claim) if claim.result_id in of_year and claim.live}
    parts = (line.id for _, line in _in_force(snapshot) if line.parent_line_id in claimed and line.parent_line_id)
    return frozenset((*(line_id for line_id in claimed if line_id), *parts))


def _in_force(snapshot: Snapshot) -> Iterator[tuple[Framework, Line]]:
    """This year's lines that stand in a current framework, without those that only sum up others."""
    year = period_of(snapshot.today).year
    for framework in snapshot.of(Framework):
        begins, ends = framework.period_from, framework.period_to
        overlaps = begins and ends and begins <= year.last_day and ends >= year.first_day
        if framework.state is FrameworkState.CURRENT:
            for line in snapshot.of(Line, framework_id=framework.id):
                in_year = line.year_end == year.year_end if line.year_end else overlaps
                if in_year and line.group_type is not GroupType.PARENT:
                    yield framework, line
