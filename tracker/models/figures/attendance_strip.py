"""Attendance over time: a row an agency, a column a meeting, and which agencies are drifting away (§2.2, §4.3)."""

from collections.abc import Mapping, Sequence

from tracker.models.dates import shown
from tracker.models.figures.held import THERE
from tracker.models.figures.joining_order import agencies_in_order
from tracker.models.figures.timeline_words import joined
from tracker.models.records.agency import Agency
from tracker.models.records.meeting import Attendance, Meeting, Presence
from tracker.models.records.membership import Membership
from tracker.models.records.person import Level, Person
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# So many meetings missed in a row are drifting away; the levels of so many are held against as many before.
LATELY = 3
# Of so many meetings those it came to are counted, and of as many before.
_SPAN = 4
# Where several people sat for one agency, the best that is said of them is said of the agency.
_BEST = (Presence.PRESENT, Presence.SENT_SOMEBODY, Presence.APOLOGY, Presence.ABSENT)


@value
class StripCell(Value):
    """One agency at one meeting. `level` is the highest of those who came or were sent; `who` names them.

    `presence` is None where the agency had its seat and nothing was noted of it.
    """

    meeting: Meeting
    presence: Presence | None
    level: Level | None
    who: str

    @property
    def there(self) -> bool:
        """Whether somebody came for the agency."""
        return self.presence in THERE

    @property
    def words(self) -> str:
        """Sent somebody · Ana Example · front line."""
        said = self.presence.label if self.presence else "Nothing noted"
        return joined(said, self.who, self.level.label.lower() if self.level else "")


@value
class StripRow(Value):
    """One agency over the meetings of the strip; a cell is None where it had no seat and was not there."""

    agency_id: str
    agency: str
    cells: tuple[StripCell | None, ...]
    present: bool

    @property
    def seated(self) -> tuple[StripCell, ...]:
        """The cells of the meetings at which something was noted of the agency, the oldest first."""
        return tuple(cell for cell in self.cells if cell is not None and cell.presence is not None)

    @property
    def came(self) -> int:
        """How many of these meetings somebody came to."""
        return sum(cell.there for cell in self.seated)

    @property
    def came_words(self) -> str:
        """7 of 9."""
        return f"{self.came} of {len(self.seated)}" if self.seated else "none noted"

    @property
    def drift(self) -> str:
        """In words how the agency drifts away, with the counts behind it; "" if it does not, or has left."""
        return joined(self._gone() or self._fewer(), self._lower()) if self.present else ""

    def _gone(self) -> str:
        """Missed the last meetings in a row, after it had come before."""
        places = [place for place, cell in enumerate(self.seated) if cell.there]
        missed = len(self.seated) - 1 - places[-1] if places else 0
        if missed < LATELY:
            return ""
        return f"missed the last {missed} meetings, last there {shown(self.seated[places[-1]].meeting.on)}"

    def _fewer(self) -> str:
        """Clearly fewer of the last meetings than of as many before: one that was missed is no drift."""
        lately, before = self.seated[-_SPAN:], self.seated[-2 * _SPAN : -_SPAN]
        came, came_before = sum(cell.there for cell in lately), sum(cell.there for cell in before)
        if len(before) < _SPAN or came_before - came < 2:
            return ""
        return f"came to {came} of the last {_SPAN}, {came_before} of the {_SPAN} before"

    def _lower(self) -> str:
        """People of a lower level at the last meetings it came to than at those before, by the middle one of each."""
        levels = [cell.level for cell in self.seated if cell.there and cell.level]
        lately, before = _middle(levels[-LATELY:]), _middle(levels[-2 * LATELY : -LATELY])
        if len(levels) < 2 * LATELY or not lately or not before or lately.rank >= before.rank:
            return ""
        return f"{lately.label.lower()} at the last {LATELY} it came to, {before.label.lower()} at the {LATELY} before"


@value
class AttendanceStrip(Value):
    """The meetings, the oldest first, and a row for each agency in the order in which it joined."""

    meetings: tuple[Meeting, ...]
    rows: tuple[StripRow, ...]

    @property
    def drifting(self) -> tuple[StripRow, ...]:
        """The agencies that drift away."""
        return tuple(row for row in self.rows if row.drift)


def attendance_strip(snapshot: Snapshot, group_id: str) -> AttendanceStrip:
    """Who came to the meetings of a group at which anything was noted of who came, up to today."""
    noted = [
        (meeting.on, meeting.id, meeting)
        for meeting in snapshot.of(Meeting, group_id=group_id)
        if meeting.on and meeting.on <= snapshot.today and snapshot.of(Attendance, meeting_id=meeting.id)
    ]
    meetings = tuple(meeting for _, _, meeting in sorted(noted, key=lambda each: each[:2]))
    came: dict[str, dict[str, list[Attendance]]] = {}
    for meeting in meetings:
        for seat in snapshot.of(Attendance, meeting_id=meeting.id):
            came.setdefault(seat.agency_id or "", {}).setdefault(meeting.id, []).append(seat)
    seated = {seat.agency_id for seat in snapshot.of(Membership, group_id=group_id)}
    agencies = (each for each in agencies_in_order(snapshot, group_id) if each.id in came or each.id in seated)
    rows = (_row(snapshot, group_id, agency, meetings, came.get(agency.id, {})) for agency in agencies)
    return AttendanceStrip(meetings, tuple(row for row in rows if any(row.cells)))


def said_at(row: StripRow, cell: StripCell | None, meeting: Meeting) -> str:
    """One cell in a sentence: "Police, 6 May 2008: Sent somebody · Ana Example · front line"."""
    return f"{row.agency}, {shown(meeting.on)}: {cell.words if cell else 'no seat then'}"


def _row(
    snapshot: Snapshot, group_id: str, agency: Agency, meetings: Sequence[Meeting], came: Mapping[str, list[Attendance]]
) -> StripRow:
    seats = [seat for seat in snapshot.of(Membership, agency_id=agency.id) if seat.group_id == group_id]
    cells: list[StripCell | None] = []
    for meeting in meetings:
        seated = any(seat.active_on(meeting.on) for seat in seats) if meeting.on else False
        noted = came.get(meeting.id)
        without = StripCell(meeting, None, None, "") if seated else None
        cells.append(_cell(snapshot, agency, meeting, noted) if noted else without)
    present = any(seat.active_on(snapshot.today) for seat in seats)
    return StripRow(agency.id, agency.called, tuple(cells), present)


def _cell(snapshot: Snapshot, agency: Agency, meeting: Meeting, noted: Sequence[Attendance]) -> StripCell:
    best = next((presence for presence in _BEST if any(seat.presence is presence for seat in noted)), None)
    # Beside those who came themselves, who was sent counts for the level as well.
    there = [seat for seat in noted if seat.presence in THERE]
    levels = [level for seat in there if (level := _level(snapshot, seat))] if agency.has_levels else []
    chosen = there or [seat for seat in noted if seat.presence is best]
    who = ", ".join(filter(None, (_who(snapshot, seat) for seat in chosen)))
    return StripCell(meeting, best, max(levels, key=lambda level: level.rank, default=None), who)


def _level(snapshot: Snapshot, seat: Attendance) -> Level | None:
    """As noted at the meeting; of somebody who came in person, else the level they have at home."""
    if seat.level or seat.presence is Presence.SENT_SOMEBODY:
        return seat.level
    person = snapshot.find(Person, seat.person_id)
    return person.level if person else None


def _who(snapshot: Snapshot, seat: Attendance) -> str:
    person = snapshot.called(Person, seat.person_id)
    if seat.presence is Presence.SENT_SOMEBODY:
        instead = seat.instead or "somebody"
        return f"{instead} for {person}" if person else instead
    return person or seat.instead


def _middle(levels: Sequence[Level]) -> Level | None:
    """The one in the middle: one visit from above or below changes nothing."""
    return sorted(levels, key=lambda level: level.rank)[len(levels) // 2] if levels else None
