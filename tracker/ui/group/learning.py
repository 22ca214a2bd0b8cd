"""A group's Learning: reviews and lessons, the critical friend, and how it answers together (§5)."""

from tracker.models.records import Carrying, FriendNote, Lesson, Review
from tracker.ui.parts.sided_tab import Side, SidedTab


class LearningTab(SidedTab):
    """Reviews and lessons first."""

    name = "learning"
    sides = (
        Side(
            "lessons",
            "Reviews and &lessons",
            "tracker.ui.learning.lessons_side",
            "LessonsSide",
            (Review, Lesson, Carrying),
        ),
        Side("friend", "&Critical friend", "tracker.ui.learning.friend_side", "FriendSide", (FriendNote,)),
        Side("elements", "Five ele&ments", "tracker.ui.learning.elements_side", "ElementsSide"),
    )

    @property
    def heading(self) -> str:
        return "Learning"
