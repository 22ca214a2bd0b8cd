"""The lesson or review that is chosen, told in full."""

from tracker.models.dates import shown
from tracker.models.figures.learning_board import LessonStanding, agencies_named
from tracker.models.figures.timeline_words import joined
from tracker.models.records import Agency, Carrying, Meeting, Review
from tracker.models.records.review import TakenUp
from tracker.models.snapshot import Snapshot
from tracker.ui.learning.lesson_columns import Row, text_of
from tracker.ui.parts.story_card import StoryCard


class LessonCard(StoryCard):
    """Lies under the table, or stands beside it where there is room."""

    def __init__(self) -> None:
        super().__init__("The lesson", facts=3)

    def show_row(self, snapshot: Snapshot, row: Row) -> None:
        """Tells of a row."""
        if isinstance(row, Review):
            self._tell_review(snapshot, row)
        else:
            self._tell_lesson(snapshot, row)

    def _tell_lesson(self, snapshot: Snapshot, row: LessonStanding) -> None:
        lesson = row.lesson
        waiting = agencies_named(snapshot, row.waiting)
        review = snapshot.find(Review, lesson.review_id)
        facts = (
            (joined(row.state.label, f"learned {shown(lesson.on)}"), ""),
            (f"Still to be carried to {waiting}" if waiting else "", "warning"),
            (f"From the review of {shown(review.on)}" if review else _at(snapshot, lesson.meeting_id), ""),
        )
        lines = [(shown(each.on), _carrying_words(snapshot, each)) for each in row.carried]
        self.tell(text_of(row), facts, lines)

    def _tell_review(self, snapshot: Snapshot, review: Review) -> None:
        facts = (
            (joined(review.kind.label if review.kind else "", shown(review.on)), ""),
            (f"Led by {review.by}" if review.by else "", ""),
            (_at(snapshot, review.meeting_id), ""),
        )
        lines = [("Will change", review.will_change)] if review.will_change else []
        self.tell(text_of(review), facts, lines)


def _at(snapshot: Snapshot, meeting_id: str | None) -> str:
    meeting = snapshot.find(Meeting, meeting_id)
    return f"Said at the meeting of {shown(meeting.on)}" if meeting else ""


def _carrying_words(snapshot: Snapshot, carrying: Carrying) -> str:
    when = f" {shown(carrying.taken_up_on)}" if carrying.taken_up_on else ""
    answered = carrying.taken_up not in (None, TakenUp.NOT_YET)
    became = f"{carrying.taken_up.label.lower()}{when}" if carrying.taken_up and answered else "not answered yet"
    to = snapshot.called(Agency, carrying.agency_id)
    whom = f"{to} ({carrying.to_whom})" if carrying.to_whom else to
    return joined(f"to {whom}", carrying.how, became)
