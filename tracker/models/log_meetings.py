"""The meetings that the rows of a log tell of: the same day, group and place are one, and it may be here already."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from tracker.models.dates import shown
from tracker.models.folding import folded
from tracker.models.log_entry import LogEntry
from tracker.models.log_known import KnownRows, of_kind
from tracker.models.log_present import Came
from tracker.models.records.group import Group
from tracker.models.records.meeting import Attendance, Meeting, Presence
from tracker.models.records.record import Record, Sensitivity
from tracker.models.snapshot import Snapshot

Key = tuple[str, date, str]
_THERE = (Presence.PRESENT, Presence.SENT_SOMEBODY)
_LONGEST_REF = 290


@dataclass
class LoggedMeeting:
    """One meeting of a log with its entries, each by its row's reference; and what is to be kept of it."""

    group: Group
    on: date
    entries: list[tuple[str, LogEntry]] = field(default_factory=list)
    meeting: Meeting = field(default_factory=Meeting)
    saves: list[Record] = field(default_factory=list)
    removes: list[Record] = field(default_factory=list)
    sentence: str = ""

    @property
    def place(self) -> str:
        """Where it was, as the first row that says so has it."""
        return next((entry.place for _, entry in self.entries if entry.place), "")

    @property
    def ref(self) -> str:
        """What its notes are known by."""
        return f"meeting {self.on.isoformat()} {self.group.id} {folded(self.place)}"[:_LONGEST_REF]

    @property
    def came(self) -> tuple[Came, ...]:
        """Everybody whom any of its rows names as present; an agency alone gives way to somebody of it."""
        every = dict.fromkeys(came for _, entry in self.entries for came in entry.present)
        by_person = {came.agency.id for came in every if came.person and came.presence in _THERE}
        found: dict[tuple[str, str], Came] = {}
        for came in every:
            if came.person or came.instead or came.agency.id not in by_person:
                found.setdefault((came.agency.id, came.person.id if came.person else ""), came)
        return tuple(found.values())

    @property
    def content(self) -> str:
        """A checksum of all that its rows say of the meeting itself."""
        chair, felt = _first(self.entries, "chair"), _first(self.entries, "felt")
        told = [self.on.isoformat(), self.group.id, self.place, getattr(chair, "id", ""), str(felt or "")]
        told += sorted(came.told for came in self.came)
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def meetings_of(entries: Iterable[tuple[str, LogEntry]]) -> list[LoggedMeeting]:
    """The meetings in the order of their days. A row without a place belongs to the one meeting of its day."""
    entries = list(entries)
    places: dict[tuple[str, date], set[str]] = {}
    for _, entry in entries:
        places.setdefault((entry.group.id, entry.on), set()).update({folded(entry.place)} - {""})
    found: dict[Key, LoggedMeeting] = {}
    for ref, entry in entries:
        named = places[entry.group.id, entry.on]
        place = folded(entry.place) or (next(iter(named)) if len(named) == 1 else "")
        meeting = found.setdefault((entry.group.id, entry.on, place), LoggedMeeting(entry.group, entry.on))
        meeting.entries.append((ref, entry))
    return sorted(found.values(), key=lambda meeting: meeting.on)


def plan_meeting(logged: LoggedMeeting, snapshot: Snapshot, known: KnownRows, mint: Callable[[], str]) -> None:
    """Finds the meeting or makes it, with who came, and notes what is to be kept of it."""
    ref, before = logged.ref, _ref_before(logged, known)
    kept = of_kind(known.records(before), Meeting) if before else None
    if kept and before == ref and known.unchanged(ref, logged.content):
        logged.meeting = kept
        return
    joined = None if kept else _here_already(logged, snapshot, known)
    logged.meeting = _made(logged, kept or joined, mint, is_ours=kept is not None)
    became: list[Record] = [] if joined else [logged.meeting]
    attendances = _attendances(logged, snapshot, known.records(before or ref), mint)
    became += attendances
    gone = [
        record
        for record in known.records(before or ref)
        if isinstance(record, Attendance) and record.id not in {each.id for each in attendances}
    ]
    notes, dropped = known.noted(ref, logged.content, became, mint, before)
    changed = [each for each in (logged.meeting, *attendances) if snapshot.find(type(each), each.id) != each]
    logged.saves = [*changed, *notes]
    logged.removes = [*gone, *dropped]
    logged.sentence = _said(logged, kept, joined, changed, gone)


def _ref_before(logged: LoggedMeeting, known: KnownRows) -> str:
    """The reference by which the meeting was read before; "" if it never was.

    All rows of a meeting that name another day or place now have moved it; where only some do, they are of another
    meeting.
    """
    if known.rows(logged.ref):
        return logged.ref
    refs = {ref for ref, _ in logged.entries}
    ids = {getattr(record, "meeting_id", None) for ref in refs for record in known.records(ref)} - {None}
    if len(ids) != 1:
        return ""
    (meeting_id,) = ids
    others = [ref for ref in known.refs if ref not in refs and not ref.startswith("meeting ")]
    if any(getattr(record, "meeting_id", None) == meeting_id for ref in others for record in known.records(ref)):
        return ""
    return next(
        (
            ref
            for ref in known.refs
            if ref.startswith("meeting ") and any(row.record_id == meeting_id for row in known.rows(ref))
        ),
        "",
    )


def _here_already(logged: LoggedMeeting, snapshot: Snapshot, known: KnownRows) -> Meeting | None:
    """A meeting of that day and group that is here already, unless it was at another place."""
    held = [meeting for meeting in snapshot.of(Meeting, group_id=logged.group.id) if meeting.on == logged.on]
    if own := next((meeting for meeting in held if known.named(meeting.id)), None):
        return own
    same = [meeting for meeting in held if folded(meeting.place) == folded(logged.place)]
    open_place = [meeting for meeting in held if not meeting.place or not logged.place]
    return next(iter(same), None) or (open_place[0] if len(open_place) == 1 else None)


def _made(logged: LoggedMeeting, known: Meeting | None, mint: Callable[[], str], *, is_ours: bool) -> Meeting:
    chair, felt = _first(logged.entries, "chair"), _first(logged.entries, "felt")
    chair_id = chair.id if chair else None
    if known is None:
        restricted = all(entry.sensitivity is Sensitivity.RESTRICTED for _, entry in logged.entries)
        sensitivity = Sensitivity.RESTRICTED if restricted else Sensitivity.IN_CONFIDENCE
        frame: dict[str, Any] = {"id": mint(), "group_id": logged.group.id, "on": logged.on, "sensitivity": sensitivity}
        return Meeting(**frame, place=logged.place, chair_id=chair_id, felt=felt)
    if is_ours:
        known = replace(known, on=logged.on, group_id=logged.group.id)
        place = logged.place or known.place
        return replace(known, place=place, chair_id=chair_id or known.chair_id, felt=felt or known.felt)
    # What somebody kept here goes before what a log says; only what was left open is filled in.
    place, chair_id = known.place or logged.place, known.chair_id or chair_id
    return replace(known, place=place, chair_id=chair_id, felt=known.felt or felt)


def _attendances(
    logged: LoggedMeeting, snapshot: Snapshot, own: Sequence[Record], mint: Callable[[], str]
) -> list[Attendance]:
    """Those that come of the log: new ones, and its own of before; what was noted here by hand stays as it is."""
    ours = {record.id for record in own}
    there = snapshot.of(Attendance, meeting_id=logged.meeting.id)
    by_hand = [each for each in there if each.id not in ours]
    by_key = {(each.agency_id or "", each.person_id or ""): each for each in there if each.id in ours}
    heard = {(each.agency_id or "", each.person_id or "") for each in by_hand}
    agencies = {each.agency_id for each in by_hand if each.presence in _THERE}
    found = []
    for came in logged.came:
        key = (came.agency.id, came.person.id if came.person else "")
        if key in heard or (not came.person and not came.instead and came.agency.id in agencies):
            continue
        known = by_key.get(key) or Attendance(id=mint(), sensitivity=logged.meeting.sensitivity)
        told: dict[str, Any] = {"agency_id": came.agency.id, "person_id": key[1] or None, "instead": came.instead}
        found.append(replace(known, meeting_id=logged.meeting.id, presence=came.presence, **told))
    return found


def _first(entries: Iterable[tuple[str, LogEntry]], name: str) -> Any:
    return next((value for _, entry in entries if (value := getattr(entry, name)) is not None), None)


def _said(
    logged: LoggedMeeting,
    kept: Meeting | None,
    joined: Meeting | None,
    changed: Sequence[Record],
    gone: Sequence[Record],
) -> str:
    where = f", {logged.place}" if logged.place else ""
    name = f"{logged.group.called}, {shown(logged.on)}{where}"
    new = sum(isinstance(record, Attendance) for record in changed)
    came = f"{new} noted as there" if new else "who came stays as it is"
    taken = f", {len(gone)} taken back" if gone else ""
    if kept:
        return f"Changed: the meeting of {name}; {came}{taken}."
    if joined:
        return f"The meeting of {name} is here already, and its rows are added to it; {came}."
    return f"New: the meeting of {name}; {came}."
