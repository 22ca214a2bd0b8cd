"""What holds of a claim on a line: what refuses it, and what somebody should know of it (rules 1, 2, 3 and 11)."""

from tracker.models.dates import shown
from tracker.models.figures.apportioning import percent
from tracker.models.mistake import Mistake
from tracker.models.records.accountability import (
    WHOLE_SHARE,
    Framework,
    FrameworkState,
    Line,
    Mapping,
    MappingState,
    Measure,
)
from tracker.models.records.agency import Agency
from tracker.models.records.membership import Membership
from tracker.models.records.result import Grade, Result
from tracker.models.snapshot import Snapshot

# From this strength on a claim has to be well founded (rule 11).
STRONG = 3
LONGEST_SENTENCE = 500


def refuse_second_claim(snapshot: Snapshot, claim: Mapping) -> None:
    """One claim a result and line, and not both a whole and one of its categories (rule 1). Raises Mistake."""
    others = [other for other in snapshot.of(Mapping, result_id=claim.result_id) if other.live and other.id != claim.id]
    line = snapshot.find(Line, claim.line_id)
    for other in others:
        whose = snapshot.called(Agency, other.agency_id)
        if line is None:
            if other.line_id is None and other.agency_id == claim.agency_id:
                raise Mistake(f"{whose} has a claim without a line on this result: put that one right.")
            continue
        if other.line_id == line.id:
            raise Mistake(
                f"The result counts towards “{line.shown_name}” already, as {whose} claims: "
                "put that claim right, or withdraw it."
            )
        there = snapshot.find(Line, other.line_id)
        if there and (is_part_of(line, there) or is_part_of(there, line)):
            raise Mistake(
                f"“{line.shown_name}” and “{there.shown_name}” are a multi-category appropriation and one of its "
                f"categories, and {whose} claims {there.code} already: keep one of the two."
            )


def refuse_share(share_bp: int | None) -> None:
    """One share is from 0 to the whole (rule 3). Raises Mistake."""
    if share_bp is not None and not 0 <= share_bp <= WHOLE_SHARE:
        shown_share = percent(share_bp) if share_bp > 0 else f"{share_bp / 100:g}%"
        raise Mistake(f"A share of {shown_share} cannot be: one share is from 0% to 100% of the result.")


def is_part_of(line: Line, whole: Line) -> bool:
    """Whether a line is a category of another, by link or by the codes of one department and year."""
    if line.id == whole.id:
        return False
    if line.parent_line_id:
        return line.parent_line_id == whole.id
    same = (line.administering_agency, line.year_end) == (whole.administering_agency, whole.year_end)
    return same and line.parent_code == whole.code != line.code


def strong_claim_gaps(claim: Mapping) -> tuple[str, ...]:
    """What a strong claim lacks, so that it is printed as reported by the agency alone (rule 11)."""
    if (claim.strength or 0) < STRONG:
        return ()
    lacking = (
        ("evidence of grade A or B (V)", claim.evidence_grade not in (Grade.A, Grade.B)),
        ("another explanation weighed (R)", not claim.rival_explanation.strip()),
        ("the group's agreement (G)", claim.state is not MappingState.GROUP_AGREED),
    )
    return tuple(words for words, lacks in lacking if lacks)


def warnings_of(snapshot: Snapshot, claim: Mapping) -> tuple[str, ...]:
    """What somebody should know of a claim: each a sentence. Nothing of it is refused."""
    if not claim.live:
        return ()
    found = (_strong(claim), _year(snapshot, claim), _framework(snapshot, claim), _measure(snapshot, claim))
    return tuple(sentence for sentence in (*found, _member(snapshot, claim)) if sentence)


def _strong(claim: Mapping) -> str:
    gaps = strong_claim_gaps(claim)
    if not gaps:
        return ""
    lacking = gaps[0] if len(gaps) == 1 else f"{', '.join(gaps[:-1])} and {gaps[-1]}"
    return f"A strong claim, printed as reported by the agency until it has {lacking}."


def _year(snapshot: Snapshot, claim: Mapping) -> str:
    line, result = snapshot.find(Line, claim.line_id), snapshot.find(Result, claim.result_id)
    framework = snapshot.find(Framework, line.framework_id) if line else None
    if not (framework and result and result.on and framework.period_from and framework.period_to):
        return ""
    if framework.period_from <= result.on <= framework.period_to:
        return ""
    period = f"{shown(framework.period_from)} to {shown(framework.period_to)}"
    return f"The result is of {shown(result.on)} and the line of {period}: say in the sentence why it counts there."


def _framework(snapshot: Snapshot, claim: Mapping) -> str:
    line = snapshot.find(Line, claim.line_id)
    framework = snapshot.find(Framework, line.framework_id) if line else None
    if framework is None or framework.state is FrameworkState.CURRENT:
        return ""
    return f"The line stands in “{framework.name}”, which is not in force: use the current one."


def _measure(snapshot: Snapshot, claim: Mapping) -> str:
    measure = snapshot.find(Measure, claim.measure_id)
    if measure is None or measure.line_id == claim.line_id:
        return ""
    return "Its measure belongs to another line: choose one of this line."


def _member(snapshot: Snapshot, claim: Mapping) -> str:
    result = snapshot.find(Result, claim.result_id)
    seats = snapshot.of(Membership, group_id=result.group_id) if result else ()
    if any(seat.agency_id == claim.agency_id for seat in seats):
        return ""
    agency = snapshot.called(Agency, claim.agency_id)
    return f"{agency} has no seat in the group: say in the sentence what its part was."
