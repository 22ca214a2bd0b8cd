"""Looking back (§5): reviews, lessons, and where the lessons were carried."""

from datetime import date
from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import choice, day, line, prose, refers, refers_to_several
from tracker.models.records.record import Record, Sensitivity, record


class ReviewKind(Choice):
    """What was looked at."""

    PROCESS = "process", "How we work"
    RESULTS = "results", "What came of it"
    BOTH = "both", "Both"


@record
class Review(Record):
    """The group looks at itself: what it found, and what will change."""

    table: ClassVar[str] = "reviews"
    noun: ClassVar[str] = "review"
    nouns: ClassVar[str] = "reviews"
    title_field: ClassVar[str] = "learned"

    group_id: str | None = refers("Group", "Group", required=True)
    meeting_id: str | None = refers("At the meeting", "Meeting")
    on: date | None = day("Date", required=True)
    kind: ReviewKind | None = choice("Looked at", ReviewKind, required=True)
    by: str = line("Led by")
    learned: str = prose("What was learned", required=True)
    will_change: str = prose("What will change")


@record
class Lesson(Record):
    """Something learned that home agencies should know (§5.2)."""

    table: ClassVar[str] = "lessons"
    noun: ClassVar[str] = "lesson"
    nouns: ClassVar[str] = "lessons"

    group_id: str | None = refers("Group", "Group", required=True)
    meeting_id: str | None = refers("At the meeting", "Meeting")
    review_id: str | None = refers("From the review", "Review")
    on: date | None = day("Date", required=True)
    text: str = prose("Lesson", required=True)
    carry_to_ids: tuple[str, ...] = refers_to_several("To be carried back to", "Agency")


class TakenUp(Choice):
    """What the home agency did with a lesson."""

    NOT_YET = "not_yet"
    YES = "yes", "Taken up"
    NO = "no", "Not taken up"


@record
class Carrying(Record):
    """A lesson carried to a home agency: to whom, when, how, taken up or not (§5.2)."""

    table: ClassVar[str] = "carryings"
    noun: ClassVar[str] = "carrying home"
    nouns: ClassVar[str] = "carryings home"
    title_field: ClassVar[str] = "to_whom"

    lesson_id: str | None = refers("Lesson", "Lesson", required=True)
    agency_id: str | None = refers("Carried to", "Agency", required=True)
    to_whom: str = line("To whom there")
    on: date | None = day("Date", required=True)
    how: str = line("How")
    taken_up: TakenUp | None = choice("Taken up", TakenUp, default=TakenUp.NOT_YET, required=True)
    taken_up_on: date | None = day("Taken up on")

    def further_problems(self) -> list[str]:
        if self.taken_up_on and self.on and self.taken_up_on < self.on:
            return ["The lesson was taken up before it was carried there: put one of the two dates right."]
        return []


@record
class FriendNote(Record):
    """What the critical friend told the group, and what the group made of it. For this office, unless opened."""

    table: ClassVar[str] = "friend_notes"
    noun: ClassVar[str] = "note of the critical friend"
    nouns: ClassVar[str] = "notes of the critical friend"

    sensitivity: Sensitivity = choice("Who may see it", Sensitivity, default=Sensitivity.RESTRICTED, required=True)
    group_id: str | None = refers("Group", "Group", required=True)
    meeting_id: str | None = refers("At the meeting", "Meeting")
    person_id: str | None = refers("Critical friend", "Person")
    on: date | None = day("Date", required=True)
    text: str = prose("What was seen or asked", required=True)
    answer: str = prose("What the group made of it")
    answered_on: date | None = day("Talked over")

    def further_problems(self) -> list[str]:
        if self.answered_on and self.on and self.answered_on < self.on:
            return ["The note was talked over before it was given: put one of the two dates right."]
        return []
