"""What the reading card tells of a meeting, held or planned."""

from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.coming import coming_meetings
from tracker.models.figures.held import HeldMeeting, held_meetings
from tracker.models.figures.meeting_story import StoryLine, StoryPart, meeting_story
from tracker.models.records import Attendance, Commitment, Handover, Person, Record, Result
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value
from tracker.ui.meetings.coming_table import PlannedRow, day_words, moved_words, repeats_words
from tracker.ui.parts.signs import tone_of
from tracker.ui.place import Place
from tracker.ui.wayfinder import place_of
from tracker.ui.words import count

# So many of the days after a planned one are named.
_NEXT_DAYS = 6
# What these lead to stands on another page; the rest is told here in full.
_LEAD_ON: tuple[type[Record], ...] = (Commitment, Handover, Result)


@value
class ToldLine(Value):
    """One line: its words, a note under them, and the place that tells more."""

    text: str
    note: str = ""
    tone: str = ""
    record_id: str = ""
    place: Place | None = None


Part = tuple[str, tuple[ToldLine, ...]]


@value
class Told(Value):
    """A title, a few facts, one sentence that calls for something, and the parts with their headings.

    `beside` are the parts that stand beside the others where there is room, and below them where there is not.
    """

    title: str
    facts: tuple[str, ...]
    call: str
    parts: tuple[Part, ...]
    beside: tuple[Part, ...] = ()


def told_of_held(snapshot: Snapshot, held: HeldMeeting, *, with_group: bool) -> Told:
    """All of a meeting that was held; its group is named where there are several."""
    meeting = held.meeting
    chair = snapshot.called(Person, meeting.chair_id)
    facts = (
        meeting.place,
        f"{held.came_words} came or sent somebody" if held.listed else "",
        f"felt {meeting.felt.label.lower()}" if meeting.felt else "",
        f"chaired by {chair}" if chair else "",
    )
    story = meeting_story(snapshot, meeting.id)
    seats = [part for part in story if isinstance(part.lines[0].record, Attendance)]
    came_of_it = tuple(_part(snapshot, part) for part in story if part not in seats)
    who = tuple(_part(snapshot, part) for part in seats)
    title = f"{shown(meeting.on)}, {held.group}" if with_group else f"Meeting of {shown(meeting.on)}"
    return Told(title, facts, "", came_of_it, who)


def told_of_planned(snapshot: Snapshot, row: PlannedRow, *, with_group: bool) -> Told:
    """All of a meeting that is planned, and what stands around it."""
    meeting, planned = row.meeting, row.meeting.planned
    repeats = repeats_words(row)
    until = f"until {shown(planned.until)}" if planned and planned.until and repeats else ""
    facts = (
        meeting.starts or "no time given",
        f"{planned.minutes} minutes" if planned and planned.minutes and meeting.starts else "",
        meeting.place,
        f"{repeats[:1].lower()}{repeats[1:]} {until}".strip() if planned else "",
    )
    title = f"{day_words(meeting)}, {row.group}" if with_group else day_words(meeting)
    return Told(title, facts, _call(row), tuple(_around(snapshot, row)))


def _call(row: PlannedRow) -> str:
    why = f": {row.meeting.moved.why}" if row.meeting.moved and row.meeting.moved.why else ""
    if row.meeting.called_off:
        return f"Called off{why}."
    moved = moved_words(row.meeting).replace("moved", "Moved")
    if row.waits:
        return f"{moved}{why}. Its day has come: log it." if moved else "Its day has come: log it, or call it off."
    if row.meeting.planned is None:
        return "Only the day is written down: plan it, to give it a time and a place."
    return f"{moved}{why}." if moved else ""


def _around(snapshot: Snapshot, row: PlannedRow) -> list[Part]:
    meeting = row.meeting
    parts: list[Part] = []
    if meeting.planned and meeting.planned.note:
        parts.append(("Note", (ToldLine(meeting.planned.note),)))
    later = coming_meetings(snapshot, meeting.group_id, after=max(meeting.on, snapshot.today))[:_NEXT_DAYS]
    if later:
        parts.append(("After it", tuple(ToldLine(_day(each.on, each.starts, moved_words(each))) for each in later)))
    held = [each for each in held_meetings(snapshot, meeting.group_id) if (each.meeting.on or meeting.on) < meeting.on]
    if held:
        parts.append(("The last meeting", (_last(held[0], snapshot),)))
    return parts


def _last(held: HeldMeeting, snapshot: Snapshot) -> ToldLine:
    facts = [held.meeting.place, f"{held.came_words} came" if held.listed else ""]
    note = " · ".join(fact for fact in facts if fact)
    place = Place("group", held.meeting.group_id or "", "meetings", held.meeting.id)
    ago = (snapshot.today - held.meeting.on).days if held.meeting.on else 0
    return ToldLine(
        f"{shown(held.meeting.on)}, {ago:,} days ago" if ago > 1 else shown(held.meeting.on), note, place=place
    )


def _day(on: date, starts: str, moved: str) -> str:
    return " · ".join(part for part in (shown(on), starts, moved) if part)


def _part(snapshot: Snapshot, part: StoryPart) -> Part:
    return _headed(part), tuple(_line(snapshot, line) for line in part.lines)


def _headed(part: StoryPart) -> str:
    number = len(part.lines)
    if isinstance(part.lines[0].record, Attendance):
        return f"{part.heading}: {count(number, 'agency', 'agencies')}"
    return f"{part.heading}   {number}" if number > 1 else part.heading


def _line(snapshot: Snapshot, line: StoryLine) -> ToldLine:
    record = line.record
    if isinstance(record, Attendance):
        # Who sat there stands in one line with the agency.
        return ToldLine(f"{line.text}: {line.note}" if line.note else line.text, record_id=record.id)
    leads = isinstance(record, _LEAD_ON)
    place = place_of(snapshot, type(record), record.id) if leads else None
    tone = tone_of(line.standing) if line.standing else ""
    return ToldLine(line.text, line.note, tone, record.id, place)
