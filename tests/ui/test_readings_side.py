"""A group's readings of power, and the quick form for them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, an_agency
from tests.models.balance_office import READ_ON, Table
from tests.ui.readings_shown import CONTROL, TODAY, a_rater_side, keep, points, press, readings, shown_side
from tracker.models.records import Group
from tracker.models.records.reading import Question
from tracker.store.office import Office
from tracker.ui.printing.table_told import plain_table
from tracker.ui.resources.readings_side import ReadingsSide


@pytest.fixture
def table() -> Table:
    return Table(4)


@pytest.fixture
def side(table: Table, office: Office, qtbot: QtBot) -> ReadingsSide:
    return a_rater_side(table, office, qtbot)


def test_three_questions_one_after_another_are_saved_in_one_step(
    side: ReadingsSide, office: Office, table: Table
) -> None:
    said: list[str] = []
    side.desk.said.connect(said.append)
    press(side, "40", Qt.Key.Key_Return, Qt.Key.Key_E, Qt.Key.Key_Return, "10", Qt.Key.Key_Return)
    found = readings(office)
    assert [(each.question, each.points[0][1]) for each in found] == list(zip(Question, (40, 25, 10), strict=True))
    assert {(each.on, each.agency_id, each.rater) for each in found} == {(TODAY, table.agencies[0].id, "A")}
    assert said == ["Saved: 3 readings by Agency 0 A, 30 Jun 2008. Ctrl+Z takes it back."]
    assert office.undo_name == "add 3 readings"
    office.undo()
    assert readings(office) == []


def test_a_question_without_an_answer_is_left_out(side: ReadingsSide, office: Office) -> None:
    press(side, Qt.Key.Key_E, Qt.Key.Key_Return, "30", Qt.Key.Key_X)
    QTest.keyClick(side.form.points.rows[0].edit, Qt.Key.Key_Return, CONTROL)
    assert [each.question for each in readings(office)] == [Question.DECIDES]
    assert not side.asking


def test_nothing_answered_is_not_saved(side: ReadingsSide, office: Office) -> None:
    side.form.keep()
    assert side.form.problem == "No question is answered yet: share out the 100 points of at least one."
    assert readings(office) == []


def test_the_next_rater_is_of_the_next_agency_and_of_the_same_day(side: ReadingsSide, office: Office) -> None:
    side.form.head.day.setText("2 May 2008")
    QTest.keyClick(side.form.head.day, Qt.Key.Key_Return)
    press(side, Qt.Key.Key_E)
    side.form.keep()
    QTest.keyClick(side.view, Qt.Key.Key_A)
    assert side.form.head.rater.agency_id == readings(office)[0].points[1][0]
    assert side.form.head.rater.on == READ_ON


def test_a_rater_who_rated_already_finds_the_points_and_puts_them_right(
    table: Table, office: Office, qtbot: QtBot
) -> None:
    keep(office, *table.read(1, [10, 20, 30, 40]).records)
    side = shown_side(office, table.group.id, qtbot)
    QTest.keyClick(side.view, Qt.Key.Key_Return)
    assert points(side) == [10, 20, 30, 40]
    assert "Agency 1 A gave 1 reading on 2 May 2008 already: saving puts them right." in side.form.words
    press(side, Qt.Key.Key_Right)
    side.form.keep()
    assert [each.points[0][1] for each in readings(office)] == [11]
    assert office.undo_name == "correct 1 reading"


def test_readings_that_never_were_can_be_removed(table: Table, office: Office, qtbot: QtBot) -> None:
    keep(office, *table.read(1, [10, 20, 30, 40]).records)
    side = shown_side(office, table.group.id, qtbot)
    QTest.keyClick(side.view, Qt.Key.Key_Return)
    side.form.remove.click()
    assert readings(office) == []
    assert office.undo_name == "remove 1 reading"


def test_another_day_has_the_agencies_that_sat_there_then(side: ReadingsSide, office: Office, table: Table) -> None:
    late = an_agency("LATE", short_name="Latecomer")
    keep(office, late, a_member(table.group, late, from_on=date(2008, 6, 1)))
    side.form.begin(table.group.id, TODAY)
    assert [row.name for row in side.form.points.rows][-1] == "Latecomer"
    side.form.head.day.setText("2 May 2008")
    QTest.keyClick(side.form.head.day, Qt.Key.Key_Return)
    assert [row.name for row in side.form.points.rows] == [f"Agency {place}" for place in range(4)]
    side.form.head.day.setText("1 Jan 1999")
    QTest.keyClick(side.form.head.day, Qt.Key.Key_Return)
    assert "Nobody has a seat in Case Management, Papakura on 1 Jan 1999" in side.form.problem


def test_a_day_to_come_is_refused_when_it_is_saved(side: ReadingsSide, office: Office) -> None:
    press(side, Qt.Key.Key_E)
    side.form.head.day.setText("1 Jul 2008")
    QTest.keyClick(side.form.head.day, Qt.Key.Key_Return)
    side.form.keep()
    assert side.form.problem.startswith("1 Jul 2008 is still to come")
    assert readings(office) == []


def test_an_agency_that_left_while_the_form_was_open_is_named(side: ReadingsSide, office: Office, table: Table) -> None:
    press(side, Qt.Key.Key_E)
    seat = next(record for record in table.records if getattr(record, "agency_id", "") == table.agencies[0].id)
    keep(office, type(seat)(**vars(seat) | {"to_on": date(2008, 6, 1)}))
    side.form.keep()
    assert side.form.problem.startswith("Agency 0 has no seat in Case Management, Papakura on 30 Jun 2008")
    assert readings(office) == []


def test_esc_leaves_at_once_or_when_asked_again_if_something_is_answered(side: ReadingsSide) -> None:
    press(side, Qt.Key.Key_E)
    QTest.keyClick(side.form.points.rows[0].edit, Qt.Key.Key_Escape)
    assert side.asking
    assert "not saved yet" in side.form.problem
    QTest.keyClick(side.form.points.rows[0].edit, Qt.Key.Key_Escape)
    assert not side.asking
    side.add_readings()
    QTest.keyClick(side.form.points.rows[0].edit, Qt.Key.Key_Escape)
    assert not side.asking


def test_what_is_typed_stays_while_something_else_changes(side: ReadingsSide, office: Office) -> None:
    press(side, "40", Qt.Key.Key_Down)
    keep(office, an_agency("XXX"))
    assert points(side) == [40, 20, 20, 20]


@pytest.mark.parametrize(
    ("named", "words"),
    [(False, "Ratings are shown without names"), (True, "The group agreed that ratings are shown with names.")],
)
def test_the_form_says_who_can_tell_and_that_single_ratings_never_leave(
    named: bool, words: str, office: Office, qtbot: QtBot
) -> None:
    table = Table(4, ratings_named=named)
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot)
    side.add_readings()
    assert "With 4 agencies nobody is truly anonymous." in side.form.words
    assert words in side.form.words
    assert "Single ratings never leave the office." in side.form.words


def test_the_list_counts_raters_and_agencies(sample: Office, qtbot: QtBot) -> None:
    side = shown_side(sample, sample.find(Group, "ICM").id, qtbot)
    row = side.table.as_text().splitlines()[1].split("\t")
    assert row[1:4] == ["Who decides", "5", "5 of 8 agencies"]
    assert side.story.words[0] == "Who decides, 1 May 2008"


def test_next_to_a_single_rating_a_row_does_not_leave(table: Table, office: Office, qtbot: QtBot) -> None:
    for place in range(3):
        table.read(place, [25, 25, 25, 25], Question.GIVES)
    keep(office, *table.read(1, [10, 20, 30, 40]).records)
    side = shown_side(office, table.group.id, qtbot)
    told = plain_table(side.view, side.desk, "Readings")
    assert [column.texts for column in told.columns][1] == ("Who gives",)


def test_a_place_leads_to_the_round_of_a_reading(table: Table, office: Office, qtbot: QtBot) -> None:
    keep(office, *table.read(1, [10, 20, 30, 40]).read(1, [10, 20, 30, 40], Question.GAINS).records)
    reading = next(each for each in readings(office) if each.question is Question.GAINS)
    side = shown_side(office, table.group.id, qtbot, reading.id)
    assert side.chosen is not None
    assert side.chosen.question is Question.GAINS


def test_a_group_without_agencies_says_what_has_to_come_first(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    keep(office, group)
    side = shown_side(office, group.id, qtbot)
    mistakes: list[str] = []
    side.desk.mistaken.connect(mistakes.append)
    QTest.keyClick(side, Qt.Key.Key_A)
    assert mistakes[0].startswith("Nobody has a seat in Case Management, Papakura on 30 Jun 2008")
    assert not side.asking
