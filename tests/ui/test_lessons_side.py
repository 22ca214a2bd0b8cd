"""The Reviews and lessons side of a group's Learning."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, an_agency, an_id
from tests.ui.answering import answering
from tracker.models.records import Carrying, Group, Lesson, Record, Review
from tracker.models.records.review import ReviewKind, TakenUp
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.learning.lessons_side import LessonsSide
from tracker.ui.place import Place

GROUP, POLICE, HEALTH = a_group(), an_agency("POL", short_name="Police"), an_agency("MOH", short_name="Health")
TODAY = date(2008, 6, 30)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def a_lesson(**fields: Any) -> Lesson:
    named = {"id": an_id(), "group_id": GROUP.id, "on": date(2008, 2, 1), "text": "Hand over before the last day"}
    return Lesson(**named | fields)


LESSON = a_lesson(carry_to_ids=(HEALTH.id,))


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


def shown_side(office: Office, group_id: str, qtbot: QtBot, record_id: str = "") -> LessonsSide:
    side = LessonsSide(Desk(office))
    qtbot.addWidget(side)
    side.resize(1000, 560)
    side.show_place(Place("group", group_id, "learning", record_id))
    side.show()
    return side


@pytest.fixture
def side(office: Office, qtbot: QtBot) -> LessonsSide:
    """One lesson that nobody has carried home."""
    keep(office, GROUP, POLICE, HEALTH, a_member(GROUP, POLICE), a_member(GROUP, HEALTH), LESSON)
    return shown_side(office, GROUP.id, qtbot)


def carryings(office: Office) -> tuple[Carrying, ...]:
    return office.snapshot().of(Carrying, lesson_id=LESSON.id)


def test_h_asks_which_home_it_was_carried_to_and_proposes_the_one_that_waits(
    side: LessonsSide, office: Office, qtbot: QtBot
) -> None:
    qtbot.keyClick(side.view, Qt.Key.Key_H)
    qtbot.keyClicks(side.asking.inputs["whom"], "Service manager")
    qtbot.keyClick(side.asking.inputs["whom"], Qt.Key.Key_Return)
    carried = carryings(office)[0]
    assert (carried.agency_id, carried.to_whom, carried.on) == (HEALTH.id, "Service manager", TODAY)
    assert office.undo_name == "carry a lesson home"


def test_a_day_to_come_is_refused_in_place(side: LessonsSide, office: Office, qtbot: QtBot) -> None:
    side.press("H")
    day = side.asking.inputs["on"]
    day.setText("1 Aug 2008")  # type: ignore[attr-defined]
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert "still to come" in side.asking.problem
    assert carryings(office) == ()


def test_u_says_that_the_home_agency_uses_it(side: LessonsSide, office: Office, qtbot: QtBot) -> None:
    keep(office, Carrying(id=an_id(), lesson_id=LESSON.id, agency_id=HEALTH.id, on=date(2008, 3, 1)))
    qtbot.keyClick(side.view, Qt.Key.Key_U)
    assert (carryings(office)[0].taken_up, carryings(office)[0].taken_up_on) == (TakenUp.YES, TODAY)


def test_shift_x_asks_since_when_it_is_not_taken_up(side: LessonsSide, office: Office, qtbot: QtBot) -> None:
    keep(office, Carrying(id=an_id(), lesson_id=LESSON.id, agency_id=HEALTH.id, on=date(2008, 3, 1)))
    qtbot.keyClick(side.view, Qt.Key.Key_X, SHIFT)
    side.asking.inputs["on"].setText("5 May 2008")  # type: ignore[attr-defined]
    qtbot.keyClick(side.asking.inputs["on"], Qt.Key.Key_Return)
    assert carryings(office)[0].taken_up_on == date(2008, 5, 5)


def test_what_was_carried_nowhere_cannot_be_taken_up(side: LessonsSide, office: Office, qtbot: QtBot) -> None:
    with qtbot.waitSignal(side.desk.mistaken) as said:
        qtbot.keyClick(side.view, Qt.Key.Key_U)
    assert "carry it home with H first" in said.args[0]


def test_a_adds_a_lesson_of_today(side: LessonsSide, office: Office, qtbot: QtBot) -> None:
    def answer(form: FormDialog) -> None:
        form.form.inputs["text"].set_value("Ask the aunties first")
        form.accept()

    with answering(answer):
        qtbot.keyClick(side.view, Qt.Key.Key_A)
    assert [each.on for each in office.snapshot().of(Lesson) if each.text == "Ask the aunties first"] == [TODAY]


def test_a_review_is_told_and_is_not_carried(side: LessonsSide, office: Office, qtbot: QtBot) -> None:
    review = Review(id=an_id(), group_id=GROUP.id, on=TODAY, kind=ReviewKind.BOTH, learned="We talk past each other")
    keep(office, review)
    side.view.choose(review.id)
    assert side.story.words[0] == "We talk past each other"
    with qtbot.waitSignal(side.desk.mistaken) as said:
        qtbot.keyClick(side.view, Qt.Key.Key_H)
    assert "add what was learned as a lesson" in said.args[0]


def test_a_place_leads_to_the_lesson_that_was_carried(sample: Office, qtbot: QtBot) -> None:
    group = sample.find(Group, "ICM")
    lessons = {each.id for each in sample.snapshot().of(Lesson, group_id=group.id)}
    carried = next(each for each in sample.snapshot().of(Carrying) if each.lesson_id in lessons)
    side = shown_side(sample, group.id, qtbot, carried.id)
    assert side.chosen[0].id == carried.lesson_id


def test_an_empty_side_says_what_goes_there(office: Office, qtbot: QtBot) -> None:
    group = a_group(code="NEW")
    keep(office, group)
    side = shown_side(office, group.id, qtbot)
    assert not side.foot.isVisible()
    assert not side.story.isVisible()


def test_qt_finds_nothing_wrong_with_the_table(side: LessonsSide) -> None:
    QAbstractItemModelTester(side.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
