"""What to watch at the next meeting: risks, dropped balls, unbacked promises, empty seats, and what hinders."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest

from tracker.models.dates import shown
from tracker.models.figures.ball_standing import ball_standings
from tracker.models.figures.conditions_board import conditions_board
from tracker.models.figures.gate import Gate
from tracker.models.figures.promises import promises
from tracker.models.figures.standing import Standing
from tracker.models.figures.timeline_words import several
from tracker.models.records.agency import Agency
from tracker.models.records.meeting import Attendance, Meeting, Presence
from tracker.models.records.membership import Membership
from tracker.models.records.risk import Risk, RiskLevel
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# A ball that stays with one agency for longer than this, without moving, counts as dropped (§4.2).
_BALL_DAYS = 60
# A promise due within these days wants its home agency behind it (§3.4).
_BACKING_DAYS = 30
# From so many meetings missed on end an agency is named.
_MISSED = 2
_CAME = (Presence.PRESENT, Presence.SENT_SOMEBODY)


@value
class Watch(Value):
    """One thing to watch: what sort of thing, what it is, and in a few words why."""

    kind: str
    text: str
    why: str


def watch_list(snapshot: Snapshot, gate: Gate, group_id: str, meeting_on: date | None) -> tuple[Watch, ...]:
    """What to watch in a group before its meeting on that day (None where none is planned).

    The gravest of each kind comes first, then the next of each: where room is short, no kind crowds out another.
    """
    kinds = (
        _balls(snapshot, gate, group_id),
        _risks(snapshot, gate, group_id),
        _unbacked(snapshot, gate, group_id, meeting_on),
        _empty_seats(snapshot, gate, group_id),
        _impediments(snapshot, gate, group_id),
    )
    return tuple(watch for turn in zip_longest(*kinds) for watch in turn if watch is not None)


def _balls(snapshot: Snapshot, gate: Gate, group_id: str) -> Iterator[Watch]:
    for standing in ball_standings(snapshot, group_id):
        if not gate.lets(standing.ball) or not all(map(gate.lets, standing.passed[-1:])):
            continue
        days = several(standing.days, "day", "days")
        if standing.dropped:
            yield Watch("Dropped ball", standing.ball.issue, f"nobody has held it for {days}")
        elif standing.days > _BALL_DAYS:
            holder = gate.agency(standing.holder_id)
            yield Watch("Ball at rest", standing.ball.issue, f"with {holder} for {days}")


def _risks(snapshot: Snapshot, gate: Gate, group_id: str) -> Iterator[Watch]:
    today = snapshot.today
    high = [
        risk
        for risk in snapshot.of(Risk, group_id=group_id)
        if risk.level is RiskLevel.HIGH
        and risk.on is not None
        and risk.on <= today
        and (risk.closed_on is None or risk.closed_on > today)
    ]
    # Those that nobody has been told of come first.
    for risk in sorted(gate.leaving(high), key=lambda risk: (risk.told_on is not None, risk.on, risk.id)):
        told = risk.told_on is not None and risk.told_on <= today
        to_whom = f" to {risk.told_whom}" if risk.told_whom else ""
        why = f"no-surprises note given{to_whom}, {shown(risk.told_on)}" if told else "nobody has been told yet"
        yield Watch("High risk", risk.text, why)


def _unbacked(snapshot: Snapshot, gate: Gate, group_id: str, meeting_on: date | None) -> Iterator[Watch]:
    until = max(meeting_on or snapshot.today, snapshot.today + timedelta(days=_BACKING_DAYS))
    found = [
        promise.commitment
        for promise in promises(snapshot, group_id=group_id, unsettled=True)
        if promise.standing is Standing.OPEN
        and promise.commitment.due
        and promise.commitment.due <= until
        and not promise.commitment.backed_on
    ]
    counts = Counter(gate.agency(each.agency_id) or "nobody named" for each in gate.leaving(found))
    if counts:
        total = several(sum(counts.values()), "promise", "promises")
        by = ", ".join(f"{agency} {number}" if number > 1 else agency for agency, number in counts.most_common())
        yield Watch("Not backed", f"{total} due by {shown(until)} without the home agency behind it", by)


def _empty_seats(snapshot: Snapshot, gate: Gate, group_id: str) -> Iterator[Watch]:
    held = [each for each in snapshot.of(Meeting, group_id=group_id) if each.on and each.on <= snapshot.today]
    latest = sorted(held, key=lambda each: (each.on, each.id), reverse=True)
    seats = {seat.agency_id for seat in snapshot.of(Membership, group_id=group_id) if seat.active_on(snapshot.today)}
    missed = [(missed_on_end(snapshot, agency_id, latest), agency_id) for agency_id in seats]
    for count, agency_id in sorted(missed, key=lambda pair: (-pair[0], pair[1] or "")):
        agency = snapshot.find(Agency, agency_id)
        if count >= _MISSED and agency and gate.lets(agency):
            missing = f"{agency.called} missed the last {count:,} meetings"
            yield Watch("Empty seat", missing, _when_last(snapshot, agency.id, latest))


def _impediments(snapshot: Snapshot, gate: Gate, group_id: str) -> Iterator[Watch]:
    """Those that are seen here, as they were seen last (§2.3 to §7.3); what was seen most lately comes first."""
    seen = [(row.latest, row) for row in conditions_board(snapshot, group_id).watched if row.latest]
    for latest, row in sorted(seen, key=lambda pair: (pair[0].on, pair[1].id), reverse=True):
        if gate.lets(latest):
            yield Watch("Impediment", row.help.text, f"seen here since {shown(row.since)}")


def missed_on_end(snapshot: Snapshot, agency_id: str | None, latest: list[Meeting]) -> int:
    """How many of the meetings, newest first, an agency has missed on end; one that says nothing of it ends the run."""
    count = 0
    for meeting in latest:
        came = _presences(snapshot, meeting, agency_id)
        if not came or any(presence in _CAME for presence in came):
            break
        count += 1
    return count


def _when_last(snapshot: Snapshot, agency_id: str, latest: list[Meeting]) -> str:
    for meeting in latest:
        if any(presence in _CAME for presence in _presences(snapshot, meeting, agency_id)):
            return f"last there on {shown(meeting.on)}"
    return "not there at any meeting that was logged"


def _presences(snapshot: Snapshot, meeting: Meeting, agency_id: str | None) -> list[Presence | None]:
    return [each.presence for each in snapshot.of(Attendance, meeting_id=meeting.id) if each.agency_id == agency_id]
