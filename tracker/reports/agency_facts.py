"""What an agency return is made from: one agency's claims of one period over all its groups, where they may leave."""

from dataclasses import dataclass
from functools import cached_property

from tracker.models.figures.apportioning import Tally, tallies
from tracker.models.folding import folded
from tracker.models.mistake import Mistake
from tracker.models.period import Period
from tracker.models.records import Agency, Framework, Group, Line, Mapping, Membership, OfficeDetails, Result
from tracker.models.records.accountability import FrameworkState
from tracker.models.snapshot import Snapshot
from tracker.reports.claim_row import ClaimRow, claim_rows
from tracker.reports.claimed_facts import ClaimedFacts
from tracker.reports.group_facts import GroupFacts, may_leave
from tracker.reports.scope_words import scope_queries


@dataclass(frozen=True)
class LineRows:
    """One accountability line: the agency's claims on it, and the distinct results put together like with like."""

    line_key: str
    line: Line
    rows: tuple[ClaimRow, ...]
    tallies: tuple[Tally, ...]


@dataclass(frozen=True)
class AgencyFacts:
    """One agency and one period. An agency that is part of another is an agency of its own."""

    snapshot: Snapshot
    agency: Agency
    period: Period

    @property
    def office(self) -> OfficeDetails:
        return self.snapshot.office

    @cached_property
    def all_groups(self) -> tuple[Group, ...]:
        """Groups that the agency sat in, or claims a result of the period of, by name; restricted ones among them."""
        ids = {*self.seated_ids, *self._claimed_group_ids()}
        found = [group for group in self.snapshot.of(Group) if group.id in ids]
        return tuple(sorted(found, key=lambda group: (folded(group.name), group.id)))

    @cached_property
    def groups(self) -> tuple[GroupFacts, ...]:
        """The facts of those that may leave."""
        return tuple(GroupFacts(self.snapshot, group, self.period) for group in self.all_groups if may_leave(group))

    @cached_property
    def seated_ids(self) -> frozenset[str]:
        """Ids of the groups in which the agency had a seat on a day of the period."""
        seats = self.snapshot.of(Membership, agency_id=self.agency.id)
        return frozenset(seat.group_id for seat in seats if seat.group_id and self._within(seat))

    @cached_property
    def all_claims(self) -> tuple[Mapping, ...]:
        """Every claim of the agency on a result of these groups that stands."""
        ids = {result.id for group in self.groups for result in group.results}
        return tuple(each for each in self.snapshot.of(Mapping, agency_id=self.agency.id) if each.result_id in ids)

    @cached_property
    def claimed_ids(self) -> frozenset[str]:
        """Ids of the results that the agency has a claim on which may leave, of whatever state."""
        own = self.snapshot.of(Mapping, agency_id=self.agency.id)
        return frozenset(each.result_id for each in own if each.result_id and may_leave(each))

    @cached_property
    def restricted_results(self) -> tuple[Result, ...]:
        """Restricted results that the agency claims: of these the title leaves."""
        live = {each.result_id for each in self.all_claims if each.live and may_leave(each)}
        hidden = [each for group in self.groups for each in group.results if not may_leave(each)]
        return tuple(sorted((each for each in hidden if each.id in live), key=lambda each: each.id))

    @cached_property
    def claimed_groups(self) -> tuple[ClaimedFacts, ...]:
        """The groups as far as the agency claims their results."""
        return tuple(
            ClaimedFacts(self.snapshot, each.group, self.period, each, self.claimed_ids, self.agency.id)
            for each in self.groups
        )

    @cached_property
    def rows(self) -> tuple[ClaimRow, ...]:
        """The live claims that may leave, by vote, line and date; those without a line last."""
        return claim_rows(self.snapshot, self.agency, self.groups)

    @cached_property
    def withheld_sums(self) -> frozenset[str]:
        """Ids of results whose value is a small count and would enter a sum (rule 15)."""
        return frozenset().union(*(group.withheld_sums for group in self.groups))

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """The agency's results, each once (rule 5), like put together with like."""
        return tallies((row.figures for row in self.rows if row.first_for_agency), self.withheld_sums)

    @cached_property
    def lines(self) -> tuple[LineRows, ...]:
        """Each line with a claim, in the rows' order."""
        by_line: dict[str, list[ClaimRow]] = {}
        for row in self.rows:
            if row.line is not None:
                by_line.setdefault(row.line_key, []).append(row)
        return tuple(self._line(key, tuple(rows)) for key, rows in by_line.items())

    @cached_property
    def first_of_group(self) -> frozenset[str]:
        """Ids of the claims that bring a further group into a row of Lines."""
        found: dict[tuple[str, int, str], str] = {}
        for line in self.lines:
            places = {each.result.id: place for place, tally in enumerate(line.tallies) for each in tally.results}
            for row in line.rows:
                if row.first_on_line:
                    found.setdefault((line.line_key, places[row.result.id], row.group.id), row.mapping.id)
        return frozenset(found.values())

    @cached_property
    def has_lines(self) -> bool:
        """Whether a line of the agency, or of the one that it is part of, stands in a framework of the period."""
        names = set(map(folded, self.names))
        in_force = {each.id for each in self.snapshot.of(Framework) if self._in_force(each)}
        return any(
            line.framework_id in in_force and names & {folded(line.administering_agency), folded(line.using_agency)}
            for line in self.snapshot.of(Line)
        ) or any(row.line is not None for row in self.rows)

    @cached_property
    def scope_queries(self) -> tuple[tuple[ClaimRow, str], ...]:
        """The claims to hold against their line's scope, each with the reason in a sentence or two."""
        return tuple(scope_queries(self.rows, self.names))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What lines may call the agency: its names, and those of the agency that it is part of."""
        whole = self.snapshot.find(Agency, self.agency.part_of_id)
        found = [name for each in (self.agency, whole) if each for name in (each.name, each.short_name, each.code)]
        return tuple(filter(None, found))

    @property
    def over(self) -> bool:
        """Whether the period is over."""
        return self.period.last_day <= self.snapshot.today

    def _line(self, key: str, rows: tuple[ClaimRow, ...]) -> LineRows:
        line = rows[0].line
        assert line is not None
        return LineRows(
            key, line, rows, tallies((row.figures for row in rows if row.first_on_line), self.withheld_sums)
        )

    def _claimed_group_ids(self) -> set[str]:
        results = (
            self.snapshot.find(Result, each.result_id) for each in self.snapshot.of(Mapping, agency_id=self.agency.id)
        )
        return {each.group_id for each in results if each and each.group_id and each.on in self.period}

    def _within(self, seat: Membership) -> bool:
        last = min(self.period.last_day, self.snapshot.today)
        begun = seat.from_on is not None and seat.from_on <= last
        return begun and (seat.to_on is None or seat.to_on >= self.period.first_day)

    def _in_force(self, framework: Framework) -> bool:
        if framework.state is FrameworkState.DRAFT or not may_leave(framework):
            return False
        begins, ends = framework.period_from, framework.period_to
        return (begins is None or begins <= self.period.last_day) and (ends is None or ends >= self.period.first_day)


def agency_facts(snapshot: Snapshot, agency_id: str, period: Period) -> AgencyFacts:
    """The facts of an agency in a period. Raises KeyError if there is no such agency, Mistake if it may not leave."""
    agency = snapshot.one(Agency, agency_id)
    if not may_leave(agency):
        restricted = f"{agency.called} is restricted to this office"
        raise Mistake(f"{restricted}, so it has no return: change who may see it first.")
    return AgencyFacts(snapshot, agency, period)
