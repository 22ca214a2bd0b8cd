"""What learning tells: reviews, lessons, and where lessons were carried."""

from collections.abc import Iterator

from tracker.models.figures import timeline_words as words
from tracker.models.figures.timeline.entry import NOBODY, Telling
from tracker.models.figures.timeline.involved import about
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.review import Carrying, Lesson, Review, TakenUp
from tracker.models.snapshot import Snapshot


def tell(snapshot: Snapshot, group: Group) -> Iterator[Telling]:
    """A lesson is about the agencies to which it is to be carried, and about those to which it was."""
    for review in snapshot.of(Review, group_id=group.id):
        yield review.on, "Review", review.learned, review.will_change, review, NOBODY
    for lesson in snapshot.of(Lesson, group_id=group.id):
        yield lesson.on, "Lesson", lesson.text, "", lesson, about(snapshot, group.id, lesson.carry_to_ids)
        for carrying in snapshot.of(Carrying, lesson_id=lesson.id):
            yield from _carried(snapshot, group, lesson, carrying)


def _carried(snapshot: Snapshot, group: Group, lesson: Lesson, carrying: Carrying) -> Iterator[Telling]:
    agency = snapshot.called(Agency, carrying.agency_id)
    whom = about(snapshot, group.id, (carrying.agency_id,))
    to = words.joined(agency, carrying.to_whom)
    yield carrying.on, "Lesson carried home", lesson.text, f"to {to}", carrying, whom
    answer = "Lesson not taken up" if carrying.taken_up is TakenUp.NO else "Lesson taken up"
    yield carrying.taken_up_on, answer, lesson.text, f"by {agency}" if agency else "", carrying, whom
