"""Checks of the claims in a group return (rules 1, 2, 3, 7 and 11)."""

from collections.abc import Iterator
from decimal import Decimal

from tracker.models.dates import shown
from tracker.models.figures.apportioning import percent
from tracker.models.records import Agency, Framework, Line, Mapping, Measure, Membership, Result
from tracker.models.records.accountability import WHOLE_SHARE, FrameworkState, MappingState
from tracker.models.records.result import Aggregation
from tracker.reports.finding import Check, Severity, Trouble
from tracker.reports.group_facts import GroupFacts, may_leave
from tracker.reports.group_results import reported_only


def _share_cap(facts: GroupFacts) -> Iterator[Trouble]:
    """Restricted claims are in the test; their share is not told by it."""
    for each in facts.figures:
        claims = facts.snapshot.of(Mapping, result_id=each.result.id)
        claimed_bp = sum(mapping.share_bp or 0 for mapping in claims if mapping.live)
        if claimed_bp > WHOLE_SHARE:
            hidden = claimed_bp != each.claimed_bp
            sum_of_shares = "more than 100%, a restricted claim among them" if hidden else percent(each.claimed_bp)
            message = f"The shares add up to {sum_of_shares}: agree on 100% or less."
            yield Trouble(message, each.result, each.result.id)


def _one_share(facts: GroupFacts) -> Iterator[Trouble]:
    for mapping in facts.mappings:
        for sentence in mapping.problems():
            yield _about(mapping, sentence)


def _one_claim_a_line(facts: GroupFacts) -> Iterator[Trouble]:
    seen: set[tuple[str | None, str]] = set()
    for mapping in facts.mappings:
        key = (mapping.result_id, mapping.line_id or f"without a line: {mapping.agency_id}")
        if key in seen:
            yield _about(mapping, "The same result counts towards the same line twice: keep one of the two.")
        seen.add(key)


def _whole_and_part(facts: GroupFacts) -> Iterator[Trouble]:
    for each in facts.figures:
        lines = {line.id: line for m in each.mappings if (line := facts.snapshot.find(Line, m.line_id))}
        for mapping in each.mappings:
            line = lines.get(mapping.line_id or "")
            if line and any(part_of(line, other) for other in lines.values()):
                message = "It counts towards a multi-category appropriation and one of its categories: keep one."
                yield _about(mapping, message)


def part_of(line: Line, whole: Line) -> bool:
    """Whether a line is a category of another, by link or by the codes of one department and year."""
    if line.id == whole.id:
        return False
    if line.parent_line_id:
        return line.parent_line_id == whole.id
    same = (line.administering_agency, line.year_end) == (whole.administering_agency, whole.year_end)
    return same and line.parent_code == whole.code != line.code


def _line_year(facts: GroupFacts) -> Iterator[Trouble]:
    for mapping, line, result in _with_lines(facts):
        framework = facts.snapshot.find(Framework, line.framework_id)
        if framework and not _inside(result, framework):
            period = f"{shown(framework.period_from)} to {shown(framework.period_to)}"
            message = f"The result is of {shown(result.on)} and the line of {period}: say why it counts there."
            yield _about(mapping, message)


def _current_framework(facts: GroupFacts) -> Iterator[Trouble]:
    for mapping, line, _ in _with_lines(facts):
        framework = facts.snapshot.find(Framework, line.framework_id)
        if framework and framework.state is not FrameworkState.CURRENT:
            state = framework.state.label.lower() if framework.state else "not current"
            yield _about(mapping, f"Its line stands in “{framework.name}”, which is {state}: use the current one.")


def _own_measure(facts: GroupFacts) -> Iterator[Trouble]:
    for mapping in facts.mappings:
        measure = facts.snapshot.find(Measure, mapping.measure_id)
        if measure and measure.line_id != mapping.line_id:
            yield _about(mapping, "Its measure belongs to another line: choose one of this line.")


def _member_agency(facts: GroupFacts) -> Iterator[Trouble]:
    members = {
        seat.agency_id
        for seat in facts.snapshot.of(Membership, group_id=facts.group.id)
        if seat.from_on and seat.from_on <= facts.on
    }
    for mapping in facts.mappings:
        if mapping.agency_id not in members:
            agency = facts.snapshot.called(Agency, mapping.agency_id)
            yield _about(mapping, f"{agency} has not been a member of the group: say what its part was.")


def _claims(facts: GroupFacts) -> Iterator[Trouble]:
    for mapping in facts.mappings:
        if reported_only(mapping):
            message = (
                "A strong claim needs evidence of grade A or B, another explanation weighed and the group's agreement: "
                "it is printed as reported by the agency."
            )
            yield _about(mapping, message)


def _not_live(facts: GroupFacts) -> Iterator[Trouble]:
    for mapping in facts.all_mappings:
        if not mapping.live and may_leave(mapping):
            agency = facts.snapshot.called(Agency, mapping.agency_id)
            word = "disputed" if mapping.state is MappingState.DISPUTED else "withdrawn"
            yield Trouble(
                f"{agency}'s claim is {word}: it is kept and does not count.", mapping, mapping.result_id or ""
            )


def _restricted(facts: GroupFacts) -> Iterator[Trouble]:
    for mapping in facts.all_mappings:
        if mapping.live and not may_leave(mapping):
            result = facts.snapshot.called(Result, mapping.result_id)
            message = "A claim on this result is restricted: it stays in the office and enters no figure."
            yield Trouble(message, mapping, mapping.result_id or "", item=result)


def _adds_up(facts: GroupFacts) -> Iterator[Trouble]:
    """Apportioned and unallocated make up what is counted once, over results with agreed shares (rule 7)."""
    for each in facts.figures:
        if not each.agreed_bp or each.value is None or each.unallocated is None:
            continue
        shared = sum((each.apportioned(mapping) or Decimal(0) for mapping in each.mappings), Decimal(0))
        exact = tally_is_exact(each.result)
        if exact and shared + each.unallocated != each.value:
            yield Trouble("What is shared out and what is left do not make up the value.", each.result, each.result.id)


def tally_is_exact(result: Result) -> bool:
    """Ratios have no exact decimal, so their parts are not held against the whole."""
    return result.aggregation is not Aggregation.RATIO


def _with_lines(facts: GroupFacts) -> Iterator[tuple[Mapping, Line, Result]]:
    results = {result.id: result for result in facts.told_results}
    for mapping in facts.mappings:
        line = facts.snapshot.find(Line, mapping.line_id)
        if line is not None:
            yield mapping, line, results[mapping.result_id or ""]


def _inside(result: Result, framework: Framework) -> bool:
    if not (result.on and framework.period_from and framework.period_to):
        return True
    return framework.period_from <= result.on <= framework.period_to


def _about(mapping: Mapping, message: str) -> Trouble:
    return Trouble(message, mapping, mapping.result_id or "")


MAPPING_CHECKS: tuple[Check[GroupFacts], ...] = (
    Check("share_cap", "Live shares of a result add to 100% or less (rule 3)", Severity.ERROR, _share_cap),
    Check(
        "sound_claim",
        "A claim is complete, its share 100% or less (rule 3)",
        Severity.ERROR,
        _one_share,
    ),
    Check("one_claim_a_line", "One claim for each result and line (rule 1)", Severity.ERROR, _one_claim_a_line),
    Check("whole_and_part", "Not both a whole and one of its categories (rule 1)", Severity.ERROR, _whole_and_part),
    Check("own_measure", "A measure belongs to the claim's line", Severity.ERROR, _own_measure),
    Check("adds_up", "Apportioned and unallocated make up counted once (rule 7)", Severity.ERROR, _adds_up),
    Check("line_year", "A result lies in its line's year (rule 2)", Severity.QUERY, _line_year),
    Check("member_agency", "Who claims a result is a member", Severity.QUERY, _member_agency),
    Check("current_framework", "Lines stand in a current framework", Severity.WARNING, _current_framework),
    Check("strong_claims", "Strong claims are well founded (rule 11)", Severity.WARNING, _claims),
    Check("not_live", "Disputed and withdrawn claims do not count (rule 5)", Severity.WARNING, _not_live),
    Check("restricted_claim", "Restricted claims stay in the office", Severity.WARNING, _restricted),
)
