"""Lessons and how far they were carried home (§5.2)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.builders import a_group, a_member, an_agency, an_id
from tracker.models.figures.learning_board import LessonState, learning_board, lesson_standing
from tracker.models.lesson_changes import answered, carried_home
from tracker.models.mistake import Mistake
from tracker.models.records import Carrying, Lesson, Record, Review
from tracker.models.records.review import ReviewKind, TakenUp
from tracker.models.snapshot import Snapshot, snapshot_of

TODAY = date(2008, 6, 30)
GROUP, POLICE, HEALTH = a_group(), an_agency("POL", short_name="Police"), an_agency("MOH", short_name="Health")


def a_lesson(**fields: Any) -> Lesson:
    named = {"id": an_id(), "group_id": GROUP.id, "on": date(2008, 2, 1), "text": "Hand over before the last day"}
    return Lesson(**named | fields)


LESSON = a_lesson(carry_to_ids=(POLICE.id, HEALTH.id))
TO_POLICE = Carrying(id=an_id(), lesson_id=LESSON.id, agency_id=POLICE.id, on=date(2008, 3, 1))
TO_HEALTH = Carrying(id=an_id(), lesson_id=LESSON.id, agency_id=HEALTH.id, on=date(2008, 4, 1))


def office(*records: Record) -> Snapshot:
    return snapshot_of(TODAY, [GROUP, POLICE, HEALTH, a_member(GROUP, POLICE), LESSON, *records])


def test_a_lesson_that_nobody_carried_stays_in_the_group() -> None:
    found = lesson_standing(office(), LESSON)
    assert (found.state, found.days) == (LessonState.STAYS, 150)


def test_a_lesson_carried_to_one_of_two_homes_says_who_waits() -> None:
    found = lesson_standing(office(TO_POLICE), LESSON)
    assert (found.state, found.waiting) == (LessonState.IN_PART, (HEALTH.id,))


def test_a_lesson_carried_to_all_homes_is_carried() -> None:
    assert lesson_standing(office(TO_POLICE, TO_HEALTH), LESSON).state is LessonState.CARRIED


def test_one_home_that_uses_it_has_taken_it_up() -> None:
    taken = replace(TO_POLICE, taken_up=TakenUp.YES, taken_up_on=date(2008, 5, 1))
    assert lesson_standing(office(taken), LESSON).state is LessonState.TAKEN_UP


def test_before_the_day_of_the_answer_it_was_only_carried() -> None:
    taken = replace(TO_POLICE, taken_up=TakenUp.YES, taken_up_on=date(2008, 5, 1))
    assert lesson_standing(office(taken), LESSON, date(2008, 4, 30)).state is LessonState.IN_PART


def test_lessons_that_stay_stand_first_and_the_line_counts_them() -> None:
    told = a_lesson(on=date(2008, 6, 1))
    review = Review(
        id=an_id(), group_id=GROUP.id, on=date(2008, 2, 12), kind=ReviewKind.PROCESS, learned="We talk past each other"
    )
    board = learning_board(office(told, TO_POLICE, TO_HEALTH, review), GROUP.id)
    assert [each.lesson for each in board.lessons] == [told, LESSON]
    assert board.words == "2 lessons: 1 carried, 1 in the group only · last review 12 Feb 2008"


def test_a_lesson_is_carried_to_one_home_once() -> None:
    with pytest.raises(Mistake, match="carried to Police on 1 Mar 2008 already"):
        carried_home(office(TO_POLICE), LESSON, POLICE.id, "", "", TODAY, an_id)


@pytest.mark.parametrize("day", [date(2008, 1, 31), date(2008, 7, 1)])
def test_a_lesson_is_carried_after_it_was_learned_and_not_in_the_future(day: date) -> None:
    with pytest.raises(Mistake):
        carried_home(office(), LESSON, POLICE.id, "", "", day, an_id)


def test_what_became_of_it_keeps_its_day() -> None:
    kept = answered(TO_POLICE, TakenUp.NO, date(2008, 5, 5), TODAY)
    assert (kept.taken_up, kept.taken_up_on) == (TakenUp.NO, date(2008, 5, 5))
