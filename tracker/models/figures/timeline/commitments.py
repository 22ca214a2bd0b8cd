"""What commitments tell: made, renegotiated, backed and settled; and the ball with its holders."""

from collections.abc import Iterator
from datetime import date

from tracker.models.dates import shown
from tracker.models.figures import timeline_words as words
from tracker.models.figures.handout_words import to_words
from tracker.models.figures.timeline.entry import Telling
from tracker.models.figures.timeline.involved import about
from tracker.models.records.agency import Agency
from tracker.models.records.ball import Ball, Handover
from tracker.models.records.commitment import Commitment, DueChange
from tracker.models.records.group import Group
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot


def tell(snapshot: Snapshot, group: Group) -> Iterator[Telling]:
    """Promises are about who gives them and to whom; a handover about the holder before and the one after."""
    for promise in snapshot.of(Commitment, group_id=group.id):
        yield from _promise(snapshot, promise)
    for ball in snapshot.of(Ball, group_id=group.id):
        yield from _ball(snapshot, ball)


def _promise(snapshot: Snapshot, promise: Commitment) -> Iterator[Telling]:
    agency = snapshot.called(Agency, promise.agency_id)
    who = agency or snapshot.called(Person, promise.person_id)
    to = to_words(promise.to) or snapshot.called(Agency, promise.to_agency_id)
    due = f"due {shown(promise.due)}" if promise.due else ""
    whom = about(snapshot, promise.group_id, (promise.agency_id,), promise.person_id)
    if promise.to_agency_id:
        whom = whom._replace(agencies=whom.agencies | {promise.to_agency_id})
    made = words.joined(who, f"to {to}" if to else "", due)
    yield promise.made_on, "Commitment", promise.text, made, promise, whom
    yield promise.backed_on, "Commitment backed", promise.text, f"by {agency}" if agency else "", promise, whom
    ended = words.joined(who, promise.outcome_note)
    yield promise.kept_on, "Commitment kept", promise.text, ended, promise, whom
    yield promise.released_on, "Commitment released", promise.text, ended, promise, whom
    yield promise.missed_on, "Commitment missed", promise.text, ended, promise, whom
    for change in snapshot.of(DueChange, commitment_id=promise.id):
        moved = f"now due {shown(change.due_after)}" if change.due_after else ""
        yield change.on, "New due date", promise.text, words.joined(who, moved, change.why), promise, whom


def _ball(snapshot: Snapshot, ball: Ball) -> Iterator[Telling]:
    passed = sorted(snapshot.of(Handover, ball_id=ball.id), key=lambda one: (one.on or date.max, one.id))
    first = passed[0].agency_id if passed and passed[0].on == ball.opened_on else None
    last = passed[-1].agency_id if passed else None
    yield ball.opened_on, "Issue opened", ball.issue, "", ball, about(snapshot, ball.group_id, (first,))
    yield ball.closed_on, "Issue settled", ball.issue, "", ball, about(snapshot, ball.group_id, (last,))
    before: str | None = None
    for handover in passed:
        holder = snapshot.called(Agency, handover.agency_id) or "nobody"
        by = snapshot.called(Agency, before) if before != handover.agency_id else ""
        detail = words.joined(f"from {by} to {holder}" if by else f"to {holder}", handover.note)
        whom = about(snapshot, ball.group_id, (before, handover.agency_id))
        yield handover.on, "Ball passed", ball.issue, detail, handover, whom
        before = handover.agency_id
