"""What is done with claims on lines: made, weighed, shared out, agreed, disputed, withdrawn (rules 1 to 3, 11).

Each gives changed claims and keeps nothing. What was agreed with another share, strength or part is a draft again.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tracker.models.dates import shown
from tracker.models.figures.apportioning import equal_split, share_problems, split
from tracker.models.mapping_rules import LONGEST_SENTENCE, refuse_second_claim, refuse_share
from tracker.models.mistake import Mistake
from tracker.models.points_split import shared_out
from tracker.models.records.accountability import (
    WHOLE_SHARE,
    Mapping,
    MappingRole,
    MappingState,
    MappingType,
    ShareBasis,
)
from tracker.models.records.meeting import Meeting
from tracker.models.records.result import Evidence, Grade, Result
from tracker.models.snapshot import Snapshot

_AGREED = (MappingState.AGENCY_AGREED, MappingState.GROUP_AGREED)


def claimed(
    snapshot: Snapshot, result: Result, agency_id: str, line_id: str | None, mint: Callable[[], str]
) -> Mapping:
    """A draft claim of an agency on a line, or without one; a claim that was withdrawn or disputed is taken up again.

    Raises Mistake where the result counts there already, or towards the whole or a part of the line (rule 1).
    """
    found = snapshot.of(Mapping, result_id=result.id)
    own = [each for each in found if each.agency_id == agency_id and each.line_id == line_id]
    kept = [each for each in own if not each.live]
    if kept and len(kept) == len(own):
        made = _changed(kept[-1], state=MappingState.DRAFT, agreed_on=None, agreed_meeting_id=None)
    else:
        made = Mapping(
            id=mint(),
            result_id=result.id,
            agency_id=agency_id,
            line_id=line_id,
            outcome_id=result.outcome_id,
            evidence_grade=best_grade(snapshot.of(Evidence, result_id=result.id)),
            sensitivity=result.sensitivity,
        )
    refuse_second_claim(snapshot, made)
    return made


def with_strength(claim: Mapping, strength: int) -> Mapping:
    """How much the agency's part weighed, 0 to 4 in the words of STRENGTH_WORDS. Raises Mistake if withdrawn."""
    _refuse_withdrawn(claim)
    return _weighed(claim, strength=strength)


def with_part(claim: Mapping, role: MappingRole, part: MappingType) -> Mapping:
    """Whether the agency was at the heart of it, and in what way it had a part. Raises Mistake if withdrawn."""
    _refuse_withdrawn(claim)
    return _weighed(claim, role=role, type=part)


def with_share(claims_on_result: Iterable[Mapping], claim: Mapping, share_bp: int | None) -> Mapping:
    """A claim with a share in basis points, or with none.

    Raises Mistake over 10,000 (rule 3). Shares that together are over 10,000 may stand as drafts; not beside a share
    that the group has agreed.
    """
    _refuse_withdrawn(claim)
    refuse_share(share_bp)
    basis = ShareBasis.NONE if share_bp is None else ShareBasis.AGREED
    made = _weighed(claim, share_bp=share_bp, share_basis=basis if share_bp != claim.share_bp else claim.share_basis)
    _refuse_over_agreed([made if each.id == claim.id else each for each in claims_on_result])
    return made


def read_share(text: str) -> int | None:
    """A share as it was typed, in basis points: 40, 40% and 33.34 are per cent, 4000 bp is basis points; "" is none.

    Raises Mistake for what is no number, for more than two decimals of a per cent, and for what is over the whole.
    """
    words = " ".join(text.split()).replace(",", ".")
    if not words:
        return None
    found = re.fullmatch(r"(-?\d{1,9}(?:\.\d{1,6})?) ?(%|bp|per cent|percent|points)?", words.casefold())
    if not found:
        raise Mistake(f"“{text.strip()}” is no share: type a per cent such as 40 or 33.34, or 4000 bp.")
    share = Decimal(found[1]) * (1 if found[2] in ("bp", "points") else 100)
    if share != share.to_integral_value(ROUND_HALF_UP):
        raise Mistake(f"“{text.strip()}” is finer than shares are kept: two decimals of a per cent at most.")
    refuse_share(int(share))
    return int(share)


def split_equally(claims_on_result: Iterable[Mapping]) -> tuple[Mapping, ...]:
    """The whole in equal shares over the claiming agencies by largest remainder; of several lines each has its part.

    Raises Mistake if nobody claims the result.
    """
    by_agency = _live_by_agency(claims_on_result)
    return _split(by_agency, equal_split(len(by_agency)), ShareBasis.EQUAL)


def split_by_strength(claims_on_result: Iterable[Mapping]) -> tuple[Mapping, ...]:
    """The whole by the strength of each claim, by largest remainder. Raises Mistake if none has a strength above 0."""
    live = [claim for each in _live_by_agency(claims_on_result) for claim in each]
    if not any(claim.strength for claim in live):
        raise Mistake("No claim on this result has a strength yet: give it with 1 to 4, or split equally with E.")
    shares = split([claim.strength or 0 for claim in live])
    return tuple(
        _weighed(claim, share_bp=share, share_basis=ShareBasis.STRENGTH)
        for claim, share in zip(live, shares, strict=True)
    )


def agreed_by_agency(snapshot: Snapshot, claim: Mapping, on: date) -> Mapping:
    """Agreed by the agency on that day. Raises Mistake if the group agreed it already, or the day lies ahead."""
    _refuse_day_to_come(on, snapshot.today)
    if claim.state is MappingState.GROUP_AGREED:
        raise Mistake("The group has agreed this claim already, and the agency with it.")
    made = _changed(claim, state=MappingState.AGENCY_AGREED, agreed_on=on, agreed_meeting_id=None)
    refuse_second_claim(snapshot, made)
    return made


def agreed_by_group(
    snapshot: Snapshot, claims: Sequence[Mapping], on: date, meeting_id: str | None
) -> tuple[Mapping, ...]:
    """Agreed by the group on that day, at that meeting if at one.

    Raises Mistake if the shares of a result add up to more than the whole (rule 3), if the meeting was on another day,
    or if the day lies ahead.
    """
    _refuse_day_to_come(on, snapshot.today)
    meeting = snapshot.find(Meeting, meeting_id)
    if meeting and meeting.on != on:
        raise Mistake(f"That meeting was on {shown(meeting.on)}: give its day, or choose no meeting.")
    made = {
        claim.id: _changed(
            claim, state=MappingState.GROUP_AGREED, agreed_on=on, agreed_meeting_id=meeting.id if meeting else None
        )
        for claim in claims
    }
    for result_id in dict.fromkeys(claim.result_id for claim in claims):
        result = snapshot.one(Result, result_id)
        others = [made.get(each.id, each) for each in snapshot.of(Mapping, result_id=result_id)]
        if problems := share_problems(others):
            raise Mistake(f"The group cannot agree the shares of “{_short(result.name)}” yet. {problems[0]}")
    for each in made.values():
        refuse_second_claim(snapshot, each)
    return tuple(made.values())


def disputed(claim: Mapping) -> Mapping:
    """Disputed: kept, and it does not count (rule 5). Raises Mistake if withdrawn."""
    _refuse_withdrawn(claim)
    return _changed(claim, state=MappingState.DISPUTED, agreed_on=None, agreed_meeting_id=None)


def withdrawn(claim: Mapping) -> Mapping:
    """Withdrawn: kept, and it does not count (rule 5)."""
    return _changed(claim, state=MappingState.WITHDRAWN, agreed_on=None, agreed_meeting_id=None)


def with_sentence(claim: Mapping, text: str) -> Mapping:
    """The sentence for head office, up to 500 characters. Raises Mistake if it is longer."""
    words = " ".join(text.split())
    if len(words) > LONGEST_SENTENCE:
        raise Mistake(
            f"The sentence has {len(words):,} characters, and {LONGEST_SENTENCE} fit: "
            f"leave out {len(words) - LONGEST_SENTENCE:,}."
        )
    return _changed(claim, narrative=words)


def with_rival(claim: Mapping, text: str) -> Mapping:
    """What else could explain the result."""
    return _changed(claim, rival_explanation=" ".join(text.split()))


def with_evidence(snapshot: Snapshot, claim: Mapping, changed: Evidence) -> Mapping:
    """The claim with the best grade of what shows it: of its own evidence and its result's, one of them changed."""
    kept = (*snapshot.of(Evidence, mapping_id=claim.id), *snapshot.of(Evidence, result_id=claim.result_id))
    return _changed(claim, evidence_grade=best_grade((*(each for each in kept if each.id != changed.id), changed)))


def put_right(snapshot: Snapshot, before: Mapping, typed: Mapping) -> Mapping:
    """A claim as it was typed into its form, held against every rule. Raises Mistake, as single changes do."""
    refuse_share(typed.share_bp)
    if typed.live and (typed.line_id != before.line_id or not before.live):
        refuse_second_claim(snapshot, typed)
    weighed = ("line_id", "role", "type", "strength", "share_bp")
    same_state = typed.state is before.state
    if same_state and typed.state in _AGREED and any(getattr(typed, x) != getattr(before, x) for x in weighed):
        typed = replace(typed, state=MappingState.DRAFT, agreed_on=None, agreed_meeting_id=None)
    if len(typed.narrative) > LONGEST_SENTENCE:
        with_sentence(before, typed.narrative)
    others = [typed if each.id == typed.id else each for each in snapshot.of(Mapping, result_id=typed.result_id)]
    _refuse_over_agreed(others)
    return replace(typed, revision=before.revision + 1) if typed != before else before


def best_grade(evidence: Iterable[Evidence]) -> Grade | None:
    """The best grade there is, A before D; None without evidence."""
    grades = [each.grade for each in evidence if each.grade]
    return min(grades, key=lambda grade: grade.rank, default=None)


def _weighed(claim: Mapping, **fields: Any) -> Mapping:
    """What was agreed was agreed as it was: with anything else it is a draft again."""
    again: dict[str, Any] = {}
    if claim.state in _AGREED and any(getattr(claim, name) != given for name, given in fields.items()):
        again = {"state": MappingState.DRAFT, "agreed_on": None, "agreed_meeting_id": None}
    return _changed(claim, **fields, **again)


def _changed(claim: Mapping, **fields: Any) -> Mapping:
    if all(getattr(claim, name) == given for name, given in fields.items()):
        return claim
    return replace(claim, **fields, revision=claim.revision + 1)


def _live_by_agency(claims: Iterable[Mapping]) -> list[list[Mapping]]:
    found: dict[str | None, list[Mapping]] = {}
    for claim in claims:
        if claim.live:
            found.setdefault(claim.agency_id, []).append(claim)
    if not found:
        raise Mistake("Nobody claims this result yet: claim it with C first.")
    return list(found.values())


def _split(by_agency: Sequence[list[Mapping]], shares: Sequence[int], basis: ShareBasis) -> tuple[Mapping, ...]:
    return tuple(
        _weighed(claim, share_bp=part, share_basis=basis)
        for theirs, share in zip(by_agency, shares, strict=True)
        for claim, part in zip(theirs, shared_out(share, [1] * len(theirs)), strict=True)
    )


def _refuse_over_agreed(claims_on_result: Iterable[Mapping]) -> None:
    claims = [claim for claim in claims_on_result if claim.live]
    total = sum(claim.share_bp or 0 for claim in claims)
    if total > WHOLE_SHARE and any(claim.state is MappingState.GROUP_AGREED for claim in claims):
        raise Mistake(f"{share_problems(claims)[0]} The group has agreed some of them already.")


def _refuse_withdrawn(claim: Mapping) -> None:
    if claim.state is MappingState.WITHDRAWN:
        raise Mistake("This claim is withdrawn: C takes it up again.")


def _refuse_day_to_come(on: date, today: date) -> None:
    if on > today:
        raise Mistake(f"{shown(on)} is still to come: give the day on which it was agreed, up to {shown(today)}.")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"
