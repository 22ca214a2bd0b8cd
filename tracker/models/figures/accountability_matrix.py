"""Results of a period by accountability lines: who claims what, what is left over, what has no line (§4.2)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property

from tracker.models.figures.accountability_columns import LineColumn, column_key, line_columns
from tracker.models.figures.apportioning import ResultFigures, how_counted, percent, result_figures
from tracker.models.figures.timeline_words import joined, number, several
from tracker.models.period import Period, period_of
from tracker.models.records.accountability import WHOLE_SHARE, MappingState
from tracker.models.records.accountability import Mapping as Claim
from tracker.models.records.record import Sensitivity
from tracker.models.records.result import Aggregation, Result, ResultState
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# Of several claims in one cell the one that counts is shown; else the one that may yet.
_STANDING = (MappingState.DISPUTED, MappingState.WITHDRAWN)


@value
class ResultRow(Value):
    """One result with all claims on it, those that do not count among them; `cells` are by the column's key."""

    result: Result
    figures: ResultFigures
    claims: tuple[Claim, ...]
    cells: Mapping[str, Claim]

    @property
    def id(self) -> str:
        """The result's id."""
        return self.result.id

    @property
    def agencies(self) -> int:
        """How many agencies claim it, each once however many lines it has (rule 5)."""
        return len(self.figures.agency_ids)

    @property
    def unmapped(self) -> bool:
        """Whether it counts towards no line."""
        return not any(claim.line_id for claim in self.figures.mappings)

    @property
    def over(self) -> bool:
        """Whether the shares that are claimed add up to more than the whole (rule 3)."""
        return self.figures.over_the_cap

    @property
    def disputed(self) -> bool:
        """Whether a claim on it is disputed."""
        return any(claim.state is MappingState.DISPUTED for claim in self.claims)

    @property
    def restricted(self) -> bool:
        """Whether no more than its title may leave the office."""
        return self.result.sensitivity is Sensitivity.RESTRICTED

    @property
    def to_agree(self) -> tuple[Claim, ...]:
        """The claims that count and that the group has not agreed yet."""
        return tuple(claim for claim in self.figures.mappings if claim.state is not MappingState.GROUP_AGREED)

    @property
    def left_bp(self) -> int | None:
        """What is not allocated, in basis points; None where no share is agreed (rule 4)."""
        return WHOLE_SHARE - self.figures.agreed_bp if self.figures.agreed_bp else None

    @property
    def share_words(self) -> str:
        """Shares: 100% agreed, 40% left over, or that they are too many."""
        figures = self.figures
        if self.over:
            return f"The shares add up to {percent(figures.claimed_bp)}: agree on 100% or less before the group agrees"
        if not figures.claimed_bp:
            return "No shares: every agency may say that it contributed"
        drafts = figures.claimed_bp - figures.agreed_bp
        agreed = f"{percent(figures.agreed_bp)} of it agreed by the group" if figures.agreed_bp else ""
        return joined(f"Shares: {agreed}" if agreed else "", f"{percent(drafts)} claimed, not agreed" if drafts else "")

    @property
    def identity_words(self) -> str:
        """12 apportioned + 0 not allocated = 12 counted once; "" where no share is agreed (rule 7)."""
        left, value = self.figures.unallocated, self.figures.value
        if left is None or value is None or how_counted(self.result) is Aggregation.RATIO:
            return ""
        return f"{_shown(value - left)} apportioned + {_shown(left)} not allocated = {_shown(value)} counted once"

    @property
    def once_words(self) -> str:
        """Contributed to 60 · counted once 12 · overlap 5.0 (rules 5, 7 and 8)."""
        naive, once, overlap = self.figures.naive_sum, self.figures.counted_once, self.figures.overlap
        if naive is None or once is None or overlap is None:
            return "Nobody claims it yet" if not self.agencies else ""
        return f"Contributed to {_shown(naive)} · counted once {_shown(once)} · overlap {overlap:.1f}"


@value
class AccountabilityMatrix(Value):
    """Rows by date, the latest first; columns by agency, Vote and code, used or not."""

    group_id: str
    period: Period
    rows: tuple[ResultRow, ...]
    columns: tuple[LineColumn, ...]
    totals: Mapping[str, int]
    by_agency: Mapping[str, int]

    @property
    def used(self) -> tuple[LineColumn, ...]:
        """The columns in which a claim of the group stands; all of them while there is none."""
        used = tuple(column for column in self.columns if column.in_use)
        return used or self.columns

    @property
    def unmapped(self) -> tuple[ResultRow, ...]:
        """The results that count towards no line."""
        return tuple(row for row in self.rows if row.unmapped)

    @property
    def unfed(self) -> tuple[LineColumn, ...]:
        """The lines that nothing feeds: no result of the year, of any group."""
        return tuple(column for column in self.columns if column.line and not column.fed)

    @property
    def lines(self) -> int:
        """How many lines there are, each once."""
        return len({column.line.id for column in self.columns if column.line})

    @property
    def words(self) -> str:
        """7 results of 2007/08, 6 on a line · 9 lines of 5 agencies, 2 with nothing yet."""
        if not self.rows:
            return f"No result of {self.period.label} is recorded yet"
        mapped = len(self.rows) - len(self.unmapped)
        results = f"{several(len(self.rows), 'result', 'results')} of {self.period.label}, {mapped:,} on a line"
        over = sum(row.over for row in self.rows)
        too_much = f"{several(over, 'result', 'results')} over 100%" if over else ""
        return joined(results, self._line_words, too_much)

    @property
    def _line_words(self) -> str:
        if not self.lines:
            return "no lines of this year are kept"
        agencies = len({column.agency_id for column in self.columns if column.line})
        unfed = len({column.line.id for column in self.unfed if column.line})
        nothing = f", {unfed:,} with nothing yet" if unfed else ""
        return f"{several(self.lines, 'line', 'lines')} of {several(agencies, 'agency', 'agencies')}{nothing}"

    @cached_property
    def row_by_id(self) -> Mapping[str, ResultRow]:
        """The rows by their results' ids."""
        return {row.id: row for row in self.rows}

    @cached_property
    def column_by_key(self) -> Mapping[str, LineColumn]:
        """The columns by their keys."""
        return {column.key: column for column in self.columns}


def accountability_matrix(snapshot: Snapshot, group_id: str, period: Period) -> AccountabilityMatrix:
    """A group's results of a period by the lines of its agencies in that year; withdrawn results are left out."""
    results = [
        result
        for result in snapshot.of(Result, group_id=group_id)
        if result.on in period and result.state is not ResultState.WITHDRAWN
    ]
    results.sort(key=lambda result: (result.on, result.id), reverse=True)
    rows = tuple(result_row(snapshot, result) for result in results)
    totals, by_agency = _distinct(rows)
    return AccountabilityMatrix(
        group_id=group_id,
        period=period,
        rows=rows,
        columns=line_columns(snapshot, group_id, period),
        totals=totals,
        by_agency=by_agency,
    )


def periods_with_results(snapshot: Snapshot, group_id: str) -> tuple[Period, ...]:
    """The years in which the group has results, and this year, the latest first; each before those of its quarters."""
    quarters = {period_of(each.on) for each in snapshot.of(Result, group_id=group_id) if each.on}
    years = {period.year for period in quarters} | {period_of(snapshot.today).year}
    found = (*years, *quarters)
    return tuple(sorted(found, key=lambda period: (-period.year_end, period.quarter > 0, -period.quarter)))


def usual_period(snapshot: Snapshot, group_id: str) -> Period:
    """This year, or where it has no result yet the latest year that has."""
    years = [period for period in periods_with_results(snapshot, group_id) if not period.quarter]
    this = period_of(snapshot.today).year
    told = [year for year in years if any(each.on in year for each in snapshot.of(Result, group_id=group_id))]
    return this if this in told or not told else told[0]


def result_row(snapshot: Snapshot, result: Result) -> ResultRow:
    """One result with the claims on it."""
    claims = snapshot.of(Claim, result_id=result.id)
    return ResultRow(result=result, figures=result_figures(result, claims), claims=claims, cells=_cells(claims))


def _cells(claims: Iterable[Claim]) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for claim in sorted(claims, key=_rank, reverse=True):
        found[column_key(claim.agency_id, claim.line_id)] = claim
    return found


def _rank(claim: Claim) -> int:
    return _STANDING.index(claim.state) + 1 if claim.state in _STANDING else 0


def _distinct(rows: Iterable[ResultRow]) -> tuple[dict[str, int], dict[str, int]]:
    """Distinct results by the column's key and by the agency's id: a result counts once in each (rule 14)."""
    totals: dict[str, int] = {}
    by_agency: dict[str, int] = {}
    for row in rows:
        for key in {column_key(claim.agency_id, claim.line_id) for claim in row.figures.mappings}:
            totals[key] = totals.get(key, 0) + 1
        for agency_id in row.figures.agency_ids:
            by_agency[agency_id] = by_agency.get(agency_id, 0) + 1
    return totals, by_agency


def _shown(value: Decimal) -> str:
    return number(round(value, 4))
