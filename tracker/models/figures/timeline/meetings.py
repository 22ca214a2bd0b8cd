"""What meetings tell: who came and who did not, what was decided and noted, and what is planned."""

from collections.abc import Iterator
from datetime import date, timedelta

from tracker.models.dates import shown
from tracker.models.figures import timeline_words as words
from tracker.models.figures.coming import ComingMeeting, coming_meetings
from tracker.models.figures.timeline.entry import NOBODY, Telling, Whom
from tracker.models.figures.timeline.involved import home_of
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.meeting import Attendance, Decision, Meeting, Note, Presence
from tracker.models.records.membership import Membership
from tracker.models.records.planned_meeting import MovedMeeting, PlannedMeeting, Repeat
from tracker.models.snapshot import Snapshot


def tell(snapshot: Snapshot, group: Group) -> Iterator[Telling]:
    """Meetings that were, with their decisions and notes; the next one of each plan; what was moved or called off."""
    for meeting in snapshot.of(Meeting, group_id=group.id):
        yield _held(snapshot, meeting)
    for decision in snapshot.of(Decision, group_id=group.id):
        yield decision.on, "Decision", decision.text, "", decision, NOBODY
    for note in snapshot.of(Note, group_id=group.id):
        yield note.on, note.kind.label if note.kind else "Note", note.text, "", note, NOBODY
    yield from _planned(snapshot, group)
    for planned in snapshot.of(PlannedMeeting, group_id=group.id):
        for change in snapshot.of(MovedMeeting, planned_id=planned.id):
            yield _moved(snapshot, group, change)


def _held(snapshot: Snapshot, meeting: Meeting) -> Telling:
    came = snapshot.of(Attendance, meeting_id=meeting.id)
    present = sum(seat.presence in (Presence.PRESENT, Presence.SENT_SOMEBODY) for seat in came)
    felt = f"felt {meeting.felt.label.lower()}" if meeting.felt else ""
    missing = words.joined(
        _named(snapshot, came, Presence.APOLOGY, "apologies from"), _named(snapshot, came, Presence.ABSENT, "without")
    )
    detail = words.joined(f"{present} of {len(came)} came" if came else "", felt, missing)
    return meeting.on, "Meeting", meeting.place or "Meeting", detail, meeting, _at_table(snapshot, meeting, came)


def _named(snapshot: Snapshot, came: tuple[Attendance, ...], presence: Presence, words_before: str) -> str:
    """Apologies from Police, Housing; each agency once, "" if there is none."""
    names = dict.fromkeys(snapshot.called(Agency, seat.agency_id) for seat in came if seat.presence is presence)
    return f"{words_before} {', '.join(names)}" if names else ""


def _at_table(snapshot: Snapshot, meeting: Meeting, came: tuple[Attendance, ...]) -> Whom:
    """Everybody who came, sent somebody, apologised or stayed away; and who took the chair."""
    agencies = {seat.agency_id for seat in came}
    people = {seat.person_id for seat in came}
    if meeting.chair_id and meeting.chair_id not in people:
        people.add(meeting.chair_id)
        agencies.add(home_of(snapshot, meeting.group_id, meeting.chair_id))
    return _whom(agencies, people)


def _planned(snapshot: Snapshot, group: Group) -> Iterator[Telling]:
    """The next one of each plan: a plan that comes back would fill the timeline with its days to come."""
    held = {meeting.on for meeting in snapshot.of(Meeting, group_id=group.id)}
    told: set[str] = set()
    for coming in coming_meetings(snapshot, group.id, after=snapshot.today - timedelta(days=1)):
        plan = coming.planned.id if coming.planned else ""
        if plan not in told and coming.on not in held:
            told.add(plan)
            record = coming.planned or group
            whom = _members(snapshot, group, coming.on)
            kind_word = "Planned meeting" if coming.planned else "Next meeting"
            yield coming.on, kind_word, coming.place or "Place still open", _when(coming), record, whom


def _when(coming: ComingMeeting) -> str:
    plan = coming.planned
    repeats = plan.repeats.label.lower() if plan and plan.repeats and plan.repeats is not Repeat.ONCE else ""
    moved = f"instead of {shown(coming.planned_for)}" if coming.planned_for != coming.on else ""
    return words.joined(coming.starts, repeats, moved)


def _moved(snapshot: Snapshot, group: Group, change: MovedMeeting) -> Telling:
    kind_word = "Meeting moved" if change.moved_to else "Meeting called off"
    moved = f"To {shown(change.moved_to)}" if change.moved_to else ""
    parts = (moved, change.place, change.why) if moved else (change.why, change.place)
    title, *more = [part for part in parts if part] or ["Nothing instead"]
    whom = _members(snapshot, group, change.on) if change.on else NOBODY
    return change.on, kind_word, title, words.joined(*more), change, whom


def _members(snapshot: Snapshot, group: Group, day: date) -> Whom:
    """Who sits in the group on that day."""
    seats = [seat for seat in snapshot.of(Membership, group_id=group.id) if seat.active_on(day)]
    return _whom({seat.agency_id for seat in seats}, {seat.person_id for seat in seats})


def _whom(agencies: set[str | None], people: set[str | None]) -> Whom:
    return Whom(frozenset(one for one in agencies if one), frozenset(one for one in people if one))
