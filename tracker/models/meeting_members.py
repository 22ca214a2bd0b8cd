"""Who usually comes to a group's meetings, where it meets, and what they are called there."""

from datetime import date

from tracker.models.meeting_draft import DraftAttendance
from tracker.models.records.agency import Agency
from tracker.models.records.meeting import Attendance, Meeting, Presence
from tracker.models.records.membership import Membership
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot

# Who came to one of so many meetings before this one is a usual member.
_LATEST_MEETINGS = 6
_LONGEST_SHORT_NAME = 22


def usual_members(snapshot: Snapshot, group_id: str, on: date) -> tuple[DraftAttendance, ...]:
    """Who is likely to be there on a day, each as "did not come", by agency in the order of joining.

    Of each agency with a seat: its people who came to, sent somebody to or apologised for one of the six meetings
    before, and those who joined since the last one; without any, its first seat, so that its absence shows.
    """
    seats = [seat for seat in snapshot.of(Membership, group_id=group_id) if seat.active_on(on)]
    seats.sort(key=lambda seat: seat.from_on or date.min)
    held = sorted(
        (meeting.on, meeting.id) for meeting in snapshot.of(Meeting, group_id=group_id) if _before(meeting, on)
    )
    last = held[-1][0] if held else None
    heard = _heard_of(snapshot, [identity for _, identity in held[-_LATEST_MEETINGS:]])
    found: dict[tuple[str, str], None] = {}
    for agency_id in dict.fromkeys(seat.agency_id for seat in seats):
        own = [seat for seat in seats if seat.agency_id == agency_id]
        own = [seat for seat in own if seat.person_id] or own
        likely = [seat for seat in own if seat.person_id in heard or (last and seat.from_on and seat.from_on > last)]
        found |= {(seat.agency_id or "", seat.person_id or ""): None for seat in likely or own[: 1 if held else None]}
    return tuple(
        DraftAttendance(agency_id=agency, person_id=person, presence=Presence.ABSENT) for agency, person in found
    )


def member_name(snapshot: Snapshot, agency_id: str, person_id: str) -> str:
    """What somebody is called at the table: "Case manager (CYF)", or the agency alone.

    Behind a person a long name of an agency gives way to its code: "Service manager (WINZ)".
    """
    agency = snapshot.find(Agency, agency_id)
    person = snapshot.called(Person, person_id)
    if agency is None or not person:
        return person or agency_name(snapshot, agency_id)
    name = agency_name(snapshot, agency_id)
    short = name if len(name) <= _LONGEST_SHORT_NAME else agency.code
    return f"{person} ({short})"


def people_of(snapshot: Snapshot, group_id: str, on: date, agency_id: str = "") -> tuple[Person, ...]:
    """The people with a seat in the group on a day, of one agency or of all, in the order in which they joined."""
    ids = dict.fromkeys(
        seat.person_id for seat in snapshot.of(Membership, group_id=group_id) if seat.person_id and seat.active_on(on)
    )
    people = (snapshot.find(Person, identity) for identity in ids)
    return tuple(person for person in people if person and agency_id in ("", person.agency_id))


def places_of(snapshot: Snapshot, group_id: str) -> tuple[str, ...]:
    """Where the group has met, the latest first."""
    held = sorted(snapshot.of(Meeting, group_id=group_id), key=lambda meeting: meeting.on or date.min, reverse=True)
    return tuple(dict.fromkeys(meeting.place for meeting in held if meeting.place))


def agencies_of(snapshot: Snapshot, group_id: str) -> tuple[Agency, ...]:
    """The agencies that are or were in a group, in the order in which they joined."""
    ids = dict.fromkeys(seat.agency_id for seat in snapshot.of(Membership, group_id=group_id))
    return tuple(agency for agency in (snapshot.find(Agency, identity) for identity in ids) if agency)


def agency_name(snapshot: Snapshot, agency_id: str) -> str:
    """What an agency is called; with its name in full where two share the short name; "" if there is none."""
    agency = snapshot.find(Agency, agency_id)
    if agency is None:
        return ""
    shared = agency.short_name and len(snapshot.of(Agency, short_name=agency.short_name)) > 1
    return f"{agency.short_name} ({agency.name})" if shared else agency.called


def came_last_time(snapshot: Snapshot, group_id: str, on: date) -> frozenset[tuple[str, str]]:
    """Who came, or sent somebody, to the last meeting before a day of which that is noted: agency and person by id."""
    held = [meeting for meeting in snapshot.of(Meeting, group_id=group_id) if _before(meeting, on)]
    held.sort(key=lambda meeting: (meeting.on or date.min, meeting.id), reverse=True)
    noted = (snapshot.of(Attendance, meeting_id=meeting.id) for meeting in held)
    last = next((came for came in noted if came), ())
    there = (Presence.PRESENT, Presence.SENT_SOMEBODY)
    return frozenset((seat.agency_id or "", seat.person_id or "") for seat in last if seat.presence in there)


def _before(meeting: Meeting, on: date) -> bool:
    return meeting.on is not None and meeting.on < on


def _heard_of(snapshot: Snapshot, meeting_ids: list[str]) -> set[str | None]:
    """Who was at these meetings, sent somebody or apologised."""
    came = (attendance for identity in meeting_ids for attendance in snapshot.of(Attendance, meeting_id=identity))
    return {seat.person_id for seat in came if seat.person_id and seat.presence is not Presence.ABSENT}
