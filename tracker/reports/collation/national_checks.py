"""Checks of the union: what head office sees at a glance before it uses the figures."""

from collections.abc import Iterator, Sequence

from tracker.reports.collation.conflict import Conflict, ConflictType
from tracker.reports.collation.national import National
from tracker.reports.collation.region_totals import RegionDifference
from tracker.reports.collation.register import FileVerdict, Registered
from tracker.reports.collation.reporting import Reporting
from tracker.reports.collation.told_result import text
from tracker.reports.finding import Finding, Severity


def national_findings(
    figures: National,
    entries: Sequence[Registered],
    conflicts: Sequence[Conflict],
    reported: Reporting,
    regions: Sequence[RegionDifference],
) -> tuple[Finding, ...]:
    """Errors first; what found nothing passed."""
    found = (
        *_refused(entries),
        *_conflicts(conflicts),
        *_queried(entries),
        *_missing(reported),
        *_identity(figures),
        *_waiting(figures),
        *_line_years(figures),
        *_withheld(figures),
        *_drafts(entries),
        *_regions(regions),
    )
    return tuple(sorted(found, key=lambda finding: finding.severity.rank))


def _one(check_id: str, rule: str, severity: Severity, count: int, said: str, item: str = "") -> Finding:
    if not count:
        return Finding(check_id, rule, Severity.PASS, "Nothing found.")
    return Finding(check_id, rule, severity, said, item=item)


def _refused(entries: Sequence[Registered]) -> Iterator[Finding]:
    rule = "Every file can be read and trusted"
    refused = [each for each in entries if each.refused]
    for each in refused:
        yield Finding("refused", rule, Severity.WARNING, each.reason, item=each.read.file, sheet="Returns_register")
    if not refused:
        yield Finding("refused", rule, Severity.PASS, "Nothing found.")


def _conflicts(conflicts: Sequence[Conflict]) -> Iterator[Finding]:
    rules = {
        ConflictType.TWO_PRIMARIES: "One office reports a result first (rule 12)",
        ConflictType.VALUE_DIFFERS: "Returns tell the same value (rule 12)",
        ConflictType.OVER_THE_CAP: "Shares of a result add to 100% or less (rule 3)",
        ConflictType.PERIOD_CLOSED: "Nothing comes after a period is closed",
        ConflictType.UNKNOWN_LINE: "A line is known by its key (rule 16)",
        ConflictType.DUPLICATE_ID: "An id stands for one thing (rule 7)",
        ConflictType.CHECKSUM: "Contents are as they left the office",
    }
    for kind, rule in rules.items():
        undecided = sum(each.type is kind and each.action is None for each in conflicts)
        said = f"{_count(undecided, 'difference')} to decide: see Conflicts. What it is about is in no total."
        finding = _one(kind.value, rule, Severity.QUERY, undecided, said)
        yield Finding(**{**vars(finding), "sheet": "Conflicts" if undecided else ""})


def _queried(entries: Sequence[Registered]) -> Iterator[Finding]:
    queried = sum(each.verdict is FileVerdict.QUERIED for each in entries)
    said = f"{_count(queried, 'return')} with questions that the office has still to explain; it is counted meanwhile."
    yield _one("queried", "Queries are explained", Severity.WARNING, queried, said)


def _missing(reported: Reporting) -> Iterator[Finding]:
    missing = len(reported.missing)
    said = f"{_count(missing, 'return')} expected and not accepted: see Missing. The national figures lack them."
    yield _one("missing", "Every expected return is here", Severity.WARNING, missing, said)


def _identity(figures: National) -> Iterator[Finding]:
    rule = "Apportioned and unallocated make up counted once (rule 7)"
    wrong = [total for total in figures.totals if not total.adds_up]
    said = f"{_count(len(wrong), 'total')} where they do not."
    yield _one("adds_up", rule, Severity.ERROR, len(wrong), said)


def _waiting(figures: National) -> Iterator[Finding]:
    waiting = [each for each in figures.results if "its return is not here" in each.why_not]
    count = _count(len(waiting), "result")
    said = f"{count} reported first by an office whose return is not here: in no total until it is."
    yield _one(
        "primary_missing", "The office that reports first has reported (rule 12)", Severity.WARNING, len(waiting), said
    )


def _line_years(figures: National) -> Iterator[Finding]:
    outside = 0
    for result, claim in figures.claims:
        day, parts = result.united.result.on, (claim.claim.mapping.line_id or "").split("|")
        if day and len(parts) == 4 and parts[2].isdigit():
            outside += int(parts[2]) != day.year + (day.month > 6)
    said = (
        f"{_count(outside, 'claim')} on a line of another year than the result's: the office has said why, or is asked."
    )
    yield _one("line_year", "A result lies in its line's year (rule 2)", Severity.WARNING, outside, said)


def _withheld(figures: National) -> Iterator[Finding]:
    withheld = sum(each.united.withheld for each in figures.in_totals)
    said = f"{_count(withheld, 'value')} of fewer than 6 people withheld: counted as results, in no sum."
    yield _one("small_count", "Counts of people under 6 are withheld (rule 15)", Severity.WARNING, withheld, said)


def _drafts(entries: Sequence[Registered]) -> Iterator[Finding]:
    drafts = [each.read for each in entries if each.counted and each.read.state == "draft"]
    offices = sorted({each.office_id for each in drafts})
    said = (
        f"{_count(len(drafts), 'return')} still a draft, from {', '.join(offices)}: counted, and marked on Raw_results."
    )
    yield _one("drafts", "Returns are more than drafts", Severity.WARNING, len(drafts), said)


def _regions(regions: Sequence[RegionDifference]) -> Iterator[Finding]:
    rule = "Region returns tell the same totals (rule 12)"
    for each in regions:
        yield Finding("region_totals", rule, Severity.WARNING, each.sentence, item=each.called, sheet="Totals_once")
    if not regions:
        yield Finding("region_totals", rule, Severity.PASS, "Nothing found.")


def _count(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count:,} {noun}s"


def undecided_words(figures: National, conflicts: Sequence[Conflict]) -> str:
    """What waits for a decision, for the notes."""
    open_now = sum(each.action is None for each in conflicts)
    if not open_now:
        return (
            "Every difference between returns is decided, or there is none: nothing is left out of the totals for one."
        )
    results = len(figures.union.undecided)
    titles = "; ".join(f"“{text(each.told.row, 'Title')}”" for each in figures.union.undecided[:5])
    more = " and more" if results > 5 else ""
    named = f": {titles}{more}" if titles else ""
    return (
        f"{_count(open_now, 'difference')} still to be decided (see Conflicts). {_count(results, 'result')} left out "
        f"of Totals_once, Agency_view, Line_view and Overlap until then{named}."
    )
