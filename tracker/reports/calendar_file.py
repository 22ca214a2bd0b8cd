"""Planned meetings as an iCalendar file (RFC 5545): one plan, one group's, or all that is coming.

What leaves is the group's name, the place and the time. A calendar that has the meetings already takes the file as
news of the same: each plan keeps its UID, and a later file has a higher SEQUENCE.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.models.dates import shown
from tracker.models.figures.coming import ComingMeeting, called_off_meetings, coming_meetings
from tracker.models.figures.gate import group_that_leaves, is_restricted
from tracker.models.figures.timeline_words import several
from tracker.models.mistake import Mistake
from tracker.models.records import Departure, Group, PlannedMeeting
from tracker.models.records.planned_meeting import Repeat
from tracker.models.snapshot import Snapshot
from tracker.reports.file_name import safe_part
from tracker.reports.saving import save_whole

# The calendar library is loaded when the first file is made.
if TYPE_CHECKING:
    from tracker.reports.calendar_events import Plan


@dataclass(frozen=True)
class PreparedCalendar:
    """A calendar file before it is written. `plans` counts what is in it, `stays` the restricted plans left out."""

    content: bytes
    what: str
    plans: int
    stays: int
    file_name: str
    made_at: datetime
    said: str


@dataclass(frozen=True)
class WrittenCalendar:
    """A calendar file on the disk: where, and the SHA-256 of the whole file."""

    prepared: PreparedCalendar
    path: Path
    file_sha256: str

    def departure(self, identity: str, to_whom: str, purpose: str) -> Departure:
        """The entry for the register of what left."""
        return Departure(
            id=identity,
            at=self.prepared.made_at,
            what=self.prepared.what,
            to_whom=to_whom,
            purpose=purpose,
            rows=self.prepared.plans,
            file_name=self.path.name,
            file_sha256=self.file_sha256,
        )


def prepare_calendar(
    snapshot: Snapshot, group_id: str = "", planned_id: str = "", *, made_at: datetime
) -> PreparedCalendar:
    """The calendar of one plan, of all of one group, or of every running group. `made_at` is a time with its zone.

    Raises KeyError if there is no such group or plan, Mistake if it is restricted or nothing is planned.
    """
    from tracker.reports.calendar_events import calendar_bytes

    wanted = list(_plans(snapshot, group_id, planned_id))
    leaving = [each for each in wanted if not _stays(each)]
    if not leaving:
        raise Mistake(_nothing(len(wanted)))
    whose = _whose(snapshot, leaving, group_id, planned_id)
    return PreparedCalendar(
        content=calendar_bytes(snapshot, leaving, made_at),
        what=f"Calendar of meetings, {whose}",
        plans=len(leaving),
        stays=len(wanted) - len(leaving),
        file_name=_file_name(snapshot, leaving[0][0] if group_id or planned_id else None),
        made_at=made_at,
        said=_said(snapshot, leaving, len(wanted) - len(leaving)),
    )


def write_calendar(prepared: PreparedCalendar, path: Path) -> WrittenCalendar:
    """Writes a prepared calendar at `path`; an earlier file there is replaced only by a whole one.

    Raises Mistake if it cannot be written.
    """
    sha256 = save_whole(path, prepared.content, lambda beside: _look(beside, prepared.content))
    return WrittenCalendar(prepared, path, sha256)


def _plans(snapshot: Snapshot, group_id: str, planned_id: str) -> Iterator["Plan"]:
    """What is asked for of plans that reach today or beyond, with what was called off of them."""
    if planned_id:
        group_id = snapshot.one(PlannedMeeting, planned_id).group_id or ""
    if group_id:
        group_that_leaves(snapshot, group_id)
    yesterday = snapshot.today - timedelta(days=1)
    coming = coming_meetings(snapshot, group_id or None, after=yesterday)
    off = called_off_meetings(snapshot, group_id or None, after=yesterday)
    plans = {_key(each): each.planned for each in (*coming, *off)}
    for (owner_id, plan_id), plan in plans.items():
        if not planned_id or plan_id == planned_id:
            yield snapshot.one(Group, owner_id), plan


def _key(meeting: ComingMeeting) -> tuple[str, str]:
    return meeting.group_id, meeting.planned.id if meeting.planned else ""


def _stays(plan: "Plan") -> bool:
    group, planned = plan
    return is_restricted(group) or (planned is not None and is_restricted(planned))


def _nothing(stays: int) -> str:
    if stays:
        return "All that is planned here is restricted to this office, so no calendar is saved of it."
    return "Nothing is planned, so there is nothing for a calendar: plan a meeting first."


def _whose(snapshot: Snapshot, plans: Sequence["Plan"], group_id: str, planned_id: str) -> str:
    if group_id:
        return snapshot.one(Group, group_id).name
    group, planned = plans[0]
    if planned_id and planned is not None:
        return f"{group.name}, {(planned.repeats or Repeat.ONCE).label.lower()} from {shown(planned.on)}"
    return "all groups"


def _file_name(snapshot: Snapshot, group: Group | None) -> str:
    """Such as meetings_AKL_ICM.ics."""
    parts = ("meetings", safe_part(snapshot.office.code), safe_part(group.code) if group else "")
    return "_".join(part for part in parts if part) + ".ics"


def _said(snapshot: Snapshot, plans: Sequence["Plan"], stays: int) -> str:
    """What will be in the file, and what not."""
    groups = {group.id for group, _ in plans}
    keys = {(group.id, planned.id if planned else "") for group, planned in plans}
    coming = coming_meetings(snapshot, after=snapshot.today - timedelta(days=1))
    first = next((meeting.on for meeting in coming if _key(meeting) in keys), None)
    what = f"{several(len(plans), 'plan', 'plans')} of {several(len(groups), 'group', 'groups')}"
    begins = f"The next meeting is on {shown(first)}." if first else "No meeting is to come."
    kept = f" {several(stays, 'restricted plan stays', 'restricted plans stay')} here." if stays else ""
    return f"{what}: the group's name, the place and the time, and nothing else. {begins}{kept}"


def _look(beside: Path, content: bytes) -> None:
    """Raises Mistake if the disk did not keep it."""
    if beside.read_bytes() != content:
        raise Mistake("The calendar file did not reach the disk whole: save it again, or in another folder.")
