"""The points of a reading: typed, moved and shared out, always to a hundred."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.models.balance_office import Table
from tests.ui.readings_shown import SHIFT, a_rater_side, keep, points, press, readings, shown_side
from tracker.models.records.reading import Question
from tracker.store.office import Office
from tracker.ui.resources.readings_side import ReadingsSide


@pytest.fixture
def table() -> Table:
    return Table(4)


@pytest.fixture
def side(table: Table, office: Office, qtbot: QtBot) -> ReadingsSide:
    return a_rater_side(table, office, qtbot)


def test_a_question_begins_with_an_equal_split_that_is_no_answer_yet(side: ReadingsSide) -> None:
    assert points(side) == [25, 25, 25, 25]
    assert "100 of 100 points shared out · not answered: left out" in side.form.words


def test_arrow_keys_move_a_point_and_with_shift_ten_and_the_others_follow(side: ReadingsSide) -> None:
    press(side, Qt.Key.Key_Right)
    assert points(side)[0] == 26
    QTest.keyClick(side.form.points.rows[0].edit, Qt.Key.Key_Right, SHIFT)
    assert points(side)[0] == 36
    QTest.keyClick(side.form.points.rows[0].edit, Qt.Key.Key_Left, SHIFT)
    press(side, Qt.Key.Key_Left)
    assert points(side) == [25, 25, 25, 25]


def test_numbers_typed_one_after_another_stay_and_the_last_gets_the_rest(side: ReadingsSide) -> None:
    press(side, "40", Qt.Key.Key_Down, "30", Qt.Key.Key_Down, "20", Qt.Key.Key_Down)
    assert points(side) == [40, 30, 20, 10]
    assert [row.lock.isChecked() for row in side.form.points.rows] == [True, True, True, False]


def test_a_number_that_is_too_many_stays_as_typed_with_a_sentence_and_is_not_saved(
    side: ReadingsSide, office: Office
) -> None:
    press(side, "60", Qt.Key.Key_Down, "70", Qt.Key.Key_Return)
    assert (
        side.form.problem == "70 cannot be given: 40 points are left beside those that are locked. L takes a lock off."
    )
    assert side.form.points.rows[1].edit.text() == "70"
    side.form.keep()
    assert readings(office) == []
    assert side.asking


@pytest.mark.parametrize("typed", ["3x", "12.5"])
def test_what_is_no_whole_number_is_said(typed: str, side: ReadingsSide) -> None:
    press(side, typed.replace("x", ""))
    side.form.points.rows[0].edit.setText(typed)
    side.form.points.rows[0].edit.setModified(True)
    press(side, Qt.Key.Key_Return)
    assert side.form.problem == f"“{typed}” is no whole number: give points from 0 to 100."


def test_moving_the_slider_takes_from_the_others_and_locked_ones_stay(side: ReadingsSide) -> None:
    press(side, Qt.Key.Key_L)
    side.form.points.rows[1].slider.setValue(55)
    assert points(side) == [25, 55, 10, 10]
    side.form.points.rows[1].slider.setValue(100)
    assert points(side) == [25, 75, 0, 0]
    assert side.form.points.rows[1].slider.value() == 75


def test_e_shares_equally_among_those_that_are_not_locked(side: ReadingsSide) -> None:
    press(side, "70", Qt.Key.Key_E)
    assert points(side) == [70, 10, 10, 10]
    assert side.form.questions.buttons[Question.DECIDES].accessibleDescription() == "Answered"


def test_one_agency_alone_has_all_points(office: Office, qtbot: QtBot) -> None:
    table = Table(1)
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot)
    side.add_readings()
    press(side, Qt.Key.Key_Left, "30", Qt.Key.Key_Return)
    assert side.form.points.split is not None
    assert side.form.points.split.points == (100,)
    assert side.form.problem.startswith("30 cannot be given") or "All others are locked" in side.form.problem


def test_forty_agencies_scroll_with_the_keyboard(office: Office, qtbot: QtBot) -> None:
    table = Table(40)
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot)
    side.add_readings()
    qtbot.waitUntil(lambda: side.form.points.verticalScrollBar().maximum() > 0)
    press(side, *[Qt.Key.Key_Down] * 45, "61")
    assert points(side)[39] == 61
    assert sum(points(side)) == 100
    assert side.form.points.verticalScrollBar().value() > 0
