"""The office's accountability lines as they are looked up: each with its measures, claims and what it goes on as."""

from collections import Counter
from collections.abc import Iterator

from tracker.models.dates import shown
from tracker.models.figures.timeline_words import joined
from tracker.models.period import Period
from tracker.models.records.accountability import Framework, GroupType, Line, Mapping, Measure, Operator
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.result import Result
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class LineRow(Value):
    """One line. `claims` are those that count, `successor` is the name and year of the line that it goes on as."""

    line: Line
    framework: str
    measures: int
    claims: int
    successor: str

    @property
    def id(self) -> str:
        """The line's own."""
        return self.line.id

    @property
    def year(self) -> str:
        """2019/20, "" where the line has no year."""
        return Period(self.line.year_end).label if self.line.year_end else ""

    @property
    def is_whole(self) -> bool:
        """Whether it is a multi-category appropriation as a whole."""
        return self.line.group_type is GroupType.PARENT


@value
class FrameworkCount(Value):
    """A framework with how many lines, measures and claims it has."""

    framework: Framework
    lines: int
    measures: int
    claims: int

    @property
    def id(self) -> str:
        """The framework's own."""
        return self.framework.id

    @property
    def words(self) -> str:
        """Estimates 2007/08: 24 lines, 3 measures, 40 claims."""
        return f"{self.framework.name}: {_several(self.lines, 'line')}, {_several(self.measures, 'measure')}, " + (
            _several(self.claims, "claim")
        )


@value
class LineStory(Value):
    """A line told in full: what it is, its scope, and under what headings its measures and claims stand."""

    title: str
    about: str
    money: str
    years: str
    scope: str
    measures: tuple[tuple[str, str], ...]
    claims: tuple[tuple[str, str], ...]


def line_board(snapshot: Snapshot, framework_id: str = "") -> tuple[LineRow, ...]:
    """The lines, or those of one framework: by year, Vote and code, the latest year first."""
    claims = _claims_by_line(snapshot)
    measures = Counter(measure.line_id for measure in snapshot.of(Measure))
    names = {framework.id: framework.name for framework in snapshot.of(Framework)}
    lines = snapshot.of(Line, framework_id=framework_id) if framework_id else snapshot.of(Line)
    rows = (
        LineRow(
            line,
            names.get(line.framework_id or "", ""),
            measures[line.id],
            claims[line.id],
            _later(snapshot, line),
        )
        for line in lines
    )
    return tuple(sorted(rows, key=_place))


def framework_counts(snapshot: Snapshot) -> tuple[FrameworkCount, ...]:
    """The frameworks with their counts, the latest first."""
    claims = _claims_by_line(snapshot)
    measures = Counter(measure.line_id for measure in snapshot.of(Measure))
    found = []
    for framework in snapshot.of(Framework):
        ids = [line.id for line in snapshot.of(Line, framework_id=framework.id)]
        found.append(
            FrameworkCount(framework, len(ids), sum(measures[each] for each in ids), sum(claims[each] for each in ids))
        )
    return tuple(sorted(found, key=lambda each: (_since(each.framework), each.framework.name)))


def framework_at_hand(snapshot: Snapshot) -> str:
    """The id of the framework to look at first: of today with the most lines, else the latest; "" without any."""
    counts = framework_counts(snapshot)
    today = snapshot.today
    now = [
        each
        for each in counts
        if each.framework.period_from
        and each.framework.period_to
        and each.framework.period_from <= today <= each.framework.period_to
    ]
    best = max(now, key=lambda each: each.lines, default=None) or next(iter(counts), None)
    return best.id if best else ""


def line_story(snapshot: Snapshot, line: Line) -> LineStory:
    """All that is known of one line."""
    whole = snapshot.find(Line, line.parent_line_id)
    about = joined(
        line.administering_agency,
        f"Vote {line.vote}" if line.vote else "",
        line.portfolio_name,
        f"part of {whole.code} {whole.name}" if whole else "",
    )
    amount = f"${line.amount_000:,} thousand, as context alone" if line.amount_000 is not None else ""
    money = joined(amount, line.amount_type, line.appropriation_type, line.restriction_type)
    return LineStory(
        joined(line.code, line.shown_name),
        about,
        money,
        _years(snapshot, line),
        line.scope,
        tuple(_measures(snapshot, line)),
        tuple(_claims(snapshot, line)),
    )


def target_words(measure: Measure) -> str:
    """At least 85 %; "" where there is no target."""
    if measure.target_op is Operator.IN_WORDS:
        return measure.target_words
    low, high = measure.target_low, measure.target_high
    if measure.target_op is Operator.BETWEEN and low is not None and high is not None:
        return f"{low:f} to {high:f} {measure.unit}".strip()
    if measure.target_op is None or low is None:
        return ""
    return f"{measure.target_op.label} {low:f} {measure.unit}".strip()


def _measures(snapshot: Snapshot, line: Line) -> Iterator[tuple[str, str]]:
    for measure in sorted(snapshot.of(Measure, line_id=line.id), key=lambda each: each.code):
        target = target_words(measure)
        baseline = f"was {measure.baseline:f}" if measure.baseline is not None else ""
        yield measure.code, joined(measure.text, f"target {target}" if target else "", baseline, measure.frequency)


def _claims(snapshot: Snapshot, line: Line) -> Iterator[tuple[str, str]]:
    for claim in snapshot.of(Mapping, line_id=line.id):
        result = snapshot.find(Result, claim.result_id)
        if result is not None and claim.live:
            group = snapshot.called(Group, result.group_id)
            state = claim.state.label.lower() if claim.state else ""
            agency = snapshot.called(Agency, claim.agency_id)
            words = joined(" ".join(result.title.split()), group, f"claimed by {agency}" if agency else "", state)
            yield shown(result.on), words


def _years(snapshot: Snapshot, line: Line) -> str:
    before = snapshot.of(Line, successor_line_id=line.id)
    came = ", ".join(_named(each) for each in before)
    goes = _later(snapshot, line)
    year = Period(line.year_end).label if line.year_end else ""
    return joined(year, f"goes on from {came}" if came else "", f"goes on as {goes}" if goes else "goes on as none yet")


def _later(snapshot: Snapshot, line: Line) -> str:
    successor = snapshot.find(Line, line.successor_line_id)
    return _named(successor) if successor else ""


def _named(line: Line) -> str:
    """11768 Attendance, 2019/20."""
    year = f", {Period(line.year_end).label}" if line.year_end else ""
    return f"{line.code} {line.shown_name}{year}"


def _claims_by_line(snapshot: Snapshot) -> Counter[str | None]:
    return Counter(claim.line_id for claim in snapshot.of(Mapping) if claim.live and claim.line_id)


def _place(row: LineRow) -> tuple[object, ...]:
    line = row.line
    whole = line.code if row.is_whole else line.parent_code or line.code
    return -(line.year_end or 0), line.vote, line.administering_agency, whole, not row.is_whole, line.code


def _since(framework: Framework) -> int:
    return -framework.period_to.toordinal() if framework.period_to else 0


def _several(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"
