"""A meeting, who came, and what was decided and noted there."""

from datetime import date
from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import choice, day, line, prose, refers
from tracker.models.records.person import Level
from tracker.models.records.record import Record, record


class Feeling(Choice):
    """How a meeting felt, in one word."""

    ROUGH = "rough"
    TENSE = "tense"
    STEADY = "steady"
    WARM = "warm"
    FLYING = "flying"


class Presence(Choice):
    """Whether somebody came."""

    PRESENT = "present", "Came"
    SENT_SOMEBODY = "sent_somebody", "Sent somebody"
    APOLOGY = "apology", "Apology"
    ABSENT = "absent", "Did not come"


class NoteKind(Choice):
    """What sort of note a line is; "now see" is the reframing of §3.2."""

    NOTE = "note", "Note"
    NOW_SEE = "now_see", "What we now see differently"


@record
class Meeting(Record):
    """One meeting of one group."""

    table: ClassVar[str] = "meetings"
    noun: ClassVar[str] = "meeting"
    nouns: ClassVar[str] = "meetings"
    title_field: ClassVar[str] = "place"

    group_id: str | None = refers("Group", "Group", required=True)
    on: date | None = day("Date", required=True)
    place: str = line("Place")
    chair_id: str | None = refers("Chaired by", "Person")
    felt: Feeling | None = choice("How it felt", Feeling)


@record
class Attendance(Record):
    """One person or agency at one meeting; who came instead, and at what level."""

    table: ClassVar[str] = "attendances"
    noun: ClassVar[str] = "attendance"
    nouns: ClassVar[str] = "attendances"
    title_field: ClassVar[str] = "instead"

    meeting_id: str | None = refers("Meeting", "Meeting", required=True)
    agency_id: str | None = refers("Agency", "Agency", required=True)
    person_id: str | None = refers("Person", "Person")
    presence: Presence | None = choice("Came", Presence, required=True, default=Presence.PRESENT)
    level: Level | None = choice("Level of who came", Level)
    instead: str = line("Who came instead")


@record
class Decision(Record):
    """What the group decided."""

    table: ClassVar[str] = "decisions"
    noun: ClassVar[str] = "decision"
    nouns: ClassVar[str] = "decisions"

    group_id: str | None = refers("Group", "Group", required=True)
    meeting_id: str | None = refers("Meeting", "Meeting")
    on: date | None = day("Date", required=True)
    text: str = prose("Decision", required=True)


@record
class Note(Record):
    """A plain note from a meeting, or what the group now sees differently."""

    table: ClassVar[str] = "notes"
    noun: ClassVar[str] = "note"
    nouns: ClassVar[str] = "notes"

    group_id: str | None = refers("Group", "Group", required=True)
    meeting_id: str | None = refers("Meeting", "Meeting")
    on: date | None = day("Date", required=True)
    kind: NoteKind | None = choice("Kind", NoteKind, default=NoteKind.NOTE, required=True)
    text: str = prose("Note", required=True)
