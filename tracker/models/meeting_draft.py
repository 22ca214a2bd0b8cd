"""The draft of a meeting: what is typed before it is kept, and after, when it is corrected."""

from dataclasses import dataclass, field
from datetime import date

from tracker.models.choice import Choice
from tracker.models.dates import shown
from tracker.models.records.meeting import Feeling, Presence
from tracker.models.records.person import Level
from tracker.models.records.risk import RiskLevel


class ItemKind(Choice):
    """What a line of a meeting is, in the order of Ctrl+1 to Ctrl+8; the value is the letter it may begin with."""

    DECISION = "d", "Decision"
    COMMITMENT = "c", "Commitment"
    VICTORY = "v", "Little victory"
    LESSON = "l", "Lesson"
    RISK = "r", "Risk"
    BALL = "b", "Ball"
    NOW_SEE = "s", "We now see"
    NOTE = "n", "Note"

    @property
    def owned(self) -> bool:
        """Whether an agency stands beside it: who promises, on whom a risk falls, who holds the ball."""
        return self in (ItemKind.COMMITMENT, ItemKind.RISK, ItemKind.BALL)


@dataclass(frozen=True, kw_only=True)
class DraftItem:
    """One line of a meeting.

    `agency_id` is who promises, on whom a risk falls or who holds the ball; `person_id`, `to`, `to_agency_id` and
    `due` belong to a commitment, `level` to a risk. `agency_ids` share the credit of a victory, or are those to which
    a lesson is to be carried back. `record_id` is the record that the line corrects, "" when it is new. `line` counts
    from 1 in the text it was read from, 0 when it was typed; `kind_open` says that nothing named its kind;
    `left_out` counts characters that cannot be shown. `due_open` holds words that stand for a day which cannot be
    told ("end of term" without term dates), `who_open` a name that fits several, or nobody in the group: they are
    asked for, never guessed.
    """

    kind: ItemKind
    text: str
    agency_id: str = ""
    person_id: str = ""
    to: str = ""
    to_agency_id: str = ""
    agency_ids: tuple[str, ...] = ()
    due: date | None = None
    level: RiskLevel = RiskLevel.MEDIUM
    record_id: str = ""
    line: int = 0
    kind_open: bool = False
    left_out: int = 0
    due_open: str = ""
    who_open: str = ""


@dataclass(frozen=True, kw_only=True)
class DraftAttendance:
    """Whether one person, or an agency without a person, came; and who came instead, at what level."""

    agency_id: str
    person_id: str = ""
    presence: Presence = Presence.PRESENT
    level: Level | None = None
    instead: str = ""


@dataclass(frozen=True, kw_only=True)
class MeetingDraft:
    """One meeting as it is typed. `meeting_id` is the meeting that is corrected, "" when it is new."""

    group_id: str = ""
    on: date | None = None
    place: str = ""
    chair_id: str = ""
    felt: Feeling | None = None
    attendances: tuple[DraftAttendance, ...] = ()
    items: tuple[DraftItem, ...] = field(default=())
    meeting_id: str = ""

    @property
    def blank(self) -> bool:
        """Whether there is nothing yet that could be kept."""
        return not self.items and not self.attendances

    @property
    def words(self) -> str:
        """What it holds: "meeting of 12 Jun 2008, 3 promises, 1 little victory"."""
        counted = [(sum(item.kind in kinds for item in self.items), one, many) for kinds, one, many in _COUNTED]
        parts = [f"{count} {one if count == 1 else many}" for count, one, many in counted if count]
        return ", ".join([f"meeting of {shown(self.on)}", *parts])


_COUNTED: tuple[tuple[tuple[ItemKind, ...], str, str], ...] = (
    ((ItemKind.DECISION,), "decision", "decisions"),
    ((ItemKind.COMMITMENT,), "promise", "promises"),
    ((ItemKind.VICTORY,), "little victory", "little victories"),
    ((ItemKind.LESSON,), "lesson", "lessons"),
    ((ItemKind.RISK,), "risk", "risks"),
    ((ItemKind.BALL,), "ball passed", "balls passed"),
    ((ItemKind.NOW_SEE,), "new view", "new views"),
    ((ItemKind.NOTE,), "note", "notes"),
)
