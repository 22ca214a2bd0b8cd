"""The accountability lines that a group's results may count towards in a year, each under the agency that answers."""

from collections import defaultdict
from collections.abc import Iterable

from tracker.models.folding import folded
from tracker.models.period import Period
from tracker.models.records.accountability import Framework, FrameworkState, GroupType, Line, Mapping
from tracker.models.records.agency import Agency
from tracker.models.records.membership import Membership
from tracker.models.records.result import Result, ResultState
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class LineColumn(Value):
    """One agency's line; without a line what the agency contributed all the same, as an NGO or iwi may.

    `in_use` says that a claim of the group stands here, `fed` that a result of the year, of any group, counts towards
    the line, `seated` that the agency has had a seat in the group by the end of the period.
    """

    agency_id: str
    agency: str
    agency_code: str
    line: Line | None
    in_use: bool
    fed: bool
    seated: bool

    @property
    def key(self) -> str:
        """Names the column; the same from one change to the next."""
        return column_key(self.agency_id, self.line.id if self.line else None)

    @property
    def name(self) -> str:
        """What the line is called."""
        return self.line.shown_name if self.line else "No line"

    @property
    def code(self) -> str:
        """The line's code; "" without a line."""
        return self.line.code if self.line else ""

    @property
    def whole(self) -> bool:
        """Whether it is a multi-category appropriation as a whole."""
        return self.line is not None and self.line.group_type is GroupType.PARENT

    @property
    def words(self) -> str:
        """Education: 11768 Students Attendance and Engagement."""
        return f"{self.agency}: {self.code} {self.name}" if self.line else f"{self.agency}: without a line"


def column_key(agency_id: str | None, line_id: str | None) -> str:
    """Names an agency's line, or the agency without one."""
    return f"{agency_id or ''}|{line_id or ''}"


def line_columns(snapshot: Snapshot, group_id: str, period: Period) -> tuple[LineColumn, ...]:
    """The lines of the period's year for each agency that had a seat by then or claims a result of the period.

    By agency, Vote and code; what agencies contributed without a line comes last.
    """
    seated = _seated(snapshot, group_id, period)
    used = _used(snapshot, group_id, period)
    lines = lines_of_year(snapshot, period)
    answering = _answering(snapshot, lines, frozenset(seated))
    fed = _fed(snapshot, period, lines)
    wanted = {(agency_id, line.id) for agency_id in seated for line in answering.get(agency_id, ())}
    wanted |= used | {(agency_id, "") for agency_id in seated}
    found = [_column(snapshot, agency_id, line_id, used, fed, seated) for agency_id, line_id in wanted]
    return tuple(sorted(found, key=_order))


def lines_of_year(snapshot: Snapshot, period: Period) -> tuple[Line, ...]:
    """The lines of a period's year in the frameworks in force; where none is any longer, in those that were."""
    year = period.year
    known: dict[FrameworkState | None, list[Line]] = defaultdict(list)
    for framework in snapshot.of(Framework):
        begins, ends = framework.period_from, framework.period_to
        overlaps = bool(begins and ends and begins <= year.last_day and ends >= year.first_day)
        for line in snapshot.of(Line, framework_id=framework.id):
            if line.year_end == year.year_end if line.year_end else overlaps:
                known[framework.state].append(line)
    return tuple(known[FrameworkState.CURRENT] or known[FrameworkState.SUPERSEDED])


def _used(snapshot: Snapshot, group_id: str, period: Period) -> set[tuple[str, str]]:
    results = (each for each in snapshot.of(Result, group_id=group_id) if each.on in period)
    claims = (claim for result in results for claim in snapshot.of(Mapping, result_id=result.id))
    return {(claim.agency_id or "", claim.line_id or "") for claim in claims}


def _seated(snapshot: Snapshot, group_id: str, period: Period) -> dict[str, None]:
    seats = snapshot.of(Membership, group_id=group_id)
    return {
        seat.agency_id: None
        for seat in seats
        if seat.agency_id
        and (seat.from_on is None or seat.from_on <= period.last_day)
        and (seat.to_on is None or seat.to_on >= period.first_day)
    }


def _answering(snapshot: Snapshot, lines: Iterable[Line], seated: frozenset[str]) -> dict[str, list[Line]]:
    """Lines by the id of the agency that answers for them: by its framework, by name, or by what it claims.

    A seat of a part of an agency that has no seat of its own answers with the lines of the whole.
    """
    of_name: dict[str, set[str]] = defaultdict(set)
    for agency in snapshot.of(Agency):
        for name in {agency.name, agency.short_name, agency.code} - {""}:
            of_name[folded(name)].add(agency.id)
            if agency.part_of_id and agency.part_of_id not in seated:
                whole = snapshot.find(Agency, agency.part_of_id)
                of_name[folded(whole.name if whole else "")].add(agency.id)
    claimed: dict[str, set[str]] = defaultdict(set)
    for claim in snapshot.of(Mapping):
        if claim.line_id and claim.agency_id and claim.live:
            claimed[claim.line_id].add(claim.agency_id)
    found: dict[str, list[Line]] = defaultdict(list)
    # Thousands of lines name some forty departments, and stand in a few frameworks.
    named: dict[tuple[str | None, str, str], frozenset[str]] = {}
    for line in lines:
        if line.group_type is GroupType.PARENT:
            # The whole of several categories is left to them, until somebody claims it.
            continue
        key = (line.framework_id, line.administering_agency, line.using_agency)
        if key not in named:
            framework = snapshot.find(Framework, line.framework_id)
            owner = (framework.owner_agency_id or "") if framework else ""
            names = (folded(line.administering_agency), folded(line.using_agency))
            named[key] = frozenset({owner}.union(*(of_name.get(name, ()) for name in names))) - {""}
        for agency_id in named[key] | claimed.get(line.id, frozenset()):
            found[agency_id].append(line)
    return found


def _fed(snapshot: Snapshot, period: Period, lines: Iterable[Line]) -> frozenset[str]:
    """Ids of the lines towards which a result of the year counts, or towards the whole of them."""
    year = period.year
    results = {each.id for each in snapshot.of(Result) if each.on in year and each.state is not ResultState.WITHDRAWN}
    claimed = {claim.line_id for claim in snapshot.of(Mapping) if claim.live and claim.result_id in results}
    parts = (line.id for line in lines if line.parent_line_id in claimed and line.parent_line_id)
    return frozenset((*(each for each in claimed if each), *parts))


def _column(
    snapshot: Snapshot,
    agency_id: str,
    line_id: str,
    used: set[tuple[str, str]],
    fed: frozenset[str],
    seated: Iterable[str],
) -> LineColumn:
    agency = snapshot.find(Agency, agency_id)
    return LineColumn(
        agency_id=agency_id,
        agency=agency.called if agency else "",
        agency_code=agency.code if agency else "",
        line=snapshot.find(Line, line_id),
        in_use=(agency_id, line_id) in used,
        fed=line_id in fed,
        seated=agency_id in seated,
    )


def _order(column: LineColumn) -> tuple[object, ...]:
    vote = folded(column.line.vote) if column.line else ""
    return (column.line is None, folded(column.agency), column.agency_id, vote, column.code, column.key)
