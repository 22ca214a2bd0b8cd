"""A group's meetings and the page of all: what is listed and told, and where it leads."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_meeting, an_id
from tests.ui.meetings_shown import (
    DECISION,
    EARLIER,
    GROUP,
    HELD,
    PROMISE,
    Places,
    a_desk,
    days,
    heard_by,
    opened_by,
    planned,
    press,
    shown_tab,
)
from tracker.models.records import Meeting
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.group.meetings import MeetingsTab
from tracker.ui.meetings.board import MeetingsBoard
from tracker.ui.pages.meetings import MeetingsPage
from tracker.ui.place import Place
from tracker.ui.widgets import Button


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


def test_held_meetings_stand_newest_first_with_who_came_and_what_was_noted(board: MeetingsBoard) -> None:
    rows = [line.split("\t") for line in board.held.table.as_text().splitlines()]
    assert rows[1] == ["10 Jun 2008", "Papakura", "1 of 1", "Warm", "1 decision 1 promise"]
    assert rows[2][0] == "13 May 2008"


def test_qt_finds_nothing_wrong_with_the_tables(board: MeetingsBoard) -> None:
    for view in (board.planned, board.held):
        QAbstractItemModelTester(view.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    board.filter.setText("papakura")
    board.filter.setText("nothing fits this")


def test_the_chosen_meeting_is_told_beside_the_list(board: MeetingsBoard) -> None:
    board.held.setFocus()
    board.held.choose(HELD.id)
    words = board.card.words
    assert words[0] == "Meeting of 10 Jun 2008"
    assert "Joint visits go on" in words
    assert "Bring the list · Police · due 20 Jun 2008 · Overdue" in words


def test_enter_goes_to_the_meeting_and_escape_back_to_the_list(board: MeetingsBoard) -> None:
    board.held.setFocus()
    press(board, Qt.Key.Key_Return, board.held)
    assert board.card.reading.hasFocus()
    QTest.keyClick(board.card.reading, Qt.Key.Key_Escape)
    assert board.held.hasFocus()


def test_a_place_leads_to_what_was_said_at_a_meeting_and_marks_it(tab: MeetingsTab) -> None:
    tab.show_place(Place("group", GROUP.id, "meetings", DECISION.id))
    assert tab.board.held.chosen_row.meeting == HELD
    assert tab.board.card.reading.marked


def test_a_place_leads_to_a_meeting_without_marking_anything(tab: MeetingsTab) -> None:
    tab.show_place(Place("group", GROUP.id, "meetings", EARLIER.id))
    assert tab.board.held.chosen_row.meeting == EARLIER
    assert not tab.board.card.reading.marked


def test_c_corrects_the_held_meeting_in_the_form_it_was_logged_with(board: MeetingsBoard, places: Places) -> None:
    board.held.setFocus()
    board.held.choose(HELD.id)
    press(board, Qt.Key.Key_C, board.held)
    assert places == [Place("log-meeting", GROUP.id, record_id=HELD.id)]


def test_a_group_without_meetings_has_a_line_and_a_button_for_each_list(
    desk: Desk, qtbot: QtBot, places: Places
) -> None:
    empty = a_group(code="NEW")
    desk.do("add a group", empty)
    tab = MeetingsTab(desk)
    qtbot.addWidget(tab)
    tab.show_place(Place("group", empty.id, "meetings"))
    tab.show()
    assert not tab.board.held.isVisible()
    assert not tab.board.planned.isVisible()
    assert not tab.board.save_calendar.isEnabled()
    assert tab.board.card.words == ["Choose a meeting to read it here."]


def test_the_page_shows_all_groups_and_filters_both_lists(desk: Desk, qtbot: QtBot) -> None:
    other = a_group(code="SEMO", short_name="Schooling", next_meeting_on=date(2008, 7, 3))
    desk.do("add", other, a_meeting(other, place="Māngere"))
    page = MeetingsPage(desk)
    qtbot.addWidget(page)
    page.show_place(Place("meetings"))
    page.show()
    assert {row.group for row in page.board.held.headed.things} == {"ICM", "Schooling"}
    page.board.filter.setText("schooling")
    assert [row.group for row in page.board.planned.headed.things] == ["Schooling"]
    page.board.filter.setText("mangere")
    assert [row.group for row in page.board.held.headed.things] == ["Schooling"]


def test_a_change_elsewhere_reaches_the_page_and_what_is_chosen_stays(board: MeetingsBoard, desk: Desk) -> None:
    board.held.setFocus()
    board.held.choose(EARLIER.id)
    desk.do("log a meeting", Meeting(id=an_id(), group_id=GROUP.id, on=date(2008, 6, 25)))
    assert board.held.chosen_row.meeting == EARLIER
    assert days(board)[0] == (date(2008, 7, 2), 1)


def test_lines_that_lead_on_have_their_button(board: MeetingsBoard, places: Places) -> None:
    board.held.setFocus()
    board.held.choose(HELD.id)
    buttons = [each for each in board.card.findChildren(Button) if each.accessibleName() == "Go to: Bring the list"]
    buttons[0].click()
    assert places == [Place("group", GROUP.id, "commitments", PROMISE.id)]


def test_an_office_without_groups_asks_for_the_first(office: Office, qtbot: QtBot) -> None:
    page = MeetingsPage(Desk(office))
    qtbot.addWidget(page)
    page.show_place(Place("meetings"))
    page.show()
    assert not page.board.isVisible()


def test_m_opens_the_minutes_of_a_held_meeting_b_the_brief_for_the_next_and_s_its_log(board: MeetingsBoard) -> None:
    board.held.setFocus()
    board.held.choose(HELD.id)
    assert opened_by(board, board.held, Qt.Key.Key_M) == ["MinutesDialog"]
    assert opened_by(board, board.held, Qt.Key.Key_B) == ["BriefDialog"]
    assert opened_by(board, board.held, Qt.Key.Key_S) == ["LogOutDialog"]
    planned(board, date(2008, 7, 2))
    assert opened_by(board, board.planned, Qt.Key.Key_B) == ["BriefDialog"]
