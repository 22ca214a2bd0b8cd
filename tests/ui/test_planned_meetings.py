"""Planned meetings: planned, moved, called off, ended and logged by a key each."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_group
from tests.ui.answering import answering
from tests.ui.meetings_shown import (
    GROUP,
    WEEKLY,
    Places,
    a_desk,
    answer,
    days,
    heard_by,
    opened_by,
    planned,
    press,
    shown_tab,
)
from tracker.models.records import Group, MovedMeeting, PlannedMeeting
from tracker.models.records.planned_meeting import Repeat
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.group.meetings import MeetingsTab
from tracker.ui.meetings.board import MeetingsBoard
from tracker.ui.place import Place


@pytest.fixture
def desk(office: Office) -> Desk:
    return a_desk(office)


@pytest.fixture
def places(desk: Desk) -> Places:
    return heard_by(desk)


@pytest.fixture
def tab(desk: Desk, qtbot: QtBot) -> MeetingsTab:
    return shown_tab(desk, qtbot)


@pytest.fixture
def board(tab: MeetingsTab) -> MeetingsBoard:
    return tab.board


def test_planned_meetings_stand_apart_by_whether_they_are_to_be_logged(board: MeetingsBoard) -> None:
    assert days(board) == [(date(2008, 6, 25), 0), (date(2008, 7, 2), 1), (date(2008, 7, 9), 1), (date(2008, 7, 16), 1)]


def test_a_planned_meeting_tells_until_when_it_comes_back(board: MeetingsBoard) -> None:
    planned(board, date(2008, 7, 2))
    assert any(words.endswith("every week until 16 Jul 2008") for words in board.card.words)


def test_a_place_leads_to_a_plan(tab: MeetingsTab) -> None:
    tab.show_place(Place("group", GROUP.id, "meetings", WEEKLY.id))
    assert tab.board.chosen is tab.board.planned.chosen_row
    assert tab.board.card.words[0] == "Wed 25 Jun 2008"


def test_l_logs_a_planned_meeting_once_its_day_has_come(board: MeetingsBoard, places: Places) -> None:
    planned(board, date(2008, 7, 2))
    press(board, Qt.Key.Key_L)
    assert places == []
    planned(board, date(2008, 6, 25))
    press(board, Qt.Key.Key_L)
    assert places == [Place("log-meeting", GROUP.id, record_id=f"{WEEKLY.id} 2008-06-25")]


def test_m_moves_one_meeting_in_one_step_and_the_others_stay(board: MeetingsBoard, office: Office) -> None:
    planned(board, date(2008, 7, 2))
    press(board, Qt.Key.Key_M)
    answer(board, on="4 Jul 2008", starts_at="10 am", why="Holiday")
    assert days(board)[1:3] == [(date(2008, 7, 4), 1), (date(2008, 7, 9), 1)]
    assert office.undo_name == "move a meeting"
    assert board.planned.chosen_row.meeting.starts == "10:00"
    assert "Moved from 2 Jul 2008: Holiday." in board.card.words


def test_a_time_that_cannot_be_read_keeps_the_line_open_and_says_why(board: MeetingsBoard, office: Office) -> None:
    before = office.undo_name
    planned(board, date(2008, 7, 2))
    press(board, Qt.Key.Key_M)
    answer(board, starts_at="noonish")
    assert board.asking.problem == "“noonish” is no time: write it like 14:00 or 2 pm."
    assert office.undo_name == before


def test_escape_leaves_the_meeting_as_it_is(board: MeetingsBoard, office: Office) -> None:
    before = office.undo_name
    planned(board, date(2008, 7, 2))
    press(board, Qt.Key.Key_O)
    QTest.keyClick(board.asking.inputs["why"], Qt.Key.Key_Escape)
    assert (board.asking.isVisible(), office.undo_name) == (False, before)
    assert board.planned.hasFocus()


def test_o_calls_one_off_and_t_puts_it_back(board: MeetingsBoard, desk: Desk, office: Office) -> None:
    said: list[str] = []
    desk.said.connect(said.append)
    planned(board, date(2008, 7, 2))
    press(board, Qt.Key.Key_O)
    answer(board, why="Nobody can come")
    assert days(board)[-1] == (date(2008, 7, 2), 2)
    assert "Called off: Nobody can come." in board.card.words
    assert said[-1] == "The meeting of 2 Jul 2008 is called off. Ctrl+Z takes it back."
    press(board, Qt.Key.Key_T)
    assert (date(2008, 7, 2), 1) in days(board)
    assert office.undo_name == "put a meeting back"
    assert office.snapshot().of(MovedMeeting) == ()


def test_e_ends_the_series(board: MeetingsBoard, office: Office) -> None:
    planned(board, date(2008, 7, 2))
    press(board, Qt.Key.Key_E)
    answer(board, until="9 Jul 2008")
    assert days(board)[-1] == (date(2008, 7, 9), 1)
    assert office.undo_name == "end a series of meetings"


def test_x_takes_the_plan_out_and_undo_brings_it_back(board: MeetingsBoard, office: Office) -> None:
    planned(board, date(2008, 7, 2))
    press(board, Qt.Key.Key_X)
    assert days(board) == []
    office.undo()
    assert len(days(board)) == 4


def test_p_plans_a_meeting_and_leads_to_it(board: MeetingsBoard, office: Office) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["on"].set_value(date(2008, 7, 4))
        dialog.form.inputs["starts_at"].set_value("9.30am")
        dialog.ok.click()

    board.held.setFocus()
    with answering(fill):
        press(board, Qt.Key.Key_P, board.held)
    made = next(plan for plan in office.snapshot().of(PlannedMeeting) if plan.id != WEEKLY.id)
    assert (made.group_id, made.place, made.repeats) == (GROUP.id, "Papakura", Repeat.ONCE)
    assert office.undo_name == "plan a meeting"
    assert board.chosen is not None
    assert board.card.words[0] == "Fri 4 Jul 2008"


def test_c_corrects_the_whole_plan(board: MeetingsBoard, office: Office) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["place"].set_value("Manurewa")
        dialog.ok.click()

    planned(board, date(2008, 7, 2))
    with answering(fill):
        press(board, Qt.Key.Key_C)
    assert office.snapshot().one(PlannedMeeting, WEEKLY.id).place == "Manurewa"
    assert office.undo_name == "correct a planned meeting"


def test_a_closed_group_is_not_planned_for(board: MeetingsBoard, desk: Desk, qtbot: QtBot) -> None:
    desk.do("close", a_group(id=GROUP.id, short_name="ICM", closed_on=date(2008, 6, 1), closed_because="Done"))
    with qtbot.waitSignal(desk.mistaken) as said:
        board.plan.click()
    assert said.args == ["ICM is closed, so nothing is planned for it: open it again first."]


def test_a_day_without_a_plan_is_moved_with_the_group(desk: Desk, qtbot: QtBot, office: Office) -> None:
    other = a_group(code="NEW", next_meeting_on=date(2008, 7, 3))
    desk.do("add a group", other)
    tab = MeetingsTab(desk)
    qtbot.addWidget(tab)
    tab.show_place(Place("group", other.id, "meetings"))
    tab.show()
    planned(tab.board, date(2008, 7, 3))
    press(tab.board, Qt.Key.Key_M)
    answer(tab.board, on="5/7/2008")
    assert office.snapshot().one(Group, other.id).next_meeting_on == date(2008, 7, 5)


def test_i_asks_for_a_calendar_file_of_the_plan(board: MeetingsBoard) -> None:
    planned(board, date(2008, 7, 2))
    assert opened_by(board, board.planned, Qt.Key.Key_I) == ["CalendarDialog"]
