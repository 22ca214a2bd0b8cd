"""What must hold between records in every office: asked at the end of each step that could break it, and by `check`."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from tracker.models.dates import shown
from tracker.models.folding import folded
from tracker.models.life_cycle_invariants import LIFE_CYCLE_INVARIANTS
from tracker.models.people_invariants import PEOPLE_INVARIANTS
from tracker.models.records.accountability import WHOLE_SHARE, Line, Mapping, MappingState
from tracker.models.records.agency import Agency
from tracker.models.records.ball import Ball, Handover
from tracker.models.records.group import Group
from tracker.models.records.record import Record
from tracker.models.records.result import Result
from tracker.models.snapshot import Snapshot

Invariant = Callable[[Snapshot], Iterator[str]]


def broken(snapshot: Snapshot, changed: frozenset[type[Record]]) -> list[str]:
    """What does not hold of those invariants that a change of these kinds could break, as sentences."""
    return [sentence for kinds, invariant in _INVARIANTS if kinds & changed for sentence in invariant(snapshot)]


def could_break(kind: type[Record]) -> bool:
    """Whether any invariant depends on records of this kind."""
    return any(kind in kinds for kinds, _ in _INVARIANTS)


def all_broken(snapshot: Snapshot) -> list[str]:
    """What does not hold of all invariants, as sentences."""
    return [sentence for _, invariant in _INVARIANTS for sentence in invariant(snapshot)]


def _agreed_shares_within_the_whole(snapshot: Snapshot) -> Iterator[str]:
    """Shares of more than the whole may stand while they are talked about; agreed they cannot be (rule 3)."""
    for result in snapshot.of(Result):
        claims = [claim for claim in snapshot.of(Mapping, result_id=result.id) if claim.live]
        whole = sum(claim.share_bp or 0 for claim in claims)
        if whole > WHOLE_SHARE and any(claim.state is MappingState.GROUP_AGREED for claim in claims):
            yield (
                f"The shares of “{result.title}” add up to {whole / 100:g}%, and some of them are agreed by the group: "
                "agree on 100% or less."
            )


def _one_claim_a_line(snapshot: Snapshot) -> Iterator[str]:
    """A result counts towards a line once (rule 1)."""
    for result in snapshot.of(Result):
        claims = snapshot.of(Mapping, result_id=result.id)
        lines = Counter(claim.line_id for claim in claims if claim.live and claim.line_id)
        for line_id in (line_id for line_id, count in lines.items() if count > 1):
            line = snapshot.find(Line, line_id)
            yield (
                f"“{result.title}” counts towards “{line.shown_name if line else line_id}” more than once: "
                "put the claim that is there right, or withdraw it."
            )


def _one_holder_a_day(snapshot: Snapshot) -> Iterator[str]:
    """Of two handovers on one day nobody could say which came last: the ball would have two holders (§4.2)."""
    for ball in snapshot.of(Ball):
        holders: dict[date, set[str]] = {}
        for handover in snapshot.of(Handover, ball_id=ball.id):
            if handover.on:
                holders.setdefault(handover.on, set()).add(_holder(snapshot, handover))
        for day, names in holders.items():
            if len(names) > 1:
                who = " and to ".join(sorted(names))
                yield (
                    f"“{ball.title}” would pass to {who} on {shown(day)}, and one at a time holds the ball (§4.2): "
                    "keep one of them, or put the day right."
                )


def _holder(snapshot: Snapshot, handover: Handover) -> str:
    return snapshot.called(Agency, handover.agency_id) or "nobody"


def _handed_over_while_open(snapshot: Snapshot) -> Iterator[str]:
    for ball in snapshot.of(Ball):
        for handover in snapshot.of(Handover, ball_id=ball.id):
            if handover.on is None:
                continue
            if ball.opened_on and handover.on < ball.opened_on:
                yield (
                    f"“{ball.title}” was opened on {shown(ball.opened_on)}, and was handed over on "
                    f"{shown(handover.on)}, before that: put one of the two days right."
                )
            if ball.closed_on and handover.on > ball.closed_on:
                yield (
                    f"“{ball.title}” was settled on {shown(ball.closed_on)}, and was handed over on "
                    f"{shown(handover.on)}, after that: put one of the two days right."
                )


def _one_ball_an_issue(snapshot: Snapshot) -> Iterator[str]:
    """Two open balls on one issue would be two holders."""
    issues = Counter((ball.group_id, folded(ball.issue)) for ball in snapshot.of(Ball) if ball.closed_on is None)
    twice = {key for key, count in issues.items() if count > 1}
    for ball in snapshot.of(Ball) if twice else ():
        key = (ball.group_id, folded(ball.issue))
        if ball.closed_on is None and key in twice:
            twice.discard(key)
            yield (
                f"{snapshot.called(Group, ball.group_id)} has “{ball.title}” open already: "
                "pass that ball on, or give the new one another name."
            )


_INVARIANTS: tuple[tuple[frozenset[type[Record]], Invariant], ...] = (
    *PEOPLE_INVARIANTS,
    *LIFE_CYCLE_INVARIANTS,
    (frozenset({Mapping}), _agreed_shares_within_the_whole),
    (frozenset({Mapping}), _one_claim_a_line),
    (frozenset({Ball, Handover}), _one_holder_a_day),
    (frozenset({Ball, Handover}), _handed_over_while_open),
    (frozenset({Ball}), _one_ball_an_issue),
)
