"""What changes a plan: one meeting moved, called off or put back, and a series ended. Records to save, and no more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from tracker.models.clock_time import read_time, shown_time
from tracker.models.dates import shown
from tracker.models.figures.coming import ComingMeeting, coming_meetings
from tracker.models.mistake import Mistake
from tracker.models.records.group import Group
from tracker.models.records.planned_meeting import MovedMeeting, PlannedMeeting
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot

Mint = Callable[[], str]


def moved(
    snapshot: Snapshot, meeting: ComingMeeting, on: date, starts_at: str, place: str, why: str, mint: Mint
) -> Record:
    """The meeting on another day, at another time or place; a second move takes the place of the first.

    Raises Mistake for what is no time, if nothing would be changed, if its plan was taken out, for a day that is past
    (of a meeting that waits to be logged, one before its own), where another meeting of the group stands, and for a
    time or a place of a meeting without a plan. Raises KeyError if there is no such group.
    """
    starts = shown_time(read_time(starts_at)) if starts_at.strip() else ""
    if (on, starts or meeting.starts, place or meeting.place) == (meeting.on, meeting.starts, meeting.place):
        raise Mistake("Nothing is changed yet: give another day, time or place.")
    if on < min(meeting.on, snapshot.today):
        raise Mistake(f"{shown(on)} is past: give a day to come, or log the meeting if it was held that day.")
    _refuse_onto_another(snapshot, meeting, on, starts or meeting.starts)
    planned = plan_now(snapshot, meeting.planned) if meeting.planned else None
    if planned is None:
        if starts or place:
            raise Mistake("Only its day is known of this meeting: plan it, to give it a time and a place.")
        return replace(snapshot.one(Group, meeting.group_id), next_meeting_on=on)
    # What is as planned is left open, so that it follows the plan when that is put right.
    return replace(
        _change(meeting, mint),
        moved_to=on,
        starts_at=starts if starts != shown_time(planned.starts) else "",
        place=place.strip() if place.strip() != planned.place else "",
        why=why.strip(),
    )


def called_off(snapshot: Snapshot, meeting: ComingMeeting, why: str, mint: Mint) -> Record:
    """The meeting called off; of one without a plan, the group without its next date.

    Raises Mistake if its plan was taken out, KeyError if there is no such group.
    """
    if meeting.planned is None:
        return replace(snapshot.one(Group, meeting.group_id), next_meeting_on=None)
    plan_now(snapshot, meeting.planned)
    return replace(_change(meeting, mint), moved_to=None, starts_at="", place="", why=why.strip())


def ended(planned: PlannedMeeting, until: date) -> PlannedMeeting:
    """The series with its last day. Raises Mistake if that lies before its first."""
    if planned.on and until < planned.on:
        raise Mistake(f"The first of these meetings is on {shown(planned.on)}: end them on that day or later.")
    return replace(planned, until=until)


def plan_now(snapshot: Snapshot, planned: PlannedMeeting) -> PlannedMeeting:
    """The plan as it stands now. Raises Mistake if it was taken out since it was shown."""
    now = snapshot.find(PlannedMeeting, planned.id)
    if now is None:
        raise Mistake("This plan has been taken out: leave it, and choose another meeting.")
    return now


def whole_plan(snapshot: Snapshot, planned: PlannedMeeting) -> tuple[Record, ...]:
    """A plan with all that was moved or called off of it, to be taken out together."""
    return (*snapshot.of(MovedMeeting, planned_id=planned.id), planned)


def _refuse_onto_another(snapshot: Snapshot, meeting: ComingMeeting, on: date, starts: str) -> None:
    """Two meetings of one group at one time would be one."""
    there = coming_meetings(snapshot, meeting.group_id, after=on - timedelta(days=1), until=on)
    if any(other.key != meeting.key and other.on == on and other.starts == starts for other in there):
        at = f" at {starts}" if starts else ""
        raise Mistake(f"The group meets on {shown(on)}{at} already: call this one off, or give another day or time.")


def _change(meeting: ComingMeeting, mint: Mint) -> MovedMeeting:
    assert meeting.planned is not None
    return meeting.moved or MovedMeeting(id=mint(), planned_id=meeting.planned.id, on=meeting.planned_for)
