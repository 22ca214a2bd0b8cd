"""A little victory of a log: a draft result, draft claims of the agencies that had a part, and where evidence is."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from tracker.models.folding import folded
from tracker.models.log_columns import LogColumn as C
from tracker.models.log_entry import CellProblem, LogEntry
from tracker.models.period import period_of
from tracker.models.records.accountability import Framework, FrameworkState, Line, Mapping, MappingState
from tracker.models.records.agency import Agency
from tracker.models.records.meeting import Meeting
from tracker.models.records.record import Record
from tracker.models.records.result import Aggregation, CountBasis, Evidence, EvidenceKind, Grade, Result
from tracker.models.snapshot import Snapshot

_BASES = {folded(word): basis for basis in CountBasis for word in (basis.value, basis.label)}
_EVIDENCE_TITLE = "As told in the log"
_MAIN = "main estimates"

Made = tuple[list[Record], list[Record], list[CellProblem]]


def result_records(
    snapshot: Snapshot, entry: LogEntry, meeting: Meeting, known: Sequence[Record], mint: Callable[[], str]
) -> Made:
    """What is to be kept, what goes, and what somebody should look at. Shares are never made: the group agrees them."""
    warnings: list[CellProblem] = []
    result = _result(snapshot, entry, meeting, known, mint, warnings)
    claims, gone = _claims(snapshot, entry, result, known, mint, warnings)
    own: list[Record] = [result, *claims]
    evidence = next((record for record in known if isinstance(record, Evidence)), None)
    if entry.evidence:
        told: dict[str, Any] = {"result_id": result.id}
        is_told = evidence is not None and entry.evidence in (evidence.reference, evidence.name)
        told |= {} if is_told else {"reference": entry.evidence}
        told |= _guarded(snapshot, result)
        blank = Evidence(kind=EvidenceKind.MINUTES, grade=Grade.D, name=_EVIDENCE_TITLE, on=entry.on)
        blank = replace(blank, sensitivity=entry.sensitivity)
        own.append(replace(evidence, **told) if evidence else replace(blank, id=mint(), **told))
    elif evidence:
        gone.append(evidence)
    return own, gone, warnings


def _result(
    snapshot: Snapshot,
    entry: LogEntry,
    meeting: Meeting,
    known: Sequence[Record],
    mint: Callable[[], str],
    warnings: list[CellProblem],
) -> Result:
    before = next((record for record in known if isinstance(record, Result)), None)
    basis = _BASES.get(folded(entry.unit)) if entry.unit else None
    if entry.value is not None and basis is None and folded(entry.unit) not in ("percent", "dollars", "days"):
        why, advice = "is none of the usual units, so the value stands for itself", "Nothing is added up with it."
        warnings.append(CellProblem(C.UNIT, entry.unit, why, advice))
    adds_up = entry.value is not None and basis is not None
    told: dict[str, Any] = {
        "group_id": entry.group.id,
        "meeting_id": meeting.id,
        "name": entry.text,
        "value": entry.value,
        "unit": entry.unit,
        "baseline": entry.baseline,
        "rba": entry.rba,
        "credit_ids": tuple(agency.id for agency in entry.agencies),
        "sensitivity": entry.sensitivity,
    }
    if before is None:
        told |= {"aggregation": Aggregation.SUM if adds_up else Aggregation.NONE, "count_basis": basis}
        return Result(id=mint(), on=entry.on, primary_reporter=snapshot.office.code, place=entry.place, **told)
    # It may have come on another day than that of the meeting at which it was told.
    told_at = snapshot.find(Meeting, before.meeting_id)
    told |= {} if told_at and told_at.on == entry.on else {"on": entry.on}
    # How it adds up may have been settled here since.
    is_other = (before.unit, before.value is None) != (entry.unit, entry.value is None)
    if is_other and before.aggregation in (Aggregation.SUM, Aggregation.NONE):
        told |= {"aggregation": Aggregation.SUM if adds_up else Aggregation.NONE, "count_basis": basis}
    changed = replace(before, **told)
    return replace(changed, revision=before.revision + 1) if changed != before else before


def _claims(
    snapshot: Snapshot,
    entry: LogEntry,
    result: Result,
    known: Sequence[Record],
    mint: Callable[[], str],
    warnings: list[CellProblem],
) -> tuple[list[Mapping], list[Record]]:
    own = {record.agency_id: record for record in known if isinstance(record, Mapping)}
    earlier = snapshot.find(Result, result.id)
    # What an agency that had its credit before does not claim, somebody took out here.
    had = earlier.credit_ids if earlier else ()
    by_hand = {claim.agency_id for claim in snapshot.of(Mapping, result_id=result.id)} - set(own)
    lines = _lines(snapshot, entry, warnings)
    claims: list[Mapping] = []
    for agency in entry.agencies:
        before, line = own.pop(agency.id, None), lines.get(agency.id)
        told: dict[str, Any] = {"strength": entry.strength, "line_id": line}
        if before is None and agency.id not in by_hand and agency.id not in had:
            told |= {"sensitivity": entry.sensitivity}
            claims.append(Mapping(id=mint(), result_id=result.id, agency_id=agency.id, **told))
        elif before is not None and before.state is MappingState.DRAFT and before.share_bp is None:
            # What somebody mapped or weighed here since is not taken back by a row that does not say it.
            told |= {"line_id": line or before.line_id}
            told |= {"strength": before.strength if entry.strength is None else entry.strength}
            told |= _guarded(snapshot, result)
            changed = replace(before, **told)
            claims.append(replace(changed, revision=before.revision + 1) if changed != before else before)
        elif before is not None:
            claims.append(before)
    gone: list[Record] = []
    for claim in own.values():
        if claim.state is MappingState.DRAFT and claim.share_bp is None:
            gone.append(claim)
        else:
            name = snapshot.called(Agency, claim.agency_id)
            why, advice = f"no longer has {name}, whose claim is worked on here", "The claim stays; withdraw it here."
            warnings.append(CellProblem(C.AGENCIES_CONTRIBUTING, "", why, advice))
            claims.append(claim)
    return claims, gone


def _guarded(snapshot: Snapshot, result: Result) -> dict[str, Any]:
    """What belongs to a result goes with it when who may see it changes."""
    before = snapshot.find(Result, result.id)
    return {} if before is None or before.sensitivity is result.sensitivity else {"sensitivity": result.sensitivity}


def _lines(snapshot: Snapshot, entry: LogEntry, warnings: list[CellProblem]) -> dict[str, str]:
    """By the agency, the line of that code in the year of the row; only where it can be but one."""
    if not entry.line_code:
        return {}
    year = period_of(entry.on).year_end
    fits = [line for line in snapshot.of(Line, code=entry.line_code) if line.year_end == year]
    in_force = [line for line in fits if _in_force(snapshot, line)] or fits
    found = {}
    for agency in entry.agencies:
        names = {folded(name) for name in (agency.name, agency.short_name, agency.code) if name}
        own = [line for line in in_force if {folded(line.administering_agency), folded(line.using_agency)} & names]
        main = [line for line in own if folded(line.amount_type) == _MAIN]
        if len(main or own) == 1:
            found[agency.id] = (main or own)[0].id
    if not found:
        whose = ", ".join(dict.fromkeys(line.administering_agency for line in fits))
        why = (
            f"is a line of {whose}, which has no part in this row" if fits else f"is no line of the year to June {year}"
        )
        if len(fits) > 1 and not whose:
            why = "fits several lines"
        advice = "The claims are kept without a line, and stand among the gaps until somebody maps them."
        warnings.append(CellProblem(C.LINE_CODE, entry.line_code, why, advice))
    return found


def _in_force(snapshot: Snapshot, line: Line) -> bool:
    framework = snapshot.find(Framework, line.framework_id)
    return framework is not None and framework.state is FrameworkState.CURRENT
