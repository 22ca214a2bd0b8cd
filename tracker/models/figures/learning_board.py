"""What a group learned: its lessons and how far each was carried home, and its reviews (§5).

A lesson that stays in the group has not been transferred.
"""

from collections.abc import Iterable
from datetime import date

from tracker.models.choice import Choice
from tracker.models.dates import shown
from tracker.models.figures.timeline_words import joined, several
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.review import Carrying, Lesson, Review, TakenUp
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


class LessonState(Choice):
    """How far a lesson has come, from the group outwards."""

    STAYS = "stays", "Stays in the group"
    IN_PART = "in_part", "Carried to some"
    CARRIED = "carried", "Carried home"
    TAKEN_UP = "taken_up", "Taken up"
    NOT_TAKEN_UP = "not_taken_up", "Not taken up"


@value
class LessonStanding(Value):
    """A lesson today. `waiting` are the agencies named for it that nobody has carried it to; `days` since it was told.

    `carried` is oldest first.
    """

    lesson: Lesson
    state: LessonState
    carried: tuple[Carrying, ...]
    waiting: tuple[str, ...]
    days: int

    @property
    def id(self) -> str:
        """The lesson's own."""
        return self.lesson.id

    @property
    def latest(self) -> Carrying | None:
        """The last time it was carried anywhere; None if it never was."""
        return self.carried[-1] if self.carried else None

    @property
    def unanswered(self) -> tuple[Carrying, ...]:
        """Where it was carried to, and nobody has said yet what became of it."""
        return tuple(each for each in self.carried if each.taken_up in (None, TakenUp.NOT_YET))


@value
class LearningBoard(Value):
    """A group's lessons, those that stay in the group first and then the latest, and its reviews, latest first."""

    group_id: str
    lessons: tuple[LessonStanding, ...]
    reviews: tuple[Review, ...]

    @property
    def words(self) -> str:
        """6 lessons: 2 taken up, 1 carried, 3 stay in the group · last review 12 Feb 2008."""
        last = f"last review {shown(self.reviews[0].on)}" if self.reviews else "no review yet"
        if not self.lessons:
            return f"No lesson yet · {last}"
        counts = [(sum(each.state in states for each in self.lessons), word) for states, word in _COUNTED]
        told = ", ".join(f"{number:,} {word}" for number, word in counts if number)
        return joined(f"{several(len(self.lessons), 'lesson', 'lessons')}: {told}", last)


_COUNTED = (
    ((LessonState.TAKEN_UP,), "taken up"),
    ((LessonState.NOT_TAKEN_UP,), "not taken up"),
    ((LessonState.CARRIED, LessonState.IN_PART), "carried"),
    ((LessonState.STAYS,), "in the group only"),
)


def learning_board(snapshot: Snapshot, group_id: str, on: date | None = None) -> LearningBoard:
    """What the group learned up to a day (today if none). Raises KeyError if there is no such group."""
    day = on or snapshot.today
    snapshot.one(Group, group_id)
    lessons = [
        lesson_standing(snapshot, lesson, day)
        for lesson in snapshot.of(Lesson, group_id=group_id)
        if lesson.on and lesson.on <= day
    ]
    lessons.sort(key=lambda each: (each.lesson.on or day, each.id), reverse=True)
    lessons.sort(key=lambda each: each.state is not LessonState.STAYS)
    reviews = [review for review in snapshot.of(Review, group_id=group_id) if review.on and review.on <= day]
    reviews.sort(key=lambda review: (review.on or day, review.id), reverse=True)
    return LearningBoard(group_id, tuple(lessons), tuple(reviews))


def lesson_standing(snapshot: Snapshot, lesson: Lesson, on: date | None = None) -> LessonStanding:
    """How far one lesson had come on a day (today if none). Where no agency is named for it, any one home will do."""
    day = on or snapshot.today
    carried = [each for each in snapshot.of(Carrying, lesson_id=lesson.id) if each.on and each.on <= day]
    carried.sort(key=lambda each: (each.on or day, each.id))
    reached = {each.agency_id for each in carried}
    waiting = tuple(agency_id for agency_id in lesson.carry_to_ids if agency_id not in reached)
    days = (day - lesson.on).days if lesson.on else 0
    return LessonStanding(lesson, _state(carried, waiting, day), tuple(carried), waiting, days)


def agencies_named(snapshot: Snapshot, ids: Iterable[str | None]) -> str:
    """Health, Police and Work and Income by what people call them, as a list in words."""
    return ", ".join(snapshot.called(Agency, identity) for identity in ids if identity)


def _state(carried: list[Carrying], waiting: tuple[str, ...], day: date) -> LessonState:
    if not carried:
        return LessonState.STAYS
    answers = {_answer(each, day) for each in carried}
    if TakenUp.YES in answers:
        return LessonState.TAKEN_UP
    if waiting:
        return LessonState.IN_PART
    return LessonState.NOT_TAKEN_UP if answers == {TakenUp.NO} else LessonState.CARRIED


def _answer(carrying: Carrying, day: date) -> TakenUp:
    """What the home agency had answered by then; an answer without a day counts from the carrying on."""
    if carrying.taken_up is None or (carrying.taken_up_on and carrying.taken_up_on > day):
        return TakenUp.NOT_YET
    return carrying.taken_up
